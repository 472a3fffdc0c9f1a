import type { StockLevel } from "@tuckshop/contracts/stock";
import { Button } from "@tuckshop/ui/button";
import { Dialog } from "@tuckshop/ui/dialog";
import { useState } from "react";
import { AdjustForm } from "./adjust-form.tsx";
import { articleName } from "./article-name.ts";
import { ReceiveForm } from "./receive-form.tsx";

type Props = {
  level: StockLevel;
  /** Quiet where they stand in every row. */
  look?: "outline" | "quiet";
};

/** The two ways in which a level changes by hand. A form lives as long as its dialog is open. */
export function StockButtons({ level, look = "outline" }: Props) {
  const [open, setOpen] = useState<"receive" | "adjust" | null>(null);
  const close = () => setOpen(null);
  const tight = look === "quiet" ? "px-2!" : undefined;
  const name = articleName(level);
  return (
    <div className="flex gap-2">
      <Button look={look} size="sm" className={tight} onClick={() => setOpen("receive")}>
        Receive<span className="sr-only"> {name}</span>
      </Button>
      <Button look={look} size="sm" className={tight} onClick={() => setOpen("adjust")}>
        Adjust<span className="sr-only"> {name}</span>
      </Button>
      <Dialog open={open === "receive"} onClose={close} title={`Receive ${name}`}>
        <ReceiveForm level={level} onClose={close} />
      </Dialog>
      <Dialog open={open === "adjust"} onClose={close} title={`Adjust ${name}`}>
        <AdjustForm level={level} onClose={close} />
      </Dialog>
    </div>
  );
}
