import type { DemoProduct } from "./demo-product.ts";
import { iceCreamBars } from "./products-ice-cream-bars.ts";
import { kulfis } from "./products-ice-cream-kulfi.ts";
import { sorbetsAndSpecials } from "./products-ice-cream-sorbets.ts";
import { iceCreamTubs } from "./products-ice-cream-tubs.ts";

export const iceCreamProducts: readonly DemoProduct[] = [
  ...kulfis,
  ...iceCreamTubs,
  ...sorbetsAndSpecials,
  ...iceCreamBars,
];
