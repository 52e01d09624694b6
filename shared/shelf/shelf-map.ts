/**
 * @file How somebody else's product list becomes a shelf list: a MAP.json, written once for each
 * source of lists and kept. Not needed for a list with our own heads.
 *
 * ```json
 * {
 *   "format": "suitbook-shelf-map/1",
 *   "columns": { "code": "基金代码", "sellerGrade": "风险等级" },
 *   "words": { "sellerGrade": { "低风险": "R1", "中高风险": "R4" } },
 *   "same": { "regime": "CSRC" },
 *   "source": "基金公司月度名录"
 * }
 * ```
 */
import { z } from "zod";
import { AppError } from "../errors.ts";
import { Line } from "../model/primitives.ts";
import { shelfColumns } from "./columns.ts";

const ids = shelfColumns.map(({ id }) => id) as [string, ...string[]];
const Id = z.enum(ids);

export const ShelfMap = z.strictObject({
  format: z.literal("suitbook-shelf-map/1"),
  /** Our columns by their heads in the list. Those not named here are found by our own heads. */
  columns: z.partialRecord(Id, z.string().min(1).max(200)).default({}),
  /** What their words mean, in ours, column by column. */
  words: z.partialRecord(Id, z.record(z.string(), z.string())).default({}),
  /** What every row of the list says, though it has no such column. */
  same: z.partialRecord(Id, z.string()).default({}),
  source: Line.optional(),
  /** Only where detection fails. */
  encoding: z.enum(["utf-8", "gb18030", "utf-16le", "utf-16be"]).optional(),
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
});
export type ShelfMap = z.infer<typeof ShelfMap>;

/** @throws AppError `list-map`; `name` is the place in the map that is wrong */
export function parseShelfMap(raw: unknown): ShelfMap {
  const parsed = ShelfMap.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const keys = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  throw new AppError(
    "list-map",
    { name: [...(issue?.path ?? []), ...keys].join(".").slice(0, 200) },
    { cause: parsed.error },
  );
}
