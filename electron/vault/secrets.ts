/**
 * @file What opens a vault, and changing it: passphrase, recovery key, branch escrow, quick
 * unlock. All of it is about the header alone; the data stays as it is. Each change needs
 * a secret that opens the vault now, and works with the vault open or closed.
 */
import { AppError } from "../../shared/errors.ts";
import { isAcceptable } from "../../shared/rules/passphrase.ts";
import { isRecipient } from "../crypto/age.ts";
import { calibrateScrypt, type ScryptParameters, scryptFloor } from "../crypto/kdf.ts";
import { randomBytes } from "../crypto/random.ts";
import { type Disk, diskFailure, nodeDisk } from "./disk.ts";
import {
  composeHeader,
  type FoundHeader,
  type HeaderContent,
  headerFile,
  identityOf,
  isAuthentic,
  readHeader,
  writeHeader,
} from "./header.ts";
import { openKeys } from "./keys.ts";
import { formatRecoveryKey } from "./recovery-key.ts";
import {
  type Escrow,
  escrowSlot,
  openSlots,
  passphraseSlot,
  quickSlot,
  recoverySlot,
  type Secret,
  type Slot,
} from "./slots.ts";
import { countedTry } from "./tries.ts";
import { inTurn, type Turns } from "./turns.ts";

export interface SecretDeps {
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Tests only: a lower scrypt floor, used without calibration at creation and accepted
   * at opening. No shell passes it, so a vault made this way is refused by the app.
   */
  readonly kdfFloor?: number;
  /** How the vault writes; the fault plan passes one that records and fails. */
  readonly disk?: Disk;
}

/** What the header says about the ways in, without any key. */
export interface KeyState {
  /** `unconfirmed`: shown, but never typed back. `none`: the data key was replaced and no new one made yet. */
  readonly recovery: "confirmed" | "unconfirmed" | "none";
  readonly escrow?: Escrow;
  readonly hasQuick: boolean;
  /** The data key is being replaced; see [Note: Replacing the data key]. */
  readonly isRotating: boolean;
}

export function keyStateOf({ slots, rotation }: Pick<HeaderContent, "slots" | "rotation">): KeyState {
  const recovery = slots.find((slot) => slot.type === "recovery");
  const escrow = escrowOf(slots);
  return {
    recovery: recovery === undefined ? "none" : recovery.unconfirmed === true ? "unconfirmed" : "confirmed",
    ...(escrow === undefined ? {} : { escrow }),
    hasQuick: slots.some(({ type }) => type === "quick"),
    isRotating: rotation !== undefined,
  };
}

export function escrowOf(slots: readonly Slot[]): Escrow | undefined {
  const slot = slots.find(({ type }) => type === "escrow");
  if (slot?.type !== "escrow") return undefined;
  return { recipient: slot.kdf.recipient, name: slot.name, addedAt: slot.addedAt };
}

/** @throws AppError `vault-missing`, `vault-damaged`, `vault-newer` */
export async function readKeyState(dir: string): Promise<KeyState> {
  return keyStateOf((await readHeader(dir)).header);
}

/**
 * Unwrap the data key. Only passphrases are slowed down: nobody guesses a 256-bit key.
 *
 * @throws AppError `wrong-passphrase`, `wait-before-retry`, `wrong-recovery-key`, `wrong-escrow-key`,
 *   `quick-unlock-failed`, `vault-parameters`
 */
export async function tryOpening(
  dir: string,
  { header }: FoundHeader,
  secret: Secret,
  deps: SecretDeps,
): Promise<Buffer> {
  const attempt = () => openSlots(header, header.slots, secret, deps.kdfFloor ?? scryptFloor);
  if ("passphrase" in secret) return countedTry(deps.disk ?? nodeDisk, dir, deps.now, attempt);
  const dataKey = await attempt();
  if (dataKey !== undefined) return dataKey;
  if ("recoveryKey" in secret) throw new AppError("wrong-recovery-key");
  throw new AppError("escrowIdentity" in secret ? "wrong-escrow-key" : "quick-unlock-failed");
}

/**
 * Put a new passphrase in place of the old one, which opens nothing afterwards. A
 * replacement of the data key that was not finished is given up: its new key was wrapped
 * under the passphrase that is gone.
 *
 * @throws AppError `weak-passphrase`, `disk-full`, `disk-error`, and as {@link tryOpening} and {@link readKeyState}
 */
export async function changePassphrase(
  dir: string,
  secret: Secret,
  newPassphrase: string,
  deps: SecretDeps,
): Promise<void> {
  checkStrength(newPassphrase);
  await changeHeader(dir, secret, deps, async ({ slots, rotation, ...content }, dataKey) => {
    const slot = await passphraseSlot(identityOf(content.vaultId), newPassphrase, await newParameters(deps), dataKey);
    const kept = rotation?.step === "sealing" ? undefined : rotation;
    return { ...content, slots: [slot, ...without(slots, "passphrase")], rotation: kept };
  });
}

/**
 * Whether this is the vault's passphrase; changes nothing but the count of tries.
 *
 * @throws AppError as {@link tryOpening} and {@link readKeyState}
 */
export async function verifyPassphrase(dir: string, passphrase: string, deps: SecretDeps): Promise<void> {
  const dataKey = await tryOpening(dir, await readHeader(dir), { passphrase }, deps);
  dataKey.fill(0);
}

/**
 * Make a new recovery key in place of the old one, which opens nothing afterwards. It
 * counts as unconfirmed until it was typed back.
 *
 * @throws AppError `rotation-unfinished`, and as {@link changePassphrase}
 */
export async function renewRecoveryKey(dir: string, passphrase: string, deps: SecretDeps): Promise<string> {
  const recoveryKey = randomBytes(32);
  await changeSlots(dir, { passphrase }, deps, async (slots, vault, dataKey) => [
    ...without(slots, "recovery"),
    recoverySlot(vault, recoveryKey, dataKey, false),
  ]);
  return formatRecoveryKey(recoveryKey);
}

/**
 * Whether this is the vault's recovery key. A right one counts as confirmed from now on;
 * nothing else changes.
 *
 * @throws AppError as {@link tryOpening} and {@link readKeyState}
 */
export async function testRecoveryKey(dir: string, recoveryKey: string, deps: SecretDeps): Promise<void> {
  await changeHeader(dir, { recoveryKey }, deps, ({ slots, ...content }) => {
    if (keyStateOf({ slots }).recovery === "confirmed") return undefined;
    const confirmed = slots.map((slot): Slot => {
      if (slot.type !== "recovery") return slot;
      const { unconfirmed: _, ...rest } = slot;
      return rest;
    });
    return { ...content, slots: confirmed };
  });
}

/**
 * Let the holder of the branch's age identity open the vault too. An earlier branch cannot any more.
 *
 * @throws AppError `escrow-recipient` when it is no X25519 recipient; `rotation-unfinished`; and as {@link changePassphrase}
 */
export async function setEscrow(
  dir: string,
  passphrase: string,
  { recipient, name }: Pick<Escrow, "recipient" | "name">,
  deps: SecretDeps,
): Promise<void> {
  if (!isRecipient(recipient)) throw new AppError("escrow-recipient");
  const addedAt = new Date(deps.now()).toISOString();
  await changeSlots(dir, { passphrase }, deps, async (slots, vault, dataKey) => [
    ...without(slots, "escrow"),
    await escrowSlot(vault, { recipient, name, addedAt }, dataKey),
  ]);
}

/** Copies of the vault made before keep the slot. @throws AppError as {@link setEscrow} */
export async function removeEscrow(dir: string, passphrase: string, deps: SecretDeps): Promise<void> {
  await changeSlots(dir, { passphrase }, deps, async (slots) => without(slots, "escrow"));
}

/** @param quickKey 32 random bytes; undefined closes this way in. @throws AppError as {@link renewRecoveryKey} */
export async function setQuickKey(
  dir: string,
  passphrase: string,
  quickKey: Uint8Array | undefined,
  deps: SecretDeps,
): Promise<void> {
  await changeSlots(dir, { passphrase }, deps, async (slots, vault, dataKey) => [
    ...without(slots, "quick"),
    ...(quickKey === undefined ? [] : [quickSlot(vault, quickKey, dataKey)]),
  ]);
}

type SlotChange = (slots: Slot[], vault: ReturnType<typeof identityOf>, dataKey: Buffer) => Promise<Slot[]>;

/** While the data key is being replaced the slots of the new one are made already: a change would be lost. */
async function changeSlots(dir: string, secret: Secret, deps: SecretDeps, change: SlotChange): Promise<void> {
  await changeHeader(dir, secret, deps, async (content, dataKey) => {
    if (content.rotation !== undefined) throw new AppError("rotation-unfinished");
    return { ...content, slots: await change(content.slots, identityOf(content.vaultId), dataKey) };
  });
}

const turns: Turns = new Map();

/** Run something that reads and writes a vault's header after everything else that does. */
export function headerTurn<T>(dir: string, work: () => Promise<T>): Promise<T> {
  return inTurn(turns, dir, work);
}

type HeaderChange = (
  content: HeaderContent,
  dataKey: Buffer,
) => HeaderContent | undefined | Promise<HeaderContent | undefined>;

/** @param change undefined leaves the header as it is */
function changeHeader(dir: string, secret: Secret, deps: SecretDeps, change: HeaderChange): Promise<void> {
  return headerTurn(dir, async () => {
    const found = await readHeader(dir);
    const dataKey = await tryOpening(dir, found, secret, deps);
    const keys = openKeys(found.header.vaultId, dataKey);
    try {
      // What somebody put in without the key must not be signed with it now.
      if (!isAuthentic(found.header, keys)) throw new AppError("vault-damaged", { file: headerFile });
      const changed = await change(found.header, dataKey);
      if (changed !== undefined) await writeHeader(deps.disk ?? nodeDisk, dir, composeHeader(changed, keys));
    } catch (error) {
      throw diskFailure(error);
    } finally {
      keys.wipe();
    }
  });
}

function without(slots: readonly Slot[], type: Slot["type"]): Slot[] {
  return slots.filter((slot) => slot.type !== type);
}

export function newParameters({ kdfFloor }: SecretDeps): Promise<ScryptParameters> {
  return kdfFloor === undefined ? calibrateScrypt() : Promise.resolve({ N: kdfFloor, r: 8, p: 1 });
}

/** @throws AppError `weak-passphrase` */
export function checkStrength(passphrase: string): void {
  if (!isAcceptable(passphrase)) throw new AppError("weak-passphrase");
}
