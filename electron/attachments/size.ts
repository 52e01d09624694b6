/** @file How large a picture may be when shown. Pure. */
import { AppError } from "../../shared/errors.ts";
import { attachmentLimits } from "../../shared/model/attachment.ts";

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** @throws AppError `attachment-pixels`, and `attachment-picture` for a side of nothing */
export function checkSize({ width, height }: Size): void {
  if (width < 1 || height < 1) throw new AppError("attachment-picture");
  const { pixels, edge } = attachmentLimits;
  const isTooLarge = width * height > pixels || width > edge || height > edge;
  if (isTooLarge) throw new AppError("attachment-pixels", { width, height });
}
