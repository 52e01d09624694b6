/** @file The book is the same whether it comes from the log, from a snapshot, or from both. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sections } from "../../../electron/vault/book.ts";
import type { Vault } from "../../../electron/vault/vault.ts";
import type { Row } from "../../../shared/bridge/streams.ts";
import { changeOf, mergeRow, rowKey } from "../../../shared/log/merge.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { entityNames, entityRule } from "../../../shared/model/entities.ts";
import {
  alter,
  cheap,
  copyOf,
  filesOf,
  flipBit,
  makeVault,
  newClient,
  newContact,
  newStatement,
  readBook,
  setClient,
  setContact,
  setProfile,
  unlock,
} from "./fixture.ts";

const recent = "2026-11-01T02:00:00.000Z";
const old = "2026-01-05T02:00:00.000Z";

/** What the book must come to: every operation merged, in the order of the log. */
function expected(operations: readonly Operation[]) {
  const rows = new Map<string, Row>();
  const changes = new Map<string, Row>();
  for (const op of operations) {
    rows.set(rowKey(op), mergeRow(rows.get(rowKey(op)), op));
    const change = changeOf(op);
    if (change !== undefined) changes.set(change.id, change);
  }
  return { rows: sorted(rows), changes: sorted(changes) };
}

/** The same, as read; every contact must have ended up in one place. */
async function held(vault: Vault) {
  const book = await readBook(vault);
  const rows = new Map(book.rows);
  const changes = new Map<string, Row>();
  for (const bundle of book.bundles.values()) {
    for (const contact of bundle.contacts) {
      expect(rows.has(`contact/${contact.id}`), `${contact.id} twice`).toBe(false);
      rows.set(`contact/${contact.id}`, contact);
    }
    for (const change of bundle.changes) {
      expect(change["client"]).toBe(bundle.id);
      expect(changes.has(change.id), `${change.id} twice`).toBe(false);
      changes.set(change.id, change);
    }
  }
  return { rows: sorted(rows), changes: sorted(changes) };
}

function sorted(map: ReadonlyMap<string, Row>): [string, Row][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

const client = fc.constantFrom("c-1", "c-2", "c-3");
const contact = fc.constantFrom("k-1", "k-2", "k-3", "k-4");
const when = fc.constantFrom(recent, old);
const step = fc.oneof(
  { weight: 2, arbitrary: client.map((id) => ({ save: () => newClient(id) })) },
  { weight: 2, arbitrary: client.map((id) => ({ save: () => setClient(id, { phone: "13800000000" }) })) },
  { weight: 4, arbitrary: fc.tuple(contact, client, when).map(([k, c, at]) => ({ save: () => newContact(k, c, at) })) },
  {
    weight: 3,
    arbitrary: fc.tuple(contact, client).map(([k, c]) => ({ save: () => setContact(k, c, { summary: "later" }) })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(contact, client, when).map(([k, c, at]) => ({ save: () => setContact(k, c, { at }) })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(contact, client).map(([k, c]) => ({ save: () => setContact(k, c, { client: c }) })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom("s-1", "s-2"), client).map(([s, c]) => ({ save: () => newStatement(s, c) })),
  },
  { weight: 3, arbitrary: fc.constant({ act: "snapshot" as const }) },
  { weight: 1, arbitrary: fc.constant({ act: "reopen" as const }) },
);

it("holds every row, every contact in one place and every change, wherever snapshots fall", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const { vault, reopen } = await makeVault();
      let open = vault;
      const operations: Operation[] = [];
      for (const one of steps) {
        if ("save" in one) {
          const op = one.save();
          operations.push(op);
          await open.append([op]);
        } else if (one.act === "snapshot") await open.snapshot();
        else open = await reopen();
      }
      expect(await held(open)).toEqual(expected(operations));
      const { clients, contacts } = await open.stats();
      expect({ clients, contacts }).toEqual({
        clients: count(operations, "client"),
        contacts: count(operations, "contact"),
      });
      await open.snapshot();
      expect(await held(open)).toEqual(expected(operations));
      expect((await open.check()).problems).toEqual([]);
      await open.close();
    }),
    { numRuns: 40 },
  );
});

function count(operations: readonly Operation[], entity: string): number {
  return new Set(operations.filter((op) => op.entity === entity).map(({ entityId }) => entityId)).size;
}

it("has a section for every entity that is not resident, or a snapshot would lose it", () => {
  const filed = sections.filter((section) => section !== "bundle");
  expect(filed.toSorted()).toEqual(entityNames.filter((name) => !entityRule(name).resident).toSorted());
});

it("sends clients first, then assessments, recent contacts, bundles, papers and the office", async () => {
  const { vault, reopen } = await makeVault();
  await vault.append([
    setProfile("a-1", "王芳"),
    newContact("k-old", "c-1", old),
    newContact("k-new", "c-1", recent),
    newClient("c-1"),
    newStatement("s-1", "c-1"),
  ]);
  const order = ["begin", "client", "contact", "bundles", "statement", "profile", "end"];
  expect((await readBook(vault)).kinds).toEqual(order);
  await vault.snapshot();
  const { kinds, begins, bundles } = await readBook(await reopen());
  expect(kinds).toEqual(order);
  const none = { assessment: 0, investorStatus: 0, decision: 0, knowledgeTest: 0 };
  expect(begins).toEqual([{ logSeq: 1, totals: { client: 1, contact: 1, bundle: 1, statement: 1, ...none } }]);
  expect(bundles.get("c-1")?.contacts.map(({ id }) => id)).toEqual(["k-old"]);
});

it("sends today's contacts early, and in full once a bundle turns out to hold the rest", async () => {
  const { vault } = await makeVault();
  await vault.append([newClient("c-1"), newContact("k-1", "c-1", old)]);
  await vault.snapshot();
  await vault.append([setContact("k-1", "c-1", { client: "c-1", at: recent, channel: "face" })]);
  const sent = [];
  for await (const frame of vault.book())
    if (frame.kind === "rows" && frame.entity === "contact") sent.push(...frame.rows);
  expect(sent.map((row) => [row["at"], row["summary"]])).toEqual([
    [recent, undefined],
    [recent, "about k-1"],
  ]);
});

it("moves contacts into bundles once they are older than 90 days", async () => {
  let now = cheap.now();
  const { vault } = await makeVault({ now: () => now });
  await vault.append([newClient("c-1"), newContact("k-1", "c-1", recent)]);
  await vault.snapshot();
  expect((await readBook(vault)).rows.has("contact/k-1")).toBe(true);
  now += 91 * 24 * 3_600_000;
  await vault.append([newClient("c-2")]);
  await vault.snapshot();
  const { rows, bundles } = await readBook(vault);
  expect(rows.has("contact/k-1")).toBe(false);
  expect(bundles.get("c-1")?.contacts.map(({ id }) => id)).toEqual(["k-1"]);
});

it("cuts a large book into frames of at most 500 rows, and hands untouched ones on as they are stored", async () => {
  const { vault, reopen } = await makeVault();
  const many = Array.from({ length: 1_200 }, (_, n) => newClient(`c-${n}`));
  await vault.append(many);
  await vault.snapshot();
  const open = await reopen();
  await open.append([setClient("c-7", { phone: "13800000000" })]);
  const sizes = [];
  for await (const frame of open.book()) if (frame.kind === "rows") sizes.push(frame.rows.length);
  expect(sizes).toEqual([500, 500, 200]);
  const lines = [];
  for await (const chunk of open.bookLines()) lines.push(Buffer.from(chunk));
  const frames = Buffer.concat(lines)
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  const book = [];
  for await (const frame of open.book()) book.push(frame);
  expect(frames).toEqual(book);
});

it("keeps the last two snapshots", async () => {
  const { dir, vault } = await makeVault();
  const kept = [];
  for (let n = 0; n < 4; n++) {
    await vault.append([newClient(`c-${n}`)]);
    await vault.snapshot();
    kept.push((await filesOf(dir, "snap-")).map((name) => name.slice(0, 13)));
  }
  await vault.snapshot();
  expect((await filesOf(dir, "snap-")).map((name) => name.slice(0, 13))).toEqual(["snap-00000003", "snap-00000004"]);
});

it("writes a snapshot at close when many operations came since the last, and not otherwise", async () => {
  const { dir, reopen, vault } = await makeVault();
  await vault.append(Array.from({ length: 5_000 }, (_, n) => newClient(`c-${n}`)));
  const open = await reopen();
  expect(await filesOf(dir, "snap-")).toHaveLength(0);
  await open.append([newClient("c-last")]);
  await reopen();
  expect(await filesOf(dir, "snap-")).toHaveLength(1);
});

async function withTwoSnapshots() {
  const { dir, vault } = await makeVault();
  const operations = [
    newClient("c-1"),
    newContact("k-1", "c-1", old),
    newClient("c-2"),
    setClient("c-1", { phone: "13800000000" }),
  ];
  for (const [n, op] of operations.entries()) {
    await vault.append([op]);
    if (n === 1 || n === 2) await vault.snapshot();
  }
  await vault.close();
  const [older = "", newer = ""] = await filesOf(dir, "snap-");
  return { dir, older, newer, operations };
}

it("falls back to the older snapshot, then to the log alone, whichever byte is damaged", async () => {
  const { dir, older, newer, operations } = await withTwoSnapshots();
  const { length } = await readFile(path.join(dir, newer));
  for (let at = 0; at < length; at += 157) {
    const copy = await copyOf(dir);
    await alter(copy, newer, (bytes) => flipBit(bytes, at));
    if (at % 2 === 0) await alter(copy, older, (bytes) => flipBit(bytes, at));
    const vault = await unlock(copy);
    expect(vault.recovery.state, `byte ${at}`).toBe("clean");
    const report = await vault.check();
    expect(
      report.problems.map(({ file }) => file),
      `byte ${at}`,
    ).toContain(newer);
    expect(await held(vault), `byte ${at}`).toEqual(expected(operations));
    await vault.snapshot();
    expect(await held(vault)).toEqual(expected(operations));
    await vault.close();
  }
});

it("begins the book again when a snapshot turns out damaged on the way", async () => {
  const { dir, newer, operations } = await withTwoSnapshots();
  // In the middle of the first piece: its head and its end are sound.
  await alter(dir, newer, (bytes) => flipBit(bytes, 180));
  const vault = await unlock(dir);
  expect(vault.recovery.replaced).toBeUndefined();
  expect((await readBook(vault)).begins).toHaveLength(2);
  expect(await held(vault)).toEqual(expected(operations));
});

it("says so when a snapshot was damaged where opening looks", async () => {
  const { dir, newer } = await withTwoSnapshots();
  await alter(dir, newer, (bytes) => bytes.subarray(0, -1));
  expect((await unlock(dir)).recovery).toMatchObject({ state: "clean", replaced: ["snapshot"] });
});

it("does not use a snapshot of another course of the same log", async () => {
  const { dir, vault } = await makeVault();
  await vault.append([newClient("c-1")]);
  const before = await copyOf(dir);
  await vault.append([newClient("c-x")]);
  await vault.snapshot();
  const [snapshot = ""] = await filesOf(dir, "snap-");
  const other = await unlock(before);
  await other.append([newClient("c-y")]);
  await other.close();
  await writeFile(path.join(before, snapshot), await readFile(path.join(dir, snapshot)));
  const opened = await unlock(before);
  expect((await held(opened)).rows.map(([key]) => key)).toEqual(["client/c-1", "client/c-y"]);
});
