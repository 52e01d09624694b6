/**
 * @file A document onto paper, by the system's own print dialog. It is put together element by
 * element in a frame that nobody sees: markup is never written as text, see [Note: Content security
 * policy], and the page's own style stays out of it.
 */
import type { PrintDocument } from "../../shared/documents/document.ts";
import { documentSheet } from "../../shared/documents/sheet.ts";
import { sheetStyle } from "../../shared/documents/style.ts";
import type { Node as SheetNode } from "../../shared/documents/tree.ts";

/** Opens the print dialog; resolves when it is closed. */
export async function printOnPaper(document: PrintDocument): Promise<void> {
  const frame = window.document.createElement("iframe");
  frame.title = document.title;
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  frame.className = "sb-hidden";
  window.document.body.append(frame);
  try {
    await fill(frame, document);
    const closed = Promise.withResolvers<void>();
    frame.contentWindow?.addEventListener("afterprint", () => closed.resolve());
    frame.contentWindow?.print();
    await closed.promise;
  } finally {
    frame.remove();
  }
}

async function fill(
  { contentWindow, contentDocument: page }: HTMLIFrameElement,
  document: PrintDocument,
): Promise<void> {
  if (page === null || contentWindow === null) throw new Error("a frame without a page");
  // Of the frame's own realm, or its document refuses it.
  const { CSSStyleSheet } = contentWindow as Window & typeof globalThis;
  const style = new CSSStyleSheet();
  style.replaceSync(sheetStyle(document));
  page.adoptedStyleSheets = [style];
  page.documentElement.lang = document.origin.language;
  page.title = document.title;
  page.body.replaceChildren(domOf(documentSheet(document), page));
  await Promise.all(Array.from(page.images, (image) => image.decode()));
}

const drawn = new Set(["svg", "path", "rect"]);

function domOf(node: SheetNode, page: Document): Node {
  if (typeof node === "string") return page.createTextNode(node);
  const { tag, attributes, children } = node;
  const space = drawn.has(tag) ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml";
  const element = page.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => domOf(child, page)));
  return element;
}
