import type { ProductCard as Product } from "@tuckshop/contracts/catalog";
import { ProductCard } from "./product-card.tsx";

type Props = { products: readonly Product[]; heading?: "h2" | "h3" };

export function ProductGrid({ products, heading = "h3" }: Props) {
  return (
    <ul className="product-grid">
      {products.map((product) => (
        <li key={product.id}>
          <ProductCard product={product} heading={heading} />
        </li>
      ))}
    </ul>
  );
}
