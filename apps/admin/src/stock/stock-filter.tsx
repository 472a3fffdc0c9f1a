import { useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useEffect, useState } from "react";

type Props = { search: string | undefined; lowOnly: boolean };

const pauseMilliseconds = 250;

/** The filter is the URL; the box runs ahead of it by one pause in typing. */
export function StockFilter({ search = "", lowOnly }: Props) {
  const navigate = useNavigate();
  const [text, setText] = useState(search);
  const [known, setKnown] = useState(search);
  // The URL changed from elsewhere (Back, the rail): the box follows.
  if (search !== known) {
    setKnown(search);
    setText(search);
  }
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === known) return undefined;
    const timer = setTimeout(() => {
      setKnown(wanted);
      void navigate({
        to: "/stock",
        search: (old) => ({ ...old, q: wanted || undefined }),
        replace: true,
      });
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text, known, navigate]);
  const showLow = (low: boolean) =>
    void navigate({ to: "/stock", search: (old) => ({ ...old, low: low ? true : undefined }) });

  return (
    <search className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <label className="relative w-full sm:w-80">
        <span className="sr-only">Search by name or SKU</span>
        <Search
          aria-hidden="true"
          className="absolute top-1/2 left-3 size-4.5 -translate-y-1/2 text-ink-3"
        />
        <input
          type="search"
          value={text}
          maxLength={80}
          placeholder="Name or SKU"
          onChange={(event) => setText(event.currentTarget.value)}
          className="min-h-10 w-full rounded-input bg-card pr-3 pl-10 inset-ring-[1.5px] inset-ring-line-strong placeholder:text-ink-3 pointer-coarse:min-h-11"
        />
      </label>
      <label className="flex min-h-10 items-center gap-2 font-[600]">
        <input
          type="checkbox"
          checked={lowOnly}
          onChange={(event) => showLow(event.currentTarget.checked)}
          className="size-4.5 accent-counter"
        />
        Running low only
      </label>
    </search>
  );
}
