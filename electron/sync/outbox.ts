/**
 * @file Sealed packages on their way out, in the vault's folder, until a folder
 * somewhere else holds a copy. Everything in here is sealed to its receiver.
 *
 * [Note: Sealed once, delivered until it arrives]
 *
 * An export runs in this order, each step on the disk before the next:
 *   1. seal the package into the outbox (beside, flush, rename);
 *   2. append its `packageOut` record to the log: from here on the number, the
 *      manifest hash and the stretch of the log belong to this package for ever;
 *   3. copy the outbox file into the sync folder (beside, flush, rename);
 *   4. mark the outbox file as sent.
 * A kill before 2 leaves a file without a record, which nobody has seen: it is thrown
 * away, and the next export takes the same number for the same operations or more. A
 * kill after 2 leaves a record with an unsent file: the next export copies that file
 * first. A kill between 3 and 4 copies the same bytes again, which the receiver calls a
 * duplicate. So no operation is lost or sent under two numbers, and no number ever
 * stands for two contents, whatever is killed or pulled out.
 *
 * Sent files stay until their receipt comes, so that a lost stick can be made good.
 */
import { mkdir, readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Disk } from "../vault/disk.ts";
import { diskFailure } from "../vault/disk.ts";
import { exists, isSameFile, readChunks, writeWhole } from "./files.ts";
import { type Job, watched } from "./jobs.ts";

/** A package of ours, or a receipt for a package of somebody else. */
type OutboxKind = "package" | "receipt";

/** How many sent packages are kept for sending again, at most. */
const keptSent = 100;

export interface Outbox {
  /** Seal into the outbox. @returns bytes. @throws AppError `disk-*`, `cancelled`. */
  put(kind: OutboxKind, id: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** Ids not delivered yet. */
  unsent(kind: OutboxKind): Promise<string[]>;
  /** Whether a copy is still here, delivered or not. */
  holds(id: string): Promise<boolean>;
  /**
   * Copy to a place outside. Where another file has that name, it is replaced, or
   * left alone and the copy's name gets the start of the package's id. Throws what the
   * file system threw.
   *
   * @returns where it went.
   */
  copyTo(kind: OutboxKind, id: string, target: string, onTaken: "replace" | "rename", job: Job): Promise<string>;
  /** The copy arrived. Receipts are forgotten, packages kept for their receipt. */
  markSent(kind: OutboxKind, id: string): Promise<void>;
  /** Forget a package, sent or not. */
  forget(id: string): Promise<void>;
  /** Throw away what a crash left: unfinished files, and packages whose record was never written. */
  tidy(isRecorded: (kind: OutboxKind, id: string) => boolean): Promise<void>;
}

export function openOutbox(disk: Disk, dir: string): Outbox {
  const unsentFile = (kind: OutboxKind, id: string) => path.join(dir, `${id}.${kind}`);
  const sentFile = (id: string) => path.join(dir, `${id}.sent`);
  const list = async () => readdir(dir).catch(() => []);
  const remove = async (file: string) => disk.remove(file).catch(() => undefined);

  return {
    async put(kind, id, bytes) {
      try {
        const made = await mkdir(dir, { recursive: true, mode: 0o700 });
        // A record must not outlive the folder its package lies in.
        if (made !== undefined) await disk.syncDirectory(path.dirname(dir));
        return await writeWhole(disk, unsentFile(kind, id), bytes);
      } catch (error) {
        throw diskFailure(error);
      }
    },

    async unsent(kind) {
      return (await list()).filter((name) => name.endsWith(`.${kind}`)).map((name) => name.slice(0, -kind.length - 1));
    },

    holds: async (id) => (await exists(unsentFile("package", id))) || (await exists(sentFile(id))),

    async copyTo(kind, id, target, onTaken, job) {
      const unsent = unsentFile(kind, id);
      const source = (await exists(unsent)) ? unsent : sentFile(id);
      if (await isSameFile(source, target)) return target;
      const place = onTaken === "rename" && (await exists(target)) ? withId(target, id) : target;
      await writeWhole(disk, place, watched(readChunks(source), job));
      return place;
    },

    async markSent(kind, id) {
      if (kind === "receipt") return remove(unsentFile(kind, id));
      if (await exists(unsentFile(kind, id))) await disk.rename(unsentFile(kind, id), sentFile(id));
    },

    async forget(id) {
      await remove(unsentFile("package", id));
      await remove(sentFile(id));
    },

    async tidy(isRecorded) {
      const names = await list();
      for (const name of names) {
        const { name: id, ext } = path.parse(name);
        const kind = ext === ".receipt" ? "receipt" : "package";
        if (ext === ".part" || !isRecorded(kind, id)) await remove(path.join(dir, name));
      }
      await keepNewest(
        dir,
        names.filter((name) => name.endsWith(".sent")),
        remove,
      );
    },
  };
}

async function keepNewest(dir: string, names: string[], remove: (file: string) => Promise<void>): Promise<void> {
  if (names.length <= keptSent) return;
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(dir, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  aged.sort((a, b) => b.at - a.at);
  for (const { name } of aged.slice(keptSent)) await remove(path.join(dir, name));
}

/** `sb-4e7a19c2-0005.suitbook.age` with the id's start before the first dot. */
function withId(target: string, id: string): string {
  const { dir, base } = path.parse(target);
  return path.join(dir, base.replace(/^([^.]*)/, `$1-${id.slice(0, 8)}`));
}
