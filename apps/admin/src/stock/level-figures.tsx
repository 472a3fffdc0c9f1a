import type { StockLevel } from "@tuckshop/contracts/stock";

/** On hand, held and free, side by side. */
export function LevelFigures({ level: { onHand, reserved, available } }: { level: StockLevel }) {
  const figures = [
    { label: "On hand", value: onHand },
    { label: "Held", value: reserved },
    { label: "Free", value: available },
  ];
  return (
    <dl className="grid max-w-80 grid-cols-3 gap-3">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-small text-ink-2">{label}</dt>
          <dd className="font-display text-[1.25rem] leading-tight tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
