/**
 * @file HEAD.a and HEAD.b: how far the log had come, so that a log that ends earlier
 * is noticed. Written alternately in place, so that one of them is always whole.
 *
 * [Note: When HEAD is written]
 *
 * At unlock (when the log has moved on since), when a segment is full, at a snapshot
 * and at close; not on every append, which would double its cost. After a kill, HEAD
 * is therefore behind the log, which is normal; it is never ahead of it unless
 * acknowledged frames were lost. What HEAD does not cover yet still cannot be altered
 * unseen, only cut off at the end, as if the disk had torn it: the report says so.
 */
import { open as openPath } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { open, seal } from "../crypto/aead.ts";
import { randomBytes } from "../crypto/random.ts";
import { type Disk, readIfThere, writeAll } from "./disk.ts";
import type { ChainPoint } from "./frame.ts";
import { saltBytes, type VaultKeys } from "./keys.ts";

const headFiles = ["HEAD.a", "HEAD.b"] as const;
const magic = Buffer.from("SBHEAD1\n", "latin1");
/** One sector, so that writing it in place is one step on most disks. */
const plainBytes = 512 - magic.length - saltBytes - 16;

const HeadContent = z.strictObject({
  /** Counts the writes of HEAD; the higher one counts. */
  gen: z.int().min(1),
  seq: z.int().min(0),
  tag: z.string().regex(/^[0-9a-f]{32}$/),
  /** The segment that holds frame `seq`; 0 when there is none. */
  segment: z.int().min(0),
});

export interface Head {
  readonly last: ChainPoint;
  /** Gen of the segment that holds the last frame; 0 before the first. */
  readonly segment: number;
}

export interface HeadFile {
  /** What the newer of the two said when they were read; undefined when neither is whole. */
  readonly found: Head | undefined;
  /** False when one of them is missing or not whole. */
  readonly isWhole: boolean;
  /** Replace the older one. */
  write(head: Head): Promise<void>;
}

/**
 * A place outside the vault's folder that keeps the newest HEAD too: whoever puts an older
 * copy of the whole folder back does not put this back. Neither function may reject.
 */
export interface Witness {
  read(vaultId: string): Promise<Buffer | undefined>;
  write(vaultId: string, head: Buffer): Promise<void>;
}

/** What a witness remembers; undefined when it is not of this vault and key. */
export async function readWitness(witness: Witness | undefined, keys: VaultKeys): Promise<Head | undefined> {
  const content = decode(keys, await witness?.read(keys.vaultId));
  return content && headOf(content);
}

export async function openHead(disk: Disk, dir: string, keys: VaultKeys, witness?: Witness): Promise<HeadFile> {
  const contents = await Promise.all(
    headFiles.map(async (name) => decode(keys, await readIfThere(path.join(dir, name)))),
  );
  const [a, b] = contents.map((content) => content?.gen ?? 0);
  const newer = (a ?? 0) >= (b ?? 0) ? 0 : 1;
  const found = contents[newer];
  let gen = found?.gen ?? 0;
  let target = newer === 0 ? 1 : 0;
  return {
    found: found && headOf(found),
    isWhole: contents.every((content) => content !== undefined),
    async write({ last, segment }) {
      gen += 1;
      const file = path.join(dir, headFiles[target] ?? headFiles[0]);
      target = 1 - target;
      const tag = Buffer.from(last.tag).toString("hex");
      const bytes = encode(keys, { gen, seq: last.seq, tag, segment });
      await writeInPlace(disk, dir, file, bytes);
      await witness?.write(keys.vaultId, bytes);
    },
  };
}

function headOf({ seq, tag, segment }: z.infer<typeof HeadContent>): Head {
  return { last: { seq, tag: Buffer.from(tag, "hex") }, segment };
}

async function writeInPlace(disk: Disk, dir: string, file: string, bytes: Buffer): Promise<void> {
  const isNew = await openPath(file, "r").then(
    (handle) => handle.close().then(() => false),
    () => true,
  );
  const handle = await disk.overwrite(file);
  try {
    await writeAll(handle, bytes, 0);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  if (isNew) await disk.syncDirectory(dir);
}

function encode(keys: VaultKeys, content: z.infer<typeof HeadContent>): Buffer {
  const salt = randomBytes(saltBytes);
  const key = keys.derive("head", salt);
  const plaintext = Buffer.from(JSON.stringify(content).padEnd(plainBytes));
  // A key of its own for every write, so the nonce may stay nought.
  const sealed = seal(key, Buffer.alloc(12), magic, plaintext);
  key.fill(0);
  return Buffer.concat([magic, salt, sealed]);
}

function decode(keys: VaultKeys, bytes: Buffer | undefined): z.infer<typeof HeadContent> | undefined {
  if (bytes === undefined || !bytes.subarray(0, magic.length).equals(magic)) return undefined;
  const sealedAt = magic.length + saltBytes;
  const key = keys.derive("head", bytes.subarray(magic.length, sealedAt));
  const plaintext = open(key, Buffer.alloc(12), magic, bytes.subarray(sealedAt));
  key.fill(0);
  if (plaintext === undefined) return undefined;
  return HeadContent.parse(JSON.parse(plaintext.toString("utf8")));
}
