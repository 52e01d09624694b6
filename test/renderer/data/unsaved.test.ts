import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { connect } from "../../../renderer/bridge.ts";
import { saveDraft } from "../../../renderer/data/commands.ts";
import { hydrate } from "../../../renderer/data/hydrate.ts";
import { endSession, startSession } from "../../../renderer/data/session.ts";
import { keepUnsaved, onLocking } from "../../../renderer/data/unsaved.ts";
import { createHost, session } from "./host.ts";

afterEach(endSession);

async function openHost() {
  const host = createHost();
  connect(host);
  startSession(session);
  await hydrate();
  return host;
}

test("everything forms hold is on the disk when it settles, one failing form or not", async () => {
  const host = await openHost();
  const stops = [
    onLocking(() => saveDraft("client", "c1", { name: "王" })),
    onLocking(() => Promise.reject(new Error("broken"))),
    onLocking(() => saveDraft("contact", "c1", { summary: "谈了定投" })),
  ];
  await keepUnsaved();
  expect([...host.rows().keys()].sort()).toEqual(["draft/client.c1", "draft/contact.c1"]);
  for (const stop of stops) stop();
});

test("a save that is under way already is waited for too", async () => {
  const host = await openHost();
  const saved = saveDraft("client", "c1", { name: "王" });
  await Promise.resolve();
  await keepUnsaved();
  expect(host.rows().has("draft/client.c1")).toBe(true);
  await saved;
});

test("a form that has closed is not asked, and without a book there is nothing to keep", async () => {
  let asked = 0;
  const stop = onLocking(async () => {
    asked += 1;
  });
  stop();
  await keepUnsaved();
  expect(asked).toBe(0);
});
