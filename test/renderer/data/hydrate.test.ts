import "fake-indexeddb/auto";
import { liveQuery } from "dexie";
import { afterEach, describe, expect, test } from "vitest";
import { connect } from "../../../renderer/bridge.ts";
import { catchUp, hydrate } from "../../../renderer/data/hydrate.ts";
import { clientContacts } from "../../../renderer/data/reads.ts";
import { searchClients } from "../../../renderer/data/search.ts";
import { currentBook, endSession, startSession } from "../../../renderer/data/session.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { bundledBefore, createHost, session } from "./host.ts";
import { client, contact, set } from "./operations.ts";
import { expectSameBook, hydrated } from "./same-book.ts";

afterEach(endSession);

describe("hydration", () => {
  const history = (n: number): Operation[] => [
    ...Array.from({ length: n }, (_, i) => client(`c-${i}`, { name: `张${i}` })),
    contact("k-1", "c-1", { at: "2026-11-01T02:00:00.000Z" }),
    contact("k-2", "c-1", { at: "2025-11-01T02:00:00.000Z" }),
  ];

  test("lets search and the list answer before any history is in", async () => {
    const host = createHost(history(10));
    connect(host);
    const book = startSession(session);
    const searchable = new Promise<void>((resolve) =>
      book.progress.subscribe(() => book.progress.now.searchable && resolve()),
    );
    let atContacts: unknown;
    host.beforeFrame = async (frame) => {
      if (frame.kind !== "rows" || frame.entity !== "contact") return;
      await searchable;
      atContacts = { found: searchClients("张3").map((hit) => hit.client.name), listed: book.list.rows.length };
    };
    await hydrate();
    expect(atContacts).toEqual({ found: ["张3"], listed: 10 });
  });

  test("finds recent contacts as soon as they are read, and what is edited of them then", async () => {
    const host = createHost([client("c-1"), contact("k-1", "c-1"), contact("k-2", "c-1")]);
    connect(host);
    const book = startSession(session);
    host.beforeFrame = async (frame) => {
      if (frame.kind !== "bundles") return;
      while ((await clientContacts(book, "c-1")).length < 2) await new Promise((again) => setTimeout(again));
      expect(await book.db.recents.count()).toBe(0);
      host.receive(set({ entity: "contact", id: "k-1", client: "c-1", ms: 2e9 }, { summary: "当面改的" }));
    };
    await hydrate();
    await catchUp(book);
    expect((await clientContacts(book, "c-1")).map(({ summary }) => summary)).toContain("当面改的");
    await expectSameBook(book, host);
  });

  test.each([
    ["recent contacts when they are stored", "2026-11-01T02:00:00.000Z"],
    ["older contacts when they come", "2025-11-01T02:00:00.000Z"],
  ])("tells whoever asked too early of %s", async (_, at) => {
    // Small ones share a record, under the first client's key.
    const clients = ["c-0", "c-1", "c-2"];
    const host = createHost([
      ...clients.map((id) => client(id)),
      ...clients.map((id) => contact(`k-${id}`, id, { at })),
    ]);
    connect(host);
    const book = startSession(session);
    let found: readonly string[] | undefined;
    let look: () => unknown = () => undefined;
    const until = (count: number) =>
      new Promise<void>((resolve) => {
        look = () => found?.length === count && resolve();
        look();
      });
    const query = liveQuery(async () => (await clientContacts(book, "c-1")).map(({ id }) => id));
    host.beforeFrame = async (frame) => {
      if (frame.kind !== "begin") return;
      await clientContacts(book, "c-0");
      query.subscribe((ids) => {
        found = ids;
        look();
      });
      await until(0);
    };
    await hydrate();
    await until(1);
    const packs = at < bundledBefore ? book.db.bundles : book.db.recents;
    expect((await packs.toArray()).map((pack) => pack.length)).toContain(3);
  });

  test("has in it what was imported meanwhile", async () => {
    const host = createHost(history(3));
    host.beforeFrame = async (frame) => {
      if (frame.kind === "bundles") host.receive(client("c-9", { name: "远来" }));
    };
    const book = await hydrated(host);
    expect(book.list.get("c-9")?.name).toBe("远来");
  });

  test("tells how far it is, ending with done and all", async () => {
    const host = createHost(history(4));
    connect(host);
    startSession(session);
    const phases: string[] = [];
    await hydrate(({ phase, searchable, done, of }) => phases.push(`${phase} ${searchable} ${done}/${of}`));
    expect(phases.at(0)).toBe("clients false 0/6");
    expect(phases).toContain("clients true 0/6");
    expect(phases).toContain("history true 4/6");
    expect(phases.at(-1)).toBe("done true 6/6");
  });

  test("does not take half a book for a whole one", async () => {
    const host = createHost(history(3));
    host.breakOff = true;
    connect(host);
    const book = startSession(session);
    await expect(hydrate()).rejects.toMatchObject({ code: "unexpected" });
    expect(book.progress.now.phase).toBe("failed");
  });

  test("passes on why it was refused", async () => {
    const host = createHost(history(3));
    host.refuse = "locked";
    connect(host);
    startSession(session);
    await expect(hydrate()).rejects.toMatchObject({ code: "locked" });
  });

  test("stops when the vault is locked, and leaves no database behind", async () => {
    const host = createHost(history(9));
    connect(host);
    startSession(session);
    host.beforeFrame = async (frame) => {
      if (frame.kind === "bundles") host.emit("locked", { reason: "idle" });
    };
    await expect(hydrate()).rejects.toMatchObject({ code: "cancelled" });
    expect(currentBook()).toBeUndefined();
    await endSession();
    await expect.poll(async () => (await indexedDB.databases()).length).toBe(0);
    expect(searchClients("张")).toEqual([]);
  });

  test("gives each session a database of its own", async () => {
    const first = await hydrated(createHost([client("c-1")]));
    const second = await hydrated(createHost([client("c-2")]));
    expect(second.db.name).not.toBe(first.db.name);
    expect(second.list.rows.map((row) => row.id)).toEqual(["c-2"]);
  });
});
