/** @file A document as HTML: whatever its words are, they stay words. */
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { buildDocument } from "../../../shared/documents/build.ts";
import { documentKinds } from "../../../shared/documents/inputs.ts";
import { documentHtml } from "../../../shared/documents/sheet.ts";
import { cssText } from "../../../shared/documents/style.ts";
import { htmlOf } from "../../../shared/documents/tree.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { sampleContext, sampleDocument, sampleInput } from "../../support/documents.ts";

/** All the elements a document may have, written out: none of them runs or loads anything. */
const tags =
  "html head meta title style body main section h1 h2 p span dl dt dd ol li div table thead tbody tr th td br img svg path rect";
const attributes =
  "lang charset http-equiv content class scope src alt role viewBox aria-label aria-hidden d x y width height fill stroke stroke-width";

/** Apart into tags and texts, as the standard has it while no text holds a bare "<". */
function parts(html: string): { tags: string[]; names: string[]; text: string } {
  const found = { tags: [] as string[], names: [] as string[], text: "" };
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith("<")) found.text += decoded(piece);
    else if (piece !== "<!doctype html>") {
      found.tags.push(/^<\/?([a-z0-9]+)/i.exec(piece)?.[1] ?? piece);
      const inside = piece.replaceAll(/="[^"]*"/g, "");
      found.names.push(
        ...inside
          .split(/\s+/)
          .slice(1)
          .map((name) => name.replace(/\/?>$/, ""))
          .filter(Boolean),
      );
    }
  }
  return found;
}

function decoded(text: string): string {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#13": "\r" };
  return text.replaceAll(/&([a-z]+|#\d+);/g, (whole, name: string) => entities[name] ?? whole);
}

const hostile = [
  "</style><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  "<!--",
  "]]>",
  "&lt;b&gt;",
  "javascript:alert(1)",
  "\u2028\u0000\r\n",
  "\\0022 } @import url(//x);",
  "𝟘𠮷\ud800",
];
const anyText = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary", maxLength: 40 }), fc.string());

describe("any words", () => {
  it("appear as they are, and make no element, attribute or style", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...documentKinds), fc.constantFrom(...languages), (text, kind, language) => {
        const input = sampleInput(kind, 1, () => text);
        const context = { ...sampleContext(language), institution: text, clientNo: text };
        const html = documentHtml(buildDocument(kind, input, context));
        const [head = "", style = "", body = ""] = html.split(/<style>|<\/style>/);
        expect(html.split("<style").length).toBe(2);
        expect(style).not.toContain("<");
        const found = parts(head + body);
        expect(found.tags.filter((tag) => !tags.split(" ").includes(tag))).toEqual([]);
        expect(found.names.filter((name) => !attributes.split(" ").includes(name))).toEqual([]);
        expect(found.text).toContain(text.toWellFormed().replaceAll("\0", "\uFFFD"));
        expect(html).toContain('<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;');
      }),
      { numRuns: 400 },
    );
  });

  it("read the same as a CSS string, and never end it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const css = cssText(text);
        const inside = css.slice(1, -1);
        expect(inside).toMatch(/^(?:[\p{L}\p{N}]|\\[0-9a-f]{1,6} )*$/u);
        // CSS Syntax 4.3.7: an escape is up to six digits and one space.
        const read = inside.replaceAll(/\\([0-9a-f]{1,6}) /g, (_, digits: string) =>
          String.fromCodePoint(Number.parseInt(digits, 16)),
        );
        expect(read).toBe(text.toWellFormed().replaceAll("\0", "\uFFFD"));
      }),
    );
  });
});

test("names of tags and attributes cannot come from words", () => {
  expect(() => htmlOf({ tag: "p onload=x", attributes: {}, children: [] })).toThrow("not a name");
  expect(() => htmlOf({ tag: "p", attributes: { "a=b c": "" }, children: [] })).toThrow("not a name");
});

test("levels and grades keep their shape beside their word", () => {
  const html = documentHtml(sampleDocument("match-confirmation", "zh-CN"));
  const shapes = [...html.matchAll(/<svg[^>]*>(.*?)<\/svg>/g)].map(([, inside = ""]) => inside);
  const filled = shapes.map((shape) => shape.match(/fill="#000"/g)?.length ?? 0);
  // C3 is three bars of five, R4 four diamonds of five; the boxes to tick are empty.
  expect(filled.slice(0, 2)).toEqual([3, 4]);
  expect(filled.slice(2).every((n) => n === 0)).toBe(true);
});

test("the lowest class has its octagon", () => {
  const input = sampleInput("match-confirmation");
  const lowest = { ...input, values: { ...input.values, level: "C1_LOWEST" } };
  const shapes = (values: typeof input) =>
    documentHtml(buildDocument("match-confirmation", values, sampleContext("en"))).match(/<path d="M28 /g)?.length ?? 0;
  expect([shapes(input), shapes(lowest)]).toEqual([0, 2]);
});
