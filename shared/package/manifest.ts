/**
 * @file What a package says about itself, inside the encryption and under the
 * signature (security.md 3.4). The manifest's canonical text is `manifest.json`.
 *
 * [Note: Package chain]
 *
 * A device numbers its packages per *stream*: one stream for its branch, one for
 * each set of receivers it exports to without pairing. Package n names the hash of
 * package n-1's manifest. The hash is of the manifest, not of the sealed bytes, so
 * sealing the same content again gives a duplicate and never a fork.
 */
import { z } from "zod";
import { AppError } from "../errors.ts";
import { Hlc } from "../log/operation.ts";
import { type EntityName, entities } from "../model/entities.ts";
import { peerFields, profileFields } from "../model/office.ts";
import { ActorId, DeviceId, Instant } from "../model/primitives.ts";
import { parseCanonical } from "./canonical.ts";

/** The only manifest version this code writes and reads. */
export const manifestVersion = 1;
/** The version of the operations inside; raised when an older reader could misread them. */
export const operationsSchema = 1;

/** Names inside the package, in this order. */
export const manifestFile = "manifest.json";
export const signatureFile = "manifest.json.sig";
export const operationsFile = "ops.jsonl.gz";

/** What a receiver accepts. A sender stays far below (electron/sync/outgoing.ts). */
export const limits = {
  /** The sealed file, bytes. */
  sealedBytes: 256 * 1024 * 1024,
  manifestBytes: 64 * 1024,
  signatureBytes: 4 * 1024,
  operations: 100_000,
  /** `ops.jsonl`, decompressed, bytes. */
  operationsBytes: 128 * 1024 * 1024,
  /** One operation as a line, bytes. */
  lineBytes: 1024 * 1024,
} as const;

/** SHA-256, hex. */
const Digest = z.string().regex(/^[0-9a-f]{64}$/);
/** `prevManifestHash` of the first package of a stream. */
export const noPreviousManifest = "0".repeat(64);

/** Random, and the same for every sealing of one package. */
const PackageId = z.string().regex(/^[0-9a-f]{32}$/);

const Sender = z.strictObject({
  device: DeviceId,
  actor: ActorId,
  name: profileFields.name,
  role: profileFields.role,
  branch: profileFields.branch.optional(),
  /** Where a receipt is sealed to. */
  recipient: peerFields.recipient,
});
export type Sender = z.infer<typeof Sender>;

const common = {
  v: z.literal(manifestVersion),
  packageId: PackageId,
  sender: Sender,
  /** SHA-256 of the raw Ed25519 public key that signed. */
  senderKeyId: Digest,
  /** SHA-256 of each `age1...` text the package was sealed to. */
  recipientKeyIds: z.array(Digest).min(1).max(100),
  /** Shown, never trusted. */
  createdAt: Instant,
};

const entityName = z.enum(Object.keys(entities) as [EntityName, ...EntityName[]]);
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** A slice of the sender's log. */
export const OperationsManifest = z.strictObject({
  ...common,
  kind: z.literal("operations"),
  /** See [Note: Package chain]. */
  stream: Digest,
  seq: z.int().min(1),
  prevManifestHash: Digest,
  /**
   * The sender's whole log when this was made, as a Merkle tree head, and the proof
   * that it begins with the log of the package before (RFC 9162 2.1.4). See
   * [Note: What the evidence promises].
   */
  audit: z.strictObject({ size: count, root: Digest, proof: z.array(Digest).max(110) }),
  /** The latest stamp inside. */
  hlc: Hlc,
  schema: z.int().min(1),
  counts: z.strictObject({ operations: count.min(1), entities: z.partialRecord(entityName, count.min(1)) }),
  files: z.tuple([
    z.strictObject({ name: z.literal(operationsFile), size: count, sha256: Digest, uncompressedSize: count }),
  ]),
});
export type OperationsManifest = z.infer<typeof OperationsManifest>;

/** The receiver's signed word that it imported a package. Carries no files. */
export const ReceiptManifest = z.strictObject({
  ...common,
  kind: z.literal("receipt"),
  answers: z.strictObject({
    packageId: PackageId,
    stream: Digest,
    seq: z.int().min(1),
    manifestHash: Digest,
    importedAt: Instant,
    operations: count,
    created: count,
    updated: count,
    same: count,
  }),
});
export type ReceiptManifest = z.infer<typeof ReceiptManifest>;

export const Manifest = z.discriminatedUnion("kind", [OperationsManifest, ReceiptManifest]);
export type Manifest = z.infer<typeof Manifest>;

const Versions = z.looseObject({ v: z.int(), schema: z.int().optional() });

/**
 * The manifest of a package, from the text of `manifest.json`.
 *
 * @throws AppError `package-manifest` when it is not canonical or not a manifest,
 *   `package-newer` when a later version of Suitbook wrote it.
 */
export function parseManifest(text: string): Manifest {
  try {
    const value = parseCanonical(text);
    const versions = Versions.parse(value);
    if (versions.v > manifestVersion || (versions.schema ?? 0) > operationsSchema) throw new AppError("package-newer");
    return Manifest.parse(value);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("package-manifest", {}, { cause: error });
  }
}

/** `sb-4e7a19c2`: names the device, never the person, because file names are readable. */
function senderLabel(device: DeviceId): string {
  return `sb-${device.slice(0, 8)}`;
}

export function packageFileName(sender: DeviceId, seq: number): string {
  return `${senderLabel(sender)}-${String(seq).padStart(4, "0")}.suitbook.age`;
}

/** Named like the package it answers, so that its author knows it among others. */
export function receiptFileName(answered: DeviceId, seq: number): string {
  return packageFileName(answered, seq).replace(/\.suitbook\.age$/, ".receipt.suitbook.age");
}
