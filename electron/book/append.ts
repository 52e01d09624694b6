/**
 * @file The one way the main process itself writes to the book: it stamps,
 * signs with this session's device and actor, checks against the entity's
 * schema and appends. Screens bring finished operations instead (services.ts).
 */

import type { HlcClock } from "../../shared/log/hlc.ts";
import { stampOf } from "../../shared/log/merge.ts";
import { type Hlc, type Operation, parseOperation } from "../../shared/log/operation.ts";
import { type EntityName, entityRule } from "../../shared/model/entities.ts";
import type { ActorId, ClientId, DeviceId, Json } from "../../shared/model/primitives.ts";
import type { Vault } from "../vault/vault.ts";

export interface WriterDeps {
  readonly vault: Pick<Vault, "append" | "rows">;
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly clock: Pick<HlcClock, "tick">;
}

type Values = Readonly<Record<string, Json | undefined>>;

/** One append: nothing of it is visible before all of it is on the disk. */
export interface Writer {
  /** Set fields of a fact; null clears a field, undefined leaves it alone. */
  set(entity: EntityName, id: string, patch: Values, client?: ClientId): Promise<{ logSeq: number }>;
  /** Write a piece of evidence, once. `value` is the record without its id. */
  record(entity: EntityName, id: string, value: Values, client?: ClientId): Promise<{ logSeq: number }>;
  /** One operation of ours, stamped now, to be appended together with others. */
  operation(entity: EntityName, id: string, values: Values, client?: ClientId): Operation;
  /** Append operations as they are, ours or imported ones, in one transaction. */
  append(operations: readonly Operation[]): Promise<{ logSeq: number }>;
}

/**
 * Every method rejects with AppError `bad-operation` before anything is written
 * when the values do not pass the entity's schema or its law, and with the
 * vault's `disk-*` and `vault-read-only` when they cannot be stored.
 */
export function createWriter({ vault, device, actor, clock }: WriterDeps): Writer {
  function build(kind: Operation["kind"], entity: EntityName, entityId: string, values: Values, client?: ClientId) {
    return parseOperation({
      id: crypto.randomUUID(),
      at: clock.tick(newestStamp(vault, entity, entityId, values)),
      device,
      actor,
      kind,
      entity,
      entityId,
      ...(client === undefined ? {} : { client }),
      [kind === "set" ? "patch" : "value"]: withoutUndefined(values),
    });
  }
  return {
    set: async (entity, id, patch, client) => vault.append([build("set", entity, id, patch, client)]),
    record: async (entity, id, value, client) => vault.append([build("record", entity, id, value, client)]),
    operation: (entity, id, values, client) =>
      build(entityRule(entity).law === "evidence" ? "record" : "set", entity, id, values, client),
    append: async (operations) => vault.append(operations),
  };
}

/** The newest stamp among the fields to be set, so that ours is later (see [Note: Clock laws], 3). */
function newestStamp(vault: Pick<Vault, "rows">, entity: EntityName, id: string, values: Values): Hlc | undefined {
  if (!entityRule(entity).resident) return undefined;
  const row = vault.rows(entity).get(id);
  if (row === undefined) return undefined;
  return Object.keys(values)
    .flatMap((field) => stampOf(row, field) ?? [])
    .toSorted()
    .at(-1);
}

function withoutUndefined(values: Values): Record<string, Json> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
