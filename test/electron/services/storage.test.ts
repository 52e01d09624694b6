/** @file Backups as the open book runs them: at lock, into a folder that may be away; and a restored book's own witness. */
import { mkdir, readdir, rename } from "node:fs/promises";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import type { KeyRing } from "../../../electron/book/key-ring.ts";
import { newWitness, witnessOf } from "../../../electron/book/witness.ts";
import { clearDesks, openNewVault, passphrase } from "./desk.ts";

afterEach(clearDesks);

async function openWithFolder() {
  const desk = await openNewVault();
  const folder = path.join(desk.root, "..", "stick");
  await mkdir(folder);
  await desk.call("saveBackupSettings", { folder, everyHours: 0, atLock: true });
  return { ...desk, folder };
}

test("locking backs up what is new, and nothing when the folder is away", async () => {
  const { call, folder, session } = await openWithFolder();
  await call("lockVault", null);
  const [set] = await call("listBackups", { folder });
  expect(set).toMatchObject({ label: "浦东", backups: [expect.any(String)] });

  await rename(folder, `${folder}-away`);
  await call("unlockVault", { vault: session.vault.id, passphrase });
  const { backup } = await call("storageState", null);
  expect(backup).toMatchObject({ folderState: "absent", list: [], last: { at: set?.backups[0] } });
  await expect(call("runBackup", null)).rejects.toMatchObject({ code: "folder-absent" });
  await call("lockVault", null);
  await rename(`${folder}-away`, folder);
  expect((await call("listBackups", { folder }))[0]?.backups).toEqual(set?.backups);
});

test("a folder inside the book is no place for its backups", async () => {
  const { call, session, root } = await openNewVault();
  const folder = path.join(root, session.vault.id);
  const save = call("saveBackupSettings", { folder, everyHours: 1, atLock: true });
  await expect(save).rejects.toMatchObject({ code: "folder-not-writable" });
});

test("restoring makes a book beside the others, says so in its register, and leaves nothing when it is refused", async () => {
  const { call, folder, session, root } = await openWithFolder();
  await call("runBackup", null);
  const [set] = await call("listBackups", { folder });
  const choice = { folder, vaultId: set?.vaultId ?? "", at: set?.backups[0] ?? "", passphrase };
  expect(await call("previewRestore", choice)).toMatchObject({ sound: true, present: { clients: 0 } });
  await expect(call("restoreBackup", { ...choice, passphrase: "not this one at all" })).rejects.toMatchObject({
    code: "wrong-passphrase",
  });
  const before = await readdir(root);
  const { vault } = await call("restoreBackup", choice);
  expect((await readdir(root)).filter((name) => !before.includes(name))).toEqual([vault.id]);
  await call("lockVault", null);
  const restored = await call("unlockVault", { vault: vault.id, passphrase });
  expect(restored.recovery).toEqual({ state: "clean", droppedBytes: 0, readOnly: false });
  expect(vault.id).not.toBe(session.vault.id);
  const { events } = await call("storageState", null);
  expect(events).toMatchObject([{ kind: "restored", backupAt: choice.at }]);
});

test("a restored book has a witness of its own; the one it came from keeps the vault's", async () => {
  const kept = new Map<string, Uint8Array>();
  const ring = {
    read: async (id: string) => {
      const witness = kept.get(id);
      return witness === undefined ? {} : { witness: Buffer.from(witness) };
    },
    update: async (id: string, { witness }: { witness?: Uint8Array | null }) => void (witness && kept.set(id, witness)),
  } as unknown as KeyRing;
  const head = (text: string) => Buffer.from(text);
  await witnessOf(ring, "old-place").write("vault", head("a"));
  const made = newWitness(ring, "new-place");
  expect(await made.read("vault")).toBeUndefined();
  await made.write("vault", head("b"));
  await witnessOf(ring, "new-place").write("vault", head("c"));
  expect((await witnessOf(ring, "new-place").read("vault"))?.toString()).toBe("c");
  expect((await witnessOf(ring, "old-place").read("vault"))?.toString()).toBe("a");
  // An older copy under another name is still held to what the vault is known to have had.
  expect((await witnessOf(ring, "renamed").read("vault"))?.toString()).toBe("a");
});
