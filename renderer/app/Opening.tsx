/** @file Between unlock and the first list: seen only when that takes longer than a blink. */
import { useHydration } from "../data/queries.ts";
import { ProgressBar } from "../parts/ProgressBar.tsx";
import { app } from "../text/app.ts";
import { useT } from "../text/text.ts";
import css from "./Shell.module.css";

export function Opening({ book }: { book: string }) {
  const t = useT();
  const { done, of } = useHydration();
  return (
    <div className={css["opening"]}>
      <h1>{t(app.open.title, { book })}</h1>
      <ProgressBar label={t(app.open.clients)} done={done} of={of} counted={false} />
      <p className="sb-ink-2">{t(app.open.hint)}</p>
    </div>
  );
}
