/** @file What a verifier finds in a proof pack: something wrong, or something that cannot be told. */
import type { ErrorCode, ErrorParams } from "../errors.ts";

export type ProofCode = Extract<ErrorCode, `proof-${string}`>;

export interface Problem {
  readonly code: ProofCode;
  readonly params: ErrorParams;
}

/** Not wrong, only not proven. */
const open: ReadonlySet<ProofCode> = new Set([
  "proof-stated",
  "proof-unread",
  "proof-incomplete",
  "proof-subject-stated",
  "proof-pack-unknown",
]);

export function problem(code: ProofCode, params: ErrorParams = {}): Problem {
  return { code, params };
}

export function isOpen({ code }: Problem): boolean {
  return open.has(code);
}

/** What is looked at, in its order. */
export const checkNames = [
  /** The file is a tar of its one form, and its `proof.json` is canonical. */
  "form",
  "signature",
  /** Who signed, where that was asked. */
  "signer",
  /** The log's checkpoint is the signer's. */
  "checkpoint",
  /** Every record is in the log, at its place. */
  "log",
  /** Every record is read, is about the client, and nothing it names is missing. */
  "records",
  "subject",
  "packs",
  "assessments",
  "tests",
  "decisions",
  /** Classes that were granted, by the criteria of their packs. */
  "statuses",
  /** The facts of the decisions are those of the records. */
  "facts",
  "files",
  /** The log is the one that was handed to the branch. */
  "witnesses",
] as const;
export type CheckName = (typeof checkNames)[number];

export interface Check {
  readonly name: CheckName;
  readonly state: "ok" | "open" | "failed";
  /** How many things were looked at. */
  readonly of: number;
  readonly problems: readonly Problem[];
}

export function checked(name: CheckName, of: number, problems: readonly Problem[]): Check {
  const state = problems.length === 0 ? "ok" : problems.every(isOpen) ? "open" : "failed";
  return { name, state, of, problems };
}
