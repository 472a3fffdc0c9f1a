import { useId, type ComponentProps, type MouseEvent, type ReactNode } from "react";
import { clsx } from "clsx";

type Look = "ink" | "counter" | "outline" | "danger" | "quiet";
type Size = "md" | "sm";

const looks: Record<Look | "dead", string> = {
  ink: "bg-ink text-paper",
  counter: "bg-counter text-on",
  outline: "text-ink inset-ring-[1.5px] inset-ring-line-strong hover:bg-wash",
  danger: "text-bad inset-ring-[1.5px] inset-ring-bad hover:bg-bad-wash",
  quiet: "text-ink underline underline-offset-[0.18em] hover:bg-wash",
  dead: "bg-wash text-ink-2 inset-ring-[1.5px] inset-ring-line",
};
const sizes: Record<Size, string> = {
  md: "min-h-12 px-5.5 text-body",
  sm: "min-h-9 px-3.5 text-small pointer-coarse:min-h-11",
};

/** The look alone, for a router link that leads on like a button. */
export function buttonClass(look: Look | "dead" = "ink", size: Size = "md"): string {
  return clsx(
    "relative inline-flex items-center justify-center gap-2 rounded-button text-center leading-tight font-[650] no-underline transition-[background-color,scale,opacity] duration-120 ease-out active:scale-[0.985]",
    looks[look],
    sizes[size],
  );
}

type Props = Omit<ComponentProps<"button">, "disabled"> & {
  look?: Look;
  size?: Size;
  /** What is going on, shown instead of the label: “Placing your order…”. Presses do nothing meanwhile. */
  busy?: string | false | undefined;
  /** Why this cannot be pressed now. Shown below; the button keeps the focus. */
  whyNot?: string | null | undefined;
};

/** Never truly `disabled`: a dead button loses the focus and cannot say why it is dead. */
export function Button({ look, size, busy, whyNot, className, onClick, ...rest }: Props) {
  const reasonId = useId();
  const dead = Boolean(busy) || Boolean(whyNot);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (dead) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={dead || undefined}
      aria-describedby={whyNot ? reasonId : rest["aria-describedby"]}
      onClick={press}
      className={clsx(buttonClass(whyNot ? "dead" : look, size), busy && "opacity-80", className)}
    >
      {busy ? <Busy>{busy}</Busy> : rest.children}
    </button>
  );
  if (!whyNot) return button;
  return (
    <span className="inline-grid gap-1">
      {button}
      <span id={reasonId} className="text-small text-ink-2">
        {whyNot}
      </span>
    </span>
  );
}

function Busy({ children }: { children: ReactNode }) {
  return (
    <>
      <span
        aria-hidden="true"
        className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:animate-none"
      />
      {children}
    </>
  );
}
