/** @file What a record rests on, by name: other records, files of the book, rule packs. Pure. */
import type { EntityName } from "../model/entities.ts";
import type { Json } from "../model/primitives.ts";

type Values = Readonly<Record<string, Json>>;

/** Fields that name records: one, several, or an object with its `id`. */
const namingFields: Partial<Record<EntityName, Readonly<Record<string, EntityName>>>> = {
  assessment: { previous: "assessment" },
  investorStatus: { knowledgeTest: "knowledgeTest", recording: "attachment" },
  decision: {
    sheet: "productSheet",
    assessment: "assessment",
    statements: "statement",
    statuses: "investorStatus",
    recording: "attachment",
  },
};

export interface Named {
  readonly entity: EntityName;
  readonly id: string;
}

/** The records a record names, and the files, as the attachments they are. */
export function recordsNamedBy(entity: EntityName, values: Values): readonly Named[] {
  const named = Object.entries(namingFields[entity] ?? {}).flatMap(([field, target]) =>
    idsIn(values[field]).map((id) => ({ entity: target, id })),
  );
  const files = documentsIn(values).map(({ attachment }) => ({ entity: "attachment" as const, id: attachment }));
  return [...named, ...files];
}

function idsIn(value: Json | undefined): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return typeof value === "object" && value !== null && typeof value["id"] === "string" ? [value["id"]] : [];
}

/** Every file a record rests on, with what it held then; wherever in the record it stands. */
export function documentsIn(value: Json): readonly { readonly attachment: string; readonly sha256: string }[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  const { attachment, sha256 } = value;
  if (typeof attachment === "string" && typeof sha256 === "string") return [{ attachment, sha256 }];
  return Object.values(value).flatMap(documentsIn);
}

export interface PackRef {
  readonly id: string;
  readonly version: string;
}

/** Fields that name rule packs. */
const packFields: Partial<Record<EntityName, readonly string[]>> = {
  assessment: ["questionnaire", "matrix"],
  knowledgeTest: ["questionnaire"],
  investorStatus: ["pack"],
  decision: ["pack", "matrix"],
};

/** The rule packs and document texts a record was made by, each once. */
export function packsNamedBy(entity: EntityName, values: Values): readonly PackRef[] {
  const direct = (packFields[entity] ?? []).map((field) => values[field]);
  const { documents, signature, made } = values;
  const signed = Array.isArray(documents) ? documents.map((one) => (isObject(one) ? one["pack"] : undefined)) : [];
  const texts = [signature, made].map((one) => (isObject(one) ? one["texts"] : undefined));
  const found = new Map<string, PackRef>();
  for (const ref of [...direct, ...signed, ...texts]) {
    if (!isObject(ref) || typeof ref["id"] !== "string" || typeof ref["version"] !== "string") continue;
    found.set(packKey({ id: ref["id"], version: ref["version"] }), { id: ref["id"], version: ref["version"] });
  }
  return [...found.values()];
}

/** The record that a file was made of; undefined where somebody brought it. */
export function recordOfFile({ made }: Values): string | undefined {
  return isObject(made) && typeof made["record"] === "string" ? made["record"] : undefined;
}

/** Also the id of the record of a pack that was taken in. */
export function packKey({ id, version }: PackRef): string {
  return `${id}.${version}`;
}

function isObject(value: Json | undefined): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
