/**
 * @file Turns cells into field values by the rules of a list map. Nothing here knows
 * what a field may hold: the schemas of the model judge that afterwards.
 */
import { AppError } from "../../shared/errors.ts";
import { isDay } from "../../shared/model/dates.ts";
import type { Json } from "../../shared/model/primitives.ts";
import type { ListMap, Rule } from "./list-map.ts";

export interface ListRow {
  /** Line of the file on which the row ends; the header is line 1. */
  readonly line: number;
  /** The row's number in the list, from 1. */
  readonly n: number;
  readonly cells: readonly string[];
}

/** Why a cell could not be read. The column is named, never its content: reports may be passed on. */
export interface CellFault {
  readonly reason: "not-a-number" | "negative" | "not-a-date" | "not-in-table";
  readonly column: string;
}

type Reading = { readonly value: Json | undefined } | { readonly fault: CellFault };
export type CellReader = (row: ListRow) => Reading;

const nothing: Reading = { value: undefined };
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Finds columns by name. Kept as a Map: a header may say `__proto__`. */
export interface Columns {
  /** @throws AppError `list-map` when the list has no such column, or two of that name */
  indexOf(name: string): number;
}

export function columnsOf(header: readonly string[]): Columns {
  const byName = new Map<string, number[]>();
  header.forEach((name, index) => {
    const key = name.trim();
    byName.set(key, [...(byName.get(key) ?? []), index]);
  });
  return {
    indexOf(name) {
      const [index, second] = byName.get(name.trim()) ?? [];
      if (index === undefined || second !== undefined) throw new AppError("list-map", { name: name.slice(0, 200) });
      return index;
    },
  };
}

/**
 * What reads one field from every row.
 *
 * @throws AppError `list-map` when the rule names a column the list does not have
 */
export function readerOf(rule: Rule, columns: Columns, map: ListMap): CellReader {
  const cellOf = (column: string) => {
    const index = columns.indexOf(column);
    return (row: ListRow) => knownText(row.cells[index], map.empty);
  };
  /** A rule for one column: an empty cell is no value. */
  const fromCell = (column: string, read: (text: string) => Reading): CellReader => {
    const cell = cellOf(column);
    return (row) => {
      const text = cell(row);
      return text === undefined ? nothing : read(text);
    };
  };
  switch (rule.as) {
    case "constant":
      return () => ({ value: rule.value });
    case "label":
      return (row) => ({ value: rule.text.replace("{n}", String(row.n).padStart(rule.digits, "0")) });
    case "text":
      return fromCell(rule.column, (value) => ({ value }));
    case "template":
      return templateReader(rule, cellOf);
    case "integer":
      return fromCell(rule.column, (text) => number(text, rule.column));
    case "money":
      return fromCell(rule.column, (text) => money(text, rule));
    case "choice": {
      const table = new Map(Object.entries(rule.table));
      const cell = cellOf(rule.column);
      return (row) => choice(cell(row), table, rule);
    }
    case "date":
      return fromCell(rule.column, (text) => moment(dateByFormat(text, rule.format), rule.time, rule.column));
    case "day-month":
      return dayMonthReader(rule, cellOf);
    case "birth-year":
      return fromCell(rule.column, (text) => mapNumber(number(text, rule.column), (age) => rule.year - age));
    case "minutes":
      return fromCell(rule.column, (text) => mapNumber(number(text, rule.column), (s) => Math.round(s / 60)));
    case "tags":
      return fromCell(rule.column, (text) => ({ value: distinct(text.split(rule.separator)) }));
    case "flags": {
      const flags = rule.flags.map((flag) => ({ ...flag, cell: cellOf(flag.column) }));
      return (row) => {
        const tags = flags.filter((flag) => flag.cell(row) === flag.is).map((flag) => flag.tag);
        return tags.length === 0 ? nothing : { value: distinct(tags) };
      };
    }
  }
}

type CellOf = (column: string) => (row: ListRow) => string | undefined;

/** Words in braces are columns; a template whose every cell is empty gives nothing. */
function templateReader(rule: Rule & { as: "template" }, cellOf: CellOf): CellReader {
  const parts = rule.text.split(/\{([^{}]+)\}/).map((part, i) => {
    if (i % 2 === 0) return part;
    const table = Object.entries(rule.tables ?? {}).find(([column]) => column === part)?.[1];
    return { cell: cellOf(part), table: new Map(Object.entries(table ?? {})) };
  });
  const columns = parts.filter((part) => typeof part !== "string").length;
  return (row) => {
    let filled = 0;
    const text = parts.map((part) => {
      if (typeof part === "string") return part;
      const cell = part.cell(row);
      if (cell !== undefined) filled++;
      // An empty cell may be worth a word of its own in the table.
      return String(part.table.get(cell ?? "") ?? cell ?? "");
    });
    return filled === 0 && columns > 0 ? nothing : { value: text.join("") };
  };
}

function dayMonthReader(rule: Rule & { as: "day-month" }, cellOf: CellOf): CellReader {
  const [dayCell, monthCell] = [cellOf(rule.day), cellOf(rule.month)];
  return (row) => {
    const [day, month] = [dayCell(row), monthCell(row)];
    if (day === undefined || month === undefined) return nothing;
    const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const monthNumber = named > 0 ? named : month;
    return moment(`${rule.year}-${pad(monthNumber)}-${pad(day)}`, rule.time, rule.day);
  };
}

function knownText(cell: string | undefined, empty: readonly string[]): string | undefined {
  const text = cell?.trim() ?? "";
  return text === "" || empty.includes(text) ? undefined : text;
}

function number(text: string, column: string): { value: number } | { fault: CellFault } {
  // Thousands separators only where thousands stand: 1,234,567.
  const plain = /^[-+]?\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(/[,，]/g, "") : text;
  return /^[-+]?\d{1,15}(\.\d{1,10})?$/.test(plain)
    ? { value: Number(plain) }
    : { fault: { reason: "not-a-number", column } };
}

function mapNumber(reading: { value: number } | { fault: CellFault }, change: (n: number) => number): Reading {
  return "fault" in reading ? reading : { value: change(reading.value) };
}

function money(text: string, rule: Rule & { as: "money" }): Reading {
  const reading = number(text.replace(/^[¥￥]\s*/, "").replace(/\s*元$/, ""), rule.column);
  if ("fault" in reading) return reading;
  const amount = reading.value;
  if (rule.sign === "positive" && amount < 0) return nothing;
  if (rule.sign === "negative" && amount >= 0) return nothing;
  if (rule.sign === undefined && amount < 0) return { fault: { reason: "negative", column: rule.column } };
  return { value: Math.round(Math.abs(amount) * rule.times) };
}

function choice(
  cell: string | undefined,
  table: ReadonlyMap<string, string | number>,
  rule: Rule & { as: "choice" },
): Reading {
  const value = cell === undefined ? rule.otherwise : (table.get(cell) ?? rule.otherwise);
  if (value !== undefined) return { value };
  return cell === undefined ? nothing : { fault: { reason: "not-in-table", column: rule.column } };
}

/** ISO day text; empty when the cell does not look like the format. */
function dateByFormat(text: string, format: string): string {
  const pattern = format.replaceAll(/yyyy|MM?|dd?|[^A-Za-z]/g, (part) => {
    if (part === "yyyy") return "(?<y>\\d{4})";
    if (part === "MM") return "(?<m>\\d{2})";
    if (part === "M") return "(?<m>\\d{1,2})";
    if (part === "dd") return "(?<d>\\d{2})";
    if (part === "d") return "(?<d>\\d{1,2})";
    return `\\u{${part.codePointAt(0)?.toString(16)}}`;
  });
  const found = new RegExp(`^${pattern}$`, "u").exec(text)?.groups;
  return found === undefined ? "" : `${found["y"]}-${pad(found["m"])}-${pad(found["d"])}`;
}

function moment(day: string, time: string | undefined, column: string): Reading {
  if (!isDay(day)) return { fault: { reason: "not-a-date", column } };
  return { value: time === undefined ? day : new Date(`${day}T${time}:00.000+08:00`).toISOString() };
}

function pad(value: string | number | undefined): string {
  return String(value ?? "").padStart(2, "0");
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
}
