/** @file Replacing the data key: what opens before and after, what survives, what is refused. The kills are in the fault plan, F6r. */
import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { createAgeIdentity, recipientOf } from "../../../electron/crypto/age.ts";
import { type RotationDeps, rotateDataKey } from "../../../electron/vault/rotation.ts";
import {
  changePassphrase,
  readKeyState,
  renewRecoveryKey,
  setEscrow,
  setQuickKey,
} from "../../../electron/vault/secrets.ts";
import { unlockVault } from "../../../electron/vault/vault.ts";
import { alter, cheap, filesOf, flipBit, idsIn, makeVault, newClient, passphrase, readBook } from "./fixture.ts";

const another = "a sentence of five words";
const deps = (changes: Partial<RotationDeps> = {}): RotationDeps => ({
  ...cheap,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  close: async () => undefined,
  ...changes,
});

/** Several segments and a snapshot, closed. */
async function filledVault() {
  const made = await makeVault({ segmentBytes: 400 });
  for (let n = 1; n <= 6; n++) await made.vault.append([newClient(`c-${n}`)]);
  await made.vault.snapshot();
  const ids = await idsIn(made.vault);
  await made.vault.close();
  return { ...made, ids };
}

it("seals every file anew under the same numbers; the old header opens nothing of it", async () => {
  const { dir, ids } = await filledVault();
  const names = await filesOf(dir, "seg-");
  const before = await Promise.all(names.map((name) => readFile(path.join(dir, name))));
  const old = await readFile(path.join(dir, "VAULT"));
  const seen: number[] = [];
  await rotateDataKey(dir, passphrase, deps({ onProgress: (done, of) => seen.push(done / of) }));
  expect(seen.at(-1)).toBe(1);
  expect(await filesOf(dir, "seg-")).toEqual(names);
  for (const [index, name] of names.entries()) {
    expect((await readFile(path.join(dir, name))).equals(before[index] ?? Buffer.alloc(0))).toBe(false);
  }
  const vault = await unlockVault(dir, { passphrase }, cheap);
  expect(vault.recovery).toEqual({ state: "clean", droppedBytes: 0, readOnly: false });
  expect(vault.logSeq).toBe(6);
  expect(await idsIn(vault)).toEqual(ids);
  expect((await readBook(vault)).rows.size).toBe(6);
  await vault.append([newClient("c-7")]);
  expect((await vault.check()).problems).toEqual([]);
  await vault.close();
  // Whoever kept the old header and its passphrase.
  for (const name of ["VAULT", "VAULT.prev"]) await writeFile(path.join(dir, name), old);
  const thief = await unlockVault(dir, { passphrase }, cheap);
  expect(await idsIn(thief)).toEqual([]);
  await thief.close();
});

it("keeps passphrase and escrow, and leaves recovery key and quick unlock to be made anew", async () => {
  const { dir, recoveryKey } = await filledVault();
  const identity = await createAgeIdentity();
  await setEscrow(dir, passphrase, { recipient: await recipientOf(identity), name: "浦东" }, cheap);
  const quickKey = Buffer.alloc(32, 1);
  await setQuickKey(dir, passphrase, quickKey, cheap);
  const { escrow } = await readKeyState(dir);
  await rotateDataKey(dir, passphrase, deps());
  expect(await readKeyState(dir)).toEqual({ recovery: "none", escrow, hasQuick: false, isRotating: false });
  await (await unlockVault(dir, { escrowIdentity: identity }, cheap)).close();
  await expect(unlockVault(dir, { recoveryKey }, cheap)).rejects.toMatchObject({ code: "wrong-recovery-key" });
  await expect(unlockVault(dir, { quickKey }, cheap)).rejects.toMatchObject({ code: "quick-unlock-failed" });
  const renewed = await renewRecoveryKey(dir, passphrase, cheap);
  await (await unlockVault(dir, { recoveryKey: renewed }, cheap)).close();
});

it("runs beside an open book: what is saved meanwhile is in it", async () => {
  const { dir, reopen, ids } = await filledVault();
  const vault = await reopen();
  const late = newClient("c-late");
  const close = async () => {
    await vault.append([late]);
    await vault.close();
  };
  await rotateDataKey(dir, passphrase, deps({ close }));
  const after = await unlockVault(dir, { passphrase }, cheap);
  expect(await idsIn(after)).toEqual([...ids, late.id]);
  await after.close();
});

it("stops when asked, holds off other changes of the keys, and goes on under the same new key", async () => {
  const { dir, ids, recoveryKey } = await filledVault();
  const stop = new AbortController();
  stop.abort();
  await expect(rotateDataKey(dir, passphrase, deps({ signal: stop.signal }))).rejects.toThrow();
  const { slots } = JSON.parse(await readFile(path.join(dir, "VAULT"), "utf8")).rotation;
  expect((await readKeyState(dir)).isRotating).toBe(true);
  await expect(renewRecoveryKey(dir, passphrase, cheap)).rejects.toMatchObject({ code: "rotation-unfinished" });
  await (await unlockVault(dir, { recoveryKey }, cheap)).close();
  await rotateDataKey(dir, passphrase, deps());
  expect(JSON.parse(await readFile(path.join(dir, "VAULT"), "utf8")).slots).toEqual(slots);
  const vault = await unlockVault(dir, { passphrase }, cheap);
  expect(await idsIn(vault)).toEqual(ids);
  await vault.close();
});

it("is given up when the passphrase is replaced by the recovery key, and leaves nothing behind", async () => {
  const { dir, ids, recoveryKey } = await filledVault();
  const close = () => changePassphrase(dir, { recoveryKey }, another, cheap);
  await expect(rotateDataKey(dir, passphrase, deps({ close }))).rejects.toMatchObject({ code: "cancelled" });
  expect(await filesOf(dir, "rot-")).not.toEqual([]);
  const vault = await unlockVault(dir, { passphrase: another }, cheap);
  expect(await idsIn(vault)).toEqual(ids);
  await vault.close();
  expect(await filesOf(dir, "rot-")).toEqual([]);
  expect((await readKeyState(dir)).isRotating).toBe(false);
});

it("replaces nothing when a segment is damaged or the passphrase is wrong", async () => {
  const { dir } = await filledVault();
  await expect(rotateDataKey(dir, another, deps())).rejects.toMatchObject({ code: "wrong-passphrase" });
  const [first = ""] = await filesOf(dir, "seg-");
  await alter(dir, first, (bytes) => flipBit(bytes, bytes.length - 30));
  const copy = `${dir}-copy`;
  await cp(dir, copy, { recursive: true });
  await expect(rotateDataKey(dir, passphrase, deps())).rejects.toMatchObject({ code: "vault-damaged" });
  for (const name of await filesOf(copy, "seg-")) {
    expect((await readFile(path.join(dir, name))).equals(await readFile(path.join(copy, name)))).toBe(true);
  }
});
