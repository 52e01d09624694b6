/**
 * @file The vault as the rest of the main process knows it: made and unlocked. What an
 * open one does is in open-vault.ts, what opens it in secrets.ts.
 */
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { RecoveryReport } from "../../shared/bridge/contract.ts";
import type { BookFrame, Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import type { Operation } from "../../shared/log/operation.ts";
import type { EntityName } from "../../shared/model/entities.ts";
import { Line } from "../../shared/model/primitives.ts";
import type { AttachmentStore } from "../attachments/store.ts";
import { randomBytes, randomId } from "../crypto/random.ts";
import type { CheckReport } from "./check.ts";
import { type Disk, diskFailure, makeFolder, nodeDisk } from "./disk.ts";
import type { Head, Witness } from "./head.ts";
import { composeHeader, identityOf, readHeader, writeHeader } from "./header.ts";
import { dataKeyBytes, openKeys, type VaultKeys } from "./keys.ts";
import { openVault, type VaultExtent, type VaultStats } from "./open-vault.ts";
import { formatRecoveryKey } from "./recovery-key.ts";
import { checkStrength, keyStateOf, newParameters, type SecretDeps, tryOpening } from "./secrets.ts";
import { passphraseSlot, recoverySlot, type Secret } from "./slots.ts";

export interface VaultDeps extends SecretDeps {
  /** Tests only: begin a new segment after so many bytes. */
  readonly segmentBytes?: number;
  /** Remembers how far the log had come, outside the vault's folder. A log that ends earlier was rolled back. */
  readonly witness?: Witness;
  /** Room kept on the disk for the day it is full; none where absent. */
  readonly reserveBytes?: number;
}

/** What the shells keep in reserve: a day's work, and the files of a tidy close. */
export const usualReserveBytes = 8 * 2 ** 20;

export interface Vault {
  readonly id: string;
  readonly dir: string;
  /** Plain text in the header, by design: the lock screen shows it. */
  readonly label: string;
  /** What opening found. */
  readonly recovery: RecoveryReport;
  /** Sequence number of the last acknowledged frame; one append is one frame. */
  readonly logSeq: number;
  /** The same by all that remembers it: beyond `logSeq` where the last saves were lost. */
  readonly knownSeq: number;
  /** The same as `logSeq` with its place in the chain: what a witness outside the folder remembers. */
  readonly head: Head;
  /**
   * Store one transaction, all or nothing; resolves after it is on the disk. The
   * operations must have come from `parseOperation`.
   *
   * @throws AppError `vault-read-only`, `vault-in-use`, `disk-full`, `disk-error`, `locked`: nothing was saved
   */
  append(operations: readonly Operation[]): Promise<{ logSeq: number }>;
  /** Salvage only: a save byte for byte as it lay in another log. @throws AppError as `append` */
  appendCopy(transaction: Buffer): Promise<{ logSeq: number }>;
  /**
   * Every transaction after frame `after`, in order.
   *
   * @throws AppError `vault-damaged` at damage, unless the vault was opened read-only for it
   */
  operations(after: number): AsyncIterable<{ logSeq: number; operations: Operation[] }>;
  /** The same as bytes, as they lie in the log: what its evidence is made of. */
  transactions(after: number): AsyncIterable<{ logSeq: number; bytes: Buffer }>;
  /**
   * The merged book (see [Note: Book stream]). A second `begin` says that a snapshot turned
   * out damaged and that the book is sent again from a sound source; rows replace rows.
   */
  book(): AsyncIterable<BookFrame>;
  /** The same as lines of JSON, mostly as they were stored: for a stream that would only write them out again. */
  bookLines(): AsyncIterable<Uint8Array>;
  /** The sealed files beside the log. */
  readonly attachments: AttachmentStore;
  /** What a backup copies: the files as of the last acknowledged frame. */
  extent(): Promise<VaultExtent>;
  /** A key for what lies beside the log, see `VaultKeys`. */
  readonly derive: VaultKeys["derive"];
  /** Rows of a resident entity by id, kept current. */
  rows<E extends EntityName>(entity: E): ReadonlyMap<string, Row>;
  /** Write a snapshot of everything acknowledged so far. @throws AppError `disk-*`, `vault-read-only` */
  snapshot(): Promise<void>;
  /** Open every frame of every file; progress in bytes. */
  check(onProgress?: (done: number, of: number) => void): Promise<CheckReport>;
  stats(): Promise<VaultStats>;
  /** Called after each acknowledged append. Returns its unsubscribe. */
  onAppend(listener: (logSeq: number) => void): () => void;
  /** Waits for the appends under way, writes a snapshot when many operations came since the last, forgets the keys. Never fails. */
  close(): Promise<void>;
}

export interface NewVault {
  readonly label: string;
  readonly passphrase: string;
  /** The recovery key will be typed back: until then it counts as unconfirmed. */
  readonly mustConfirm?: boolean;
}

/**
 * Make a vault in a folder that is empty or not there yet, and open it.
 *
 * @throws AppError `weak-passphrase`, `vault-exists`, `disk-full`, `disk-error`
 */
export async function createVault(
  dir: string,
  { label, passphrase, mustConfirm = false }: NewVault,
  deps: VaultDeps,
): Promise<{ vault: Vault; recoveryKey: string }> {
  checkStrength(passphrase);
  const disk = deps.disk ?? nodeDisk;
  // What the header's own schema would refuse must not get into one.
  const plainLabel = Line.min(1).parse(label);
  try {
    await makeEmptyFolder(disk, dir);
    const vaultId = randomId();
    const dataKey = randomBytes(dataKeyBytes);
    const recoveryKey = randomBytes(32);
    const slots = [
      await passphraseSlot(identityOf(vaultId), passphrase, await newParameters(deps), dataKey),
      recoverySlot(identityOf(vaultId), recoveryKey, dataKey, !mustConfirm),
    ];
    const keys = openKeys(vaultId, dataKey);
    const createdAt = new Date(deps.now()).toISOString();
    const header = composeHeader({ vaultId, label: plainLabel, createdAt, slots }, keys);
    await writeHeader(disk, dir, header);
    const found = { header, isWhole: true };
    const vault = await openVault({ ...deps, now: () => deps.now(), dir, header: found, keys, disk, isNew: true });
    return { vault, recoveryKey: formatRecoveryKey(recoveryKey) };
  } catch (error) {
    throw diskFailure(error);
  }
}

/**
 * Open a vault. Damage does not keep it closed: see `recovery`.
 *
 * @throws AppError `wrong-passphrase`, `wait-before-retry`, `wrong-recovery-key`, `vault-missing`,
 *   `vault-damaged` (the header), `vault-newer`, `vault-parameters`, `vault-in-use`
 */
export async function unlockVault(dir: string, secret: Secret, deps: VaultDeps): Promise<Vault> {
  const header = await readHeader(dir);
  const keys = openKeys(header.header.vaultId, await tryOpening(dir, header, secret, deps));
  try {
    return await openVault({
      ...deps,
      now: () => deps.now(),
      dir,
      header,
      keys,
      disk: deps.disk ?? nodeDisk,
      isNew: false,
    });
  } catch (error) {
    keys.wipe();
    throw error;
  }
}

export interface PlainHeader {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly lastWriteAt?: string;
  readonly hasQuick?: true;
  readonly hasEscrow?: true;
}

/** What can be read without a key. @throws AppError `vault-missing`, `vault-damaged`, `vault-newer` */
export async function readVaultHeader(dir: string): Promise<PlainHeader> {
  const { header } = await readHeader(dir);
  const { vaultId: id, label, createdAt } = header;
  const { hasQuick, escrow } = keyStateOf(header);
  const lastWriteAt = await newestChange(dir);
  return {
    ...{ id, label, createdAt },
    ...(lastWriteAt !== undefined && { lastWriteAt }),
    ...(hasQuick && { hasQuick }),
    ...(escrow !== undefined && { hasEscrow: true }),
  };
}

async function newestChange(dir: string): Promise<string | undefined> {
  const names = (await readdir(dir)).filter((name) => name.startsWith("seg-"));
  const times = await Promise.all(names.map(async (name) => (await stat(path.join(dir, name))).mtimeMs));
  return times.length === 0 ? undefined : new Date(Math.max(...times)).toISOString();
}

async function makeEmptyFolder(disk: Disk, dir: string): Promise<void> {
  await makeFolder(dir);
  if ((await readdir(dir)).length > 0) throw new AppError("vault-exists");
  await disk.syncDirectory(path.dirname(dir));
}
