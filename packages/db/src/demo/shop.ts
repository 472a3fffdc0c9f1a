import type { Currency } from "@tuckshop/contracts/money";
import type { Hue } from "@tuckshop/contracts/shop";
import type { DemoProduct } from "./demo-product.ts";
import { artSupplyProducts } from "./products-art-supplies.ts";
import { iceCreamProducts } from "./products-ice-cream.ts";
import { snackProducts } from "./products-snacks.ts";

export type DemoShop = {
  name: string;
  phone: string;
  address: string;
  hours: string;
  timeZone: string;
  currency: Currency;
  cashFeeMinor: number;
  holdMinutes: number;
};

export type DemoZone = {
  name: string;
  pincodes: string[];
  feeMinor: number;
  /** Delivery is free from this amount of goods; null when it never is. */
  freeFromMinor: number | null;
};

export type DemoCategory = {
  slug: string;
  name: string;
  hue: Hue;
  products: readonly DemoProduct[];
  /** Slugs of those that the home page shows first. */
  fresh: readonly string[];
};

export const demoShop: DemoShop = {
  name: "The Corner Counter",
  phone: "+91 80 5550 0138",
  address: "14, 12th Main Road, HAL 2nd Stage, Indiranagar, Bengaluru 560038",
  hours: "Open till 9:30 pm",
  timeZone: "Asia/Kolkata",
  currency: "INR",
  cashFeeMinor: 500,
  holdMinutes: 15,
};

export const demoZones: readonly DemoZone[] = [
  { name: "Indiranagar", pincodes: ["560038"], feeMinor: 1500, freeFromMinor: 49900 },
  {
    name: "Domlur, Ulsoor and Jeevan Bima Nagar",
    pincodes: ["560071", "560008", "560075"],
    feeMinor: 2900,
    freeFromMinor: 79900,
  },
  {
    name: "CV Raman Nagar and Koramangala",
    pincodes: ["560093", "560034", "560095"],
    feeMinor: 4900,
    freeFromMinor: 129900,
  },
];

export const demoCategories: readonly DemoCategory[] = [
  {
    slug: "snacks",
    name: "Snacks",
    hue: "pistachio",
    products: snackProducts,
    fresh: ["millet-chakli", "peri-peri-makhana", "peanut-chikki", "nankhatai"],
  },
  {
    slug: "ice-cream",
    name: "Ice cream",
    hue: "raspberry",
    products: iceCreamProducts,
    fresh: ["mango-kulfi", "tender-coconut", "jamun-sorbet", "coorg-coffee"],
  },
  {
    slug: "art-supplies",
    name: "Art supplies",
    hue: "ultramarine",
    products: artSupplyProducts,
    fresh: ["gouache-box-12", "watercolour-journal", "round-brush", "origami-paper"],
  },
];
