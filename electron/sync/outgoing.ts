/**
 * @file Makes a package from the log: which operations travel, the manifest over
 * them, and the sealed bytes. Writes nothing itself.
 *
 * The log is read twice, first for sizes and hashes, which stand in front of the
 * content, then for the content; neither time is the whole of it held in memory.
 */
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Hlc, Operation } from "../../shared/log/operation.ts";
import { type EntityName, entityRule } from "../../shared/model/entities.ts";
import type { DeviceId } from "../../shared/model/primitives.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import {
  type Manifest,
  manifestFile,
  manifestVersion,
  type OperationsManifest,
  operationsFile,
  operationsSchema,
  signatureFile,
} from "../../shared/package/manifest.ts";
import { sealAge } from "../crypto/age.ts";
import { sha256 } from "../crypto/hash.ts";
import { runningSha256 } from "../crypto/running-hash.ts";
import { packageNamespace, signSsh } from "../crypto/sshsig.ts";
import type { Vault } from "../vault/vault.ts";
import { type OwnIdentity, recipientKeyIdOf, senderOf } from "./identity.ts";
import type { Job } from "./jobs.ts";
import { type Member, writeTar } from "./tar.ts";

/**
 * Where one package ends and the next begins. Far below what a receiver accepts,
 * because an append is never parted: only a single append larger than this makes a
 * larger package.
 */
export interface SliceLimits {
  readonly operations: number;
  /** Of `ops.jsonl`. */
  readonly bytes: number;
}
export const sliceLimits: SliceLimits = { operations: 20_000, bytes: 16 * 1024 * 1024 };

/** A measured stretch of the log. */
export interface Slice {
  /** Log sequence numbers: from after the one, through the other. */
  readonly after: number;
  readonly through: number;
  readonly operations: number;
  readonly entities: Partial<Record<EntityName, number>>;
  readonly hlc: Hlc;
  /** Of `ops.jsonl.gz` and of `ops.jsonl`, bytes. */
  readonly size: number;
  readonly uncompressedSize: number;
  /** SHA-256 of `ops.jsonl.gz`, hex. */
  readonly sha256: string;
}

type Log = Pick<Vault, "operations">;

/** What goes out: written on this device, and of a kind that travels. */
export function isOutgoing(operation: Operation, device: DeviceId): boolean {
  return operation.device === device && entityRule(operation.entity).travels;
}

/** The next slice after a log sequence number; undefined when nothing there goes out. */
export async function measureSlice(
  log: Log,
  device: DeviceId,
  after: number,
  limits: SliceLimits,
  job: Job,
  onOperations: (count: number) => void,
): Promise<Slice | undefined> {
  const entities: Partial<Record<EntityName, number>> = {};
  let through = after;
  let operations = 0;
  let uncompressedSize = 0;
  let hlc: Hlc | undefined;

  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const frame of log.operations(after)) {
      job.signal.throwIfAborted();
      const going = frame.operations.filter((operation) => isOutgoing(operation, device));
      const bytes = linesOf(going);
      const isOver = operations + going.length > limits.operations || uncompressedSize + bytes.length > limits.bytes;
      if (operations > 0 && going.length > 0 && isOver) return;
      through = frame.logSeq;
      operations += going.length;
      uncompressedSize += bytes.length;
      for (const { entity, at } of going) {
        entities[entity] = (entities[entity] ?? 0) + 1;
        if (hlc === undefined || at > hlc) hlc = at;
      }
      onOperations(going.length);
      if (bytes.length > 0) yield bytes;
    }
  }

  const hash = runningSha256();
  for await (const chunk of throughZlib(lines(), createGzip())) hash.add(chunk);
  if (hlc === undefined) return undefined;
  const { size } = hash;
  return { after, through, operations, entities, hlc, size, uncompressedSize, sha256: hash.hex() };
}

export interface PackageHead {
  readonly packageId: string;
  readonly stream: string;
  readonly seq: number;
  readonly prevManifestHash: string;
  /** ISO instant. */
  readonly createdAt: string;
  /** `age1...` */
  readonly recipients: readonly string[];
}

export function operationsManifest(own: OwnIdentity, head: PackageHead, slice: Slice): OperationsManifest {
  const { packageId, stream, seq, prevManifestHash, createdAt, recipients } = head;
  const { size, sha256: digest, uncompressedSize, operations, entities, hlc } = slice;
  return {
    v: manifestVersion,
    kind: "operations",
    packageId,
    sender: senderOf(own),
    senderKeyId: own.keyId,
    recipientKeyIds: recipients.map(recipientKeyIdOf),
    createdAt,
    stream,
    seq,
    prevManifestHash,
    hlc,
    schema: operationsSchema,
    counts: { operations, entities },
    files: [{ name: operationsFile, size, sha256: digest, uncompressedSize }],
  };
}

export interface SealedPackage {
  /** SHA-256 of `manifest.json`, hex. */
  readonly manifestHash: string;
  /** The age file. Read once. */
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/** Sign a manifest and seal it, with the files it names, to its recipients. */
export function sealPackage(
  own: OwnIdentity,
  manifest: Manifest,
  recipients: readonly string[],
  files: readonly Member[] = [],
): SealedPackage {
  const manifestBytes = Buffer.from(canonicalText(manifest));
  const signature = Buffer.from(signSsh(own.seed, manifestBytes, packageNamespace));
  const tar = writeTar([
    { name: manifestFile, size: manifestBytes.length, content: [manifestBytes] },
    { name: signatureFile, size: signature.length, content: [signature] },
    ...files,
  ]);
  return { manifestHash: sha256(manifestBytes).toString("hex"), bytes: sealAge(tar, recipients) };
}

/**
 * The operations of a measured slice as the package's file.
 *
 * @throws Error while it is read, when the log gives other bytes than it gave to the measuring.
 */
export function operationsMember(
  log: Log,
  device: DeviceId,
  slice: Slice,
  job: Job,
  onOperations: (count: number) => void,
): Member {
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const frame of log.operations(slice.after)) {
      job.signal.throwIfAborted();
      if (frame.logSeq > slice.through) return;
      const going = frame.operations.filter((operation) => isOutgoing(operation, device));
      onOperations(going.length);
      if (going.length > 0) yield linesOf(going);
    }
  }
  async function* content(): AsyncGenerator<Uint8Array> {
    const hash = runningSha256();
    for await (const chunk of throughZlib(lines(), createGzip())) {
      hash.add(chunk);
      yield chunk;
    }
    if (hash.hex() !== slice.sha256) throw new Error("the log gave two different answers");
  }
  return { name: operationsFile, size: slice.size, content: content() };
}

/** Bytes through a zlib transform, pulled. What `source` throws comes out here. */
export async function* throughZlib(
  source: AsyncIterable<Uint8Array>,
  transform: NodeJS.ReadWriteStream & AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  // The reading below rejects with the same error, or has ended by itself.
  void pipeline(source, transform).catch(() => undefined);
  yield* transform;
}

function linesOf(operations: readonly Operation[]): Buffer {
  return Buffer.from(operations.map((operation) => `${JSON.stringify(operation)}\n`).join(""));
}
