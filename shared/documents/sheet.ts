/**
 * @file A document as elements, and as the whole page a browser prints: no script, nothing loaded,
 * its style in the page. The same for the PDF and for paper.
 */
import type { Level } from "../model/primitives.ts";
import type { Grade } from "../packs/match-matrix.ts";
import type { DocumentBlock, DrawnDocument, Marked, Signature } from "./document.ts";
import { sheetStyle } from "./style.ts";
import { type Element, el, htmlOf, type Node } from "./tree.ts";

/** What the page may do, wherever it is opened: show itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A complete HTML page. Every text of the document is escaped. */
export function documentHtml(document: DrawnDocument): string {
  const head = [
    el("meta", { charset: "utf-8" }),
    el("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    el("title", {}, document.title),
  ];
  // The text of a style element is not escaped as other text is: sheetStyle has no "<".
  const style = `<style>${sheetStyle(document)}</style>`;
  const body = htmlOf(el("body", {}, documentSheet(document)));
  const { language } = document.origin;
  return `<!doctype html><html lang="${language}"><head>${head.map(htmlOf).join("")}${style}</head>${body}</html>`;
}

/** The content of the page's body. */
export function documentSheet({ title, sections }: Pick<DrawnDocument, "title" | "sections">): Element {
  return el(
    "main",
    {},
    el("h1", {}, title),
    ...sections.map(({ heading, blocks }) =>
      el("section", {}, heading !== undefined && el("h2", {}, heading), ...blocks.map(drawBlock)),
    ),
  );
}

function drawBlock(block: DocumentBlock): Element {
  switch (block.kind) {
    case "paragraph":
      return el("p", {}, ...said(block));
    case "note":
      return el("p", { class: "note" }, block.text);
    case "basis":
      return el("div", { class: "basis" }, el("p", {}, block.text), block.record && hashed(block.record));
    case "hash":
      return hashed(block);
    case "facts":
      return el(
        "dl",
        {},
        ...block.facts.flatMap(({ label, values }) => [
          el("dt", {}, label),
          el("dd", {}, ...values.flatMap((value, index) => [index > 0 && "\u2002", el("span", {}, ...marked(value))])),
        ]),
      );
    case "items":
      return el("ol", {}, ...block.items.map((item) => el("li", {}, ...said(item))));
    case "points":
      return el(
        "div",
        { class: "points" },
        el("p", { class: "hint" }, block.hint),
        ...block.points.map((point) =>
          el("div", { class: "point" }, box(point.isTicked, point.mark), el("p", {}, ...said(point))),
        ),
      );
    case "table":
      return drawTable(block);
    case "sign":
      return el(
        "div",
        { class: "sign" },
        el("p", {}, ...said({ text: block.clause, source: block.source })),
        el("div", { class: "lines" }, ...block.signatures.map(drawSignature)),
      );
  }
}

function hashed({ label, sha256 }: { readonly label: string; readonly sha256: string }): Element {
  return el("p", {}, label, el("br", {}), el("span", { class: "hash" }, sha256));
}

/** A text, and in small type where it comes from. */
function said({ text, source }: { readonly text: string; readonly source?: string | undefined }): (Node | false)[] {
  return [text, source !== undefined && el("span", { class: "source" }, source)];
}

function drawTable({ head, rows }: DocumentBlock & { readonly kind: "table" }): Element {
  const number = (index: number): Record<string, string> => (head[index]?.isNumber ? { class: "number" } : {});
  return el(
    "table",
    {},
    el("thead", {}, el("tr", {}, ...head.map(({ text }, index) => el("th", { scope: "col", ...number(index) }, text)))),
    el(
      "tbody",
      {},
      ...rows.map((row) => el("tr", {}, ...row.map((cell, index) => el("td", number(index), ...marked(cell))))),
    ),
  );
}

function drawSignature({ who, dateLabel, signed }: Signature): Element {
  return el(
    "div",
    { class: "signature" },
    el("div", { class: "who" }, who),
    el("div", { class: "line" }, signed?.png !== undefined && picture(signed.png, signed.how)),
    el("div", { class: "date" }, dateLabel, el("span", { class: "day" }, signed?.day ?? "")),
    signed !== undefined && el("div", { class: "how" }, signed.how),
    signed !== undefined && el("div", { class: "hash" }, "SHA-256", el("br", {}), signed.sha256),
  );
}

function picture(png: string, alt: string): Element {
  return el("img", { src: `data:image/png;base64,${png}`, alt });
}

function marked({ text, level, grade }: Marked): (Node | false)[] {
  return [level !== undefined && stair(level), grade !== undefined && diamonds(grade), text];
}
/** Ticked or not, by its shape and, for those who cannot see it, by a word. */
function box(isTicked: boolean, word: string): Element {
  const tick = el("path", { d: "M3 7l3 3 5-7", fill: "none", stroke: "#000", "stroke-width": "1.6" });
  const frame = el("rect", { x: "1", y: "1", width: "11", height: "11", fill: "none", stroke: "#000" });
  return el("svg", { class: "box", viewBox: "0 0 13 13", role: "img", "aria-label": word }, frame, isTicked && tick);
}

const levels: Readonly<Record<Level, number>> = { C1_LOWEST: 1, C1: 1, C2: 2, C3: 3, C4: 4, C5: 5 };
const five = [0, 1, 2, 3, 4] as const;
const filled = (isOn: boolean) => ({ fill: isOn ? "#000" : "#fff", stroke: "#000", "stroke-width": "0.6" });

/** As on the screens: five rising bars; the lowest class has the octagon besides. */
function stair(level: Level): Element {
  const bars = five.map((step) => {
    const place = { x: String(0.3 + step * 4.4), y: String(9 - step * 2), width: "3.2", height: String(3 + step * 2) };
    return el("rect", { ...place, ...filled(step < levels[level]) });
  });
  const isLowest = level === "C1_LOWEST";
  const octagon = el("path", { d: "M28 1.5h4.5l3 3v4.5l-3 3h-4.5l-3-3v-4.5z", fill: "none", stroke: "#000" });
  const cross = el("path", { d: "M28 4.5l4.5 4.5M32.500 4.500l-4.500 4.500", fill: "none", stroke: "#000" });
  const box = { viewBox: `0 0 ${isLowest ? 37 : 22} 13`, class: isLowest ? "mark wide" : "mark" };
  return el("svg", { ...box, "aria-hidden": "true" }, ...bars, isLowest && octagon, isLowest && cross);
}

/** As on the screens: five equal diamonds. */
function diamonds(grade: Grade): Element {
  const shapes = five.map((slot) =>
    el("path", { d: `M${3 + slot * 6} 3.2l2.6 2.9-2.6 2.9-2.6-2.9z`, ...filled(slot < Number(grade[1])) }),
  );
  return el("svg", { viewBox: "0 0 30 12", class: "mark wide", "aria-hidden": "true" }, ...shapes);
}
