import "fake-indexeddb/auto";
import { afterEach, describe, expect, test } from "vitest";
import { connect } from "../../../renderer/bridge.ts";
import {
  dropDraft,
  finishAssessment,
  finishTest,
  logContact,
  onSave,
  type SaveEvent,
  saveClient,
  saveDraft,
} from "../../../renderer/data/commands.ts";
import { hydrate } from "../../../renderer/data/hydrate.ts";
import {
  clientAssessments,
  clientById,
  clientContacts,
  clientPapers,
  readDraft,
  readTimeline,
} from "../../../renderer/data/reads.ts";
import { searchClients } from "../../../renderer/data/search.ts";
import { type Book, endSession, startSession } from "../../../renderer/data/session.ts";
import type { BookFrame } from "../../../shared/bridge/streams.ts";
import { hlcInstant } from "../../../shared/log/hlc.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { actor, createHost, device, type Host, session } from "./host.ts";
import { client, contact, editClient, finished, finishedTest, set } from "./operations.ts";

afterEach(endSession);

async function opened(initial: readonly Operation[] = []): Promise<{ host: Host; book: Book }> {
  const host = createHost(initial);
  connect(host);
  const book = startSession(session);
  await hydrate();
  return { host, book };
}

/** The operations of the newest append. */
function written(host: Host): readonly Operation[] {
  return host.log.at(-1) ?? [];
}

describe("saving a client", () => {
  test("is on the disk, in the list, in search and in the record when it resolves", async () => {
    const { host, book } = await opened();
    const id = await saveClient({ kind: "individual", name: " 陆文澜 ", phone: "138 0000 6027" });
    expect(written(host)).toMatchObject([
      {
        kind: "set",
        entity: "client",
        entityId: id,
        client: id,
        device,
        actor,
        patch: { kind: "individual", name: "陆文澜", phone: "13800006027" },
      },
    ]);
    expect(await clientById(book, id)).toEqual({ id, kind: "individual", name: "陆文澜", phone: "13800006027" });
    expect(book.list.get(id)).toMatchObject({ name: "陆文澜", pinyin: "lu wen lan", tier: "prospect" });
    expect(searchClients("lwl").map((hit) => hit.client.id)).toEqual([id]);
  });

  test("fetches nothing from the log: what was saved here is applied here", async () => {
    const { host, book } = await opened();
    const before = host.opened.length;
    await saveClient({ kind: "individual", name: "陆文澜" });
    await book.queue;
    expect(host.opened.slice(before)).toEqual([]);
    expect(book.applied).toBe(1);
  });

  test("writes the fields that differ, and nothing where none does", async () => {
    const { host, book } = await opened([client("c-1", { phone: "13800006027", tags: ["教育"] })]);
    await saveClient(
      { name: "客户c-1", phone: "13800006027", tags: ["教育"], email: undefined, wechat: null },
      { id: "c-1" },
    );
    expect(host.log.length).toBe(1);
    await saveClient({ name: "客户c-1", tags: ["教育", "养老"], phone: null }, { id: "c-1", reason: "本人来电" });
    expect(written(host)).toMatchObject([{ patch: { tags: ["教育", "养老"], phone: null }, reason: "本人来电" }]);
    expect(await clientById(book, "c-1")).not.toHaveProperty("phone");
  });

  test("leaves an entry on the timeline, also when kind and name change together", async () => {
    const { book } = await opened([client("c-1")]);
    await saveClient({ kind: "company", name: "澄江精密" }, { id: "c-1" });
    const { items } = await readTimeline(book, "c-1");
    const fields = items.flatMap((item) =>
      item.kind === "change" ? item.change.fields.map((field) => field.name) : [],
    );
    expect(fields.sort()).toEqual(["kind", "name"]);
  });

  test("wins over a value from a device that believes it is ten years later, and stays in its own time otherwise", async () => {
    const { host, book } = await opened([
      client("c-1"),
      editClient("c-1", { phone: "13800006027" }, Date.UTC(2040, 1)),
    ]);
    await saveClient({ phone: "13911112222" }, { id: "c-1" });
    expect((await clientById(book, "c-1"))?.phone).toBe("13911112222");
    await saveClient({ kind: "individual", name: "新" });
    expect(hlcInstant(written(host)[0]?.at ?? "") < "2040").toBe(true);
  });

  test("keeps both of two saves made at once, in order", async () => {
    const { host, book } = await opened([client("c-1")]);
    await Promise.all([
      saveClient({ phone: "13800000001" }, { id: "c-1" }),
      saveClient({ phone: "13800000002" }, { id: "c-1" }),
    ]);
    expect((await clientById(book, "c-1"))?.phone).toBe("13800000002");
    const stamps = host.log.flat().map((operation) => operation.at);
    expect(stamps).toEqual([...stamps].sort());
  });
});

describe("a save that fails", () => {
  test("changes nothing in the view and says what the disk said", async () => {
    const { host, book } = await opened([client("c-1")]);
    const heard: SaveEvent["status"][] = [];
    const stop = onSave((event) => heard.push(event.status));
    const version = book.list.version;
    host.refuse = "disk-full";
    await expect(saveClient({ name: "改" }, { id: "c-1" })).rejects.toMatchObject({ code: "disk-full" });
    await expect(saveClient({ kind: "individual", name: "新" })).rejects.toMatchObject({ code: "disk-full" });
    expect(heard).toEqual(["saving", "failed", "saving", "failed"]);
    expect((await clientById(book, "c-1"))?.name).toBe("客户c-1");
    expect(await book.db.clients.count()).toBe(0);
    expect([book.list.version, book.list.rows.length, searchClients("新").length]).toEqual([version, 1, 0]);
    host.refuse = undefined;
    await saveClient({ name: "改" }, { id: "c-1" });
    expect(heard.slice(4)).toEqual(["saving", "saved"]);
    stop();
    await saveClient({ name: "再改" }, { id: "c-1" });
    expect(heard.length).toBe(6);
  });

  test.each([
    ["a field that does not parse", () => saveClient({ kind: "individual", name: "新", phone: "abc" })],
    ["a field that is not a client's", () => saveClient({ kind: "individual", name: "新", ...{ colour: "red" } })],
    ["a new client without a name", () => saveClient({ kind: "individual" })],
    ["clearing the name", () => saveClient({ name: null }, { id: "c-1" })],
    ["an edit of a client that is not there", () => saveClient({ name: "改" }, { id: "c-9" })],
    ["an edit of a contact that is not there", () => logContact({ client: "c-1", summary: "改" }, { id: "k-9" })],
    ["a contact without a channel", () => logContact({ client: "c-1", at: "2026-11-01T02:00:00.000Z" })],
    ["an assessment of no known level", () => finishAssessment({ ...finished("c-1"), level: "C9" as never })],
  ])("%s is refused before anything is sent", async (_, attempt) => {
    const { host } = await opened([client("c-1")]);
    await expect(attempt()).rejects.toMatchObject({ code: "bad-operation" });
    expect(host.log.length).toBe(1);
  });

  test("nothing is saved while locked", async () => {
    await endSession();
    await expect(saveClient({ kind: "individual", name: "新" })).rejects.toMatchObject({ code: "locked" });
  });
});

describe("logging a contact", () => {
  test("shows in the timeline and as the client's last contact", async () => {
    const { book } = await opened([client("c-1")]);
    const at = "2026-11-20T08:42:00.000Z";
    const id = await logContact({ client: "c-1", at, channel: "phone", summary: "问产品", nextOn: "2026-11-23" });
    expect(await clientContacts(book, "c-1")).toEqual([
      { id, client: "c-1", at, channel: "phone", summary: "问产品", nextOn: "2026-11-23" },
    ]);
    expect(book.list.get("c-1")).toMatchObject({ lastContactAt: at, lastChannel: "phone", nextOn: "2026-11-23" });
  });

  test("can be corrected later, even when it has become old history", async () => {
    const old = { at: "2026-01-05T02:00:00.000Z", summary: "旧", nextOn: "2026-12-01" };
    const { host, book } = await opened([client("c-1"), contact("k-1", "c-1", old)]);
    await logContact({ client: "c-1", summary: "新", nextOn: null }, { id: "k-1" });
    expect(written(host)).toMatchObject([{ client: "c-1", patch: { summary: "新", nextOn: null } }]);
    expect(await clientContacts(book, "c-1")).toMatchObject([{ id: "k-1", channel: "phone", summary: "新" }]);
    expect(book.list.get("c-1")).not.toHaveProperty("nextOn");
  });
});

describe("finishing an assessment", () => {
  test("writes it once and drops its draft in the same write", async () => {
    const { host, book } = await opened([client("c-1")]);
    await saveDraft("assess", "c-1", { answers: { q1: ["a"] }, note: undefined });
    const draft = { form: "assess", subject: "c-1" };
    expect((await readDraft(book, draft))?.values).toEqual({ answers: { q1: ["a"] } });
    const id = await finishAssessment(finished("c-1"), { draft });
    expect(written(host).map(({ kind, entity }) => [kind, entity])).toEqual([
      ["record", "assessment"],
      ["set", "draft"],
    ]);
    expect((await clientAssessments(book, "c-1")).map((found) => found.id)).toEqual([id]);
    expect(book.list.get("c-1")).toMatchObject({ level: "C3", validUntil: "2027-10-01" });
    expect(await readDraft(book, draft)).toBeNull();
  });
});

describe("drafts", () => {
  test("keep the newest values", async () => {
    const { book } = await opened();
    await saveDraft("client", "new", { name: "陆" });
    await saveDraft("client", "new", { name: "陆文" });
    expect((await readDraft(book, { form: "client", subject: "new" }))?.values).toEqual({ name: "陆文" });
  });

  test("dropping one that is not there writes nothing", async () => {
    const { host } = await opened();
    await dropDraft("client", "new");
    expect(host.log.length).toBe(0);
  });
});

describe("a save while the book is still coming in", () => {
  /** A session whose host calls back before a kind of frame goes out. */
  function opening(initial: readonly Operation[], isAt: (frame: BookFrame) => boolean, then: () => Promise<unknown>) {
    const host = createHost(initial);
    connect(host);
    const book = startSession(session);
    host.beforeFrame = async (frame) => {
      if (isAt(frame)) await then();
    };
    return { host, book };
  }
  const old = contact("k-1", "c-1", { at: "2026-01-05T02:00:00.000Z", summary: "旧" });

  test("waits until its client is there", async () => {
    let saved: Promise<unknown> | undefined;
    const { book } = opening(
      [client("c-1")],
      (frame) => frame.kind === "begin",
      async () => {
        saved = saveClient({ phone: "13800006027" }, { id: "c-1" });
      },
    );
    await hydrate();
    await saved;
    expect((await clientById(book, "c-1"))?.phone).toBe("13800006027");
  });

  test("is in the view at once, and still when history has come in", async () => {
    let meanwhile: unknown;
    const { book } = opening(
      [client("c-1"), old],
      (frame) => frame.kind === "bundles",
      async () => {
        await saveClient({ phone: "13800006027" }, { id: "c-1" });
        await logContact({ client: "c-1", at: "2026-11-20T08:42:00.000Z", channel: "sms" });
        meanwhile = book.list.get("c-1");
      },
    );
    await hydrate();
    const shown = { phone: "13800006027", lastChannel: "sms" };
    expect([meanwhile, book.list.get("c-1")]).toMatchObject([shown, shown]);
    expect((await clientById(book, "c-1"))?.phone).toBe("13800006027");
    expect((await clientContacts(book, "c-1")).map((found) => found.channel)).toEqual(["sms", "phone"]);
  });

  test("drops a draft that has not arrived yet, for good", async () => {
    const fields = { form: "contact", savedAt: "2026-11-01T02:00:00.000Z", values: { summary: "半" } };
    const draft = set({ entity: "draft", id: "contact.c-1" }, fields);
    const { book } = opening(
      [client("c-1"), old, draft],
      (frame) => frame.kind === "bundles",
      () => dropDraft("contact", "c-1"),
    );
    await hydrate();
    expect(await readDraft(book, { form: "contact", subject: "c-1" })).toBeNull();
  });

  test("is refused as locked when the vault is locked before it could be written", async () => {
    let saved: Promise<unknown> = Promise.resolve();
    const { host } = opening(
      [client("c-1")],
      (frame) => frame.kind === "begin",
      async () => {
        saved = saveClient({ phone: "13800006027" }, { id: "c-1" });
        host.emit("locked", { reason: "idle" });
      },
    );
    await expect(hydrate()).rejects.toMatchObject({ code: "cancelled" });
    await expect(saved).rejects.toMatchObject({ code: "locked" });
    expect(host.log.length).toBe(1);
  });
});

test("a finished knowledge test drops its draft, stands in the timeline, and is no assessment", async () => {
  const { host, book } = await opened([client("c-1")]);
  const draft = { form: "knowledge-test", subject: "c-1" };
  await saveDraft(draft.form, draft.subject, { answers: { T1: ["a"] } });
  const id = await finishTest(finishedTest("c-1"), { draft });
  expect((await clientPapers(book, "knowledgeTest", "c-1")).map((test) => [test.id, test.score.passed])).toEqual([
    [id, false],
  ]);
  expect((await readTimeline(book, "c-1")).items.map((item) => item.kind)).toEqual(["test"]);
  expect(await readDraft(book, draft)).toBeNull();
  expect(await clientAssessments(book, "c-1")).toEqual([]);
  expect(book.list.get("c-1")?.level).toBeUndefined();
  // And so it stands once the book is opened anew.
  await endSession();
  connect(host);
  const again = startSession(session);
  await hydrate();
  expect((await readTimeline(again, "c-1")).items.map((item) => item.id)).toEqual([id]);
});
