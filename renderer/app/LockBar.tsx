/** @file Title bar of the lock screen: brand, language, and the way back from a backup. */
import { lazy, Suspense, useState } from "react";
import { startAfresh } from "../bridge.ts";
import { storage } from "../text/storage.ts";
import { useT } from "../text/text.ts";
import { Brand } from "./Brand.tsx";

import { LanguageSelect } from "./LanguageSelect.tsx";
import css from "./Shell.module.css";

const RestoreDialog = lazy(() =>
  import("../screens/storage/RestoreDialog.tsx").then((file) => ({ default: file.RestoreDialog })),
);

export function LockBar() {
  const t = useT();
  const [isRestoring, setRestoring] = useState(false);
  return (
    <header className={css["bar"]}>
      <Brand />
      <div className={css["right"]}>
        <button type="button" className="sb-link" onClick={() => setRestoring(true)}>
          {t(storage.restore.title)}
        </button>
        <LanguageSelect />
      </div>
      {isRestoring ? (
        <Suspense>
          <RestoreDialog folder="" onClose={startAfresh} />
        </Suspense>
      ) : null}
    </header>
  );
}
