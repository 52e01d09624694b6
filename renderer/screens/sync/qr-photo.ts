/** @file Reads a QR code out of a photo, in the page: the photo goes nowhere. */
import decodeQR from "qr/decode.js";

/** Larger photos are scaled down: decoding time grows with the area, and a code needs few pixels. */
const longestSide = 1600;

/** The text of the code; undefined when none was found. Rejects when the file is not a picture. */
export async function readQrPhoto(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.ceil(bitmap.width * scale), Math.ceil(bitmap.height * scale));
  const context = canvas.getContext("2d");
  if (context === null) return undefined;
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return undefined; // The library throws when there is no code.
  }
}
