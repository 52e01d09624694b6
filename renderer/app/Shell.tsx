/** @file The open book: title bar, navigation, the screen of the moment, and what may lie over it. */
import { useEffect, useState } from "react";
import type { Session } from "../../shared/bridge/contract.ts";
import { useHydration } from "../data/queries.ts";
import { useKeys } from "../parts/keys.ts";
import { useMask } from "../state/mask.ts";
import { useOverlay } from "../state/overlay.ts";
import { isMeeting, useScreen } from "../state/screen.ts";
import { app } from "../text/app.ts";
import { useT } from "../text/text.ts";
import { Boundary } from "./Boundary.tsx";
import { lock } from "./gate.ts";
import { Nav } from "./Nav.tsx";
import { Notices } from "./Notices.tsx";
import { Opening } from "./Opening.tsx";
import { Overlays } from "./Overlays.tsx";
import { pages } from "./pages.ts";
import { Screen } from "./Screen.tsx";
import css from "./Shell.module.css";
import { TitleBar } from "./TitleBar.tsx";

export function Shell({ session }: { session: Session }) {
  const t = useT();
  const place = useScreen((now) => now.place);
  const { searchable, phase } = useHydration();
  const [isMenuOpen, setMenuOpen] = useState(false);
  useShortcuts();
  // Meeting mode is the client's: no title bar, no navigation, nobody else's data.
  if (isMeeting(place)) {
    return (
      <Boundary key="meeting">
        <Screen place={place} />
      </Boundary>
    );
  }
  return (
    <div className={css["app"]}>
      <a className={css["skip"]} href="#sb-main">
        {t(app.skip)}
      </a>
      <TitleBar
        isReadOnly={session.recovery.readOnly}
        isMenuOpen={isMenuOpen}
        onMenu={() => setMenuOpen(!isMenuOpen)}
      />
      <Nav session={session} isOpen={isMenuOpen} onChosen={() => setMenuOpen(false)} />
      <main id="sb-main" className={css["main"]} tabIndex={-1}>
        <Notices recovery={session.recovery} />
        {searchable ? (
          <Boundary key={place.screen}>
            <Screen place={place} />
          </Boundary>
        ) : null}
        {searchable || phase === "failed" ? null : <Opening book={session.vault.label} />}
      </main>
      <Overlays />
    </div>
  );
}

function useShortcuts(): void {
  const { place, trail, open, back } = useScreen();
  const show = useOverlay((now) => now.show);
  const toggleMask = useMask((now) => now.toggle);
  const isClients = isMeeting(place);
  const pageKeys = Object.fromEntries(pages.map((page, index) => [`Alt+${index + 1}`, () => open(page.place)]));
  const canGoBack = trail.length > 0 && ["client", "result", "product"].includes(place.screen);
  useKeys({ "Mod+l": () => void lock(), ...(isClients ? {} : { "Mod+m": toggleMask }) }, "everywhere");
  useKeys(
    isClients
      ? {}
      : {
          ...pageKeys,
          "Mod+k": () => show({ kind: "palette" }),
          "?": () => show({ kind: "help" }),
          Escape: canGoBack ? back : undefined,
        },
  );
  // A new screen starts at its head, for the eye and for the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen is a new reason to focus
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById("sb-main")?.focus();
  }, [place.screen]);
}
