import type { DemoProduct } from "./demo-product.ts";
import { airtight, choice, food, grams, vegan, vegetarian } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const sweet = food(gst.sweetmeat, airtight);
const bar = food(gst.cereal, "Cool and dry, below 30 °C.");
const driedFruit = food(gst.driedFruit, airtight);
const datesAndFigs = food(gst.datesAndFigs, airtight);
const fruitPreserve = food(gst.fruitPreserve, airtight);
const chocolate = food(gst.chocolate, "Cool and dry, below 24 °C.");

export const sweetSnacks: readonly DemoProduct[] = [
  sweet("peanut-chikki", "Peanut chikki", {
    detail: "Peanut, Kolhapur jaggery",
    description:
      "Roasted peanuts set in Kolhapur jaggery and rolled to 6 mm. Scored into squares before it cools.",
    vendor: "Lonavla Lane",
    tags: "chikki, sweet, nuts",
    ingredients: "peanuts, jaggery, liquid glucose",
    allergens: ["peanuts"],
    diet: vegan("gluten_free", "jain"),
    ...grams("CKK-PNT", [150, 70, 98], [400, 170, 35]),
  }),
  sweet("sesame-chikki", "Sesame chikki", {
    detail: "White sesame, jaggery · 150 g",
    description:
      "White sesame and jaggery rolled thin enough to see light through. Cardamom is added with the sesame.",
    vendor: "Lonavla Lane",
    tags: "chikki, sweet",
    ingredients: "white sesame, jaggery, cardamom",
    allergens: ["sesame"],
    diet: vegan("gluten_free", "jain"),
    ...grams("CKK-SES", [150, 80, 57]),
  }),
  sweet("mixed-nut-chikki", "Mixed nut chikki", {
    detail: "Almond, cashew, pistachio · 150 g",
    description:
      "Chopped almonds, cashews and pistachios, two parts nuts to one part jaggery. A spoon of ghee keeps it from sticking.",
    vendor: "Lonavla Lane",
    tags: "chikki, sweet, nuts",
    ingredients: "almonds, cashews, pistachios, jaggery, ghee",
    allergens: ["tree nuts", "milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...grams("CKK-MIX", [150, 190, 21]),
  }),
  sweet("coconut-chikki", "Coconut chikki", {
    detail: "Dry coconut, jaggery · 150 g",
    description:
      "Grated dry coconut cooked in jaggery. Softer than the peanut one and cut in bars.",
    vendor: "Lonavla Lane",
    tags: "chikki, sweet",
    ingredients: "dry coconut, jaggery, cardamom",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...grams("CKK-COC", [150, 85, 40]),
  }),
  sweet("rajgira-chikki", "Rajgira chikki", {
    detail: "Popped amaranth, honey · 100 g",
    description:
      "Popped amaranth bound with jaggery and honey. Light, and eaten on fasting days; the honey means it is not Jain.",
    vendor: "Lonavla Lane",
    tags: "chikki, sweet, fasting",
    ingredients: "amaranth, jaggery, honey",
    allergens: [],
    diet: vegetarian("gluten_free"),
    ...grams("CKK-RAJ", [100, 75, 46]),
  }),
  sweet("ragi-ladoo", "Ragi ladoo", {
    detail: "Finger millet, ghee, jaggery",
    description:
      "Finger millet flour roasted in ghee for forty minutes, then rolled with jaggery. Cashew pieces in each.",
    vendor: "Doddamma Foods",
    tags: "ladoo, ragi, millet, sweet",
    ingredients: "finger millet flour, jaggery, ghee, cashews, cardamom",
    allergens: ["milk", "tree nuts"],
    diet: vegetarian("gluten_free", "jain"),
    ...choice("Pack", ["Box of 6", "LAD-RAG-6", 150, 32], ["Box of 12", "LAD-RAG-12", 285, 14]),
  }),
  sweet("besan-ladoo", "Besan ladoo", {
    detail: "Coarse gram flour, ghee",
    description:
      "Coarse gram flour roasted in ghee until it smells of nuts, then rolled with powdered sugar. An almond half on top.",
    vendor: "Doddamma Foods",
    tags: "ladoo, sweet",
    ingredients: "gram flour, ghee, sugar, almonds, cardamom",
    allergens: ["milk", "tree nuts"],
    diet: vegetarian("gluten_free", "jain"),
    ...choice("Pack", ["Box of 6", "LAD-BES-6", 160, 26], ["Box of 12", "LAD-BES-12", 305, 8]),
  }),
  sweet("dry-fruit-ladoo", "Dates and nut ladoo", {
    detail: "Dates, almond, fig · box of 6",
    description:
      "Dates and figs ground with almonds, pistachios and poppy seed. All the sweetness comes from the fruit.",
    vendor: "Doddamma Foods",
    tags: "ladoo, sweet, nuts",
    ingredients: "dates, figs, almonds, pistachios, poppy seed",
    allergens: ["tree nuts"],
    diet: vegan("gluten_free", "no_added_sugar"),
    ...choice("Pack", ["Box of 6", "LAD-DRY-6", 240, 20], ["Box of 12", "LAD-DRY-12", 460, 3]),
  }),
  sweet("ellu-unde", "Ellu unde", {
    detail: "Black sesame, jaggery · box of 8",
    description:
      "Black sesame pounded with jaggery and rolled small. Made in larger lots around Sankranti.",
    vendor: "Malnad Pantry",
    tags: "karnataka, ladoo, sweet",
    ingredients: "black sesame, jaggery, cardamom",
    allergens: ["sesame"],
    diet: vegan("gluten_free", "jain"),
    ...choice("Pack", ["Box of 8", "LAD-ELL-8", 140, 30], ["Box of 16", "LAD-ELL-16", 265, 10]),
  }),
  sweet("antina-unde", "Antina unde", {
    detail: "Edible gum, dates, copra · box of 6",
    description:
      "Edible gum puffed in ghee, mixed with dry coconut, dates and poppy seed. North Karnataka homes make it in winter.",
    vendor: "Malnad Pantry",
    tags: "karnataka, ladoo, sweet",
    ingredients: "dry coconut, dates, jaggery, edible gum, ghee, almonds, poppy seed",
    allergens: ["milk", "tree nuts"],
    diet: vegetarian("gluten_free"),
    ...choice("Pack", ["Box of 6", "LAD-ANT-6", 260, 0], ["Box of 12", "LAD-ANT-12", 495, 0]),
  }),
  sweet("mysore-pak", "Mysore pak", {
    detail: "Gram flour, ghee, sugar",
    description:
      "The soft kind, cut in 30 g bricks. Gram flour, ghee and sugar syrup are stirred together for twenty minutes and left to set.",
    vendor: "Hundred Foot Kitchen",
    tags: "karnataka, sweet",
    ingredients: "ghee, sugar, gram flour",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...grams("MYP-GHE", [250, 190, 36], [500, 370, 17]),
  }),
  sweet("kobbari-mithai", "Kobbari mithai", {
    detail: "Fresh coconut, milk, sugar · 250 g",
    description:
      "Fresh grated coconut cooked down with milk and sugar, cut into diamonds. Keeps five days in the fridge.",
    vendor: "Hundred Foot Kitchen",
    tags: "karnataka, sweet",
    ingredients: "coconut, sugar, milk, cardamom, ghee",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    storage: "Refrigerate and finish within 5 days.",
    ...grams("KOB-MTH", [250, 160, 13]),
  }),
  bar("date-cocoa-bar", "Date and cocoa bar", {
    detail: "Dates, cocoa, cashew · 40 g",
    description:
      "Dates ground with cashews and cocoa powder, pressed cold. The dates are all that sweetens it.",
    vendor: "Ooru Mills",
    tags: "bar, sweet, lunch box",
    ingredients: "dates, cashews, cocoa powder, sea salt",
    allergens: ["tree nuts"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...choice("Pack", ["1 bar", "BAR-DAT-1", 55, 120], ["Box of 6", "BAR-DAT-6", 310, 18]),
  }),
  bar("millet-nut-bar", "Millet and nut bar", {
    detail: "Puffed bajra, almond, honey · 40 g",
    description:
      "Puffed pearl millet and chopped almonds held with honey. Baked at 140 °C so that it snaps.",
    vendor: "Ooru Mills",
    tags: "bar, millet, sweet, lunch box",
    ingredients: "pearl millet, almonds, honey, pumpkin seeds, coconut oil, salt",
    allergens: ["tree nuts"],
    diet: vegetarian("gluten_free"),
    ...choice("Pack", ["1 bar", "BAR-MIL-1", 50, 105], ["Box of 6", "BAR-MIL-6", 280, 22]),
  }),
  bar("peanut-protein-bar", "Peanut protein bar", {
    detail: "Peanut, whey, 12 g protein · 50 g",
    description:
      "Peanut butter, whey protein and dates, pressed and wrapped. Each 50 g bar has 12 g of protein.",
    vendor: "Ooru Mills",
    tags: "bar, protein",
    ingredients: "peanuts, dates, whey protein, rice crisps, cocoa powder, salt",
    allergens: ["peanuts", "milk"],
    diet: vegetarian("gluten_free", "no_added_sugar"),
    ...choice("Pack", ["1 bar", "BAR-PRO-1", 80, 76], ["Box of 6", "BAR-PRO-6", 450, 9]),
  }),
  fruitPreserve("aam-papad", "Aam papad", {
    detail: "Totapuri mango, sugar · 100 g",
    description:
      "Totapuri mango pulp poured in layers and dried in the sun over eight days. Cut in strips with paper between.",
    vendor: "Konkan Orchard",
    tags: "fruit, sweet, mango",
    ingredients: "Totapuri mango pulp, sugar",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...grams("AAM-PAP", [100, 75, 68]),
  }),
  fruitPreserve("amla-candy", "Amla candy", {
    detail: "Gooseberry, jaggery, ajwain · 150 g",
    description:
      "Gooseberry segments steeped in jaggery syrup and dried. A batch with ajwain and black salt, sour before it is sweet.",
    vendor: "Konkan Orchard",
    tags: "fruit, sweet",
    ingredients: "gooseberry, jaggery, ajwain, black salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...grams("AML-CAN", [150, 90, 39]),
  }),
  driedFruit("dried-mango", "Dried Alphonso slices", {
    detail: "Ratnagiri Alphonso, nothing else · 80 g",
    description:
      "Ripe Ratnagiri Alphonso sliced and dried at 55 °C. One kilo of fruit gives one pack.",
    vendor: "Konkan Orchard",
    tags: "fruit, mango",
    ingredients: "Alphonso mango",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("DRY-MNG", [80, 220, 16]),
  }),
  datesAndFigs("medjool-dates", "Medjool dates", {
    detail: "Kutch, whole with stone",
    description:
      "Medjool dates grown in Kutch, picked soft. Whole fruit with the stone in, about twenty to a box.",
    vendor: "Kutchi House",
    tags: "fruit",
    ingredients: "dates",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("DAT-MED", [250, 240, 33], [500, 460, 12]),
  }),
  chocolate("idukki-dark-chocolate", "Idukki dark chocolate", {
    detail: "72 % cacao, jaggery · 50 g",
    description:
      "Cacao from Idukki, ground for two days with jaggery in place of sugar. Three ingredients and no added flavour.",
    vendor: "Ghat Cacao",
    tags: "chocolate, sweet",
    ingredients: "cocoa mass, jaggery, cocoa butter",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...grams("CHO-IDK", [50, 160, 48]),
  }),
];
