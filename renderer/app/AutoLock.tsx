/** @file The choice after how many quiet minutes the book locks itself. */
import { useId } from "react";
import { lockMinutes } from "../../shared/bridge/contract.ts";
import { Section } from "../parts/Section.tsx";
import { Segmented } from "../parts/Segmented.tsx";
import { usePreferences } from "../state/preferences.ts";
import { app } from "../text/app.ts";
import { useT } from "../text/text.ts";
import { changePreferences } from "./preferences.ts";
import css from "./Settings.module.css";

const choices = [5, 10, lockMinutes.usual, 30, lockMinutes.most];

export function AutoLock() {
  const t = useT();
  const help = useId();
  const minutes = usePreferences((now) => now.lockMinutes ?? lockMinutes.usual);
  return (
    <Section title={t(app.settings.lockTitle)} ruled>
      <div className={css["rows"]}>
        <Segmented
          label={t(app.settings.autoLock)}
          describedBy={help}
          value={String(minutes)}
          options={choices.map((choice) => ({
            value: String(choice),
            label: t(app.settings.minutes, { minutes: choice }),
          }))}
          onChange={(next) => void changePreferences({ lockMinutes: Number(next) })}
        />
      </div>
      <p id={help} className={css["help"]}>
        {t(app.settings.autoLockHelp)}
      </p>
    </Section>
  );
}
