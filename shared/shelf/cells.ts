/**
 * @file What a cell of a shelf list means, and how a value is written into one. What is written
 * reads back as the same value.
 */
import { isDay } from "../model/dates.ts";
import { parseDay, parseMoney, parseNumber } from "../model/typed.ts";
import { choiceOf, type ShelfColumn } from "./columns.ts";

const cellFaultCodes = [
  "not-a-number",
  "not-whole",
  "negative",
  "too-fine",
  "not-an-amount",
  "not-a-date",
  "not-in-table",
] as const;
export type CellFaultCode = (typeof cellFaultCodes)[number];

/** One share of something, with what there is to say of it. */
export interface Share {
  readonly percent: number;
  readonly note?: string | undefined;
}
export type CellValue = string | number | readonly string[] | readonly Share[];
export type CellReading = { readonly value: CellValue } | { readonly fault: CellFaultCode };

/** A cell that takes away what the product had; an empty one leaves it. */
export const clearing: ReadonlySet<string> = new Set(["-", "—", "－"]);

/** Read a cell that holds something. */
export function readCell(column: ShelfColumn, text: string): CellReading {
  const plain = text.trim();
  switch (column.kind) {
    case "text":
      return { value: plain };
    case "lines":
      return { value: plain.replaceAll(/\r\n?/g, "\n") };
    case "whole":
      return whole(plain);
    case "days":
      return days(plain);
    case "number":
      return numeric(plain);
    case "percent":
      return percent(plain);
    case "percents":
      return percents(plain);
    case "money":
      return money(plain);
    case "day":
      return day(plain);
    case "words":
      return {
        value: [...new Set(plain.split(/[;；,，、\n]/).map((word) => word.trim()))].filter((word) => word !== ""),
      };
    case "choice": {
      const value = choiceOf(column, plain);
      return value === undefined ? { fault: "not-in-table" } : { value };
    }
  }
}

type Numeric = { readonly value: number } | { readonly fault: CellFaultCode };

function numeric(text: string): Numeric {
  const value = parseNumber(text);
  if (value === undefined) return { fault: "not-a-number" };
  return value < 0 ? { fault: "negative" } : { value };
}

function whole(text: string): Numeric {
  const reading = numeric(text);
  return "value" in reading && !Number.isInteger(reading.value) ? { fault: "not-whole" } : reading;
}

/** Words of a list that say there are no days. */
const noDays: ReadonlySet<string> = new Set(["无", "無", "没有", "沒有", "不设", "不設", "none"]);

function days(text: string): Numeric {
  const plain = text.normalize("NFKC").toLowerCase();
  return noDays.has(plain) ? { value: 0 } : whole(plain.replace(/\s*(?:个|個)?(?:自然日|天|日|days?)$/, ""));
}

/** To a hundredth, as the model keeps it; `12.5` and `12.5%` alike. */
function percent(text: string): Numeric {
  const plain = text.normalize("NFKC").replace(/\s*%$/, "");
  const reading = numeric(plain);
  return "value" in reading && /\.\d\d0*[1-9]/.test(plain) ? { fault: "too-fine" } : reading;
}

/** Several in lines of their own, or with semicolons between: `1.5 100万元以下；1 100万元以上`. */
function percents(text: string): CellReading {
  const shares: Share[] = [];
  for (const part of text.split(/\r?\n|[;；]\s*(?=[\d.．０-９])/)) {
    const [, figure = "", note = ""] = /^\s*([^\s%％]+\s*[%％]?)\s*(.*)$/s.exec(part) ?? [];
    const reading = percent(figure.trim());
    if ("fault" in reading) return reading;
    const plain = note.trim().replace(/[;；]$/, "");
    shares.push({ percent: reading.value, ...(plain !== "" && { note: plain }) });
  }
  return { value: shares };
}

function money(text: string): Numeric {
  const fen = parseMoney(text);
  if (fen !== undefined) return { value: fen };
  return { fault: /^[-−－]\s*[¥￥]?\d/.test(text) ? "negative" : "not-an-amount" };
}

function day(text: string): CellReading {
  // A spreadsheet adds midnight to a day.
  const parsed = parseDay(text.replace(/\s+0?0:00(:00)?$/, ""));
  return parsed !== undefined && isDay(parsed) ? { value: parsed } : { fault: "not-a-date" };
}

/** A value as its column has it; empty where there is none. @param word the word for a choice */
export function writeCell(
  { kind }: ShelfColumn,
  value: CellValue | undefined,
  word: (value: string) => string,
): string {
  if (value === undefined) return "";
  if (kind === "money" && typeof value === "number") return String(value / 100);
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return kind === "choice" ? word(value) : value;
  const parts = value.map((part) =>
    typeof part === "string" ? part : [part.percent, part.note].filter((one) => one !== undefined).join(" "),
  );
  return parts.join(kind === "percents" ? "\n" : "；");
}
