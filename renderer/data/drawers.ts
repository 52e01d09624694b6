/**
 * @file The clients, assessments and papers that came in at unlock, many to a record.
 *
 * [Note: Drawers]
 *
 * What Dexie takes to fill is counted in records (see [Note: Few records]), and nobody can open a
 * client before the clients and assessments are in. So they lie in drawers, each client's in the
 * one its id's hash names: a book of 10,000 is usable in a third of the time, and opening a
 * client reads nine others with it, which nobody notices. A drawer is filled once and never
 * written again: what changes or comes later has a row of its own, and that is the one that counts.
 */
import type { Row } from "../../shared/bridge/streams.ts";
import type { EntityName } from "../../shared/model/entities.ts";
import type { BookDatabase } from "./db.ts";

/** A client's evidence beside the assessments: what the sale gate rests on and what it decided, and knowledge tests. */
export const paperEntities = ["statement", "investorStatus", "decision", "knowledgeTest"] as const;
export type PaperEntity = (typeof paperEntities)[number];

/** Whose rows lie in drawers. */
export type Drawn = "client" | "assessment" | PaperEntity;

export function isPaper(entity: EntityName): entity is PaperEntity {
  return (paperEntities as readonly string[]).includes(entity);
}

const drawers = 1024;

/** Rows by the key of their drawer. One that names no client, which no assessment does, lies with the nameless. */
export class Gathered {
  readonly #byDrawer = new Map<string, Row[]>();

  add(entity: Drawn, row: Row): void {
    const key = drawerKey(entity, String(entity === "client" ? row.id : row["client"]));
    const rows = this.#byDrawer.get(key);
    if (rows !== undefined) rows.push(row);
    else this.#byDrawer.set(key, [row]);
  }

  /** Everything gathered, which is then gathered no more. */
  take(): readonly { readonly key: string; readonly rows: readonly Row[] }[] {
    const taken = [...this.#byDrawer].map(([key, rows]) => ({ key, rows }));
    this.#byDrawer.clear();
    return taken;
  }
}

/** Everything in the drawers of these clients: their rows as they were at unlock, and others'. */
export async function readDrawers(db: BookDatabase, entity: Drawn, clients: Iterable<string>): Promise<Row[]> {
  const keys = new Set<string>();
  for (const client of clients) keys.add(drawerKey(entity, client));
  if (keys.size === 0) return [];
  const found = await db.drawers.bulkGet([...keys]);
  return found.flatMap((rows) => rows ?? []);
}

/** Everything in one client's drawers, by kind, as {@link readDrawers} gives it. */
export async function readClientDrawers(
  db: BookDatabase,
  entities: readonly Drawn[],
  client: string,
): Promise<ReadonlyMap<Drawn, readonly Row[]>> {
  const found = await db.drawers.bulkGet(entities.map((entity) => drawerKey(entity, client)));
  return new Map(entities.map((entity, i) => [entity, found[i] ?? []]));
}

/** Everything in every drawer of a kind, as it was at unlock. */
export async function readEveryDrawer(db: BookDatabase, entity: Drawn): Promise<Row[]> {
  const keys = Array.from({ length: drawers }, (_, number) => `${entity}/${number}`);
  const found = await db.drawers.bulkGet(keys);
  return found.flatMap((rows) => rows ?? []);
}

function drawerKey(entity: Drawn, client: string): string {
  let hash = 0;
  for (let i = 0; i < client.length; i += 1) hash = (Math.imul(hash, 31) + client.charCodeAt(i)) | 0;
  return `${entity}/${(hash >>> 0) % drawers}`;
}
