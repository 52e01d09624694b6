import "fake-indexeddb/auto";
import { afterEach, expect, it } from "vitest";
import { connect } from "../../../renderer/bridge.ts";
import { saveClient, saveDraft } from "../../../renderer/data/commands.ts";
import { hydrate } from "../../../renderer/data/hydrate.ts";
import { readTimeline } from "../../../renderer/data/reads.ts";
import { endSession, startSession } from "../../../renderer/data/session.ts";
import { mergeRow } from "../../../shared/log/merge.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { createHost, session } from "./host.ts";
import { client } from "./operations.ts";

afterEach(endSession);

async function opened(initial: readonly Operation[]) {
  const host = createHost(initial);
  connect(host);
  const book = startSession(session);
  await hydrate();
  return { host, book };
}

it("an edit says what it replaced, also what the client was created with", async () => {
  const { host, book } = await opened([client("c-1", { investableAssets: 380_000_000 })]);
  await saveClient({ investableAssets: 420_000_000, address: "滨江" }, { id: "c-1", reason: "客户口述" });
  expect(host.log.at(-1)).toMatchObject([{ was: { investableAssets: 380_000_000 } }]);
  const { items } = await readTimeline(book, "c-1");
  expect(items.map((item) => item.kind === "change" && item.change.fields)).toEqual([
    [
      { name: "address", after: "滨江" },
      { name: "investableAssets", before: 380_000_000, after: 420_000_000 },
    ],
  ]);
});

it("what it replaced never becomes the record: it is not merged", () => {
  const edit = {
    ...client("c-1", { phone: "13800000002" }),
    was: { phone: "13800000001", address: "滨江" },
  } as Operation;
  const row = mergeRow(undefined, edit);
  expect(row["phone"]).toBe("13800000002");
  expect(row["address"]).toBeUndefined();
  expect(row["was"]).toBeUndefined();
});

it("a new client and a draft carry none", async () => {
  const { host } = await opened([]);
  await saveClient({ kind: "individual", name: "陆文澜" });
  await saveDraft("client", "c-1", { name: "陆" });
  await saveDraft("client", "c-1", { name: "陆文" });
  expect(host.log.flat().filter((operation) => "was" in operation)).toEqual([]);
});
