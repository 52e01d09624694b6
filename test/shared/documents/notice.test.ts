/** @file The notice of a result says what the record holds: level, score, validity, packs, what the level may buy, and why. */
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { noticeClause, textsFor } from "../../../shared/documents/notice.ts";
import { InstalledPack } from "../../../shared/model/installed-pack.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { packLibrary } from "../../../shared/packs/library.ts";
import { sampleAssessment, sampleNotice, shippedTexts, wordsOf } from "../../support/documents.ts";
import { anyAge, anySheet, clientA, clientB, clientC, rtq, sheet } from "../../support/sheets.ts";

const said = (...args: Parameters<typeof sampleNotice>) => wordsOf(sampleNotice(...args)).join("\n");

/** domain.md 1.4, written out. */
const direct: Readonly<Record<string, readonly string[]>> = {
  C1_LOWEST: ["R1"],
  C1: ["R1"],
  C2: ["R1", "R2"],
  C3: ["R1", "R2", "R3"],
  C4: ["R1", "R2", "R3", "R4"],
  C5: ["R1", "R2", "R3", "R4", "R5"],
};

describe("any assessment's notice", () => {
  it("holds level, score, validity, both packs and exactly the grades that match", () => {
    fc.assert(
      fc.property(anySheet(rtq), anyAge, fc.constantFrom(...languages), (answers, age, language) => {
        const record = sampleAssessment(answers, age === undefined ? {} : { age });
        const notice = sampleNotice(record, { language });
        const words = wordsOf(notice).join("\n");
        const name = rtq.levels.find(({ id }) => id === record.level)?.name[language] ?? "";
        const short = record.level === "C1_LOWEST" ? "C1" : record.level;
        const expected = [`${short} ${name}`, record.validUntil, "RTQ-NP-v1", "2026.07", "CXR-v1", "陆文澜"];
        expect(expected.filter((text) => !words.includes(text))).toEqual([]);
        expect(words).toMatch(new RegExp(`\\b${record.score.total}\\b`));
        const facts = notice.sections.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === "facts" ? block.facts : [])),
        );
        const marks = facts.flatMap(({ values }) => values);
        expect(marks.flatMap(({ grade }) => grade ?? [])).toEqual(direct[record.level]);
        expect(marks.flatMap(({ level }) => level ?? [])).toEqual([record.level]);
        const isOpen = record.level !== "C1_LOWEST" && record.level !== "C5";
        expect(/特别警示|特別警示|special warning/.test(words)).toBe(isOpen);
        expect(/最低类别：|最低類別：|lowest class: apart/.test(words)).toBe(record.level === "C1_LOWEST");
      }),
      { numRuns: 150 },
    );
  });

  it("names each cap that applied with its reason, and none that did not", () => {
    fc.assert(
      fc.property(anySheet(rtq), (answers) => {
        const record = sampleAssessment(answers);
        const words = said(record);
        for (const cap of rtq.caps) {
          const applied = record.score.caps.some(({ id, applied }) => id === cap.id && applied);
          expect([cap.id, words.includes(cap.reason["zh-CN"])]).toEqual([cap.id, applied]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test("the worked clients of domain.md 3.4", () => {
  expect(said(sampleAssessment(clientA))).toContain("58分，满分100分");
  expect(said(sampleAssessment(clientA))).toContain("C3 稳健型");
  expect(said(sampleAssessment(clientB))).toContain("按得分应为 C2 相对保守型。因下列规则，评定为 C1 最低类别。");
  expect(said(sampleAssessment(clientC))).toContain("C5 积极型");
});

test("what the firm has to say: for all sales, report changes in writing, no guarantee, no hints (domain.md 1.3)", () => {
  const words = said(sampleAssessment(clientA));
  for (const clause of [
    "都以本次等级为匹配依据",
    "请及时书面告知本机构",
    "不表示本机构对产品的风险和收益作出判断或保证",
    "没有工作人员代答、提示或诱导",
  ]) {
    expect(words).toContain(clause);
  }
  expect(words).toContain("有效期为12个月");
  expect(words).toContain("每天最多评估2次，12个月内最多8次");
});

test("care is named with its law, from 65 on", () => {
  expect(said(sampleAssessment(clientA, { age: 65 }))).toContain("65岁以上，购买高风险产品须走特别关照流程");
  expect(said(sampleAssessment(clientA, { age: 65 }))).toContain("第18条");
  expect(said(sampleAssessment(clientA, { age: 64 }))).not.toContain("特别关照");
});

test("a changed level says when it was confirmed, or that nothing is sold before it is; the same level says nothing", () => {
  const previous = { id: "a-0", level: "C4", total: 71 } as const;
  const confirmed = { previous, levelChangeConfirmedAt: "2026-11-23T01:10:00.000Z" };
  expect(said(sampleAssessment(clientA, confirmed))).toContain("您已于 2026-11-23 09:10 再次确认本次结果");
  expect(said(sampleAssessment(clientA, { previous }))).toContain("确认之前，本机构不按本次结果向您销售产品");
  const same = { ...previous, level: "C3" } as const;
  expect(said(sampleAssessment(clientA, { previous: same }))).not.toContain("与上次结果的比较");
});

test("who answered decides the clause, and it is the one that is signed on the screen", () => {
  for (const answeredBy of ["client", "guardian", "advisor-from-paper"] as const) {
    const mode = answeredBy === "advisor-from-paper" ? "paper" : "meeting";
    for (const language of languages) {
      const notice = sampleNotice(
        sampleAssessment(sheet("c c c d c b d bc b d d d c bc c d c c c c"), { answeredBy, mode }),
        { language },
      );
      const clauses = notice.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === "sign" ? [block.clause] : [])),
      );
      expect(clauses).toEqual([noticeClause(shippedTexts(), answeredBy, language)]);
    }
  }
});

test("a notice is made from the texts that were signed, later ones notwithstanding; unsigned, from those in force", () => {
  const shipped = shippedTexts();
  const newer = { ...structuredClone(shipped), version: "2027.01", effectiveFrom: "2027-01-01" };
  const installed = {
    id: "DOC-CN-v1.2027.01",
    kind: newer.kind,
    pack: newer,
    sha256: "ab".repeat(32),
    at: "2026-12-01T00:00:00.000Z",
    signer: { fingerprint: "x", name: "x" },
  };
  const library = packLibrary([InstalledPack.parse(installed)]);
  const version = (...args: [string, { id: string; version: string }?]) => textsFor(library, ...args).version;
  expect(version("2026-12-31")).toBe("2026.11");
  expect(version("2027-01-01")).toBe("2027.01");
  expect(version("2027-01-01", { id: "DOC-CN-v1", version: "2026.11" })).toBe("2026.11");
  const gone = () => version("2027-01-01", { id: "DOC-CN-v1", version: "2025.01" });
  expect(gone).toThrow(expect.objectContaining({ code: "pack-missing" }));
});
