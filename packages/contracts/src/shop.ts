import * as z from "zod/mini";
import { Currency, Money } from "./money.ts";

/** Which of the four inks a counter of the shop wears; ink itself is for the ones without a colour. */
export const Hue = z.enum(["pistachio", "raspberry", "ultramarine", "ink"]);
export type Hue = z.infer<typeof Hue>;

export const Shop = z.object({
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  hours: z.string(),
  timeZone: z.string(),
  currency: Currency,
  cashFee: Money,
  holdMinutes: z.int(),
  zones: z.array(
    z.object({
      name: z.string(),
      pincodes: z.array(z.string()),
      fee: Money,
      freeFrom: z.nullable(Money),
    }),
  ),
});
export type Shop = z.infer<typeof Shop>;
