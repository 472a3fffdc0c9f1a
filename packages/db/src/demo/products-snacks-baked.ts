import type { DemoProduct } from "./demo-product.ts";
import { airtight, food, grams, vegan, vegetarian } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const khakhra = food(gst.khakhraAndRusk, airtight);
const rusk = khakhra;
const biscuit = food(gst.biscuit, airtight);

export const bakedSnacks: readonly DemoProduct[] = [
  khakhra("methi-khakhra", "Methi khakhra", {
    detail: "Whole wheat, fenugreek",
    description:
      "Whole wheat rolled thin and pressed on a hot griddle until dry. Dried fenugreek leaves and turmeric in the dough.",
    vendor: "Kutchi House",
    tags: "khakhra, roasted, savoury",
    ingredients:
      "whole wheat flour, dried fenugreek leaves, sunflower oil, turmeric powder, chilli powder, salt",
    allergens: ["gluten"],
    diet: vegan("jain", "no_added_sugar"),
    ...grams("KHK-MET", [200, 90, 74], [500, 205, 20]),
  }),
  khakhra("jeera-khakhra", "Jeera khakhra", {
    detail: "Whole wheat, cumin, ghee · 200 g",
    description:
      "Whole wheat and cumin, brushed with ghee while still on the griddle. Ten to a pack.",
    vendor: "Kutchi House",
    tags: "khakhra, roasted, savoury",
    ingredients: "whole wheat flour, ghee, cumin, salt",
    allergens: ["gluten", "milk"],
    diet: vegetarian("jain", "no_added_sugar"),
    ...grams("KHK-JEE", [200, 90, 59]),
  }),
  khakhra("bajra-khakhra", "Bajra khakhra", {
    detail: "Pearl millet, garlic · 180 g",
    description:
      "Pearl millet with enough wheat to roll it thin. Green garlic and sesame are pressed into the surface.",
    vendor: "Kutchi House",
    tags: "khakhra, millet, roasted, savoury",
    ingredients:
      "pearl millet flour, whole wheat flour, green garlic, white sesame, sunflower oil, salt",
    allergens: ["gluten", "sesame"],
    diet: vegan("no_added_sugar"),
    ...grams("KHK-BAJ", [180, 95, 33]),
  }),
  khakhra("ragi-khakhra", "Ragi khakhra", {
    detail: "Finger millet, ajwain · 180 g",
    description:
      "Two parts finger millet to three parts whole wheat. Ajwain and black pepper, roasted without oil on top.",
    vendor: "Kutchi House",
    tags: "khakhra, ragi, millet, roasted, savoury",
    ingredients:
      "whole wheat flour, finger millet flour, ajwain, black pepper, sunflower oil, salt",
    allergens: ["gluten"],
    diet: vegan("jain", "no_added_sugar"),
    ...grams("KHK-RAG", [180, 95, 41]),
  }),
  khakhra("moong-khakhra", "Moong khakhra", {
    detail: "Green moong, chilli · 180 g",
    description:
      "Green moong flour and whole wheat with green chilli paste. Thicker than the plain kind and breaks in shards.",
    vendor: "Kutchi House",
    tags: "khakhra, pulses, roasted, savoury, spicy",
    ingredients: "whole wheat flour, green moong flour, green chilli, sunflower oil, cumin, salt",
    allergens: ["gluten"],
    diet: vegan("jain", "no_added_sugar"),
    ...grams("KHK-MOO", [180, 95, 1]),
  }),
  khakhra("mini-khakhra-chaat", "Mini khakhra, chaat", {
    detail: "Bite size, dried mango · 100 g",
    description:
      "Khakhra cut in 5 cm rounds for lunch boxes. Dusted with dried mango, black salt and cumin.",
    vendor: "Kutchi House",
    tags: "khakhra, roasted, savoury, lunch box",
    ingredients: "whole wheat flour, sunflower oil, dried mango powder, cumin, black salt",
    allergens: ["gluten"],
    diet: vegan("jain", "no_added_sugar"),
    ...grams("KHK-MIN", [100, 55, 87]),
  }),
  rusk("wheat-rusk", "Whole wheat rusk", {
    detail: "Twice baked, cardamom · 250 g",
    description:
      "Whole wheat bread sliced and baked again until dry through. Jaggery in the dough and crushed cardamom on top.",
    vendor: "Mosque Road Bakery",
    tags: "baked, sweet, tea time",
    ingredients: "whole wheat flour, jaggery, butter, yeast, cardamom, salt",
    allergens: ["gluten", "milk"],
    diet: vegetarian(),
    ...grams("RSK-WHT", [250, 85, 52]),
  }),
  rusk("ragi-rusk", "Ragi rusk", {
    detail: "Finger millet, fennel · 250 g",
    description:
      "A third finger millet, the rest wheat, with fennel seed. Dry enough to hold its shape in coffee.",
    vendor: "Mosque Road Bakery",
    tags: "baked, ragi, millet, tea time",
    ingredients: "wheat flour, finger millet flour, jaggery, sunflower oil, yeast, fennel, salt",
    allergens: ["gluten"],
    diet: vegan(),
    ...grams("RSK-RAG", [250, 95, 28]),
  }),
  biscuit("ragi-cookies", "Ragi cookies", {
    detail: "Finger millet, jaggery, butter",
    description:
      "Finger millet flour, jaggery and butter, with no wheat in the dough. Twelve cookies to a 180 g box.",
    vendor: "Mosque Road Bakery",
    tags: "cookies, ragi, millet, sweet, lunch box",
    ingredients: "finger millet flour, jaggery, butter, rice flour, cardamom, baking soda",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...grams("COO-RAG", [180, 140, 61], [400, 290, 19]),
  }),
  biscuit("oat-raisin-cookies", "Oat and raisin cookies", {
    detail: "Rolled oats, Nashik raisins · 180 g",
    description:
      "Rolled oats and wheat with Nashik raisins and cinnamon. Baked for eighteen minutes, so the edge is crisp and the middle is not.",
    vendor: "Mosque Road Bakery",
    tags: "cookies, sweet",
    ingredients:
      "rolled oats, whole wheat flour, butter, raw sugar, raisins, cinnamon, baking soda, salt",
    allergens: ["gluten", "milk"],
    diet: vegetarian(),
    ...grams("COO-OAT", [180, 150, 44]),
  }),
  biscuit("nankhatai", "Nankhatai", {
    detail: "Wheat, gram flour, ghee · 200 g",
    description:
      "Shortbread of wheat, gram flour and ghee with a crack across the top. A sliver of pistachio in each.",
    vendor: "Mosque Road Bakery",
    tags: "cookies, sweet, tea time",
    ingredients: "wheat flour, gram flour, ghee, sugar, pistachios, cardamom",
    allergens: ["gluten", "milk", "tree nuts"],
    diet: vegetarian("jain"),
    ...grams("COO-NAN", [200, 130, 50]),
  }),
  biscuit("coconut-cookies", "Coconut cookies", {
    detail: "Fresh coconut, semolina · 180 g",
    description:
      "The Iyengar bakery kind: fresh coconut, fine semolina and butter. Rolled in desiccated coconut before baking.",
    vendor: "Mosque Road Bakery",
    tags: "cookies, karnataka, sweet, tea time",
    ingredients: "wheat flour, coconut, butter, sugar, wheat semolina, baking powder, salt",
    allergens: ["gluten", "milk"],
    diet: vegetarian("jain"),
    ...grams("COO-COC", [180, 110, 67]),
  }),
  biscuit("peanut-butter-cookies", "Peanut butter cookies", {
    detail: "Peanut, jaggery, no flour · 180 g",
    description:
      "Ground peanuts, jaggery and a little corn flour; no wheat and no butter. The fork marks are made by hand.",
    vendor: "Mosque Road Bakery",
    tags: "cookies, nuts, sweet",
    ingredients: "peanuts, jaggery, corn flour, coconut oil, baking soda, salt",
    allergens: ["peanuts"],
    diet: vegan("gluten_free", "jain"),
    ...grams("COO-PNB", [180, 140, 35]),
  }),
  biscuit("khara-biscuit", "Khara biscuit", {
    detail: "Green chilli, coriander, butter",
    description:
      "The salted bakery biscuit of Bengaluru, with green chilli, coriander leaf and curry leaf. Squares of about 4 cm.",
    vendor: "Mosque Road Bakery",
    tags: "karnataka, baked, savoury, spicy, tea time",
    ingredients:
      "wheat flour, butter, curd, green chilli, coriander leaf, curry leaves, sugar, salt",
    allergens: ["gluten", "milk"],
    diet: vegetarian("jain"),
    ...grams("BIS-KHA", [200, 90, 93], [500, 210, 27]),
  }),
  biscuit("seed-crackers", "Multi-seed crackers", {
    detail: "Flax, sesame, sunflower · 150 g",
    description:
      "Sorghum and gram flour with four seeds, rolled between sheets and baked. Made for dips, so they are 8 cm long.",
    vendor: "Mosque Road Bakery",
    tags: "crackers, seeds, baked, savoury",
    ingredients:
      "sorghum flour, gram flour, flax seeds, white sesame, sunflower seeds, pumpkin seeds, olive oil, salt",
    allergens: ["sesame"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("CRK-SED", [150, 160, 24]),
  }),
  biscuit("cheese-straws", "Cheese straws", {
    detail: "Aged cheddar, black pepper · 120 g",
    description:
      "Puff pastry rolled with cheddar set with microbial rennet, twisted and baked. Nigella seed on top.",
    vendor: "Mosque Road Bakery",
    tags: "baked, savoury, tea time",
    ingredients: "wheat flour, cheddar cheese, butter, nigella seed, black pepper, salt",
    allergens: ["gluten", "milk"],
    diet: vegetarian("no_added_sugar"),
    ...grams("STR-CHE", [120, 150, 0]),
  }),
];
