/**
 * @file Makes a package from the log: which operations travel, the manifest over
 * them, and the sealed bytes. Writes nothing itself.
 *
 * The manifest, with the size and hash of the compressed operations, stands in front
 * of them. So a slice of the log is compressed in memory, which its limits keep small,
 * before anything is sealed.
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
import { writeTar } from "./tar.ts";

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

/** A stretch of the log, ready to be sealed. */
export interface Slice {
  /** Log sequence numbers: from after the one, through the other. */
  readonly after: number;
  readonly through: number;
  readonly operations: number;
  readonly entities: Partial<Record<EntityName, number>>;
  readonly hlc: Hlc;
  /** `ops.jsonl.gz`, in pieces. */
  readonly gz: readonly Uint8Array[];
  /** Of all its pieces, bytes. */
  readonly size: number;
  /** SHA-256 of it, hex. */
  readonly sha256: string;
  /** Of `ops.jsonl`, bytes. */
  readonly uncompressedSize: number;
}

/** Fast rather than tight: JSON still shrinks to a fifth, and a whole book does not keep anybody waiting. */
const gzipLevel = 1;

type Log = Pick<Vault, "operations">;

/** What goes out: written on this device, and of a kind that travels. */
export function isOutgoing(operation: Operation, device: DeviceId): boolean {
  return operation.device === device && entityRule(operation.entity).travels;
}

/** The next slice after a log sequence number; undefined when nothing there goes out. */
export async function nextSlice(
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
  const gz: Uint8Array[] = [];
  for await (const chunk of throughZlib(lines(), createGzip({ level: gzipLevel }))) {
    hash.add(chunk);
    gz.push(chunk);
  }
  if (hlc === undefined) return undefined;
  const { size } = hash;
  return { after, through, operations, entities, hlc, gz, size, sha256: hash.hex(), uncompressedSize };
}

export interface PackageHead {
  readonly packageId: string;
  readonly stream: string;
  readonly seq: number;
  readonly prevManifestHash: string;
  readonly audit: OperationsManifest["audit"];
  /** ISO instant. */
  readonly createdAt: string;
  /** `age1...` */
  readonly recipients: readonly string[];
}

export function operationsManifest(own: OwnIdentity, head: PackageHead, slice: Slice): OperationsManifest {
  const { packageId, stream, seq, prevManifestHash, audit, createdAt, recipients } = head;
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
    audit,
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

/** Sign a manifest and seal it, with the operations it describes, to its recipients. */
export function sealPackage(
  own: OwnIdentity,
  manifest: Manifest,
  recipients: readonly string[],
  slice?: Slice,
): SealedPackage {
  const manifestBytes = Buffer.from(canonicalText(manifest));
  const signature = Buffer.from(signSsh(own.seed, manifestBytes, packageNamespace));
  const tar = writeTar([
    { name: manifestFile, size: manifestBytes.length, content: [manifestBytes] },
    { name: signatureFile, size: signature.length, content: [signature] },
    ...(slice === undefined ? [] : [{ name: operationsFile, size: slice.size, content: slice.gz }]),
  ]);
  return { manifestHash: sha256(manifestBytes).toString("hex"), bytes: sealAge(tar, recipients) };
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
