import { beforeEach, expect, test } from "vitest";
import { type BookHolder, createBookHolder, draftPatienceMs, exportPatienceMs } from "../../../electron/book/holder.ts";
import type { OpenBook } from "../../../electron/book/session.ts";

/** A book that only tells what is done to it, so that the order of leaving can be seen. */
let log: string[];
let timers: Map<{ readonly ms: number }, () => void>;
let holder: BookHolder;
let hasPage: boolean;
beforeEach(() => {
  log = [];
  hasPage = false;
  timers = new Map();
  holder = createBookHolder({
    emit: (event, payload) => log.push(`${event} ${JSON.stringify(payload)}`),
    timers: {
      setTimeout: (run: () => void, ms: number) => {
        const timer = { ms };
        timers.set(timer, run);
        return timer;
      },
      clearTimeout: (timer) => void timers.delete(timer as { readonly ms: number }),
    },
    hasPage: () => hasPage,
    onFailure: (where) => log.push(`failure in ${where}`),
  });
});

interface Steps {
  readonly beforeLock?: () => Promise<void>;
  readonly close?: () => Promise<void>;
}
function bookOf({ beforeLock, close }: Steps = {}): OpenBook {
  const step = (name: string, then?: () => Promise<void>) => async () => {
    log.push(name);
    await then?.();
  };
  return {
    checkpoint: step("checkpoint"),
    sync: { beforeLock: step("export", beforeLock), stop: () => log.push("stop") },
    backups: { beforeLock: async () => undefined, stop: () => undefined },
    vault: { close: step("close", close) },
    streams: new Set([() => log.push("break off")]),
  } as unknown as OpenBook;
}
const never = () => new Promise<void>(() => undefined);
const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

test("locking exports, stops, breaks off the streams, closes the vault, and then says so", async () => {
  await holder.open(async () => bookOf());
  await holder.lock("user");
  expect(log).toEqual(["export", "stop", "break off", "checkpoint", "close", 'locked {"reason":"user"}']);
  expect(holder.current()).toBeUndefined();
  expect(timers.size).toBe(0);
});

test("the book still answers while a due export runs, and no longer when the vault closes", async () => {
  const exporting = Promise.withResolvers<void>();
  const closing = Promise.withResolvers<void>();
  const book = bookOf({ beforeLock: () => exporting.promise, close: () => closing.promise });
  await holder.open(async () => book);
  const locked = holder.lock("user");
  await tick();
  expect(holder.current()).toBe(book);
  exporting.resolve();
  await tick();
  expect(holder.current()).toBeUndefined();
  closing.resolve();
  await locked;
});

test("an export that does not end holds the lock back for ten seconds and no longer", async () => {
  await holder.open(async () => bookOf({ beforeLock: never }));
  const locked = holder.lock("quit");
  await tick();
  expect(log).toEqual(["export"]);
  expect([...timers.keys()]).toEqual([{ ms: exportPatienceMs }]);
  for (const run of timers.values()) run();
  await locked;
  expect(log.slice(1)).toEqual(["stop", "break off", "checkpoint", "close", 'locked {"reason":"quit"}']);
});

test("a machine that goes to sleep waits for no export, not even for one that runs already", async () => {
  await holder.open(async () => bookOf({ beforeLock: never }));
  await holder.lock("suspend");
  expect(log).toEqual(["stop", "break off", "close", 'locked {"reason":"suspend"}']);
  await holder.open(async () => bookOf({ beforeLock: never }));
  const locked = holder.lock("user");
  await tick();
  await holder.lock("suspend");
  await locked;
  expect(log.at(-1)).toBe('locked {"reason":"user"}');
});

test("a step that fails stops none of the others: locking always succeeds", async () => {
  const fails = () => Promise.reject(new Error("broken"));
  await holder.open(async () => bookOf({ beforeLock: fails, close: fails }));
  await holder.lock("user");
  expect(log).toEqual([
    "export",
    "failure in lock",
    "stop",
    "break off",
    "checkpoint",
    "close",
    "failure in lock",
    'locked {"reason":"user"}',
  ]);
  expect(holder.current()).toBeUndefined();
});

test("however often it is asked to lock, it locks once, and everybody waits for the same end", async () => {
  await holder.open(async () => bookOf());
  await Promise.all([holder.lock("user"), holder.lock("idle"), holder.lock("quit")]);
  await holder.lock("user");
  expect(log.filter((line) => line === "close" || line.startsWith("locked"))).toEqual([
    "close",
    'locked {"reason":"user"}',
  ]);
});

test("a lock that comes while a vault is being opened locks it as soon as it is open", async () => {
  const opening = Promise.withResolvers<OpenBook>();
  const opened = holder.open(() => opening.promise);
  const locked = holder.lock("suspend");
  opening.resolve(bookOf());
  await Promise.all([opened, locked]);
  expect(holder.current()).toBeUndefined();
  expect(log).toContain("close");
});

test("one book at a time: opening another one is refused, also while the first is being opened", async () => {
  const opening = Promise.withResolvers<OpenBook>();
  const opened = holder.open(() => opening.promise);
  await expect(holder.open(async () => bookOf())).rejects.toMatchObject({ code: "vault-in-use" });
  opening.resolve(bookOf());
  await opened;
  await expect(holder.open(async () => bookOf())).rejects.toMatchObject({ code: "vault-in-use" });
});

test("a book that could not be opened leaves the door free for the next try", async () => {
  await expect(holder.open(() => Promise.reject(new Error("wrong")))).rejects.toThrow("wrong");
  await holder.lock("user");
  await holder.open(async () => bookOf());
  expect(holder.current()).toBeDefined();
});

test("opening waits for a vault that is still closing", async () => {
  const closing = Promise.withResolvers<void>();
  await holder.open(async () => bookOf({ close: () => closing.promise }));
  const locked = holder.lock("user");
  await tick();
  const reopened = holder.open(async () => bookOf());
  closing.resolve();
  await locked;
  await reopened;
  expect(holder.current()).toBeDefined();
});

test("a page is asked for its drafts first, while the book still answers, and its word is waited for", async () => {
  hasPage = true;
  const book = bookOf();
  await holder.open(async () => book);
  const locked = holder.lock("idle");
  await tick();
  expect([log, holder.current()]).toEqual([["locking null"], book]);
  holder.draftsKept();
  await locked;
  expect(log).toEqual([
    "locking null",
    "export",
    "stop",
    "break off",
    "checkpoint",
    "close",
    'locked {"reason":"idle"}',
  ]);
  expect(timers.size).toBe(0);
});

test("a page that keeps silent holds the lock back for two seconds and no longer, also when the machine sleeps", async () => {
  hasPage = true;
  for (const reason of ["idle", "suspend"] as const) {
    await holder.open(async () => bookOf());
    const locked = holder.lock(reason);
    await tick();
    expect([...timers.keys()]).toEqual([{ ms: draftPatienceMs }]);
    for (const run of timers.values()) run();
    await locked;
    expect(log.at(-1)).toBe(`locked {"reason":"${reason}"}`);
  }
});

test("a page loaded anew in a meeting locks at once: nothing is asked, nothing is exported", async () => {
  hasPage = true;
  await holder.open(async () => bookOf());
  holder.beginMeeting();
  expect(holder.isMeeting()).toBe(true);
  await holder.lock("meeting");
  expect(log).toEqual(["stop", "break off", "checkpoint", "close", 'locked {"reason":"meeting"}']);
});

test("a meeting ends by the passphrase or with its book, and says nothing about the next one", async () => {
  await holder.open(async () => bookOf());
  holder.beginMeeting();
  holder.endMeeting();
  expect(holder.isMeeting()).toBe(false);
  holder.beginMeeting();
  await holder.lock("user");
  expect(holder.isMeeting()).toBe(false);
  await holder.open(async () => bookOf());
  expect(holder.isMeeting()).toBe(false);
});

test("it remembers why it was locked, until it is open again", async () => {
  expect(holder.lockedBy()).toBeUndefined();
  await holder.open(async () => bookOf());
  await holder.lock("idle");
  expect(holder.lockedBy()).toBe("idle");
  await holder.open(async () => bookOf());
  expect(holder.lockedBy()).toBeUndefined();
});
