/** @file Backups of real vaults in real folders: made, tested, damaged, interrupted, restored. */
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { backupsIn, placeOf, readManifest, storeOf } from "../../../electron/backup/manifest.ts";
import { copyBackup, listBackups, openBackup } from "../../../electron/backup/restore.ts";
import { makeBackup } from "../../../electron/backup/run.ts";
import { verifyBackup } from "../../../electron/backup/verify.ts";
import type { Job } from "../../../electron/sync/jobs.ts";
import type { Disk } from "../../../electron/vault/disk.ts";
import type { Vault } from "../../../electron/vault/vault.ts";
import { hastyDisk } from "../../faults/disks.ts";
import {
  alter,
  cheap,
  flipBit,
  idsIn,
  makeVault,
  newClient,
  newContact,
  passphrase,
  temporaryFolder,
  unlock,
} from "../vault/fixture.ts";

const job: Job = { signal: new AbortController().signal, progress: () => undefined };
const firstHour = Date.parse("2026-11-22T08:00:00.000Z");

interface Desk {
  readonly vault: Vault;
  readonly dir: string;
  readonly folder: string;
  readonly place: string;
  /** Back up at an hour of the day. */
  backUp(hour: number, disk?: Disk): ReturnType<typeof makeBackup>;
  test(at: string): ReturnType<typeof verifyBackup>;
}

async function makeDesk(): Promise<Desk> {
  const { vault, dir } = await makeVault({ segmentBytes: 2000 });
  const folder = await temporaryFolder();
  const place = placeOf(folder, vault.id);
  await vault.append([newClient("c1"), newContact("k1", "c1")]);
  return {
    ...{ vault, dir, folder, place },
    backUp: (hour, disk = hastyDisk) =>
      makeBackup({ vault, folder, disk, now: () => firstHour + hour * 3_600_000, job }),
    async test(at) {
      const manifest = await readManifest(place, at);
      if (manifest === undefined) throw new Error(`no manifest of ${at}`);
      return verifyBackup({ place, manifest, keys: vault, job });
    },
  };
}

async function saveMany({ vault }: Desk, from: number, count: number): Promise<void> {
  for (let at = from; at < from + count; at++)
    await vault.append([newClient(`c${at}`), newContact(`k${at}`, `c${at}`)]);
}

describe("a backup", () => {
  test("holds what the vault holds, and says so when tested", async () => {
    const desk = await makeDesk();
    await saveMany(desk, 2, 20);
    const { at, counts } = await desk.backUp(0);
    expect(counts).toEqual({ clients: 21, contacts: 21, assessments: 0, operations: 42 });
    expect(await desk.test(at)).toEqual({ sound: true, counts, problems: [] });
  });

  test("writes only what is new, and each earlier one stays what it was", async () => {
    const desk = await makeDesk();
    await saveMany(desk, 2, 10);
    const first = await desk.backUp(0);
    await saveMany(desk, 12, 3);
    const second = await desk.backUp(1);
    expect(second.newBytes).toBeLessThan(first.newBytes);
    expect(second.bytes).toBe(first.bytes + second.newBytes);
    expect((await desk.backUp(2)).newBytes).toBe(0);
    expect(await desk.test(first.at)).toMatchObject({ sound: true, counts: { clients: 11 } });
    expect(await desk.test(second.at)).toMatchObject({ sound: true, counts: { clients: 14 } });
  });

  test("holds no plain text and no count", async () => {
    const desk = await makeDesk();
    await desk.vault.append([newClient("c9", "canary-name")]);
    const { at } = await desk.backUp(0);
    const manifest = JSON.stringify(await readManifest(desk.place, at));
    expect(manifest).not.toMatch(/clients|canary/);
  });

  test("is not made of a vault that is damaged", async () => {
    const desk = await makeDesk();
    await saveMany(desk, 2, 30);
    await desk.vault.close();
    const [segment] = (await readdir(desk.dir)).filter((name) => name.startsWith("seg-"));
    await alter(desk.dir, segment ?? "", (bytes) => flipBit(bytes, 400));
    const vault = await unlock(desk.dir);
    expect(vault.recovery.state).toBe("damaged");
    const attempt = makeBackup({ vault, folder: desk.folder, disk: hastyDisk, now: () => firstHour, job });
    await expect(attempt).rejects.toMatchObject({ code: "vault-read-only" });
  });

  test("waits for a folder that is not there", async () => {
    const desk = await makeDesk();
    await rm(desk.folder, { recursive: true });
    await expect(desk.backUp(0)).rejects.toMatchObject({ code: "folder-absent" });
  });
});

describe("damage to a backup", () => {
  test.each(["seg-", "VAULT", "HEAD"])("one flipped bit in a stored %s file is found", async (start) => {
    const desk = await makeDesk();
    await saveMany(desk, 2, 12);
    const { at } = await desk.backUp(0);
    const store = storeOf(desk.place);
    for (const name of (await readdir(store)).filter((one) => one.startsWith(start))) {
      await alter(store, name, (bytes) => flipBit(bytes, Math.floor(bytes.length / 2)));
      const verdict = await desk.test(at);
      expect(verdict.sound, name).toBe(false);
      expect(verdict.problems.map(({ file }) => file)).toContain(name.replace(/~.*/, ""));
      await alter(store, name, (bytes) => flipBit(bytes, Math.floor(bytes.length / 2)));
    }
    expect((await desk.test(at)).sound).toBe(true);
  });

  test("a file that is gone, cut or exchanged is found", async () => {
    const desk = await makeDesk();
    await saveMany(desk, 2, 12);
    const { at } = await desk.backUp(0);
    const store = storeOf(desk.place);
    const segments = (await readdir(store)).filter((name) => name.startsWith("seg-")).sort();
    const [first = "", second = ""] = segments;
    await alter(store, second, (bytes) => bytes.subarray(0, bytes.length - 1));
    expect((await desk.test(at)).problems).toContainEqual({ file: second, problem: "missing" });
    await cp(path.join(store, first), path.join(store, second));
    expect((await desk.test(at)).sound).toBe(false);
    await rm(path.join(store, first));
    expect((await desk.test(at)).problems).toContainEqual({ file: first, problem: "missing" });
  });

  test("a list altered by a stranger is found, whatever it says", async () => {
    const desk = await makeDesk();
    await saveMany(desk, 2, 12);
    const { at } = await desk.backUp(0);
    const manifest = await readManifest(desk.place, at);
    if (manifest === undefined) throw new Error("no manifest");
    // The last segment left out and the end moved to where the log then ends.
    const shorter = { ...manifest, files: manifest.files.slice(0, -1) };
    const verdict = await verifyBackup({ place: desk.place, manifest: shorter, keys: desk.vault, job });
    expect(verdict.problems).toContainEqual({ file: "manifest", problem: "damaged" });
  });

  test("is mended by the next backup that reads back what is stored; the damaged file stays", async () => {
    const { vault, folder, ...desk } = await makeDesk();
    await saveMany({ vault, folder, ...desk }, 2, 12);
    await desk.backUp(0);
    const store = storeOf(desk.place);
    const [full = ""] = (await readdir(store)).filter((name) => name.startsWith("seg-")).sort();
    await alter(store, full, (bytes) => flipBit(bytes, 300));
    const now = () => firstHour + 3_600_000;
    const { at } = await makeBackup({ vault, folder, disk: hastyDisk, now, job, rereads: true });
    expect((await desk.test(at)).problems).toEqual([]);
    expect(await readdir(store)).toContain(full);
  });
});

/** Fails at the Nth step that changes the disk, as a kill there would leave it. */
function stopsAfter(steps: number): Disk {
  let left = steps;
  const step = <T>(go: () => Promise<T>): Promise<T> => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error("killed")) : go();
  };
  return {
    ...hastyDisk,
    create: (file) => step(() => hastyDisk.create(file).then(half)),
    overwrite: (file) => step(() => hastyDisk.overwrite(file).then(half)),
    rename: (from, to) => step(() => hastyDisk.rename(from, to)),
    remove: (file) => step(() => hastyDisk.remove(file)),
  };
  function half(file: Awaited<ReturnType<Disk["create"]>>) {
    // The write that is cut short leaves half of its bytes.
    const write = (bytes: Uint8Array, position: number) =>
      step(() => file.write(bytes, position)).catch(async (error: unknown) => {
        await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)), position);
        throw error;
      });
    return { ...file, write };
  }
}

test("killed at any step, a backup leaves the earlier ones sound, and the next one succeeds", async () => {
  const { vault, ...desk } = await makeDesk();
  await saveMany({ vault, ...desk }, 2, 6);
  const first = await desk.backUp(0);
  await saveMany({ vault, ...desk }, 20, 4);
  let isWhole = false;
  for (let steps = 0; !isWhole; steps++) {
    const folder = await temporaryFolder();
    await cp(desk.folder, folder, { recursive: true });
    const place = placeOf(folder, vault.id);
    const backUp = (hour: number, disk: Disk) =>
      makeBackup({ vault, folder, disk, now: () => firstHour + hour * 3_600_000, job });
    isWhole = await backUp(1, stopsAfter(steps)).then(
      () => true,
      () => false,
    );
    await backUp(2, hastyDisk);
    const there = await backupsIn(place);
    expect(there).toContain(first.at);
    for (const at of there) {
      const manifest = await readManifest(place, at);
      const verdict = manifest && (await verifyBackup({ place, manifest, keys: vault, job }));
      expect(verdict?.problems, `${at} after ${steps} steps`).toEqual([]);
    }
  }
});

test("what the retention lets go is removed with the files that only it held", async () => {
  const desk = await makeDesk();
  const day = 24;
  const { at: first } = await desk.backUp(0);
  const store = storeOf(desk.place);
  const headers = async () => (await readdir(store)).filter((name) => name.startsWith("HEAD.")).length;
  for (let round = 1; round <= 40; round++) {
    await desk.vault.append([newClient(`d${round}`)]);
    await desk.backUp(round * day);
  }
  const kept = await backupsIn(desk.place);
  expect(kept).not.toContain(first);
  expect(kept.length).toBeLessThan(34);
  const named = new Set(
    (await Promise.all(kept.map((at) => readManifest(desk.place, at)))).flatMap(
      (one) => one?.files.map(({ stored }) => stored) ?? [],
    ),
  );
  expect((await readdir(store)).filter((name) => !named.has(name))).toEqual([]);
  expect(await headers()).toBeGreaterThan(0);
  for (const at of kept) expect((await desk.test(at)).sound).toBe(true);
});

describe("restoring", () => {
  test("gives back exactly what was backed up, in a new folder, which can be worked in", async () => {
    const desk = await makeDesk();
    await saveMany(desk, 2, 12);
    const ids = await idsIn(desk.vault);
    const { at } = await desk.backUp(0);
    await saveMany(desk, 50, 2);
    expect(await listBackups(desk.folder)).toEqual([{ vaultId: desk.vault.id, label: "浦东支行", backups: [at] }]);
    const backup = await openBackup({ folder: desk.folder, vaultId: desk.vault.id, at }, passphrase, cheap);
    backup.keys.wipe();
    const to = path.join(await temporaryFolder(), "restored");
    await mkdir(to);
    await copyBackup(backup, to, hastyDisk, job);
    const restored = await unlock(to);
    expect(restored.recovery).toEqual({ state: "clean", droppedBytes: 0, readOnly: false });
    expect(await idsIn(restored)).toEqual(ids);
    await restored.append([newClient("after")]);
    expect((await restored.check()).problems).toEqual([]);
  });

  test("asks for the passphrase, and counts wrong ones", async () => {
    const desk = await makeDesk();
    const { at } = await desk.backUp(0);
    const name = { folder: desk.folder, vaultId: desk.vault.id, at };
    await expect(openBackup(name, "something else entirely", cheap)).rejects.toMatchObject({
      code: "wrong-passphrase",
      params: { failures: 1 },
    });
    await expect(openBackup({ ...name, at: "2026-01-01T00:00:00.000Z" }, passphrase, cheap)).rejects.toMatchObject({
      code: "backup-missing",
    });
  });
});
