/**
 * @file What the page and the PDF frame say to each other over one message port.
 *
 * [Note: PDF frame]
 *
 * A PDF is a program of a stranger's making, and pdf.js is half a million lines that
 * read it. It runs in a frame of its own: opaque origin (`sandbox="allow-scripts"`), no
 * network, no storage, no eval, its whole code in the one document (build/pdf-frame.ts).
 * So it reaches no cookie, no bridge and no other client's page. The page hands it the
 * file's bytes and gets pixels and text back, which it shows by its own means; character
 * maps and fonts come from our own build through the page, by name. What the frame says
 * is checked like anything else from outside.
 */

/** Folders of pdfjs-dist that the build ships below `/pdf/`. */
export const pdfFolders = ["cmaps", "standard_fonts", "wasm"] as const;
export type PdfFolder = (typeof pdfFolders)[number];

/** From the page. `ask` numbers a question; the answer repeats it. */
export type ToFrame =
  | { readonly kind: "open"; readonly bytes: ArrayBuffer }
  /** Draw one page, counted from 1. `scale` 1 is 72 pixels to the inch. */
  | { readonly kind: "draw"; readonly ask: number; readonly page: number; readonly scale: number }
  /** What the frame needed; without bytes there is no such file. */
  | { readonly kind: "file"; readonly ask: number; readonly bytes?: ArrayBuffer };

/** From the frame, see data/pdf.ts for its schema. */
export type FromFrame =
  | { readonly kind: "opened"; readonly pages: number }
  | { readonly kind: "refused"; readonly why: "password" | "damaged" }
  /** `width` and `height` at scale 1; the bitmap may be smaller than asked. */
  | {
      readonly kind: "drawn";
      readonly ask: number;
      readonly bitmap: ImageBitmap;
      readonly width: number;
      readonly height: number;
      readonly text: string;
    }
  | { readonly kind: "blank"; readonly ask: number }
  | { readonly kind: "need"; readonly ask: number; readonly folder: PdfFolder; readonly name: string };
