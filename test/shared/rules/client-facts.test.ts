import { describe, expect, it } from "vitest";
import type { ClientId } from "../../../shared/model/primitives.ts";
import type { Statement } from "../../../shared/model/statement.ts";
import { type AssessmentRecord, type ClientRecords, clientFacts } from "../../../shared/rules/client-facts.ts";
import { findPack } from "../../support/packs.ts";

const id = "c-1" as ClientId;
const day = "2026-11-22";
const at = (on: string) => `${on}T02:00:00.000Z`;

function assessed(on: string, changes: Partial<AssessmentRecord> = {}): AssessmentRecord {
  return {
    id: `a-${on}`,
    questionnaire: { id: "RTQ-NP-v1", version: "2026.07" },
    answers: { Q11: ["d"], Q14: ["b", "c"] },
    level: "C3",
    finishedAt: at(on),
    contradictionChoices: [],
    score: { contradictions: [] },
    ...changes,
  };
}

const said = (kind: Statement["kind"], on: string, more: object = {}) =>
  ({ id: `${kind}-${on}`, kind, client: id, at: at(on), ...more }) as Statement;

function facts(changes: Partial<ClientRecords> = {}, on = day) {
  const records: ClientRecords = {
    client: { id, kind: "individual", birthDate: "1980-05-01" },
    assessments: [],
    statements: [],
    statuses: [],
    ...changes,
  };
  return clientFacts(records, on, findPack);
}

describe("a client as the gate sees them", () => {
  it("of whom nothing is known has nothing to show", () => {
    expect(facts()).toMatchObject({
      client: { kind: "person", age: 46, identityVerified: false, capacity: "full", consent: "missing" },
      assessment: null,
      assessmentId: undefined,
      assets: undefined,
    });
  });

  it("without a birth date has no age, and a company never has one", () => {
    expect(facts({ client: { id, kind: "individual" } }).client).not.toHaveProperty("age");
    const company = facts({ client: { id, kind: "company", birthDate: "1999-01-01" } }).client;
    expect(company).toMatchObject({ kind: "company", capacity: "full" });
    expect(company).not.toHaveProperty("age");
  });

  it("is judged by the newest assessment up to the day, the others are counted", () => {
    const assessments = [
      assessed("2026-12-01"),
      assessed("2026-06-15"),
      assessed("2025-03-01"),
      assessed("2026-02-01"),
    ];
    expect(facts({ assessments })).toMatchObject({
      assessmentId: "a-2026-06-15",
      assessment: { on: "2026-06-15", level: "C3", earlier: ["2025-03-01", "2026-02-01"] },
    });
  });

  it.each([
    ["a", 0],
    ["b", 6],
    ["c", 12],
    ["d", 36],
    ["e", 1200],
  ])("term answer %s is at least %i months", (answer, termMonths) => {
    const assessments = [assessed("2026-06-15", { answers: { Q11: [answer], Q14: ["e", "a"] } })];
    expect(facts({ assessments }).assessment).toMatchObject({ termMonths, types: ["cash", "complex"] });
  });

  it("takes nothing for granted where the questionnaire is not known, or was not answered", () => {
    const strange = assessed("2026-06-15", { questionnaire: { id: "X", version: "1" } });
    const empty = assessed("2026-06-15", { answers: {} });
    for (const assessment of [strange, empty]) {
      expect(facts({ assessments: [assessment] }).assessment).toMatchObject({ termMonths: 0, types: [] });
    }
  });

  it("has contradictions open until each was kept", () => {
    const found = { score: { contradictions: ["x", "y"] } };
    const with_ = (...contradictionChoices: AssessmentRecord["contradictionChoices"]) =>
      facts({ assessments: [assessed("2026-06-15", { ...found, contradictionChoices })] }).assessment
        ?.openContradictions;
    expect(with_()).toBe(2);
    expect(with_({ id: "x", choice: "keep" }, { id: "y", choice: "change" })).toBe(1);
    expect(with_({ id: "x", choice: "keep" }, { id: "y", choice: "change" }, { id: "y", choice: "keep" })).toBe(0);
  });

  it("has a changed level unconfirmed until the client confirmed it", () => {
    const change = (more: Partial<AssessmentRecord>) =>
      facts({ assessments: [assessed("2026-06-15", more)] }).assessment?.levelChange;
    expect(change({})).toBe("none");
    expect(change({ previous: { level: "C3" } })).toBe("none");
    expect(change({ previous: { level: "C4" } })).toBe("unconfirmed");
    expect(change({ previous: { level: "C4" }, levelChangeConfirmedAt: at("2026-06-15") })).toBe("confirmed");
  });

  it("who reported a change is assessed again, and a refusal stands, until the next assessment", () => {
    const statements = [said("change-reported", "2026-07-01"), said("information-refused", "2026-07-02")];
    const before = facts({ statements, assessments: [assessed("2026-06-15")] });
    const after = facts({ statements, assessments: [assessed("2026-06-15"), assessed("2026-07-03")] });
    expect(before).toMatchObject({ assessment: { changeReported: true }, client: { refusesInformation: true } });
    expect(after).toMatchObject({ assessment: { changeReported: false }, client: { refusesInformation: false } });
  });

  it("is verified until the document's last day, and consents until it is withdrawn", () => {
    const statements = [
      said("identity", "2026-01-01", { capacity: "full", until: "2026-11-22" }),
      said("consent-given", "2026-01-01"),
      said("consent-withdrawn", "2026-11-23"),
    ];
    expect(facts({ statements }).client).toMatchObject({ identityVerified: true, consent: "given" });
    expect(facts({ statements }, "2026-11-23").client).toMatchObject({ identityVerified: false, consent: "withdrawn" });
  });
});
