/** @file Everything that happened with a client, newest first, by month. Grows page by page, so that a thousand entries cost nothing. */
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { Client } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { Timeline } from "../../data/queries.ts";
import type { TimelineItem } from "../../data/timeline.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Key } from "../../parts/Key.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { useToday } from "../../parts/today.ts";
import { client as words } from "../../text/client.ts";
import { formatCount, formatMonth } from "../../text/format.ts";
import { type Sentence, useLanguage, useT } from "../../text/text.ts";
import css from "./Timeline.module.css";
import { TimelineEntry } from "./TimelineEntry.tsx";

const page = 40;
type Shown = "all" | "contacts" | "assessments" | "decisions" | "changes";
const filters: readonly (readonly [Shown, Sentence])[] = [
  ["all", words.showAll],
  ["contacts", words.showContacts],
  ["assessments", words.showAssessments],
  ["decisions", words.showDecisions],
  ["changes", words.showChanges],
];
const shownAs: Readonly<Record<TimelineItem["kind"], Shown>> = {
  contact: "contacts",
  assessment: "assessments",
  statement: "decisions",
  investorStatus: "decisions",
  decision: "decisions",
  test: "assessments",
  change: "changes",
};

interface TimelinePaneProps {
  /** Undefined until it has been read. */
  readonly timeline: Timeline | undefined;
  readonly kind: Client["kind"];
  readonly onLogContact: () => void;
}

export function TimelinePane({ timeline, kind, onLogContact }: TimelinePaneProps) {
  const t = useT();
  const [shown, setShown] = useState<Shown>("all");
  const [count, setCount] = useState(page);
  const items = useMemo(
    () => timeline?.items.filter((item) => shown === "all" || shownAs[item.kind] === shown) ?? [],
    [timeline, shown],
  );

  function choose(next: Shown): void {
    setShown(next);
    setCount(page);
  }

  return (
    <div className={css["pane"]}>
      <div className={css["head"]}>
        <h2>{t(words.timeline)}</h2>
        <div className={css["filter"]}>
          <Segmented
            bare
            label={t(words.filterTimeline)}
            value={shown}
            options={filters.map(([value, sentence]) => ({ value, label: t(sentence) }))}
            onChange={choose}
          />
        </div>
      </div>
      {timeline === undefined ? (
        <Skeleton rows={5} />
      ) : items.length === 0 ? (
        <Nothing shown={shown} isComplete={timeline.complete} onLogContact={onLogContact} />
      ) : (
        <TimelineMonths items={items.slice(0, count)} kind={kind} />
      )}
      {items.length > count ? <Older count={items.length - count} onShow={() => setCount(count + page)} /> : null}
      {timeline !== undefined && !timeline.complete ? (
        <p className={css["loading"]} role="status">
          {t(words.historyLoading)}
        </p>
      ) : null}
    </div>
  );
}

/** Entries under their months. */
export function TimelineMonths({ items, kind }: { items: readonly TimelineItem[]; kind: Client["kind"] }) {
  const language = useLanguage();
  const today = useToday();
  const months: { readonly key: string; readonly items: TimelineItem[] }[] = [];
  for (const item of items) {
    const key = shanghaiDay(item.at).slice(0, 7);
    const last = months.at(-1);
    if (last?.key === key) last.items.push(item);
    else months.push({ key, items: [item] });
  }
  return months.map((month) => (
    <section key={month.key} aria-label={formatMonth(`${month.key}-01`, language, today)}>
      <h3 className={css["month"]}>{formatMonth(`${month.key}-01`, language, today)}</h3>
      <ol>
        {month.items.map((item) => (
          <TimelineEntry key={item.id} item={item} kind={kind} />
        ))}
      </ol>
    </section>
  ));
}

/** Shows the next page when scrolled into sight, or when asked. */
function Older({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const show = useEffectEvent(onShow);
  useEffect(() => {
    const element = button.current;
    if (element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) show();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <button ref={button} type="button" className={`sb-link ${css["older"]}`} onClick={onShow}>
      {t(words.older, { count: formatCount(count) })}
    </button>
  );
}

interface NothingProps {
  readonly shown: Shown;
  readonly isComplete: boolean;
  readonly onLogContact: () => void;
}

function Nothing({ shown, isComplete, onLogContact }: NothingProps): ReactNode {
  const t = useT();
  if (!isComplete) return null;
  if (shown === "all" || shown === "contacts") {
    return (
      <Empty
        title={t(shown === "all" ? words.timelineEmpty : words.noContacts)}
        why={t(words.timelineEmptyWhy)}
        action={
          <Button size="xs" leftSection={<Icon name="plus" />} rightSection={<Key>L</Key>} onClick={onLogContact}>
            {t(words.logContact)}
          </Button>
        }
      />
    );
  }
  const nothing = { assessments: words.noAssessments, decisions: words.noDecisions, changes: words.noChanges };
  return <p className={css["loading"]}>{t(nothing[shown])}</p>;
}
