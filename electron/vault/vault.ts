/**
 * @file The vault as the rest of the main process knows it: made, unlocked, given
 * another passphrase. What an open one does is in open-vault.ts.
 */
import { mkdir, readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { RecoveryReport } from "../../shared/bridge/contract.ts";
import type { BookFrame, Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import type { Operation } from "../../shared/log/operation.ts";
import type { EntityName } from "../../shared/model/entities.ts";
import type { AttachmentStore } from "../attachments/store.ts";
import { calibrateScrypt, type ScryptParameters, scryptFloor } from "../crypto/kdf.ts";
import { randomBytes, randomId } from "../crypto/random.ts";
import type { CheckReport } from "./check.ts";
import { type Disk, diskFailure, nodeDisk } from "./disk.ts";
import type { Head } from "./head.ts";
import { composeHeader, type FoundHeader, identityOf, readHeader, writeHeader } from "./header.ts";
import { dataKeyBytes, openKeys } from "./keys.ts";
import { openVault, type VaultStats } from "./open-vault.ts";
import { formatRecoveryKey } from "./recovery-key.ts";
import { openSlots, passphraseSlot, recoverySlot, type Secret, type Slot } from "./slots.ts";
import { countedTry } from "./tries.ts";

export interface VaultDeps {
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Tests only: a lower scrypt floor, used without calibration at creation and accepted
   * at opening. No shell passes it, so a vault made this way is refused by the app.
   */
  readonly kdfFloor?: number;
  /** How the vault writes; the fault plan passes one that records and fails. */
  readonly disk?: Disk;
  /** Tests only: begin a new segment after so many bytes. */
  readonly segmentBytes?: number;
  /** How far this vault's log was when it was last seen, as kept outside its folder. A log that ends earlier was rolled back. */
  readonly lastSeen?: (vaultId: string) => Promise<Head | undefined>;
}

export interface Vault {
  readonly id: string;
  readonly dir: string;
  /** Plain text in the header, by design: the lock screen shows it. */
  readonly label: string;
  /** What opening found. */
  readonly recovery: RecoveryReport;
  /** Sequence number of the last acknowledged frame; one append is one frame. */
  readonly logSeq: number;
  /** The same with its place in the chain: what a witness outside the folder remembers. */
  readonly head: Head;
  /**
   * Store one transaction, all or nothing; resolves after it is on the disk. The
   * operations must have come from `parseOperation`.
   *
   * @throws AppError `vault-read-only`, `vault-in-use`, `disk-full`, `disk-error`, `locked`: nothing was saved
   */
  append(operations: readonly Operation[]): Promise<{ logSeq: number }>;
  /**
   * Every transaction after frame `after`, in order.
   *
   * @throws AppError `vault-damaged` at damage, unless the vault was opened read-only for it
   */
  operations(after: number): AsyncIterable<{ logSeq: number; operations: Operation[] }>;
  /** The same as bytes, as they lie in the log: what its evidence is made of. */
  transactions(after: number): AsyncIterable<{ logSeq: number; bytes: Uint8Array }>;
  /**
   * The merged book (see [Note: Book stream]). A second `begin` says that a snapshot turned
   * out damaged and that the book is sent again from a sound source; rows replace rows.
   */
  book(): AsyncIterable<BookFrame>;
  /** The same as lines of JSON, mostly as they were stored: for a stream that would only write them out again. */
  bookLines(): AsyncIterable<Uint8Array>;
  /** The sealed files beside the log. */
  readonly attachments: AttachmentStore;
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

/**
 * Make a vault in a folder that is empty or not there yet, and open it.
 *
 * @throws AppError `weak-passphrase`, `vault-exists`, `disk-full`, `disk-error`
 */
export async function createVault(
  dir: string,
  { label, passphrase }: { label: string; passphrase: string },
  deps: VaultDeps,
): Promise<{ vault: Vault; recoveryKey: string }> {
  checkStrength(passphrase);
  const disk = deps.disk ?? nodeDisk;
  try {
    await makeEmptyFolder(disk, dir);
    const vaultId = randomId();
    const dataKey = randomBytes(dataKeyBytes);
    const recoveryKey = randomBytes(32);
    const slots = [
      await passphraseSlot(identityOf(vaultId), passphrase, await newParameters(deps), dataKey),
      recoverySlot(identityOf(vaultId), recoveryKey, dataKey),
    ];
    const keys = openKeys(vaultId, dataKey);
    const createdAt = new Date(deps.now()).toISOString();
    const header = composeHeader({ vaultId, label, createdAt }, slots, keys);
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

/**
 * Put a new passphrase in place of the old one, which opens nothing afterwards. The
 * recovery key and the data stay as they are. Works with the vault open or closed.
 *
 * @throws AppError `weak-passphrase`, `disk-full`, `disk-error`, and as {@link unlockVault}
 */
export async function changePassphrase(
  dir: string,
  secret: Secret,
  newPassphrase: string,
  deps: VaultDeps,
): Promise<void> {
  checkStrength(newPassphrase);
  const found = await readHeader(dir);
  const { vaultId, label, createdAt, slots } = found.header;
  const dataKey = await tryOpening(dir, found, secret, deps);
  const slot = await passphraseSlot(identityOf(vaultId), newPassphrase, await newParameters(deps), dataKey);
  const keys = openKeys(vaultId, dataKey);
  const header = composeHeader({ vaultId, label, createdAt }, [slot, ...slots.filter(isNotPassphrase)], keys);
  keys.wipe();
  await writeHeader(deps.disk ?? nodeDisk, dir, header).catch((error: unknown) => {
    throw diskFailure(error);
  });
}

/**
 * Whether this is the vault's passphrase; changes nothing but the count of tries.
 *
 * @throws AppError `wrong-passphrase`, `wait-before-retry`, and as {@link unlockVault}
 */
export async function verifyPassphrase(dir: string, passphrase: string, deps: VaultDeps): Promise<void> {
  const dataKey = await tryOpening(dir, await readHeader(dir), { passphrase }, deps);
  dataKey.fill(0);
}

/** What can be read without a key. @throws AppError `vault-missing`, `vault-damaged`, `vault-newer` */
export async function readVaultHeader(
  dir: string,
): Promise<{ id: string; label: string; createdAt: string; lastWriteAt?: string }> {
  const { vaultId, label, createdAt } = (await readHeader(dir)).header;
  const lastWriteAt = await newestChange(dir);
  return { id: vaultId, label, createdAt, ...(lastWriteAt !== undefined && { lastWriteAt }) };
}

async function newestChange(dir: string): Promise<string | undefined> {
  const names = (await readdir(dir)).filter((name) => name.startsWith("seg-"));
  const times = await Promise.all(names.map(async (name) => (await stat(path.join(dir, name))).mtimeMs));
  return times.length === 0 ? undefined : new Date(Math.max(...times)).toISOString();
}

/** Unwrap the data key. Only passphrases are slowed down: nobody guesses a 256-bit key. */
async function tryOpening(dir: string, { header }: FoundHeader, secret: Secret, deps: VaultDeps): Promise<Buffer> {
  const attempt = () => openSlots(header, header.slots, secret, deps.kdfFloor ?? scryptFloor);
  if ("passphrase" in secret) return countedTry(deps.disk ?? nodeDisk, dir, deps.now, attempt);
  const dataKey = await attempt();
  if (dataKey === undefined) throw new AppError("wrong-recovery-key");
  return dataKey;
}

function newParameters({ kdfFloor }: VaultDeps): Promise<ScryptParameters> {
  return kdfFloor === undefined ? calibrateScrypt() : Promise.resolve({ N: kdfFloor, r: 8, p: 1 });
}

function isNotPassphrase(slot: Slot): boolean {
  return slot.type !== "passphrase";
}

/** At least 12 characters, or 5 words. */
function checkStrength(passphrase: string): void {
  const text = passphrase.normalize("NFKC").trim();
  const words = text.split(/\s+/u);
  if ([...text].length < 12 && words.length < 5) throw new AppError("weak-passphrase");
}

async function makeEmptyFolder(disk: Disk, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if ((await readdir(dir)).length > 0) throw new AppError("vault-exists");
  await disk.syncDirectory(path.dirname(dir));
}
