import "fake-indexeddb/auto";
import { liveQuery } from "dexie";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { connect } from "../../../renderer/bridge.ts";
import { dropDraft, finishAssessment, logContact, saveClient, saveDraft } from "../../../renderer/data/commands.ts";
import { catchUp, hydrate } from "../../../renderer/data/hydrate.ts";
import {
  assessmentById,
  clientAssessments,
  clientById,
  clientContacts,
  contactLog,
  readTimeline,
} from "../../../renderer/data/reads.ts";
import { endSession, startSession } from "../../../renderer/data/session.ts";
import type { BookFrame, Row } from "../../../shared/bridge/streams.ts";
import { mergeRow } from "../../../shared/log/merge.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { Client } from "../../../shared/model/client.ts";
import { createHost, type Host, session } from "./host.ts";
import { anyOperation, assessment, client, contact, editClient, finished, set } from "./operations.ts";
import { expectSameBook, framesOf, hydrated, isNoSuchRecord } from "./same-book.ts";

afterEach(endSession);

describe("the view after hydration and following the log", { timeout: 60_000 }, () => {
  test("is the same book as merging every operation one by one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyOperation, { maxLength: 25 }),
        fc.array(fc.array(anyOperation, { minLength: 1, maxLength: 5 }), { maxLength: 4 }),
        async (before, after) => {
          const host = createHost(before);
          const book = await hydrated(host);
          await expectSameBook(book, host);
          for (const operations of after) host.receive(...operations);
          await catchUp(book);
          await expectSameBook(book, host);
          await endSession();
        },
      ),
      { numRuns: 30 },
    );
  });

  test("is the same book when people save and import while it is still hydrating", async () => {
    const id = fc.constantFrom("c-1", "c-2", "c-3");
    const action: fc.Arbitrary<(host: Host) => Promise<unknown>> = fc.oneof(
      fc.tuple(id, fc.constantFrom("13800006027", null)).map(
        ([c, phone]) =>
          () =>
            saveClient({ phone }, { id: c }),
      ),
      id.map((c) => () => logContact({ client: c, at: "2026-11-20T08:42:00.000Z", channel: "sms" })),
      fc.tuple(id, fc.integer({ min: 1, max: 4 })).map(
        ([c, n]) =>
          () =>
            logContact({ client: c, nextOn: null }, { id: `${c}-k${n}` }),
      ),
      // Changed at once, which has the list count its client again.
      id.map((c) => async () => {
        const at = "2026-11-20T08:42:00.000Z";
        const made = await logContact({ client: c, at, channel: "sms" });
        await logContact({ client: c, at: "2026-08-01T08:42:00.000Z" }, { id: made });
      }),
      fc.constant(() => saveDraft("contact", "c-1", { b: 2 })),
      fc.constant(() => dropDraft("client", "new")),
      anyOperation.map((operation) => async (host: Host) => host.receive(operation)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyOperation, { minLength: 1, maxLength: 20 }),
        fc.array(fc.record({ frame: fc.nat({ max: 12 }), action }), { minLength: 1, maxLength: 6 }),
        async (before, meanwhile) => {
          const host = createHost(before);
          connect(host);
          const book = startSession(session);
          const running: Promise<unknown>[] = [];
          let frame = 0;
          host.beforeFrame = async () => {
            for (const now of meanwhile) if (now.frame === frame) running.push(now.action(host).catch(isNoSuchRecord));
            frame += 1;
          };
          await hydrate();
          await Promise.all(running);
          await catchUp(book);
          await expectSameBook(book, host);
          await endSession();
        },
      ),
      { numRuns: 30 },
    );
  });

  test("opens every client whole from the moment it says so, whatever is saved and imported meanwhile", async () => {
    const id = fc.constantFrom("c-1", "c-2", "c-3");
    const save: fc.Arbitrary<(host: Host) => Promise<unknown>> = fc.oneof(
      id.map((c) => () => saveClient({ phone: "13800006027" }, { id: c })),
      id.map((c) => () => finishAssessment(finished(c) as never)),
      anyOperation.map((operation) => async (host: Host) => host.receive(operation)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyOperation, { minLength: 1, maxLength: 20 }),
        fc.array(fc.record({ frame: fc.nat({ max: 12 }), save }), { maxLength: 4 }),
        async (before, meanwhile) => {
          const host = createHost(before);
          connect(host);
          const book = startSession(session);
          const atUnlock = host.rows();
          const running: Promise<unknown>[] = [];
          const look = async () => {
            for (const [key, row] of atUnlock) {
              const [entity, rest] = key.split("/");
              if (entity === "client" && Client.safeParse(row).success)
                expect(await clientById(book, row.id)).not.toBeNull();
              if (entity !== "assessment") continue;
              expect((await assessmentById(book, row.id))?.id).toBe(rest);
              const ids = (await clientAssessments(book, String(row["client"]))).map((a) => a.id);
              expect(ids.filter((other) => other === row.id)).toHaveLength(1);
            }
          };
          let frame = 0;
          host.beforeFrame = async () => {
            for (const now of meanwhile) if (now.frame === frame) running.push(now.save(host).catch(isNoSuchRecord));
            frame += 1;
            if (book.progress.now.phase !== "clients") running.push(look());
          };
          await hydrate();
          await look();
          await Promise.all(running);
          await look();
          await catchUp(book);
          await expectSameBook(book, host);
          await endSession();
        },
      ),
      { numRuns: 30 },
    );
  });

  test("is the same book when the sender had to begin again in the middle", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyOperation, { minLength: 1, maxLength: 20 }), fc.nat(), async (operations, cut) => {
        const host = createHost(operations);
        // What was sent of a damaged snapshot need not even be right.
        const stale = [client("c-9"), contact("c-1-k1", "c-1", { nextOn: "2026-12-31" }, 60)];
        const sender = createHost([...stale, ...operations]);
        sender.frameRows = 1;
        const damaged = await framesOf(sender);
        host.reshape = (frames) => [...damaged.slice(0, cut % damaged.length), ...frames];
        await expectSameBook(await hydrated(host), host);
        await endSession();
      }),
      { numRuns: 20 },
    );
  });

  test("counts a contact by its full row when only a part of it could be sent first", async () => {
    const at = "2026-01-05T02:00:00.000Z";
    const part = contact("k-1", "c-1", { at, nextOn: "2026-12-01" }, 10);
    const host = createHost([
      client("c-1"),
      part,
      set({ entity: "contact", id: "k-1", client: "c-1", ms: 20 }, { nextOn: "2026-12-31" }),
    ]);
    const row = (operation: Operation[]): BookFrame => {
      const rows = [operation.reduce<Row | undefined>(mergeRow, undefined) as Row];
      return { kind: "rows", entity: "contact", rows };
    };
    host.reshape = (frames) => [
      ...frames.filter((frame) => frame.kind === "begin" || (frame.kind === "rows" && frame.entity === "client")),
      row([part]),
      { kind: "bundles", rows: [{ id: "c-1", contacts: [], changes: [] }] },
      row(host.log.flat().slice(1)),
      { kind: "end" },
    ];
    const book = await hydrated(host);
    expect(book.list.get("c-1")?.nextOn).toBe("2026-12-31");
    await expectSameBook(book, host);
  });

  test("does not change when everything arrives once more", async () => {
    const operations = [
      client("c-1"),
      contact("k-1", "c-1", { at: "2026-01-05T02:00:00.000Z" }),
      assessment("a-1", "c-1"),
    ];
    const host = createHost(operations);
    const book = await hydrated(host);
    host.receive(...operations);
    await catchUp(book);
    await expectSameBook(book, host);
  });

  test("keeps an edited older contact once: the row stands, the bundle's copy does not", async () => {
    const host = createHost([client("c-1"), contact("k-1", "c-1", { at: "2026-01-05T02:00:00.000Z", summary: "旧" })]);
    const book = await hydrated(host);
    host.receive(set({ entity: "contact", id: "k-1", client: "c-1" }, { summary: "新" }));
    await catchUp(book);
    const { items } = await readTimeline(book, "c-1");
    expect(items.map((item) => item.kind === "contact" && item.contact.summary)).toEqual(["新"]);
  });

  test("keeps an assessment once when an earlier record of it arrives: the earlier stands", async () => {
    const host = createHost([client("c-1"), assessment("a-1", "c-1", { level: "C3" }, 20)]);
    const book = await hydrated(host);
    host.receive(assessment("a-1", "c-1", { level: "C5" }, 10));
    await catchUp(book);
    expect((await clientAssessments(book, "c-1")).map(({ level }) => level)).toEqual(["C5"]);
    expect((await assessmentById(book, "a-1"))?.level).toBe("C5");
  });

  test("takes an import of thousands of operations about few rows", async () => {
    const host = createHost([client("c-1")]);
    const book = await hydrated(host);
    const edits = Array.from({ length: 3000 }, (_, i) => editClient("c-1", { investableAssets: i }, 2_000_000 + i));
    host.receive(...edits);
    await catchUp(book);
    expect(book.list.get("c-1")?.assets).toBe(2999);
    await expectSameBook(book, host);
  });

  test("takes an import of thousands of contacts, and what is about them before, in and after it", async () => {
    const whose = (i: number) => `c-${1 + (i % 3)}`;
    const edit = (id: string, of: string, patch: object, ms: number) =>
      set({ entity: "contact", id, client: of, ms }, patch);
    const host = createHost([
      ...["c-1", "c-2", "c-3"].map((id) => client(id)),
      contact("k-1", "c-1", { at: "2026-01-05T02:00:00.000Z" }),
      contact("k-2", "c-2", { at: "2026-11-05T02:00:00.000Z" }),
      edit("k-3", "c-3", { summary: "先到的改动" }, 1_000_000_000),
    ]);
    const book = await hydrated(host);
    const all = Array.from({ length: 2_000 }, (_, i) =>
      contact(`k-${i}`, whose(i - 1), { at: new Date(Date.UTC(2026, 9, 1) + i * 3_600_000).toISOString() }, 100 + i),
    );
    host.receive(
      ...all,
      edit("k-7", whose(6), { summary: "同时的改动", nextOn: "2027-03-01" }, 1_000_000_001),
      edit("k-8", "c-3", { client: "c-3" }, 1_000_000_002),
      edit("k-9999", "c-1", { summary: "谁的" }, 1_000_000_003),
      editClient("c-2", { investableAssets: 5 }, 1_000_000_004),
    );
    await catchUp(book);
    await expectSameBook(book, host);
    // What nobody knew stands by client.
    expect(await book.db.contacts.count()).toBeLessThan(10);
    const seen = readTimeline(book, "c-1").then(({ items }) => items.filter((item) => item.kind === "contact").length);
    expect(await seen).toBe([...host.rows().values()].filter((row) => row["client"] === "c-1").length);

    host.receive(...all.map(({ entityId, client: of = "" }, i) => edit(entityId, of, { summary: `再${i}` }, 2e9 + i)));
    await catchUp(book);
    await expectSameBook(book, host);
    expect((await contactLog(book, { limit: 2_000 })).every(({ summary }) => summary?.startsWith("再"))).toBe(true);
  });

  test("shows a live query what a large import brought its client", async () => {
    const host = createHost([client("c-1")]);
    const book = await hydrated(host);
    let heard: (count: number) => void = () => undefined;
    const seen = (expected: number) =>
      new Promise<void>((resolve) => {
        heard = (count) => count === expected && resolve();
      });
    let next = seen(0);
    const query = liveQuery(async () => (await clientContacts(book, "c-1")).length);
    const { unsubscribe } = query.subscribe((count) => heard(count));
    for (const round of [1, 2]) {
      await next;
      next = seen(round * 600);
      host.receive(...Array.from({ length: 600 }, (_, i) => contact(`k-${round}-${i}`, "c-1")));
    }
    await next;
    unsubscribe();
  });

  test("shows a live query the first change to contacts that came together", async () => {
    const host = createHost([client("c-1"), contact("k-1", "c-1"), contact("k-2", "c-1")]);
    const book = await hydrated(host);
    let heard: (summaries: readonly (string | undefined)[]) => void = () => undefined;
    const seen = (expected: string) =>
      new Promise<void>((resolve) => {
        heard = (summaries) => summaries.includes(expected) && resolve();
      });
    const query = liveQuery(async () => (await clientContacts(book, "c-1")).map(({ summary }) => summary));
    const { unsubscribe } = query.subscribe((summaries) => heard(summaries));
    for (const [i, summary] of ["改过一次", "又改一次"].entries()) {
      const next = seen(summary);
      host.receive(set({ entity: "contact", id: "k-1", client: "c-1", ms: 2e9 + i }, { summary }));
      await next;
    }
    unsubscribe();
  });

  test("gives the newest contacts as the whole list has them, however they came", async () => {
    const host = createHost([client("c-1"), client("c-2")]);
    const book = await hydrated(host);
    const at = (i: number) => new Date(Date.UTC(2026, 9, 1) + i * 60_000).toISOString();
    // Three batches that overlap in time, the last one older than the second.
    for (const [batch, start] of [0, 2_000, 1_700].entries()) {
      const ids = Array.from({ length: 600 }, (_, i) => i);
      host.receive(
        ...ids.map((i) => contact(`k-${batch}-${i}`, `c-${1 + (i % 2)}`, { at: at(start + ((i * 7) % 600)) })),
      );
      await catchUp(book);
    }
    const same = async () => {
      for (const of of ["c-1", "c-2"]) {
        const all = await clientContacts(book, of);
        for (const n of [0, 1, 50, 299, 300, 301, 650, 2_000]) {
          expect(await clientContacts(book, of, n)).toEqual(all.slice(0, n));
        }
      }
    };
    await same();
    // Where the later records suffice the earlier one is not read.
    const gets = vi.spyOn(book.db.recents, "bulkGet");
    await clientContacts(book, "c-1", 50);
    expect(gets.mock.calls).toEqual([[["c-1/1", "c-1/2", "c-1/3"]]]);
    host.receive(set({ entity: "contact", id: "k-1-84", client: "c-1", ms: 3e9 }, { restricted: true }));
    host.receive(set({ entity: "contact", id: "k-0-0", client: "c-1", ms: 3e9 }, { at: at(9_000) }));
    await catchUp(book);
    await same();
  });

  test("follows an import announced by the main process without being asked", async () => {
    const host = createHost([client("c-1")]);
    const book = await hydrated(host);
    const heard = new Promise<void>((resolve) => book.list.subscribe(resolve));
    host.receive(client("c-2", { name: "远来" }));
    await heard;
    expect(book.list.get("c-2")?.name).toBe("远来");
  });

  test("never holds what may not leave the main process", async () => {
    const host = createHost([client("c-1")]);
    const book = await hydrated(host);
    const secret = { actor: "p-1", signingKey: `${"A".repeat(43)}=`, ageIdentity: "AGE-SECRET-KEY-1X" };
    const { record } = await import("./operations.ts");
    host.receive(record({ entity: "identity", id: "00000000000000aa" }, secret));
    await catchUp(book);
    expect(await book.db.office.count()).toBe(0);
  });
});
