/**
 * @file The container of packages and proof packs: a tar that any `tar` reads, and that
 * has exactly one form.
 *
 * [Note: One form of tar]
 *
 * The header of a member is a function of its name and size alone: plain file, mode
 * 600, owner 0, time 0. The reader builds the header it expects and compares the
 * bytes, so there is no room for paths, links, other types, extension headers or
 * sizes written in two ways, and no parser to be fooled. After the last member come
 * two blocks of zeros and the end.
 */
import { AppError, type ErrorCode } from "../../shared/errors.ts";

const block = 512;
const maxSize = 8 ** 11 - 1;

export interface Member {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** @throws Error when a member's content is not as long as its size says. */
export async function* writeTar(members: readonly Member[]): AsyncGenerator<Uint8Array> {
  for (const { name, size, content } of members) {
    yield header(name, size);
    let written = 0;
    for await (const chunk of content) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size) throw new Error(`${name}: ${written} bytes instead of ${size}`);
    yield Buffer.alloc(padding(size));
  }
  yield Buffer.alloc(2 * block);
}

/** Reads a tar's members one after the other. Whoever opens it closes it. */
export interface TarReader {
  /**
   * The content of the next member, which must be `name`. Read it to its end before
   * asking for the next.
   *
   * @throws AppError `*-malformed` when anything else comes next, and `*-too-large`,
   *   before any content, when it is longer than `maxBytes`.
   */
  member(name: string, maxBytes: number): AsyncGenerator<Uint8Array>;
  /** @throws AppError `*-malformed` unless the tar and its bytes end here. */
  end(): Promise<void>;
  close(): Promise<void>;
}

/** @param kind what is read, as its refusals name it */
export function readTar(bytes: AsyncIterable<Uint8Array>, kind: "package" | "proof" = "package"): TarReader {
  const malformed = (why: string) => refusal(`${kind}-malformed`, why);
  const input = pieces(bytes, malformed);
  const requireZeros = (padding: Uint8Array) => {
    if (padding.some((byte) => byte !== 0)) throw malformed("padding is not zero");
  };
  return {
    async *member(name, maxBytes) {
      const size = sizeIn(await input.exactly(block), name);
      if (size === undefined) throw malformed(`no plain ${name} here`);
      if (size > maxBytes) throw new AppError(`${kind}-too-large`);
      for (let left = size; left > 0; ) {
        const chunk = await input.atMost(left);
        left -= chunk.length;
        yield chunk;
      }
      requireZeros(await input.exactly(padding(size)));
    },
    async end() {
      requireZeros(await input.exactly(2 * block));
      await input.end();
    },
    close: () => input.close(),
  };
}

/** A name, in one folder at most. */
const memberName = /^(?=.{1,99}$)(?:[a-z]+\/)?[a-z0-9]+(?:\.[a-z0-9]+)*$/;

function header(name: string, size: number): Buffer {
  if (!memberName.test(name) || size > maxSize) throw new Error("not a member of a package");
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0);
  bytes.write(octal(0o600, 8), 100);
  bytes.write(octal(0, 8), 108);
  bytes.write(octal(0, 8), 116);
  bytes.write(octal(size, 12), 124);
  bytes.write(octal(0, 12), 136);
  bytes.write("0", 156);
  bytes.write("ustar\u000000", 257);
  // The sum counts its own field as spaces (POSIX pax, "ustar Interchange Format").
  const sum = bytes.reduce((total, byte) => total + byte, 8 * 0x20);
  bytes.write(`${octal(sum, 7)} `, 148);
  return bytes;
}

/** `length` bytes: octal digits and a NUL. */
function octal(value: number, length: number): string {
  return `${value.toString(8).padStart(length - 1, "0")}\0`;
}

/** The size in a header, if it is the one header this name and size can have. */
function sizeIn(bytes: Buffer, name: string): number | undefined {
  const digits = bytes.toString("latin1", 124, 135);
  if (!/^[0-7]{11}$/.test(digits)) return undefined;
  const size = Number.parseInt(digits, 8);
  return header(name, size).equals(bytes) ? size : undefined;
}

function padding(size: number): number {
  return (block - (size % block)) % block;
}

function refusal(code: ErrorCode, why: string): AppError {
  return new AppError(code, {}, { cause: new Error(why) });
}

/** Pulls a byte stream in the pieces the reader asks for. Holds one chunk. */
function pieces(bytes: AsyncIterable<Uint8Array>, malformed: (why: string) => AppError) {
  const iterator = bytes[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  async function fill(): Promise<boolean> {
    while (held.length === 0) {
      const { done, value } = await iterator.next();
      if (done === true) return false;
      held = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
    return true;
  }

  async function atMost(length: number): Promise<Buffer> {
    if (!(await fill())) throw malformed("ends too early");
    const taken = held.subarray(0, length);
    held = held.subarray(taken.length);
    return taken;
  }

  return {
    atMost,
    async exactly(length: number): Promise<Buffer> {
      const parts: Buffer[] = [];
      for (let left = length; left > 0; ) {
        const part = await atMost(left);
        parts.push(part);
        left -= part.length;
      }
      return Buffer.concat(parts);
    },
    async end(): Promise<void> {
      if (await fill()) throw malformed("goes on after its end");
    },
    async close(): Promise<void> {
      await iterator.return?.();
    },
  };
}
