import { Button } from "@tuckshop/ui/button";
import { Dialog } from "@tuckshop/ui/dialog";
import { TextField } from "@tuckshop/ui/text-field";
import { useId, useState, type ReactNode } from "react";
import { Notice } from "../notice.tsx";

type Props = {
  title: string;
  /** The button that does it. */
  label: string;
  /** Shown in its place while it is done. */
  busy?: string | false;
  /** What is missing before it can be pressed. */
  missing?: string | null;
  failure?: string | null;
  onSubmit: (reason: string) => void;
  onClose: () => void;
  children?: ReactNode;
};

/** A decision about money, with the reason that the customer reads. It is there as long as it is rendered. */
export function ReasonedDialog(props: Props) {
  const { title, label, busy, missing, failure, onSubmit, onClose, children } = props;
  const formId = useId();
  const [reason, setReason] = useState("");
  const whyNot = missing ?? (reason.trim() === "" ? "Write why, in a few words." : null);
  const buttons = (
    <>
      <Button look="outline" size="sm" onClick={onClose}>
        Leave it as it is
      </Button>
      <Button type="submit" form={formId} look="danger" size="sm" busy={busy} whyNot={whyNot}>
        {label}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} actions={buttons}>
      <form
        id={formId}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!whyNot && !busy) onSubmit(reason.trim());
        }}
      >
        {children}
        <TextField
          label="Reason"
          autoComplete="off"
          maxLength={300}
          hint="The customer reads it."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {failure && <Notice tone="bad">{failure}</Notice>}
      </form>
    </Dialog>
  );
}
