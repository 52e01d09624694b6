/** @file Every document, in every language, from the texts that ship: complete, and true to what it was told. */
import { describe, expect, it, test } from "vitest";
import { buildDocument } from "../../../shared/documents/build.ts";
import { PrintDocument } from "../../../shared/documents/document.ts";
import { documentInputs, documentKinds } from "../../../shared/documents/inputs.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { sampleContext, sampleDocument, sampleInput, wordsOf } from "../../support/documents.ts";

const all = documentKinds.flatMap((kind) => languages.map((language) => [kind, language] as const));

describe.each(all)("%s in %s", (kind, language) => {
  const whole = sampleDocument(kind, language, 2);
  const bare = sampleDocument(kind, language, 0);

  it("is a document the main process takes, whether its lists are empty or not", () => {
    for (const document of [whole, bare]) expect(PrintDocument.parse(document)).toEqual(document);
  });

  it("leaves no placeholder standing", () => {
    for (const document of [whole, bare]) {
      expect(wordsOf(document).filter((words) => words.includes("{"))).toEqual([]);
    }
  });

  it("says everything it was told, and of empty lists nothing", () => {
    const { values, rows } = documentInputs[kind];
    // Marks are drawn, not said.
    const spoken = values.filter((name) => name !== "level" && name !== "grade");
    const columns = Object.values<readonly string[]>(rows).flat();
    const said = wordsOf(whole).join("\n");
    const bareSaid = wordsOf(bare).join("\n");
    const input = sampleInput(kind);
    const told = (name: string) => String((input.values as Record<string, unknown>)[name]);
    expect(spoken.filter((name) => !said.includes(told(name)))).toEqual([]);
    expect(columns.filter((name) => name !== "grade" && !said.includes(`[${name}]`))).toEqual([]);
    expect(columns.filter((name) => !spoken.includes(name as never) && bareSaid.includes(`[${name}]`))).toEqual([]);
  });

  it("has each point under an id of its own, unticked", () => {
    const points = whole.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "points" ? block.points : [])),
    );
    expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
    expect(points.filter(({ isTicked }) => isTicked)).toEqual([]);
  });

  it("closes with the laws it rests on and the hash of its record", () => {
    const last = whole.sections.at(-1);
    const law = { "zh-CN": "《", "zh-TW": "《", en: "NFRA Order|CSRC Order|Securities Law" }[language];
    expect(last?.blocks).toEqual([
      {
        kind: "basis",
        text: expect.stringMatching(law),
        record: { label: expect.any(String), sha256: "ab12".repeat(16) },
      },
    ]);
    expect(whole.evidence).toContain("AB12 AB12 AB12 AB12");
  });
});

test("a document names its pack, its record and its language", () => {
  const { origin } = sampleDocument("elder-care", "zh-TW");
  expect(origin).toEqual({
    document: "elder-care",
    record: "d-1",
    texts: { id: "DOC-CN-v1", version: "2026.11" },
    language: "zh-TW",
  });
});

test("articles of one law stand together, laws apart", () => {
  const said = wordsOf(sampleDocument("professional-application", "zh-CN"));
  expect(said).toContain("证监会令第130号 第11条、第12条");
  expect(wordsOf(sampleDocument("sale-notice", "zh-CN"))).toContain("金融监管总局令2025年第7号 第22条、第31条");
  expect(wordsOf(sampleDocument("match-confirmation", "en"))).toContain(
    "CSRC Order 130, Art.\u00a023(6); NFRA Order 2025-7, Art.\u00a031",
  );
  expect(wordsOf(sampleDocument("match-confirmation", "zh-CN"))).toContain(
    "证监会令第130号 第21条；金融监管总局令2025年第7号 第22至24条",
  );
  expect(wordsOf(sampleDocument("risk-disclosure", "zh-TW"))).toContain("證監會令第130號 第23條第2項");
});

test("points are ticked one by one, those of a list by their place", () => {
  const ticked = new Set(["explained", "risk-2"]);
  const document = buildDocument("elder-care", sampleInput("elder-care", 3), { ...sampleContext("zh-CN"), ticked });
  const points = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "points" ? block.points : [])),
  );
  expect(points.filter(({ isTicked }) => isTicked).map(({ id, mark }) => [id, mark])).toEqual([
    ["risk-2", "已勾选"],
    ["explained", "已勾选"],
  ]);
});

test("a signature stands on the client's line, a guardian's under the guardian's word", () => {
  const signature = {
    png: "iVBORw0KGgoAAAA=",
    sha256: "cd".repeat(32),
    how: "typed",
    at: "2026-11-23T17:00:00.000Z",
  } as const;
  const context = { ...sampleContext("en"), byGuardian: true, signature };
  const document = buildDocument("insurance-self-choice", sampleInput("insurance-self-choice"), context);
  const [sign] = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "sign"));
  expect(sign?.signatures).toEqual([
    {
      who: "Guardian's signature",
      dateLabel: "Date",
      signed: {
        png: signature.png,
        sha256: signature.sha256,
        how: "Signed by typing the full name, 2026-11-24 01:00",
        day: "2026-11-24",
      },
    },
    { who: "For the institution: signature and seal", dateLabel: "Date" },
  ]);
});

test("a text that asks for what its document is not told is refused by name", () => {
  const texts = structuredClone(sampleContext("en").texts);
  const [first] = texts.documents["refusal-notice"].sections;
  first?.blocks.push({ id: "new", kind: "note", text: { "zh-CN": "{gone}", "zh-TW": "{gone}", en: "{gone}" } });
  const build = () => buildDocument("refusal-notice", sampleInput("refusal-notice"), { ...sampleContext("en"), texts });
  expect(build).toThrow(
    expect.objectContaining({ code: "pack-invalid", params: { faults: "unknown-value refusal-notice/gone" } }),
  );
});
