/**
 * @file Verifies a proof pack by itself: no vault, no pairing, no network. Everything that can be
 * looked at is, whatever was found before, so that one reading tells all that is wrong. See
 * [Note: What a proof pack proves].
 */
import { AppError } from "../../shared/errors.ts";
import type { Json } from "../../shared/model/primitives.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import { sameFingerprint } from "../../shared/package/card.ts";
import { readPacks } from "../../shared/proof/packs.ts";
import { type Check, checked, type Problem, type ProofCode, problem } from "../../shared/proof/problem.ts";
import type { Proof, ProvenTransaction } from "../../shared/proof/proof.ts";
import { identityOf, type ProofRecords, readRecords, recordOf, recordsOf } from "../../shared/proof/records.ts";
import { documentsIn } from "../../shared/proof/references.ts";
import {
  compareFacts,
  replayAssessments,
  replayDecisions,
  replayStatuses,
  replayTests,
} from "../../shared/proof/replay.ts";
import { equalBytes, sha256 } from "../crypto/hash.ts";
import { proofNamespace, verifySsh } from "../crypto/sshsig.ts";
import { operationLeaf, partedLeaf } from "../evidence/leaf.ts";
import { isCheckpoint } from "../evidence/note.ts";
import { isConsistent, leafHash, rootOfPath } from "../evidence/tree.ts";
import { fingerprintOf } from "../sync/identity.ts";
import { wholeTransaction } from "../vault/transaction.ts";
import { type OpenProof, withProof } from "./container.ts";

/** Who has to have signed; anybody when neither is given. */
export interface Trust {
  /** As it was compared in person. */
  readonly fingerprint?: string | undefined;
  /** Raw Ed25519 public keys. */
  readonly keys?: readonly Uint8Array[] | undefined;
}

export interface Verdict {
  readonly checks: readonly Check[];
  /** Absent where not even this could be read. */
  readonly proof?: Proof;
  /** Of the signer; absent without a valid signature. */
  readonly fingerprint?: string;
}

/** @throws what reading `bytes` throws; what is wrong with them is in the verdict */
export async function verifyProof(bytes: AsyncIterable<Uint8Array>, trust: Trust = {}): Promise<Verdict> {
  try {
    return await withProof(bytes, async (pack) => {
      const key = signerOf(pack);
      const differing = await pack.rest();
      const form = checked("form", 1, []);
      // What nobody has signed says nothing.
      if (key === undefined) return { checks: [form, checked("signature", 1, [problem("proof-signature")])] };
      const { proof } = pack;
      const fingerprint = fingerprintOf(proof.maker.verifyKey, proof.maker.recipient);
      const signer = signerCheck(fingerprint, key, trust);
      const checks = [form, checked("signature", 1, []), ...signer, ...contentChecks(proof, key, differing)];
      return { checks, proof, fingerprint };
    });
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith("proof-")) throw error;
    // A file that is not a pack to its last byte is none, however sound its beginning.
    return { checks: [checked("form", 1, [problem(error.code as ProofCode, error.params)])] };
  }
}

/** The key that signed, when it is the one the pack names. */
function signerOf({ proof, text, signature }: OpenProof): Uint8Array | undefined {
  const key = verifySsh(signature, text, proofNamespace);
  const isMaker = key !== undefined && equalBytes(key, Buffer.from(proof.maker.verifyKey, "base64"));
  return isMaker ? key : undefined;
}

function signerCheck(fingerprint: string, key: Uint8Array, trust: Trust): Check[] {
  if (trust.fingerprint === undefined && trust.keys === undefined) return [];
  const isFingerprint = trust.fingerprint === undefined || sameFingerprint(trust.fingerprint, fingerprint);
  const isKey = trust.keys === undefined || trust.keys.some((one) => equalBytes(one, key));
  return [checked("signer", 1, isFingerprint && isKey ? [] : [problem("proof-unknown-signer", { fingerprint })])];
}

function contentChecks(proof: Proof, key: Uint8Array, differing: readonly string[]): Check[] {
  const { log, packs } = proof;
  const records = readRecords(proof);
  const { usable, problems } = readPacks(packs, records, (text) => sha256(text).toString("hex"));
  const decisions = recordsOf(records, "decision").length;
  const files = proof.attachments.length + (proof.pdf === undefined ? 0 : 1);
  return [
    checked("checkpoint", 1, checkpointProblems(proof, key)),
    checked("log", records.texts, logProblems(log)),
    checked("records", records.rows.size, records.problems),
    checked("subject", 1, subjectProblems(proof, records)),
    checked("packs", packs.length, problems),
    checked("assessments", recordsOf(records, "assessment").length, replayAssessments(records, usable)),
    checked("tests", recordsOf(records, "knowledgeTest").length, replayTests(records, usable)),
    checked("decisions", decisions, replayDecisions(records, usable)),
    checked("statuses", recordsOf(records, "investorStatus").length, replayStatuses(records, usable)),
    checked("facts", decisions, compareFacts(records)),
    checked("files", files, fileProblems(proof, records, differing)),
    checked("witnesses", log.witnesses.length, witnessProblems(proof, records)),
  ];
}

function checkpointProblems({ log }: Proof, key: Uint8Array): Problem[] {
  const head = { size: log.size, root: Buffer.from(log.root, "hex") };
  return isCheckpoint(log.checkpoint, log.origin, head, key) ? [] : [problem("proof-checkpoint")];
}

/** The places that records have not, or are only said to have. */
export function logProblems({
  size,
  root,
  transactions,
}: Pick<Proof["log"], "size" | "root" | "transactions">): Problem[] {
  return transactions.flatMap((transaction, i) => {
    const { seq, path, form } = transaction;
    const isNext = i === 0 || (transactions[i - 1]?.seq ?? 0) < seq;
    const leaf = isNext ? leafIn(transaction) : undefined;
    const found = leaf && rootOfPath(leaf, seq - 1, size, path.map(bytesOf));
    if (found === undefined || !equalBytes(found, bytesOf(root))) return [problem("proof-inclusion", { seq })];
    return form === "stated" ? [problem("proof-stated", { seq })] : [];
  });
}

/** The leaf a transaction's operations make; undefined where they do not agree. */
function leafIn(transaction: ProvenTransaction): Uint8Array | undefined {
  if (transaction.form === "stated") return bytesOf(transaction.leaf);
  if (transaction.form === "whole") return leafHash(wholeTransaction(transaction.operations));
  const { count, operations } = transaction;
  const roots = operations.map(({ index, path, text }) =>
    rootOfPath(operationLeaf(text), index, count, path.map(bytesOf)),
  );
  const [root] = roots;
  const isRising = operations.every(({ index }, i) => i === 0 || (operations[i - 1]?.index ?? 0) < index);
  if (root === undefined || !isRising) return undefined;
  return roots.every((one) => one !== undefined && equalBytes(one, root)) ? partedLeaf(count, root) : undefined;
}

function subjectProblems({ subject, contents }: Proof, records: ProofRecords): Problem[] {
  const { client, decision, identity } = subject;
  if (decision !== undefined && recordOf(records, "decision", decision) === undefined)
    return [problem("proof-subject")];
  if (!contents.profile) return [problem("proof-subject-stated")];
  const row = recordOf(records, "client", client);
  return row !== undefined && canonicalText(identityOf(row)) === canonicalText(identity)
    ? []
    : [problem("proof-subject")];
}

/** A file is what its record says, and its record what the evidence names. */
function fileProblems({ attachments }: Proof, records: ProofRecords, differing: readonly string[]): Problem[] {
  const rows = recordsOf(records, "attachment");
  const listed = new Map(attachments.map((one) => [one.attachment, one]));
  const atOdds = rows.filter((row) => {
    const entry = listed.get(row.id);
    if (entry?.sha256 !== row.sha256) return true;
    return row.kind === "reference"
      ? entry.absent !== "kept-elsewhere"
      : entry.size !== row.bytes || entry.type !== row.type;
  });
  const strangers = attachments.filter(({ attachment }) => !rows.some(({ id }) => id === attachment));
  const named = [...records.rows.values()].flatMap((row) => documentsIn(row as Json));
  const replaced = named.filter(({ attachment, sha256: then }) => {
    const now = listed.get(attachment);
    return now !== undefined && now.sha256 !== then;
  });
  const names = new Set([
    ...differing,
    ...atOdds.map(({ id }) => id),
    ...strangers.map(({ attachment }) => attachment),
    ...replaced.map(({ attachment }) => attachment),
  ]);
  return [...names].map((name) => problem("proof-file", { name }));
}

function witnessProblems({ log }: Proof, records: ProofRecords): Problem[] {
  const head = { size: log.size, root: bytesOf(log.root) };
  return log.witnesses.flatMap(({ package: id, proof }) => {
    const sent = recordOf(records, "packageOut", id);
    const before = sent && { size: sent.audit.size, root: bytesOf(sent.audit.root) };
    const isSame = before !== undefined && isConsistent(before, head, proof.map(bytesOf));
    return isSame ? [] : [problem("proof-witness", { seq: sent?.seq ?? 0 })];
  });
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex, "hex");
}
