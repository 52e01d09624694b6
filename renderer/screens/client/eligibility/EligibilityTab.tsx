/** @file A client's eligibility: every row with its reason and article and what can be done about it; the records beside. */
import type { Client } from "../../../../shared/model/client.ts";
import { saleRulesOn } from "../../../../shared/packs/gate-packs.ts";
import { type Timeline, usePacks, useStanding } from "../../../data/queries.ts";
import { Icon } from "../../../parts/Icon.tsx";
import { Section } from "../../../parts/Section.tsx";
import { Skeleton } from "../../../parts/Skeleton.tsx";
import { Split } from "../../../parts/Split.tsx";
import { tabPanelProps } from "../../../parts/Tabs.tsx";
import { useToday } from "../../../parts/today.ts";
import { useOverlay } from "../../../state/overlay.ts";
import { standing as words } from "../../../text/eligibility.ts";
import { useT } from "../../../text/text.ts";
import { useReader } from "../reader.ts";
import { TimelineMonths } from "../TimelinePane.tsx";
import css from "./Eligibility.module.css";
import { standingSections } from "./standing-rows.ts";
import type { RowAction, StandingRow } from "./standing-view.ts";

interface EligibilityTabProps {
  readonly client: Client;
  readonly timeline: Timeline | undefined;
  readonly sideWidth: number;
}

export function EligibilityTab({ client, timeline, sideWidth }: EligibilityTabProps) {
  const t = useT();
  const today = useToday();
  const reader = useReader();
  const standing = useStanding(client, today);
  const packs = usePacks();
  const criteria = packs.inForce("investor-criteria", today);
  if (standing === undefined || criteria === undefined) return <Skeleton rows={8} />;
  const sections = standingSections({ client, standing, criteria, gate: saleRulesOn(packs, today).gate, reader });
  return (
    <Split
      underTabs
      sideWidth={sideWidth}
      sideLabel={t(words.history)}
      side={<History client={client} timeline={timeline} />}
    >
      <div className={css["page"]} {...tabPanelProps("eligibility")}>
        {sections.map(({ key, title, rows }, index) => (
          <Section
            key={key}
            ruled={index > 0}
            title={t(title)}
            right={
              key === "classes" ? t(words.criteriaPack, { id: criteria.id, version: criteria.version }) : undefined
            }
          >
            <ul>
              {rows.map((row) => (
                <Row key={row.key} row={row} client={client} />
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </Split>
  );
}

function Row({ row, client }: { row: StandingRow; client: Client }) {
  const { name, icon, tone, value, reasons, cites, actions } = row;
  return (
    <li className={css["row"]} aria-label={name}>
      <span className={toneClass[tone]}>
        <Icon name={icon} />
      </span>
      <span className={css["name"]}>{name}</span>
      <span className={css["fact"]}>
        {value === "" ? null : <b>{value}</b>}
        {reasons.map((reason) => (
          <span key={reason} className={css["reason"]}>
            {reason}
          </span>
        ))}
        {cites === "" ? null : <span className={css["cites"]}>{cites}</span>}
      </span>
      <span className={css["actions"]}>
        {actions.map((action) => (
          <Action key={action.label.en} action={action} row={name} client={client} />
        ))}
      </span>
    </li>
  );
}

const toneClass: Readonly<Record<StandingRow["tone"], string>> = {
  ink: "",
  ink2: "sb-ink-2",
  ink3: "sb-ink-3",
  accentText: "sb-accent",
  ok: "sb-ok",
  warn: "sb-warn",
  bad: "sb-bad",
};

function Action({ action, row, client }: { action: RowAction; row: string; client: Client }) {
  const t = useT();
  const show = useOverlay((now) => now.show);
  const label = t(action.label);

  function run(): void {
    if (action.does === "state") {
      const { statement, right } = action;
      show({ kind: "statement", client: client.id, statement, ...(right !== undefined && { right }) });
    } else show({ kind: action.does === "apply" ? "apply" : "endStatus", client: client.id, subject: action.subject });
  }

  return (
    <button type="button" className="sb-link" aria-label={t(words.ofRow, { action: label, row })} onClick={run}>
      {label}
    </button>
  );
}

/** Statements and decisions about the class, newest first; sales have their own place on the timeline. */
function History({ client, timeline }: Pick<EligibilityTabProps, "client" | "timeline">) {
  const t = useT();
  const items = timeline?.items.filter(({ kind }) => kind === "statement" || kind === "investorStatus") ?? [];
  return (
    <div className={css["history"]}>
      <h2>{t(words.history)}</h2>
      {timeline === undefined ? <Skeleton rows={4} /> : null}
      {timeline !== undefined && items.length === 0 ? <p className={css["nothing"]}>{t(words.noHistory)}</p> : null}
      <TimelineMonths items={items} kind={client.kind} />
    </div>
  );
}
