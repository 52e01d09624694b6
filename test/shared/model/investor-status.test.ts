import { describe, expect, it } from "vitest";
import { InvestorStatus } from "../../../shared/model/investor-status.ts";
import { Statement } from "../../../shared/model/statement.ts";

const frame = { id: "x-1", client: "c-1", at: "2026-11-23T02:00:00.000Z" };
const status = {
  ...frame,
  subject: "professional",
  outcome: "granted",
  class: "professional-2",
  criterion: "pro-2-person",
  facts: {},
  pack: { id: "p", version: "1" },
  proofs: [],
};
const isStatus = (change: object) => InvestorStatus.safeParse({ ...status, ...change }).success;
const isStatement = (value: object) => Statement.safeParse({ ...frame, ...value }).success;

describe("a decision about a class", () => {
  it("that grants names class and criterion; a qualification has no class", () => {
    expect(isStatus({})).toBe(true);
    expect(isStatus({ class: undefined })).toBe(false);
    expect(isStatus({ criterion: undefined })).toBe(false);
    expect(isStatus({ subject: "qualified", class: undefined })).toBe(true);
  });

  it("that refuses or ends says why, and an ending by whom", () => {
    expect(isStatus({ outcome: "refused" })).toBe(false);
    expect(isStatus({ outcome: "refused", reason: "收入证明不足" })).toBe(true);
    expect(isStatus({ outcome: "refused", reason: "  " })).toBe(false);
    expect(isStatus({ outcome: "ended", reason: "客户要求" })).toBe(false);
    expect(isStatus({ outcome: "ended", reason: "客户要求", endedBy: "client" })).toBe(true);
  });
});

describe("a statement", () => {
  it("has what its kind asks for", () => {
    expect(isStatement({ kind: "identity" })).toBe(false);
    expect(isStatement({ kind: "identity", capacity: "full", until: "2030-02-30" })).toBe(false);
    expect(isStatement({ kind: "identity", capacity: "full", until: "2030-02-28" })).toBe(true);
    expect(isStatement({ kind: "guardian-consent", who: " " })).toBe(false);
    expect(isStatement({ kind: "guardian-consent", who: "陆文澜" })).toBe(true);
    expect(isStatement({ kind: "guardian-withdrawn" })).toBe(true);
    expect(isStatement({ kind: "consent-given" })).toBe(true);
    expect(isStatement({ kind: "consent-given", who: "陆文澜" })).toBe(true);
    expect(isStatement({ kind: "right-opened" })).toBe(false);
    expect(isStatement({ kind: "promise" })).toBe(false);
  });

  it("rests on a paper only by its whole hash", () => {
    const document = (sha256: string) => ({ kind: "consent-given", document: { attachment: "a-1", sha256 } });
    expect(isStatement(document("ab".repeat(32)))).toBe(true);
    expect(isStatement(document("ab"))).toBe(false);
  });
});
