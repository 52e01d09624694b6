/** @file `shelf import` and `shelf template`: product lists into a vault, and the heads to fill in. */
import { basename } from "node:path";
import { AppError } from "../../shared/errors.ts";
import { shanghaiDay } from "../../shared/model/dates.ts";
import { type Json, type Language, languages } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { sheetRules } from "../../shared/rules/sheet-check.ts";
import { shelfColumns } from "../../shared/shelf/columns.ts";
import { findingSentence, listFaultTexts } from "../../shared/shelf/finding-texts.ts";
import { type ListFault, type RowFinding, readShelf, type ShelfReading } from "../../shared/shelf/read-shelf.ts";
import { parseShelfMap } from "../../shared/shelf/shelf-map.ts";
import { shelfTemplate } from "../../shared/shelf/write-shelf.ts";
import { createWriter } from "../book/append.ts";
import { readShelfFile } from "../lists/list-text.ts";
import { sheetsOf } from "../lists/shelf-file.ts";
import { packsOf } from "../packs/library.ts";
import type { Vault } from "../vault/vault.ts";
import {
  type Arguments,
  type Context,
  operand,
  optionalText,
  type Report,
  readText,
  requiredOption,
  type Verb,
} from "./context.ts";
import { CommandError, type Exit } from "./exit.ts";
import { mapIn } from "./list-verbs.ts";
import { authorOf, withVault } from "./open.ts";
import { shelfText } from "./text.ts";

export const shelfVerbs: readonly Verb[] = [
  {
    words: "shelf import",
    usage: "FILE --vault DIR [--map MAP.json] [--source TEXT] [--preview | --accepted]",
    about: {
      "zh-CN": "把产品名录（CSV，可 .gz；UTF-8、GB18030、UTF-16）读入保险库；有一行不通过就都不写入",
      "zh-TW": "把產品名錄（CSV，可 .gz；UTF-8、GB18030、UTF-16）讀入保險庫；有一列不通過就都不寫入",
      en: "take a product list (CSV, also .gz; UTF-8, GB18030, UTF-16) into a vault; one refused row, and nothing is written",
    },
    details: importDetails,
    operands: ["FILE"],
    options: {
      vault: { type: "string" },
      map: { type: "string" },
      source: { type: "string" },
      preview: { type: "boolean" },
      accepted: { type: "boolean" },
    },
    required: ["vault"],
    run: importShelf,
  },
  {
    words: "shelf template",
    usage: "[--heads zh-CN|zh-TW|en]",
    about: {
      "zh-CN": "输出产品名录的表头，用来填写",
      "zh-TW": "輸出產品名錄的表頭，用來填寫",
      en: "print the heads of a product list, for filling in",
    },
    operands: [],
    options: { heads: { type: "string" } },
    run: template,
  },
];

async function importShelf(args: Arguments, context: Context): Promise<Report> {
  const file = operand(args, 0);
  if (args.options["preview"] === true && args.options["accepted"] === true) {
    throw new CommandError("usage", { option: "preview" });
  }
  const mapFile = optionalText(args, "map");
  const map = mapFile === undefined ? undefined : parseShelfMap(mapIn(await readText(mapFile)));
  const list = await readShelfFile(file, map).catch((cause: unknown) => {
    throw cause instanceof AppError ? cause : new CommandError("file-unreadable", { file }, { cause });
  });
  return withVault(requiredOption(args, "vault"), context, async (vault) => {
    const at = new Date(context.clock.now()).toISOString();
    const reading = readShelf(list, {
      sheets: sheetsOf(vault),
      source: optionalText(args, "source")?.trim() ?? map?.source ?? "",
      at,
      map,
      ...sheetRules(packsOf(vault), shanghaiDay(at)),
    });
    const written = isTaken(reading, args) ? await write(vault, reading, context) : 0;
    return reportOf({ reading, written, encoding: list.encoding, file }, args, context);
  });
}

/** All or nothing, unless the rows that pass were asked for. */
function isTaken({ faults, counts }: ShelfReading, { options }: Arguments): boolean {
  if (options["preview"] === true || faults.length > 0) return false;
  return counts.refused === 0 || options["accepted"] === true;
}

type Values = Readonly<Record<string, Json>>;

async function write(vault: Vault, { rows }: ShelfReading, context: Context): Promise<number> {
  const { device, actor, clock } = await authorOf(vault, context);
  const writer = createWriter({ vault, device, actor, clock });
  const operations = rows.flatMap(({ sheet }) =>
    // Parsed by the model, which knows no field that is not JSON.
    sheet === undefined ? [] : [writer.operation("productSheet", crypto.randomUUID(), sheet as object as Values)],
  );
  if (operations.length > 0) await writer.append(operations);
  return operations.length;
}

interface Outcome {
  readonly reading: ShelfReading;
  readonly written: number;
  readonly encoding: string;
  readonly file: string;
}

function reportOf({ reading, written, encoding, file }: Outcome, args: Arguments, { language }: Context): Report {
  const { faults, ignored, rows, counts } = reading;
  const isRefused = faults.length > 0 || counts.refused > 0;
  const exit: Exit = !isRefused ? "ok" : written > 0 ? "partly" : "refused";
  const isPreview = args.options["preview"] === true;
  const outcome = isPreview ? shelfText.preview : isRefused && written === 0 ? shelfText.refused : shelfText.taken;
  return {
    json: {
      file: basename(file),
      encoding,
      written,
      ...counts,
      faults,
      ignored,
      rows: rows
        .filter(({ outcome: of }) => of !== "same")
        .map(({ line, code, outcome: of, faults: own, flags }) => ({
          line,
          code,
          outcome: of,
          faults: own.map(plainFinding),
          flags: flags.map(plainFinding),
        })),
    },
    lines: [
      say(outcome, language, { ...counts, written }),
      ...faults.map((fault) => `  ${listFaultSentence(fault, language)}`),
      ...(ignored.length === 0 ? [] : [`  ${say(shelfText.ignored, language, { heads: ignored.join("; ") })}`]),
      ...rows.flatMap(({ line, code, faults: own, flags }) =>
        [...own, ...flags].map((finding) => `  ${rowSentence(line, code, finding, language)}`),
      ),
    ],
    exit,
  };
}

function plainFinding({ code, column, cell, values }: RowFinding) {
  return { code, ...(column !== undefined && { column: column.id, field: column.field }), cell, values };
}

function listFaultSentence({ code, head }: ListFault, language: Language): string {
  return say(listFaultTexts[code], language, { head });
}

function rowSentence(line: number, code: string, finding: RowFinding, language: Language): string {
  const yuan = (fen: number, of: Language) => (of === "en" ? `CNY ${fen / 100}` : `${fen / 100}元`);
  const sentence = findingSentence(finding, yuan)[language];
  const place = finding.column?.head[language] ?? "";
  return say(shelfText.row, language, { line, code, place, sentence });
}

async function template(args: Arguments, context: Context): Promise<Report> {
  const wished = optionalText(args, "heads") ?? context.language;
  const language = languages.find((one) => one === wished);
  if (language === undefined) throw new CommandError("usage", { option: "heads" });
  const csv = shelfTemplate(language);
  return { json: { heads: shelfColumns.map(({ head }) => head[language]) }, lines: [csv.trimEnd()] };
}

function importDetails(language: Language): readonly string[] {
  const columns = shelfColumns.map(({ id, head, isRequired, choices }) => {
    const words = choices === undefined ? "" : `: ${[...choices.keys()].join(" | ")}`;
    return `  ${isRequired === true ? "*" : " "} ${id}  ${head[language]}${words}`;
  });
  return [...shelfText.help[language].split("\n"), "", ...columns];
}
