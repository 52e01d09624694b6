/** @file Statements and decisions on the timeline: evidence, so with the accent icon and the record's hash. */
import type { Decision } from "../../../shared/model/decision.ts";
import type { InvestorStatus } from "../../../shared/model/investor-status.ts";
import type { Statement, StatementKind } from "../../../shared/model/statement.ts";
import { grantOf } from "../../../shared/rules/investor-criteria.ts";
import { useOffice } from "../../data/queries.ts";
import type { IconName } from "../../parts/Icon.tsx";
import { useMask } from "../../state/mask.ts";
import { useScreen } from "../../state/screen.ts";
import { client as words } from "../../text/client.ts";
import {
  capacityNames,
  grantNames,
  outcomeNames,
  papers,
  statementNames,
  subjectNames,
} from "../../text/eligibility.ts";
import { formatMoney, maskMoney, maskName, maskText } from "../../text/format.ts";
import { parts } from "../../text/parts.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Timeline.module.css";
import { TimelineFrame } from "./TimelineFrame.tsx";

const statementIcons: Readonly<Record<StatementKind, IconName>> = {
  identity: "person",
  "consent-given": "circleCheck",
  "consent-withdrawn": "struck",
  "guardian-consent": "clients",
  "guardian-withdrawn": "struck",
  "information-refused": "octagonCross",
  "change-reported": "triangle",
  "right-opened": "key",
  "right-closed": "lock",
};

export function StatementEntry({ statement, hash }: { statement: Statement; hash: string | undefined }) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const { kind, at, note, document } = statement;
  const who = "who" in statement ? statement.who : undefined;
  return (
    <TimelineFrame
      at={at}
      icon={statementIcons[kind]}
      isEvidence
      hash={hash}
      headline={[t(statementNames[kind]), detail()].filter((part) => part !== undefined).join(t(words.comma))}
      facts={[
        kind === "identity" && statement.until !== undefined ? t(papers.until, { day: statement.until }) : undefined,
        who === undefined ? undefined : t(papers.byGuardian, { who: isMasked ? maskName(who) : who }),
        document === undefined ? undefined : t(papers.document),
      ]}
    >
      {note === undefined || note === "" ? null : <p className={css["text"]}>{isMasked ? maskText(note) : note}</p>}
    </TimelineFrame>
  );

  function detail(): string | undefined {
    if (statement.kind === "identity") return t(capacityNames[statement.capacity]);
    if (statement.kind === "right-opened" || statement.kind === "right-closed") return statement.right;
    return undefined;
  }
}

const outcomeIcons: Readonly<Record<InvestorStatus["outcome"], IconName>> = {
  granted: "shield",
  refused: "struck",
  ended: "arrowBack",
};

export function StatusEntry({ status, hash }: { status: InvestorStatus; hash: string | undefined }) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const { at, outcome, subject, reason, proofs, pack, reviewOn, endedBy } = status;
  const grant = grantOf(status);
  const what = t(grant === undefined ? subjectNames[subject] : grantNames[grant]);
  return (
    <TimelineFrame
      at={at}
      icon={outcomeIcons[outcome]}
      isEvidence
      hash={hash}
      headline={t(outcomeNames[outcome], { what })}
      facts={[
        endedBy === undefined ? undefined : t(endedBy === "client" ? papers.byClient : papers.byCriteria),
        proofs.length === 0 ? undefined : t(papers.proofs, { count: proofs.length }),
        reviewOn === undefined ? undefined : t(papers.review, { day: reviewOn }),
        t(papers.pack, pack),
      ]}
    >
      {reason === undefined || reason === "" ? null : (
        <p className={css["text"]}>{isMasked ? maskText(reason) : reason}</p>
      )}
    </TimelineFrame>
  );
}

const saleIcons: Readonly<Record<Decision["outcome"], IconName>> = {
  ALLOW: "circleCheck",
  ALLOW_WITH_WARNING: "triangle",
  NEED_MORE: "missing",
  BLOCK: "octagonCross",
};
const saleNames = {
  ALLOW: parts.gate.allow,
  ALLOW_WITH_WARNING: parts.gate.warning,
  NEED_MORE: parts.gate.more,
  BLOCK: parts.gate.block,
} as const satisfies Record<Decision["outcome"], unknown>;

export function DecisionEntry({ decision, hash }: { decision: Decision; hash: string | undefined }) {
  const t = useT();
  const language = useLanguage();
  const isMasked = useMask((now) => now.isOn);
  const sheets = useOffice("productSheet");
  const open = useScreen((now) => now.open);
  const { client, at, outcome, sheet, grade, sale, pack } = decision;
  const product = sheets?.find(({ id }) => id === sheet)?.name ?? t(papers.someProduct);
  const amount = isMasked ? maskMoney() : formatMoney(sale.amount, language);
  return (
    <TimelineFrame
      at={at}
      icon={saleIcons[outcome]}
      isEvidence
      hash={hash}
      headline={
        <button type="button" className="sb-link" onClick={() => open({ screen: "decision", client, id: decision.id })}>
          {t(papers.decided, { outcome: t(saleNames[outcome]) })}
        </button>
      }
      facts={[t(papers.gatePack, { version: pack.version })]}
    >
      <p className={css["text"]}>{t(papers.sale, { product, grade, amount })}</p>
    </TimelineFrame>
  );
}
