import { Link } from "@tanstack/react-router";
import { useNavItems } from "./nav-items.ts";

/** The navigation of a phone, under the thumb. */
export function BottomBar() {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-10 grid auto-cols-fr grid-flow-col border-t border-line bg-wash pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {useNavItems().map(({ link, label, Icon }) => (
        <Link
          key={label}
          {...link}
          className="grid min-h-14 content-center justify-items-center gap-0.5 text-[0.8125rem] font-[600] text-ink-2 no-underline -outline-offset-2 aria-[current]:text-counter"
        >
          <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
          {label}
        </Link>
      ))}
    </nav>
  );
}
