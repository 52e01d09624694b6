/** @file The channels about keys, on real vaults: what the Security pane and the lock screen ask for. */
import { existsSync } from "node:fs";
import { cp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { createAgeIdentity, recipientOf } from "../../../electron/crypto/age.ts";
import { storeNamed } from "../book/store.ts";
import { clearDesks, linesOf, openDesk, openNewVault, passphrase } from "./desk.ts";

afterAll(clearDesks);
const newPassphrase = "another long passphrase";

test("a new book's recovery key stays unconfirmed until it was typed back, over a lock too", async () => {
  const desk = await openNewVault();
  const vault = desk.session.vault.id;
  expect(await desk.call("keyState", null)).toEqual({
    recovery: "unconfirmed",
    quick: { isOn: false },
    isRotating: false,
  });
  await desk.call("lockVault", null);
  await desk.call("unlockVault", { vault, passphrase });
  const { recoveryKey } = await desk.call("renewRecoveryKey", { passphrase });
  await expect(desk.call("testRecoveryKey", { recoveryKey: desk.recoveryKey })).rejects.toMatchObject({
    code: "wrong-recovery-key",
  });
  expect((await desk.call("testRecoveryKey", { recoveryKey })).recovery).toBe("confirmed");
});

test("the branch recovers a book in escrow, and its name and fingerprint are shown", async () => {
  const desk = await openNewVault();
  const vault = desk.session.vault.id;
  const identity = await createAgeIdentity();
  const recipient = await recipientOf(identity);
  const state = await desk.call("setEscrow", { passphrase, recipient: ` ${recipient}\n`, name: "浦东支行" });
  expect(state.escrow).toMatchObject({
    recipient,
    name: "浦东支行",
    fingerprint: expect.stringMatching(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/),
  });
  await desk.call("lockVault", null);
  expect((await desk.call("appInfo", null)).vaults).toMatchObject([{ hasEscrow: true }]);
  const input = { vault, identity: `# created\n${identity}\n`, newPassphrase };
  expect((await desk.call("recoverFromEscrow", input)).profile).toEqual(desk.session.profile);
  expect((await desk.call("removeEscrow", { passphrase: newPassphrase })).escrow).toBeUndefined();
  await desk.call("lockVault", null);
  await expect(desk.call("recoverFromEscrow", input)).rejects.toMatchObject({ code: "wrong-escrow-key" });
});

test("quick unlock is refused where the shell has no protected store", async () => {
  for (const keyStore of [undefined, storeNamed(undefined)]) {
    const desk = await openNewVault(keyStore === undefined ? {} : { keyStore });
    await expect(desk.call("setQuickUnlock", { passphrase, isOn: true })).rejects.toMatchObject({
      code: "quick-unlock-unavailable",
    });
    expect((await desk.call("keyState", null)).quick).toEqual({ isOn: false });
    await desk.call("lockVault", null);
    const { id: vault } = desk.session.vault;
    await expect(desk.call("quickUnlock", { vault })).rejects.toMatchObject({ code: "quick-unlock-failed" });
  }
});

test("quick unlock opens until it is switched off, and only with the store that made it", async () => {
  const keyStore = storeNamed("kwallet6");
  const desk = await openNewVault({ keyStore });
  const vault = desk.session.vault.id;
  await expect(desk.call("setQuickUnlock", { passphrase: newPassphrase, isOn: true })).rejects.toMatchObject({
    code: "wrong-passphrase",
  });
  expect((await desk.call("setQuickUnlock", { passphrase, isOn: true })).quick).toEqual({
    isOn: true,
    store: "kwallet6",
  });
  await desk.call("lockVault", null);
  expect((await desk.call("quickUnlock", { vault })).vault.id).toBe(vault);
  await desk.call("lockVault", null);
  const elsewhere = openDesk(desk.root, { keyStore: storeNamed("gnome_libsecret") });
  await expect(elsewhere.call("quickUnlock", { vault })).rejects.toMatchObject({ code: "quick-unlock-failed" });
  await desk.call("quickUnlock", { vault });
  expect((await desk.call("setQuickUnlock", { passphrase, isOn: false })).quick.isOn).toBe(false);
  await desk.call("lockVault", null);
  await expect(desk.call("quickUnlock", { vault })).rejects.toMatchObject({ code: "quick-unlock-failed" });
  await desk.call("unlockVault", { vault, passphrase });
});

test("an older copy of the whole folder is noticed through the store", async () => {
  const keyStore = storeNamed("keychain");
  const desk = await openNewVault({ keyStore });
  const { id: vault, place } = desk.session.vault;
  await desk.call("lockVault", null);
  const copy = path.join(desk.root, "..", "copy");
  await cp(place, copy, { recursive: true });
  const session = await desk.call("unlockVault", { vault, passphrase });
  expect(session.recovery.state).toBe("clean");
  await desk.call("appendOperations", [desk.write("c1", { kind: "individual", name: "x" })]);
  await desk.call("lockVault", null);
  await rm(place, { recursive: true });
  await cp(copy, place, { recursive: true });
  expect((await desk.call("unlockVault", { vault, passphrase })).recovery).toMatchObject({
    state: "rolled-back",
    readOnly: true,
  });
});

test("a book is erased behind its name and a secret: open, with its key in the store, and from the lock screen", async () => {
  const keyStore = storeNamed("keychain");
  const desk = await openNewVault({ keyStore });
  const { id: vault, place } = desk.session.vault;
  await desk.call("setQuickUnlock", { passphrase, isOn: true });
  const secret = { passphrase };
  await expect(desk.call("eraseVault", { vault, label: "浦", secret })).rejects.toMatchObject({
    code: "confirmation-differs",
  });
  const wrong = { passphrase: newPassphrase };
  await expect(desk.call("eraseVault", { vault, label: "浦东", secret: wrong })).rejects.toMatchObject({
    code: "wrong-passphrase",
  });
  expect((await desk.call("keyState", null)).quick.isOn).toBe(true);
  desk.emitted.length = 0;
  await desk.call("eraseVault", { vault, label: " 浦东 ", secret });
  expect(desk.emitted).toContainEqual(["locked", { reason: "user" }]);
  expect(existsSync(place)).toBe(false);
  expect(await readdir(path.join(desk.root, ".keys"))).toEqual([]);
  expect((await desk.call("appInfo", null)).vaults).toEqual([]);

  const locked = await openNewVault();
  await locked.call("lockVault", null);
  const input = { vault: locked.session.vault.id, label: "浦东", secret: { recoveryKey: locked.recoveryKey } };
  await locked.call("eraseVault", input);
  expect(existsSync(locked.session.vault.place)).toBe(false);
});

test("the data key is replaced: progress is told, the book locks, and opens with its passphrase", async () => {
  const desk = await openNewVault({ keyStore: storeNamed("keychain") });
  const vault = desk.session.vault.id;
  await desk.call("setQuickUnlock", { passphrase, isOn: true });
  await desk.call("appendOperations", [desk.write("c1", { kind: "individual", name: "陆文兰" })]);
  await desk.call("lockVault", null);
  await desk.call("unlockVault", { vault, passphrase });
  await expect(desk.call("rotateDataKey", { passphrase: newPassphrase })).rejects.toMatchObject({
    code: "wrong-passphrase",
  });
  expect((await desk.call("keyState", null)).isRotating).toBe(false);
  desk.emitted.length = 0;
  await desk.call("rotateDataKey", { passphrase });
  expect(desk.emitted).toContainEqual(["jobProgress", { job: "rotate", done: 1, of: 1 }]);
  expect(desk.emitted).toContainEqual(["locked", { reason: "user" }]);
  await expect(desk.call("quickUnlock", { vault })).rejects.toMatchObject({ code: "quick-unlock-failed" });
  const { recovery } = await desk.call("unlockVault", { vault, passphrase });
  expect(recovery).toMatchObject({ state: "clean", readOnly: false });
  expect((await desk.call("keyState", null)).recovery).toBe("none");
  const names = (await linesOf(await desk.stream("/stream/book"))).flatMap(({ rows }) => rows ?? []);
  expect(names).toContainEqual(expect.objectContaining({ name: "陆文兰" }));
});
