import type { DemoProduct } from "./demo-product.ts";
import { bakedSnacks } from "./products-snacks-baked.ts";
import { crispSnacks } from "./products-snacks-crisp.ts";
import { pantrySnacks } from "./products-snacks-pantry.ts";
import { roastedSnacks } from "./products-snacks-roasted.ts";
import { sweetSnacks } from "./products-snacks-sweet.ts";

export const snackProducts: readonly DemoProduct[] = [
  ...crispSnacks,
  ...roastedSnacks,
  ...bakedSnacks,
  ...sweetSnacks,
  ...pantrySnacks,
];
