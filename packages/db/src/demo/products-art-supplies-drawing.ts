import type { DemoProduct } from "./demo-product.ts";
import { artSupply, choice, single } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const pencil = artSupply(gst.pencil);
const chalk = artSupply(gst.chalkStick);
const pen = artSupply(gst.pen);
const ink = artSupply(gst.ink);
const eraser = artSupply(gst.eraser);
const sharpener = artSupply(gst.sharpener);

export const drawingSupplies: readonly DemoProduct[] = [
  pencil("graphite-set-12", "Graphite pencils, set of 12", {
    detail: "6H to 8B, tin",
    description:
      "Twelve graphite pencils from 6H to 8B in a flat tin. Cedar casing that sharpens without splitting.",
    vendor: "Kadu Pencil Works",
    tags: "pencil, graphite, set",
    ...single("PEN-GRA-12", 340, 53),
  }),
  pencil("graphite-pencil", "Graphite pencil", {
    detail: "One pencil, five grades",
    description:
      "A single cedar pencil with its grade stamped in foil. Hexagonal, so it stays on a sloping desk.",
    vendor: "Kadu Pencil Works",
    tags: "pencil, graphite, open stock, school",
    ...choice(
      "Grade",
      ["2H", "PEN-GRA-2H", 20, 85],
      ["HB", "PEN-GRA-HB", 20, 120],
      ["2B", "PEN-GRA-2B", 20, 116],
      ["4B", "PEN-GRA-4B", 20, 98],
      ["8B", "PEN-GRA-8B", 25, 64],
    ),
  }),
  pencil("woodless-graphite", "Woodless graphite stick", {
    detail: "Lacquered, full graphite",
    description:
      "A pencil of solid graphite under a thin lacquer. Use the side for tone and the point for line.",
    vendor: "Kadu Pencil Works",
    tags: "pencil, graphite",
    ...choice(
      "Grade",
      ["2B", "GRA-WDL-2B", 70, 40],
      ["6B", "GRA-WDL-6B", 70, 32],
      ["9B", "GRA-WDL-9B", 75, 2],
    ),
  }),
  pencil("colour-pencils-24", "Colour pencils, set of 24", {
    detail: "Wax core, card box",
    description:
      "Twenty-four wax-core pencils with 3.3 mm leads. Round casing; the shade name is printed on each.",
    vendor: "Kadu Pencil Works",
    tags: "pencil, colour, set, school",
    ...single("PEN-COL-24", 290, 91),
  }),
  pencil("artist-colour-pencils", "Artist colour pencils", {
    detail: "Oil core, tin",
    description:
      "Oil-based leads of 4 mm that layer without wax bloom. Lightfastness is marked with stars on the barrel.",
    vendor: "Kadu Pencil Works",
    tags: "pencil, colour, set",
    ...choice(
      "Set",
      ["24 shades", "PEN-OIL-24", 1150, 21],
      ["48 shades", "PEN-OIL-48", 2190, 9],
      ["72 shades", "PEN-OIL-72", 3250, 3],
    ),
  }),
  pencil("watercolour-pencils-12", "Watercolour pencils, set of 12", {
    detail: "Water-soluble, with brush",
    description:
      "Twelve pencils whose marks dissolve under a wet brush. A no. 6 round brush is in the tin.",
    vendor: "Kadu Pencil Works",
    tags: "pencil, watercolour, set",
    ...single("PEN-WAT-12", 450, 37),
  }),
  pencil("charcoal-pencils-3", "Charcoal pencils, set of 3", {
    detail: "Soft, medium, hard",
    description:
      "Three compressed charcoal pencils in wood. Cleaner to hold than sticks, and they take a point.",
    vendor: "Kadu Pencil Works",
    tags: "pencil, charcoal, set",
    ...single("CHA-PEN-3", 165, 46),
  }),
  pencil("willow-charcoal", "Willow charcoal sticks", {
    detail: "Box of 12, 15 cm",
    description:
      "Willow twigs burnt in a closed kiln. Soft enough to wipe off with a cloth, so good for laying in.",
    vendor: "Chitrakala Supplies",
    tags: "charcoal",
    ...choice(
      "Thickness",
      ["Thin, 4 mm", "CHA-WIL-4", 180, 28],
      ["Medium, 7 mm", "CHA-WIL-7", 220, 25],
      ["Thick, 12 mm", "CHA-WIL-12", 310, 0],
    ),
  }),
  pencil("soft-pastels", "Soft pastels", {
    detail: "Square sticks, foam tray",
    description:
      "Chalk-bound square sticks for broad strokes and sharp edges. Fix or frame the work, as the dust stays loose.",
    vendor: "Ranga Colours",
    tags: "pastel, set",
    ...choice("Set", ["24 sticks", "PAS-SOF-24", 420, 31], ["48 sticks", "PAS-SOF-48", 790, 14]),
  }),
  pencil("oil-pastels", "Oil pastels", {
    detail: "Round sticks, 11 mm",
    description:
      "Round oil pastels that blend with a finger or a drop of linseed oil. They do not dry hard.",
    vendor: "Chitrakala Supplies",
    tags: "pastel, set, school",
    ...choice(
      "Set",
      ["12 shades", "PAS-OIL-12", 90, 114],
      ["25 shades", "PAS-OIL-25", 170, 88],
      ["50 shades", "PAS-OIL-50", 330, 40],
    ),
  }),
  pencil("wax-crayons-24", "Wax crayons, set of 24", {
    detail: "Paper sleeve, for small hands",
    description:
      "Twenty-four crayons, 10 mm thick, in paper sleeves. Made with paraffin and food-safe pigment.",
    vendor: "Chitrakala Supplies",
    tags: "crayon, set, school",
    ...single("CRA-WAX-24", 110, 102),
  }),
  chalk("rangoli-chalk-sticks", "Rangoli chalk sticks", {
    detail: "Box of 10 thick sticks",
    description:
      "Ten thick chalks in five colours for doorsteps and pavements. Rain takes them off.",
    vendor: "Chitrakala Supplies",
    tags: "chalk, school",
    ...single("CHK-RNG-10", 60, 78),
  }),
  pen("fineliner-set-6", "Fineliners, set of 6", {
    detail: "0.05 to 0.8 mm, black",
    description:
      "Six pigment pens from 0.05 to 0.8 mm. The ink is waterproof once dry, so a wash can go over it.",
    vendor: "Neralu Inks",
    tags: "pen, set",
    ...single("FIN-SET-6", 480, 59),
  }),
  pen("fineliner", "Fineliner, single", {
    detail: "Pigment ink, black",
    description: "One pigment pen in the width you ran out of. Waterproof and lightfast once dry.",
    vendor: "Neralu Inks",
    tags: "pen, open stock",
    ...choice(
      "Width",
      ["0.1 mm", "FIN-BLK-01", 85, 66],
      ["0.3 mm", "FIN-BLK-03", 85, 72],
      ["0.5 mm", "FIN-BLK-05", 85, 61],
      ["0.8 mm", "FIN-BLK-08", 85, 1],
    ),
  }),
  pen("brush-pens-12", "Watercolour brush pens, set of 12", {
    detail: "Nylon hair tip, dye ink",
    description:
      "Twelve pens with a tip of nylon hairs and water-soluble ink. A thirteenth, empty pen takes water for blending.",
    vendor: "Neralu Inks",
    tags: "pen, brush pen, set",
    ...single("BRP-SET-12", 650, 30),
  }),
  pen("alcohol-markers", "Alcohol markers", {
    detail: "Chisel and brush ends",
    description:
      "Two-ended markers with alcohol ink that layers without tearing paper. They bleed through, so use marker paper.",
    vendor: "Neralu Inks",
    tags: "marker, set",
    ...choice(
      "Set",
      ["Greys, 6", "MRK-ALC-G6", 540, 24],
      ["Basics, 24", "MRK-ALC-24", 1490, 18],
      ["Skin tones, 12", "MRK-ALC-S12", 880, 4],
    ),
  }),
  pen("dip-pen-set", "Dip pen with five nibs", {
    detail: "Beech holder, steel nibs",
    description:
      "A beech holder with two drawing nibs, two italic nibs and a mapping nib. Wipe after use, as plain steel rusts.",
    vendor: "Neralu Inks",
    tags: "pen, calligraphy, set",
    ...single("DIP-SET-5", 390, 26),
  }),
  pen("bamboo-reed-pen", "Bamboo reed pen", {
    detail: "Hand cut",
    description:
      "Bamboo cut to a chisel end for Kannada and Devanagari lettering. Recut it with a sharp knife when it wears.",
    vendor: "Neralu Inks",
    tags: "pen, calligraphy",
    ...choice(
      "Width",
      ["3 mm", "REE-BAM-3", 60, 43],
      ["6 mm", "REE-BAM-6", 70, 38],
      ["10 mm", "REE-BAM-10", 80, 20],
    ),
  }),
  ink("india-ink", "India ink", {
    detail: "Carbon black, waterproof",
    description:
      "Carbon black in shellac, waterproof when dry. For brush and dip pen only; it will clog a fountain pen.",
    vendor: "Neralu Inks",
    tags: "ink",
    ...choice("Size", ["30 ml", "INK-IND-30", 120, 68], ["250 ml", "INK-IND-250", 620, 12]),
  }),
  ink("drawing-ink", "Coloured drawing ink", {
    detail: "Acrylic, 30 ml dropper",
    description:
      "Pigment in a thin acrylic binder, with a dropper in the cap. Use it neat, diluted or in an airbrush.",
    vendor: "Neralu Inks",
    tags: "ink, open stock",
    ...choice(
      "Shade",
      ["Indigo", "INK-ACR-IND", 240, 34],
      ["Vermilion", "INK-ACR-VER", 240, 23],
      ["Sepia", "INK-ACR-SEP", 240, 28],
      ["Leaf green", "INK-ACR-GRN", 240, 0],
      ["White", "INK-ACR-WHT", 260, 31],
    ),
  }),
  ink("fountain-pen-ink", "Fountain pen ink", {
    detail: "Dye based · 50 ml",
    description:
      "Dye ink that flows well and rinses out with water. Mixed in Basavanagudi in lots of forty bottles.",
    vendor: "Neralu Inks",
    tags: "ink, karnataka",
    ...choice(
      "Shade",
      ["Monsoon blue", "INK-FTN-BLU", 320, 25],
      ["Jamun purple", "INK-FTN-PUR", 320, 19],
      ["Gulmohar red", "INK-FTN-RED", 320, 3],
    ),
  }),
  eraser("kneaded-eraser", "Kneaded eraser", {
    detail: "Grey putty rubber",
    description:
      "Putty rubber that lifts graphite and charcoal without crumbs. Pull and fold it to find a clean face.",
    vendor: "Kadu Pencil Works",
    tags: "eraser",
    ...single("ERA-KND-1", 45, 112),
  }),
  eraser("dust-free-eraser", "Dust-free eraser", {
    detail: "White block",
    description: "A soft white block whose crumbs roll together. Kind to thin paper.",
    vendor: "Kadu Pencil Works",
    tags: "eraser, school",
    ...choice("Pack", ["1 piece", "ERA-DST-1", 15, 120], ["Box of 20", "ERA-DST-20", 270, 16]),
  }),
  sharpener("brass-sharpener", "Brass two-hole sharpener", {
    detail: "8 mm and 11 mm",
    description:
      "A solid brass block with two steel blades. The blades unscrew and spares are in the packet.",
    vendor: "Kadu Pencil Works",
    tags: "sharpener",
    ...single("SHP-BRS-2", 180, 35),
  }),
];
