/** @file Every sentence of every text file: complete in three languages and set as design.md asks. */
import { globSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { breachesOf, type Found, ruleNames, sentencesIn } from "../../support/typography.ts";

const root = path.resolve(import.meta.dirname, "../../..");
/** The page's, those of the errors, faults, documents and product lists, and the command line's. */
const places = [
  "renderer/text/*.ts",
  "shared/error-texts.ts",
  "shared/packs/fault-texts.ts",
  "shared/documents/*-words.ts",
  "shared/shelf/*.ts",
  "electron/headless/*text.ts",
];
const sentences = await collect();

async function collect(): Promise<readonly Found[]> {
  const files = globSync(places, { cwd: root });
  const modules = await Promise.all(files.map((file) => import(path.join(root, file)) as Promise<unknown>));
  return modules.flatMap((module, index) => sentencesIn(files[index] ?? "", { ...(module as object) }));
}

describe("every sentence", () => {
  it("is found: the frame alone has hundreds", () => {
    expect(sentences.length).toBeGreaterThan(300);
  });

  it.each(ruleNames)("%s", (rule) => {
    expect(breachesOf(rule, sentences)).toEqual([]);
  });

  it("that breaks a rule is named", () => {
    const planted = { "zh-CN": "有 3 个,“好”確定吗", "zh-TW": "第 {n}個“个", en: "" };
    const broken = ruleNames.filter((rule) => breachesOf(rule, [{ where: "planted", sentence: planted }]).length > 0);
    expect(broken).toHaveLength(ruleNames.length - 2);
  });
});
