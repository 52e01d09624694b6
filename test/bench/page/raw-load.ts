/**
 * @file The baseline of the unlock figures: every row of the book put into raw IndexedDB one by
 * one. The rows are parsed and in memory before the clock starts, so this is less than any
 * real unlock without bundles would take.
 */
import { putAll, rawDatabase } from "./raw.ts";

interface Line {
  readonly kind: string;
  readonly entity?: string;
  readonly rows?: readonly { readonly id: string; readonly contacts?: object[]; readonly changes?: object[] }[];
}

const storeOf: Readonly<Record<string, string>> = { client: "clients", contact: "contacts", assessment: "assessments" };
const rowsPerTransaction = 500;

const rawLoad = async (): Promise<{ ms: number; rows: number }> => {
  const response = await fetch("/stream/book");
  const lines = (await response.text()).split("\n").filter((line) => line !== "");
  const rows: Record<string, object[]> = { clients: [], assessments: [], contacts: [], changes: [], office: [] };
  for (const line of lines) {
    const frame = JSON.parse(line) as Line;
    for (const row of frame.rows ?? []) {
      if (frame.kind === "bundles") {
        rows["contacts"]?.push(...(row.contacts ?? []));
        rows["changes"]?.push(...(row.changes ?? []));
      } else {
        const store = storeOf[frame.entity ?? ""];
        if (store !== undefined) rows[store]?.push(row);
        else rows["office"]?.push({ key: `${frame.entity}/${row.id}`, entity: frame.entity, row });
      }
    }
  }
  const db = await rawDatabase(`raw-${crypto.randomUUID()}`);
  const start = performance.now();
  let count = 0;
  for (const [store, all] of Object.entries(rows)) {
    count += all.length;
    for (let from = 0; from < all.length; from += rowsPerTransaction) {
      await putAll(db, store, all.slice(from, from + rowsPerTransaction));
    }
  }
  const ms = performance.now() - start;
  db.close();
  return { ms, rows: count };
};
export type RawLoad = typeof rawLoad;

Object.defineProperty(window, "rawLoad", { value: rawLoad });
