/** @file Who is at the screen: nobody for a while, a client in a meeting, a clock that lies. */
import { afterEach, expect, test, vi } from "vitest";
import { handTime } from "../../support/hand-time.ts";
import { clearDesks, openNewVault, passphrase } from "./desk.ts";

afterEach(clearDesks);

test("a book nobody touches locks at its limit, whatever the clock says meanwhile", async () => {
  const time = handTime();
  const desk = await openNewVault({ ...time.options, idleLimitMs: 60_000 });
  for (const at of ["1970-01-01", "2038-01-19", "2100-01-01", "2036-11-23", "2026-03-29"]) {
    time.setClock(Date.parse(at));
    await time.pass(10);
    expect((await desk.call("appInfo", null)).session, at).toBeDefined();
  }
  time.setClock(Date.parse("1970-01-01"));
  await time.pass(11);
  // It is locking: this waits for the end of that, and would be its reason otherwise.
  await desk.services.lock("user");
  expect((await desk.call("appInfo", null)).lockedBy).toBe("idle");
});

test("the limit is the one of the preferences, from the next look on", async () => {
  const time = handTime();
  const desk = await openNewVault(time.options);
  await desk.call("setPreferences", { language: "zh-CN", colorScheme: "auto", lockMinutes: 2 });
  let seconds = 0;
  while (seconds < 600 && (await desk.call("appInfo", null)).session !== undefined) {
    await time.pass(1);
    seconds += 1;
  }
  expect(seconds).toBeGreaterThanOrEqual(119);
  expect(seconds).toBeLessThan(600);
});

test("a touch on the page puts it off, and so does the system where it can be asked; the longer rest counts for neither", async () => {
  const time = handTime();
  let systemMs = 0;
  const desk = await openNewVault({ ...time.options, idleLimitMs: 60_000, idleMs: () => systemMs });
  await time.pass(59);
  await desk.call("noteActivity", null);
  systemMs = 10 * 60_000;
  await time.pass(59);
  expect((await desk.call("appInfo", null)).session).toBeDefined();
  systemMs = 0;
  await time.pass(120);
  expect((await desk.call("appInfo", null)).session).toBeDefined();
  systemMs = 60_000;
  await time.pass(31);
  expect((await desk.call("appInfo", null)).session).toBeUndefined();
});

test("a page that asks where things stand during a meeting finds the book locked; after the passphrase it does not", async () => {
  const desk = await openNewVault();
  await desk.call("beginMeeting", null);
  await expect(desk.call("verifyPassphrase", { passphrase: `${passphrase}x` })).rejects.toMatchObject({
    code: "wrong-passphrase",
  });
  const during = await desk.call("appInfo", null);
  expect([during.session, during.lockedBy]).toEqual([undefined, "meeting"]);
  await expect(desk.call("syncState", null)).rejects.toMatchObject({ code: "locked" });

  const { id: vault } = desk.session.vault;
  await desk.call("unlockVault", { vault, passphrase });
  await desk.call("beginMeeting", null);
  await desk.call("verifyPassphrase", { passphrase });
  expect((await desk.call("appInfo", null)).session).toBeDefined();
});

test("drafts are kept while the book is locking: what the page saves before its word is on the disk", async () => {
  let hasPage = true;
  const desk = await openNewVault({ hasPage: () => hasPage });
  const locked = desk.services.lock("idle");
  await vi.waitFor(() => expect(desk.emitted).toContainEqual(["locking", null]));
  hasPage = false;
  const draft = { form: "client", savedAt: "2026-11-23T01:12:00.000Z", values: { name: "王" } };
  await desk.call("appendOperations", [desk.write("client.c1", draft, { entity: "draft", client: undefined })]);
  await desk.call("draftsKept", null);
  await locked;
  await desk.call("unlockVault", { vault: desk.session.vault.id, passphrase });
  const lines = await (await desk.stream("/stream/book")).text();
  expect(lines).toContain('"values":{"name":"王"}');
});

test("a recording that comes in is somebody at work, though nobody touches a key", async () => {
  const time = handTime();
  const desk = await openNewVault({ ...time.options, idleLimitMs: 60_000 });
  await time.pass(50);
  await desk.stream("/stream/recording/none?at=0", { method: "POST", body: "x" });
  await time.pass(50);
  expect((await desk.call("appInfo", null)).session).toBeDefined();
});
