/** @file `import-list`: a delimited list into a vault, by a map. */

import { AppError } from "../../shared/errors.ts";
import { say } from "../../shared/model/sentence.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import { importList, type RefusedRow } from "../lists/import-list.ts";
import { parseListMap } from "../lists/list-map.ts";
import { defaultLimits, openList } from "../lists/read-list.ts";
import {
  type Arguments,
  type Context,
  operand,
  optionalText,
  type Report,
  readText,
  requiredOption,
  requireFile,
  type Verb,
} from "./context.ts";
import { CommandError } from "./exit.ts";
import { listFormat } from "./list-format.ts";
import { authorOf, withVault } from "./open.ts";
import { refusalText, text } from "./text.ts";

export const listVerbs: readonly Verb[] = [
  {
    words: "import-list",
    usage: "FILE --map MAP.json --vault DIR [--max-bytes N] [--max-rows N] [--max-row-chars N]",
    about: {
      "zh-CN": "按映射文件把名单（CSV，可 .gz；UTF-8、GB18030、UTF-16）读入保险库；映射见 import-list --help",
      "zh-TW": "依對應檔把名單（CSV，可 .gz；UTF-8、GB18030、UTF-16）讀入保險庫；對應見 import-list --help",
      en: "take a list (CSV, also .gz; UTF-8, GB18030, UTF-16) into a vault; for the map see import-list --help",
    },
    details: listFormat,
    operands: ["FILE"],
    options: {
      map: { type: "string" },
      vault: { type: "string" },
      "max-bytes": { type: "string" },
      "max-rows": { type: "string" },
      "max-row-chars": { type: "string" },
    },
    required: ["map", "vault"],
    run,
  },
];

/** Refused rows shown to a person; the JSON report has more. */
const shown = 20;

async function run(args: Arguments, context: Context): Promise<Report> {
  const file = operand(args, 0);
  await requireFile(file);
  const map = parseListMap(mapIn(await readText(requiredOption(args, "map"))));
  const limits = {
    ...defaultLimits,
    bytes: limitOf(args, "max-bytes", defaultLimits.bytes),
    rows: limitOf(args, "max-rows", defaultLimits.rows),
    rowChars: limitOf(args, "max-row-chars", defaultLimits.rowChars),
  };
  const list = await openList(file, map, limits).catch((cause: unknown) => {
    throw cause instanceof AppError ? cause : new CommandError("file-unreadable", { file }, { cause });
  });
  const report = await withVault(requiredOption(args, "vault"), context, async (vault) => {
    const { device, actor, clock } = await authorOf(vault, context);
    const onProgress = (rows: number) =>
      context.progress(say(text.progress, context.language, { rows, of: list.rows }));
    return importList(list, map, { vault, device, actor, clock, onProgress });
  });
  const { refused, ...counts } = report;
  const isNothingTaken = report.refusedRows > 0 && report.clients === 0;
  return {
    json: { encoding: list.encoding, delimiter: list.delimiter, ...report },
    lines: [
      say(text.imported, context.language, { ...counts }),
      ...refused.slice(0, shown).map((row) => lineOf(row, context)),
    ],
    exit: isNothingTaken ? "refused" : report.refusedRows > 0 ? "partly" : "ok",
  };
}

function lineOf({ line, reason, column, field }: RefusedRow, context: Context): string {
  const place = [column, field].filter((part) => part !== undefined).join(" / ");
  const why = say(refusalText[reason], context.language);
  return `  ${say(text.refusedRow, context.language, { line, why, place })}`.trimEnd();
}

function limitOf(args: Arguments, name: string, standard: number): number {
  const given = optionalText(args, name);
  if (given === undefined) return standard;
  if (!/^[1-9]\d{0,14}$/.test(given)) throw new CommandError("usage", { option: name });
  return Number(given);
}

/** What a MAP.json holds. @throws AppError `list-map` when it is no JSON, or has half a character in it */
export function mapIn(content: string): unknown {
  try {
    const map: unknown = JSON.parse(content);
    canonicalText(map);
    return map;
  } catch (cause) {
    throw new AppError("list-map", { name: "" }, { cause });
  }
}
