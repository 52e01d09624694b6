/** @file One client's contacts, evidence and changes as one list. Pure. */
import { z } from "zod";
import type { Row } from "../../shared/bridge/streams.ts";
import { hlcInstant } from "../../shared/log/hlc.ts";
import { Hlc } from "../../shared/log/operation.ts";
import { Assessment } from "../../shared/model/assessment.ts";
import { Contact } from "../../shared/model/contact.ts";
import { Decision } from "../../shared/model/decision.ts";
import { InvestorStatus } from "../../shared/model/investor-status.ts";
import { KnowledgeTest } from "../../shared/model/knowledge-test.ts";
import { ActorId, ClientId, Json, Lines, RecordId } from "../../shared/model/primitives.ts";
import { Statement } from "../../shared/model/statement.ts";
import type { PaperEntity } from "./drawers.ts";

const ChangeRow = z.object({
  id: RecordId,
  client: ClientId,
  at: Hlc,
  actor: ActorId,
  fields: z.record(z.string(), Json),
  was: z.record(z.string(), Json).optional(),
  reason: Lines.optional(),
});

/** An edit of a client's record. */
export interface ClientChange {
  readonly id: string;
  readonly client: ClientId;
  /** Instant, by the clock of the device that made it. */
  readonly at: string;
  readonly actor: ActorId;
  readonly reason?: string;
  /** `before` is absent where the field was empty, or where an older edit does not say. */
  readonly fields: readonly { readonly name: string; readonly after: Json; readonly before?: Json }[];
}

interface Entry<K extends string> {
  readonly kind: K;
  readonly id: string;
  readonly at: string;
}
interface Evidence<K extends string> extends Entry<K> {
  /** Of the whole record, see `recordHash`; absent until it has been computed. */
  readonly hash?: string;
}

export type EvidenceItem =
  | (Evidence<"assessment"> & { readonly assessment: Assessment })
  | (Evidence<"statement"> & { readonly statement: Statement })
  | (Evidence<"investorStatus"> & { readonly investorStatus: InvestorStatus })
  | (Evidence<"decision"> & { readonly decision: Decision })
  | (Evidence<"test"> & { readonly test: KnowledgeTest });
export type TimelineItem =
  | (Entry<"contact"> & { readonly contact: Contact })
  | (Entry<"change"> & { readonly change: ClientChange })
  | EvidenceItem;

export interface TimelineRows {
  readonly contacts: readonly Row[];
  readonly assessments: readonly Row[];
  readonly papers: Readonly<Record<PaperEntity, readonly Row[]>>;
  readonly changes: readonly Row[];
}

/** Newest first. What is incomplete or withdrawn is left out. */
export function timelineOf({ contacts, assessments, papers, changes }: TimelineRows): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  for (const row of contacts) {
    const contact = Contact.safeParse(row).data;
    if (contact && contact.restricted !== true)
      items.push({ kind: "contact", id: contact.id, at: contact.at, contact });
  }
  for (const row of assessments) {
    const assessment = Assessment.safeParse(row).data;
    if (assessment) items.push({ kind: "assessment", id: assessment.id, at: assessment.finishedAt, assessment });
  }
  for (const row of papers.statement) {
    const statement = Statement.safeParse(row).data;
    if (statement) items.push({ kind: "statement", id: statement.id, at: statement.at, statement });
  }
  for (const row of papers.investorStatus) {
    const status = InvestorStatus.safeParse(row).data;
    if (status) items.push({ kind: "investorStatus", id: status.id, at: status.at, investorStatus: status });
  }
  for (const row of papers.decision) {
    const decision = Decision.safeParse(row).data;
    if (decision) items.push({ kind: "decision", id: decision.id, at: decision.at, decision });
  }
  for (const row of papers.knowledgeTest) {
    const test = KnowledgeTest.safeParse(row).data;
    if (test) items.push({ kind: "test", id: test.id, at: test.at, test });
  }
  for (const change of changesOf(changes)) {
    items.push({ kind: "change", id: change.id, at: change.at, change });
  }
  return items.sort(newestFirst);
}

/** Orders what happened, the newest first. */
export function newestFirst(a: { at: string; id: string }, b: { at: string; id: string }): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function changesOf(rows: readonly Row[]): readonly ClientChange[] {
  const byId = new Map<string, z.infer<typeof ChangeRow>>();
  for (const row of rows) {
    const change = ChangeRow.safeParse(row).data;
    if (change) byId.set(change.id, change);
  }
  const known = new Map<string, Json>();
  return [...byId.values()]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ fields, was, at, reason, ...rest }) => ({
      ...rest,
      at: hlcInstant(at),
      ...(reason !== undefined && { reason }),
      fields: Object.entries(fields).map(([name, after]) => {
        const before = was === undefined ? known.get(name) : was[name];
        known.set(name, after);
        return before === undefined ? { name, after } : { name, after, before };
      }),
    }));
}
