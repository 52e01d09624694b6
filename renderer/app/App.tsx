/** @file The page: theme, language, and the gate between lock screen and book. */
import { MantineProvider } from "@mantine/core";
import { useLayoutEffect } from "react";
import { ErrorNote } from "../parts/ErrorNote.tsx";
import { setSingleLetters } from "../parts/keys.ts";
import { UnlockScreen } from "../screens/unlock/UnlockScreen.tsx";
import { usePreferences } from "../state/preferences.ts";
import { app } from "../text/app.ts";
import { useT } from "../text/text.ts";
import { cssVariables, theme } from "../theme.ts";
import { useColorScheme } from "./color-scheme.ts";
import { useGate } from "./gate.ts";
import { openBook } from "./gatekeeper.ts";
import { LockBar } from "./LockBar.tsx";
import css from "./Shell.module.css";
import { styleNonce } from "./style-nonce.ts";

export function App() {
  const language = usePreferences((now) => now.language);
  const scheme = useColorScheme();
  const t = useT();
  const singleKeys = usePreferences((now) => now.singleKeys ?? true);
  useLayoutEffect(() => setSingleLetters(singleKeys), [singleKeys]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = t(app.name);
  }, [language, t]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme}
      getStyleNonce={styleNonce}
      withGlobalClasses={false}
    >
      <Gate />
    </MantineProvider>
  );
}

function Gate() {
  const gate = useGate();
  switch (gate.phase) {
    case "starting":
      return null;
    case "failed":
      return (
        <main className={css["failed"]}>
          <ErrorNote error={gate.error} />
        </main>
      );
    case "locked":
      return (
        <div className={css["locked"]}>
          <LockBar />
          <UnlockScreen info={gate.info} onOpen={openBook} />
        </div>
      );
    case "open":
      return <gate.Shell session={gate.session} />;
  }
}
