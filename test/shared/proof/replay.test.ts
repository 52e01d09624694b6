import { expect, test } from "vitest";
import { saleRulesOn } from "../../../shared/packs/gate-packs.ts";
import { packLibrary } from "../../../shared/packs/library.ts";
import type { UsablePacks } from "../../../shared/proof/packs.ts";
import type { ProofRecords } from "../../../shared/proof/records.ts";
import { packKey } from "../../../shared/proof/references.ts";
import { replayDecisions } from "../../../shared/proof/replay.ts";
import { verdictOf } from "../../../shared/rules/decision-record.ts";
import { saleOf } from "../../support/sale-cases.ts";

const v1 = saleRulesOn(packLibrary(), "2026-11-22");
const matrix = { ...v1.matrix, version: "2027.01", direct: { ...v1.matrix.direct, C3: v1.matrix.direct.C2 } };
const gate = { ...v1.gate, version: "2027.01", matrix: { id: matrix.id, version: matrix.version } };

test("a decision is judged again by the matching table it names, not by the one that ships", () => {
  const sale = saleOf({ assessment: { level: "C3" }, product: { sellerGrade: "R3" } });
  const decision = { client: "c-1", sheet: "s-1", sale, ...verdictOf(sale, { gate, matrix }) };
  const more = { statements: [], statuses: [], documents: [], at: "2027-01-02T03:00:00.000Z" };
  const records = { rows: new Map([["decision/d-1", { id: "d-1", ...decision, ...more }]]) };
  const packs = new Map([gate, matrix].map((pack) => [packKey(pack), pack])) as UsablePacks;
  expect(decision.outcome).toBe("ALLOW_WITH_WARNING");
  expect(replayDecisions(records as unknown as ProofRecords, packs)).toEqual([]);
  const tampered = new Map(packs).set(packKey(matrix), { ...matrix, direct: v1.matrix.direct });
  expect(replayDecisions(records as unknown as ProofRecords, tampered)).toEqual([
    expect.objectContaining({ code: "proof-decision", params: { id: "d-1" } }),
  ]);
});
