import { describe, expect, it } from "vitest";
import { checkBehaviour, checkMarketMonths } from "../../../shared/packs/behaviour-check.ts";
import behaviour from "../../../shared/packs/behaviour-v1.json" with { type: "json" };
import type { FaultCode } from "../../../shared/packs/faults.ts";
import market from "../../../shared/packs/market-csi300.json" with { type: "json" };

type Pack = typeof behaviour;
function spoilt(change: (pack: Pack) => unknown): unknown {
  const pack = structuredClone(behaviour);
  change(pack);
  return pack;
}

describe("the packs behind the behaviour view", () => {
  it("that ship have no fault", () => {
    expect(checkBehaviour(behaviour)).toEqual([]);
    expect(checkMarketMonths(market)).toEqual([]);
  });

  const planted: readonly [what: string, change: (pack: Pack) => unknown, code: FaultCode][] = [
    [
      "a purpose the log does not know",
      (p) => Object.assign(p.signals[0] as object, { purposes: ["gossip"] }),
      "shape",
    ],
    ["thresholds of nobody", (p) => Object.assign(p.numbers, { source: "x" }), "missing-source"],
    ["the same signal twice", (p) => p.signals.push(p.signals[0] as Pack["signals"][0]), "duplicate-id"],
    ["no Traditional Chinese", (p) => Reflect.deleteProperty(p.title, "zh-TW"), "missing-language"],
    ["an end before its beginning", (p) => Object.assign(p, { effectiveUntil: "2020-01-01" }), "dates"],
  ];

  it.each(planted)("with %s are refused", (_, change, code) => {
    expect(checkBehaviour(spoilt(change)).map((fault) => fault.code)).toContain(code);
  });

  it.each([
    ["a month that is no month", { from: "2005-13" }, "shape"],
    ["a fall below nothing", { percent: [-101] }, "shape"],
    ["no source", { sources: undefined }, "missing-source"],
    ["an end before its beginning", { effectiveUntil: "2020-01-01" }, "dates"],
  ] as const)("months with %s are refused", (_, change, code) => {
    expect(checkMarketMonths({ ...market, ...change }).map((fault) => fault.code)).toContain(code);
  });
});
