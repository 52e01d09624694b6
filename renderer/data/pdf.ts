/**
 * @file A PDF as pages to draw, by way of a frame that reaches nothing, see [Note: PDF
 * frame]. Everything the frame says is parsed.
 */
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { openStream } from "../bridge.ts";
import { pdfFolders, type ToFrame } from "../pdf-frame/messages.ts";

const Ask = z.int().min(0);
const Size = z.number().positive().max(100_000);
const FromFrame = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("opened"), pages: z.int().min(1).max(100_000) }),
  z.object({ kind: z.literal("refused"), why: z.enum(["password", "damaged"]) }),
  z.object({
    kind: z.literal("drawn"),
    ask: Ask,
    bitmap: z.custom<ImageBitmap>((value) => value instanceof ImageBitmap),
    width: Size,
    height: Size,
    text: z.string(),
  }),
  z.object({ kind: z.literal("blank"), ask: Ask }),
  z.object({
    kind: z.literal("need"),
    ask: Ask,
    folder: z.enum(pdfFolders),
    /** No dot but the one before the ending: no way out of the folder. */
    name: z.string().regex(/^[\w-]{1,60}\.\w{1,8}$/),
  }),
]);
type FromFrame = z.infer<typeof FromFrame>;

/** A page as drawn. `width` and `height` are at 72 pixels to the inch, whatever the bitmap has. */
export type PdfPage = Pick<FromFrame & { kind: "drawn" }, "bitmap" | "width" | "height" | "text">;

export interface PdfDocument {
  readonly pages: number;
  /**
   * Draw a page, counted from 1; `scale` 1 is 72 pixels to the inch.
   *
   * @throws AppError `pdf-page` when the page cannot be drawn, `cancelled` once closed
   */
  readonly draw: (page: number, scale: number) => Promise<PdfPage>;
  /** Takes the frame away, and with it every trace of the file. */
  readonly close: () => void;
}

/**
 * Open a PDF.
 *
 * @param bytes handed over: empty afterwards
 * @throws AppError `pdf-password`, `pdf-damaged`; `cancelled` when aborted
 */
export async function openPdf(bytes: ArrayBuffer, signal: AbortSignal): Promise<PdfDocument> {
  if (signal.aborted) throw new AppError("cancelled");
  const frame = makeFrame();
  const { port1: port, port2: theirs } = new MessageChannel();
  const drawing = new Map<number, PromiseWithResolvers<PdfPage>>();
  const opened = Promise.withResolvers<number>();
  const say = (message: ToFrame, transfer: Transferable[] = []) => port.postMessage(message, transfer);

  function close(): void {
    port.close();
    frame.remove();
    const cancelled = new AppError("cancelled");
    opened.reject(cancelled);
    for (const { reject } of drawing.values()) reject(cancelled);
    drawing.clear();
  }

  function hear(message: FromFrame): void {
    switch (message.kind) {
      case "opened":
        opened.resolve(message.pages);
        break;
      case "refused":
        opened.reject(new AppError(message.why === "password" ? "pdf-password" : "pdf-damaged"));
        break;
      case "drawn":
        drawing.get(message.ask)?.resolve(message);
        break;
      case "blank":
        drawing.get(message.ask)?.reject(new AppError("pdf-page"));
        break;
      case "need":
        void hand(message.ask, `/pdf/${message.folder}/${message.name}`);
    }
  }

  /** A part of pdf.js from our own build. */
  async function hand(ask: number, path: string): Promise<void> {
    try {
      const part = await (await openStream(path, { signal })).arrayBuffer();
      say({ kind: "file", ask, bytes: part }, [part]);
    } catch {
      say({ kind: "file", ask });
    }
  }

  port.onmessage = ({ data }) => {
    const message = FromFrame.safeParse(data);
    if (message.success) hear(message.data);
  };
  frame.addEventListener("load", () => {
    // An opaque origin has no name to address; the frame can be nothing but ours (`frame-src`).
    frame.contentWindow?.postMessage(null, "*", [theirs]);
    say({ kind: "open", bytes }, [bytes]);
  });
  signal.addEventListener("abort", close);
  document.body.append(frame);
  try {
    const pages = await opened.promise;
    let asked = 0;
    return {
      pages,
      close,
      draw(page, scale) {
        const ask = asked++;
        const drawn = Promise.withResolvers<PdfPage>();
        drawing.set(ask, drawn);
        say({ kind: "draw", ask, page, scale });
        return drawn.promise.finally(() => drawing.delete(ask));
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

function makeFrame(): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.sandbox.add("allow-scripts"); // and nothing else: the origin is opaque
  frame.src = "/pdf.html";
  frame.title = "PDF";
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  frame.className = "sb-hidden";
  return frame;
}
