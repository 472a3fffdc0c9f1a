import type { DemoProduct } from "./demo-product.ts";

export type TaxClass = Pick<DemoProduct, "hsn" | "taxRateBasisPoints">;

/**
 * HSN headings (four digits, as a small shop files them) with example rates of GST for the demo.
 * Rates change by notification: a real shop sets its own.
 */
export const gst = {
  namkeen: { hsn: "2106", taxRateBasisPoints: 1200 },
  sweetmeat: { hsn: "2106", taxRateBasisPoints: 500 },
  chutneyPowder: { hsn: "2106", taxRateBasisPoints: 500 },
  roastedNuts: { hsn: "2008", taxRateBasisPoints: 1200 },
  driedFruit: { hsn: "0813", taxRateBasisPoints: 1200 },
  datesAndFigs: { hsn: "0804", taxRateBasisPoints: 1200 },
  fruitPreserve: { hsn: "2007", taxRateBasisPoints: 1200 },
  khakhraAndRusk: { hsn: "1905", taxRateBasisPoints: 500 },
  biscuit: { hsn: "1905", taxRateBasisPoints: 1800 },
  puffedGrain: { hsn: "1904", taxRateBasisPoints: 500 },
  cereal: { hsn: "1904", taxRateBasisPoints: 1800 },
  chocolate: { hsn: "1806", taxRateBasisPoints: 1800 },
  iceCream: { hsn: "2105", taxRateBasisPoints: 1800 },
  artistColour: { hsn: "3213", taxRateBasisPoints: 1800 },
  paintMedium: { hsn: "3208", taxRateBasisPoints: 1800 },
  ink: { hsn: "3215", taxRateBasisPoints: 1800 },
  modellingPaste: { hsn: "3407", taxRateBasisPoints: 1800 },
  naturalClay: { hsn: "2508", taxRateBasisPoints: 500 },
  plaster: { hsn: "2520", taxRateBasisPoints: 500 },
  glue: { hsn: "3506", taxRateBasisPoints: 1800 },
  tape: { hsn: "3919", taxRateBasisPoints: 1800 },
  plasticArticle: { hsn: "3926", taxRateBasisPoints: 1800 },
  eraser: { hsn: "4016", taxRateBasisPoints: 500 },
  woodenArticle: { hsn: "4421", taxRateBasisPoints: 1200 },
  drawingPaper: { hsn: "4802", taxRateBasisPoints: 1200 },
  drawingBook: { hsn: "4820", taxRateBasisPoints: 1200 },
  cutPaper: { hsn: "4823", taxRateBasisPoints: 1800 },
  yarn: { hsn: "5207", taxRateBasisPoints: 500 },
  preparedCanvas: { hsn: "5901", taxRateBasisPoints: 1200 },
  linoleum: { hsn: "5904", taxRateBasisPoints: 1800 },
  handTool: { hsn: "8205", taxRateBasisPoints: 1800 },
  scissors: { hsn: "8213", taxRateBasisPoints: 1800 },
  sharpener: { hsn: "8214", taxRateBasisPoints: 1200 },
  drawingInstrument: { hsn: "9017", taxRateBasisPoints: 1800 },
  brush: { hsn: "9603", taxRateBasisPoints: 1800 },
  pen: { hsn: "9608", taxRateBasisPoints: 1800 },
  pencil: { hsn: "9609", taxRateBasisPoints: 1200 },
  chalkStick: { hsn: "9609", taxRateBasisPoints: 0 },
} as const satisfies Record<string, TaxClass>;
