export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const place = "tuckshop.theme";

export function savedTheme(): Theme {
  const saved = localStorage.getItem(place);
  return themes.find((theme) => theme === saved) ?? "system";
}

/** The system's own choice needs no attribute: the tokens follow it by themselves. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

export function saveTheme(theme: Theme): void {
  localStorage.setItem(place, theme);
  applyTheme(theme);
}
