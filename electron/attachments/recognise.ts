/**
 * @file What a file is, by its first bytes; its name and the sender's word count for nothing
 * (security.md T12, ASVS 5.2.2). A list of what is let in; what is often tried is refused by name. Pure.
 */
import { AppError, type ErrorCode } from "../../shared/errors.ts";
import type { AttachmentType } from "../../shared/model/attachment.ts";

/** So many bytes decide; a shorter file is judged by what it has. */
export const recognisedBytes = 1024;

/**
 * The type of a file that begins with `head`.
 *
 * @throws AppError `attachment-empty`, `attachment-markup`, `attachment-archive`, `attachment-program`, `attachment-type`
 */
export function recognise(head: Buffer): AttachmentType {
  if (head.length === 0) throw new AppError("attachment-empty");
  const found = allowed.find(({ fits }) => fits(head));
  if (found !== undefined) return found.type;
  throw new AppError(refused.find(({ fits }) => fits(head))?.code ?? "attachment-type");
}

const ascii = (text: string, at = 0) => {
  return (head: Buffer) => head.toString("latin1", at, at + text.length) === text;
};
const hex = (digits: string, at = 0) => {
  return (head: Buffer) => head.toString("hex", at, at + digits.length / 2) === digits;
};

const allowed: readonly { readonly type: AttachmentType; readonly fits: (head: Buffer) => boolean }[] = [
  { type: "image/jpeg", fits: hex("ffd8ff") },
  { type: "image/png", fits: hex("89504e470d0a1a0a") },
  { type: "image/webp", fits: (head) => ascii("RIFF")(head) && ascii("WEBPVP8", 8)(head) },
  // At the very start: readers that look for it further on are how one file is taken for two.
  { type: "application/pdf", fits: ascii("%PDF-") },
  { type: "audio/webm", fits: isWebmAudio },
  { type: "audio/wav", fits: (head) => ascii("RIFF")(head) && ascii("WAVE", 8)(head) },
  { type: "audio/mpeg", fits: (head) => ascii("ID3")(head) || isMpegFrame(head) },
  { type: "audio/mp4", fits: (head) => ascii("ftyp", 4)(head) && mp4Brands.has(head.toString("latin1", 8, 12)) },
];

/** What phones and recorders write for sound; HEIC pictures and most films have others. */
const mp4Brands: ReadonlySet<string> = new Set(["M4A ", "M4B ", "mp42", "isom", "iso5", "dash"]);

/** EBML with document type webm, and no film announced. */
function isWebmAudio(head: Buffer): boolean {
  const hasFilm = ["V_VP8", "V_VP9", "V_AV1"].some((codec) => head.includes(codec));
  return hex("1a45dfa3")(head) && head.subarray(0, 64).includes("webm") && !hasFilm;
}

/** A frame header of layer III with a bit rate and a sample rate that exist. */
function isMpegFrame(head: Buffer): boolean {
  const [sync = 0, version = 0, rates = 0] = head;
  const isLayer3 = sync === 0xff && (version & 0xe6) === 0xe2;
  const isKnownVersion = (version & 0x18) !== 0x08;
  return isLayer3 && isKnownVersion && rates >> 4 !== 15 && rates >> 4 !== 0 && (rates & 0x0c) !== 0x0c;
}

const refused: readonly { readonly code: ErrorCode; readonly fits: (head: Buffer) => boolean }[] = [
  { code: "attachment-markup", fits: isMarkup },
  { code: "attachment-archive", fits: hex("504b0304") }, // zip, and so docx, xlsx, jar, apk
  { code: "attachment-archive", fits: hex("504b0506") },
  { code: "attachment-archive", fits: ascii("Rar!") },
  { code: "attachment-archive", fits: hex("377abcaf271c") },
  { code: "attachment-archive", fits: hex("1f8b") },
  { code: "attachment-archive", fits: ascii("BZh") },
  { code: "attachment-archive", fits: hex("fd377a585a00") },
  { code: "attachment-archive", fits: hex("d0cf11e0a1b11ae1") }, // doc, xls, msi
  { code: "attachment-archive", fits: ascii("ustar", 257) },
  { code: "attachment-program", fits: ascii("MZ") },
  { code: "attachment-program", fits: hex("7f454c46") },
  { code: "attachment-program", fits: hex("cafebabe") },
  { code: "attachment-program", fits: hex("cffaedfe") },
  { code: "attachment-program", fits: hex("0061736d") },
  { code: "attachment-program", fits: ascii("#!") },
  { code: "attachment-program", fits: hex("4c0000000114020000000000c000000000000046") }, // a Windows shortcut
];

/** A tag where text would begin, in UTF-8 or UTF-16, with or without a byte order mark. */
function isMarkup(head: Buffer): boolean {
  const text = head.toString("latin1").replaceAll("\0", "");
  return /^(?:ï»¿|ÿþ|þÿ)?\s*<[!?a-z]/i.test(text);
}
