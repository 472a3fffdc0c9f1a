import type { DemoProduct } from "./demo-product.ts";
import { food, frozen, millilitres, vegetarian } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const tub = food(gst.iceCream, frozen);

export const iceCreamTubs: readonly DemoProduct[] = [
  tub("tender-coconut", "Tender coconut", {
    detail: "Coconut water, soft flesh",
    description:
      "Tender coconut water and cream churned together, with strips of the soft flesh folded in. Coconuts come from Maddur.",
    vendor: "Cubbon Creamery",
    tags: "scoop, fruit, karnataka",
    ingredients: "milk, cream, tender coconut flesh, tender coconut water, sugar, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-TCO", [100, 85, 66], [500, 340, 28]),
  }),
  tub("vanilla-bean", "Vanilla bean", {
    detail: "Coorg vanilla, cream",
    description:
      "Vanilla grown and cured in Coorg, whole seeds in the mix. Churned slowly, so it is dense.",
    vendor: "Cubbon Creamery",
    tags: "scoop, classic",
    ingredients: "milk, cream, sugar, milk solids, vanilla bean",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-VAN", [100, 75, 88], [500, 310, 36], [1000, 580, 14]),
  }),
  tub("french-vanilla-custard", "French vanilla custard", {
    detail: "Egg yolk custard, Coorg vanilla",
    description:
      "A cooked custard with egg yolks, chilled overnight before churning. The only ice cream at this counter made with egg.",
    vendor: "Cubbon Creamery",
    tags: "scoop, contains egg",
    ingredients: "milk, cream, sugar, egg yolk, vanilla bean",
    allergens: ["milk", "egg"],
    diet: ["gluten_free"],
    ...millilitres("TUB-FRV", [100, 95, 20], [500, 390, 8]),
  }),
  tub("dark-chocolate", "Dark chocolate", {
    detail: "70 % Idukki cacao",
    description:
      "Melted 70 % chocolate and cocoa powder in milk and cream. Flakes of the same chocolate through it.",
    vendor: "Cubbon Creamery",
    tags: "scoop, chocolate, classic",
    ingredients: "milk, cream, sugar, cocoa mass, cocoa powder, cocoa butter",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-DCH", [100, 90, 74], [500, 370, 31], [1000, 690, 9]),
  }),
  tub("alphonso-mango", "Alphonso mango", {
    detail: "Ratnagiri pulp, cream",
    description:
      "Forty parts Alphonso pulp to sixty of cream and milk. The pulp is pressed in May and frozen for the year.",
    vendor: "Cubbon Creamery",
    tags: "scoop, mango, fruit",
    ingredients: "Alphonso mango pulp, milk, cream, sugar, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-MNG", [100, 90, 61], [500, 360, 23]),
  }),
  tub("strawberry-ice-cream", "Strawberry", {
    detail: "Mahabaleshwar strawberries",
    description:
      "Strawberries from Mahabaleshwar, half puréed and half left in pieces. Colour comes from the fruit and a little beetroot.",
    vendor: "Cubbon Creamery",
    tags: "scoop, fruit, classic",
    ingredients: "milk, cream, strawberries, sugar, milk solids, beetroot juice",
    allergens: ["milk"],
    diet: vegetarian("gluten_free"),
    ...millilitres("TUB-STR", [100, 85, 45], [500, 340, 17]),
  }),
  tub("butterscotch", "Butterscotch", {
    detail: "Burnt sugar, cashew praline",
    description:
      "Butter and sugar cooked to a dark caramel, then cooled into cream. Cashew praline is crushed in at the end.",
    vendor: "Cubbon Creamery",
    tags: "scoop, nuts, classic",
    ingredients: "milk, cream, sugar, cashews, butter, salt",
    allergens: ["milk", "tree nuts"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-BUT", [100, 80, 69], [500, 325, 27], [1000, 610, 10]),
  }),
  tub("kesar-pista", "Kesar pista", {
    detail: "Saffron, pistachio",
    description: "Saffron infused in warm cream, with chopped Iranian pistachios. No added colour.",
    vendor: "Cubbon Creamery",
    tags: "scoop, nuts, classic",
    ingredients: "milk, cream, sugar, pistachios, saffron, cardamom",
    allergens: ["milk", "tree nuts"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-KPI", [100, 90, 38], [500, 370, 15]),
  }),
  tub("coorg-coffee", "Coorg coffee", {
    detail: "Cold-steeped arabica",
    description:
      "Coarse arabica from Coorg steeped in cold cream for sixteen hours and strained. Strong enough to keep you up.",
    vendor: "Cubbon Creamery",
    tags: "scoop, coffee, karnataka",
    ingredients: "milk, cream, sugar, coffee, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-COF", [100, 85, 52], [500, 345, 4]),
  }),
  tub("chikoo-ice-cream", "Chikoo", {
    detail: "Sapota, palm jaggery",
    description:
      "Sapota and palm jaggery in milk and cream. Grainy like the fruit, with a taste of toffee.",
    vendor: "Lakeside Ices",
    tags: "scoop, fruit",
    ingredients: "milk, sapota pulp, cream, palm jaggery, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-CHK", [100, 80, 34], [500, 320, 12]),
  }),
  tub("jackfruit-ice-cream", "Jackfruit", {
    detail: "Ripe halasu, cream",
    description:
      "Ripe jackfruit bulbs from Tumakuru, puréed with cream. Small dice of fruit are folded in after churning.",
    vendor: "Lakeside Ices",
    tags: "scoop, fruit, seasonal, karnataka",
    ingredients: "milk, jackfruit, cream, sugar, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-JCK", [100, 85, 1], [500, 340, 0]),
  }),
  tub("guava-chilli", "Guava chilli", {
    detail: "Pink guava, chilli, salt",
    description:
      "Pink guava purée, seeds strained out, with red chilli and black salt. Tastes like the cart outside a school.",
    vendor: "Lakeside Ices",
    tags: "scoop, fruit, spicy",
    ingredients: "milk, pink guava pulp, cream, sugar, red chilli, black salt",
    allergens: ["milk"],
    diet: vegetarian("gluten_free"),
    ...millilitres("TUB-GUA", [100, 85, 43], [500, 340, 19]),
  }),
  tub("fig-and-honey", "Fig and honey", {
    detail: "Ballari figs, honey",
    description:
      "Dried figs from Ballari soaked in hot milk and chopped. Sweetened with honey from the Nilgiris.",
    vendor: "Lakeside Ices",
    tags: "scoop, fruit, karnataka",
    ingredients: "milk, cream, figs, honey, milk solids",
    allergens: ["milk"],
    diet: vegetarian("gluten_free"),
    ...millilitres("TUB-FIG", [100, 95, 25], [500, 390, 11]),
  }),
  tub("roasted-almond", "Roasted almond", {
    detail: "Almond praline, cream",
    description:
      "Almonds roasted dark, half ground to a paste and half chopped. Churned in milk and cream.",
    vendor: "Cubbon Creamery",
    tags: "scoop, nuts",
    ingredients: "milk, cream, sugar, almonds, milk solids, salt",
    allergens: ["milk", "tree nuts"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-ALM", [100, 90, 47], [500, 370, 18]),
  }),
  tub("cookies-and-cream", "Cookies and cream", {
    detail: "Cocoa biscuit, vanilla",
    description:
      "Cocoa biscuits from Mosque Road Bakery broken into vanilla ice cream. Added last, so some stay crisp.",
    vendor: "Cubbon Creamery",
    tags: "scoop, chocolate",
    ingredients: "milk, cream, sugar, wheat flour, cocoa powder, butter, vanilla bean",
    allergens: ["milk", "gluten"],
    diet: vegetarian("jain"),
    ...millilitres("TUB-COO", [100, 85, 83], [500, 345, 30], [1000, 640, 8]),
  }),
  tub("ragi-malt-ice-cream", "Ragi malt", {
    detail: "Malted finger millet, jaggery",
    description:
      "Finger millet sprouted, dried and milled, then cooked in milk as for a morning drink. Churned with jaggery and cream.",
    vendor: "Lakeside Ices",
    tags: "scoop, ragi, millet, karnataka",
    ingredients: "milk, cream, jaggery, sprouted finger millet, cardamom",
    allergens: ["milk"],
    diet: vegetarian("gluten_free"),
    ...millilitres("TUB-RAG", [100, 80, 40], [500, 325, 16]),
  }),
  tub("frozen-shrikhand", "Frozen shrikhand", {
    detail: "Hung curd, saffron",
    description:
      "Curd hung overnight, beaten with sugar and saffron, then frozen. Sour first, sweet after.",
    vendor: "Cubbon Creamery",
    tags: "scoop, yogurt",
    ingredients: "hung curd, sugar, cream, saffron, cardamom",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain"),
    ...millilitres("TUB-SHR", [100, 80, 31], [500, 325, 13]),
  }),
];
