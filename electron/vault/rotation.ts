/**
 * @file Replacing the data key because it may be known: everything is sealed anew, and
 * copies of the old header open nothing of what comes after.
 *
 * [Note: Replacing the data key]
 *
 * 1. `sealing`: the header gets slots for a new data key, beside those in force. While the
 *    book stays open, every closed segment and every attachment is sealed anew beside the
 *    old one, under the same sequence numbers. A kill costs nothing but time: whoever goes
 *    on keeps what was finished, having opened and compared it.
 * 2. The vault is closed, what is left is sealed, all of it is read back.
 * 3. `placing`: one replacement of the header puts the new slots in force. From here on each
 *    new file is renamed over its old one, snapshots go, HEAD is written; opening a vault
 *    found in this state finishes it first. Then the mark is taken out of the header.
 *
 * The new key exists on the disk only inside slots: were it wrapped under the old one, who
 * knows that would know this. So going on needs the passphrase again; the recovery key and
 * quick unlock cannot be carried over and are made anew afterwards. Escrow can be.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import canonicalize from "canonicalize";
import { AppError } from "../../shared/errors.ts";
import { attachmentFolder } from "../attachments/store.ts";
import { randomBytes } from "../crypto/random.ts";
import { type Disk, diskFailure, ignoreAbsent, nodeDisk } from "./disk.ts";
import type { ChainPoint } from "./frame.ts";
import { openHead } from "./head.ts";
import {
  composeHeader,
  headerFile,
  identityOf,
  isAuthentic,
  readHeader,
  type VaultHeader,
  writeHeader,
} from "./header.ts";
import { dataKeyBytes, openKeys, type VaultKeys } from "./keys.ts";
import { takeLock } from "./lock.ts";
import { recoverLog } from "./recover.ts";
import { type Resealing, resealFile, resealSegment } from "./reseal.ts";
import { escrowOf, headerTurn, newParameters, type SecretDeps, tryOpening } from "./secrets.ts";
import { genesis, limitsOf, listSegments } from "./segments.ts";
import { escrowSlot, passphraseSlot, type Slot } from "./slots.ts";
import { snapshotNames } from "./snapshot.ts";

export interface RotationDeps extends SecretDeps {
  /** Stops the first step; the next call goes on. */
  readonly signal: AbortSignal;
  /** Files sealed anew, of all. */
  readonly onProgress: (done: number, of: number) => void;
  /** Close the vault if it is open: the second step begins. */
  readonly close: () => Promise<void>;
}

const running = new Set<string>();

/**
 * Replace the data key, or go on where an earlier call was cut short. The vault may be open,
 * and is closed when this returns.
 *
 * @throws AppError `rotation-unfinished` while one is under way here; `cancelled`; `vault-damaged`,
 *   `attachment-damaged` where something does not open, with nothing replaced; `vault-in-use`;
 *   `disk-full`, `disk-error`; and as `tryOpening`
 */
export async function rotateDataKey(dir: string, passphrase: string, deps: RotationDeps): Promise<void> {
  if (running.has(dir)) throw new AppError("rotation-unfinished");
  running.add(dir);
  const wiped: VaultKeys[] = [];
  try {
    const { from, to, slots } = await begin(dir, passphrase, deps);
    wiped.push(from, to);
    const rotation = { dir, from, to, disk: deps.disk ?? nodeDisk, signal: deps.signal, onProgress: deps.onProgress };
    await sealAll(rotation, false);
    await deps.close();
    await finish(rotation, slots);
  } catch (error) {
    throw diskFailure(error);
  } finally {
    for (const keys of wiped) keys.wipe();
    running.delete(dir);
  }
}

interface Begun {
  readonly from: VaultKeys;
  readonly to: VaultKeys;
  readonly slots: readonly Slot[];
}

function begin(dir: string, passphrase: string, deps: RotationDeps): Promise<Begun> {
  return headerTurn(dir, async () => {
    const found = await readHeader(dir);
    const { header } = found;
    const from = openKeys(header.vaultId, await tryOpening(dir, found, { passphrase }, deps));
    try {
      if (!isAuthentic(header, from)) throw new AppError("vault-damaged", { file: headerFile });
      if (header.rotation?.step === "sealing") {
        const { slots } = header.rotation;
        const again = { ...found, header: { ...header, slots } };
        return { from, to: openKeys(header.vaultId, await tryOpening(dir, again, { passphrase }, deps)), slots };
      }
      const dataKey = randomBytes(dataKeyBytes);
      const slots = await newSlots(header, passphrase, dataKey, deps);
      const marked = composeHeader({ ...header, rotation: { step: "sealing", slots } }, from);
      await writeHeader(deps.disk ?? nodeDisk, dir, marked);
      return { from, to: openKeys(header.vaultId, dataKey), slots };
    } catch (error) {
      from.wipe();
      throw error;
    }
  });
}

async function newSlots(
  { vaultId, slots }: VaultHeader,
  passphrase: string,
  dataKey: Buffer,
  deps: RotationDeps,
): Promise<Slot[]> {
  const vault = identityOf(vaultId);
  const escrow = escrowOf(slots);
  return [
    await passphraseSlot(vault, passphrase, await newParameters(deps), dataKey),
    ...(escrow === undefined ? [] : [await escrowSlot(vault, escrow, dataKey)]),
  ];
}

interface Rotation extends Resealing {
  readonly onProgress: (done: number, of: number) => void;
}

/** The second step and the third. The lock keeps everybody else out. */
async function finish(rotation: Rotation, slots: readonly Slot[]): Promise<void> {
  const { dir, disk, from, to } = rotation;
  const lock = await takeLock(dir);
  try {
    await sealAll({ ...rotation, signal: new AbortController().signal }, true);
    await headerTurn(dir, async () => {
      const { header } = await readHeader(dir);
      const { rotation: mark } = header;
      const isOurs = mark?.step === "sealing" && canonicalize(mark.slots) === canonicalize(slots);
      // Given up meanwhile: the passphrase was changed or lost.
      if (!isOurs || !isAuthentic(header, from)) throw new AppError("cancelled");
      await writeHeader(disk, dir, composeHeader({ ...header, slots: [...slots], rotation: { step: "placing" } }, to));
    });
    await placeAll(disk, dir, to);
  } finally {
    await lock.release();
  }
}

const stagedSegment = /^rot-(\d{8}-[0-9a-f]{8}\.j)$/;
const stagedFile = /^([0-9a-f]{32}\.(?:a|rec))\.rot$/;

/**
 * Seal everything anew that is not yet, under names of its own. Progress in files.
 *
 * @param isClosed the vault is: its last segment and its unfiled recordings are taken too
 */
async function sealAll(rotation: Rotation, isClosed: boolean): Promise<void> {
  const { dir, from, onProgress, disk } = rotation;
  const segments = await listSegments(dir, from);
  const limits = limitsOf(segments);
  const files = (await namesIn(path.join(dir, attachmentFolder))).filter(
    (name) => /^[0-9a-f]{32}\.a$/.test(name) || (isClosed && /^[0-9a-f]{32}\.rec$/.test(name)),
  );
  const taken = isClosed ? segments : segments.slice(0, -1);
  const of = taken.length + files.length;
  let done = 0;
  let last: ChainPoint = genesis;
  for (const [index, segment] of taken.entries()) {
    last = await resealSegment(rotation, segment, limits[index] ?? 0, last);
    onProgress(++done, of);
  }
  if (taken.length > 0) await disk.syncDirectory(dir);
  for (const name of files) {
    await resealFile(rotation, path.join(dir, attachmentFolder, name));
    onProgress(++done, of);
  }
  if (files.length > 0) await disk.syncDirectory(path.join(dir, attachmentFolder));
}

/**
 * The third step, from wherever it was left: the header says `placing` and its slots hold `keys`.
 *
 * @returns the header as it is now
 * @throws a file system error; the next opening goes on
 */
export async function placeAll(disk: Disk, dir: string, keys: VaultKeys): Promise<VaultHeader> {
  const { header } = await readHeader(dir);
  // Both copies, before anything of the old key goes.
  await writeHeader(disk, dir, header);
  const attachments = path.join(dir, attachmentFolder);
  const moved = [
    await placeIn(disk, dir, stagedSegment, (rest) => `seg-${rest}`),
    await placeIn(disk, attachments, stagedFile, (rest) => rest),
  ];
  for (const name of await snapshotNames(dir)) await disk.remove(path.join(dir, name));
  if (moved[1]) await disk.syncDirectory(attachments);
  await disk.syncDirectory(dir);
  const { last, lastSegment } = (await recoverLog({ dir, keys, heads: [], from: genesis, visit: () => undefined })) ?? {
    last: genesis,
    lastSegment: 0,
  };
  const head = await openHead(disk, dir, keys);
  for (let copy = 0; copy < 2; copy++) await head.write({ last, segment: lastSegment });
  const { rotation: _, ...content } = header;
  const clean = composeHeader(content, keys);
  await writeHeader(disk, dir, clean);
  return clean;
}

async function placeIn(disk: Disk, dir: string, pattern: RegExp, nameOf: (rest: string) => string): Promise<boolean> {
  const staged = (await namesIn(dir)).filter((name) => pattern.test(name));
  for (const name of staged) {
    await disk.rename(path.join(dir, name), path.join(dir, nameOf(pattern.exec(name)?.[1] ?? "")));
  }
  return staged.length > 0;
}

/** Remove what a replacement that was given up left behind. */
export async function clearStaged(disk: Disk, dir: string): Promise<void> {
  const attachments = path.join(dir, attachmentFolder);
  for (const name of await namesIn(dir)) if (stagedSegment.test(name)) await disk.remove(path.join(dir, name));
  for (const name of await namesIn(attachments)) {
    if (stagedFile.test(name)) await disk.remove(path.join(attachments, name));
  }
}

async function namesIn(dir: string): Promise<string[]> {
  return (await readdir(dir).catch(ignoreAbsent))?.sort() ?? [];
}
