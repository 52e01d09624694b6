/** @file The fields of a schema as a help prints them, so that help and door cannot differ. */
import { z } from "zod";
import type { Language, Localized } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";

/** As zod tells of a schema in JSON; only what is printed here. */
const Described = z.object({
  get properties() {
    return z.record(z.string(), Described).optional();
  },
  get anyOf() {
    return z.array(Described).optional();
  },
  get items() {
    return Described.optional();
  },
  required: z.array(z.string()).optional(),
  enum: z.array(z.string()).optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  default: z.json().optional(),
});
type Described = z.infer<typeof Described>;

export interface Field {
  readonly path: string;
  readonly values: string;
  /** `*` when it must be there, `=value` for a default. */
  readonly rule: string;
}

/** Every field of a schema, in order, those inside others too. */
export function fieldsOf(schema: z.ZodType): readonly Field[] {
  return fieldsUnder(Described.parse(z.toJSONSchema(schema, { io: "input" })), "");
}

function fieldsUnder({ properties = {}, required = [] }: Described, under: string): Field[] {
  return Object.entries(properties).flatMap(([name, described]) => {
    const path = under + name;
    const inner = described.anyOf?.find(({ properties: own }) => own !== undefined) ?? described;
    const value = described.default === undefined ? "" : `=${JSON.stringify(described.default)}`;
    const field = { path, values: valuesOf(inner), rule: required.includes(name) ? "*" : value };
    return [field, ...fieldsUnder(inner, `${path}.`)];
  });
}

function valuesOf({ enum: named, type, format, minimum, maximum, items, anyOf }: Described): string {
  if (anyOf !== undefined) return [...new Set(anyOf.map(valuesOf))].filter((one) => one !== "").join(" | ");
  if (items !== undefined) return `[${valuesOf(items)}, ...]`;
  if (named !== undefined) return named.join(" | ");
  if (Array.isArray(type)) return type.join(" | ");
  if (type === "boolean") return "true | false";
  if (type === "object") return "{}";
  if (type === "integer") return integerFrom(minimum, maximum);
  if (format === "date-time") return "YYYY-MM-DDTHH:MM:SS.SSSZ";
  return format === "date" ? "YYYY-MM-DD" : (type ?? "");
}

/** Whatever is beyond the safe ones is no limit that anybody meant. */
function integerFrom(minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER): string {
  const low = minimum === Number.MIN_SAFE_INTEGER ? "" : String(minimum);
  const high = maximum === Number.MAX_SAFE_INTEGER ? "" : String(maximum);
  return low === "" && high === "" ? "integer" : `integer ${low}..${high}`;
}

/** One row a field, with what it means. */
export function fieldTable(
  fields: readonly Field[],
  meanings: Readonly<Record<string, Localized>>,
  language: Language,
): readonly string[] {
  const width = (column: "path" | "rule") => Math.max(...fields.map((field) => field[column].length));
  return fields.map(({ path, values, rule }) => {
    const meaning = meanings[path];
    const told = meaning === undefined ? "" : `  ${say(meaning, language)}`;
    return `  ${path.padEnd(width("path"))}  ${rule.padEnd(width("rule"))}  ${values}${told}`.trimEnd();
  });
}
