import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Contact, moods, purposes } from "../../../shared/model/contact.ts";
import { changeInMonthOf, lastMonth } from "../../../shared/packs/market-months.ts";
import { behaviourView, leanedLevel } from "../../../shared/rules/behaviour.ts";
import { shippedPack } from "../../support/packs.ts";

const pack = shippedPack("behaviour");
const market = shippedPack("market-months");
const day = "2025-12-20";
type Seen = Pick<Contact, "at" | "purpose" | "mood" | "initiator" | "restricted">;
const view = (contacts: readonly Seen[], on = day) => behaviourView(contacts, { pack, market, day: on });
const times = (count: number, contact: Seen) => Array.from({ length: count }, () => contact);
/** April 2025: −3.0 %. May 2025: it rose. */
const fall = "2025-04-07T04:00:00.000Z";
const rise = "2025-05-07T04:00:00.000Z";

describe("the behaviour view", () => {
  it("says nothing on few contacts, however loud", () => {
    const five = times(5, { at: fall, purpose: "redemption", mood: "upset" });
    expect(view(five)).toMatchObject({ lean: "not-enough", counted: 5, minimum: 6 });
    expect(view([...five, { at: fall, mood: "upset" }]).lean).toBe("cautious");
    expect(view([]).signals).toEqual([]);
  });

  it("leans cautious by redemptions and worry in falling months, with the counts", () => {
    const seen = view([
      ...times(2, { at: fall, purpose: "redemption", mood: "worried" }),
      ...times(3, { at: fall, mood: "upset" }),
      ...times(4, { at: rise, mood: "calm" }),
    ]);
    expect(seen).toMatchObject({ lean: "cautious", counted: 9, withoutMarket: 0, marketUntil: "2025-12" });
    expect(seen.signals.map(({ signal, count }) => [signal.id, count])).toEqual([
      ["redemption-in-fall", 2],
      ["worried-in-fall", 3],
      ["calm", 4],
    ]);
  });

  it("leans bolder by calm and buying in falling months", () => {
    expect(view([...times(4, { at: fall, mood: "calm" }), ...times(3, { at: rise, mood: "calm" })]).lean).toBe(
      "bolder",
    );
    expect(view([...times(2, { at: fall, purpose: "purchase" }), ...times(6, { at: rise, mood: "calm" })]).lean).toBe(
      "bolder",
    );
  });

  it("stays as assessed where calm and worry balance, or little speaks", () => {
    expect(
      view([
        ...times(3, { at: fall, mood: "calm" }),
        { at: fall, mood: "upset" },
        ...times(3, { at: rise, mood: "calm" }),
      ]).lean,
    ).toBe("as-assessed");
    expect(view(times(20, { at: rise, mood: "pleased" })).lean).toBe("as-assessed");
  });

  it("counts who asked on their own in a fall only where no mood was noted", () => {
    const asked = times(6, { at: fall, initiator: "client" });
    expect(view(asked)).toMatchObject({ lean: "cautious", counted: 6 });
    expect(view(times(6, { at: fall, initiator: "client", mood: "calm" })).lean).toBe("bolder");
    expect(view(times(6, { at: fall, initiator: "advisor" })).counted).toBe(0);
  });

  it("knows only moods where the market data has ended", () => {
    const later = "2026-11-02T04:00:00.000Z";
    const on = "2026-11-23";
    expect(view(times(9, { at: later, purpose: "redemption" }), on)).toMatchObject({ counted: 0, lean: "not-enough" });
    expect(view(times(9, { at: later, purpose: "redemption", mood: "worried" }), on)).toMatchObject({
      counted: 9,
      withoutMarket: 9,
      lean: "cautious",
    });
    // Calm without a fall is no courage.
    expect(view(times(9, { at: later, purpose: "purchase", mood: "calm" }), on).lean).toBe("as-assessed");
  });

  it("looks at the last two years, in days of Shanghai, and not at what was withdrawn", () => {
    const on = "2025-04-07";
    const at = (instant: string) => view([{ at: instant, mood: "calm" }], on).counted;
    expect(at("2023-04-06T15:59:59.999Z")).toBe(0);
    expect(at("2023-04-06T16:00:00.000Z")).toBe(1);
    expect(at("2025-04-07T15:59:59.999Z")).toBe(1);
    expect(at("2025-04-07T16:00:00.000Z")).toBe(0);
    expect(view([{ at: fall, mood: "calm", restricted: true }]).counted).toBe(0);
  });

  const anyContact: fc.Arbitrary<Seen> = fc.record(
    {
      at: fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString()),
      purpose: fc.constantFrom(...purposes),
      mood: fc.constantFrom(...moods),
      initiator: fc.constantFrom("client" as const, "advisor" as const),
    },
    { requiredKeys: ["at"] },
  );
  const order = { cautious: 0, "as-assessed": 1, bolder: 2 } as const;

  it("does not depend on the order of the contacts", () => {
    fc.assert(
      fc.property(fc.array(anyContact, { maxLength: 40 }), (contacts) => {
        expect(view(contacts.toReversed())).toEqual(view(contacts));
      }),
    );
  });

  it("never turns bolder by one more redemption in a fall, nor more cautious by one more purchase", () => {
    fc.assert(
      fc.property(fc.array(anyContact, { minLength: 12, maxLength: 40 }), (contacts) => {
        const before = view(contacts).lean;
        const worse = view([...contacts, { at: fall, purpose: "redemption" }]).lean;
        const better = view([...contacts, { at: fall, purpose: "purchase" }]).lean;
        if (before === "not-enough" || worse === "not-enough" || better === "not-enough") return;
        expect(order[worse]).toBeLessThanOrEqual(order[before]);
        expect(order[better]).toBeGreaterThanOrEqual(order[before]);
      }),
    );
  });
});

describe("the level it would be drawn as", () => {
  it("is one step beside the assessed one, and never off the stair", () => {
    expect(leanedLevel("C3", "cautious")).toBe("C2");
    expect(leanedLevel("C3", "bolder")).toBe("C4");
    expect(leanedLevel("C3", "as-assessed")).toBe("C3");
    expect(leanedLevel("C1", "cautious")).toBe("C1");
    expect(leanedLevel("C1_LOWEST", "cautious")).toBe("C1_LOWEST");
    expect(leanedLevel("C5", "bolder")).toBe("C5");
  });
});

describe("the market's months", () => {
  it("compound to the years of domain.md 8.2", () => {
    const years = {
      2005: -7.65,
      2006: 121.02,
      2008: -65.95,
      2015: 5.58,
      2018: -25.31,
      2022: -21.63,
      2024: 14.68,
      2025: 17.66,
    };
    for (const [year, percent] of Object.entries(years)) {
      let value = 1;
      for (let month = 1; month <= 12; month += 1) {
        value *= 1 + (changeInMonthOf(`${year}-${String(month).padStart(2, "0")}-15`, market) ?? Number.NaN) / 100;
      }
      expect((value - 1) * 100).toBeCloseTo(percent, 1);
    }
  });

  it("begin in 2005 and end with 2025", () => {
    expect(changeInMonthOf("2004-12-31", market)).toBeUndefined();
    expect(changeInMonthOf("2005-01-01", market)).toBe(-4.512);
    expect(changeInMonthOf("2025-12-31", market)).toBe(2.282);
    expect(changeInMonthOf("2026-01-01", market)).toBeUndefined();
    expect(lastMonth(market)).toBe("2025-12");
  });
});
