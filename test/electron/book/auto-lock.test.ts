import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reasonToLock, startAutoLock } from "../../../electron/book/auto-lock.ts";

const minute = 60_000;

/** A machine whose time passes by hand. Timers stand still while it sleeps; its uptime does not. */
function machine(limitMs: number) {
  let uptimeMs = 0;
  let touchedAt = 0;
  let awakeMs = 0;
  let pending: { readonly at: number; readonly run: () => void } | undefined;
  const locks: (readonly [string, number])[] = [];
  const stop = startAutoLock({
    timers: {
      setTimeout(run, ms) {
        pending = { at: awakeMs + ms, run };
        return 0;
      },
      clearTimeout() {
        pending = undefined;
      },
    },
    uptimeMs: () => uptimeMs,
    idleMs: () => uptimeMs - touchedAt,
    limitMs: async () => limitMs,
    lock: async (reason) => void locks.push([reason, uptimeMs]),
  });
  return {
    locks,
    stop,
    isWaiting: () => pending !== undefined,
    touch: () => {
      touchedAt = uptimeMs;
    },
    sleep: (ms: number) => {
      uptimeMs += ms;
    },
    async pass(ms: number) {
      const end = awakeMs + ms;
      for (let due = pending; due !== undefined && due.at <= end; due = pending) {
        uptimeMs += due.at - awakeMs;
        awakeMs = due.at;
        pending = undefined;
        due.run();
        await Promise.resolve();
        await Promise.resolve();
      }
      uptimeMs += end - awakeMs;
      awakeMs = end;
    },
  };
}

describe("auto-lock", () => {
  test("locks at the limit, and not before", async () => {
    const { pass, locks } = machine(15 * minute);
    await pass(15 * minute - 1);
    expect(locks).toEqual([]);
    await pass(1);
    expect(locks).toEqual([["idle", 15 * minute]]);
  });

  test("every touch puts it off by the whole limit", async () => {
    const { pass, touch, locks } = machine(5 * minute);
    for (let i = 0; i < 20; i++) {
      await pass(4 * minute);
      touch();
    }
    expect(locks).toEqual([]);
    await pass(5 * minute);
    expect(locks).toHaveLength(1);
  });

  test("locks after a sleep, however long the limit", async () => {
    const { pass, sleep, locks } = machine(60 * minute);
    await pass(minute);
    sleep(2 * minute);
    await pass(30_000);
    expect(locks[0]?.[0]).toBe("suspend");
  });

  test("goes on looking after a lock, and stops when told", async () => {
    const { pass, touch, stop, locks, isWaiting } = machine(5 * minute);
    await pass(5 * minute);
    touch();
    await pass(5 * minute);
    expect(locks.length).toBeGreaterThanOrEqual(2);
    stop();
    expect(isWaiting()).toBe(false);
  });

  test("whatever the pattern of touches, it locks within the limit and a second after the last one, never before the limit", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 1, max: 59_999 })),
        async (m, gaps) => {
          const { pass, touch, locks } = machine(m * minute);
          let last = 0;
          let now = 0;
          for (const gap of gaps) {
            await pass(gap);
            now += gap;
            touch();
            last = now;
          }
          expect(locks).toEqual([]);
          await pass(m * minute + 1_000);
          expect(locks).toHaveLength(1);
          expect(locks[0]?.[1]).toBeGreaterThanOrEqual(last + m * minute);
          expect(locks[0]?.[1]).toBeLessThanOrEqual(last + m * minute + 1_000);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("a busy machine that looks a little late is no sleep", () => {
    expect(reasonToLock(0, minute, 60_000)).toBeUndefined();
    expect(reasonToLock(0, minute, 60_001)).toBe("suspend");
    expect(reasonToLock(minute, minute, 0)).toBe("idle");
    expect(reasonToLock(minute - 1, minute, 0)).toBeUndefined();
  });
});
