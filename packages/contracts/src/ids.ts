import * as z from "zod/mini";

/** `ord_` and 32 hex digits: the prefix tells people which table, the brand tells the compiler. */
const id = <const P extends string>(prefix: P) =>
  z.templateLiteral([prefix, "_", z.string().check(z.regex(/^[0-9a-f]{32}$/))]).brand<P>();

export const PrincipalId = id("prn");
export type PrincipalId = z.infer<typeof PrincipalId>;
export const CategoryId = id("cat");
export type CategoryId = z.infer<typeof CategoryId>;
export const ProductId = id("prd");
export type ProductId = z.infer<typeof ProductId>;
export const VariantId = id("var");
export type VariantId = z.infer<typeof VariantId>;
export const CounterId = id("ctr");
export type CounterId = z.infer<typeof CounterId>;
export const ClaimId = id("clm");
export type ClaimId = z.infer<typeof ClaimId>;
export const CartId = id("crt");
export type CartId = z.infer<typeof CartId>;
export const CheckoutId = id("chk");
export type CheckoutId = z.infer<typeof CheckoutId>;
export const QuoteId = id("quo");
export type QuoteId = z.infer<typeof QuoteId>;
export const OrderId = id("ord");
export type OrderId = z.infer<typeof OrderId>;
export const PaymentId = id("pay");
export type PaymentId = z.infer<typeof PaymentId>;
export const PaymentAttemptId = id("att");
export type PaymentAttemptId = z.infer<typeof PaymentAttemptId>;
export const RefundId = id("rfd");
export type RefundId = z.infer<typeof RefundId>;
export const RefundRequestId = id("rrq");
export type RefundRequestId = z.infer<typeof RefundRequestId>;

type Id =
  | typeof PrincipalId
  | typeof CategoryId
  | typeof ProductId
  | typeof VariantId
  | typeof CounterId
  | typeof ClaimId
  | typeof CartId
  | typeof CheckoutId
  | typeof QuoteId
  | typeof OrderId
  | typeof PaymentId
  | typeof PaymentAttemptId
  | typeof RefundId
  | typeof RefundRequestId;

const prefixes = new Map<Id, string>([
  [PrincipalId, "prn"],
  [CategoryId, "cat"],
  [ProductId, "prd"],
  [VariantId, "var"],
  [CounterId, "ctr"],
  [ClaimId, "clm"],
  [CartId, "crt"],
  [CheckoutId, "chk"],
  [QuoteId, "quo"],
  [OrderId, "ord"],
  [PaymentId, "pay"],
  [PaymentAttemptId, "att"],
  [RefundId, "rfd"],
  [RefundRequestId, "rrq"],
]);

/** A fresh id of one kind, ordered by time: `newId(OrderId)`. */
export function newId<T extends Id>(kind: T): z.infer<T> {
  return kind.parse(`${prefixes.get(kind)}_${uuidV7Hex()}`) as z.infer<T>;
}

let lastMs = 0;
let counter = 0;

/**
 * UUID version 7 (RFC 9562 §5.7) without its dashes: 48 bits of milliseconds, 12 that count within
 * one millisecond, then chance. Ids made by one process sort in the order they were made.
 */
function uuidV7Hex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const now = Date.now();
  if (now > lastMs) [lastMs, counter] = [now, view.getUint16(6) & 0x3ff];
  else if (++counter > 0xfff) [lastMs, counter] = [lastMs + 1, 0];
  view.setUint32(0, Math.floor(lastMs / 0x1_0000));
  view.setUint16(4, lastMs % 0x1_0000);
  view.setUint16(6, 0x7000 | counter);
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What the shop and its suppliers call a variant. Upper case, so that one article has one spelling. */
export const Sku = z
  .string()
  .check(z.regex(/^[A-Z0-9][A-Z0-9._-]{0,63}$/))
  .brand<"sku">();
export type Sku = z.infer<typeof Sku>;

/** A URL segment: `mango-kulfi`. */
export const Slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(120));
export type Slug = z.infer<typeof Slug>;

/**
 * The name of an order in public: ten letters and digits of Crockford's base 32, without the ones
 * that people confuse. 50 bits of chance: short to read out, too many to guess.
 */
export const OrderReference = z
  .string()
  .check(z.regex(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/))
  .brand<"reference">();
export type OrderReference = z.infer<typeof OrderReference>;

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export function newOrderReference(): OrderReference {
  const letters = Array.from(
    crypto.getRandomValues(new Uint8Array(10)),
    (byte) => crockford[byte & 31],
  ).join("");
  return OrderReference.parse(`${letters.slice(0, 5)}-${letters.slice(5)}`);
}
