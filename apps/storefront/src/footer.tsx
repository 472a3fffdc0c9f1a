import { ThemeSwitch } from "./theme-switch.tsx";
import { useShop } from "./use-shop.ts";

export function Footer() {
  const shop = useShop();
  return (
    <footer className="mt-20 border-t border-line bg-wash">
      <div className="gutter mx-auto grid max-w-[72rem] gap-6 py-8 text-small sm:grid-cols-[1fr_auto] sm:items-end">
        <address className="grid min-h-16 gap-1 not-italic">
          {shop && (
            <>
              <span className="font-[650]">{shop.name}</span>
              <span className="text-ink-2">{shop.address}</span>
              <span className="text-ink-2">
                {shop.hours} ·{" "}
                <a
                  href={`tel:${shop.phone.replaceAll(" ", "")}`}
                  className="underline underline-offset-[0.18em]"
                >
                  {shop.phone}
                </a>
              </span>
            </>
          )}
        </address>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
