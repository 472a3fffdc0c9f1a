import type { DemoProduct } from "./demo-product.ts";
import { airtight, food, grams, vegan, vegetarian } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const roasted = food(gst.roastedNuts, airtight);
const puffed = food(gst.puffedGrain, airtight);

export const roastedSnacks: readonly DemoProduct[] = [
  roasted("salt-pepper-makhana", "Salt and pepper makhana", {
    detail: "Fox nuts, black pepper",
    description:
      "Fox nuts from Darbhanga, graded above 16 mm and roasted slowly. Tossed in a little rice bran oil with pepper and rock salt.",
    vendor: "Mithila Pond Co-op",
    tags: "makhana, roasted, savoury",
    ingredients: "fox nuts, rice bran oil, black pepper, rock salt",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("MAK-SPP", [80, 120, 88], [200, 275, 24]),
  }),
  roasted("peri-peri-makhana", "Peri peri makhana", {
    detail: "Fox nuts, chilli, garlic · 80 g",
    description:
      "Fox nuts coated with red chilli, garlic and dried lime. The seasoning is mixed here, so nothing in it is unnamed.",
    vendor: "Mithila Pond Co-op",
    tags: "makhana, roasted, savoury, spicy",
    ingredients: "fox nuts, rice bran oil, red chilli, garlic powder, lime powder, salt",
    allergens: [],
    diet: vegan("gluten_free", "no_added_sugar"),
    ...grams("MAK-PER", [80, 125, 70]),
  }),
  roasted("mint-makhana", "Mint makhana", {
    detail: "Fox nuts, pudina, black salt · 80 g",
    description:
      "Roasted fox nuts with dried mint, black salt and dried mango powder. The mint is dried in the shade to hold its green.",
    vendor: "Mithila Pond Co-op",
    tags: "makhana, roasted, savoury",
    ingredients: "fox nuts, rice bran oil, dried mint, dried mango powder, black salt",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("MAK-MNT", [80, 125, 36]),
  }),
  roasted("ghee-makhana", "Ghee makhana", {
    detail: "Fox nuts, cow ghee, curry leaf · 80 g",
    description:
      "Fox nuts roasted in cow ghee with curry leaves and turmeric. Sold in a jar, as the ghee soaks through paper.",
    vendor: "Mithila Pond Co-op",
    tags: "makhana, roasted, savoury",
    ingredients: "fox nuts, cow ghee, curry leaves, turmeric powder, rock salt",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain", "no_added_sugar"),
    ...grams("MAK-GHE", [80, 145, 19]),
  }),
  roasted("jaggery-makhana", "Jaggery makhana", {
    detail: "Fox nuts, Mandya jaggery · 100 g",
    description:
      "Fox nuts turned in hot Mandya jaggery until each one has a thin shell. Dry ginger and white sesame go into the syrup.",
    vendor: "Mithila Pond Co-op",
    tags: "makhana, sweet",
    ingredients: "fox nuts, jaggery, white sesame, dry ginger",
    allergens: ["sesame"],
    diet: vegan("gluten_free", "jain"),
    ...grams("MAK-JAG", [100, 140, 27]),
  }),
  roasted("congress-kadlekai", "Congress kadlekai", {
    detail: "Halved peanuts, pepper, curry leaf",
    description:
      "The split, skinned peanuts sold in Bengaluru bakeries. Roasted, then tempered with pepper, curry leaf and turmeric.",
    vendor: "Hundred Foot Kitchen",
    tags: "karnataka, nuts, roasted, savoury, spicy",
    ingredients:
      "peanuts, sunflower oil, curry leaves, black pepper, turmeric powder, asafoetida, salt",
    allergens: ["peanuts", "gluten"],
    diet: vegan("jain", "no_added_sugar"),
    ...grams("PNT-CON", [150, 75, 102], [400, 180, 33]),
  }),
  roasted("salted-peanuts", "Sand-roasted peanuts", {
    detail: "In the skin, salt · 200 g",
    description:
      "Peanuts from Chitradurga, soaked in brine and roasted in hot sand. No oil is used.",
    vendor: "Hundred Foot Kitchen",
    tags: "nuts, roasted, savoury",
    ingredients: "peanuts, salt",
    allergens: ["peanuts"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("PNT-SLT", [200, 70, 80]),
  }),
  roasted("smoked-almonds", "Smoked almonds", {
    detail: "California almonds, sea salt",
    description:
      "Whole almonds soaked in brine overnight and smoked over coconut shell. Dried at low heat for six hours.",
    vendor: "Hundred Foot Kitchen",
    tags: "nuts, roasted, savoury",
    ingredients: "almonds, sea salt",
    allergens: ["tree nuts"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("NUT-ALM", [100, 190, 34], [250, 450, 11]),
  }),
  roasted("pepper-cashews", "Pepper cashews", {
    detail: "Mangaluru cashews, black pepper",
    description:
      "Cashews from Mangaluru, roasted and tossed with cracked Coorg pepper. Size W320, so about seventy to 100 g.",
    vendor: "Hundred Foot Kitchen",
    tags: "karnataka, nuts, roasted, savoury",
    ingredients: "cashews, rice bran oil, black pepper, salt",
    allergens: ["tree nuts"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("NUT-CSH", [100, 210, 28], [250, 495, 9]),
  }),
  roasted("coorg-trail-mix", "Coorg trail mix", {
    detail: "Cashew, pepper, dried orange",
    description:
      "Cashews, almonds and pumpkin seeds with strips of sun-dried Coorg orange. A pinch of black pepper and salt, no sweetener.",
    vendor: "Hundred Foot Kitchen",
    tags: "trail mix, nuts",
    ingredients: "cashews, almonds, pumpkin seeds, dried orange, black pepper, salt",
    allergens: ["tree nuts"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("TRL-CRG", [100, 180, 42], [250, 425, 15]),
  }),
  roasted("seed-trail-mix", "Five-seed mix", {
    detail: "Pumpkin, sunflower, melon · 150 g",
    description:
      "Pumpkin, sunflower, watermelon, flax and sesame seeds, each roasted apart since they brown at different times. Rock salt is added at the end.",
    vendor: "Hundred Foot Kitchen",
    tags: "trail mix, seeds",
    ingredients:
      "pumpkin seeds, sunflower seeds, watermelon seeds, flax seeds, white sesame, rock salt",
    allergens: ["sesame"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("TRL-SED", [150, 160, 55]),
  }),
  roasted("berry-trail-mix", "Berry trail mix", {
    detail: "Almond, cranberry, black raisin",
    description:
      "Almonds and walnuts with dried cranberries and black raisins. The cranberries are sweetened before drying.",
    vendor: "Hundred Foot Kitchen",
    tags: "trail mix, nuts, sweet",
    ingredients: "almonds, walnuts, dried cranberries, sugar, black raisins, sunflower oil",
    allergens: ["tree nuts"],
    diet: vegan("gluten_free", "jain"),
    ...grams("TRL-BER", [100, 195, 4], [250, 460, 12]),
  }),
  roasted("roasted-pumpkin-seeds", "Roasted pumpkin seeds", {
    detail: "Shelled, rock salt · 150 g",
    description:
      "Shelled green pumpkin seeds, dry roasted until they pop. Salted with a fine spray of brine.",
    vendor: "Hundred Foot Kitchen",
    tags: "seeds, roasted, savoury",
    ingredients: "pumpkin seeds, rock salt",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("SED-PUM", [150, 185, 25]),
  }),
  roasted("roasted-chana", "Roasted chana", {
    detail: "Black chickpeas, salt, turmeric",
    description:
      "Black chickpeas roasted in hot sand until the skins split. Salt and turmeric cling to the skin.",
    vendor: "Hundred Foot Kitchen",
    tags: "pulses, roasted, savoury",
    ingredients: "black chickpeas, salt, turmeric powder",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("CHN-SLT", [200, 60, 118], [500, 135, 44]),
  }),
  roasted("roasted-soya-beans", "Roasted soya beans", {
    detail: "Chilli, lime · 150 g",
    description:
      "Soya beans from Madhya Pradesh, soaked, dried and roasted. Seasoned with chilli, lime and black salt.",
    vendor: "Hundred Foot Kitchen",
    tags: "pulses, roasted, savoury, protein",
    ingredients: "soya beans, chilli powder, lime powder, black salt",
    allergens: ["soy"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("SOY-CHI", [150, 65, 49]),
  }),
  roasted("flax-mukhwas", "Flax mukhwas", {
    detail: "Flax, fennel, sesame · 100 g",
    description:
      "Roasted flax, fennel and sesame with dill seed, to chew after a meal. Salted with rock salt and lime.",
    vendor: "Kutchi House",
    tags: "seeds, roasted, after meal",
    ingredients: "flax seeds, fennel, white sesame, dill seed, lime juice, rock salt",
    allergens: ["sesame"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("MKW-FLX", [100, 80, 37]),
  }),
  puffed("jowar-pops", "Jowar pops", {
    detail: "Popped sorghum, butter, salt · 60 g",
    description:
      "Whole sorghum grains popped dry, each smaller than popcorn and without a hull. Tossed with melted butter and salt.",
    vendor: "Ooru Mills",
    tags: "millet, popped, savoury, lunch box",
    ingredients: "sorghum, butter, salt",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain", "no_added_sugar"),
    ...grams("POP-JOW", [60, 55, 62]),
  }),
  puffed("masala-puffed-rice", "Masala puffed rice", {
    detail: "Mandakki, peanut, garlic · 150 g",
    description:
      "Puffed rice from Davanagere, crisped in a tempering of garlic, chilli and curry leaf. Add chopped onion and tomato for girmit.",
    vendor: "Malnad Pantry",
    tags: "karnataka, puffed, savoury",
    ingredients:
      "puffed rice, peanuts, roasted gram, sunflower oil, garlic, red chilli, curry leaves, turmeric powder, salt",
    allergens: ["peanuts"],
    diet: vegan("gluten_free", "no_added_sugar"),
    ...grams("PUF-RIC", [150, 50, 90]),
  }),
];
