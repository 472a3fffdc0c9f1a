import type { DemoProduct } from "./demo-product.ts";
import { airtight, food, grams, vegan, vegetarian } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const namkeen = food(gst.namkeen, airtight);

export const crispSnacks: readonly DemoProduct[] = [
  namkeen("millet-chakli", "Millet chakli", {
    detail: "Foxtail millet, ajwain, sesame",
    description:
      "Spirals of foxtail millet and rice flour, pressed by hand and fried in rice bran oil. Ajwain, chilli and white sesame season the dough.",
    vendor: "Ooru Mills",
    tags: "millet, fried, savoury",
    ingredients:
      "foxtail millet flour, rice flour, rice bran oil, white sesame, ajwain, chilli powder, salt",
    allergens: ["sesame"],
    diet: vegan("gluten_free", "jain"),
    ...grams("CHK-MIL", [150, 95, 64], [400, 230, 22]),
  }),
  namkeen("jowar-chakli", "Jowar chakli", {
    detail: "Sorghum, garlic, red chilli · 150 g",
    description:
      "Sorghum flour is scalded with hot oil before pressing, so the spiral snaps. Garlic and Byadgi chilli go into the dough.",
    vendor: "Ooru Mills",
    tags: "millet, fried, savoury",
    ingredients: "sorghum flour, rice flour, rice bran oil, garlic, Byadgi chilli, cumin, salt",
    allergens: [],
    diet: vegan("gluten_free"),
    ...grams("CHK-JOW", [150, 95, 38]),
  }),
  namkeen("butter-murukku", "Butter murukku", {
    detail: "Rice, urad dal, white butter",
    description:
      "Rice and urad flour bound with white butter, pressed through a star die. Broken into short pieces, so a bowlful pours easily.",
    vendor: "Doddamma Foods",
    tags: "fried, savoury",
    ingredients: "rice flour, urad dal flour, white butter, sunflower oil, cumin, salt",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...grams("MUR-BUT", [200, 90, 72], [500, 210, 26]),
  }),
  namkeen("ragi-murukku", "Ragi murukku", {
    detail: "Finger millet, cumin · 200 g",
    description:
      "Half finger millet, half rice flour, coloured dark brown by the grain. Fried in small batches in sunflower oil.",
    vendor: "Doddamma Foods",
    tags: "millet, ragi, fried, savoury",
    ingredients: "finger millet flour, rice flour, urad dal flour, sunflower oil, cumin, salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...grams("MUR-RAG", [200, 95, 45]),
  }),
  namkeen("thenkuzhal", "Thenkuzhal", {
    detail: "Plain rice and urad coils · 200 g",
    description:
      "Smooth tubes of rice and urad flour coiled into nests. Only cumin and salt, fried in coconut oil.",
    vendor: "Doddamma Foods",
    tags: "fried, savoury",
    ingredients: "rice flour, urad dal flour, coconut oil, cumin, salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...grams("MUR-THN", [200, 90, 31]),
  }),
  namkeen("mullu-murukku", "Mullu murukku", {
    detail: "Moong, gram, sesame · 200 g",
    description:
      "The ridged festival murukku of Tamil homes, with roasted moong dal and gram flour. White sesame is kneaded in whole.",
    vendor: "Doddamma Foods",
    tags: "fried, savoury",
    ingredients: "rice flour, moong dal flour, gram flour, sunflower oil, white sesame, salt",
    allergens: ["sesame"],
    diet: vegan("gluten_free", "jain"),
    ...grams("MUR-MUL", [200, 95, 3]),
  }),
  namkeen("kodubale", "Kodubale", {
    detail: "Rice rings, coconut, chilli · 200 g",
    description:
      "Thick rings of rice flour and fine semolina from the Mysuru side. Grated coconut and Byadgi chilli are ground into the dough.",
    vendor: "Malnad Pantry",
    tags: "karnataka, fried, savoury",
    ingredients:
      "rice flour, wheat semolina, fried gram flour, coconut, Byadgi chilli, sunflower oil, asafoetida, salt",
    allergens: ["gluten"],
    diet: vegan("jain"),
    ...grams("KDB-RIC", [200, 90, 54]),
  }),
  namkeen("nippattu", "Nippattu", {
    detail: "Peanut, curry leaf · 200 g",
    description:
      "Flat rice crackers with crushed peanuts and roasted gram. Curry leaves are chopped and patted into each disc before frying.",
    vendor: "Malnad Pantry",
    tags: "karnataka, fried, savoury",
    ingredients:
      "rice flour, peanuts, roasted gram, curry leaves, chilli powder, white sesame, sunflower oil, salt",
    allergens: ["peanuts", "sesame"],
    diet: vegan("gluten_free", "jain"),
    ...grams("NIP-PNT", [200, 85, 60]),
  }),
  namkeen("ragi-chips", "Ragi chips", {
    detail: "Finger millet, tomato, jeera",
    description:
      "Rolled finger millet strips, baked first and finished for a minute in oil. Dusted with tomato powder and roasted cumin.",
    vendor: "Ooru Mills",
    tags: "millet, ragi, savoury",
    ingredients:
      "finger millet flour, rice flour, corn flour, rice bran oil, tomato powder, cumin, salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...grams("CHP-RAG", [80, 50, 96], [200, 110, 41]),
  }),
  namkeen("jowar-puffs", "Jowar puffs", {
    detail: "Sorghum, onion, parsley · 60 g",
    description:
      "Sorghum and corn grits puffed with hot air, not fried. Coated with sunflower oil, onion powder and dried parsley.",
    vendor: "Ooru Mills",
    tags: "millet, baked, savoury, lunch box",
    ingredients: "sorghum grits, corn grits, sunflower oil, onion powder, parsley, salt",
    allergens: [],
    diet: vegan("gluten_free"),
    ...grams("PUF-JOW", [60, 40, 110]),
  }),
  namkeen("banana-chips", "Nendran banana chips", {
    detail: "Raw nendran, coconut oil",
    description:
      "Raw nendran bananas from Thrissur, sliced straight into hot coconut oil. Turmeric water and salt go in while they fry.",
    vendor: "Palakkad Pantry",
    tags: "kerala, fried, savoury",
    ingredients: "raw nendran banana, coconut oil, salt, turmeric powder",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("BAN-SLT", [150, 95, 84], [400, 235, 30]),
  }),
  namkeen("pepper-banana-chips", "Pepper banana chips", {
    detail: "Nendran, Wayanad pepper · 150 g",
    description:
      "The same thin nendran slices tossed with coarse black pepper from Wayanad while still hot. Fried in coconut oil.",
    vendor: "Palakkad Pantry",
    tags: "kerala, fried, savoury, spicy",
    ingredients: "raw nendran banana, coconut oil, black pepper, salt",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("BAN-PEP", [150, 100, 47]),
  }),
  namkeen("jackfruit-chips", "Jackfruit chips", {
    detail: "Raw jackfruit, salt · 120 g",
    description:
      "Unripe jackfruit bulbs cut into strips and fried in coconut oil. The season runs from March to July, so each lot is small.",
    vendor: "Palakkad Pantry",
    tags: "kerala, fried, savoury, seasonal",
    ingredients: "raw jackfruit, coconut oil, salt, turmeric powder",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("JCK-SLT", [120, 130, 2]),
  }),
  namkeen("tapioca-chips", "Tapioca chips", {
    detail: "Kappa rounds, red chilli · 150 g",
    description:
      "Tapioca root in thin rounds, fried and tossed with red chilli. The root comes from growers around Kottayam.",
    vendor: "Palakkad Pantry",
    tags: "kerala, fried, savoury, spicy",
    ingredients: "tapioca, coconut oil, red chilli powder, salt",
    allergens: [],
    diet: vegan("gluten_free", "no_added_sugar"),
    ...grams("TAP-CHI", [150, 80, 58]),
  }),
  namkeen("beetroot-chips", "Beetroot chips", {
    detail: "Vacuum fried, sea salt · 50 g",
    description:
      "Beetroot slices fried under vacuum at low heat, which keeps the colour. Three ingredients: beetroot, oil and salt.",
    vendor: "Ooru Mills",
    tags: "vegetable, savoury, lunch box",
    ingredients: "beetroot, rice bran oil, sea salt",
    allergens: [],
    diet: vegan("gluten_free", "no_added_sugar"),
    ...grams("VEG-BEE", [50, 85, 29]),
  }),
  namkeen("sweet-potato-chips", "Sweet potato chips", {
    detail: "Vacuum fried, rosemary · 50 g",
    description:
      "Orange sweet potato slices, fried under vacuum and dusted with rosemary salt. About eighteen slices to a pack.",
    vendor: "Ooru Mills",
    tags: "vegetable, savoury, lunch box",
    ingredients: "sweet potato, rice bran oil, rosemary, sea salt",
    allergens: [],
    diet: vegan("gluten_free", "no_added_sugar"),
    ...grams("VEG-SWP", [50, 85, 0]),
  }),
  namkeen("okra-chips", "Okra chips", {
    detail: "Whole pods, chaat masala · 50 g",
    description:
      "Whole okra pods fried under vacuum until they rattle. Seasoned with dried mango, cumin and black salt.",
    vendor: "Ooru Mills",
    tags: "vegetable, savoury",
    ingredients: "okra, rice bran oil, dried mango powder, cumin, black salt",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("VEG-OKR", [50, 95, 18]),
  }),
  namkeen("ribbon-pakoda", "Ribbon pakoda", {
    detail: "Gram flour ribbons, garlic · 200 g",
    description:
      "Wide wavy ribbons of gram and rice flour. Crushed garlic and chilli are strained into the batter.",
    vendor: "Doddamma Foods",
    tags: "fried, savoury",
    ingredients: "gram flour, rice flour, sunflower oil, garlic, chilli powder, salt",
    allergens: [],
    diet: vegan("gluten_free"),
    ...grams("RIB-GAR", [200, 85, 66]),
  }),
  namkeen("avalakki-mixture", "Avalakki mixture", {
    detail: "Beaten rice, peanut, copra · 200 g",
    description:
      "Thin beaten rice roasted dry and tossed with a tempering of mustard, curry leaf and turmeric. Peanuts and slivers of copra make up a fifth of the mix.",
    vendor: "Malnad Pantry",
    tags: "karnataka, roasted, savoury",
    ingredients:
      "beaten rice, peanuts, roasted gram, dry coconut, sunflower oil, curry leaves, mustard seed, turmeric powder, salt",
    allergens: ["peanuts", "mustard"],
    diet: vegan("gluten_free", "jain"),
    ...grams("MIX-AVA", [200, 80, 51], [500, 185, 16]),
  }),
  namkeen("bajra-sev", "Bajra sev", {
    detail: "Pearl millet, black pepper · 150 g",
    description:
      "Fine sev of pearl millet with a third of gram flour to hold it. Black pepper is the only heat.",
    vendor: "Kutchi House",
    tags: "millet, fried, savoury",
    ingredients: "pearl millet flour, gram flour, sunflower oil, black pepper, salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...grams("SEV-BAJ", [150, 75, 43]),
  }),
];
