/** @file Runs inside the PDF frame, see [Note: PDF frame]: bytes in, pages out. */
import { AnnotationMode, getDocument, type PDFDocumentProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
// Its half that parses, on this thread: the frame has a process of its own, and no worker needs an address.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import type { FromFrame, PdfFolder, ToFrame } from "./messages.ts";

/** A drawing stops growing here: 16 megapixels are 64 MB. */
const maxPixels = 16_000_000;
/** A picture inside a page larger than this is left out. */
const maxImagePixels = 100_000_000;

const folders: Readonly<Record<string, PdfFolder>> = {
  cMapUrl: "cmaps",
  standardFontDataUrl: "standard_fonts",
  wasmUrl: "wasm",
};

// The page's frame is drawn nowhere, so the browser would never call back.
window.requestAnimationFrame = (step) => window.setTimeout(() => step(performance.now()));

window.addEventListener(
  "message",
  ({ source, ports: [port] }) => {
    if (source === window.parent && port !== undefined) serve(port);
  },
  { once: true },
);

function serve(port: MessagePort): void {
  const files = new Map<number, (bytes: ArrayBuffer | undefined) => void>();
  let opening: Promise<PDFDocumentProxy> | undefined;

  const say = (message: FromFrame, transfer: Transferable[] = []) => port.postMessage(message, transfer);

  /** What pdf.js wants to read beside the file, asked of the page. */
  class FilesOfPage {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
      const folder = folders[kind];
      if (folder === undefined) throw new Error(`no folder for ${kind}`);
      const ask = files.size;
      const bytes = await new Promise<ArrayBuffer | undefined>((resolve) => {
        files.set(ask, resolve);
        say({ kind: "need", ask, folder, name: filename });
      });
      if (bytes === undefined) throw new Error(`no ${filename}`);
      return new Uint8Array(bytes);
    }
  }

  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (data.kind === "file") files.get(data.ask)?.(data.bytes);
    else if (data.kind === "open") {
      opening = openDocument(data.bytes, FilesOfPage);
      opening.then(
        ({ numPages }) => say({ kind: "opened", pages: numPages }),
        (error: unknown) => say({ kind: "refused", why: isPassword(error) ? "password" : "damaged" }),
      );
    } else {
      const { ask } = data;
      drawPage(opening, data).then(
        (drawn) => say({ kind: "drawn", ask, ...drawn }, [drawn.bitmap]),
        () => say({ kind: "blank", ask }),
      );
    }
  };
}

function openDocument(bytes: ArrayBuffer, BinaryDataFactory: new () => object): Promise<PDFDocumentProxy> {
  return getDocument({
    data: new Uint8Array(bytes),
    BinaryDataFactory,
    useWorkerFetch: false,
    disableWorkerRendering: true,
    maxImageSize: maxImagePixels,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}

type Drawn = Omit<FromFrame & { readonly kind: "drawn" }, "kind" | "ask">;

async function drawPage(
  opening: Promise<PDFDocumentProxy> | undefined,
  { page: number, scale }: ToFrame & { readonly kind: "draw" },
): Promise<Drawn> {
  if (opening === undefined) throw new Error("nothing is open");
  const page = await (await opening).getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const fitting = Math.min(scale, Math.sqrt(maxPixels / (width * height)));
  const viewport = page.getViewport({ scale: fitting });
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
  const bitmap = await createImageBitmap(canvas);
  return { bitmap, width, height, text: await textOf(page) };
}

/** What the page says, a line each, for those who cannot see it. */
async function textOf(page: Awaited<ReturnType<PDFDocumentProxy["getPage"]>>): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
}

function isPassword(error: unknown): boolean {
  return error instanceof Error && error.name === "PasswordException";
}
