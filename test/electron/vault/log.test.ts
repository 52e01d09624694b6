/** @file When a save counts as saved, and what happens when the disk will not have it. */
import { rm } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import type { Disk, DiskFile } from "../../../electron/vault/disk.ts";
import { failingDisk, hastyDisk } from "../../faults/disks.ts";
import { alter, copyOf, filesOf, idsIn, makeVault, newClient, unlock } from "./fixture.ts";

/** A disk whose syncs wait until they are let go, and which counts what it did. */
function heldDisk() {
  const held: (() => void)[] = [];
  const counts = { writes: 0, syncs: 0 };
  let isHolding = false;
  const disk: Disk = {
    ...hastyDisk,
    async create(file) {
      const handle = await hastyDisk.create(file);
      return {
        ...handle,
        write: (bytes, position) => {
          counts.writes += 1;
          return handle.write(bytes, position);
        },
        datasync: () => {
          counts.syncs += 1;
          return isHolding ? new Promise((resolve) => held.push(resolve)) : Promise.resolve();
        },
      };
    },
  };
  return {
    disk,
    counts,
    hold: () => (isHolding = true),
    release: () => held.shift()?.(),
    isWaiting: () => held.length > 0,
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

it("acknowledges a save only after its own sync, and writes those that waited meanwhile together", async () => {
  const held = heldDisk();
  const { vault } = await makeVault({ disk: held.disk });
  await vault.append([newClient("c-0")]);
  const before = { ...held.counts };
  held.hold();
  const acknowledged: number[] = [];
  const save = (n: number) => vault.append([newClient(`c-${n}`)]).then(({ logSeq }) => acknowledged.push(logSeq));
  const first = save(1);
  await until(held.isWaiting);
  const others = [save(2), save(3), save(4)];
  await new Promise((resolve) => setImmediate(resolve));
  expect(acknowledged).toEqual([]);
  held.release();
  await first;
  expect(acknowledged).toEqual([2]);
  await until(held.isWaiting);
  expect(acknowledged).toEqual([2]);
  held.release();
  await Promise.all(others);
  expect(acknowledged).toEqual([2, 3, 4, 5]);
  expect(held.counts).toEqual({ writes: before.writes + 2, syncs: before.syncs + 2 });
  held.release();
});

async function onFailingDisk(step: "write" | "datasync", trouble: "EIO" | "ENOSPC", isLasting: boolean) {
  const { dir, vault } = await makeVault();
  const kept = newClient("c-kept");
  await vault.append([kept]);
  await vault.close();
  // Head, its sync, then the first save: the third write or sync is in the middle of the second save.
  const failing = failingDisk(step, trouble, 3, isLasting);
  return { dir, kept, failing, open: await unlock(dir, { disk: failing.disk }) };
}

it("writes what a failed sync left in doubt once more, in a new segment, and the user notices nothing", async () => {
  const { dir, kept, open } = await onFailingDisk("datasync", "EIO", false);
  const saves = [newClient("c-1"), newClient("c-2"), newClient("c-3")];
  for (const op of saves) await open.append([op]);
  expect(await filesOf(dir, "seg-")).toHaveLength(3);
  await open.close();
  const again = await unlock(dir);
  expect(again.recovery.state).toBe("clean");
  expect(await idsIn(again)).toEqual([kept, ...saves].map(({ id }) => id));
});

it("says that the disk is broken or full, keeps what was saved, and saves again once it works", async () => {
  for (const [trouble, code] of [
    ["EIO", "disk-error"],
    ["ENOSPC", "disk-full"],
  ] as const) {
    for (const step of ["write", "datasync"] as const) {
      const { dir, kept, failing, open } = await onFailingDisk(step, trouble, true);
      const saved = newClient("c-1");
      await open.append([saved]);
      for (const id of ["c-2", "c-3", "c-4"]) {
        await expect(open.append([newClient(id)]), `${trouble} at ${step}`).rejects.toMatchObject({ code });
      }
      failing.heal();
      const later = newClient("c-5");
      await open.append([later]);
      expect(await idsIn(open)).toEqual([kept, saved, later].map(({ id }) => id));
      await open.close();
      const again = await unlock(dir);
      expect(again.recovery.state, `${trouble} at ${step}`).toBe("clean");
      expect(await idsIn(again)).toEqual([kept, saved, later].map(({ id }) => id));
    }
  }
});

it("leaves no litter behind while a full disk is tried again and again", async () => {
  for (const roomFor of [0, 104]) {
    // Room for nothing at all, or for a segment's head but no frame.
    let room = Number.POSITIVE_INFINITY;
    const full = Object.assign(new Error("full"), { code: "ENOSPC" });
    const disk: Disk = {
      ...hastyDisk,
      create: async (file) => limited(await hastyDisk.create(file)),
      overwrite: async (file) => limited(await hastyDisk.overwrite(file)),
    };
    const limited = (file: DiskFile): DiskFile => ({
      ...file,
      write: (bytes, position) => (bytes.length > room ? Promise.reject(full) : file.write(bytes, position)),
    });
    const { dir, vault } = await makeVault({ disk });
    await vault.append([newClient("c-1")]);
    room = roomFor;
    for (let n = 0; n < 10; n++) {
      await expect(vault.append([newClient(`d-${n}`)])).rejects.toMatchObject({ code: "disk-full" });
    }
    expect((await filesOf(dir, "seg-")).length).toBeLessThanOrEqual(2);
    room = Number.POSITIVE_INFINITY;
    await vault.append([newClient("c-2")]);
    await vault.close();
    const again = await unlock(dir);
    expect(again.recovery.state).toBe("clean");
    expect(await idsIn(again)).toHaveLength(2);
  }
});

it("refuses to export from a log in which an old segment went bad while the vault was open", async () => {
  const { dir, vault } = await makeVault({ segmentBytes: 500 });
  for (let n = 0; n < 6; n++) await vault.append([newClient(`c-${n}`)]);
  const [first = ""] = await filesOf(dir, "seg-");
  await alter(dir, first, (bytes) => bytes.fill(0, 200, 220));
  await expect(idsIn(vault)).rejects.toMatchObject({ code: "vault-damaged", params: { file: first } });
  expect((await vault.check()).problems).toContainEqual({ file: first, problem: "damaged" });
});

it("finds damage by checking that opening from a snapshot does not look at", async () => {
  const { dir, vault } = await makeVault({ segmentBytes: 500 });
  for (let n = 0; n < 6; n++) await vault.append([newClient(`c-${n}`)]);
  await vault.snapshot();
  await vault.close();
  const names = await filesOf(dir, "seg-");
  const copy = await copyOf(dir);
  await alter(copy, names[0] ?? "", (bytes) => bytes.fill(0, 200, 220));
  const open = await unlock(copy);
  expect(open.recovery.state).toBe("clean");
  expect((await open.check()).problems).toEqual([{ file: names[0], problem: "damaged" }]);
  const gone = await copyOf(dir);
  await rm(path.join(gone, names[1] ?? ""));
  expect((await unlock(gone)).recovery).toMatchObject({ state: "damaged", readOnly: true });
});
