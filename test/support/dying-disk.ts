/**
 * @file A disk whose program is killed before its Nth step: from then on nothing
 * reaches it any more, and what was done stays done.
 */
import { type Disk, type DiskFile, nodeDisk } from "../../electron/vault/disk.ts";

export interface DyingDisk extends Disk {
  /** Steps taken so far, or tried after death. */
  readonly steps: number;
  /** The names of the steps, in order, for saying where it died. */
  readonly log: readonly string[];
  /** Count from here. */
  arm(dieBefore: number): void;
}

class Killed extends Error {}

export function dyingDisk(): DyingDisk {
  let steps = 0;
  let dieBefore = Number.POSITIVE_INFINITY;
  let log: string[] = [];
  const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    steps++;
    log.push(name);
    if (steps >= dieBefore) throw new Killed(`killed before step ${dieBefore}, ${log[dieBefore - 1]}`);
    return run();
  };
  const file = (name: string, real: DiskFile): DiskFile => ({
    write: (bytes, position) => step(`write ${name}`, () => real.write(bytes, position)),
    datasync: () => step(`sync ${name}`, () => real.datasync()),
    truncate: (length) => step(`truncate ${name}`, () => real.truncate(length)),
    close: () => real.close(),
  });
  return {
    get steps() {
      return steps;
    },
    get log() {
      return log;
    },
    arm(before) {
      steps = 0;
      log = [];
      dieBefore = before;
    },
    create: (name) => step(`create ${name}`, async () => file(name, await nodeDisk.create(name))),
    overwrite: (name) => step(`open ${name}`, async () => file(name, await nodeDisk.overwrite(name))),
    rename: (from, to) => step(`rename ${to}`, () => nodeDisk.rename(from, to)),
    remove: (name) => step(`remove ${name}`, () => nodeDisk.remove(name)),
    syncDirectory: (dir) => step(`sync folder ${dir}`, () => nodeDisk.syncDirectory(dir)),
  };
}
