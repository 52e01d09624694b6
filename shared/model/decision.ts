/**
 * @file What the sale gate decided and on what: evidence that can be judged again years later
 * to the same bytes (CSRC Order 130 Art. 32, NFRA Art. 17).
 */
import { z } from "zod";
import { ruleIds } from "../packs/gate-pack.ts";
import { Grade } from "../packs/match-matrix.ts";
import { SaleCase } from "../rules/sale-case.ts";
import { ClientId, Instant, Language, Lines, RecordId } from "./primitives.ts";
import { DocumentRef } from "./statement.ts";

const PackRef = z.object({ id: z.string().max(40), version: z.string().max(20) });

/** A document that was put before the client, as pack data names it. */
export const SignedDocument = z.object({
  /** Id in the pack of document texts. */
  text: z.string().max(60),
  pack: PackRef,
  language: Language,
  /** Points the client confirmed one by one, by id. */
  confirmed: z.array(z.string().max(60)).max(50),
  readAt: Instant,
  signedAt: Instant.optional(),
  signature: DocumentRef.optional(),
  /** As it was handed over. */
  file: DocumentRef.optional(),
});
export type SignedDocument = z.infer<typeof SignedDocument>;

const saleOutcomes = ["ALLOW", "ALLOW_WITH_WARNING", "NEED_MORE", "BLOCK"] as const;
export const SaleOutcome = z.enum(saleOutcomes);
export type SaleOutcome = z.infer<typeof SaleOutcome>;

export const FindingRecord = z.object({
  rule: z.enum(ruleIds),
  step: z.int().min(1).max(15),
  weight: z.enum(["warn", "need-more", "block"]),
  cites: z.array(z.object({ source: z.string().max(40), article: z.string().max(40) })),
});

export const decisionFields = {
  client: ClientId,
  /** The product's sheet as it was. */
  sheet: RecordId,
  /** The facts as the gate judged them. */
  sale: SaleCase,
  outcome: SaleOutcome,
  findings: z.array(FindingRecord).max(60),
  grade: Grade,
  pack: PackRef,
  matrix: PackRef,
  /** The choice of law that was made, by the id of the reading. */
  readings: z.record(z.string().max(10), z.string().max(40)),
  /** What the facts were taken from. */
  assessment: RecordId,
  statements: z.array(RecordId).max(100),
  statuses: z.array(RecordId).max(20),
  documents: z.array(SignedDocument).max(30),
  /** Number and place of the recording, or the file in the book. */
  recording: RecordId,
  note: Lines,
  at: Instant,
} as const;

export const Decision = z.object({
  id: RecordId,
  ...z.object(decisionFields).partial({ assessment: true, recording: true, note: true }).shape,
});
export type Decision = z.infer<typeof Decision>;
