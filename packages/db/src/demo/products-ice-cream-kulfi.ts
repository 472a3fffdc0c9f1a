import type { DemoProduct } from "./demo-product.ts";
import { choice, food, frozen, millilitres, vegan, vegetarian } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const kulfi = food(gst.iceCream, frozen);

export const kulfis: readonly DemoProduct[] = [
  kulfi("mango-kulfi", "Mango kulfi", {
    detail: "Alphonso, saffron · 80 ml",
    description:
      "Milk boiled down to a third and mixed with Ratnagiri Alphonso pulp. Saffron strands are soaked in warm milk before they go in. Set on a stick.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, mango, fruit",
    ingredients: "milk, Alphonso mango pulp, sugar, milk solids, saffron, cardamom",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("KUL-MNG", [80, 60, 40]),
  }),
  kulfi("malai-kulfi", "Malai kulfi", {
    detail: "Reduced milk, cardamom · 80 ml",
    description:
      "Milk reduced for four hours with its skin folded back in. Sugar and green cardamom, nothing more.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, classic",
    ingredients: "milk, sugar, cream, cardamom",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("KUL-MAL", [80, 50, 96]),
  }),
  kulfi("pista-kulfi", "Pista kulfi", {
    detail: "Pistachio paste and slivers · 80 ml",
    description:
      "Ground pistachios give the colour; there is no green dye. Slivers are stirred through before freezing.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, nuts, classic",
    ingredients: "milk, sugar, pistachios, milk solids, cardamom",
    allergens: ["milk", "tree nuts"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("KUL-PIS", [80, 65, 58]),
  }),
  kulfi("kesar-badam-kulfi", "Kesar badam kulfi", {
    detail: "Saffron, almond · 80 ml",
    description:
      "Kashmiri saffron and coarse almond meal in reduced milk. The almonds are blanched and ground each morning.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, nuts, classic",
    ingredients: "milk, sugar, almonds, milk solids, saffron, cardamom",
    allergens: ["milk", "tree nuts"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("KUL-KBD", [80, 65, 44]),
  }),
  kulfi("filter-coffee-kulfi", "Filter coffee kulfi", {
    detail: "Chikmagalur decoction · 80 ml",
    description:
      "First decoction from a brass filter, stirred into reduced milk. The coffee is a Chikmagalur peaberry without chicory.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, coffee, karnataka",
    ingredients: "milk, sugar, coffee decoction, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("KUL-COF", [80, 60, 0]),
  }),
  kulfi("gulkand-kulfi", "Gulkand kulfi", {
    detail: "Rose petal preserve · 80 ml",
    description:
      "Damask rose petals preserved in sugar, swirled through malai kulfi. Petal pieces stay whole.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, rose",
    ingredients: "milk, sugar, rose petals, milk solids, cardamom",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("KUL-GUL", [80, 60, 37]),
  }),
  kulfi("paan-kulfi", "Paan kulfi", {
    detail: "Betel leaf, fennel, gulkand · 80 ml",
    description:
      "Fresh betel leaves blended into cold milk, with fennel and gulkand. No areca nut and no tobacco.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, after meal",
    ingredients: "milk, sugar, betel leaf, rose petals, fennel, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("KUL-PAN", [80, 60, 29]),
  }),
  kulfi("sitaphal-kulfi", "Sitaphal kulfi", {
    detail: "Custard apple · 80 ml",
    description:
      "Custard apple pulp, seeded by hand, in lightly reduced milk. On sale from September to December.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, fruit, seasonal",
    ingredients: "milk, custard apple pulp, sugar, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free"),
    ...millilitres("KUL-SIT", [80, 70, 3]),
  }),
  kulfi("chikoo-kulfi", "Chikoo kulfi", {
    detail: "Dahanu sapota · 80 ml",
    description:
      "Ripe sapota from Dahanu mashed into reduced milk. Its own brown colour, with small grains of fruit.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, fruit",
    ingredients: "milk, sapota pulp, sugar, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("KUL-CHK", [80, 60, 26]),
  }),
  kulfi("jaggery-kulfi", "Bella kulfi", {
    detail: "Mandya jaggery, dry ginger · 80 ml",
    description:
      "Sweetened with Mandya jaggery, added off the heat so the milk does not split. Dry ginger and a little salt.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, karnataka",
    ingredients: "milk, jaggery, milk solids, dry ginger, salt",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("KUL-JAG", [80, 60, 48]),
  }),
  kulfi("chocolate-kulfi", "Chocolate kulfi", {
    detail: "Idukki cocoa · 80 ml",
    description:
      "Cocoa from Idukki whisked into reduced milk. Less sweet than malai, and the one children ask for.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, chocolate",
    ingredients: "milk, sugar, cocoa powder, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("KUL-CHO", [80, 60, 71]),
  }),
  kulfi("sugar-free-malai-kulfi", "Malai kulfi, no added sugar", {
    detail: "Reduced milk, stevia · 80 ml",
    description:
      "Reduced milk sweetened with erythritol and stevia. The milk's own lactose remains: 5 g of sugars to a stick.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, no sugar",
    ingredients: "milk, cream, erythritol, stevia, cardamom",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain", "no_added_sugar"),
    ...millilitres("KUL-NSM", [80, 75, 33]),
  }),
  kulfi("vegan-mango-kulfi", "Vegan mango kulfi", {
    detail: "Coconut milk, Alphonso · 80 ml",
    description:
      "Coconut milk and cashew paste stand in for reduced milk. Alphonso pulp and saffron as in the dairy one.",
    vendor: "Lakeside Ices",
    tags: "kulfi, vegan, mango, fruit",
    ingredients: "coconut milk, Alphonso mango pulp, sugar, cashews, saffron",
    allergens: ["tree nuts"],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("KUL-VMG", [80, 75, 24]),
  }),
  kulfi("matka-kulfi", "Matka kulfi", {
    detail: "Clay cup, pistachio, saffron",
    description:
      "Malai kulfi frozen in an unglazed clay cup and sealed with foil. Pistachio and saffron on top; keep the cup for a plant.",
    vendor: "Cubbon Creamery",
    tags: "kulfi, classic, sharing",
    ingredients: "milk, sugar, cream, pistachios, saffron, cardamom",
    allergens: ["milk", "tree nuts"],
    diet: vegetarian("gluten_free", "jain"),
    ...choice("Pack", ["1 cup", "KUL-MAT-1", 90, 42], ["Box of 4", "KUL-MAT-4", 340, 12]),
  }),
];
