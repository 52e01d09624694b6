/**
 * @file Names of files that came from outside, made safe to show and to save under on every
 * system (ASVS 5.3.2). The vault itself never uses them. Pure.
 */
import { AppError } from "../errors.ts";
import { type AttachmentType, attachmentLimits } from "./attachment.ts";

/** The endings a type may have; the first is given where none of them is there. */
const endings: Readonly<Record<AttachmentType, readonly [string, ...string[]]>> = {
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
  "audio/webm": ["webm"],
  "audio/wav": ["wav"],
  "audio/mpeg": ["mp3"],
  "audio/mp4": ["m4a", "mp4"],
};

/** Names that are devices on Windows, whatever ending follows. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?=\.|$)/i;

/**
 * What is left of a name: its last part without folders, without characters that are invisible, turn
 * the writing direction or mean something to a file system, and with the ending of what the file is,
 * so that nothing pretends to be something else.
 *
 * @throws AppError `attachment-name` when nothing is left
 */
export function safeFileName(raw: string, type: AttachmentType): string {
  const last = raw.normalize("NFC").split(/[/\\]/u).at(-1) ?? "";
  const visible = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replaceAll(/[<>:"|?*]/gu, "_")
    .replaceAll(/\s+/gu, " ");
  const bare = visible.replace(/^[\s.]+/u, "").replace(/[\s.]+$/u, "");
  if (bare === "") throw new AppError("attachment-name");
  const own = endings[type].find((ending) => bare.toLowerCase().endsWith(`.${ending}`));
  const ending = `.${own ?? endingOf(type)}`;
  const stem = own === undefined ? bare : bare.slice(0, -ending.length).replace(/[\s.]+$/u, "");
  const harmless = devices.test(stem) ? `_${stem}` : stem;
  return `${shortened(harmless, attachmentLimits.nameChars - ending.length)}${ending}`;
}

/** The ending a file of this type is given. */
export function endingOf(type: AttachmentType): string {
  return endings[type][0];
}

/** At most so many UTF-16 units, no character cut in two. */
function shortened(text: string, units: number): string {
  let result = "";
  for (const character of text) {
    if (result.length + character.length > units) break;
    result += character;
  }
  return result.trimEnd();
}
