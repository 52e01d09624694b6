/** @file Switches the language, before unlocking as well. */
import { type Language, languages } from "../../shared/model/primitives.ts";
import { Icon } from "../parts/Icon.tsx";
import { usePreferences } from "../state/preferences.ts";
import { app } from "../text/app.ts";
import { useT } from "../text/text.ts";
import { changePreferences } from "./preferences.ts";
import css from "./Shell.module.css";

export function LanguageSelect() {
  const t = useT();
  const language = usePreferences((now) => now.language);
  return (
    <span className={css["language"]}>
      <select
        aria-label={t(app.languages.label)}
        value={language}
        onChange={(event) => void changePreferences({ language: event.currentTarget.value as Language })}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {t(app.languages[each])}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}
