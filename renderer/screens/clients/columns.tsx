/** @file The columns of the client list. */
import { useMemo } from "react";
import { ageOn, shanghaiDay } from "../../../shared/model/dates.ts";
import type { Level } from "../../../shared/model/primitives.ts";
import type { ClientSummary } from "../../data/client-list.ts";
import { useHydration } from "../../data/queries.ts";
import { sortKeys } from "../../data/segments.ts";
import { Icon } from "../../parts/Icon.tsx";
import { LevelMark, LevelStair } from "../../parts/LevelMark.tsx";
import { Masked } from "../../parts/Masked.tsx";
import { TierMark } from "../../parts/TierMark.tsx";
import type { Column } from "../../parts/table.ts";
import { useToday } from "../../parts/today.ts";
import { Validity } from "../../parts/Validity.tsx";
import { useMask } from "../../state/mask.ts";
import { clients, fieldNames, genderShort } from "../../text/clients.ts";
import { channelNames } from "../../text/contacts.ts";
import { daysBetween, formatDay, formatDayRelative } from "../../text/format.ts";
import { parts } from "../../text/parts.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./ClientsScreen.module.css";

const none = (
  <span className="sb-ink-3" aria-hidden="true">
    —
  </span>
);

export function useColumns(): readonly Column<ClientSummary>[] {
  const t = useT();
  // English words are longer than Han.
  const isLong = useLanguage() === "en";
  // Until the history is in, "none" would be a guess: then nothing is said.
  const isWhole = useHydration().phase === "done";
  return useMemo(() => {
    const columns: Column<ClientSummary>[] = [
      {
        key: "name",
        head: t(fieldNames.name),
        width: "minmax(104px, 1.5fr)",
        isName: true,
        cell: ({ name }) => (
          <span className={css["name"]}>
            <Masked kind="name" value={name} />
          </span>
        ),
      },
      {
        key: "about",
        head: t(clients.about),
        width: "68px",
        ...(isLong && { from: 820 }),
        cell: (row) => <About row={row} />,
      },
      {
        key: "tier",
        head: t(fieldNames.tier),
        width: isLong ? "90px" : "76px",
        cell: ({ tier }) => <TierMark tier={tier} />,
      },
      {
        key: "level",
        head: t(clients.level),
        width: "minmax(84px, 1.2fr)",
        firstDir: "desc",
        cell: ({ level }) => (level === undefined ? isWhole && none : <ListedLevel level={level} />),
      },
      {
        key: "validUntil",
        head: t(clients.validity),
        width: "minmax(112px, 1fr)",
        cell: ({ validUntil }) => (validUntil !== undefined || isWhole) && <Validity until={validUntil} />,
      },
      {
        key: "assets",
        head: t(fieldNames.investableAssets),
        width: "100px",
        numeric: true,
        firstDir: "desc",
        cell: ({ assets }) =>
          assets === undefined ? (
            none
          ) : (
            <span className={assets === 0 ? "sb-ink-3" : undefined}>
              <Masked kind="money" value={assets} place="table" />
            </span>
          ),
      },
      {
        key: "lastContactAt",
        head: t(clients.lastContact),
        width: isLong ? "minmax(116px, 1fr)" : "minmax(104px, 1fr)",
        firstDir: "desc",
        cell: (row) => (row.lastContactAt !== undefined || isWhole) && <LastContact row={row} />,
      },
      {
        key: "nextOn",
        head: t(clients.next),
        width: isLong ? "96px" : "minmax(80px, 0.7fr)",
        cell: (row) => (row.nextOn !== undefined || isWhole) && <Next row={row} />,
      },
      {
        key: "completeness",
        head: t(clients.completeness),
        width: "72px",
        numeric: true,
        from: 800,
        cell: ({ completeness }) => `${completeness}%`,
      },
    ];
    return columns.map((column) => ({ ...column, sortable: (sortKeys as readonly string[]).includes(column.key) }));
  }, [t, isLong, isWhole]);
}

/** The lowest class shows its octagon before its word: where the column has no room for the word, the sign still stands. */
function ListedLevel({ level }: { level: Level }) {
  const t = useT();
  if (level !== "C1_LOWEST") return <LevelMark level={level} />;
  return (
    <span className={css["lowest"]} title={t(parts.level[level])}>
      <LevelStair level={level} />
      <b>C1</b>
      <Icon name="octagonCross" className="sb-bad" />
      <span>{t(parts.lowestShort)}</span>
    </span>
  );
}

/** `女 46`, `机构`. */
function About({ row: { kind, gender, birthYear, birthDate } }: { row: ClientSummary }) {
  const t = useT();
  const today = useToday();
  if (kind === "company") return t(clients.companyShort);
  const age = birthDate !== undefined ? ageOn(birthDate, today) : birthYear && Number(today.slice(0, 4)) - birthYear;
  const known = [gender === undefined ? undefined : t(genderShort[gender]), age].filter((part) => part !== undefined);
  return known.length === 0 ? none : known.join(" ");
}

function LastContact({ row: { lastContactAt, lastChannel } }: { row: ClientSummary }) {
  const t = useT();
  const today = useToday();
  if (lastContactAt === undefined || lastChannel === undefined) return none;
  const day = shanghaiDay(lastContactAt);
  return (
    <span className="sb-ink-2" title={day}>
      {t(clients.contactedOn, { day: formatDay(day, "short", today), channel: t(channelNames[lastChannel]) })}
    </span>
  );
}

/** When the next step is due. A slip is bold ink, not colour: it is a promise, not a rule (design.md, principle 4). */
function Next({ row: { nextOn, nextStep } }: { row: ClientSummary }) {
  const isMasked = useMask((now) => now.isOn);
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  if (nextOn === undefined) return none;
  const late = daysBetween(nextOn, today);
  const text = late === 0 ? formatDayRelative(nextOn, today, language) : formatDay(nextOn, "short", today);
  return (
    <span title={isMasked ? nextOn : [nextOn, nextStep].filter(Boolean).join(" ")}>
      {late > 0 ? <b>{t(clients.overdue, { days: late })}</b> : text}
    </span>
  );
}
