/** @file The same attachment or recording under another data key: for the rotation of the vault's key (security.md 3.1). */
import path from "node:path";
import { writeWhole } from "../sync/files.ts";
import type { Disk } from "../vault/disk.ts";
import type { VaultKeys } from "../vault/keys.ts";
import { openRecording, sealRecording } from "./recording-file.ts";
import { openStream, sealStream } from "./sealed-stream.ts";

export interface Side {
  readonly file: string;
  readonly keys: VaultKeys;
}

/**
 * Write what `from` holds to `to`, whole or not at all, flushed. Both files have the name the vault
 * gave them, an id and `.a` or `.rec`; a file there already is replaced, so that it can be repeated. Of
 * a recording that was cut short, what is whole is kept; one of which nothing opens is left out.
 *
 * @throws AppError `attachment-damaged`, `attachment-missing`; what the disk throws
 */
export async function resealFile(disk: Disk, from: Side, to: Side): Promise<void> {
  const content = path.extname(from.file) === ".rec" ? await recordingAnew(from, to) : await streamAnew(from, to);
  if (content !== undefined) await writeWhole(disk, to.file, content);
}

async function streamAnew(from: Side, to: Side): Promise<AsyncIterable<Uint8Array>> {
  const stream = await openStream(from.file, from.keys, path.basename(from.file, ".a"));
  return sealStream(to.keys, stream, stream.read());
}

async function recordingAnew(from: Side, to: Side): Promise<AsyncIterable<Uint8Array> | undefined> {
  const recorded = await openRecording(from.file, from.keys);
  return recorded && sealRecording(to.keys, recorded);
}
