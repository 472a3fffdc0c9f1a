import type { DemoProduct } from "./demo-product.ts";
import { airtight, food, grams, vegan, vegetarian } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const cereal = food(gst.cereal, airtight);
const podi = food(gst.chutneyPowder, airtight);
const nutButter = food(gst.roastedNuts, "Cool and dry; stir before use, as the oil rises.");

export const pantrySnacks: readonly DemoProduct[] = [
  cereal("coconut-jaggery-granola", "Coconut jaggery granola", {
    detail: "Oats, coconut, jaggery",
    description:
      "Rolled oats and coconut flakes baked with jaggery and coconut oil in slabs. Broken by hand, so there are clusters.",
    vendor: "Hundred Foot Kitchen",
    tags: "granola, breakfast, sweet",
    ingredients: "rolled oats, jaggery, coconut, coconut oil, pumpkin seeds, cinnamon, salt",
    allergens: ["gluten"],
    diet: vegan(),
    ...grams("GRA-COC", [250, 260, 38], [500, 490, 13]),
  }),
  cereal("millet-granola", "Millet granola", {
    detail: "Puffed ragi, jowar, almond",
    description:
      "Puffed finger millet and flaked sorghum in place of oats, with almonds and raisins. Sweetened with jaggery.",
    vendor: "Hundred Foot Kitchen",
    tags: "granola, millet, breakfast, sweet",
    ingredients: "finger millet, sorghum flakes, jaggery, almonds, raisins, coconut oil, salt",
    allergens: ["tree nuts"],
    diet: vegan("gluten_free", "jain"),
    ...grams("GRA-MIL", [250, 280, 30], [500, 530, 8]),
  }),
  cereal("cocoa-granola", "Cocoa granola", {
    detail: "Oats, cocoa, hazelnut · 250 g",
    description:
      "Oats baked with cocoa powder, jaggery and halved hazelnuts. Sea salt is scattered on before the second bake.",
    vendor: "Hundred Foot Kitchen",
    tags: "granola, breakfast, sweet, chocolate",
    ingredients: "rolled oats, jaggery, hazelnuts, cocoa powder, coconut oil, sea salt",
    allergens: ["gluten", "tree nuts"],
    diet: vegan(),
    ...grams("GRA-CHO", [250, 310, 22]),
  }),
  cereal("plain-muesli", "Unsweetened muesli", {
    detail: "Oats, wheat flakes, seeds · 500 g",
    description:
      "Rolled oats and wheat flakes, untoasted, with raisins, almonds and flax. Nothing is added to sweeten it.",
    vendor: "Hundred Foot Kitchen",
    tags: "muesli, breakfast",
    ingredients: "rolled oats, wheat flakes, raisins, almonds, flax seeds, sunflower seeds",
    allergens: ["gluten", "tree nuts"],
    diet: vegan("jain", "no_added_sugar"),
    ...grams("MUE-PLN", [500, 340, 26]),
  }),
  podi("gunpowder-podi", "Gunpowder podi", {
    detail: "Urad, chana, red chilli",
    description:
      "Roasted urad and chana dal ground coarse with Guntur chilli. Mix with sesame oil or ghee for idli and dosa.",
    vendor: "Doddamma Foods",
    tags: "podi, savoury, spicy",
    ingredients: "urad dal, chana dal, Guntur chilli, asafoetida, salt",
    allergens: ["gluten"],
    diet: vegan("jain", "no_added_sugar"),
    ...grams("POD-GUN", [100, 75, 82], [250, 165, 31]),
  }),
  podi("curry-leaf-podi", "Curry leaf podi", {
    detail: "Karibevu, urad, tamarind · 100 g",
    description:
      "Curry leaves dried in the shade, then ground with roasted urad dal and tamarind. Eaten with hot rice and ghee.",
    vendor: "Doddamma Foods",
    tags: "podi, karnataka, savoury",
    ingredients: "curry leaves, urad dal, red chilli, tamarind, sunflower oil, salt",
    allergens: [],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("POD-CUR", [100, 85, 47]),
  }),
  podi("flax-podi", "Flax seed podi", {
    detail: "Agase, garlic, chilli · 100 g",
    description:
      "The agase chutney of North Karnataka: roasted flax, dry garlic and Byadgi chilli. Served with jowar roti.",
    vendor: "Malnad Pantry",
    tags: "podi, karnataka, seeds, savoury",
    ingredients: "flax seeds, Byadgi chilli, garlic, tamarind, cumin, salt",
    allergens: [],
    diet: vegan("gluten_free", "no_added_sugar"),
    ...grams("POD-FLX", [100, 80, 36]),
  }),
  podi("peanut-podi", "Peanut podi", {
    detail: "Shenga, garlic, cumin · 100 g",
    description:
      "Roasted peanuts pounded with garlic, cumin and chilli in a stone mortar. Coarse, with pieces you can see.",
    vendor: "Malnad Pantry",
    tags: "podi, karnataka, nuts, savoury",
    ingredients: "peanuts, garlic, Byadgi chilli, cumin, salt",
    allergens: ["peanuts"],
    diet: vegan("gluten_free", "no_added_sugar"),
    ...grams("POD-PNT", [100, 80, 55]),
  }),
  podi("sesame-podi", "Sesame podi", {
    detail: "Ellu, urad, jaggery · 100 g",
    description:
      "Black sesame and urad dal with a little jaggery to round off the bitterness. For idli, or stirred into curd rice.",
    vendor: "Doddamma Foods",
    tags: "podi, savoury",
    ingredients: "black sesame, urad dal, red chilli, jaggery, salt",
    allergens: ["sesame"],
    diet: vegan("gluten_free", "jain"),
    ...grams("POD-SES", [100, 85, 2]),
  }),
  podi("chutney-pudi", "Mysuru chutney pudi", {
    detail: "Copra, chana, tamarind · 200 g",
    description:
      "Dry coconut, chana dal and Byadgi chilli with tamarind and jaggery. Red and faintly sweet, for dosa and buttered bread.",
    vendor: "Malnad Pantry",
    tags: "podi, karnataka, savoury",
    ingredients:
      "chana dal, urad dal, dry coconut, Byadgi chilli, tamarind, jaggery, mustard seed, asafoetida, salt",
    allergens: ["gluten", "mustard"],
    diet: vegan("jain"),
    ...grams("POD-MYS", [200, 140, 40]),
  }),
  nutButter("peanut-butter", "Stone-ground peanut butter", {
    detail: "Peanuts, a pinch of salt",
    description:
      "Roasted peanuts ground between granite stones for three hours. No sugar, no palm oil.",
    vendor: "Ooru Mills",
    tags: "spread, nuts",
    ingredients: "peanuts, salt",
    allergens: ["peanuts"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("SPR-PNT", [250, 190, 45], [1000, 620, 10]),
  }),
  nutButter("almond-butter", "Almond butter", {
    detail: "Roasted almonds · 200 g",
    description: "Roasted almonds and nothing else, ground fine. About 180 almonds to a jar.",
    vendor: "Ooru Mills",
    tags: "spread, nuts",
    ingredients: "almonds",
    allergens: ["tree nuts"],
    diet: vegan("gluten_free", "jain", "no_added_sugar"),
    ...grams("SPR-ALM", [200, 480, 14]),
  }),
  nutButter("cashew-jaggery-spread", "Cashew jaggery spread", {
    detail: "Cashew, jaggery, ghee · 200 g",
    description:
      "Cashews roasted in ghee and ground with jaggery. Spread it on chapati or stir a spoon into ragi porridge.",
    vendor: "Ooru Mills",
    tags: "spread, nuts, sweet",
    ingredients: "cashews, jaggery, ghee, cardamom",
    allergens: ["tree nuts", "milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...grams("SPR-CSH", [200, 390, 11]),
  }),
];
