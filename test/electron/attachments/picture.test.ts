/** @file Pictures are measured without decoding them, and cleaned without touching their pixels. */
import { crc32, deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orientationOf, orientationOnly } from "../../../electron/attachments/orientation.ts";
import { checkPixels, type PictureType, stripMetadata } from "../../../electron/attachments/picture.ts";
import { exifWithPlace, jpeg, jpegSegment, placeText, png, pngChunk, scanData, webp, webpChunk } from "./samples.ts";

const strip = (type: PictureType, bytes: Buffer) => stripMetadata(type, bytes);
const jpegExif = (tiff: Buffer) => jpegSegment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff]));

describe("a JPEG", () => {
  const iccProfile = jpegSegment(0xe2, "ICC_PROFILE\0\x01\x01colours");
  const adobe = jpegSegment(0xee, "Adobe\0\x64\0\0\0\0\x01");
  const talk = [
    jpegExif(exifWithPlace(1)),
    jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${placeText}</x>`),
    jpegSegment(0xed, `Photoshop 3.0\0${placeText}`),
    jpegSegment(0xe2, `MPF\0${placeText}`),
    jpegSegment(0xfe, placeText),
    jpegSegment(0xef, placeText),
  ];

  test("loses place and talk and keeps tables, colours and the very same pixels", () => {
    const before = Buffer.concat([jpeg({ extra: [...talk, iccProfile, adobe] }), Buffer.from(`film ${placeText}`)]);
    expect(before.includes(placeText)).toBe(true);
    const after = strip("image/jpeg", before);
    expect(after).toEqual(jpeg({ extra: [iccProfile, adobe] }));
    expect(after.includes(scanData)).toBe(true);
  });

  test.each([3, 6, 8])("stays the right way up: orientation %i", (orientation) => {
    const after = strip("image/jpeg", jpeg({ extra: [jpegExif(exifWithPlace(orientation))] }));
    expect(after).toEqual(jpeg({ extra: [jpegExif(orientationOnly(orientation))] }));
    expect(after.includes(placeText)).toBe(false);
  });

  test("with several scans keeps them all, and what is cut short is refused", () => {
    const scan = Buffer.concat([jpegSegment(0xc4, "table"), jpegSegment(0xda, "\x01\x01\0\0\x3f\0"), scanData]);
    const whole = jpeg();
    const progressive = Buffer.concat([whole.subarray(0, -2), scan, whole.subarray(-2)]);
    expect(strip("image/jpeg", progressive)).toEqual(progressive);
    for (let length = 2; length < whole.length; length++) {
      expect(() => strip("image/jpeg", whole.subarray(0, length))).toThrow("attachment-picture");
    }
  });
});

describe("a PNG", () => {
  const pixels = pngChunk("IDAT", deflateSync(Buffer.alloc(640 * 480)));
  const talk = [
    pngChunk("tEXt", `Comment\0${placeText}`),
    pngChunk("iTXt", `XML:com.adobe.xmp\0\0\0\0\0${placeText}`),
    pngChunk("zTXt", placeText),
    pngChunk("tIME", "1234567"),
    pngChunk("eXIf", exifWithPlace(1)),
    pngChunk("prVt", placeText),
  ];

  test("loses its words, time and place and keeps colours and the very same pixels", () => {
    const colours = pngChunk("gAMA", "\0\0\xb1\x8f");
    const before = Buffer.concat([png({ extra: [...talk, colours], pixels }), Buffer.from(placeText)]);
    expect(strip("image/png", before)).toEqual(png({ extra: [colours], pixels }));
  });

  test("stays the right way up, with a checksum that fits", () => {
    const after = strip("image/png", png({ extra: [pngChunk("eXIf", exifWithPlace(6))], pixels }));
    expect(after).toEqual(png({ extra: [pngChunk("eXIf", orientationOnly(6))], pixels }));
    const at = after.indexOf("eXIf");
    expect(after.readUInt32BE(at + 4 + 26)).toBe(crc32(after.subarray(at, at + 4 + 26)));
  });
});

describe("a WebP", () => {
  const pixels = webpChunk("VP8L", Buffer.from("2f7fc2770000", "hex"));
  const extended = (flags: number) => webpChunk("VP8X", Buffer.from([flags, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0]));

  test("loses Exif, XMP and unknown chunks, says so in its flags, and keeps the very same pixels", () => {
    const talk = [webpChunk("EXIF", exifWithPlace(1)), webpChunk("XMP ", placeText), webpChunk("TALK", placeText)];
    expect(strip("image/webp", webp(extended(0x2c), pixels, ...talk))).toEqual(webp(extended(0x20), pixels));
  });

  test("stays the right way up, whichever way its Exif data begins", () => {
    for (const prefix of ["", "Exif\0\0"]) {
      const exif = webpChunk("EXIF", Buffer.concat([Buffer.from(prefix), exifWithPlace(8)]));
      const expected = webp(extended(0x08), pixels, webpChunk("EXIF", orientationOnly(8)));
      expect(strip("image/webp", webp(extended(0x0c), pixels, exif))).toEqual(expected);
    }
  });
});

describe("the size of a picture", () => {
  const size = (width: number, height: number) => {
    const vp8x = Buffer.alloc(10);
    vp8x.writeUIntLE(width - 1, 4, 3);
    vp8x.writeUIntLE(height - 1, 7, 3);
    return {
      "image/jpeg": jpeg({ width, height }),
      "image/png": png({ width, height }),
      "image/webp": webp(webpChunk("VP8X", vp8x)),
    } as const;
  };
  const types = ["image/jpeg", "image/png", "image/webp"] as const;

  test.each(types)("%s: up to 40 million pixels and 16,384 a side, and no more", (type) => {
    for (const [width, height] of [
      [1, 1],
      [8000, 5000],
      [16_384, 2441],
    ] as const) {
      expect(checkPixels(type, size(width, height)[type])).toBeUndefined();
    }
    for (const [width, height] of [
      [8000, 5001],
      [16_385, 1],
      [1, 16_385],
      [50_000, 50_000],
    ] as const) {
      expect(() => checkPixels(type, size(width, height)[type])).toThrow("attachment-pixels");
    }
  });

  test("is read from every kind of WebP", () => {
    const lossy = Buffer.from("000000" + "9d012a" + "0040" + "0040", "hex");
    expect(() => checkPixels("image/webp", webp(webpChunk("VP8 ", lossy)))).toThrow("attachment-picture");
    const huge = Buffer.from("000000" + "9d012a" + "ff3f" + "ff3f", "hex");
    expect(() => checkPixels("image/webp", webp(webpChunk("VP8 ", huge)))).toThrow("attachment-pixels");
    const lossless = Buffer.from("2fffffff0f", "hex");
    expect(() => checkPixels("image/webp", webp(webpChunk("VP8L", lossless)))).toThrow("attachment-pixels");
  });

  test.each(types)("%s: whatever bytes follow the first, it is measured and cleaned or refused by name", (type) => {
    const start = { "image/jpeg": "ffd8ff", "image/png": "89504e470d0a1a0a", "image/webp": "52494646" }[type];
    const attempt = (work: () => unknown) => {
      try {
        work();
        return "fine";
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      }
    };
    const allowed = ["fine", "attachment-picture", "attachment-pixels"];
    const damaged = fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 12 })).map(([at, bytes]) => {
      const file = Buffer.from(size(640, 480)[type]);
      file.set(bytes.subarray(0, file.length - (at % file.length)), at % file.length);
      file.set(Buffer.from(start, "hex"));
      return file;
    });
    const random = fc
      .uint8Array({ minLength: 12, maxLength: 200 })
      .map((b) => Buffer.concat([Buffer.from(start, "hex"), b]));
    fc.assert(
      fc.property(fc.oneof(damaged, random), (file) => {
        expect(allowed).toContain(attempt(() => checkPixels(type, file)));
        expect(allowed).toContain(attempt(() => strip(type, file)));
      }),
    );
  });
});

test("an orientation is found in both byte orders, and anything unreadable is upright", () => {
  expect(orientationOf(orientationOnly(6))).toBe(6);
  expect(orientationOf(exifWithPlace(3))).toBe(3);
  expect(orientationOf(Buffer.from("4d4d002a000000080001011200030000000100090000", "hex"))).toBe(1);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      for (const order of ["II*\0", "MM\0*"]) {
        const found = orientationOf(Buffer.concat([Buffer.from(order, "latin1"), bytes]));
        expect(found).toBeGreaterThanOrEqual(1);
        expect(found).toBeLessThanOrEqual(8);
      }
    }),
  );
});
