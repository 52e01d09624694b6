import { describe, expect, it } from "vitest";
import { AppError } from "../../../shared/errors.ts";
import { InvestorStatus } from "../../../shared/model/investor-status.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import type { Investor } from "../../../shared/rules/investor-criteria.ts";
import {
  type Application,
  decisionOn,
  endingGaps,
  endOf,
  gapsOf,
  type NewStatus,
} from "../../../shared/rules/investor-decision.ts";
import { shippedPack } from "../../support/packs.ts";

const pack = shippedPack("investor-criteria");
const client = ClientId.parse("c-1");
const investor: Investor = { kind: "individual", capacity: "full", age: 46 };
const at = "2026-11-23T06:00:00.000Z";
const paper = (id: string) => ({ attachment: id, sha256: "ab".repeat(32) });
const proofs = [paper("a-1")];
const around = { investor, pack, at };

const conversion: Application = {
  client,
  criterion: "pro-3-person",
  facts: { financialAssets: 320_000_000, experienceYears: 3 },
  proofs,
  application: paper("a-2"),
  enquiry: "近两年持有股票型基金，能说清回撤",
  differencesTold: true,
};
const verification: Application = {
  client,
  criterion: "pro-2-person",
  facts: { financialAssets: 620_000_000, experienceYears: 5 },
  proofs,
};
const isRecord = (status: NewStatus) => InvestorStatus.safeParse({ id: "i-1", ...status }).success;

describe("what an application lacks", () => {
  it("is nothing once criterion and steps are there", () => {
    expect(gapsOf(conversion, investor, pack)).toEqual([]);
    expect(gapsOf(verification, investor, pack)).toEqual([]);
  });

  it("is each step of Art. 12 by its name; type II needs proofs alone", () => {
    const bare = { client, criterion: "pro-3-person", facts: conversion.facts, proofs: [] };
    expect(gapsOf(bare, investor, pack)).toEqual(
      ["application", "enquiry", "proofs", "differences"].map((step) => ({ kind: "step", step })),
    );
    expect(gapsOf({ ...verification, proofs: [] }, investor, pack)).toEqual([{ kind: "step", step: "proofs" }]);
  });

  it("takes a knowledge test in place of further questions", () => {
    expect(gapsOf({ ...conversion, enquiry: undefined, knowledgeTest: "k-1" }, investor, pack)).toEqual([]);
    expect(gapsOf({ ...conversion, enquiry: "" }, investor, pack)).toEqual([{ kind: "step", step: "enquiry" }]);
  });

  it("is the criterion where the figures fall short, and a bar no figures cure", () => {
    expect(gapsOf({ ...verification, facts: {} }, investor, pack)).toEqual([{ kind: "criterion" }]);
    expect(gapsOf(verification, { ...investor, age: 17 }, pack)).toEqual([{ kind: "bar", bar: "age" }]);
    expect(gapsOf(verification, { ...investor, capacity: "limited" }, pack)).toEqual([
      { kind: "bar", bar: "capacity" },
    ]);
  });

  it("is everything for a criterion that is not this kind of investor's", () => {
    expect(gapsOf({ ...verification, criterion: "pro-1-licensed" }, investor, pack)).toEqual([{ kind: "criterion" }]);
  });
});

describe("a decision", () => {
  it("that grants says by what, on what and until when", () => {
    const granted = decisionOn({ ...conversion, reason: " " }, "granted", around);
    expect(granted).toEqual({
      client,
      subject: "professional",
      outcome: "granted",
      class: "professional-3",
      criterion: "pro-3-person",
      facts: conversion.facts,
      pack: { id: "INVESTOR-CN-v1", version: "2026.11" },
      proofs,
      application: paper("a-2"),
      enquiry: conversion.enquiry,
      differencesTold: true,
      reason: " ",
      at,
      reviewOn: "2027-11-23",
    });
    expect(isRecord(granted)).toBe(true);
  });

  it("keeps only the figures its criterion looked at", () => {
    const { facts } = decisionOn(
      { ...verification, facts: { ...verification.facts, familyFinancialAssets: 1, netAssets: 2 } },
      "granted",
      around,
    );
    expect(facts).toEqual(verification.facts);
  });

  it("that qualifies names no class", () => {
    const fund = { client, criterion: "fund-person", facts: { annualIncome: 50_000_000 }, proofs };
    const granted = decisionOn(fund, "granted", around);
    expect(granted).toMatchObject({ subject: "qualified-fund", outcome: "granted" });
    expect(granted).not.toHaveProperty("class");
    expect(isRecord(granted)).toBe(true);
  });

  it("that grants what has gaps is never made", () => {
    const refused = expect.objectContaining({ code: "bad-operation" }) as AppError;
    expect(() => decisionOn({ ...conversion, differencesTold: false }, "granted", around)).toThrow(refused);
    expect(() => decisionOn(verification, "granted", { ...around, investor: { ...investor, age: 17 } })).toThrow(
      refused,
    );
    expect(() => decisionOn({ ...verification, criterion: "nobody" }, "refused", around)).toThrow(refused);
  });

  it("that refuses says why, whatever is there, and holds no review", () => {
    expect(() => decisionOn({ ...conversion, reason: "" }, "refused", around)).toThrow(AppError);
    const refused = decisionOn({ ...verification, facts: {}, proofs: [], reason: "收入证明不足" }, "refused", around);
    expect(refused).toMatchObject({ outcome: "refused", class: "professional-2", reason: "收入证明不足" });
    expect(refused).not.toHaveProperty("reviewOn");
    expect(isRecord(refused)).toBe(true);
  });
});

describe("an ending", () => {
  const granted = (application: Application) =>
    InvestorStatus.parse({ id: "i-1", ...decisionOn(application, "granted", around) });
  const wish = { by: "client", reason: "客户书面要求", application: paper("a-3") } as const;

  it("at the client's wish is in writing", () => {
    const status = granted(verification);
    expect(endingGaps(status, { ...wish, application: undefined }, pack)).toEqual(["written-wish"]);
    const ended = endOf(status, wish, pack, at);
    expect(ended).toEqual({
      client,
      subject: "professional",
      outcome: "ended",
      endedBy: "client",
      class: "professional-2",
      criterion: "pro-2-person",
      facts: {},
      pack: { id: pack.id, version: pack.version },
      proofs: [],
      application: paper("a-3"),
      reason: "客户书面要求",
      at,
    });
    expect(isRecord(ended)).toBe(true);
  });

  it("is not open to everybody: type I and the qualified end by the criteria alone", () => {
    const licensed = {
      ...granted(verification),
      class: "professional-1",
      criterion: "pro-1-licensed",
    } as const satisfies InvestorStatus;
    expect(endingGaps(licensed, wish, pack)).toEqual(["not-open"]);
    const reasons = { by: "criteria", reason: "牌照已注销" } as const;
    expect(endingGaps(licensed, reasons, pack)).toEqual([]);
    expect(endOf(licensed, reasons, pack, at)).toMatchObject({ outcome: "ended", endedBy: "criteria" });
  });

  it("without a reason is not made", () => {
    expect(() => endOf(granted(verification), { by: "criteria", reason: "" }, pack, at)).toThrow(AppError);
  });
});
