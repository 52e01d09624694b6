import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClock, hlcInstant, maxLeadMs } from "../../../shared/log/hlc.ts";
import { Hlc } from "../../../shared/log/operation.ts";
import { DeviceId } from "../../../shared/model/primitives.ts";

const own = DeviceId.parse("00000000000000aa");
const other = DeviceId.parse("ffffffffffffffbb");
const noon = Date.UTC(2026, 10, 23, 12);

/** A stamp of the other device so many milliseconds from noon. */
function remote(offsetMs: number, counter = 0): string {
  const ms = (noon + offsetMs).toString(16).padStart(12, "0");
  return `${ms}-${counter.toString(16).padStart(4, "0")}-${other}`;
}

/** A clock on a wall that the test moves. */
function onWall(start = noon, last?: string) {
  const wall = { ms: start };
  return { wall, clock: createClock(own, () => wall.ms, last) };
}

describe("the hybrid clock", () => {
  test("gives stamps of the format, later each time, whatever the wall clock does and whatever it sees", () => {
    const jump = fc.oneof(
      fc.constantFrom(0, -noon, -3_600_000, 1, Date.UTC(2038, 0, 20) - noon, Date.UTC(2100, 0, 1) - noon),
      fc.integer({ min: -10 * 365 * 86_400_000, max: 10 * 365 * 86_400_000 }),
    );
    const sight = fc.record({ offset: jump, counter: fc.integer({ min: 0, max: 0xffff }) });
    fc.assert(
      fc.property(fc.array(fc.record({ jump, sight: fc.option(sight) }), { maxLength: 40 }), (steps) => {
        const { wall, clock } = onWall();
        let before = "";
        for (const step of steps) {
          wall.ms = noon + step.jump;
          if (step.sight) clock.observe(remote(step.sight.offset, step.sight.counter));
          const stamp = clock.tick();
          expect(Hlc.safeParse(stamp).success).toBe(true);
          expect(stamp > before).toBe(true);
          expect(clock.last).toBe(stamp);
          before = stamp;
        }
      }),
    );
  });

  test("is later than every remote stamp it saw that lies at most a day ahead", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -maxLeadMs * 400, max: maxLeadMs }), { minLength: 1 }), (offsets) => {
        const { clock } = onWall();
        for (const offset of offsets) clock.observe(remote(offset, 0xffff));
        const newest = offsets.map((offset) => remote(offset, 0xffff)).reduce((a, b) => (a > b ? a : b));
        expect(clock.tick() > newest).toBe(true);
      }),
    );
  });

  test("is not dragged along by a device that believes it is ten years later", () => {
    const { clock } = onWall();
    clock.observe(remote(10 * 365 * 86_400_000));
    expect(hlcInstant(clock.tick())).toBe("2026-11-23T12:00:00.000Z");
  });

  test("still stamps an edit of that device's value later than the value, and only that edit", () => {
    const { clock } = onWall();
    const theirs = remote(10 * 365 * 86_400_000);
    expect(clock.tick(theirs) > theirs).toBe(true);
    expect(hlcInstant(clock.tick())).toBe("2026-11-23T12:00:00.000Z");
  });

  test("gives a stamp later than the one to be replaced, for any", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -noon, max: 300 * 365 * 86_400_000 }),
        fc.nat({ max: 0xffff }),
        (offset, counter) => {
          const { clock } = onWall();
          expect(clock.tick(remote(offset, counter)) > remote(offset, counter)).toBe(true);
        },
      ),
    );
  });

  test("goes on in the next millisecond when a counter is used up", () => {
    const last = `${noon.toString(16).padStart(12, "0")}-ffff-${own}`;
    const { clock } = onWall(noon, last);
    expect(clock.tick()).toBe(`${(noon + 1).toString(16).padStart(12, "0")}-0000-${own}`);
  });

  test("goes on from its own past after a restart, even when the wall clock was set back ten years", () => {
    const { clock } = onWall(noon + 10 * 365 * 86_400_000);
    const written = clock.tick();
    expect(onWall(noon, written).clock.tick() > written).toBe(true);
  });

  test("does not go on from another device's far future after a restart", () => {
    expect(hlcInstant(onWall(noon, remote(maxLeadMs + 1)).clock.tick())).toBe("2026-11-23T12:00:00.000Z");
  });

  test("tells the wall clock of the device that wrote a stamp", () => {
    expect(hlcInstant(remote(-500, 7))).toBe("2026-11-23T11:59:59.500Z");
  });

  test("says the same instant for a stamp at the beginning of time", () => {
    expect(hlcInstant(onWall(-5).clock.tick())).toBe("1970-01-01T00:00:00.000Z");
  });
});
