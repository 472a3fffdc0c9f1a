import type { DemoProduct } from "./demo-product.ts";
import { artSupply, choice, millilitres, single } from "./product-builders.ts";
import { gst } from "./tax-classes.ts";

const paint = artSupply(gst.artistColour);
const medium = artSupply(gst.paintMedium);

export const paints: readonly DemoProduct[] = [
  paint("gouache-box-12", "Gouache box of 12", {
    detail: "12 tubes of 12 ml",
    description:
      "Twelve 12 ml tubes of opaque watercolour: two of each primary, three earths, black and two of white. Dries matt and can be wetted again.",
    vendor: "Ranga Colours",
    tags: "gouache, paint, set",
    ...single("GOU-BOX-12", 780, 34),
  }),
  paint("gouache-box-24", "Gouache box of 24", {
    detail: "24 tubes of 12 ml",
    description:
      "Twenty-four 12 ml tubes in a card box with a swatch sheet. Adds violets, two greens and a fluorescent pink to the box of twelve.",
    vendor: "Ranga Colours",
    tags: "gouache, paint, set",
    ...single("GOU-BOX-24", 1450, 16),
  }),
  paint("gouache-tube", "Gouache tube, 20 ml", {
    detail: "Single shade · 20 ml",
    description:
      "One 20 ml tube of gouache with the pigment code on the label. All six shades are rated lightfast II or better.",
    vendor: "Ranga Colours",
    tags: "gouache, paint, open stock",
    ...choice(
      "Shade",
      ["Zinc white", "GOU-20-WHT", 110, 62],
      ["Lamp black", "GOU-20-BLK", 110, 48],
      ["Ultramarine", "GOU-20-ULT", 125, 37],
      ["Lemon yellow", "GOU-20-LEM", 125, 29],
      ["Naphthol red", "GOU-20-RED", 135, 24],
      ["Burnt sienna", "GOU-20-SIE", 110, 3],
    ),
  }),
  paint("jelly-gouache-18", "Jelly gouache, 18 cups", {
    detail: "18 cups of 30 ml, refillable",
    description:
      "Eighteen 30 ml cups of soft gouache in a tray with a lid. Keep a damp cloth under the lid and the paint stays workable for months.",
    vendor: "Ranga Colours",
    tags: "gouache, paint, set",
    ...single("GOU-JEL-18", 1250, 12),
  }),
  paint("watercolour-pans-12", "Watercolour tin, 12 half pans", {
    detail: "12 half pans, fold-out palette",
    description:
      "Twelve half pans in an enamelled tin with mixing wells in the lid. The pans lift out and are sold singly too.",
    vendor: "Ranga Colours",
    tags: "watercolour, paint, set, travel",
    ...single("WAT-PAN-12", 890, 41),
  }),
  paint("watercolour-pans-24", "Watercolour tin, 24 half pans", {
    detail: "24 half pans, two lids",
    description:
      "Twenty-four half pans in a tin with two mixing lids and a thumb ring. Includes granulating earths and a sepia.",
    vendor: "Ranga Colours",
    tags: "watercolour, paint, set",
    ...single("WAT-PAN-24", 1690, 15),
  }),
  paint("watercolour-half-pan", "Watercolour half pan", {
    detail: "Single shade, refill",
    description:
      "One half pan to refill the tin, wrapped in paper. The wrapper names the pigment and its lightfastness.",
    vendor: "Ranga Colours",
    tags: "watercolour, paint, open stock",
    ...choice(
      "Shade",
      ["Payne's grey", "WAT-HP-PAY", 95, 33],
      ["Sap green", "WAT-HP-SAP", 95, 45],
      ["Cobalt blue", "WAT-HP-COB", 160, 18],
      ["Quinacridone rose", "WAT-HP-QUI", 140, 22],
      ["Yellow ochre", "WAT-HP-OCH", 85, 56],
      ["Indian red", "WAT-HP-IND", 85, 0],
    ),
  }),
  paint("watercolour-tubes-18", "Watercolour tubes, set of 18", {
    detail: "18 tubes of 5 ml",
    description:
      "Eighteen 5 ml student watercolours. Squeeze them into empty pans and let them dry for a week to build a travel set.",
    vendor: "Chitrakala Supplies",
    tags: "watercolour, paint, set, student",
    ...single("WAT-TUB-18", 420, 70),
  }),
  paint("watercolour-cakes-12", "Watercolour cakes for school", {
    detail: "12 cakes and a brush",
    description:
      "Twelve dry cakes in a plastic box with a no. 4 brush. Washes out of cotton at 40 °C.",
    vendor: "Chitrakala Supplies",
    tags: "watercolour, paint, set, school",
    ...single("WAT-CAK-12", 95, 120),
  }),
  paint("masking-fluid", "Masking fluid", {
    detail: "Latex, blue tint · 75 ml",
    description:
      "Liquid latex to keep paper white under a wash. Tinted blue so you can see it; rub it off once the wash is dry.",
    vendor: "Ranga Colours",
    tags: "watercolour, medium",
    ...single("WAT-MSK-75", 260, 27),
  }),
  paint("acrylic-set-12", "Acrylic set of 12", {
    detail: "12 tubes of 20 ml",
    description:
      "Twelve 20 ml tubes of heavy-body acrylic. Dries in half an hour at room temperature and cannot be wetted again.",
    vendor: "Ranga Colours",
    tags: "acrylic, paint, set",
    ...single("ACR-SET-12", 690, 44),
  }),
  paint("acrylic-tube", "Acrylic tube, 120 ml", {
    detail: "Heavy body · 120 ml",
    description:
      "One large tube of heavy-body acrylic that holds the mark of a knife. Single pigment in all shades but the green.",
    vendor: "Ranga Colours",
    tags: "acrylic, paint, open stock",
    ...choice(
      "Shade",
      ["Titanium white", "ACR-120-WHT", 290, 52],
      ["Mars black", "ACR-120-BLK", 290, 36],
      ["Phthalo blue", "ACR-120-PHB", 340, 21],
      ["Hooker's green", "ACR-120-HOO", 340, 17],
      ["Cadmium-free red", "ACR-120-RED", 390, 9],
    ),
  }),
  paint("acrylic-bottle-student", "Student acrylic, 500 ml", {
    detail: "Pump bottle · 500 ml",
    description:
      "A half-litre of flowing student acrylic for murals and classrooms. Works on wood, card, plaster and primed cloth.",
    vendor: "Chitrakala Supplies",
    tags: "acrylic, paint, school",
    ...choice(
      "Shade",
      ["White", "ACR-500-WHT", 420, 26],
      ["Red", "ACR-500-RED", 420, 14],
      ["Blue", "ACR-500-BLU", 420, 15],
      ["Yellow", "ACR-500-YEL", 420, 4],
    ),
  }),
  paint("oil-set-10", "Oil colour set of 10", {
    detail: "10 tubes of 18 ml",
    description:
      "Ten 18 ml tubes ground in linseed oil. A film of usual thickness is touch dry in three to six days.",
    vendor: "Ranga Colours",
    tags: "oil, paint, set",
    ...single("OIL-SET-10", 980, 19),
  }),
  paint("water-mixable-oil-set", "Water-mixable oils, set of 8", {
    detail: "8 tubes of 20 ml",
    description:
      "Oil colours that thin and wash up with water, so no turpentine in the flat. Eight 20 ml tubes.",
    vendor: "Ranga Colours",
    tags: "oil, paint, set",
    ...single("OIL-WMX-8", 1240, 8),
  }),
  paint("poster-colours-12", "Poster colours, 12 bottles", {
    detail: "12 bottles of 15 ml",
    description:
      "Twelve screw-top bottles of poster colour. Opaque, water-soluble and the usual school list item.",
    vendor: "Chitrakala Supplies",
    tags: "poster colour, paint, set, school",
    ...single("POS-SET-12", 195, 108),
  }),
  paint("fabric-colours-10", "Fabric colours, set of 10", {
    detail: "10 bottles of 15 ml",
    description:
      "Ten acrylic fabric colours, fixed with a hot iron from the back. Wash the cloth first to take out the starch.",
    vendor: "Chitrakala Supplies",
    tags: "fabric, paint, set",
    ...single("FAB-SET-10", 280, 49),
  }),
  paint("mysuru-gold-paint", "Mysuru gold paint", {
    detail: "Imitation gold, gum arabic · 15 ml",
    description:
      "Bronze powder in gum arabic for Mysuru-style borders. Shake well; burnish with agate once dry.",
    vendor: "Ranga Colours",
    tags: "metallic, paint, karnataka",
    ...single("MET-GLD-15", 320, 13),
  }),
  medium("acrylic-gel-medium", "Acrylic gel medium", {
    detail: "Gloss or matt · 250 ml",
    description:
      "Thick clear acrylic to stretch paint or glue a collage. White when wet, clear when dry.",
    vendor: "Ranga Colours",
    tags: "acrylic, medium",
    ...choice("Finish", ["Gloss", "MED-GEL-GLO", 380, 22], ["Matt", "MED-GEL-MAT", 380, 18]),
  }),
  medium("white-gesso", "White gesso", {
    detail: "Acrylic primer",
    description:
      "Acrylic primer with chalk for canvas, board or paper. Two thin coats, sanded between, suit most work.",
    vendor: "Ranga Colours",
    tags: "primer, medium",
    ...millilitres("MED-GES", [250, 240, 39], [1000, 780, 11]),
  }),
];
