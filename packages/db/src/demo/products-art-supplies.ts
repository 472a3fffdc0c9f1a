import type { DemoProduct } from "./demo-product.ts";
import { drawingSupplies } from "./products-art-supplies-drawing.ts";
import { paints } from "./products-art-supplies-paint.ts";
import { drawingSurfaces } from "./products-art-supplies-surfaces.ts";
import { artTools } from "./products-art-supplies-tools.ts";

export const artSupplyProducts: readonly DemoProduct[] = [
  ...paints,
  ...drawingSupplies,
  ...drawingSurfaces,
  ...artTools,
];
