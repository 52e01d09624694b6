/**
 * @file What a client has shown, agreed to, refused or reported, as far as it decides what may
 * be sold to them. Evidence: the newest of its kind counts, the earlier ones stay.
 */
import { z } from "zod";
import { ClientId, Day, Instant, Line, Lines, RecordId } from "./primitives.ts";

/** A file in the book that a record rests on, and what it held then. */
export const DocumentRef = z.object({ attachment: RecordId, sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type DocumentRef = z.infer<typeof DocumentRef>;

/** Civil capacity (Civil Code Art. 17-24). */
export const Capacity = z.enum(["full", "limited", "none"]);
export type Capacity = z.infer<typeof Capacity>;

const common = {
  client: ClientId,
  at: Instant,
  note: Lines.optional(),
  /** The paper, scan or signature it rests on. */
  document: DocumentRef.optional(),
};
const plain = <const K extends string>(kind: K) => z.object({ id: RecordId, kind: z.literal(kind), ...common });

export const Statement = z.discriminatedUnion("kind", [
  /** Who it is was checked against a document, and with it the civil capacity; `until` is the document's last day. */
  plain("identity").extend({ capacity: Capacity, until: Day.optional() }),
  /**
   * To processing financial accounts and other sensitive personal information (PIPL Art. 28-30).
   * `who` is the guardian who gave it: under fourteen nobody else can (Art. 31).
   */
  plain("consent-given").extend({ who: Line.min(1).optional() }),
  plain("consent-withdrawn"),
  /** The guardian agrees to what a client without full capacity buys; `who` is the guardian. */
  plain("guardian-consent").extend({ who: Line.min(1) }),
  /** The guardian agrees no more, or is the guardian no more. */
  plain("guardian-withdrawn"),
  /** Information that is needed was refused, and the consequence told (Securities Law Art. 88, NFRA Art. 10). A later assessment ends it. */
  plain("information-refused"),
  /** The client says that what the assessment rests on has changed. A later assessment ends it. */
  plain("change-reported"),
  /** A trading right was opened or closed, by the id that products name. */
  plain("right-opened").extend({ right: Line.min(1) }),
  plain("right-closed").extend({ right: Line.min(1) }),
]);
export type Statement = z.infer<typeof Statement>;
export type StatementKind = Statement["kind"];

export const statementFields = {
  ...common,
  kind: z.enum(Statement.options.map((option) => option.shape.kind.value) as [StatementKind, ...StatementKind[]]),
  capacity: Capacity,
  until: Day,
  who: Line,
  right: Line,
} as const;
