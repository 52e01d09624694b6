/** @file Title bar while open: brand, search, saved, waiting, mask, lock. The window's own buttons lie at its end. */
import { useHydration } from "../data/queries.ts";
import { useWaitingCount } from "../data/sync-state.ts";
import { clsx } from "../parts/clsx.ts";
import { Icon } from "../parts/Icon.tsx";
import { Key } from "../parts/Key.tsx";
import { printKeys } from "../parts/keys.ts";
import { useMask } from "../state/mask.ts";
import { useOverlay } from "../state/overlay.ts";
import { useSaveState } from "../state/save-state.ts";
import { useScreen } from "../state/screen.ts";
import { app } from "../text/app.ts";
import { formatCount, formatPercent, formatTime } from "../text/format.ts";
import { useT } from "../text/text.ts";
import { Brand } from "./Brand.tsx";
import { lock } from "./gate.ts";
import css from "./Shell.module.css";

interface TitleBarProps {
  readonly isReadOnly: boolean;
  readonly isMenuOpen: boolean;
  readonly onMenu: () => void;
}

export function TitleBar({ isReadOnly, isMenuOpen, onMenu }: TitleBarProps) {
  const t = useT();
  const show = useOverlay((now) => now.show);
  const mask = useMask();
  return (
    <header className={css["bar"]}>
      <button
        type="button"
        className={css["menu"]}
        aria-label={t(app.bar.menu)}
        aria-expanded={isMenuOpen}
        aria-controls="sb-nav"
        onClick={onMenu}
      >
        <Icon name="menu" />
      </button>
      <Brand />
      <button type="button" className={css["find"]} onClick={() => show({ kind: "palette" })}>
        <Icon name="search" />
        <span className="sb-grow sb-cut">{t(app.bar.find)}</span>
        <Key>{printKeys("Mod+k").join(" ")}</Key>
      </button>
      <div className={css["right"]}>
        <Loading />
        {isReadOnly ? <ReadOnly /> : <Saved />}
        <Waiting />
        <button
          type="button"
          className={css["status"]}
          aria-label={t(app.bar.mask)}
          aria-pressed={mask.isOn}
          title={`${t(app.bar.mask)} ${printKeys("Mod+m").join(" ")}`}
          onClick={mask.toggle}
        >
          <Icon name={mask.isOn ? "eyeOff" : "eye"} />
        </button>
        <button
          type="button"
          className={css["status"]}
          title={printKeys("Mod+l").join(" ")}
          onClick={() => void lock()}
        >
          <Icon name="lock" />
          <span className={css["wide"]}>{t(app.bar.lock)}</span>
        </button>
      </div>
    </header>
  );
}

function Saved() {
  const t = useT();
  const { status, savedAt } = useSaveState();
  const time = savedAt === undefined ? "" : formatTime(savedAt);
  return (
    <span role="status" className={css["status"]}>
      {status === "saving" ? t(app.bar.saving) : null}
      {status === "saved" ? (
        <>
          <Icon name="check" className="sb-ok" />
          {t(app.bar.saved, { time })}
        </>
      ) : null}
      {status === "failed" ? (
        <>
          <Icon name="octagonCross" className="sb-bad" />
          <span className="sb-bad">{t(app.bar.failed)}</span>
        </>
      ) : null}
    </span>
  );
}

function ReadOnly() {
  const t = useT();
  return (
    <span className={css["status"]}>
      <Icon name="triangle" className="sb-warn" />
      <span className="sb-warn">{t(app.bar.readOnly)}</span>
    </span>
  );
}

function Waiting() {
  const t = useT();
  const open = useScreen((now) => now.open);
  const waiting = useWaitingCount();
  if (waiting === 0) return null;
  return (
    <button type="button" className={css["status"]} onClick={() => open({ screen: "sync" })}>
      <Icon name="export" />
      {t(app.bar.waiting, { count: formatCount(waiting) })}
    </button>
  );
}

/** History still coming in, once the clients can be worked with. */
function Loading() {
  const t = useT();
  const { phase, done, of } = useHydration();
  if (phase !== "history" || of === 0) return null;
  return (
    <span className={clsx(css["status"], css["quiet"])}>
      {t(app.bar.loading, { percent: formatPercent(Math.floor((done / of) * 100) / 100) })}
      <span
        className={css["loading"]}
        role="progressbar"
        aria-label={t(app.bar.loading, { percent: "" })}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
        style={{ width: `${(done / of) * 100}%` }}
      />
    </span>
  );
}
