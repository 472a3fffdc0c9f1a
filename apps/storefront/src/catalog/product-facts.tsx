import type { FoodFacts, Product } from "@tuckshop/contracts/catalog";
import { Chip } from "@tuckshop/ui/chip";

const dietWords: Record<FoodFacts["diet"][number], string> = {
  vegetarian: "Vegetarian",
  vegan: "Vegan",
  eggless: "Eggless",
  no_added_sugar: "No added sugar",
  gluten_free: "Gluten free",
  jain: "Jain",
};

/** What is in it and how to keep it, as a list of terms. Says nothing it does not know. */
export function ProductFacts({ product }: { product: Product }) {
  const { foodFacts, vendor } = product;
  const facts = [
    ["Ingredients", foodFacts?.ingredients.join(", ")],
    ["Allergens", foodFacts && (foodFacts.allergens.join(", ") || "None declared")],
    ["Keeping", foodFacts?.storage],
    ["Made by", vendor],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <>
      {foodFacts && foodFacts.diet.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label="Diet">
          {foodFacts.diet.map((diet) => (
            <li key={diet}>
              <Chip tone="ok">{dietWords[diet]}</Chip>
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <dl className="divide-y divide-line border-y border-line">
          {facts.map(([term, words]) => (
            <div key={term} className="grid gap-1 py-3 sm:grid-cols-[8rem_1fr]">
              <dt className="text-small font-[650] text-ink-2">{term}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
