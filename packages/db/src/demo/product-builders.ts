import type { FoodFacts } from "@tuckshop/contracts/catalog";
import type { DemoProduct } from "./demo-product.ts";
import type { TaxClass } from "./tax-classes.ts";

type Offer = Pick<DemoProduct, "optionName" | "variants">;
type Size = readonly [amount: number, rupees: number, stock: number];
type Choice = readonly [title: string, sku: string, rupees: number, stock: number];
type Diet = FoodFacts["diet"][number];

type Allergen =
  | "milk"
  | "egg"
  | "gluten"
  | "peanuts"
  | "tree nuts"
  | "sesame"
  | "soy"
  | "mustard"
  | "sulphites";

/** Tags and ingredients are written as one line, “a, b, c”. */
type Draft = Offer &
  Pick<DemoProduct, "detail" | "description" | "vendor"> & {
    tags: string;
  };

type FoodDraft = Draft & {
  ingredients: string;
  allergens: Allergen[];
  diet: Diet[];
  /** Where it differs from the other food of its kind. */
  storage?: string;
};

type Build<D> = (slug: string, title: string, draft: D) => DemoProduct;

const list = (line: string): string[] => line.split(", ");

export const airtight = "Cool and dry; in an airtight jar once opened.";
export const frozen = "Keep frozen at −18 °C or below.";

export const food =
  (tax: TaxClass, usualStorage: string): Build<FoodDraft> =>
  (slug, title, { tags, ingredients, allergens, diet, storage = usualStorage, ...rest }) => ({
    slug,
    title,
    ...rest,
    ...tax,
    tags: list(tags),
    foodFacts: { ingredients: list(ingredients), allergens, diet, storage },
  });

export const artSupply =
  (tax: TaxClass): Build<Draft> =>
  (slug, title, { tags, ...rest }) => ({
    slug,
    title,
    ...rest,
    ...tax,
    tags: list(tags),
    foodFacts: null,
  });

export const vegetarian = (...also: Diet[]): Diet[] => ["vegetarian", "eggless", ...also];
export const vegan = (...also: Diet[]): Diet[] => ["vegetarian", "vegan", "eggless", ...also];

/** The one variant: its SKU, rupees and stock. */
export const single = (sku: string, rupees: number, stock: number): Offer => ({
  optionName: null,
  variants: [{ sku, title: "", priceMinor: rupees * 100, stock }],
});

export const choice = (optionName: string, ...choices: Choice[]): Offer => ({
  optionName,
  variants: choices.map(([title, sku, rupees, stock]) => ({
    sku,
    title,
    priceMinor: rupees * 100,
    stock,
  })),
});

const measured =
  (optionName: string, small: string, large: string) =>
  (skuStem: string, ...sizes: Size[]): Offer => {
    const choices = sizes.map(([amount, rupees, stock]): Choice => {
      const title = amount < 1000 ? `${amount} ${small}` : `${amount / 1000} ${large}`;
      return [title, `${skuStem}-${amount}`, rupees, stock];
    });
    const [first, ...others] = choices;
    if (first && others.length === 0) {
      const [, sku, rupees, stock] = first;
      return single(sku, rupees, stock);
    }
    return choice(optionName, ...choices);
  };

/** `grams("CHK-MIL", [150, 90, 42])` is 150 g at ₹90, 42 in stock, with the SKU CHK-MIL-150. */
export const grams = measured("Weight", "g", "kg");
export const millilitres = measured("Size", "ml", "litre");
