import { Button } from "@tuckshop/ui/button";
import { Dialog } from "@tuckshop/ui/dialog";

type Props = {
  open: boolean;
  title: string;
  /** What happens then. */
  text: string;
  label: string;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks once before money moves. */
export function AskFirst({ open, title, text, label, onConfirm, onClose }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look="outline" size="sm" onClick={onClose}>
            Leave it as it is
          </Button>
          <Button look="danger" size="sm" onClick={onConfirm}>
            {label}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
