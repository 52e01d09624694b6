import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { logContact, recordStatement } from "../../../renderer/data/commands.ts";
import { catchUp } from "../../../renderer/data/hydrate.ts";
import { contactLog, officeRecords, readDraft, readTimeline } from "../../../renderer/data/reads.ts";
import { endSession } from "../../../renderer/data/session.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import { createHost } from "./host.ts";
import { assessment, client, contact, editClient, record, set, statement } from "./operations.ts";
import { hydrated } from "./same-book.ts";

afterEach(endSession);

describe("reading", () => {
  test("shows contacts, assessments and edits in one timeline, newest first, without stamps", async () => {
    const host = createHost([
      client("c-1"),
      contact("k-old", "c-1", { at: "2026-01-05T02:00:00.000Z" }),
      contact("k-new", "c-1", { at: "2026-11-05T02:00:00.000Z" }),
      contact("k-gone", "c-1", { at: "2026-11-06T02:00:00.000Z", restricted: true }),
      assessment("a-1", "c-1"),
      editClient("c-1", { investableAssets: 100 }, Date.UTC(2026, 10, 1)),
      editClient("c-1", { investableAssets: 200 }, Date.UTC(2026, 10, 8)),
    ]);
    const { items } = await readTimeline(await hydrated(host), "c-1");
    expect(items.map(({ kind, id }) => (kind === "change" ? kind : id))).toEqual([
      "change",
      "k-new",
      "change",
      "a-1",
      "k-old",
    ]);
    expect(items[0]).toMatchObject({
      at: "2026-11-08T00:00:00.000Z",
      change: { fields: [{ name: "investableAssets", before: 100, after: 200 }] },
    });
    expect(items[1]).toMatchObject({ contact: { id: "k-new" } });
    expect(JSON.stringify(items)).not.toContain("_at");
  });

  test("puts statements and decisions in the timeline, each with the hash of its whole record", async () => {
    const status = {
      client: "c-1",
      subject: "qualified",
      outcome: "refused",
      facts: {},
      pack: { id: "p", version: "1" },
      proofs: [],
      reason: "收入证明不足",
      at: "2026-11-05T02:00:00.000Z",
    };
    const host = createHost([
      client("c-1"),
      statement("s-1", "c-1"),
      statement("s-2", "c-2"),
      record({ entity: "investorStatus", id: "i-1", client: "c-1" }, status),
      assessment("a-1", "c-1"),
      contact("k-1", "c-1", { at: "2026-11-02T02:00:00.000Z" }),
    ]);
    const book = await hydrated(host);
    await recordStatement({ client: ClientId.parse("c-1"), kind: "consent-withdrawn", at: "2026-11-06T02:00:00.000Z" });
    const { items } = await readTimeline(book, "c-1");
    expect(items.map(({ kind, id }) => (id.includes("-") && id.length < 6 ? id : kind))).toEqual([
      "statement",
      "i-1",
      "k-1",
      "s-1",
      "a-1",
    ]);
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    // Canonical JSON, written out: names in order, no space.
    expect(items[3]).toMatchObject({
      hash: sha256('{"at":"2026-11-01T02:00:00.000Z","client":"c-1","id":"s-1","kind":"consent-given"}'),
    });
    expect(items[1]).toMatchObject({
      hash: sha256(
        '{"at":"2026-11-05T02:00:00.000Z","client":"c-1","facts":{},"id":"i-1","outcome":"refused",' +
          '"pack":{"id":"p","version":"1"},"proofs":[],"reason":"收入证明不足","subject":"qualified"}',
      ),
    });
    expect(items.map((item) => "hash" in item && item.hash?.length)).toEqual([64, 64, false, 64, 64]);
  });

  test("lists the recent contacts of everybody, and the older ones when asked", async () => {
    const host = createHost([
      client("c-1"),
      client("c-2"),
      contact("k-1", "c-1", { at: "2026-11-05T02:00:00.000Z", channel: "face" }),
      contact("k-2", "c-2", { at: "2026-11-06T02:00:00.000Z" }),
      contact("k-3", "c-2", { at: "2026-01-06T02:00:00.000Z" }),
    ]);
    const book = await hydrated(host);
    const ids = async (filter: Parameters<typeof contactLog>[1]) => (await contactLog(book, filter)).map((c) => c.id);
    expect(await ids({})).toEqual(["k-2", "k-1"]);
    expect(await ids({ older: true })).toEqual(["k-2", "k-1", "k-3"]);
    expect(await ids({ channel: "face", older: true })).toEqual(["k-1"]);
    expect(await ids({ from: "2026-11-06T00:00:00.000Z" })).toEqual(["k-2"]);
    expect(await ids({ limit: 1 })).toEqual(["k-2"]);
    await logContact({ client: "c-2", summary: "改" }, { id: "k-3" });
    expect(await ids({ older: true })).toEqual(["k-2", "k-1", "k-3"]);
  });

  test("gives a draft until it is dropped, and the people by name", async () => {
    const draft = (values: object | null) =>
      set({ entity: "draft", id: "contact.c-1" }, { form: "contact", savedAt: "2026-11-01T02:00:00.000Z", values });
    const host = createHost([
      draft({ summary: "半" }),
      set({ entity: "profile", id: "p-1" }, { name: "周明远", role: "advisor" }),
    ]);
    const book = await hydrated(host);
    const name = { form: "contact", subject: "c-1" };
    expect((await readDraft(book, name))?.values).toEqual({ summary: "半" });
    expect(await officeRecords(book, "profile")).toEqual([{ id: "p-1", name: "周明远", role: "advisor" }]);
    host.receive(draft(null));
    await catchUp(book);
    expect(await readDraft(book, name)).toBeNull();
  });
});
