import type { DemoProduct } from "./demo-product.ts";
import { artSupply, choice, single } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const book = artSupply(gst.drawingBook);
const paper = artSupply(gst.drawingPaper);
const cutPaper = artSupply(gst.cutPaper);
const canvas = artSupply(gst.preparedCanvas);

export const drawingSurfaces: readonly DemoProduct[] = [
  book("sketchbook-hardbound", "Hardbound sketchbook", {
    detail: "130 gsm cartridge, 96 pages",
    description:
      "Section-sewn cartridge paper of 130 gsm in black cloth boards. Opens flat at any page.",
    vendor: "Kagada Paper",
    tags: "sketchbook, paper",
    ...choice(
      "Size",
      ["A6", "SKB-HRD-A6", 220, 47],
      ["A5", "SKB-HRD-A5", 320, 63],
      ["A4", "SKB-HRD-A4", 490, 38],
      ["A3", "SKB-HRD-A3", 840, 9],
    ),
  }),
  book("sketchbook-spiral", "Spiral sketchbook", {
    detail: "110 gsm, 60 sheets",
    description:
      "Sixty sheets of 110 gsm paper on a double wire. The last board is 2 mm thick, for drawing on your knee.",
    vendor: "Kagada Paper",
    tags: "sketchbook, paper, school",
    ...choice("Size", ["A5", "SKB-SPI-A5", 160, 95], ["A4", "SKB-SPI-A4", 260, 80]),
  }),
  book("toned-sketchbook", "Toned sketchbook", {
    detail: "120 gsm, 80 pages, A5",
    description:
      "Mid-toned paper for working up with white and down with black. Sewn, with an elastic band.",
    vendor: "Kagada Paper",
    tags: "sketchbook, paper",
    ...choice("Shade", ["Kraft", "SKB-TON-KRA", 290, 42], ["Grey", "SKB-TON-GRY", 290, 36]),
  }),
  book("watercolour-journal", "Watercolour journal", {
    detail: "300 gsm cotton, 48 pages",
    description:
      "Cold-pressed cotton paper of 300 gsm, sewn so a wash can cross the fold. Landscape, with a loop for a brush.",
    vendor: "Kagada Paper",
    tags: "sketchbook, watercolour, paper, travel",
    ...choice("Size", ["A6", "SKB-WAT-A6", 420, 24], ["A5", "SKB-WAT-A5", 690, 17]),
  }),
  book("handmade-paper-journal", "Handmade paper journal", {
    detail: "Cotton rag, deckle edge, A5",
    description:
      "Cotton rag sheets made from hosiery waste, sewn into a khadi cover. No two sheets have the same edge.",
    vendor: "Kagada Paper",
    tags: "sketchbook, handmade, paper",
    ...single("SKB-HND-A5", 380, 20),
  }),
  book("school-drawing-book", "School drawing book", {
    detail: "36 pages, 28 × 35 cm",
    description:
      "The size Bengaluru schools ask for, with thirty-six plain pages. Stapled, with a name label.",
    vendor: "Chitrakala Supplies",
    tags: "drawing book, paper, school",
    ...single("DRB-SCH-36", 65, 118),
  }),
  book("marker-pad", "Marker pad", {
    detail: "75 gsm coated, 50 sheets",
    description:
      "Thin sheets coated on the back, so alcohol ink stops there. See-through enough to trace a sketch.",
    vendor: "Kagada Paper",
    tags: "marker, paper, pad",
    ...choice("Size", ["A4", "PAD-MRK-A4", 360, 29], ["A3", "PAD-MRK-A3", 640, 11]),
  }),
  book("watercolour-block", "Watercolour block", {
    detail: "300 gsm cotton, 20 sheets",
    description:
      "Twenty cold-pressed cotton sheets glued on four sides, so they dry flat. Slide a knife in at the gap to free one.",
    vendor: "Kagada Paper",
    tags: "watercolour, paper, pad",
    ...choice(
      "Size",
      ["A5", "BLK-WAT-A5", 620, 26],
      ["A4", "BLK-WAT-A4", 1090, 14],
      ["A3", "BLK-WAT-A3", 1980, 2],
    ),
  }),
  paper("watercolour-sheets", "Watercolour sheets, full", {
    detail: "56 × 76 cm, cotton, per sheet",
    description:
      "Full imperial sheets of cotton paper, sold one at a time and rolled in a tube. Deckle on two edges.",
    vendor: "Kagada Paper",
    tags: "watercolour, paper, open stock",
    ...choice(
      "Weight",
      ["300 gsm cold pressed", "PAP-WAT-300C", 190, 52],
      ["300 gsm hot pressed", "PAP-WAT-300H", 190, 21],
      ["640 gsm rough", "PAP-WAT-640R", 410, 8],
    ),
  }),
  paper("cartridge-sheets-a2", "Cartridge sheets, A2", {
    detail: "Pack of 20",
    description:
      "Twenty loose A2 sheets of white cartridge for life class. Takes pencil, charcoal and light washes.",
    vendor: "Kagada Paper",
    tags: "paper",
    ...choice("Weight", ["130 gsm", "PAP-CAR-130", 260, 34], ["200 gsm", "PAP-CAR-200", 390, 19]),
  }),
  paper("pastel-paper", "Pastel paper, A3", {
    detail: "160 gsm, honeycomb tooth",
    description:
      "Ten A3 sheets with a honeycomb face and a finer back. Five muted shades, two of each.",
    vendor: "Kagada Paper",
    tags: "pastel, paper",
    ...single("PAP-PAS-A3", 340, 22),
  }),
  paper("sumi-roll", "Ink painting roll", {
    detail: "35 cm × 10 m, unsized",
    description:
      "Unsized paper of mulberry and straw on a ten-metre roll. Ink spreads at once, so load the brush lightly.",
    vendor: "Kagada Paper",
    tags: "ink, paper",
    ...single("PAP-SUM-10", 520, 10),
  }),
  cutPaper("origami-paper", "Origami paper, 15 cm", {
    detail: "100 squares, 20 shades",
    description:
      "One hundred squares coloured on one side, 70 gsm. A sheet with four folds to try is on top.",
    vendor: "Chitrakala Supplies",
    tags: "origami, paper, school",
    ...choice(
      "Pattern",
      ["Plain", "PAP-ORI-PLN", 120, 83],
      ["Block print", "PAP-ORI-BLK", 180, 31],
    ),
  }),
  cutPaper("tracing-pad", "Tracing pad", {
    detail: "90 gsm, 50 sheets",
    description:
      "Fifty clear tracing sheets of 90 gsm that take pen without cockling. Gummed at the short edge.",
    vendor: "Kagada Paper",
    tags: "paper, pad",
    ...choice("Size", ["A4", "PAD-TRC-A4", 210, 40], ["A3", "PAD-TRC-A3", 390, 13]),
  }),
  canvas("stretched-canvas", "Stretched canvas", {
    detail: "Cotton, 280 gsm, primed",
    description:
      "Cotton duck on pine bars, primed three times with acrylic gesso. Wedges for the corners are in the packet.",
    vendor: "Chitrakala Supplies",
    tags: "canvas",
    ...choice(
      "Size",
      ["20 × 20 cm", "CNV-STR-2020", 160, 58],
      ["30 × 40 cm", "CNV-STR-3040", 310, 41],
      ["45 × 60 cm", "CNV-STR-4560", 590, 20],
      ["60 × 90 cm", "CNV-STR-6090", 1080, 4],
    ),
  }),
  canvas("canvas-board", "Canvas board", {
    detail: "Cotton on 3 mm board",
    description:
      "Primed cotton glued on board, thin enough to stack. Good for studies and for carrying outdoors.",
    vendor: "Chitrakala Supplies",
    tags: "canvas, student",
    ...choice(
      "Size",
      ["15 × 15 cm", "CNV-BRD-1515", 60, 100],
      ["20 × 25 cm", "CNV-BRD-2025", 95, 86],
      ["30 × 40 cm", "CNV-BRD-3040", 190, 47],
    ),
  }),
  canvas("canvas-roll", "Canvas roll, per metre", {
    detail: "Cotton, 1.5 m wide, primed",
    description:
      "Primed cotton canvas cut from the roll, 1.5 m wide. Order three and you get one three-metre length.",
    vendor: "Chitrakala Supplies",
    tags: "canvas, open stock",
    ...single("CNV-ROL-150", 680, 24),
  }),
  canvas("mini-canvas-easel", "Mini canvas with easel", {
    detail: "10 × 10 cm, pine easel",
    description: "A 10 cm primed canvas with a small pine easel to stand it on. Sold as a pair.",
    vendor: "Chitrakala Supplies",
    tags: "canvas, gift",
    ...single("CNV-MIN-10", 140, 0),
  }),
];
