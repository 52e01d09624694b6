import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decision } from "../../../shared/model/decision.ts";
import { InstalledPack } from "../../../shared/model/installed-pack.ts";
import { canonicalText } from "../../../shared/package/canonical.ts";
import { type GatePack, GatePack as Pack, type Readings } from "../../../shared/packs/gate-pack.ts";
import { saleRulesOf, saleRulesOn } from "../../../shared/packs/gate-packs.ts";
import { packLibrary } from "../../../shared/packs/library.ts";
import { comesToTheSame, verdictOf } from "../../../shared/rules/decision-record.ts";
import type { SaleCase } from "../../../shared/rules/sale-case.ts";
import { saleArb, saleOf } from "../../support/sale-cases.ts";

const at = "2026-11-22T03:00:00.000Z";
const before = packLibrary();
const v1 = saleRulesOn(before, "2026-11-22");

/** The shipped rules with every reading the other way, other numbers and a narrower matching table: in force from 2027. */
const v2Matrix = {
  ...v1.matrix,
  version: "2027.01",
  effectiveFrom: "2027-01-01",
  direct: { ...v1.matrix.direct, C3: v1.matrix.direct.C2 },
};
const v2Gate: GatePack = {
  ...v1.gate,
  version: "2027.01",
  effectiveFrom: "2027-01-01",
  matrix: { id: v2Matrix.id, version: v2Matrix.version },
  numbers: { ...v1.gate.numbers, highRisk: ["R3", "R4", "R5"], elderAge: 60, validMonths: 6 },
  readings: Object.fromEntries(
    Object.entries(v1.gate.readings).map(([id, reading]) => {
      const values: readonly string[] = Pack.shape.readings.shape[id as keyof Readings].shape.value.options;
      return [id, { ...reading, value: values.find((value) => value !== reading.value) }];
    }),
  ) as unknown as Readings,
};

function installed(pack: { id: string; version: string; kind: string }): InstalledPack {
  return InstalledPack.parse({ id: `${pack.id}.${pack.version}`, kind: pack.kind, pack, ...intake });
}
const intake = { at, signer: { fingerprint: "F", name: "N" }, sha256: "0".repeat(64) };

function recorded(sale: SaleCase): Decision {
  const verdict = verdictOf(sale, v1);
  return Decision.parse({
    id: "d-1",
    client: "c-1",
    sheet: "s-1",
    sale,
    ...verdict,
    statements: [],
    statuses: [],
    documents: [],
    at,
  });
}

describe("a decision made under one version of the rules", () => {
  const after = packLibrary([v2Gate, v2Matrix].map(installed));

  it("the later version is taken in and in force", () => {
    expect(saleRulesOn(after, "2026-12-31").gate.version).toBe(v1.gate.version);
    expect(saleRulesOn(after, "2027-01-01")).toMatchObject({
      gate: { version: "2027.01", readings: { "I-01": { value: "first-step" } } },
      matrix: { version: "2027.01" },
    });
  });

  it("comes to the same bytes after another version was installed", () => {
    const v2 = saleRulesOn(after, "2027-01-01");
    let others = 0;
    fc.assert(
      fc.property(saleArb, (sale) => {
        const decision = recorded(sale);
        const again = saleRulesOf(after, decision.pack);
        expect(canonicalText(verdictOf(decision.sale, again))).toBe(canonicalText(verdictOf(sale, v1)));
        expect(comesToTheSame(decision, again)).toBe(true);
        if (verdictOf(sale, v2).outcome !== decision.outcome) others += 1;
        expect(comesToTheSame(decision, v2)).toBe(false);
      }),
      { numRuns: 300 },
    );
    // Or there would be nothing to guard.
    expect(others).toBeGreaterThan(50);
  });

  it("a record that was tampered with does not", () => {
    const decision = recorded(saleOf({ product: { regime: "NFRA_INVEST", sellerGrade: "R5" } }));
    expect(comesToTheSame(decision, v1)).toBe(true);
    expect(comesToTheSame({ ...decision, outcome: "ALLOW" }, v1)).toBe(false);
    expect(comesToTheSame({ ...decision, findings: [] }, v1)).toBe(false);
    expect(comesToTheSame({ ...decision, sale: saleOf() }, v1)).toBe(false);
  });

  it("a pack whose matching table is not here waits, and what names it cannot be judged", () => {
    const half = packLibrary([installed(v2Gate)]);
    expect(saleRulesOn(half, "2027-06-01").gate.version).toBe(v1.gate.version);
    expect(() => saleRulesOf(half, { id: v2Gate.id, version: v2Gate.version })).toThrow("pack-missing");
    expect(() => saleRulesOf(before, { id: "GATE-CN-v1", version: "1999" })).toThrow("pack-missing");
  });
});
