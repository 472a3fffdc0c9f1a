import type { DemoProduct } from "./demo-product.ts";
import { artSupply, choice, grams, single } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const brush = artSupply(gst.brush);
const tool = artSupply(gst.handTool);
const plastic = artSupply(gst.plasticArticle);
const wooden = artSupply(gst.woodenArticle);
const tape = artSupply(gst.tape);
const glue = artSupply(gst.glue);
const scissors = artSupply(gst.scissors);
const instrument = artSupply(gst.drawingInstrument);
const linoleum = artSupply(gst.linoleum);
const ink = artSupply(gst.ink);
const modellingPaste = artSupply(gst.modellingPaste);
const naturalClay = artSupply(gst.naturalClay);
const plaster = artSupply(gst.plaster);
const yarn = artSupply(gst.yarn);

export const artTools: readonly DemoProduct[] = [
  brush("round-brush", "Round brush, synthetic", {
    detail: "Taklon, short handle",
    description:
      "Taklon hair in a seamless ferrule on a short handle. For watercolour, gouache and thin acrylic.",
    vendor: "Jaipur Brush House",
    tags: "brush, watercolour",
    ...choice(
      "Size",
      ["No. 2", "BRU-RND-2", 70, 76],
      ["No. 4", "BRU-RND-4", 80, 81],
      ["No. 6", "BRU-RND-6", 95, 60],
      ["No. 8", "BRU-RND-8", 120, 44],
      ["No. 12", "BRU-RND-12", 190, 18],
    ),
  }),
  brush("flat-brush", "Flat brush, hog bristle", {
    detail: "Interlocked bristle, long handle",
    description:
      "Hog bristle that curves inward, on a 30 cm handle. Stiff enough for oils and heavy acrylic.",
    vendor: "Jaipur Brush House",
    tags: "brush, oil, acrylic",
    ...choice(
      "Size",
      ["No. 4", "BRU-FLT-4", 90, 43],
      ["No. 8", "BRU-FLT-8", 140, 35],
      ["No. 12", "BRU-FLT-12", 210, 3],
    ),
  }),
  brush("mop-brush", "Mop brush", {
    detail: "Soft synthetic squirrel",
    description:
      "A full belly that holds water for a whole sky. Synthetic hair; no animal is used.",
    vendor: "Jaipur Brush House",
    tags: "brush, watercolour",
    ...choice(
      "Size",
      ["Small", "BRU-MOP-S", 260, 22],
      ["Medium", "BRU-MOP-M", 340, 17],
      ["Large", "BRU-MOP-L", 480, 8],
    ),
  }),
  brush("rigger-brush", "Rigger brush", {
    detail: "Long hair, no. 1",
    description: "Long thin hair for branches, wires and lettering. Holds a line of half a metre.",
    vendor: "Jaipur Brush House",
    tags: "brush, watercolour",
    ...single("BRU-RIG-1", 110, 30),
  }),
  brush("miniature-brush", "Miniature brush", {
    detail: "No. 000, for fine detail",
    description:
      "The fine pointed brush used by miniature painters in Jaipur, here in synthetic hair. About forty hairs to a tip.",
    vendor: "Jaipur Brush House",
    tags: "brush, miniature",
    ...single("BRU-MIN-000", 130, 26),
  }),
  brush("brush-set-6", "Brush set of 6", {
    detail: "Rounds and flats, cotton roll",
    description:
      "Rounds no. 2, 6 and 10 with flats no. 4, 8 and 12. They come in a cotton roll with ties.",
    vendor: "Jaipur Brush House",
    tags: "brush, set, gift",
    ...single("BRU-SET-6", 620, 39),
  }),
  brush("water-brush", "Water brush", {
    detail: "Fills with 6 ml of water",
    description:
      "Nylon tip on a barrel that holds water. Squeeze to wet, wipe on a tissue to clean.",
    vendor: "Jaipur Brush House",
    tags: "brush, watercolour, travel",
    ...choice(
      "Tip",
      ["Fine", "BRU-WTR-F", 150, 55],
      ["Broad", "BRU-WTR-B", 160, 48],
      ["Flat", "BRU-WTR-FL", 160, 0],
    ),
  }),
  tool("palette-knife-set", "Palette knives, set of 5", {
    detail: "Steel blades, wooden handles",
    description:
      "Five shapes of sprung steel blade, from a diamond to a 9 cm spatula. Beech handles with brass collars.",
    vendor: "Jaipur Brush House",
    tags: "knife, oil, acrylic, set",
    ...single("KNF-PAL-5", 390, 21),
  }),
  tool("lino-cutter-set", "Lino cutter with 6 blades", {
    detail: "Two Vs, two Us, knife, scoop",
    description:
      "One handle with six blades that store inside it. Cut away from the other hand; a bench hook helps.",
    vendor: "Chitrakala Supplies",
    tags: "lino, printmaking, set",
    ...single("LIN-CUT-6", 340, 32),
  }),
  tool("lino-roller", "Ink roller", {
    detail: "Soft rubber brayer",
    description:
      "Rubber on a steel frame, for an even skin of ink. Wash it at once and hang it up.",
    vendor: "Chitrakala Supplies",
    tags: "lino, printmaking",
    ...choice("Width", ["6 cm", "LIN-ROL-6", 280, 24], ["10 cm", "LIN-ROL-10", 390, 15]),
  }),
  tool("clay-tools-8", "Clay tools, set of 8", {
    detail: "Wood, wire, sponge, needle",
    description:
      "A cutting wire, needle, sponge, rib, ribbon tool, loop and two wooden modelling sticks. In a cotton pouch.",
    vendor: "Chitrakala Supplies",
    tags: "clay, set",
    ...single("CLY-TOL-8", 260, 36),
  }),
  linoleum("lino-block", "Lino block", {
    detail: "Grey hessian-backed, 3.2 mm",
    description:
      "Linoleum of 3.2 mm on hessian. Warm it in the sun for ten minutes and it cuts more easily.",
    vendor: "Chitrakala Supplies",
    tags: "lino, printmaking",
    ...choice(
      "Size",
      ["10 × 15 cm", "LIN-BLK-1015", 90, 67],
      ["15 × 20 cm", "LIN-BLK-1520", 150, 50],
      ["20 × 30 cm", "LIN-BLK-2030", 270, 23],
    ),
  }),
  ink("block-printing-ink", "Block printing ink", {
    detail: "Water-washable · 100 ml",
    description:
      "Relief ink that washes up with soap and water. Stays open for half an hour in our climate.",
    vendor: "Neralu Inks",
    tags: "lino, printmaking, ink",
    ...choice(
      "Shade",
      ["Black", "INK-BLK-BLK", 310, 37],
      ["Red", "INK-BLK-RED", 330, 16],
      ["Blue", "INK-BLK-BLU", 330, 2],
    ),
  }),
  modellingPaste("plasticine-12", "Plasticine, 12 sticks", {
    detail: "Oil based, never dries",
    description:
      "Twelve sticks of oil clay that stay soft. Keep off painted wood, as the oil marks it.",
    vendor: "Chitrakala Supplies",
    tags: "clay, school, set",
    ...single("CLY-PLA-12", 85, 107),
  }),
  modellingPaste("polymer-clay", "Polymer clay", {
    detail: "56 g block, oven bake",
    description:
      "Knead, shape and bake at 130 °C for half an hour. Once hard it can be drilled, sanded and painted.",
    vendor: "Chitrakala Supplies",
    tags: "clay, open stock",
    ...choice(
      "Shade",
      ["White", "CLY-POL-WHT", 140, 44],
      ["Terracotta", "CLY-POL-TER", 140, 33],
      ["Black", "CLY-POL-BLK", 140, 28],
      ["Turquoise", "CLY-POL-TUR", 140, 12],
    ),
  }),
  modellingPaste("air-dry-clay", "Air-dry clay", {
    detail: "White, no kiln",
    description:
      "Paper-fibre clay that dries hard in two days. Seal it with varnish; it is not watertight.",
    vendor: "Chitrakala Supplies",
    tags: "clay, school",
    ...grams("CLY-AIR", [500, 190, 57], [1000, 340, 25]),
  }),
  naturalClay("terracotta-clay", "Terracotta clay", {
    detail: "Channapatna, ready to use · 2 kg",
    description:
      "River clay from near Channapatna, sieved and pugged. Fires red at 950 °C, or air dry it and paint it for Ganesha.",
    vendor: "Chitrakala Supplies",
    tags: "clay, karnataka",
    ...grams("CLY-TER", [2000, 160, 30]),
  }),
  plaster("plaster-of-paris", "Plaster of Paris", {
    detail: "Fine casting grade",
    description:
      "Add two parts of plaster to one of water and pour within five minutes. Sets in twenty.",
    vendor: "Chitrakala Supplies",
    tags: "casting",
    ...grams("PLS-POP", [1000, 70, 46], [5000, 300, 9]),
  }),
  plastic("folding-palette", "Folding palette", {
    detail: "24 wells, rubber seal",
    description:
      "Twenty-four wells with a rubber seal, so paint stays moist to the next day. Four mixing areas in the lid.",
    vendor: "Chitrakala Supplies",
    tags: "palette, watercolour, travel",
    ...single("PLT-FLD-24", 240, 40),
  }),
  wooden("table-easel", "Table easel", {
    detail: "Pine, folds flat",
    description: "Pine easel for canvases up to 50 cm tall. Five angles; folds to 4 cm.",
    vendor: "Chitrakala Supplies",
    tags: "easel",
    ...single("EAS-TBL-50", 890, 11),
  }),
  wooden("manikin", "Jointed manikin", {
    detail: "Channapatna wood",
    description:
      "A jointed figure turned in ivory wood by Channapatna toy makers. Poses hold by springs inside.",
    vendor: "Channapatna Turners",
    tags: "figure drawing, karnataka, gift",
    ...choice("Height", ["20 cm", "MAN-WOD-20", 380, 18], ["30 cm", "MAN-WOD-30", 560, 4]),
  }),
  tape("masking-tape", "Artist's masking tape", {
    detail: "Low tack, 20 m roll",
    description: "Low-tack paper tape that leaves a clean border and lifts without tearing.",
    vendor: "Chitrakala Supplies",
    tags: "tape, watercolour",
    ...choice("Width", ["12 mm", "TAP-MSK-12", 70, 89], ["24 mm", "TAP-MSK-24", 110, 73]),
  }),
  glue("pva-glue", "PVA glue", {
    detail: "White, dries clear",
    description: "White glue for paper, card, wood and cloth. Dries clear in an hour.",
    vendor: "Chitrakala Supplies",
    tags: "glue, school",
    ...choice("Size", ["100 g", "GLU-PVA-100", 55, 100], ["500 g", "GLU-PVA-500", 190, 34]),
  }),
  scissors("paper-scissors", "Paper scissors", {
    detail: "Steel, 18 cm",
    description: "Ground steel blades of 18 cm on a screw you can tighten. Works in either hand.",
    vendor: "Chitrakala Supplies",
    tags: "scissors, school",
    ...single("SCI-PAP-18", 160, 51),
  }),
  instrument("steel-ruler", "Steel ruler, cork back", {
    detail: "30 cm, etched",
    description: "Etched steel with a cork strip, so it does not slip under a knife.",
    vendor: "Chitrakala Supplies",
    tags: "ruler",
    ...single("RUL-STL-30", 130, 45),
  }),
  yarn("cotton-macrame-cord", "Macramé cord", {
    detail: "Cotton, 3 mm, 100 m",
    description:
      "Single-strand cotton cord from Erode that combs out for a fringe. Undyed or dyed with reactive colour.",
    vendor: "Chitrakala Supplies",
    tags: "cord, craft",
    ...choice(
      "Shade",
      ["Natural", "YRN-MAC-NAT", 320, 27],
      ["Madder", "YRN-MAC-MAD", 360, 14],
      ["Indigo", "YRN-MAC-IND", 360, 10],
    ),
  }),
];
