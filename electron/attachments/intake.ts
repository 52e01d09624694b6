/**
 * @file Judges a file as it comes in, before any of it is written: what it is, whether it may be filed
 * as that, how large it is and how large it would be when shown (security.md T12, ASVS 5.2).
 */
import { AppError } from "../../shared/errors.ts";
import { type AttachmentType, attachmentLimits, type FileKind, typesOfKind } from "../../shared/model/attachment.ts";
import { checkPixels, isPicture, stripMetadata } from "./picture.ts";
import { recognise, recognisedBytes } from "./recognise.ts";

type Body = AsyncIterable<Uint8Array>;

export interface Accepted {
  readonly type: AttachmentType;
  /** What to seal. Throws AppError `attachment-too-large` where it goes on for too long. */
  readonly content: Body;
}

/**
 * Pictures are gathered and judged as a whole; anything else by its beginning, and then passes by.
 *
 * @param isStripped take out of a picture what it says besides its pixels
 * @throws AppError `attachment-*`
 */
export async function accept(kind: FileKind, isStripped: boolean, body: Body): Promise<Accepted> {
  const limit = kind === "recording" ? attachmentLimits.recordingBytes : attachmentLimits.fileBytes;
  const { type, content } = await recognised(limited(body, limit));
  const types: readonly AttachmentType[] = typesOfKind[kind];
  if (!types.includes(type)) throw new AppError("attachment-kind");
  if (isPicture(type)) {
    const picture = await gathered(content);
    checkPixels(type, picture);
    return { type, content: once(isStripped ? stripMetadata(type, picture) : picture) };
  }
  if (isStripped) throw new AppError("attachment-strip");
  return { type, content };
}

/** All of a body that is small enough. @throws AppError `attachment-too-large` */
export function wholeOf(body: Body, limit: number): Promise<Buffer> {
  return gathered(limited(body, limit));
}

/** The same bytes, refused when they become more than `limit`. */
async function* limited(body: Body, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > limit) throw new AppError("attachment-too-large", { limitMb: limit / 2 ** 20 });
    yield piece;
  }
}

/** What the first bytes say, and all bytes from the first on. @throws AppError as {@link recognise} */
async function recognised(body: Body): Promise<Accepted> {
  const iterator = body[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  for (let bytes = 0; bytes < recognisedBytes; ) {
    const next = await iterator.next();
    if (next.done === true) break;
    head.push(next.value);
    bytes += next.value.length;
  }
  const first = Buffer.concat(head);
  async function* content() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { type: recognise(first.subarray(0, recognisedBytes)), content: content() };
}

async function gathered(body: Body): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Bytes that are all there, as a body. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
