/** @file Next steps that were promised: late ones, today's, and those of the coming week. */
import { useCallback, useState } from "react";
import { addDays } from "../../../shared/model/dates.ts";
import type { ClientSummary } from "../../data/client-list.ts";
import { useClientList } from "../../data/queries.ts";
import { Masked } from "../../parts/Masked.tsx";
import { TierMark } from "../../parts/TierMark.tsx";
import { useToday } from "../../parts/today.ts";
import { useMask } from "../../state/mask.ts";
import { useOverlay } from "../../state/overlay.ts";
import { useScreen } from "../../state/screen.ts";
import { contacts as words } from "../../text/contacts.ts";
import { daysBetween, formatCount, formatDayRelative, maskText } from "../../text/format.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./ContactsScreen.module.css";

const aheadDays = 7;
const shownAtFirst = 3;
const byDate = { by: "nextOn", direction: "ascending" } as const;

export interface Steps {
  readonly rows: readonly ClientSummary[];
  readonly today: string;
}

/** Clients with an open step up to a week ahead, the longest due first. */
export function useSteps(): Steps {
  const today = useToday();
  const until = addDays(today, aheadDays);
  const filter = useCallback(({ nextOn }: ClientSummary) => nextOn !== undefined && nextOn <= until, [until]);
  const { rows } = useClientList({ segment: "all", sort: byDate, filter });
  return { rows, today };
}

/** Those whose day has come or passed. */
export function dueRows({ rows, today }: Steps): readonly ClientSummary[] {
  return rows.filter(({ nextOn = "" }) => nextOn <= today);
}

export function DueSteps({ steps: { rows, today } }: { steps: Steps }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  if (rows.length === 0) return null;
  const rest = rows.length - shownAtFirst;
  return (
    <section className={css["due"]} aria-label={t(words.due)} data-open={isOpen}>
      <div className={css["dueHead"]}>
        <h2>{t(words.due)}</h2>
        {rest > 0 ? (
          <button type="button" className="sb-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t(words.dueFewer) : t(words.dueMore, { count: formatCount(rest) })}
          </button>
        ) : null}
      </div>
      <ul>
        {(isOpen ? rows : rows.slice(0, shownAtFirst)).map((row) => (
          <Step key={row.id} row={row} today={today} />
        ))}
      </ul>
    </section>
  );
}

function Step({ row, today }: { row: ClientSummary; today: string }) {
  const t = useT();
  const language = useLanguage();
  const open = useScreen((now) => now.open);
  const show = useOverlay((now) => now.show);
  const isMasked = useMask((now) => now.isOn);
  const { nextOn = today, nextStep = "" } = row;
  const late = daysBetween(nextOn, today);
  const step = nextStep === "" ? t(words.dueNothingNamed) : isMasked ? maskText(nextStep) : nextStep;
  return (
    <li className={css["step"]}>
      <span className={css["stepDay"]} title={nextOn}>
        {late > 0 ? <b>{t(words.duePast, { days: late })}</b> : formatDayRelative(nextOn, today, language)}
      </span>
      <TierMark tier={row.tier} iconOnly />
      <button type="button" className={css["stepName"]} onClick={() => open({ screen: "client", id: row.id })}>
        <Masked kind="name" value={row.name} />
      </button>
      <span className="sb-cut" title={step}>
        {step}
      </span>
      <button type="button" className="sb-link" onClick={() => show({ kind: "contact", client: row.id })}>
        {t(words.log)}
      </button>
    </li>
  );
}
