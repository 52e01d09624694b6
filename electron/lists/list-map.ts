/**
 * @file How the columns of somebody's list become clients and contacts: a MAP.json,
 * written once for each source of lists and kept.
 *
 * ```json
 * {
 *   "format": "suitbook-list-map/1",
 *   "list": "bank-marketing",
 *   "key": ["Customer No"],
 *   "empty": ["", "unknown"],
 *   "client": {
 *     "kind": { "as": "constant", "value": "individual" },
 *     "name": { "as": "text", "column": "Name" },
 *     "investableAssets": { "as": "money", "column": "Balance", "sign": "positive" }
 *   },
 *   "contact": {
 *     "at": { "as": "day-month", "day": "Day", "month": "Month", "year": 2008, "time": "10:00" },
 *     "channel": { "as": "choice", "column": "Contact", "table": { "cellular": "phone" }, "otherwise": "other" }
 *   }
 * }
 * ```
 *
 * Each row becomes one client and, where `contact` is given and its `at` is filled, one
 * contact. Fields are those of shared/model/client.ts and contact.ts; rules are below.
 */
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { clientFields } from "../../shared/model/client.ts";
import { contactFields } from "../../shared/model/contact.ts";
import { isPlainJson, type Json } from "../../shared/model/primitives.ts";

const encodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof encodings)[number];

/** Each of the three parts once; any other letter would be taken for itself, and no cell would ever fit. */
const DateFormat = z
  .string()
  .max(20)
  .refine((text) => {
    const parts: readonly string[] = text.match(/yyyy|MM?|dd?|[A-Za-z]/g) ?? [];
    return (
      parts.includes("yyyy") &&
      parts
        .map((part) => part[0])
        .toSorted()
        .join("") === "Mdy"
    );
  });

const Column = z.string().min(1).max(200);
const Year = z.int().min(1880).max(2100);
/** Time of day in China. With it a date becomes an instant, without it a day. */
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Table = z.record(z.string(), z.union([z.string(), z.number()]));

export const Rule = z.discriminatedUnion("as", [
  /** The same for every row. */
  z.strictObject({ as: z.literal("constant"), value: z.custom<Json>((value) => isPlainJson(value)) }),
  /** A name for rows without one; `{n}` is the row's number, at least `digits` long: `客户 {n}`. */
  z.strictObject({ as: z.literal("label"), text: z.string().includes("{n}"), digits: z.int().min(1).max(12) }),
  /** The cell as it is. */
  z.strictObject({ as: z.literal("text"), column: Column }),
  /** Words around cells: `第{Campaign}次联系`. Cells may be put into other words by `tables`, by column. */
  z.strictObject({
    as: z.literal("template"),
    text: z.string().min(1).max(1000),
    tables: z.record(z.string(), Table).optional(),
  }),
  z.strictObject({ as: z.literal("integer"), column: Column }),
  /**
   * An amount in units worth `times` fen: 100 for yuan, 1,000,000 for ten thousand yuan. With `sign`
   * only amounts of that sign count, without it, as fits assets and debts in one column; else
   * a negative amount refuses the row.
   */
  z.strictObject({
    as: z.literal("money"),
    column: Column,
    times: z.int().min(1).max(100_000_000).default(100),
    sign: z.enum(["positive", "negative"]).optional(),
  }),
  /** The cell looked up in `table`; a cell that is not there becomes `otherwise`, or refuses the row. */
  z.strictObject({
    as: z.literal("choice"),
    column: Column,
    table: Table,
    otherwise: z.union([z.string(), z.number()]).optional(),
  }),
  /** `format` of `yyyy`, `MM` or `M`, `dd` or `d` and the characters between them: `d.M.yyyy`. */
  z.strictObject({ as: z.literal("date"), column: Column, format: DateFormat, time: Time.optional() }),
  /** A date whose year stands nowhere. The month may be a number or `jan` to `dec`. */
  z.strictObject({ as: z.literal("day-month"), day: Column, month: Column, year: Year, time: Time.optional() }),
  /** An age in the year `year`. */
  z.strictObject({ as: z.literal("birth-year"), column: Column, year: Year }),
  /** Seconds, rounded to minutes. */
  z.strictObject({ as: z.literal("minutes"), column: Column }),
  /** Several tags in one cell. */
  z.strictObject({ as: z.literal("tags"), column: Column, separator: z.string().min(1).max(5) }),
  /** A tag for each column that holds a certain word. */
  z.strictObject({
    as: z.literal("flags"),
    flags: z.array(z.strictObject({ column: Column, is: z.string(), tag: z.string().min(1) })).min(1),
  }),
]);
export type Rule = z.infer<typeof Rule>;

const { restricted: _ofClient, investorClass: _decided, ...mappableClient } = clientFields;
const { restricted: _ofContact, client: _client, ...mappableContact } = contactFields;
/** The fields that a list may fill; those that it must are not optional. */
export const mappable = {
  client: z.object(mappableClient).partial().required({ kind: true, name: true }),
  contact: z.object(mappableContact).partial().required({ at: true, channel: true }),
};
const names = <F extends object>(fields: F) => z.enum(Object.keys(fields) as [keyof F & string]);

export const ListMap = z.strictObject({
  format: z.literal("suitbook-list-map/1"),
  /** Names the list in ids and in each client's origin: keep it when the next edition of the same list is imported. */
  list: z.string().trim().min(1).max(100),
  /** Only where detection fails. */
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  /**
   * Columns that together name a client for good: importing again then updates instead of
   * doubling. Absent: the row's number is the key, for a list that never changes.
   */
  key: z.array(Column).min(1).optional(),
  /** Columns that, with the key, name a contact; when not said, the moment of the contact. */
  contactKey: z.array(Column).min(1).optional(),
  /** Cell texts that mean nothing is known. */
  empty: z.array(z.string()).default([""]),
  client: z.partialRecord(names(mappableClient), Rule),
  contact: z.partialRecord(names(mappableContact), Rule).optional(),
});
export type ListMap = z.infer<typeof ListMap>;

/**
 * Read a MAP.json's content.
 *
 * @throws AppError `list-map`; `name` is the place in the map that is wrong
 */
export function parseListMap(raw: unknown): ListMap {
  const parsed = ListMap.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const keys = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const name = [...(issue?.path ?? []), ...keys].join(".").slice(0, 200);
    throw new AppError("list-map", { name }, { cause: parsed.error });
  }
  const map = parsed.data;
  const required = [
    ...(["kind", "name"] as const).filter((field) => map.client[field] === undefined).map((field) => `client.${field}`),
    ...(["at", "channel"] as const)
      .filter((field) => map.contact !== undefined && map.contact[field] === undefined)
      .map((field) => `contact.${field}`),
  ];
  if (required[0] !== undefined) throw new AppError("list-map", { name: required[0] });
  return map;
}
