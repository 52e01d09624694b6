import { describe, expect, it } from "vitest";
import { withoutBlanks } from "../../../../../renderer/parts/form.ts";
import {
  boxesFor,
  emptyStatement,
  type StatementBoxes,
  statementForm,
  statementOf,
} from "../../../../../renderer/screens/client/eligibility/statement-form.ts";
import type { Client } from "../../../../../shared/model/client.ts";
import { ClientId } from "../../../../../shared/model/primitives.ts";
import { Statement, type StatementKind } from "../../../../../shared/model/statement.ts";
import { standingOf } from "../../../../../shared/rules/standing.ts";

const today = "2026-11-23";
const at = "2026-11-23T02:00:00.000Z";
const client: Client = {
  id: ClientId.parse("c-1"),
  kind: "individual",
  name: "陆文澜",
  birthDate: "1980-03-18",
  idExpiry: "2038-06-30",
};
const standing = (who: Client) =>
  standingOf({ client: who, statements: [], statuses: [], assessedAt: undefined, day: today });
const empty = emptyStatement(client, standing(client), today);
const paper = { attachment: "a-1", sha256: "ab".repeat(32) };

const asked = (kind: StatementKind, more: { isCompany?: boolean; isWard?: boolean } = {}) => ({
  kind,
  isCompany: false,
  isWard: false,
  ...more,
});
function faults(ask: ReturnType<typeof asked>, boxes: Partial<StatementBoxes>): string[] {
  const parsed = statementForm(ask, today).safeParse(withoutBlanks({ ...empty, ...boxes }));
  return parsed.error?.issues.map(({ path }) => path.join(".")) ?? [];
}
function recorded(ask: ReturnType<typeof asked>, boxes: Partial<StatementBoxes>, right?: string) {
  const values = statementForm(ask, today).parse(withoutBlanks({ ...empty, ...boxes }));
  return statementOf(values, { ...ask, client: client.id, at, right });
}

describe("the form of a statement", () => {
  it("begins with what is known, and not with a document that has ended", () => {
    expect(empty).toMatchObject({ capacity: "full", until: "2038-06-30" });
    const expired = { ...client, idExpiry: "2026-11-22" };
    expect(emptyStatement(expired, standing(expired), today).until).toBeNull();
    const minor = { ...client, birthDate: "2012-01-01" };
    expect(emptyStatement(minor, standing(minor), today).capacity).toBe("limited");
  });

  it("asks only what its kind has", () => {
    expect(boxesFor(asked("identity"))).toEqual(["capacity", "until", "note", "document"]);
    expect(boxesFor(asked("identity", { isCompany: true }))).not.toContain("capacity");
    expect(boxesFor(asked("consent-given"))).not.toContain("who");
    expect(boxesFor(asked("consent-given", { isWard: true }))).toContain("who");
    expect(boxesFor(asked("information-refused"))).toContain("told");
  });

  it("takes no document that has ended, no consent of a ward alone, no refusal untold, no right unnamed", () => {
    expect(faults(asked("identity"), { until: "2026-11-22" })).toEqual(["until"]);
    expect(faults(asked("identity"), { until: today })).toEqual([]);
    expect(faults(asked("consent-given", { isWard: true }), {})).toEqual(["who"]);
    expect(faults(asked("information-refused"), {})).toEqual(["told"]);
    expect(faults(asked("right-opened"), { right: "  " })).toEqual(["right"]);
    expect(faults(asked("guardian-consent"), {})).toEqual(["who"]);
    expect(faults(asked("change-reported"), {})).toEqual([]);
  });

  it("becomes a record the log takes, with nothing its kind does not have", () => {
    const kinds: readonly [StatementKind, Partial<StatementBoxes>, object][] = [
      ["identity", { document: [paper] }, { capacity: "full", until: "2038-06-30", document: paper }],
      ["consent-given", { note: "当面" }, { note: "当面" }],
      ["consent-withdrawn", {}, {}],
      ["guardian-consent", { who: "程砚" }, { who: "程砚" }],
      ["guardian-withdrawn", {}, {}],
      ["information-refused", { told: true, note: "收入" }, { note: "收入" }],
      ["change-reported", {}, {}],
      ["right-opened", { right: "融资融券" }, { right: "融资融券" }],
    ];
    for (const [kind, boxes, more] of kinds) {
      const record = recorded(asked(kind), boxes);
      expect(record).toEqual({ kind, client: client.id, at, ...more });
      expect(Statement.parse({ id: "s-1", ...record })).toEqual({ id: "s-1", ...record });
    }
    expect(recorded(asked("right-closed"), {}, "融资融券")).toEqual({
      kind: "right-closed",
      client: client.id,
      at,
      right: "融资融券",
    });
    expect(recorded(asked("identity", { isCompany: true }), { capacity: "none" })).toMatchObject({ capacity: "full" });
    expect(recorded(asked("consent-given", { isWard: true }), { who: "程砚" })).toMatchObject({ who: "程砚" });
  });
});
