import { describe, expect, it } from "vitest";
import type { Fault } from "../../../shared/packs/faults.ts";
import { checkGatePack, checkMatchMatrix } from "../../../shared/packs/gate-check.ts";
import gateV1 from "../../../shared/packs/gate-cn-v1.json" with { type: "json" };
import type { GatePack } from "../../../shared/packs/gate-pack.ts";
import matrixV1 from "../../../shared/packs/match-matrix.json" with { type: "json" };
import type { MatchMatrix } from "../../../shared/packs/match-matrix.ts";

function spoilt<T>(value: unknown, spoil: (copy: T) => void): unknown {
  const copy = structuredClone(value) as T;
  spoil(copy);
  return copy;
}

type Mistake<T> = readonly [fault: Fault, spoil: (copy: T) => void];

const gateMistakes: readonly Mistake<GatePack>[] = [
  [{ code: "duplicate-id", at: "sources", detail: "csrc130" }, (p) => p.sources.push(...p.sources.slice(0, 1))],
  [
    { code: "missing-source", at: "rules/notices/cites/CSRC", detail: "nobody" },
    (p) => p.rules.notices.cites.CSRC.push({ source: "nobody", article: "1" }),
  ],
  [
    { code: "missing-source", at: "rules/notices/cites" },
    (p) => Object.assign(p.rules.notices, { cites: { CSRC: [], NFRA_INVEST: [], NFRA_INSURANCE: [] } }),
  ],
  [
    { code: "missing-source", at: "rules/notices/cites/CSRC", detail: "csrc130 99" },
    (p) => p.rules.notices.cites.CSRC.push({ source: "csrc130", article: "99" }),
  ],
  [
    { code: "missing-source", at: "steps/2/cites/CSRC", detail: "pipl 99" },
    (p) => p.steps[1]?.cites.CSRC.push({ source: "pipl", article: "99" }),
  ],
  [{ code: "number-order", at: "steps", detail: "2" }, (p) => p.steps.unshift(...p.steps.splice(1, 1))],
  [{ code: "grade-order", at: "numbers/highRisk", detail: "R5" }, (p) => (p.numbers.highRisk = ["R4"])],
  [{ code: "dates", at: "effectiveUntil", detail: "2020-01-01" }, (p) => (p.effectiveUntil = "2020-01-01")],
  [{ code: "number-order", at: "numbers/maxPerDay", detail: "9" }, (p) => (p.numbers.maxPerDay = 9)],
  [
    { code: "missing-language", at: "rules/notices/text/en" },
    (p) => Reflect.deleteProperty(p.rules.notices.text, "en"),
  ],
];

const matrixMistakes: readonly Mistake<MatchMatrix>[] = [
  [{ code: "grade-order", at: "direct/C3", detail: "R1 R3" }, (m) => (m.direct.C3 = ["R1", "R3"])],
  [{ code: "grade-order", at: "direct/C4", detail: "C3" }, (m) => (m.direct.C4 = ["R1"])],
  [{ code: "level-unreachable", at: "direct/C1_LOWEST", detail: "C1_LOWEST" }, (m) => (m.direct.C1_LOWEST = [])],
  [{ code: "grade-both", at: "never/C1_LOWEST", detail: "R1" }, (m) => m.never.C1_LOWEST?.push("R1")],
  [{ code: "dates", at: "effectiveUntil", detail: "2020-01-01" }, (m) => (m.effectiveUntil = "2020-01-01")],
];

describe("a sale gate's pack", () => {
  it("that ships has no fault", () => {
    expect(checkGatePack(gateV1)).toEqual([]);
    expect(checkMatchMatrix(matrixV1)).toEqual([]);
  });

  it.each(gateMistakes)("with the mistake %j names it", (fault, spoil) => {
    expect(checkGatePack(spoilt(gateV1, spoil))).toContainEqual(fault);
  });

  it.each(matrixMistakes)("whose matrix has the mistake %j names it", (fault, spoil) => {
    expect(checkMatchMatrix(spoilt(matrixV1, spoil))).toContainEqual(fault);
  });

  it("names all its mistakes at once", () => {
    const all = spoilt<GatePack>(gateV1, (p) => {
      p.numbers.highRisk = ["R4"];
      p.effectiveUntil = "2020-01-01";
      p.numbers.maxPerDay = 9;
    });
    expect(checkGatePack(all)).toHaveLength(3);
  });

  it.each([null, 7, "pack", [], {}])("that is %j has faults and does not throw", (raw) => {
    expect(checkGatePack(raw).length).toBeGreaterThan(0);
    expect(checkMatchMatrix(raw).length).toBeGreaterThan(0);
  });
});
