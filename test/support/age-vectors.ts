/** @file The C2SP test vectors for age (npm `cctv-age`), read. */
import { createRequire } from "node:module";
import { ReadableStream } from "node:stream/web";
import { inflateSync } from "node:zlib";
import { armor, Decrypter } from "age-encryption";
import { openAge } from "../../electron/crypto/age.ts";
import { sha256 } from "../../electron/crypto/hash.ts";
import { AppError } from "../../shared/errors.ts";
import { inPieces } from "./office.ts";

export interface AgeVector {
  readonly name: string;
  /** Each key may come several times. */
  readonly header: ReadonlyMap<string, readonly string[]>;
  readonly file: Buffer;
}

export function ageVectors(): AgeVector[] {
  // CommonJS without named exports that an import could see.
  const require = createRequire(import.meta.url);
  const vectors = require("cctv-age") as Readonly<Record<string, Uint8Array>>;
  return Object.entries(vectors).map(([name, bytes]) => ({ name, ...readVector(Buffer.from(bytes)) }));
}

function readVector(bytes: Buffer): Omit<AgeVector, "name"> {
  const split = bytes.indexOf("\n\n");
  const header = new Map<string, string[]>();
  for (const line of bytes.subarray(0, split).toString("utf8").split("\n")) {
    const [key = "", value = ""] = line.split(/: (.*)/s);
    header.set(key, [...(header.get(key) ?? []), value]);
  }
  const body = bytes.subarray(split + 2);
  return { header, file: header.get("compressed")?.[0] === "zlib" ? inflateSync(body) : body };
}

/** What the library gets wrong about a vector; undefined when its verdict and every byte it releases are right. */
export async function libraryFault({ header, file }: AgeVector): Promise<string | undefined> {
  const { isWhole, released } = await tryLibrary(header, file);
  const expected = header.get("expect")?.[0];
  if (isWhole !== (expected === "success")) return `${expected}, but ${isWhole ? "opened" : "refused"}`;
  const digest = header.get("payload")?.[0];
  if (isWhole && digest !== undefined && sha256(released).toString("hex") !== digest) return "another payload";
  return expected === "header failure" && released.length > 0 ? "released bytes of a bad header" : undefined;
}

async function tryLibrary(header: AgeVector["header"], file: Buffer) {
  const released: Uint8Array[] = [];
  try {
    const decrypter = new Decrypter();
    for (const identity of header.get("identity") ?? []) decrypter.addIdentity(identity);
    for (const passphrase of header.get("passphrase") ?? []) decrypter.addPassphrase(passphrase);
    const bytes = header.has("armored") ? armor.decode(file.toString("utf8")) : file;
    const stream = ReadableStream.from(inPieces(bytes, 50_000)) as unknown as globalThis.ReadableStream<Uint8Array>;
    const opened = (await decrypter.decrypt(stream)) as unknown as ReadableStream<Uint8Array>;
    for await (const chunk of opened) released.push(chunk);
    return { isWhole: true, released: Buffer.concat(released) };
  } catch {
    return { isWhole: false, released: Buffer.concat(released) };
  }
}

const codes: Readonly<Record<string, string | undefined>> = {
  success: undefined,
  "no match": "package-wrong-recipient",
  "header failure": "package-not-age",
  "HMAC failure": "package-not-age",
  "payload failure": "package-damaged",
};

/** Whether our door speaks of such files at all: binary, and for one X25519 key. */
export function isForOurDoor({ header }: AgeVector): boolean {
  const identity = header.get("identity")?.[0];
  const isPlain = !header.has("armored") && !header.has("passphrase");
  return isPlain && identity?.startsWith("AGE-SECRET-KEY-1") === true;
}

/** What {@link openAge} gets wrong about a vector; undefined when its refusal is the right one. */
export async function doorFault({ name, header, file }: AgeVector): Promise<string | undefined> {
  const { code } = await opening(file, header.get("identity")?.[0] ?? "");
  // Cut off right after the header: the vectors count the nonce to it, the user meets a file cut short.
  const isCut = name === "stream_no_nonce" || name === "stream_short_nonce";
  const expected = isCut ? "package-damaged" : codes[header.get("expect")?.[0] ?? ""];
  return code === expected ? undefined : `${String(code)} instead of ${expected}`;
}

/** What came out before the end or the failure, and the failure's code. */
export async function opening(sealed: Uint8Array, identity: string) {
  const released: Uint8Array[] = [];
  try {
    for await (const chunk of openAge(inPieces(sealed, 10_000), [identity])) released.push(chunk);
    return { released: Buffer.concat(released), code: undefined };
  } catch (error) {
    return { released: Buffer.concat(released), code: error instanceof AppError ? error.code : String(error) };
  }
}
