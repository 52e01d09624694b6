/** @file F11: a sealed attachment or recording altered in every way there is; what comes out is verified or nothing. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { openRecording, RecordingWriter } from "../../../electron/attachments/recording-file.ts";
import {
  documentChunkBytes as chunkBytes,
  openStream,
  sealStream,
  streamHeadBytes,
} from "../../../electron/attachments/sealed-stream.ts";
import { seal, tagBytes } from "../../../electron/crypto/aead.ts";
import { sha256 } from "../../../electron/crypto/hash.ts";
import { randomBytes, randomId } from "../../../electron/crypto/random.ts";
import { openKeys, type VaultKeys } from "../../../electron/vault/keys.ts";
import { AppError } from "../../../shared/errors.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import { type FaultCase, type Outcome, type Scale, seeded, Tally } from "../case.ts";
import { hastyDisk } from "../disks.ts";
import { flipped, withFolder } from "../image.ts";

interface Sample {
  readonly id: string;
  readonly plain: Buffer;
  readonly sealed: Buffer;
}

interface Bench {
  readonly keys: VaultKeys;
  readonly folder: string;
  readonly tally: Tally;
}

/** Random, so that no byte can be right by chance. */
function plainOf(bytes: number): Buffer {
  const random = seeded(bytes);
  return Buffer.from(Uint8Array.from({ length: bytes }, () => random() * 256));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function concat(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const kindOf = (id: string) => ({ id, type: "application/pdf", chunkBytes }) as const;

async function sample(keys: VaultKeys, bytes: number): Promise<Sample> {
  const id = randomId();
  const plain = plainOf(bytes);
  return { id, plain, sealed: await concat(sealStream(keys, kindOf(id), once(plain))) };
}

/** What a reader gets of a file: the bytes that were let out, and what it was told. */
async function readAs({ keys, folder }: Bench, id: string, sealed: Uint8Array): Promise<{ out: Buffer; told: string }> {
  const file = path.join(folder, `${id}.a`);
  await writeFile(file, sealed);
  const out: Buffer[] = [];
  try {
    for await (const chunk of (await openStream(file, keys, id)).read()) out.push(chunk);
    return { out: Buffer.concat(out), told: "whole" };
  } catch (error) {
    return { out: Buffer.concat(out), told: error instanceof AppError ? error.code : String(error) };
  }
}

/** Damaged, and said to be; what was let out before are whole chunks of the true content. */
async function refused(bench: Bench, { id, plain }: Sample, sealed: Uint8Array, what: string): Promise<void> {
  bench.tally.tried();
  const { out, told } = await readAs(bench, id, sealed);
  const isTrue = out.equals(plain.subarray(0, out.length)) && out.length % chunkBytes === 0;
  bench.tally.undetected(told !== "attachment-damaged" || !isTrue, `${what}: ${told}, ${out.length} bytes let out`);
}

const sealedChunk = chunkBytes + tagBytes;
const chunkAt = (index: number) => streamHeadBytes + index * sealedChunk;

async function altered(bench: Bench, scale: Scale): Promise<void> {
  const { keys } = bench;
  for (const bytes of [0, 1, chunkBytes, 2 * chunkBytes + 4321, 3 * chunkBytes]) {
    const one = await sample(keys, bytes);
    const { sealed } = one;
    const { out, told } = await readAs(bench, one.id, sealed);
    bench.tally.undetected(told !== "whole" || !out.equals(one.plain), `${bytes} bytes as sealed: ${told}`);
    const step = scale === "whole" ? 1 : 61;
    for (let at = 0; at < Math.min(4096, sealed.length); at += step) {
      await refused(bench, one, flipped(sealed, at, at % 8), `${bytes} bytes, flip at ${at}`);
    }
    const chunks = Math.max(1, Math.ceil(bytes / chunkBytes));
    for (let chunk = 0; chunk < chunks; chunk++) {
      const end = Math.min(sealed.length, chunkAt(chunk + 1));
      for (let at = end - tagBytes; at < end; at++) await refused(bench, one, flipped(sealed, at, 0), `tag ${at}`);
      // Cut at the edge and around it.
      for (const cut of [end - tagBytes - 1, end - tagBytes, end - 1, end, end + 1, end + tagBytes]) {
        if (cut < sealed.length) await refused(bench, one, sealed.subarray(0, cut), `${bytes} bytes cut at ${cut}`);
      }
    }
    for (let a = 0; a < chunks; a++) {
      for (let b = a + 1; b < chunks; b++)
        await refused(bench, one, swapped(sealed, a, b), `chunks ${a}, ${b} swapped`);
    }
    for (const extra of [1, tagBytes, tagBytes + 1, sealedChunk]) {
      await refused(bench, one, Buffer.concat([sealed, Buffer.alloc(extra)]), `${extra} bytes appended`);
    }
    const other = await sample(keys, bytes);
    await refused(bench, one, other.sealed, "another attachment's file");
    await refused(
      bench,
      one,
      Buffer.concat([other.sealed.subarray(0, streamHeadBytes), sealed.subarray(streamHeadBytes)]),
      "another's head",
    );
  }
}

function swapped(sealed: Buffer, a: number, b: number): Buffer {
  const chunks: Buffer[] = [];
  for (let at = streamHeadBytes; at < sealed.length; at += sealedChunk)
    chunks.push(sealed.subarray(at, at + sealedChunk));
  const [left, right] = [chunks[a], chunks[b]];
  if (left === undefined || right === undefined) throw new Error("no such chunks");
  chunks[a] = right;
  chunks[b] = left;
  return Buffer.concat([sealed.subarray(0, streamHeadBytes), ...chunks]);
}

interface ForgedChunk {
  readonly bytes: number;
  readonly isLast: boolean;
  /** Its number in the nonce, where it is not its place. */
  readonly counter?: number;
}

/** The shapes of age's `stream_*` vectors (C2SP CCTV), sealed with the right key: only the construction refuses them. */
const forged: readonly (readonly [what: string, chunks: readonly ForgedChunk[], rest?: (bytes: Buffer) => Buffer])[] = [
  ["no chunks", []],
  ["no final", [{ bytes: 100, isLast: false }]],
  ["no final, full", [{ bytes: chunkBytes, isLast: false }]],
  [
    "no final, two chunks",
    [
      { bytes: chunkBytes, isLast: false },
      { bytes: 100, isLast: false },
    ],
  ],
  [
    "no final, two full chunks",
    [
      { bytes: chunkBytes, isLast: false },
      { bytes: chunkBytes, isLast: false },
    ],
  ],
  [
    "last chunk empty",
    [
      { bytes: chunkBytes, isLast: false },
      { bytes: 0, isLast: true },
    ],
  ],
  [
    "two final chunks",
    [
      { bytes: chunkBytes, isLast: true },
      { bytes: 100, isLast: true },
    ],
  ],
  [
    "two full final chunks",
    [
      { bytes: chunkBytes, isLast: true },
      { bytes: chunkBytes, isLast: true },
    ],
  ],
  [
    "short chunk",
    [
      { bytes: 100, isLast: false },
      { bytes: 100, isLast: true },
    ],
  ],
  [
    "a number left out",
    [
      { bytes: chunkBytes, isLast: false },
      { bytes: 100, isLast: true, counter: 2 },
    ],
  ],
  ["a number beyond", [{ bytes: 100, isLast: true, counter: 1 }]],
  ["missing tag", [{ bytes: 100, isLast: true }], (bytes) => bytes.subarray(0, -tagBytes)],
  [
    "bad tag of the second chunk",
    [
      { bytes: chunkBytes, isLast: false },
      { bytes: 100, isLast: true },
    ],
    (bytes) => flipped(bytes, bytes.length - 1, 3),
  ],
  ["short garbage after", [{ bytes: 100, isLast: true }], (bytes) => Buffer.concat([bytes, Buffer.alloc(1)])],
  [
    "long garbage after",
    [{ bytes: chunkBytes, isLast: true }],
    (bytes) => Buffer.concat([bytes, Buffer.alloc(100, 1)]),
  ],
  ["a whole stream after", [{ bytes: 100, isLast: true }], (bytes) => Buffer.concat([bytes, bytes])],
  ["half a head", [], (bytes) => bytes.subarray(0, streamHeadBytes / 2)],
  ["no salt", [{ bytes: 100, isLast: true }], (bytes) => Buffer.concat([bytes.subarray(0, 64), bytes.subarray(96)])],
  ["nothing at all", [], () => Buffer.alloc(0)],
];

async function forgeries(bench: Bench): Promise<void> {
  for (const [what, chunks, rest = (bytes: Buffer) => bytes] of forged) {
    const id = randomId();
    const plain = plainOf(chunks.reduce((sum, { bytes }) => sum + bytes, 0));
    await refused(
      bench,
      { id, plain, sealed: Buffer.alloc(0) },
      rest(await forge(bench.keys, id, plain, chunks)),
      what,
    );
  }
}

async function forge(keys: VaultKeys, id: string, plain: Buffer, chunks: readonly ForgedChunk[]): Promise<Buffer> {
  const { value: head } = await sealStream(keys, kindOf(id), once(plain)).next();
  if (head === undefined) throw new Error("no head");
  const key = keys.derive(`attachment ${id}`, head.subarray(64, 96));
  const parts: Uint8Array[] = [head];
  let from = 0;
  for (const [index, { bytes, isLast, counter = index }] of chunks.entries()) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(counter, 7);
    nonce.writeUInt8(isLast ? 1 : 0, 11);
    parts.push(seal(key, nonce, sha256(head), plain.subarray(from, from + bytes)));
    from += bytes;
  }
  return Buffer.concat(parts);
}

/** Of a recording that is damaged anywhere or cut at any byte, whole pieces from the start are left and nothing else. */
async function recordings({ keys, folder, tally }: Bench, scale: Scale): Promise<void> {
  const pieces = [plainOf(700), plainOf(1), plainOf(900), plainOf(300)];
  const instant = "2026-11-23T01:00:00.000Z";
  const about = { client: ClientId.parse("c-1"), name: "recording", consentAt: instant, startedAt: instant };
  const made = path.join(folder, "made.rec");
  const writer = await RecordingWriter.create(hastyDisk, made, keys, about);
  let at = 0;
  for (const piece of pieces) at = await writer.append(piece, at);
  await writer.close();
  const sealed = await readFile(made);
  const edges = new Set(pieces.map((_, n) => Buffer.concat(pieces.slice(0, n)).length));
  const whole = Buffer.concat(pieces);
  const file = path.join(folder, "recording.rec");
  const judge = async (bytes: Uint8Array, what: string, isWhole = false) => {
    tally.tried();
    await writeFile(file, bytes);
    const recorded = await openRecording(file, keys);
    if (recorded === undefined) return;
    const out = await concat(recorded.read());
    const isTrue =
      out.equals(whole.subarray(0, out.length)) && (isWhole ? out.length === whole.length : edges.has(out.length));
    tally.undetected(!isTrue || out.length !== recorded.bytes, `recording, ${what}: ${out.length} bytes let out`);
  };
  await judge(sealed, "as sealed", true);
  const step = scale === "whole" ? 1 : 13;
  for (let at = 0; at < sealed.length; at += step) {
    await judge(flipped(sealed, at, at % 8), `flip at ${at}`);
    await judge(sealed.subarray(0, at), `cut at ${at}`);
  }
  await judge(Buffer.concat([sealed, sealed.subarray(-340)]), "its last piece twice", true);
  tally.undetected(!(await readFile(file)).subarray(0, sealed.length).equals(sealed), "reading changed the file");
}

async function attachments(scale: Scale): Promise<Outcome> {
  return withFolder(async (folder) => {
    const bench: Bench = { keys: openKeys(randomId(), randomBytes(32)), folder, tally: new Tally() };
    await altered(bench, scale);
    await forgeries(bench);
    await recordings(bench, scale);
    return bench.tally.outcome;
  });
}

export const attachmentCase: FaultCase = {
  id: "F11",
  title: "an altered attachment is refused, and no byte of it comes out that was not verified",
  atLeast: 17_000,
  run: attachments,
};
