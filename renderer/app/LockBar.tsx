/** @file Title bar of the lock screen: brand and language. */
import { Brand } from "./Brand.tsx";
import { LanguageSelect } from "./LanguageSelect.tsx";
import css from "./Shell.module.css";

export function LockBar() {
  return (
    <header className={css["bar"]}>
      <Brand />
      <div className={css["right"]}>
        <LanguageSelect />
      </div>
    </header>
  );
}
