/** @file What is wrong with a line that is no case, in words that say what to write instead. */
import type { z } from "zod";
import type { Language, Localized } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { caseFields } from "./gate-format.ts";

export interface CaseFault {
  /** The field, `client.age`; absent where the line is not even an object. */
  readonly at?: string;
  readonly problem: string;
}

/** A line may hold thousands. */
const most = 20;

interface Line {
  readonly raw: unknown;
  readonly issues: z.ZodError["issues"];
  /** Fields that are said twice. */
  readonly repeated: readonly string[];
}

/** Each once, and after as many as anybody reads how many more there are. */
export function caseFaults({ raw, issues, repeated }: Line, language: Language): readonly CaseFault[] {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return [{ problem: say(words.noObject, language) }];
  }
  const twice = repeated.map((at): CaseFault => ({ at, problem: say(words.twice, language, { at }) }));
  const faults = [...twice, ...issueFaults(raw, issues, language)];
  const each = [...new Map(faults.map((fault) => [fault.problem, fault])).values()];
  const more = each.length - most;
  return more > 0 ? [...each.slice(0, most), { problem: say(words.more, language, { more }) }] : each;
}

function issueFaults(raw: object, issues: Line["issues"], language: Language): CaseFault[] {
  return issues.flatMap((issue): CaseFault[] => {
    const strangers = issue.code === "unrecognized_keys" ? issue.keys : [];
    if (strangers.length > 0) {
      return strangers.map((key) => {
        const at = [...issue.path, key].join(".");
        return { at, problem: say(words.unknown, language, { at }) };
      });
    }
    const at = issue.path.join(".");
    const values = valuesOf(issue.path);
    const [missing, wrong] = values === "{}" ? [words.missingPart, words.incomplete] : [words.missing, words.other];
    const sentence = isThere(raw, issue.path) ? wrong : missing;
    return [{ at, problem: say(sentence, language, { at, values }) }];
  });
}

/** What may stand in a field; in a list, what an entry may be. */
function valuesOf(path: readonly PropertyKey[]): string {
  const name = path.filter((part) => typeof part === "string").join(".");
  return caseFields().find((field) => field.path === name)?.values ?? "";
}

function isThere(line: object, path: readonly PropertyKey[]): boolean {
  let value: unknown = line;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return false;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value !== undefined;
}

const words = {
  noObject: { "zh-CN": "不是 JSON 对象", "zh-TW": "不是 JSON 物件", en: "not a JSON object" },
  twice: { "zh-CN": "{at} 写了两次", "zh-TW": "{at} 寫了兩次", en: "{at} is said twice" },
  more: { "zh-CN": "还有{more}处", "zh-TW": "還有{more}處", en: "{more} more" },
  unknown: { "zh-CN": "没有 {at} 这个字段", "zh-TW": "沒有 {at} 這個欄位", en: "there is no field {at}" },
  missing: { "zh-CN": "缺少 {at}（{values}）", "zh-TW": "缺少 {at}（{values}）", en: "{at} is missing ({values})" },
  missingPart: { "zh-CN": "缺少 {at}", "zh-TW": "缺少 {at}", en: "{at} is missing" },
  incomplete: {
    "zh-CN": "{at} 不完整，写法见 gate judge --help",
    "zh-TW": "{at} 不完整，寫法見 gate judge --help",
    en: "{at} is incomplete: see gate judge --help",
  },
  other: { "zh-CN": "{at} 应为 {values}", "zh-TW": "{at} 應為 {values}", en: "{at} should be {values}" },
} satisfies Record<string, Localized>;
