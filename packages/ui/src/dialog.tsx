import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from "react";

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
};

/** The platform's modal: it traps the focus, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, children, actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  // The backdrop belongs to the <dialog> element itself; everything else is inside the panel.
  const closeFromBackdrop = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape is the keyboard's way out, and the browser's own
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={closeFromBackdrop}
      className="dialog m-auto w-[min(32rem,calc(100vw-32px))] rounded-tile bg-card p-0 text-ink shadow-(--shadow-overlay)"
    >
      {open && (
        <div className="grid gap-4 p-6">
          <h2 id={titleId}>{title}</h2>
          {children}
          {actions && <div className="flex flex-wrap items-start justify-end gap-3">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
