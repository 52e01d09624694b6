/**
 * @file One change to the book, as it stands in the log and in packages.
 * See [Note: Facts and evidence] and [Note: Merge laws].
 */
import { z } from "zod";
import { AppError } from "../errors.ts";
import { type EntityName, entities, entityRule } from "../model/entities.ts";
import { ActorId, ClientId, DeviceId, isPlainJson, Json, Lines, RecordId } from "../model/primitives.ts";

/** Hybrid logical time: `<ms, 12 hex>-<counter, 4 hex>-<device>`. Its order as text is its order in time. */
export const Hlc = z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}$/);
export type Hlc = z.infer<typeof Hlc>;

const base = {
  id: z.uuid(),
  at: Hlc,
  device: DeviceId,
  actor: ActorId,
  entity: z.enum(Object.keys(entities) as [EntityName, ...EntityName[]]),
  entityId: RecordId,
  /** The client whose page this belongs to; absent for office records. For a client record it is its own id. */
  client: ClientId.optional(),
  /** Why, where a screen asked for a reason. */
  reason: Lines.optional(),
};

const longestName = 60;

/** Fields by name. See [Note: Plain JSON]. */
const Values = z.union([z.custom<Record<string, Json>>(isPlainRecord), z.record(z.string().max(longestName), Json)]);

function isPlainRecord(value: unknown): boolean {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord && isPlainJson(value) && Object.keys(value).every((name) => name.length <= longestName);
}

/**
 * `record` writes a piece of evidence, once. `set` sets fields of a fact; null clears a field.
 * `was` is what its writer saw in those fields, for the timeline and for telling two edits
 * apart; it is never merged. A field that is not in it was empty.
 */
export const Operation = z.discriminatedUnion("kind", [
  z.strictObject({ ...base, kind: z.literal("record"), value: Values }),
  z.strictObject({ ...base, kind: z.literal("set"), patch: Values, was: Values.optional() }),
]);
export type Operation = z.infer<typeof Operation>;

/**
 * Parse one operation down to its entity's fields, as every door must.
 *
 * @throws AppError `bad-operation`; `cause` says what was wrong.
 */
export function parseOperation(raw: unknown): Operation {
  const parsed = Operation.safeParse(raw);
  if (!parsed.success) throw new AppError("bad-operation", {}, { cause: parsed.error });
  return parseValues(parsed.data);
}

/**
 * The other half of {@link parseOperation}, for what came through a door that has parsed it as an
 * {@link Operation}.
 *
 * @throws AppError `bad-operation`, as that
 */
export function parseValues(operation: Operation): Operation {
  const rule = entityRule(operation.entity);
  if ((rule.law === "evidence") !== (operation.kind === "record")) {
    throw new AppError("bad-operation", {}, { cause: new Error(`${operation.entity} is ${rule.law}`) });
  }
  const values =
    operation.kind === "record"
      ? rule.record.safeParse({ ...operation.value, id: operation.entityId })
      : patchSchema(operation.entity).safeParse(operation.patch);
  if (!values.success) throw new AppError("bad-operation", {}, { cause: values.error });
  const ofClient = operation.kind === "record" ? operation.value["client"] : operation.patch["client"];
  const expected = operation.entity === "client" ? operation.entityId : ofClient;
  if (typeof expected === "string" && operation.client !== expected) {
    throw new AppError("bad-operation", {}, { cause: new Error("client does not fit the record") });
  }
  // The parsed values, so that trimmed text and normalised phones are what is kept.
  if (operation.kind === "set") {
    const was = patchSchema(operation.entity).safeParse(operation.was ?? {});
    if (!was.success) throw new AppError("bad-operation", {}, { cause: was.error });
    return { ...operation, patch: values.data as Record<string, Json> };
  }
  const { id: _, ...value } = values.data as Record<string, Json>;
  return { ...operation, value };
}

const patchSchemas = new Map<EntityName, z.ZodType>();

/** Every field optional and clearable; unknown fields refused. */
function patchSchema(entity: EntityName): z.ZodType {
  let schema = patchSchemas.get(entity);
  if (schema === undefined) {
    const fields = Object.entries(entityRule(entity).fields).map(([name, field]) => [
      name,
      (field as z.ZodType).nullable().optional(),
    ]);
    schema = z.strictObject(Object.fromEntries(fields) as z.ZodRawShape);
    patchSchemas.set(entity, schema);
  }
  return schema;
}
