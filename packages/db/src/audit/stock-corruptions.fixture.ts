import { copied, type Corruption } from "./corruption.fixture.ts";

const strayCounter = `ctr_${"0".repeat(32)}`;

export const stockCorruptions: readonly Corruption[] = [
  {
    check: "stock-within-bounds",
    damage: () => "update counter set claimed = capacity + 1",
    names: (shop) => shop.variant.counterId,
  },
  {
    check: "stock-equals-ledger",
    damage: () => "update counter set capacity = capacity + 1",
    names: (shop) => shop.variant.sku,
  },
  {
    check: "reserved-equals-claims",
    damage: ({ waiting }) => `update claim set quantity = 2 where id = '${waiting.claimId}'`,
    names: (shop) => shop.variant.counterId,
  },
  {
    check: "variant-has-stock-counter",
    damage: () => `insert into counter (id, kind) values ('${strayCounter}', 'stock')`,
    names: () => strayCounter,
  },
  {
    check: "line-backed-once",
    damage: ({ paid }) => `delete from claim where id = '${paid.claimId}'`,
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "line-backed-once",
    damage: ({ paid }) => copied("claim", `id = '${paid.claimId}'`, { id: `'clm_again'` }),
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "line-backed-once",
    damage: ({ paid }) => `update claim set state = 'held' where id = '${paid.claimId}'`,
    names: (shop) => shop.paid.orderId,
  },
  {
    check: "claim-is-wanted",
    damage: ({ browsing }) =>
      `update checkout set state = 'expired' where id = '${browsing.checkoutId}'`,
    names: (shop) => shop.browsing.claimId,
  },
  {
    check: "claim-is-wanted",
    damage: ({ waiting }) => `update orders set state = 'expired' where id = '${waiting.orderId}'`,
    names: (shop) => shop.waiting.claimId,
  },
  {
    check: "claim-is-wanted",
    damage: ({ paid }) => `delete from order_line where order_id = '${paid.orderId}'`,
    names: (shop) => shop.paid.claimId,
  },
  {
    check: "sale-entry-for-claim",
    damage: ({ paid }) => `delete from counter_entry where cause = 'sale:${paid.claimId}'`,
    names: (shop) => shop.paid.claimId,
  },
  {
    check: "sale-entry-names-claim",
    damage: ({ variant }) => `insert into counter_entry (counter_id, kind, change, cause, actor)
      values ('${variant.counterId}', 'sale', -1, 'sale:nobody', 'test')`,
    names: () => "sale:nobody",
  },
  {
    check: "sale-entry-unique",
    damage: ({ paid }) => copied("counter_entry", `cause = 'sale:${paid.claimId}'`),
    names: (shop) => shop.paid.checkoutId,
  },
  {
    check: "ledger-cause-unique",
    damage: () => copied("counter_entry", "kind = 'receive'"),
    names: () => "test:KULFI",
  },
  {
    check: "no-oversell",
    damage: ({ paid }) => `update order_line set quantity = 11 where order_id = '${paid.orderId}'`,
    names: (shop) => shop.variant.sku,
  },
];
