/** @file The reserve: given up when the disk is full so that what is being saved is saved, and refused after that. */
import { stat } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { Disk, DiskFile } from "../../../electron/vault/disk.ts";
import { hastyDisk } from "../../faults/disks.ts";
import { idsIn, makeVault, newClient, unlock } from "./fixture.ts";

const reserveBytes = 64 * 1024;

/** A disk that takes no more bytes into the log while it is full and the reserve is there. */
function fillableDisk() {
  const state = { isFull: false, hasReserve: false };
  const noRoom = () => Object.assign(new Error("no space left"), { code: "ENOSPC" });
  const guarded = (file: string, opened: DiskFile): DiskFile => ({
    ...opened,
    write: (bytes, position) => {
      if (state.isFull && (state.hasReserve || file.endsWith("RESERVE"))) return Promise.reject(noRoom());
      if (file.endsWith("RESERVE")) state.hasReserve = true;
      return opened.write(bytes, position);
    },
  });
  const disk: Disk = {
    ...hastyDisk,
    create: async (file) => guarded(file, await hastyDisk.create(file)),
    overwrite: async (file) => guarded(file, await hastyDisk.overwrite(file)),
    remove: async (file) => {
      await hastyDisk.remove(file);
      if (file.endsWith("RESERVE")) state.hasReserve = false;
    },
  };
  return { disk, state };
}

const sizeOf = (dir: string) =>
  stat(path.join(dir, "RESERVE")).then(
    ({ size }) => size,
    () => 0,
  );

test("on a full disk the saves under way are kept, later ones refused, and room brings the reserve back", async () => {
  const { disk, state } = fillableDisk();
  const { vault, dir } = await makeVault({ disk, reserveBytes });
  expect(await sizeOf(dir)).toBe(reserveBytes);
  const kept = [newClient("c1"), newClient("c2"), newClient("c3")];
  await vault.append([kept[0] as never]);

  state.isFull = true;
  await Promise.all(kept.slice(1).map((op) => vault.append([op])));
  expect(await sizeOf(dir)).toBe(0);
  await expect(vault.append([newClient("refused")])).rejects.toMatchObject({ code: "disk-full" });
  expect(await idsIn(vault)).toEqual(kept.map(({ id }) => id));

  state.isFull = false;
  const after = newClient("after");
  await vault.append([after]);
  expect(await sizeOf(dir)).toBe(reserveBytes);
  await vault.close();
  expect(await idsIn(await unlock(dir))).toEqual([...kept, after].map(({ id }) => id));
});

test("none is kept unless it is asked for", async () => {
  const { dir } = await makeVault();
  expect(await sizeOf(dir)).toBe(0);
});
