/** @file A proof pack as it is printed: every word in three languages, set as design.md asks, and true to what is in the pack. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/crypto/hash.ts";
import { proofDocument } from "../../../shared/documents/proof-document.ts";
import * as words from "../../../shared/documents/proof-words.ts";
import { documentHtml } from "../../../shared/documents/sheet.ts";
import { languages } from "../../../shared/model/primitives.ts";
import type { Proof } from "../../../shared/proof/proof.ts";
import { officeBlock } from "../../support/office.ts";
import { shippedPack } from "../../support/packs.ts";
import { fillBook, packOf, stranger, verify } from "../../support/proof-book.ts";
import { breachesOf, ruleNames, sentencesIn } from "../../support/typography.ts";

const block = officeBlock();
let proof: Proof;
beforeAll(async () => {
  const office = await block.office("陆文澜");
  await fillBook(office);
  const verdict = await verify(await packOf(office));
  if (verdict.proof === undefined) throw new Error("no proof");
  proof = verdict.proof;
});
afterAll(() => block.end());

const means = { sha256: (text: string) => sha256(text).toString("hex"), fingerprint: "4E7A 19C2 B0D5 66F1" };

describe("the words of a proof's PDF", () => {
  const sentences = sentencesIn("proof", words);
  it.each(ruleNames)("each %s", (rule) => {
    expect(sentences.length).toBeGreaterThan(100);
    expect(breachesOf(rule, sentences)).toEqual([]);
  });
});

describe("a proof pack in print", () => {
  it.each(languages)("tells in %s who, what and by which rules, with every hash", (language) => {
    const html = documentHtml(proofDocument({ ...proof, language }, means));
    for (const text of ["王建国", "310101198003081234", "BJ-00418", "10,000.00", "C3", "R2", "58", "2027-11-23"]) {
      expect(html, text).toContain(text);
    }
    for (const { id, version, sha256: digest } of proof.packs)
      for (const text of [id, version, digest]) expect(html).toContain(text);
    for (const { sha256: digest } of proof.attachments) expect(html).toContain(digest);
    for (const text of [proof.id, proof.log.root, proof.maker.verifyKey, means.fingerprint])
      expect(html).toContain(text);
    expect(html).not.toContain(stranger.name);
    // A hole nobody filled.
    expect(html.replace(/<style>.*<\/style>/s, "")).not.toMatch(/\{\w+\}|undefined/);
  });

  it("shows all sixteen steps of each decision, the last with the outcome, and every answer of each assessment", () => {
    const { sections } = proofDocument(proof, means);
    const tables = (heading: RegExp) =>
      sections
        .filter((section) => heading.test(section.heading ?? ""))
        .flatMap(({ blocks }) => blocks.filter((one) => one.kind === "table"));
    const [steps] = tables(/^适当性决定/);
    expect(steps?.rows).toHaveLength(16);
    expect(steps?.rows.at(-1)?.at(-1)?.text).toBe("允许");
    const [, answers] = tables(/^风险测评/);
    expect(answers?.rows).toHaveLength(22);
    expect(answers?.rows.every((row) => row[1]?.text !== "")).toBe(true);
    const [records] = tables(/^包里的记录/);
    expect(records?.rows).toHaveLength(12);
    const [, marked] = tables(/^知识测试/);
    expect(marked?.rows).toHaveLength(shippedPack("knowledge-test").questions.length);
    expect(marked?.rows.at(-1)?.at(-1)?.text).toBe("0");
  });

  it("says so where the client's name is only stated", () => {
    const bare = proofDocument({ ...proof, contents: { ...proof.contents, profile: false } }, means);
    expect(JSON.stringify(bare.sections[0])).toContain(words.cover.stated["zh-CN"]);
  });
});
