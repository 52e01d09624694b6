/**
 * @file A picture before it is sealed: how large it would be when shown, and, on request, the same
 * picture without what else its file says: place, time, device, previews, hidden text. The compressed
 * pixels are never touched. Pure.
 */
import type { AttachmentType } from "../../shared/model/attachment.ts";
import { measureJpeg, stripJpeg } from "./jpeg.ts";
import { measurePng, stripPng } from "./png.ts";
import { checkSize, type Size } from "./size.ts";
import { measureWebp, stripWebp } from "./webp.ts";

/** For each type of picture; both throw AppError `attachment-picture` where the file is not built as it should be. */
const formats = {
  "image/jpeg": { measure: measureJpeg, strip: stripJpeg },
  "image/png": { measure: measurePng, strip: stripPng },
  "image/webp": { measure: measureWebp, strip: stripWebp },
} as const satisfies Partial<
  Record<AttachmentType, { measure: (bytes: Buffer) => Size; strip: (bytes: Buffer) => Buffer }>
>;
export type PictureType = keyof typeof formats;

export function isPicture(type: AttachmentType): type is PictureType {
  return Object.hasOwn(formats, type);
}

/** Refuse what would fill the memory when shown. @throws AppError `attachment-pixels`, `attachment-picture` */
export function checkPixels(type: PictureType, bytes: Buffer): void {
  checkSize(formats[type].measure(bytes));
}

/** The picture without its metadata; it stays the right way up. @throws AppError `attachment-picture` */
export function stripMetadata(type: PictureType, bytes: Buffer): Buffer {
  return formats[type].strip(bytes);
}
