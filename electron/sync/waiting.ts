/**
 * @file What the next package would carry, counted. Keeps its place in the log, so
 * that each look reads only what is new.
 */
import type { z } from "zod";
import type { SyncState, WaitingGroup } from "../../shared/bridge/contract.ts";
import { hlcInstant } from "../../shared/log/hlc.ts";
import type { Hlc, Operation } from "../../shared/log/operation.ts";
import { type EntityName, entityNames, entityRule } from "../../shared/model/entities.ts";
import type { DeviceId } from "../../shared/model/primitives.ts";
import type { Vault } from "../vault/vault.ts";
import { isOutgoing } from "./outgoing.ts";

export type WaitingState = z.infer<typeof SyncState>["waiting"];

interface Group {
  operations: number;
  readonly records: Set<string>;
  readonly created: Set<string>;
  earliest: Hlc;
}

/**
 * @returns a function: what goes out and lies after a log sequence number, the end of
 *   the last package.
 */
export function countWaiting(
  vault: Pick<Vault, "operations" | "logSeq">,
  device: DeviceId,
): (after: number) => Promise<WaitingState> {
  let groups = new Map<EntityName, Group>();
  let from = -1;
  let through = -1;
  let reading: Promise<unknown> = Promise.resolve();

  async function read(after: number): Promise<WaitingState> {
    if (after !== from) {
      groups = new Map();
      from = after;
      through = after;
    }
    if (through < vault.logSeq) {
      for await (const frame of vault.operations(through)) {
        for (const operation of frame.operations) if (isOutgoing(operation, device)) count(groups, operation);
        through = frame.logSeq;
      }
    }
    return summary(groups);
  }

  return (after) => {
    const result = reading.then(() => read(after));
    reading = result.catch(() => undefined);
    return result;
  };
}

function count(groups: Map<EntityName, Group>, operation: Operation): void {
  const { entity, entityId, at } = operation;
  const group = groups.get(entity) ?? { operations: 0, records: new Set(), created: new Set(), earliest: at };
  groups.set(entity, group);
  group.operations++;
  group.records.add(entityId);
  if (at < group.earliest) group.earliest = at;
  if (isCreating(operation)) group.created.add(entityId);
}

/** What could stand alone as a record is what made it: later changes name single fields. See [Note: Merge laws]. */
function isCreating(operation: Operation): boolean {
  if (operation.kind === "record") return true;
  return requiredFields(operation.entity).every((field) => operation.patch[field] != null);
}

const required = new Map<EntityName, readonly string[]>();

/** The fields no record of an entity is without. */
function requiredFields(entity: EntityName): readonly string[] {
  let fields = required.get(entity);
  if (fields === undefined) {
    const { record, fields: all } = entityRule(entity);
    // A record of nothing is refused for exactly the fields it must have.
    const missing = record.safeParse({}).error?.issues.map(({ path }) => path[0]) ?? [];
    fields = Object.keys(all).filter((field) => missing.includes(field));
    required.set(entity, fields);
  }
  return fields;
}

function summary(groups: ReadonlyMap<EntityName, Group>): WaitingState {
  const shown: z.infer<typeof WaitingGroup>[] = entityNames.flatMap((entity) => {
    const group = groups.get(entity);
    if (group === undefined) return [];
    const { operations, records, created, earliest } = group;
    return [{ entity, operations, records: records.size, created: created.size, earliest: hlcInstant(earliest) }];
  });
  const earliest = shown.map((group) => group.earliest).sort()[0];
  return {
    operations: shown.reduce((sum, group) => sum + group.operations, 0),
    groups: shown,
    ...(earliest !== undefined && { earliest }),
  };
}
