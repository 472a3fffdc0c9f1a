import type { DemoProduct } from "./demo-product.ts";
import { food, frozen, millilitres, vegan, vegetarian } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const sorbet = food(gst.iceCream, frozen);
const dairyFree = sorbet;
const noSugar = sorbet;

export const sorbetsAndSpecials: readonly DemoProduct[] = [
  sorbet("jamun-sorbet", "Jamun sorbet", {
    detail: "Java plum, black salt",
    description:
      "Java plums pulped by hand in June and frozen the same day. Black salt and lime, as it is sold by the roadside.",
    vendor: "Lakeside Ices",
    tags: "sorbet, vegan, fruit, seasonal",
    ingredients: "jamun pulp, water, sugar, lime juice, black salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("SOR-JAM", [100, 80, 46], [500, 320, 18]),
  }),
  sorbet("mango-sorbet", "Totapuri mango sorbet", {
    detail: "Totapuri, lime",
    description:
      "Totapuri pulp, sharper than Alphonso, with lime juice. Two thirds of it is fruit.",
    vendor: "Lakeside Ices",
    tags: "sorbet, vegan, fruit, mango",
    ingredients: "Totapuri mango pulp, water, sugar, lime juice",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("SOR-MNG", [100, 75, 54], [500, 300, 22]),
  }),
  sorbet("kokum-sorbet", "Kokum sorbet", {
    detail: "Kokum, cumin, black salt",
    description:
      "Dried kokum rind steeped in water, with roasted cumin and black salt. Tastes of sol kadhi without the coconut.",
    vendor: "Lakeside Ices",
    tags: "sorbet, vegan, fruit",
    ingredients: "water, kokum, sugar, cumin, black salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("SOR-KOK", [100, 75, 39], [500, 300, 14]),
  }),
  sorbet("lime-mint-sorbet", "Lime and mint sorbet", {
    detail: "Nimbu, pudina",
    description:
      "Lime juice and zest with mint leaves blanched to hold their colour. No flavouring or dye.",
    vendor: "Lakeside Ices",
    tags: "sorbet, vegan, fruit",
    ingredients: "water, sugar, lime juice, mint, lime zest",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("SOR-LIM", [100, 70, 63], [500, 280, 25]),
  }),
  sorbet("passion-fruit-sorbet", "Passion fruit sorbet", {
    detail: "Coorg passion fruit, seeds in",
    description:
      "Passion fruit from Coorg with a spoonful of seeds left in each tub. Sharp enough to follow a thali.",
    vendor: "Lakeside Ices",
    tags: "sorbet, vegan, fruit, karnataka",
    ingredients: "passion fruit pulp, water, sugar",
    allergens: [],
    diet: vegan("gluten_free"),
    ...millilitres("SOR-PAS", [100, 85, 28], [500, 340, 10]),
  }),
  sorbet("watermelon-sorbet", "Watermelon sorbet", {
    detail: "Watermelon, basil seed",
    description: "Watermelon juice with soaked basil seeds and lime. Made from March to June.",
    vendor: "Lakeside Ices",
    tags: "sorbet, vegan, fruit, seasonal",
    ingredients: "watermelon juice, sugar, basil seed, lime juice",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("SOR-WAT", [100, 70, 2], [500, 280, 0]),
  }),
  sorbet("phalsa-sorbet", "Phalsa sorbet", {
    detail: "Phalsa berry, rock salt · 100 ml",
    description:
      "Phalsa berries crushed and strained, with rock salt. The season lasts five weeks and so does the stock.",
    vendor: "Lakeside Ices",
    tags: "sorbet, vegan, fruit, seasonal",
    ingredients: "phalsa pulp, water, sugar, rock salt",
    allergens: [],
    diet: vegan("gluten_free"),
    ...millilitres("SOR-PHA", [100, 90, 0]),
  }),
  sorbet("chocolate-sorbet", "Chocolate sorbet", {
    detail: "Idukki cocoa, water",
    description:
      "Cocoa powder and 72 % chocolate melted into sugar syrup. No milk, so the cocoa comes first.",
    vendor: "Lakeside Ices",
    tags: "sorbet, vegan, chocolate",
    ingredients: "water, sugar, cocoa powder, cocoa mass, cocoa butter, salt",
    allergens: [],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("SOR-CHO", [100, 85, 42], [500, 340, 17]),
  }),
  dairyFree("vegan-vanilla", "Vegan vanilla", {
    detail: "Coconut milk, Coorg vanilla",
    description:
      "Coconut milk and cashew paste churned with vanilla seeds. It softens faster than dairy: five minutes out is enough.",
    vendor: "Lakeside Ices",
    tags: "scoop, vegan",
    ingredients: "coconut milk, sugar, cashews, vanilla bean, salt",
    allergens: ["tree nuts"],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("VEG-VAN", [100, 95, 35], [500, 390, 12]),
  }),
  dairyFree("vegan-chocolate-hazelnut", "Vegan chocolate hazelnut", {
    detail: "Oat milk, hazelnut paste",
    description:
      "Oat milk with roasted hazelnut paste and cocoa. Chopped hazelnuts sink a little, so dig down.",
    vendor: "Lakeside Ices",
    tags: "scoop, vegan, chocolate, nuts",
    ingredients: "oat milk, sugar, hazelnuts, cocoa powder, coconut oil, salt",
    allergens: ["gluten", "tree nuts"],
    diet: vegan("jain"),
    ...millilitres("VEG-CHZ", [100, 105, 27], [500, 430, 9]),
  }),
  dairyFree("vegan-peanut-caramel", "Vegan peanut caramel", {
    detail: "Coconut milk, peanut, jaggery",
    description:
      "Peanut butter churned into coconut milk, with a ripple of jaggery caramel. Salted at the end.",
    vendor: "Lakeside Ices",
    tags: "scoop, vegan, nuts",
    ingredients: "coconut milk, peanuts, jaggery, sugar, sea salt",
    allergens: ["peanuts"],
    diet: vegan("gluten_free", "jain"),
    ...millilitres("VEG-PNT", [100, 95, 30], [500, 390, 11]),
  }),
  noSugar("no-sugar-vanilla", "Vanilla, no added sugar", {
    detail: "Maltitol, Coorg vanilla",
    description:
      "Sweetened with maltitol and stevia; the milk keeps its own lactose. More than 200 ml a day can upset the stomach.",
    vendor: "Cubbon Creamery",
    tags: "scoop, no sugar",
    ingredients: "milk, cream, maltitol, milk solids, stevia, vanilla bean",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain", "no_added_sugar"),
    ...millilitres("NSA-VAN", [100, 95, 44], [500, 390, 15]),
  }),
  noSugar("no-sugar-fig-walnut", "Fig and walnut, no added sugar", {
    detail: "Dried figs, walnuts",
    description:
      "Dried figs do the sweetening, helped by erythritol. Walnut halves from Kashmir, toasted and broken.",
    vendor: "Cubbon Creamery",
    tags: "scoop, no sugar, nuts, fruit",
    ingredients: "milk, cream, figs, walnuts, erythritol, milk solids",
    allergens: ["milk", "tree nuts"],
    diet: vegetarian("gluten_free", "no_added_sugar"),
    ...millilitres("NSA-FIG", [100, 105, 23], [500, 430, 8]),
  }),
  noSugar("no-sugar-chocolate", "Chocolate, no added sugar", {
    detail: "Idukki cocoa, erythritol",
    description:
      "Cocoa powder in milk and cream with erythritol and stevia. Each 100 ml has 5 g of sugars, all from milk.",
    vendor: "Cubbon Creamery",
    tags: "scoop, no sugar, chocolate",
    ingredients: "milk, cream, erythritol, cocoa powder, milk solids, stevia",
    allergens: ["milk"],
    diet: vegetarian("gluten_free", "jain", "no_added_sugar"),
    ...millilitres("NSA-CHO", [100, 95, 38], [500, 390, 14]),
  }),
];
