import type { DemoProduct } from "./demo-product.ts";
import { choice, food, frozen, millilitres, vegan, vegetarian } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const bar = food(gst.iceCream, frozen);
const cassata = bar;

export const iceCreamBars: readonly DemoProduct[] = [
  bar("choco-almond-bar", "Choco almond bar", {
    detail: "Vanilla, dark shell, almond · 70 ml",
    description:
      "Vanilla ice cream dipped in dark chocolate with chopped almonds. On a birch stick.",
    vendor: "Cubbon Creamery",
    tags: "bar, chocolate, nuts",
    ingredients:
      "milk, cream, sugar, cocoa mass, cocoa butter, almonds, coconut oil, soy lecithin, vanilla bean",
    allergens: ["milk", "tree nuts", "soy"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("BAR-CAL", [70, 65, 92]),
  }),
  bar("orange-bar", "Orange bar", {
    detail: "Nagpur orange juice · 70 ml",
    description:
      "Nagpur orange juice frozen on a stick. Coloured by the juice and a little turmeric.",
    vendor: "Lakeside Ices",
    tags: "bar, ice lolly, fruit, vegan",
    ingredients: "orange juice, water, sugar, turmeric powder",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("BAR-ORA", [70, 30, 120]),
  }),
  bar("kala-khatta-bar", "Kala khatta bar", {
    detail: "Jamun, black salt, cumin · 70 ml",
    description:
      "Jamun juice with black salt, cumin and lime, frozen on a stick. It stains, so lean forward.",
    vendor: "Lakeside Ices",
    tags: "bar, ice lolly, fruit, vegan",
    ingredients: "water, jamun pulp, sugar, lime juice, cumin, black salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("BAR-KAL", [70, 30, 104]),
  }),
  bar("aam-panna-bar", "Aam panna bar", {
    detail: "Raw mango, mint, cumin · 70 ml",
    description: "Boiled raw mango, mint and roasted cumin. Jaggery rounds off the sourness.",
    vendor: "Lakeside Ices",
    tags: "bar, ice lolly, fruit, mango, vegan",
    ingredients: "raw mango pulp, water, jaggery, mint, cumin, black salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("BAR-AAM", [70, 35, 77]),
  }),
  bar("coconut-water-bar", "Coconut water bar", {
    detail: "Tender coconut, no sugar · 70 ml",
    description:
      "Tender coconut water and strips of the flesh, frozen as they are. Two ingredients, both from one coconut.",
    vendor: "Lakeside Ices",
    tags: "bar, ice lolly, fruit, vegan, no sugar",
    ingredients: "tender coconut water, tender coconut flesh",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...millilitres("BAR-COC", [70, 45, 58]),
  }),
  bar("mango-dolly", "Mango dolly", {
    detail: "Mango shell, vanilla inside · 60 ml",
    description: "Vanilla ice cream inside a shell of frozen mango. Made for small hands.",
    vendor: "Cubbon Creamery",
    tags: "bar, mango, fruit",
    ingredients: "milk, mango pulp, cream, sugar, milk solids, vanilla bean",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("BAR-MDL", [60, 35, 115]),
  }),
  bar("rajbhog-bar", "Rajbhog bar", {
    detail: "Saffron, nuts, white shell · 70 ml",
    description:
      "Saffron ice cream with almonds, cashews and pistachios. The shell is cocoa butter and milk, without cocoa.",
    vendor: "Cubbon Creamery",
    tags: "bar, nuts",
    ingredients:
      "milk, cream, sugar, cocoa butter, almonds, cashews, pistachios, saffron, soy lecithin",
    allergens: ["milk", "tree nuts", "soy"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("BAR-RAJ", [70, 70, 31]),
  }),
  bar("vegan-choco-bar", "Vegan choco bar", {
    detail: "Coconut vanilla, dark shell · 70 ml",
    description:
      "Coconut milk ice cream with vanilla seeds, under a shell of dark chocolate. Twelve to a tray, wrapped in paper.",
    vendor: "Lakeside Ices",
    tags: "bar, chocolate, vegan",
    ingredients: "coconut milk, sugar, cocoa mass, cocoa butter, vanilla bean, salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("BAR-VCH", [70, 80, 26]),
  }),
  bar("ice-cream-sandwich", "Ragi ice cream sandwich", {
    detail: "Ragi cookie, vanilla · 90 ml",
    description:
      "Vanilla ice cream between two ragi cookies from Mosque Road Bakery. The cookies soften in a day and stay that way.",
    vendor: "Cubbon Creamery",
    tags: "sandwich, ragi",
    ingredients:
      "milk, cream, finger millet flour, jaggery, butter, rice flour, sugar, vanilla bean",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("SAN-RAG", [90, 85, 40]),
  }),
  bar("chocolate-cone", "Chocolate cone", {
    detail: "Wafer cone, choco tip · 110 ml",
    description:
      "Chocolate and vanilla in a wafer cone lined with chocolate. Roasted peanuts on top.",
    vendor: "Cubbon Creamery",
    tags: "cone, chocolate",
    ingredients:
      "milk, cream, sugar, wheat flour, cocoa mass, cocoa butter, peanuts, coconut oil, soy lecithin",
    allergens: ["milk", "gluten", "peanuts", "soy"],
    diet: vegetarian("jain"),
    ...millilitres("CON-CHO", [110, 60, 80]),
  }),
  bar("butterscotch-cone", "Butterscotch cone", {
    detail: "Wafer cone, cashew praline · 110 ml",
    description:
      "Butterscotch ice cream in a wafer cone, with cashew praline pressed into the top.",
    vendor: "Cubbon Creamery",
    tags: "cone, nuts",
    ingredients: "milk, cream, sugar, wheat flour, cashews, butter, coconut oil, soy lecithin",
    allergens: ["milk", "gluten", "tree nuts", "soy"],
    diet: vegetarian("jain"),
    ...millilitres("CON-BUT", [110, 60, 4]),
  }),
  cassata("cassata", "Cassata", {
    detail: "Three layers, sponge, nuts",
    description:
      "Pistachio, vanilla and strawberry ice cream on eggless sponge, rolled in cashews and tutti frutti. Sold by the slice or as a half round for six.",
    vendor: "Cubbon Creamery",
    tags: "cassata, nuts, classic, sharing",
    ingredients:
      "milk, cream, sugar, wheat flour, cashews, pistachios, strawberries, candied papaya, butter",
    allergens: ["milk", "gluten", "tree nuts"],
    diet: vegetarian("jain"),
    ...choice("Size", ["Slice", "CAS-CLS-1", 95, 36], ["Half round", "CAS-CLS-6", 520, 6]),
  }),
  cassata("mango-cassata", "Mango cassata", {
    detail: "Mango, malai, cashew",
    description:
      "Mango and malai ice cream in two layers on eggless sponge. The rim is rolled in roasted cashews.",
    vendor: "Cubbon Creamery",
    tags: "cassata, mango, nuts, sharing",
    ingredients: "milk, cream, mango pulp, sugar, wheat flour, cashews, butter",
    allergens: ["milk", "gluten", "tree nuts"],
    diet: vegetarian("jain"),
    ...choice("Size", ["Slice", "CAS-MNG-1", 105, 18], ["Half round", "CAS-MNG-6", 580, 0]),
  }),
];
