import { describe, expect, it } from "vitest";
import { levels } from "../../../shared/model/primitives.ts";
import { GatePack, regimes, ruleIds } from "../../../shared/packs/gate-pack.ts";
import { grades } from "../../../shared/packs/match-matrix.ts";
import { shippedPack } from "../../support/packs.ts";

const pack = shippedPack("sale-gate");

describe("the sale gate's pack that ships", () => {
  it("gives every rule a step and, where it can apply, the law of a listed source", () => {
    const sources = pack.sources.map(({ id }) => id);
    expect(Object.keys(pack.rules).sort()).toEqual([...ruleIds].sort());
    for (const [id, { cites }] of Object.entries(pack.rules)) {
      for (const regime of regimes) {
        for (const { source } of cites[regime]) expect(sources).toContain(source);
        // The declaration of NFRA Art. 39 is of insurance.
        if (regime === "NFRA_INSURANCE" || !id.startsWith("declaration")) expect(cites[regime]).not.toEqual([]);
      }
    }
  });

  it("matches each level with the grades from the lowest up, never fewer than the level below", () => {
    const { id, version } = shippedPack("match-matrix");
    expect(pack.matrix).toEqual({ id, version });
    let below: readonly string[] = [];
    for (const level of levels) {
      const direct = shippedPack("match-matrix").direct[level];
      expect(direct).toEqual(grades.slice(0, direct.length));
      expect(direct.length).toBeGreaterThanOrEqual(Math.max(1, below.length));
      below = direct;
    }
  });

  it("with a rule or a reading left out is no pack", () => {
    const { identity: _rule, ...rules } = pack.rules;
    const { "I-01": _reading, ...readings } = pack.readings;
    expect(GatePack.safeParse({ ...pack, rules }).success).toBe(false);
    expect(GatePack.safeParse({ ...pack, readings }).success).toBe(false);
  });
});
