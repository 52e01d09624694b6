/**
 * @file What the last backup was, kept in the vault's folder so that it is known while
 * the backup folder is away. Holds dates and sizes, nothing of the book.
 */
import path from "node:path";
import { z } from "zod";
import { BackupTest } from "../../shared/bridge/contract.ts";
import { Instant } from "../../shared/model/primitives.ts";
import { type Disk, readIfThere, replaceFile } from "../vault/disk.ts";

const fileName = "BACKUP";

const LastBackup = z.strictObject({
  at: Instant,
  logSeq: z.int().min(0),
  bytes: z.int().min(0),
  newBytes: z.int().min(0),
  /** The last test of any backup. */
  test: BackupTest.omit({ counts: true }).optional(),
});
export type LastBackup = z.infer<typeof LastBackup>;

/** Undefined when there is none, or none that can be read. */
export async function readLastBackup(dir: string): Promise<LastBackup | undefined> {
  try {
    const bytes = await readIfThere(path.join(dir, fileName));
    return bytes && LastBackup.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    return undefined;
  }
}

export function saveLastBackup(disk: Disk, dir: string, last: LastBackup): Promise<void> {
  return replaceFile(disk, path.join(dir, fileName), Buffer.from(JSON.stringify(last)));
}
