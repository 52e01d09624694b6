/** @file Records about the vault's own files: where backups go, and what has happened to the book's files. */
import { z } from "zod";
import { Instant, RecordId } from "./primitives.ts";

/** Where and how often to back up. One record, id `backup`. */
export const backupSettingsFields = {
  /** Absolute folder on this machine or a drive, or empty when not chosen yet. */
  folder: z.string().max(1000),
  /** Hours between backups while unlocked; 0 switches the clock off. */
  everyHours: z.int().min(0).max(168),
  atLock: z.boolean(),
} as const;
export const BackupSettings = z.object({ id: z.literal("backup"), ...backupSettingsFields });
export type BackupSettings = z.infer<typeof BackupSettings>;

/** Saves that could not be read: numbers of the log, and the last instant before and the first after them. */
export const MissingSaves = z.object({
  from: z.int().min(1),
  to: z.int().min(1),
  after: Instant.optional(),
  before: Instant.optional(),
});
export type MissingSaves = z.infer<typeof MissingSaves>;

/** Something that happened to the book's files, written by the session that noticed or did it. */
export const vaultEventFields = {
  /** `recovered`: opening put something right. `restored`: made from a backup. `salvaged`: made from a damaged book. */
  kind: z.enum(["recovered", "restored", "salvaged"]),
  at: Instant,
  /** Recovered: bytes of an unfinished write that were dropped. */
  droppedBytes: z.int().min(0),
  /** Recovered: files a sound spare stood in for. */
  replaced: z.array(z.enum(["VAULT", "HEAD", "snapshot"])).max(3),
  /** Restored: when the backup was made. */
  backupAt: Instant,
  /** Salvaged: what could not be read, at most the first hundred gaps. */
  missing: z.array(MissingSaves).max(100),
} as const;
export const VaultEvent = z.object({
  id: RecordId,
  ...z.object(vaultEventFields).partial({ droppedBytes: true, replaced: true, backupAt: true, missing: true }).shape,
});
export type VaultEvent = z.infer<typeof VaultEvent>;
