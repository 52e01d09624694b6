/** @file Disks for the fault plan: one that forgets to sync, one that fails at the Nth step. */
import { type Disk, type DiskFile, nodeDisk } from "../../electron/vault/disk.ts";

/** For cases that are not about power: the same files, without waiting for the platter. */
export const hastyDisk: Disk = wrapDisk(nodeDisk, {
  datasync: async () => undefined,
  syncDirectory: async () => undefined,
});

/** Every step that can fail by itself. */
const stepNames = [
  "create",
  "overwrite",
  "write",
  "datasync",
  "truncate",
  "close",
  "rename",
  "remove",
  "syncDirectory",
] as const;
export type StepName = (typeof stepNames)[number];

/** Called instead of a step; `go` takes the step itself. */
type Interception = (go: () => Promise<never>) => Promise<unknown>;

/** A disk whose steps pass through the given functions. */
function wrapDisk(disk: Disk, steps: Partial<Record<StepName, Interception>>): Disk {
  const through = <T>(name: StepName, go: () => Promise<T>): Promise<T> => {
    const step = steps[name];
    return step === undefined ? go() : (step(go as () => Promise<never>) as Promise<T>);
  };
  const wrapFile = (file: DiskFile): DiskFile => ({
    write: (bytes, position) => through("write", () => file.write(bytes, position)),
    datasync: () => through("datasync", () => file.datasync()),
    truncate: (length) => through("truncate", () => file.truncate(length)),
    close: () => through("close", () => file.close()),
  });
  return {
    create: async (file) => wrapFile(await through("create", () => disk.create(file))),
    overwrite: async (file) => wrapFile(await through("overwrite", () => disk.overwrite(file))),
    rename: (from, to) => through("rename", () => disk.rename(from, to)),
    remove: (file) => through("remove", () => disk.remove(file)),
    syncDirectory: (dir) => through("syncDirectory", () => disk.syncDirectory(dir)),
  };
}

export type Trouble = "EIO" | "ENOSPC";

export interface FailingDisk {
  readonly disk: Disk;
  /** Steps of the failing kind so far: when it stays below N, the Nth was never reached. */
  readonly steps: () => number;
  /** Stop failing. */
  readonly heal: () => void;
}

/** Fails the `nth` step of one kind, or every one from it on. */
export function failingDisk(step: StepName, trouble: Trouble, nth: number, isLasting: boolean): FailingDisk {
  let count = 0;
  let isHealed = false;
  const disk = wrapDisk(hastyDisk, {
    [step]: async (go: () => Promise<unknown>) => {
      count += 1;
      const fails = !isHealed && (isLasting ? count >= nth : count === nth);
      if (!fails) return go();
      // A close that fails has closed all the same.
      if (step === "close") await go();
      throw Object.assign(new Error(`${trouble} at ${step} ${count}`), { code: trouble });
    },
  });
  return { disk, steps: () => count, heal: () => (isHealed = true) };
}

/** Writes at most 7 bytes at a time. */
export function shortDisk(): Disk {
  const cut = (file: DiskFile): DiskFile => ({
    ...file,
    write: (bytes, position) => file.write(bytes.subarray(0, 7), position),
  });
  return {
    ...hastyDisk,
    create: async (file) => cut(await hastyDisk.create(file)),
    overwrite: async (file) => cut(await hastyDisk.overwrite(file)),
  };
}
