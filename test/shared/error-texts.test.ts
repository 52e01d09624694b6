/** @file Every failure has its sentences; the compiler sees to that. Here: what they may and must say. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { errors } from "../../shared/error-texts.ts";
import { type ErrorCode, errorCodes } from "../../shared/errors.ts";
import { placeholders } from "../../shared/model/sentence.ts";

const source = readFileSync(path.resolve(import.meta.dirname, "../../shared/errors.ts"), "utf8");

/** The values a code carries, as its comment in shared/errors.ts says. */
function paramsOf(code: ErrorCode): readonly string[] {
  const before = source.slice(0, source.indexOf(`  "${code}",`));
  const comment = before.slice(before.lastIndexOf("/**"));
  return [...comment.matchAll(/params\.(\w+)/g)].map((match) => match[1] ?? "");
}

describe("an error's sentences", () => {
  it("are there for every code and for nothing else", () => {
    expect(Object.keys(errors).sort()).toEqual([...errorCodes].sort());
  });

  it("ask only for values the code carries", () => {
    const unknown = errorCodes.flatMap((code) => {
      const { broke, kept, next } = errors[code];
      const asked = [broke, kept, next].flatMap((sentence) => [...placeholders(sentence["zh-CN"])]);
      return asked.filter((name) => !paramsOf(code).includes(name)).map((name) => `${code}: ${name}`);
    });
    expect(unknown).toEqual([]);
  });

  it("say three different things: what broke, what was kept, what to do", () => {
    const alike = errorCodes.filter((code) => {
      const { broke, kept, next } = errors[code];
      return new Set([broke["zh-CN"], kept["zh-CN"], next["zh-CN"]]).size < 3;
    });
    expect(alike).toEqual([]);
  });

  it("never mix up a wrong passphrase and a damaged file", () => {
    const wrong = errors["wrong-passphrase"];
    const damaged = errors["vault-damaged"];
    expect(wrong.broke["zh-CN"]).not.toMatch(/损坏|文件/);
    expect(wrong.kept["zh-CN"]).toContain("没有损坏");
    expect(damaged.broke["zh-CN"]).not.toMatch(/口令/);
    expect(`${damaged.kept["zh-CN"]}${damaged.next["zh-CN"]}`).not.toMatch(/口令/);
  });
});
