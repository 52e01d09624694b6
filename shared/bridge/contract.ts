/**
 * @file The one list of everything the renderer may ask of the main process.
 *
 * [Note: One bridge contract]
 *
 * To add a channel: name it in channels.ts, describe it here, follow the compile
 * errors. Both shells (Electron IPC, loopback HTTP) carry exactly these. Bulk
 * bytes take the two streams in streams.ts instead.
 */
import { z } from "zod";
import { PrintDocument } from "../documents/document.ts";
import { Operation } from "../log/operation.ts";
import { FileAttachment, ReferenceAttachment } from "../model/attachment.ts";
import { InstalledPack, installedPackFields } from "../model/installed-pack.ts";
import { PackageOut, Peer, Profile, profileFields, SyncSettings } from "../model/office.ts";
import { ClientId, Instant, Language, Line, Lines, RecordId } from "../model/primitives.ts";
import { ProofContents } from "../model/proof-entry.ts";
import { BackupSettings, MissingSaves, VaultEvent } from "../model/storage.ts";
import { Fault } from "../packs/faults.ts";
import type { ChannelName, EventName } from "./channels.ts";
import type { Reply } from "./reply.ts";

const channel = <In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out) => ({ input, output });

const Nothing = z.null();
const Passphrase = z.string().min(1).max(1024);
const RecoveryKey = z.string().min(1).max(200);
/** A vault's short public id: names its folder. */
export const VaultId = z.string().regex(/^[0-9a-z]{8,40}$/);

/** Minutes without a touch after which the book locks itself. */
export const lockMinutes = { least: 1, most: 60, usual: 15 } as const;

const LockReason = z.enum(["user", "idle", "suspend", "quit", "meeting"]);

export const Preferences = z.object({
  language: Language,
  colorScheme: z.enum(["light", "dark", "auto"]),
  /** False switches single-letter shortcuts off (WCAG 2.1.4); absent is on. */
  singleKeys: z.boolean().optional(),
  /** Absent is `lockMinutes.usual`. */
  lockMinutes: z.int().min(lockMinutes.least).max(lockMinutes.most).optional(),
});
export type Preferences = z.infer<typeof Preferences>;

export const VaultSummary = z.object({
  id: VaultId,
  /** Chosen at creation and readable while locked; the form says so. */
  label: Line,
  createdAt: Instant,
  lastWriteAt: Instant.optional(),
  /** Where it lies, for the lock screen; display only. */
  place: z.string().max(1000),
  isDemo: z.boolean(),
  /** The system's key store holds a key to it. */
  hasQuick: z.literal(true).optional(),
  /** It has a branch escrow slot. */
  hasEscrow: z.literal(true).optional(),
});
export type VaultSummary = z.infer<typeof VaultSummary>;

/** The ways into the open vault besides its passphrase. */
export const KeyState = z.object({
  /** `unconfirmed`: shown, but never typed back. `none`: the data key was replaced and no new recovery key made yet. */
  recovery: z.enum(["confirmed", "unconfirmed", "none"]),
  escrow: z
    .object({
      recipient: z.string(),
      name: Line.optional(),
      addedAt: Instant,
      /** Four groups of four hex digits, to be compared with the branch's. */
      fingerprint: z.string(),
    })
    .optional(),
  /** `store` is the name of the system's key store; absent where there is none that protects anything. */
  quick: z.object({ isOn: z.boolean(), store: z.string().optional() }),
  /** A replacement of the data key was begun and is not finished. */
  isRotating: z.boolean(),
});
export type KeyState = z.infer<typeof KeyState>;

/** What opening found; shown once after unlock when anything but `clean`. */
export const RecoveryReport = z.object({
  /** `torn`: the last unfinished write was dropped. `damaged`: opened read-only. `rolled-back`: older than its own record. */
  state: z.enum(["clean", "torn", "damaged", "rolled-back"]),
  /** Bytes of the unfinished write that were dropped. */
  droppedBytes: z.int().min(0),
  readOnly: z.boolean(),
  /** Damaged or unfinished files a sound spare stood in for: nothing was lost, and they are put right by now. */
  replaced: z.array(z.enum(["VAULT", "HEAD", "snapshot"])).optional(),
});
export type RecoveryReport = z.infer<typeof RecoveryReport>;

export const Session = z.object({
  vault: VaultSummary,
  profile: Profile,
  device: z.string(),
  recovery: RecoveryReport,
});
export type Session = z.infer<typeof Session>;

/** What the card says and how to check it. */
export const CardReading = z.object({
  name: Line,
  role: profileFields.role,
  branch: Line,
  /** Four groups of four hex digits, to be compared in person: `4E7A 19C2 B0D5 66F1`. */
  fingerprint: z.string(),
  alreadyPaired: z.boolean(),
});
export type CardReading = z.infer<typeof CardReading>;

export const WaitingGroup = z.object({
  entity: z.string(),
  operations: z.int().min(0),
  records: z.int().min(0),
  /** Records that did not exist at the last export. */
  created: z.int().min(0),
  earliest: Instant,
});

export const SyncState = z.object({
  settings: SyncSettings,
  /** `absent`: chosen but not there now; it waits. */
  folderState: z.enum(["none", "present", "absent", "not-writable"]),
  freeBytes: z.int().min(0).optional(),
  peers: z.array(Peer.extend({ fingerprint: z.string() })),
  branch: Peer.extend({ fingerprint: z.string() }).optional(),
  waiting: z.object({
    operations: z.int().min(0),
    groups: z.array(WaitingGroup),
    earliest: Instant.optional(),
  }),
  nextSeq: z.int().min(1),
  nextFileName: z.string(),
  lastExport: PackageOut.optional(),
  /** Newest first, at most 50. */
  exports: z.array(PackageOut.extend({ receipt: z.object({ receivedAt: Instant, imported: z.int() }).optional() })),
  /** When the clock exports next; absent while switched off. */
  nextAt: Instant.optional(),
  /** True when a due export waits for its folder. */
  due: z.boolean(),
});
export type SyncState = z.infer<typeof SyncState>;

/** What a signed rule pack is; nothing has been written. */
export const PackReading = z.object({
  pack: installedPackFields.pack,
  sha256: installedPackFields.sha256,
  signer: installedPackFields.signer,
  /** Everything wrong with it; only without any may it be taken in. */
  faults: z.array(Fault),
  /** `known`: it is here already. `taken`: another pack has its id and version. */
  standing: z.enum(["new", "known", "taken"]),
});
export type PackReading = z.infer<typeof PackReading>;
/** A rule pack's file as text. The largest that ships has a twentieth of this. */
const PackText = z.string().max(2_000_000);

/** What importing would do; nothing has been written. */
export const PackagePreview = z.object({
  previewId: z.string(),
  kind: z.enum(["operations", "receipt"]),
  sender: Line,
  fingerprint: z.string(),
  seq: z.int(),
  createdAt: Instant,
  /** The sender's clock differs from ours by more than a day. */
  clockDiffers: z.boolean(),
  operations: z.int().min(0),
  created: z.int().min(0),
  updated: z.int().min(0),
  same: z.int().min(0),
  /** Per entity, in the order of the log's entity list. */
  groups: z.array(z.object({ entity: z.string(), created: z.int(), updated: z.int(), same: z.int() })),
  /** The first records, for the eye; names only. */
  rows: z
    .array(
      z.object({
        entity: z.string(),
        entityId: RecordId,
        title: z.string().max(200),
        outcome: z.enum(["create", "update", "same"]),
        /** Fields that would change: name, current value, new value; as JSON values. */
        fields: z.array(z.object({ name: z.string(), from: z.json().optional(), to: z.json().optional() })).max(40),
      }),
    )
    .max(200),
});
export type PackagePreview = z.infer<typeof PackagePreview>;

/** A recording that was begun and neither kept nor dropped. */
export const InterruptedRecording = z.object({
  id: RecordId,
  client: ClientId,
  name: Line,
  consentAt: Instant,
  startedAt: Instant,
  /** Of sound that is there and whole. */
  bytes: z.int().min(0),
});
export type InterruptedRecording = z.infer<typeof InterruptedRecording>;
/** Absolute, on this machine or a drive. */
const Folder = z.string().min(1).max(1000);
const Counts = z.object({
  clients: z.int().min(0),
  contacts: z.int().min(0),
  assessments: z.int().min(0),
  operations: z.int().min(0),
});

export const BackupTest = z.object({
  at: Instant,
  testedAt: Instant,
  sound: z.boolean(),
  /** Counted in the backup itself. */
  counts: Counts,
  problems: z.array(z.object({ file: z.string(), problem: z.enum(["missing", "damaged", "counts"]) })),
});
export type BackupTest = z.infer<typeof BackupTest>;

const Used = z.object({ files: z.int().min(0), bytes: z.int().min(0) });

export const StorageState = z.object({
  place: z.string().max(1000),
  log: Used,
  /** `newestAt`: when the newest was written. */
  snapshots: Used.extend({ newestAt: Instant.optional() }),
  attachments: Used,
  freeBytes: z.int().min(0).optional(),
  /** False while the disk is too full for the reserve: nothing more can be saved, or soon nothing. */
  hasReserve: z.boolean(),
  backup: z.object({
    settings: BackupSettings,
    /** `absent`: chosen but not there now; it waits. */
    folderState: z.enum(["none", "present", "absent", "not-writable"]),
    freeBytes: z.int().min(0).optional(),
    /** In the folder now, newest first. */
    list: z.array(Instant),
    /** The last one made, whether its folder is there now or not. */
    last: z.object({ at: Instant, bytes: z.int().min(0), newBytes: z.int().min(0), upToDate: z.boolean() }).optional(),
    lastTest: BackupTest.omit({ counts: true }).optional(),
    nextAt: Instant.optional(),
    due: z.boolean(),
  }),
  /** Newest first, at most 20. */
  events: z.array(VaultEvent),
});
export type StorageState = z.infer<typeof StorageState>;

export const VaultCheck = z.object({
  frames: z.int(),
  operations: z.int(),
  segments: z.int(),
  snapshots: z.int(),
  attachments: z.int(),
  problems: z.array(
    z.object({ file: z.string(), problem: z.enum(["damaged", "missing", "spare", "unreadable", "rewritten"]) }),
  ),
});
export type VaultCheck = z.infer<typeof VaultCheck>;

export const BackupSet = z.object({
  vaultId: z.string(),
  /** As the newest backup's header says. */
  label: Line,
  /** Newest first. */
  backups: z.array(Instant),
});
export type BackupSet = z.infer<typeof BackupSet>;

const BackupChoice = z.object({
  folder: Folder,
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  at: Instant,
  passphrase: Passphrase,
});

export const RestorePreview = BackupTest.extend({
  label: Line,
  /** Of the vault that is open now, when it is the same one. */
  present: Counts.optional(),
});
export type RestorePreview = z.infer<typeof RestorePreview>;

export const SalvageReport = z.object({
  vault: VaultSummary,
  /** Copied. */
  saves: z.int().min(0),
  operations: z.int().min(0),
  attachments: z.int().min(0),
  missing: z.array(MissingSaves),
});
export type SalvageReport = z.infer<typeof SalvageReport>;

/** A proof pack that is ready to be fetched. */
export const ProofSummary = z.object({
  id: z.string(),
  fileName: z.string(),
  /** Of the file. */
  bytes: z.int().min(0),
  /** Of this device, which signed it. */
  fingerprint: z.string(),
  records: z.int().min(0),
  /** Attachments that are in it, and that the evidence names and are not. */
  files: z.int().min(0),
  absent: z.int().min(0),
  hasPdf: z.boolean(),
});
export type ProofSummary = z.infer<typeof ProofSummary>;

export const contract = {
  /**
   * Version, shell, preferences, vaults on this machine, and the open session if there is one. Asked
   * first by every page that loads: one that loads during a meeting finds the book locked.
   */
  appInfo: channel(
    Nothing,
    z.object({
      version: z.string(),
      shell: z.enum(["electron", "loopback"]),
      preferences: Preferences,
      vaults: z.array(VaultSummary),
      session: Session.optional(),
      /** Why the book that was open last was locked; absent before that and while one is open. */
      lockedBy: LockReason.optional(),
    }),
  ),
  setPreferences: channel(Preferences, Nothing),
  /** Somebody touched a key or a pointer on the page: it puts off locking where the shell cannot ask the system. */
  noteActivity: channel(Nothing, Nothing),

  /** Create a vault and open it. The recovery key is returned this once and never again. Fails: weak-passphrase. */
  createVault: channel(
    z.object({ label: Line.min(1), passphrase: Passphrase, profile: z.object({ ...profileFields, branch: Line }) }),
    z.object({ session: Session, recoveryKey: z.string() }),
  ),
  /** Fails: wrong-passphrase, wait-before-retry, vault-*. */
  unlockVault: channel(z.object({ vault: VaultId, passphrase: Passphrase }), Session),
  /** Open with the recovery key and set a new passphrase. Fails: wrong-recovery-key, weak-passphrase. */
  recoverVault: channel(z.object({ vault: VaultId, recoveryKey: RecoveryKey, newPassphrase: Passphrase }), Session),
  /** Works while locked, from the lock screen. Fails: wrong-passphrase, weak-passphrase. */
  changePassphrase: channel(z.object({ vault: VaultId, passphrase: Passphrase, newPassphrase: Passphrase }), Nothing),
  /** Is this the open vault's passphrase? Ends a meeting. Fails: wrong-passphrase, wait-before-retry. */
  verifyPassphrase: channel(z.object({ passphrase: Passphrase }), Nothing),
  /** As recoverVault, with the branch's age key file or its text. Fails: wrong-escrow-key, weak-passphrase. */
  recoverFromEscrow: channel(
    z.object({ vault: VaultId, identity: z.string().min(1).max(10_000), newPassphrase: Passphrase }),
    Session,
  ),
  /** Open with the key in the system's key store. Fails: quick-unlock-failed. */
  quickUnlock: channel(z.object({ vault: VaultId }), Session),
  /**
   * Crypto-erase a vault, open or locked. `label` is its name, typed to confirm. Fails: confirmation-differs,
   * wrong-passphrase, wrong-recovery-key, vault-in-use.
   */
  eraseVault: channel(
    z.object({
      vault: VaultId,
      label: Line,
      secret: z.union([z.strictObject({ passphrase: Passphrase }), z.strictObject({ recoveryKey: RecoveryKey })]),
    }),
    Nothing,
  ),
  keyState: channel(Nothing, KeyState),
  /** Make a new recovery key; the old one opens nothing from now on. Returned this once. Fails: wrong-passphrase. */
  renewRecoveryKey: channel(z.object({ passphrase: Passphrase }), z.object({ recoveryKey: z.string() })),
  /** Is this the open vault's recovery key? A right one counts as confirmed. Fails: wrong-recovery-key. */
  testRecoveryKey: channel(z.object({ recoveryKey: RecoveryKey }), KeyState),
  /** Let the holder of an age identity open the vault too. Fails: wrong-passphrase, escrow-recipient. */
  setEscrow: channel(
    z.object({ passphrase: Passphrase, recipient: z.string().max(200), name: Line.optional() }),
    KeyState,
  ),
  removeEscrow: channel(z.object({ passphrase: Passphrase }), KeyState),
  /** Fails: wrong-passphrase, quick-unlock-unavailable. */
  setQuickUnlock: channel(z.object({ passphrase: Passphrase, isOn: z.boolean() }), KeyState),
  /**
   * Replace the data key, or go on with that; progress by jobProgress. The book is locked when it is done, and opens
   * with its passphrase. Fails: wrong-passphrase, rotation-unfinished, vault-read-only, *-damaged, disk-*, cancelled by a lock.
   */
  rotateDataKey: channel(z.object({ passphrase: Passphrase }), Nothing),
  /** Never fails. Lets the page keep its drafts first, and runs a due export when `atLock` is set. */
  lockVault: channel(Nothing, Nothing),
  /** The page's answer to `locking`. */
  draftsKept: channel(Nothing, Nothing),
  /** The screen goes to a client: until the passphrase is given, a page that loads anew locks the book. */
  beginMeeting: channel(Nothing, Nothing),

  /** Save one user action. Resolves after the bytes are on the disk. Fails: bad-operation, vault-read-only, disk-*. */
  appendOperations: channel(z.array(Operation).min(1).max(10_000), z.object({ logSeq: z.int() })),

  /** File where somebody else keeps a recording; no bytes come here. Fails: disk-*, vault-read-only. */
  addReference: channel(ReferenceAttachment.omit({ id: true, kind: true, addedAt: true }), ReferenceAttachment),
  /** Start a recording, whose pieces follow by `POST /stream/recording/ID`. Fails: disk-*, vault-read-only. */
  beginRecording: channel(
    z.object({ client: ClientId, name: Line.min(1), consentAt: Instant }),
    z.object({ id: RecordId }),
  ),
  /** Seal and file what was recorded. Fails: attachment-*, disk-*; the recording is then still there to be kept. */
  finishRecording: channel(z.object({ id: RecordId, durationMs: z.int().min(0) }), FileAttachment),
  /** Every recording that is not filed, the one under way included; oldest first. */
  interruptedRecordings: channel(Nothing, z.array(InterruptedRecording)),
  /** File what is there of an interrupted recording, up to its last whole second. Fails: as finishRecording. */
  keepRecording: channel(z.object({ id: RecordId }), FileAttachment),
  /** Delete a recording that is not filed, for good. */
  dropRecording: channel(z.object({ id: RecordId }), Nothing),
  /** Enter an export in the register; `GET /stream/attachment/ID?export=1` then answers once. Fails: attachment-missing, disk-*. */
  exportAttachment: channel(z.object({ id: RecordId, reason: Lines.min(1) }), Nothing),
  /**
   * Enter a proof pack of a client or a sale in the register and make it; `GET /stream/proof/ID` then sends it once.
   * Fails: proof-empty, pack-missing, pdf-failed, disk-*, vault-read-only.
   */
  makeProof: channel(
    z.object({
      client: ClientId,
      decision: RecordId.optional(),
      contents: ProofContents,
      reason: Lines.min(1),
      language: Language,
    }),
    ProofSummary,
  ),
  /**
   * Print a document as PDF, seal it and file it under its client; `name` without an ending.
   * Fails: pdf-unavailable, pdf-failed, attachment-*, disk-*, vault-read-only: nothing was kept.
   */
  makeDocument: channel(z.object({ client: ClientId, name: Line.min(1), document: PrintDocument }), FileAttachment),

  /** This vault's public identity as one line of text, for pasting or a QR code, and its fingerprint. */
  identityCard: channel(Nothing, z.object({ card: z.string(), fingerprint: z.string() })),
  /** Read somebody's card without pairing. Fails: card-*. */
  readCard: channel(z.object({ card: z.string().max(4000) }), CardReading),
  /** Pair after the fingerprint was compared. `asBranch` makes it the receiver of our packages. */
  pairPeer: channel(z.object({ card: z.string().max(4000), fingerprint: z.string(), asBranch: z.boolean() }), Nothing),
  removePeer: channel(z.object({ peer: RecordId }), Nothing),
  syncState: channel(Nothing, SyncState),
  /** Fails: folder-absent (when never seen), folder-not-writable. */
  saveSyncSettings: channel(SyncSettings.omit({ id: true }), SyncState),
  /** The system's folder dialog; null when cancelled or where the shell has none. */
  chooseSyncFolder: channel(Nothing, z.object({ folder: z.string() }).nullable()),
  /** Seal what waits into the folder. Fails: no-branch, folder-*, nothing-to-export, disk-*, cancelled. */
  exportPackage: channel(Nothing, PackageOut),
  /** Commit a previewed import, in one transaction. Fails: import-expired, disk-*. */
  importPackage: channel(
    z.object({ previewId: z.string() }),
    z.object({ created: z.int(), updated: z.int(), same: z.int() }),
  ),
  /** Forget a preview and its quarantined file. */
  discardPackage: channel(z.object({ previewId: z.string() }), Nothing),
  /** Read a signed rule pack without taking it in. Fails: pack-file, pack-signature, pack-signer. */
  readPackFile: channel(z.object({ text: PackText }), PackReading),
  /** Take a signed rule pack in. Fails: as readPackFile; pack-invalid, pack-taken, vault-read-only, disk-*. */
  installPack: channel(z.object({ text: PackText }), InstalledPack),
  /** Sizes, free space, backups and what happened to the files. */
  storageState: channel(Nothing, StorageState),
  /** Open every frame of every file. Fails: cancelled. */
  checkVault: channel(Nothing, VaultCheck),
  /** Fails: folder-absent (when never seen), folder-not-writable. */
  saveBackupSettings: channel(BackupSettings.omit({ id: true }), StorageState),
  /** The system's folder dialog, locked or not; null when cancelled or where the shell has none. */
  chooseBackupFolder: channel(Nothing, z.object({ folder: z.string() }).nullable()),
  /** Fails: folder-*, no-room, backup-failed, vault-read-only, cancelled. */
  runBackup: channel(Nothing, StorageState),
  /** Test a backup of the open vault, without touching it. Fails: backup-missing, backup-older-key, cancelled. */
  testBackup: channel(z.object({ at: Instant }), BackupTest),
  /** What backups a folder holds, by vault; works while locked. Fails: folder-absent. */
  listBackups: channel(z.object({ folder: Folder }), z.array(BackupSet)),
  /** Test a backup and say what restoring it would bring; works while locked. Fails: backup-missing, wrong-passphrase, wait-before-retry, cancelled. */
  previewRestore: channel(BackupChoice, RestorePreview),
  /** Copy a backup into a new vault beside the others. Fails: as previewRestore; no-room, disk-*. */
  restoreBackup: channel(BackupChoice, z.object({ vault: VaultSummary })),
  /** Copy everything readable of the open vault into a new one beside it. Fails: wrong-passphrase, wait-before-retry, no-room, disk-*, cancelled. */
  salvageVault: channel(z.object({ passphrase: Passphrase }), SalvageReport),
  /** Stop a running job; what it had begun is undone. */
  cancelJob: channel(z.object({ job: z.string() }), Nothing),
} as const satisfies Record<ChannelName, ReturnType<typeof channel>>;

export const events = {
  /** The vault is about to be locked: keep what is being typed, then answer with `draftsKept`. Waits two seconds at most. */
  locking: z.null(),
  /** The vault was locked by the main process. */
  locked: z.object({ reason: LockReason }),
  /** The log grew, by a save or an import: fetch what is new. */
  logChanged: z.object({ logSeq: z.int() }),
  syncChanged: z.null(),
  storageChanged: z.null(),
  jobProgress: z.object({
    job: z.enum(["rotate", "export", "import", "unlock", "backup", "check", "testBackup", "restore", "salvage"]),
    done: z.number(),
    of: z.number(),
  }),
} as const satisfies Record<EventName, z.ZodType>;

export type ChannelInput<C extends ChannelName> = z.input<(typeof contract)[C]["input"]>;
export type ChannelOutput<C extends ChannelName> = z.infer<(typeof contract)[C]["output"]>;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;

/** What the main process must implement: one function per channel, no more, no fewer. Inputs arrive parsed. */
export type Handlers = {
  readonly [C in ChannelName]: (
    input: z.infer<(typeof contract)[C]["input"]>,
  ) => ChannelOutput<C> | Promise<ChannelOutput<C>>;
};
export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

/** What a shell gives the page: untyped transport that never throws. `window.suitbook` in Electron. */
export interface Transport {
  invoke(channel: ChannelName, input: unknown): Promise<Reply>;
  /** Returns its unsubscribe. */
  on(event: EventName, listener: (payload: unknown) => void): () => void;
}
