/** @file The rows the vault keeps in memory while it is open: few, small, and asked for without waiting. */
import type { Row } from "../../shared/bridge/streams.ts";
import { mergeRow } from "../../shared/log/merge.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { type EntityName, entityNames, entityRule } from "../../shared/model/entities.ts";

export class ResidentRows {
  readonly #rows = new Map<EntityName, Map<string, Row>>(
    entityNames.filter((name) => entityRule(name).resident).map((name) => [name, new Map()]),
  );

  /** Rows by id, kept current. */
  of(entity: EntityName): ReadonlyMap<string, Row> {
    const rows = this.#rows.get(entity);
    if (rows === undefined) throw new Error(`${entity} is not resident`);
    return rows;
  }

  apply(op: Operation): void {
    const rows = this.#rows.get(op.entity);
    rows?.set(op.entityId, mergeRow(rows.get(op.entityId), op));
  }

  /** Begin again from what a snapshot holds. */
  load(saved: Readonly<Record<string, readonly Row[]>>): void {
    for (const [entity, rows] of this.#rows) {
      rows.clear();
      for (const row of saved[entity] ?? []) rows.set(row.id, row);
    }
  }

  save(): Record<string, Row[]> {
    return Object.fromEntries([...this.#rows].map(([entity, rows]) => [entity, [...rows.values()]]));
  }

  /** What the screens may see, by entity, at most so many rows at a time. */
  *shown(rowsAtOnce: number): Generator<{ entity: EntityName; rows: Row[] }> {
    for (const [entity, rows] of this.#rows) {
      if (entityRule(entity).secret === true) continue;
      const all = [...rows.values()];
      for (let from = 0; from < all.length; from += rowsAtOnce) {
        yield { entity, rows: all.slice(from, from + rowsAtOnce) };
      }
    }
  }
}
