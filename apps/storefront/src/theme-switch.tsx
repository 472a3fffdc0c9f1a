import { useState } from "react";
import { savedTheme, saveTheme, themes, type Theme } from "./theme.ts";

const words: Record<Theme, string> = { system: "As my device", light: "Light", dark: "Dark" };

export function ThemeSwitch() {
  const [theme, setTheme] = useState(savedTheme);
  const choose = (chosen: Theme) => {
    saveTheme(chosen);
    setTheme(chosen);
  };
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="sr-only">Colours</legend>
      {themes.map((each) => (
        <label
          key={each}
          className="flex min-h-11 cursor-pointer items-center rounded-full px-3 text-small text-ink-2 has-checked:bg-card has-checked:font-semibold has-checked:text-ink has-checked:ring-1 has-checked:ring-line-strong has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="theme"
            className="sr-only"
            checked={theme === each}
            onChange={() => choose(each)}
          />
          {words[each]}
        </label>
      ))}
    </fieldset>
  );
}
