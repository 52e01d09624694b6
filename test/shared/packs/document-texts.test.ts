/** @file The document texts that ship: sound, complete, set as design.md asks, without a promise; and every planted fault is found. */
import { describe, expect, it, test } from "vitest";
import { documentKinds } from "../../../shared/documents/inputs.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { packDifferences } from "../../../shared/packs/differences.ts";
import { checkDocumentTexts } from "../../../shared/packs/document-check.ts";
import type { DocumentTexts, TextBlock } from "../../../shared/packs/document-texts.ts";
import { parsePackOf } from "../../../shared/packs/library.ts";
import { shippedTexts } from "../../support/documents.ts";
import { breachesOf, ruleNames, sentencesIn } from "../../support/typography.ts";

const pack = shippedTexts();
const sentences = sentencesIn("pack", pack);
const blocksOf = (kind: keyof DocumentTexts["documents"]) => pack.documents[kind].sections.flatMap((s) => s.blocks);
const citesOf = (block: TextBlock) => ("cites" in block ? (block.cites ?? []) : []);

describe("the document texts that ship", () => {
  it("have no fault, and a text for every document", () => {
    expect(checkDocumentTexts(pack)).toEqual([]);
    expect(Object.keys(pack.documents).sort()).toEqual([...documentKinds].sort());
    expect(sentences.length).toBeGreaterThan(200);
  });

  it.each(ruleNames)("each sentence %s", (rule) => {
    expect(breachesOf(rule, sentences)).toEqual([]);
  });

  it("promise nothing (domain.md 7.4)", () => {
    const promises =
      /保本|保收益|无风险|無風險|零风险|稳赚|穩賺|一定(?:会|會)?(?:涨|漲|赚|賺)|等同(?:于|於)?存款|高于银行|最(?:好|佳|高收益)|独家|内部消息|(?:guaranteed|risk-free|no risk|always|best|certain to|as safe as)/i;
    const found = sentences.flatMap(({ where, sentence }) =>
      languages.filter((language) => promises.test(sentence[language])).map((language) => `${where} ${language}`),
    );
    expect(found).toEqual([]);
    expect(promises.test("本产品保本保收益")).toBe(true);
  });

  it("tell the six things of Order 130 Art. 23, each with its item, and have each ticked", () => {
    const items = blocksOf("risk-disclosure").flatMap((block) =>
      block.kind === "point" ? citesOf(block).map(({ source, article }) => `${source} ${article}`) : [],
    );
    expect(items).toEqual([1, 2, 3, 4, 5, 6].map((n) => `csrc130 23(${n})`));
  });

  it.each([
    ["sale-notice", "nfra7 31"],
    ["insurance-notice", "nfra7 37"],
    ["mismatch-warning", "csrc130 19"],
    ["high-risk-procedure", "csrc130 20"],
    ["elder-care", "nfra7 18"],
    ["insurance-self-choice", "nfra7 38"],
    ["applicant-statement", "nfra7 39"],
    ["professional-application", "csrc130 12"],
    ["refusal-notice", "sl 88"],
    ["conflict-statement", "house"],
    ["match-confirmation", "csrc130 18"],
    ["result-notice", "nfra7 29"],
  ] as const)("rest %s on %s", (kind, cite) => {
    const cited = blocksOf(kind).flatMap((block) =>
      citesOf(block).map(({ source, article }) => (article === undefined ? source : `${source} ${article}`)),
    );
    expect(cited).toContain(cite);
  });

  it("end each document in a clause that the client signs, and give every sale document points to tick", () => {
    for (const kind of documentKinds) {
      const blocks = blocksOf(kind);
      const signers = blocks.flatMap((block) => (block.kind === "sign" ? block.signers : []));
      expect([kind, signers.includes("client")]).toEqual([kind, true]);
      const points = blocks.filter((block) => block.kind === "point");
      expect([kind, points.length >= (kind === "result-notice" ? 0 : 2)]).toEqual([kind, true]);
    }
  });
});

type Raw = Record<string, never> & {
  sources: unknown[];
  effectiveUntil?: string;
  words: Record<string, unknown>;
  documents: Record<string, { title: unknown; sections: { only?: string; blocks: Record<string, unknown>[] }[] }>;
};
const text = (words: string) => ({ "zh-CN": words, "zh-TW": words, en: words });
const first = (raw: Raw) => raw.documents["refusal-notice"]?.sections[0];

const planted: readonly [what: string, change: (raw: Raw) => void, fault: string][] = [
  ["a word missing", (raw) => delete raw.words["page"], "shape words/page"],
  ["a document missing", (raw) => delete raw.documents["elder-care"], "shape documents/elder-care"],
  ["a document nobody asks for", (raw) => Object.assign(raw.documents, { other: first(raw) }), "shape documents"],
  [
    "an end before its beginning",
    (raw) => Object.assign(raw, { effectiveUntil: "2020-01-01" }),
    "dates effectiveUntil",
  ],
  ["a source twice", (raw) => raw.sources.push(raw.sources[0]), "duplicate-id sources csrc130"],
  [
    "a source that is not listed",
    (raw) => first(raw)?.blocks.push({ id: "new", kind: "item", text: text("x"), cites: [{ source: "gone" }] }),
    "missing-source refusal-notice/new gone",
  ],
  [
    "a value the document is not told",
    (raw) => first(raw)?.blocks.push({ id: "new", kind: "paragraph", text: text("{level}") }),
    "unknown-value refusal-notice/new level",
  ],
  [
    "a column outside its list",
    (raw) => first(raw)?.blocks.push({ id: "new", kind: "paragraph", text: text("{product}") }),
    "unknown-value refusal-notice/new product",
  ],
  [
    "a mark of nothing",
    (raw) =>
      first(raw)?.blocks.push({ id: "new", kind: "fact", label: text("x"), text: text("x"), mark: { grade: "grade" } }),
    "unknown-value refusal-notice/new grade",
  ],
  [
    "a source that is no value",
    (raw) => first(raw)?.blocks.push({ id: "new", kind: "item", text: text("x"), sourceFrom: "source" }),
    "unknown-value refusal-notice/new source",
  ],
  [
    "a list the document is not told",
    (raw) => first(raw)?.blocks.push({ id: "new", kind: "item", text: text("x"), each: "caps" }),
    "unknown-value refusal-notice/new caps",
  ],
  [
    "a list that only an object's prototype knows",
    (raw) => first(raw)?.blocks.push({ id: "new", kind: "item", text: text("x"), each: "constructor" }),
    "unknown-value refusal-notice/new constructor",
  ],
  [
    "a section for what only an object's prototype knows",
    (raw) => Object.assign(first(raw) ?? {}, { only: "constructor" }),
    "unknown-value refusal-notice/about constructor",
  ],
  [
    "a section for such a list",
    (raw) => Object.assign(first(raw) ?? {}, { only: "caps" }),
    "unknown-value refusal-notice/about caps",
  ],
  [
    "a value in one language only",
    (raw) =>
      first(raw)?.blocks.push({ id: "new", kind: "note", text: { "zh-CN": "{day}", "zh-TW": "{day}", en: "today" } }),
    "unlike-languages refusal-notice/new day",
  ],
  [
    "a point twice",
    (raw) => {
      const point = { kind: "point", id: "told", text: text("x") };
      first(raw)?.blocks.push(point);
    },
    "duplicate-id refusal-notice told",
  ],
];

test.each(planted)("a pack is refused when there is %s", (_what, change, fault) => {
  const raw = structuredClone(pack) as unknown as Raw;
  change(raw);
  const said = checkDocumentTexts(raw).map(({ code, at, detail }) => `${code} ${at} ${detail}`);
  expect(said.some((each) => each.startsWith(fault))).toBe(true);
  expect(() => parsePackOf("document-texts", raw)).toThrow(expect.objectContaining({ code: "pack-invalid" }));
});

test("a changed clause is found to the sentence by whoever sets two versions side by side", () => {
  const newer = structuredClone(pack);
  const clause = newer.documents["elder-care"].sections.at(-1)?.blocks.find((block) => block.kind === "sign");
  if (clause?.kind !== "sign") throw new Error("no clause");
  clause.clause.en = "Something else.";
  const differences = packDifferences(pack as never, newer as never);
  expect(differences.map(({ path }) => path.join(" "))).toEqual([
    `documents elder-care sections confirm blocks ${clause.id} clause`,
  ]);
});
