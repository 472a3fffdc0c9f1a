import * as z from "zod/mini";

/** An amount in the currency's minor unit (paise, cents): an integer, never a float. */
export const Minor = z.int().check(z.nonnegative());
export type Minor = z.infer<typeof Minor>;

export const Currency = z.enum(["INR", "EUR", "GBP", "USD"]);
export type Currency = z.infer<typeof Currency>;

/** An amount never travels without its currency. */
export const Money = z.object({ minor: Minor, currency: Currency });
export type Money = z.infer<typeof Money>;

/** A figure of the books, which may be below zero. */
export const SignedMoney = z.object({ minor: z.int(), currency: Currency });

export const money = (minor: Minor, currency: Currency): Money => ({ minor, currency });
