/**
 * @file Records about the people and devices rather than the clients: who works
 * here, who we are paired with, what was sent and received. Small, so they stay
 * in memory while the vault is open.
 */
import { z } from "zod";
import { DeviceId, Instant, Line, RecordId } from "./primitives.ts";

/** A person who makes entries. The record's id is the actor id. */
export const profileFields = {
  name: Line.min(1),
  role: z.enum(["advisor", "manager", "compliance"]),
  branch: Line,
} as const;
export const Profile = z.object({
  id: RecordId,
  name: profileFields.name,
  role: profileFields.role,
  branch: profileFields.branch.optional(),
});
export type Profile = z.infer<typeof Profile>;

/** This device's secret keys. Never leaves the main process. The record's id is the device id. */
export const identityFields = {
  actor: RecordId,
  /** Ed25519 private key, 32-byte seed, base64. */
  signingKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** `AGE-SECRET-KEY-1...` */
  ageIdentity: z.string().startsWith("AGE-SECRET-KEY-1"),
} as const;
export const Identity = z.object({ id: DeviceId, ...identityFields });
export type Identity = z.infer<typeof Identity>;

/** The other side of a pairing: their public keys, checked in person. The record's id is the signing key's fingerprint. */
export const peerFields = {
  name: Line.min(1),
  role: profileFields.role,
  branch: Line,
  device: DeviceId,
  /** Ed25519 public key, base64 of 32 bytes. */
  verifyKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** `age1...` */
  recipient: z.string().regex(/^age1[0-9a-z]{58}$/),
  pairedAt: Instant,
  /** True for the branch our packages go to. */
  isBranch: z.boolean(),
  removed: z.boolean(),
} as const;
export const Peer = z.object({ id: RecordId, ...z.object(peerFields).partial({ branch: true, removed: true }).shape });
export type Peer = z.infer<typeof Peer>;

/** How often and where to export. One record, id `sync`. */
export const syncSettingsFields = {
  /** Absolute folder on this machine, or empty when not chosen yet. */
  folder: z.string().max(1000),
  /** Hours between exports while unlocked; 0 switches the clock off. */
  everyHours: z.int().min(0).max(168),
  atLock: z.boolean(),
} as const;
export const SyncSettings = z.object({ id: z.literal("sync"), ...syncSettingsFields });
export type SyncSettings = z.infer<typeof SyncSettings>;

/** SHA-256, hex. */
const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The log's Merkle tree at one moment, see [Note: Frontier]. */
const treeFields = {
  /** Transactions in it. */
  size: z.int().min(0),
  root: Digest,
  frontier: z.array(Digest).max(53),
} as const;
const TreeState = z.object(treeFields);
export type TreeState = z.infer<typeof TreeState>;

/** The last signed checkpoint of this device; earlier ones stay in the log. The record's id is the device id. */
export const checkpointFields = {
  ...treeFields,
  /** C2SP signed note over origin, size and root. */
  note: z.string().max(1000),
} as const;
export const Checkpoint = z.object({ id: DeviceId, ...checkpointFields });
export type Checkpoint = z.infer<typeof Checkpoint>;

/** One exported package (export register). The record's id is the package id. */
export const packageOutFields = {
  /** Stream the sequence number counts in: the branch peer's id, or the recipients' hash for unpaired exports. */
  stream: z.string().max(100),
  seq: z.int().min(1),
  createdAt: Instant,
  fileName: z.string().max(200),
  operations: z.int().min(0),
  bytes: z.int().min(0),
  /** Log sequence number up to which this package reaches. */
  throughLogSeq: z.int().min(0),
  /** SHA-256 of the canonical manifest, hex; the next package's `prevManifestHash`. */
  manifestHash: Digest,
  recipients: z.array(z.string()).max(100),
  /** What the package says the log was. */
  audit: TreeState,
} as const;
export const PackageOut = z.object({ id: RecordId, ...packageOutFields });
export type PackageOut = z.infer<typeof PackageOut>;

/** One imported package. The record's id is the package id. */
export const packageInFields = {
  /** The sender's peer id. */
  sender: RecordId,
  /** The sender's stream that `seq` counts in. */
  stream: z.string().max(100),
  seq: z.int().min(1),
  importedAt: Instant,
  manifestHash: Digest,
  /** What the sender's log was, by this package; the next one must begin with it. Absent for who verifies one package alone. */
  audit: TreeState.omit({ frontier: true }),
  operations: z.int().min(0),
  created: z.int().min(0),
  updated: z.int().min(0),
  same: z.int().min(0),
} as const;
export const PackageIn = z.object({ id: RecordId, ...z.object(packageInFields).partial({ audit: true }).shape });
export type PackageIn = z.infer<typeof PackageIn>;

/** A receipt that came back for one of our packages. The record's id is the package id it answers. */
export const receiptFields = {
  sender: RecordId,
  seq: z.int().min(1),
  receivedAt: Instant,
  imported: z.int().min(0),
} as const;
export const Receipt = z.object({ id: RecordId, ...receiptFields });
export type Receipt = z.infer<typeof Receipt>;

/** A half-filled form, sealed like everything else, never exported. The record's id is `form.subject`. */
export const draftFields = {
  form: z.string().max(60),
  savedAt: Instant,
  /** The form's values as the form left them; the form parses them when it opens. Cleared when finished. */
  values: z.json(),
} as const;
export const Draft = z.object({ id: RecordId, ...z.object(draftFields).partial({ values: true }).shape });
export type Draft = z.infer<typeof Draft>;
