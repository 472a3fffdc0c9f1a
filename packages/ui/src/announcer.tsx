import { useEffect, useSyncExternalStore } from "react";

let message = "";
const listeners = new Set<() => void>();

/** Says something politely to people who listen to the page. Saying it twice speaks twice. */
export function announce(text: string): void {
  // Live regions speak only when their text changes.
  message = text === message ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The one live region of the app: render it once, in the shell. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => message);
  return <output className="sr-only">{text}</output>;
}

/** Names the page in the tab and to listeners, since a client-side navigation announces nothing by itself. */
export function usePageTitle(title: string, site: string): void {
  useEffect(() => {
    document.title = `${title} — ${site}`;
  }, [title, site]);
  useEffect(() => {
    announce(title);
  }, [title]);
}
