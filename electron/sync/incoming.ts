/**
 * @file Reads a received package in the receiver's eleven steps (security.md 3.4),
 * each with its own refusal. Changes nothing: what to do with a good package is
 * decided in service.ts.
 *
 * The file stays sealed on the disk and is decrypted twice: once to its end, to know
 * that it is whole, and once to be read. See [Note: Opened before it is whole].
 */
import { createGunzip } from "node:zlib";
import { AppError } from "../../shared/errors.ts";
import { type Operation, parseOperation } from "../../shared/log/operation.ts";
import { type EntityName, entityRule } from "../../shared/model/entities.ts";
import { PackageIn, PackageOut, type Peer } from "../../shared/model/office.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import {
  limits,
  type Manifest,
  manifestFile,
  noPreviousManifest,
  type OperationsManifest,
  operationsFile,
  parseManifest,
  type ReceiptManifest,
  type Sender,
  signatureFile,
} from "../../shared/package/manifest.ts";
import { openAge } from "../crypto/age.ts";
import { sha256 } from "../crypto/hash.ts";
import { runningSha256 } from "../crypto/running-hash.ts";
import { packageNamespace, verifySsh } from "../crypto/sshsig.ts";
import { isConsistent } from "../evidence/tree.ts";
import type { Vault } from "../vault/vault.ts";
import { readChunks } from "./files.ts";
import { fingerprintOf, keyIdOf, type OwnIdentity } from "./identity.ts";
import { type Job, watched } from "./jobs.ts";
import { throughZlib } from "./outgoing.ts";
import { pairedPeers } from "./peers.ts";
import { readTar, type TarReader } from "./tar.ts";

/** A stamp from after this is no clock that is wrong but an attack on the order of all stamps: 2200-01-01. */
const latestStampMs = 7_258_118_400_000;

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export interface Receiver {
  readonly vault: Pick<Vault, "rows">;
  readonly own: Pick<OwnIdentity, "ageIdentity" | "recipientKeyId">;
  readonly job: Job;
  /** Bytes read, over both readings. */
  onBytes(bytes: number): void;
  /** Gets each operation that passed, with its line number from 1. May refuse it by throwing an AppError. */
  onOperation(operation: Operation, line: number): void;
}

export interface Examined {
  readonly manifest: Manifest;
  /** SHA-256 of `manifest.json`, hex. */
  readonly manifestHash: string;
  readonly sender: Peer;
}

/**
 * Steps 2 to 9 over a file in quarantine; step 1, the size cap, was met when it was
 * received, and steps 10 and 11 follow when the user says so.
 *
 * @throws AppError `package-*`, `cancelled`.
 */
export async function examine(file: string, receiver: Receiver): Promise<Examined> {
  await requireWhole(file, receiver);
  const tar = readTar(opened(file, receiver));
  try {
    const manifestBytes = await all(tar.member(manifestFile, limits.manifestBytes));
    const signature = await all(tar.member(signatureFile, limits.signatureBytes));
    const manifest = parseManifest(utf8(manifestBytes, "package-manifest"));
    const manifestHash = sha256(manifestBytes).toString("hex");
    const sender = knownSender(receiver, manifest, manifestBytes, signature);
    requireAddressed(receiver, manifest);
    const examined = { manifest, manifestHash, sender };
    requireStanding(receiver.vault, examined);
    if (manifest.kind === "operations") await readOperations(tar, manifest, receiver);
    await tar.end();
    return examined;
  } finally {
    await tar.close();
  }
}

/**
 * Steps 6 and 8 once more, for a package that was examined a while ago: its sender may
 * have been parted with since, or the same package imported.
 *
 * @throws AppError `package-unknown-sender`, `package-duplicate`, `package-fork`, `package-gap`, `package-history`.
 */
export function requireStanding(vault: Receiver["vault"], { manifest, manifestHash, sender }: Examined): void {
  requirePaired(vault, sender.id, fingerprintOf(sender.verifyKey, sender.recipient));
  if (manifest.kind === "operations") requireNext(vault, sender, manifest, manifestHash);
  else requireAnswer(vault, sender, manifest);
}

/** Steps 2 to 4: an age file, for us, whole to its last chunk. */
async function requireWhole(file: string, receiver: Receiver): Promise<void> {
  for await (const _ of opened(file, receiver)) {
    // Nothing may be believed before the end.
  }
}

function opened(file: string, { own, job, onBytes }: Receiver): AsyncGenerator<Uint8Array> {
  return openAge(watched(readChunks(file), job, onBytes), [own.ageIdentity]);
}

/** Step 6: signed, for this purpose, by the key of someone we are paired with, for their own device. */
function knownSender({ vault }: Receiver, manifest: Manifest, bytes: Uint8Array, signature: Buffer): Peer {
  const key = verifySsh(signature.toString("latin1"), bytes, packageNamespace);
  const verifyKey = Buffer.from(key ?? []).toString("base64");
  if (key === undefined || keyIdOf(verifyKey) !== manifest.senderKeyId) throw new AppError("package-signature");
  const { device, recipient } = manifest.sender;
  const peer = requirePaired(vault, manifest.senderKeyId, fingerprintOf(verifyKey, recipient));
  if (peer.device !== device || peer.recipient !== recipient) throw new AppError("package-signature");
  if (isAnothersActor(vault, manifest.sender)) throw new AppError("package-signature");
  return peer;
}

/** A person writes on one device: an actor whose profile came from another, ours above all, is not the sender. */
function isAnothersActor(vault: Receiver["vault"], { actor, device }: Sender): boolean {
  const stamps = Object.values(vault.rows("profile").get(actor)?._at ?? {});
  return stamps.some((stamp) => !stamp.endsWith(device));
}

function requirePaired(vault: Receiver["vault"], keyId: string, fingerprint: string): Peer {
  const peer = pairedPeers(vault).find(({ id }) => id === keyId);
  if (peer === undefined) throw new AppError("package-unknown-sender", { fingerprint });
  return peer;
}

/** Step 7: the signed list names us, so nobody sealed somebody else's package again for us. */
function requireAddressed({ own }: Receiver, manifest: Manifest): void {
  if (!manifest.recipientKeyIds.includes(own.recipientKeyId)) throw new AppError("package-not-for-me");
}

/**
 * Step 8: the next of its stream. See [Note: Package chain].
 *
 * @throws AppError `package-duplicate`, `package-fork`, `package-gap`, `package-history`.
 */
function requireNext(vault: Receiver["vault"], sender: Peer, manifest: OperationsManifest, manifestHash: string): void {
  const { seq, stream, packageId, prevManifestHash } = manifest;
  const imported = [...vault.rows("packageIn").values()].map((row) => PackageIn.parse(row));
  const chain = imported.filter((known) => known.sender === sender.id && known.stream === stream);
  const bySeq = new Map(chain.map((known) => [known.seq, known]));
  const last = Math.max(0, ...bySeq.keys());

  const same = bySeq.get(seq);
  if (same?.manifestHash === manifestHash) throw new AppError("package-duplicate", { seq });
  // A package id names one manifest for ever, in whatever stream.
  if (seq <= last || imported.some(({ id }) => id === packageId)) throw new AppError("package-fork", { seq });
  if (seq > last + 1) throw new AppError("package-gap", { seq, missing: span(last + 1, seq - 1) });
  const previous = bySeq.get(last);
  if (prevManifestHash !== (previous?.manifestHash ?? noPreviousManifest)) throw new AppError("package-fork", { seq });
  requireSameHistory(manifest, previous);
}

/** Step 8 continued: the sender's log still begins with the one behind the package before. */
function requireSameHistory({ audit, seq }: OperationsManifest, previous: PackageIn | undefined): void {
  const bytes = (text: string) => Buffer.from(text, "hex");
  const headOf = ({ size, root }: { size: number; root: string }) => ({ size, root: bytes(root) });
  const known = previous === undefined ? emptyHead : previous.audit;
  if (known === undefined) return;
  const [before, now] = [headOf(known), headOf(audit)];
  if (!isConsistent(before, now, audit.proof.map(bytes))) throw new AppError("package-history", { seq });
}

const emptyHead = { size: 0, root: "" };

/** Step 8 for a receipt: it answers a package we sent to this very sender, and has not come before. */
function requireAnswer(vault: Receiver["vault"], sender: Peer, { answers }: ReceiptManifest): void {
  const row = vault.rows("packageOut").get(answers.packageId);
  const sent = row === undefined ? undefined : PackageOut.parse(row);
  const fits =
    sent?.manifestHash === answers.manifestHash &&
    sent.seq === answers.seq &&
    sent.stream === answers.stream &&
    sent.recipients.includes(sender.recipient);
  // It confirms a package this vault never made: another copy of this device did.
  if (!fits) throw new AppError("package-fork", { seq: answers.seq });
  if (vault.rows("receipt").has(answers.packageId)) throw new AppError("package-duplicate", { seq: answers.seq });
}

/** Step 9: the file is what the manifest says, and every operation in it is one this sender may write. */
async function readOperations(tar: TarReader, manifest: OperationsManifest, receiver: Receiver): Promise<void> {
  const [{ size, sha256: digest, uncompressedSize }] = manifest.files;
  const { operations, entities } = manifest.counts;
  if (uncompressedSize > limits.operationsBytes || operations > limits.operations) {
    throw new AppError("package-too-large");
  }
  const reading = operationsReader(manifest, receiver);
  const hash = runningSha256();
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of tar.member(operationsFile, limits.sealedBytes)) {
      hash.add(chunk);
      if (hash.size > size) throw contentFault("longer than declared");
      yield chunk;
    }
  }
  let uncompressed = 0;
  try {
    for await (const chunk of throughZlib(hashed(), createGunzip())) {
      uncompressed += chunk.length;
      if (uncompressed > uncompressedSize) throw contentFault("unpacks to more than declared");
      reading.add(chunk);
    }
  } catch (error) {
    throw error instanceof AppError ? error : contentFault("not gzip", error);
  }
  if (hash.size !== size || hash.hex() !== digest) throw contentFault("another hash");
  const found = reading.finish();
  const isComplete = uncompressed === uncompressedSize && found.operations === operations && found.hlc === manifest.hlc;
  const names = new Set([...Object.keys(entities), ...Object.keys(found.entities)]) as Set<EntityName>;
  if (!isComplete || [...names].some((name) => entities[name] !== found.entities[name])) {
    throw contentFault("other counts");
  }
}

/**
 * Takes `ops.jsonl` in pieces. The first bad line is remembered and reported only at
 * the end: if the file is not the signed one at all, that is the truer refusal.
 */
function operationsReader({ sender, counts }: OperationsManifest, { onOperation }: Receiver) {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  let problem: unknown;
  const entities: Partial<Record<EntityName, number>> = {};
  let hlc = "";

  function take(text: Buffer): void {
    line++;
    if (problem !== undefined) return;
    try {
      if (line > counts.operations) throw contentFault("more operations than declared");
      const operation = operationIn(text, sender);
      onOperation(operation, line);
      entities[operation.entity] = (entities[operation.entity] ?? 0) + 1;
      if (operation.at > hlc) hlc = operation.at;
    } catch (error) {
      const isOwnRefusal = error instanceof AppError && error.code !== "bad-operation";
      problem = isOwnRefusal ? error : new AppError("package-operation", { line }, { cause: error });
    }
  }

  return {
    add(chunk: Uint8Array): void {
      // Only the hash is still of interest; a bomb of a hundred million lines is not worth counting.
      if (problem !== undefined) return;
      rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        take(rest.subarray(0, end));
        rest = rest.subarray(end + 1);
      }
      if (rest.length > limits.lineBytes) {
        problem ??= new AppError("package-operation", { line: line + 1 }, { cause: new Error("line too long") });
        rest = Buffer.alloc(0);
      }
    },
    /** @throws AppError for the first bad line. */
    finish() {
      if (problem === undefined && rest.length > 0) problem = contentFault("last line without end");
      if (problem !== undefined) throw problem;
      return { operations: line, entities, hlc };
    },
  };
}

/** One line as an operation its sender may send. @throws AppError `bad-operation` or what JSON and UTF-8 throw. */
function operationIn(text: Buffer, { device, actor }: Sender): Operation {
  const operation = parseOperation(JSON.parse(utf8(text, "bad-operation")));
  // Half a character can only come escaped. It has no canonical form: nothing with it in could be compared or proven.
  if (text.includes("\\u")) canonicalText(operation);
  const { at, entity, entityId } = operation;
  if (operation.device !== device || !at.endsWith(device)) throw badOperation("in another device's name");
  if (operation.actor !== actor) throw badOperation("in another person's name");
  if (entity === "profile" && entityId !== actor) throw badOperation("another person's profile");
  if (!entityRule(entity).travels) throw badOperation(`${entity} does not travel`);
  if (Number.parseInt(at.slice(0, 12), 16) > latestStampMs) throw badOperation("stamped after 2200");
  return operation;
}

function badOperation(why: string): AppError {
  return new AppError("bad-operation", {}, { cause: new Error(why) });
}

function contentFault(why: string, cause: unknown = new Error(why)): AppError {
  return new AppError("package-content", {}, { cause });
}

async function all(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

function utf8(bytes: Uint8Array, code: "package-manifest" | "bad-operation"): string {
  try {
    return strictUtf8.decode(bytes);
  } catch (cause) {
    throw new AppError(code, {}, { cause });
  }
}

/** `3, 4` or, for many, `3–12`. */
function span(from: number, to: number): string {
  if (to - from >= 10) return `${from}–${to}`;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).join(", ");
}
