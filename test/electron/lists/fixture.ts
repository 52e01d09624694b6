/** @file A temporary folder for lists, and a small real vault to take them into. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { identify } from "../../../electron/book/session.ts";
import { importList, type ListReport } from "../../../electron/lists/import-list.ts";
import { parseListMap } from "../../../electron/lists/list-map.ts";
import { openList } from "../../../electron/lists/read-list.ts";
import { createVault, type Vault } from "../../../electron/vault/vault.ts";
import type { Row } from "../../../shared/bridge/streams.ts";

const now = () => Date.parse("2026-11-23T02:00:00.000Z");
const dir = mkdtempSync(path.join(tmpdir(), "suitbook-lists-"));
const ends: (() => Promise<void>)[] = [];
let files = 0;
afterAll(async () => {
  for (const end of ends) await end();
  rmSync(dir, { recursive: true, force: true });
});

/** Write a list and give its path. */
export function listFile(content: string | Uint8Array, name = "list.csv"): string {
  const file = path.join(dir, `${++files}-${name}`);
  writeFileSync(file, content);
  return file;
}

export const basicMap = {
  format: "suitbook-list-map/1",
  list: "branch list",
  key: ["No"],
  client: {
    kind: { as: "constant", value: "individual" },
    name: { as: "text", column: "Name" },
    phone: { as: "text", column: "Phone" },
    investableAssets: { as: "money", column: "Assets" },
  },
};

export async function emptyVault(): Promise<Vault> {
  const secret = { label: "lists", passphrase: "a long enough passphrase" };
  const { vault } = await createVault(path.join(dir, `vault-${++files}`), secret, { now, kdfFloor: 16 });
  ends.push(() => vault.close());
  return vault;
}

export async function take(vault: Vault, file: string, map: unknown): Promise<ListReport> {
  const parsed = parseListMap(map);
  const { device, actor, clock } = await identify(vault, now);
  return importList(await openList(file, parsed), parsed, { vault, device, actor, clock });
}

/** Every client and contact of the book, without stamps and derived fields. */
export async function bookOf(vault: Vault): Promise<{ clients: Row[]; contacts: Row[] }> {
  const found: Record<string, Map<string, Row>> = { client: new Map(), contact: new Map() };
  const keep = (entity: string, rows: readonly Row[]) => {
    for (const { _at, _pinyin, ...row } of rows as (Row & { _pinyin?: string })[]) found[entity]?.set(row.id, row);
  };
  for await (const frame of vault.book()) {
    if (frame.kind === "rows") keep(frame.entity, frame.rows);
    if (frame.kind === "bundles") for (const bundle of frame.rows) keep("contact", bundle.contacts);
  }
  return { clients: [...(found["client"]?.values() ?? [])], contacts: [...(found["contact"]?.values() ?? [])] };
}
