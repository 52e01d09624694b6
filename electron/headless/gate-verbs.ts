/** @file `gate judge`: sales through the same gate as the screens, for audit and for calibrating a rule pack. */

import { AppError } from "../../shared/errors.ts";
import type { Language } from "../../shared/model/primitives.ts";
import { type SaleRules, saleRulesOf, saleRulesOn } from "../../shared/packs/gate-packs.ts";
import type { PackKind } from "../../shared/packs/library.ts";
import { SaleCase } from "../../shared/rules/sale-case.ts";
import { judgeSale } from "../../shared/rules/sale-gate.ts";
import { summaryOf } from "../../shared/rules/sale-summary.ts";
import { type Arguments, type Context, operand, optionalText, type Report, readText, type Verb } from "./context.ts";
import { CommandError } from "./exit.ts";
import { caseFaults } from "./gate-faults.ts";
import { gateFormat } from "./gate-format.ts";
import { type Entry, entriesIn, idOf } from "./json-lines.ts";
import { choosePacks, type PackChoice } from "./pack-choice.ts";

export const gateVerbs: readonly Verb[] = [
  {
    words: "gate judge",
    usage: "CASES.jsonl [--pack ID|FILE ...] [--vault DIR]",
    about: {
      "zh-CN": "判断能否销售：每行一个案例，每行输出一个结论；格式见 gate judge --help",
      "zh-TW": "判斷能否銷售：每列一個案例，每列輸出一個結論；格式見 gate judge --help",
      en: "judge sales: a case on each line in, a decision on each line out; for the format see gate judge --help",
    },
    details: gateFormat,
    operands: ["CASES.jsonl"],
    options: { pack: { type: "string", multiple: true }, vault: { type: "string" } },
    run,
  },
];

const judging = ["sale-gate", "match-matrix"] as const satisfies readonly PackKind[];

async function run(args: Arguments, context: Context): Promise<Report> {
  const { language } = context;
  const names = args.options["pack"];
  const chosen = await choosePacks({ names: Array.isArray(names) ? names : [], kinds: judging }, args, context);
  if ("refused" in chosen) return chosen.refused;
  const rules = rulesFrom(chosen, args);
  const cases = entriesIn(await readText(operand(args, 0)));
  const results = cases.map((entry) => judgeCase(entry, { rules, language }));
  const refused = results.filter((result) => "error" in result).length;
  return {
    json: { ...(typeof rules !== "function" && { pack: refOf(rules) }), cases: results.length, refused, results },
    lines: results.map((result) => JSON.stringify(result)),
    exit: refused === 0 ? "ok" : refused < results.length ? "partly" : "refused",
  };
}

/** The same for every case, or, of a book, those in force on the day of the case. */
type Rules = SaleRules | ((day: string) => SaleRules);

/** @throws CommandError `usage` for several gates, AppError `pack-missing` where the matching table of a gate is not there */
function rulesFrom({ packs, named }: PackChoice, args: Arguments): Rules {
  const [gate, ...more] = named.filter(({ kind }) => kind === "sale-gate");
  if (more.length > 0) throw new CommandError("usage", { option: "pack" });
  if (gate !== undefined) return saleRulesOf(packs, gate);
  if (optionalText(args, "vault") !== undefined) return (day) => saleRulesOn(packs, day);
  const newest = packs.all("sale-gate").at(-1);
  if (newest === undefined) throw new AppError("pack-missing", { id: "sale-gate" });
  return saleRulesOf(packs, newest);
}

function refOf({ gate: { id, version } }: SaleRules): { readonly id: string; readonly version: string } {
  return { id, version };
}

interface Judging {
  readonly rules: Rules;
  readonly language: Language;
}

/** The decision; or, for what is no case, which fields are at fault and what they should be. */
function judgeCase({ line, raw, repeated }: Entry, { rules, language }: Judging): Record<string, unknown> {
  const id = idOf(raw);
  const told = id === undefined ? {} : { id };
  const sale = SaleCase.safeParse(raw);
  if (!sale.success || repeated.length > 0) {
    const faults = caseFaults({ issues: sale.error?.issues ?? [], raw, repeated }, language);
    const at = faults.flatMap((fault) => fault.at ?? []);
    return { ...told, error: "case-invalid", line, at, problems: faults.map(({ problem }) => problem) };
  }
  const used = rulesOn(rules, sale.data.on);
  if (used === undefined) return { ...told, error: "pack-missing", line, at: ["on"] };
  const decision = judgeSale(sale.data, used);
  const { outcome, findings, grade, pack } = decision;
  return {
    ...told,
    outcome,
    rules: findings.map(({ rule }) => rule),
    articles: [...new Set(findings.flatMap(({ cites }) => cites.map(({ source, article }) => `${source}:${article}`)))],
    grade,
    pack,
    text: summaryOf(decision, used.gate, language),
  };
}

/** Undefined on a day on which none are in force. */
function rulesOn(rules: Rules, day: string): SaleRules | undefined {
  if (typeof rules !== "function") return rules;
  try {
    return rules(day);
  } catch (error) {
    if (error instanceof AppError && error.code === "pack-missing") return undefined;
    throw error;
  }
}
