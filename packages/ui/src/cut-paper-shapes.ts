import type { Hue } from "@tuckshop/contracts/shop";
import type { ReactNode } from "react";
import * as art from "./cut-paper-art.tsx";
import * as ices from "./cut-paper-ices.tsx";
import type { Paints } from "./cut-paper-paints.ts";
import * as snacks from "./cut-paper-snacks.tsx";
import * as studio from "./cut-paper-studio.tsx";

export type Shape = (paints: Paints) => ReactNode;
type Rule = readonly [RegExp, Shape];

/** In each list the first words that fit decide, so narrow ones come before wide ones. */
const iceRules: readonly Rule[] = [
  [/matka/, ices.Tub],
  [/cassata/, ices.Wedge],
  [/sandwich/, ices.IceSandwich],
  [/kulfi|dolly|popsicle|lolly|\bbar\b/, ices.Kulfi],
  [/falooda|float|shake|sundae/, ices.Sundae],
  [/cone/, ices.Cone],
  [/sorbet|tub|no added sugar|vegan/, ices.Tub],
];

const snackRules: readonly Rule[] = [
  [/chakli|murukku|jalebi|thenkuzhal|kodubale/, snacks.Spiral],
  [/khakhra|nippattu|papad|pappad|thattai|puri/, snacks.Discs],
  [/lad+oo?|unde\b|peda|energy ball/, snacks.Laddoos],
  [/chikki|pak\b|mithai|barfi|\bbar\b|chocolate|fudge/, snacks.Slab],
  [/podi|pudi|pickle|honey|jam\b|chutney|ghee$|butter$|spread|sauce/, snacks.Jar],
  [/samosa|puff$|pakoda/, snacks.Samosa],
  [/straws|sticks/, snacks.Sticks],
  [/biscuit|cookie|rusk|cracker|nankhatai/, snacks.Biscuits],
  [/almonds|cashews|peanuts|kadlekai|nuts?$|seeds?\b/, snacks.Nuts],
  [
    /granola|muesli|trail|mukhwas|chana|soya|makhana|dates|slices|candy|pops|puffed/,
    snacks.Bowlful,
  ],
  [/chips|mixture|sev\b|puffs|namkeen/, snacks.SnackBag],
  [/tea\b|leaf|herb/, snacks.Leaf],
];

const artRules: readonly Rule[] = [
  [/palette kniv|cutter|clay tools/, studio.Knife],
  [/tin\b|half pan|cakes|jelly/, studio.Tin],
  [/paint(ing)? roll|roll\b|roller|tape|cord|ribbon/, art.Roll],
  [/crayon|pastels|chalk|plasticine/, art.Crayons],
  [/ink$/, art.InkBottle],
  [/pencil|graphite|charcoal/, art.Pencil],
  [/pens?\b|fineliner|marker(?! pad)/, art.Marker],
  [/brush/, art.Brush],
  [/palette/, art.Palette],
  [/sketchbook|journal|book|pad|block$|sheets|paper\b(?! scissors)|origami/, art.Pad],
  [/scissors/, studio.Scissors],
  [/ruler/, studio.Ruler],
  [/canvas|easel|manikin/, studio.Canvas],
  [/eraser|sharpener|clay|plaster|lino/, studio.Block],
  [/ink|glue|gesso|medium|fluid|bottles/, art.InkBottle],
  [/gouache|acrylic|oil|tube|paint|colour/, art.Tube],
];

const rules: Record<Hue, readonly Rule[]> = {
  raspberry: iceRules,
  pistachio: snackRules,
  ultramarine: artRules,
  ink: [...snackRules, ...iceRules, ...artRules],
};

const fallbacks: Record<Hue, readonly Shape[]> = {
  raspberry: [ices.Bowl, ices.Cone, ices.Sundae, ices.Tub],
  pistachio: [snacks.SnackBag, snacks.Bowlful, snacks.Jar],
  ultramarine: [art.Tube, art.Pad, art.Palette],
  ink: [snacks.SnackBag, art.Pad],
};

/** What to cut for a name; chance decides only where its words do not. */
export function shapeFor(name: string, hue: Hue, chance: number): Shape {
  const words = name.toLowerCase();
  const known = rules[hue].find(([pattern]) => pattern.test(words))?.[1];
  const guesses = fallbacks[hue];
  return known ?? guesses[chance % guesses.length] ?? snacks.Leaf;
}
