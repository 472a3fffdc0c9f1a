import type { StockEntry } from "@tuckshop/contracts/stock";
import { Chip, type Tone } from "@tuckshop/ui/chip";
import { causeWords } from "../who-and-why.ts";

/** `cause` stands in where the ledger has nothing that a person would understand. */
const kinds: Record<StockEntry["kind"], { word: string; tone: Tone; cause: string }> = {
  receive: { word: "Received", tone: "ok", cause: "A delivery" },
  adjust: { word: "Adjusted", tone: "warn", cause: "By hand" },
  sale: { word: "Sold", tone: "plain", cause: "A customer’s order" },
  return: { word: "Came back", tone: "counter", cause: "A cancelled order" },
};

export function EntryKind({ kind }: Pick<StockEntry, "kind">) {
  return <Chip tone={kinds[kind].tone}>{kinds[kind].word}</Chip>;
}

export function entryCause({ kind, cause }: StockEntry): string {
  return causeWords(cause) ?? kinds[kind].cause;
}

/** “+12”, “−3” with a true minus. */
export function entryChange({ change }: StockEntry): string {
  return change > 0 ? `+${change}` : `−${Math.abs(change)}`;
}
