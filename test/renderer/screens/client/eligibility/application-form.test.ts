import { describe, expect, it } from "vitest";
import { withoutBlanks } from "../../../../../renderer/parts/form.ts";
import {
  applicationForm,
  applicationNow,
  applicationOf,
  criteriaFor,
  emptyApplication,
  restoreApplication,
} from "../../../../../renderer/screens/client/eligibility/application-form.ts";
import { InvestorStatus } from "../../../../../shared/model/investor-status.ts";
import { ClientId } from "../../../../../shared/model/primitives.ts";
import { shippedPack } from "../../../../support/packs.ts";

const pack = shippedPack("investor-criteria");
const client = ClientId.parse("c-1");
const fresh = emptyApplication(pack, "individual", { subject: "professional", last: undefined });
const paper = { attachment: "a-1", sha256: "ab".repeat(32) };

describe("the form of an application", () => {
  it("begins with the usual way of its subject", () => {
    const first = (kind: "individual" | "company", subject: "professional" | "qualified" | "qualified-fund") =>
      emptyApplication(pack, kind, { subject, last: undefined }).criterion;
    expect(first("individual", "professional")).toBe("pro-2-person");
    expect(first("company", "professional")).toBe("pro-2-company");
    expect(first("individual", "qualified-fund")).toBe("fund-person");
    expect(first("company", "qualified")).toBe("qualified-company");
    expect(criteriaFor(pack, "individual").map(({ id }) => id)).not.toContain("pro-1-licensed");
  });

  it("begins with what was shown last time, but not with its papers: a review looks at new ones", () => {
    const last = InvestorStatus.parse({
      id: "i-1",
      client,
      subject: "professional",
      outcome: "granted",
      class: "professional-3",
      criterion: "pro-3-person",
      facts: { financialAssets: 320_000_000, experienceYears: 3 },
      pack: { id: "p", version: "1" },
      proofs: [paper],
      at: "2025-11-23T02:00:00.000Z",
    });
    expect(emptyApplication(pack, "individual", { subject: "professional", last })).toMatchObject({
      criterion: "pro-3-person",
      financialAssets: 320_000_000,
      experienceYears: 3,
      annualIncome: null,
      isQualifiedPerson: false,
      proofs: [],
    });
  });

  it("says at any moment what its boxes say, and nothing for one that does not parse", () => {
    const boxes = { ...fresh, financialAssets: 500_000_000, experienceYears: "zwei", workYears: 2.5, proofs: [paper] };
    expect(applicationNow(boxes, client)).toMatchObject({
      client,
      criterion: "pro-2-person",
      facts: { financialAssets: 500_000_000 },
      proofs: [paper],
    });
    expect(applicationNow({}, client)).toMatchObject({ criterion: "", facts: {}, proofs: [] });
  });

  it("keeps no facts that were not shown: an empty box and an unticked one", () => {
    const values = applicationForm.parse(
      withoutBlanks({ ...fresh, annualIncome: 50_000_000, isQualifiedPerson: true }),
    );
    expect(applicationOf(values, client).facts).toEqual({ annualIncome: 50_000_000, isQualifiedPerson: true });
  });

  it("refuses half a year and a negative amount, by box", () => {
    const wrong = (boxes: object) =>
      applicationForm.safeParse(withoutBlanks({ ...fresh, ...boxes })).error?.issues.map(({ path }) => path.join("."));
    expect(wrong({ experienceYears: 1.5 })).toEqual(["experienceYears"]);
    expect(wrong({ financialAssets: -1 })).toEqual(["financialAssets"]);
    expect(wrong({ recording: "a/b" })).toEqual(["recording"]);
    expect(wrong({})).toBeUndefined();
  });

  it("takes a draft up where it was left, and nothing that is no paper", () => {
    const draft = { criterion: "pro-3-person", financialAssets: 1, proofs: [paper], application: ["x"], gone: 1 };
    expect(restoreApplication(fresh, draft)).toEqual({
      ...fresh,
      criterion: "pro-3-person",
      financialAssets: 1,
      proofs: [paper],
    });
    expect(restoreApplication(fresh, "x")).toEqual(fresh);
  });
});
