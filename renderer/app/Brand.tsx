/** @file Seal and name at the left of the title bar. */
import { app } from "../text/app.ts";
import { useT } from "../text/text.ts";
import css from "./Shell.module.css";

export function Brand() {
  const t = useT();
  return (
    <div className={css["brand"]}>
      <span className={css["seal"]} lang={t(app.seal) === "适" ? "zh-CN" : undefined} aria-hidden="true">
        {t(app.seal)}
      </span>
      <span className={css["brandName"]}>{t(app.name)}</span>
    </div>
  );
}
