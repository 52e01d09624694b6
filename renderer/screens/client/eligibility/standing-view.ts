/** @file Where a client stands, as rows: what, how it stands, why, by which article, and what can be done. No drawing. */
import type { Client } from "../../../../shared/model/client.ts";
import type { InvestorStatus, StatusSubject } from "../../../../shared/model/investor-status.ts";
import type { Statement, StatementKind } from "../../../../shared/model/statement.ts";
import { type GatePack, type RuleId, regimes } from "../../../../shared/packs/gate-pack.ts";
import type { InvestorCriteria } from "../../../../shared/packs/investor-criteria.ts";
import type { Standing } from "../../../../shared/rules/standing.ts";
import type { IconName } from "../../../parts/Icon.tsx";
import type { MarkTone } from "../../../parts/IconMark.tsx";
import { citeText } from "../../../text/cites.ts";
import type { Sentence } from "../../../text/text.ts";
import type { Reader } from "../values.ts";

export type RowAction =
  | { readonly label: Sentence; readonly does: "state"; readonly statement: StatementKind; readonly right?: string }
  | { readonly label: Sentence; readonly does: "apply" | "end"; readonly subject: StatusSubject };

export interface StandingRow {
  readonly key: string;
  readonly name: string;
  readonly icon: IconName;
  readonly tone: MarkTone;
  readonly value: string;
  /** Why it stands so; a line each. */
  readonly reasons: readonly string[];
  readonly cites: string;
  readonly actions: readonly RowAction[];
}

export interface StandingSection {
  readonly key: string;
  readonly title: Sentence;
  readonly rows: readonly StandingRow[];
}

export interface StandingView {
  readonly client: Client;
  readonly standing: Standing;
  readonly criteria: InvestorCriteria;
  readonly gate: GatePack;
  readonly reader: Reader;
}

/** The records of one kind the standing rests on. */
export function saidOf<K extends StatementKind>({ statements }: Standing, ...kinds: readonly K[]) {
  return statements.find((one): one is Extract<Statement, { kind: K }> =>
    (kinds as readonly string[]).includes(one.kind),
  );
}

export function guardianOf(standing: Standing) {
  return saidOf(standing, "guardian-consent", "guardian-withdrawn");
}

export function statusOf({ statuses }: Standing, subject: StatusSubject): InvestorStatus | undefined {
  return statuses.find((one) => one.subject === subject);
}

/** What the sale gate cites for a rule, under whatever regime. */
export function ruleCites({ gate, reader }: StandingView, rule: RuleId): string {
  const cites = regimes.flatMap((regime) => gate.rules[rule].cites[regime]);
  return citeText(cites, gate.sources, reader.t);
}
