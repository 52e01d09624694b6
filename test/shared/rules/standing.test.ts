import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import { InvestorStatus } from "../../../shared/model/investor-status.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import { Statement } from "../../../shared/model/statement.ts";
import { type StandingFacts, standingOf } from "../../../shared/rules/standing.ts";

const client = ClientId.parse("c-1");
const day = "2026-11-23";
const adult = { kind: "individual", birthDate: "1980-03-18" } as const;
const company = { kind: "company" } as const;

let counter = 0;
function said(kind: Statement["kind"], at: string, more: object = {}): Statement {
  counter += 1;
  return Statement.parse({ id: `s-${counter}`, client, kind, at: instant(at), ...more });
}
function decided(outcome: InvestorStatus["outcome"], at: string, more: object = {}): InvestorStatus {
  counter += 1;
  return InvestorStatus.parse({
    id: `i-${counter}`,
    client,
    subject: "professional",
    outcome,
    ...(outcome === "granted" ? { class: "professional-2", criterion: "pro-2-person" } : { reason: "收入证明不足" }),
    ...(outcome === "ended" ? { endedBy: "client" } : {}),
    facts: {},
    pack: { id: "p", version: "1" },
    proofs: [],
    at: instant(at),
    ...more,
  });
}
/** Noon in Shanghai unless the time is given. */
function instant(at: string): string {
  return at.length > 10 ? at : `${at}T04:00:00.000Z`;
}
function standing(facts: Partial<StandingFacts>) {
  return standingOf({ client: adult, statements: [], statuses: [], assessedAt: undefined, day, ...facts });
}

describe("a client's standing", () => {
  it("is nobody's while nothing is known", () => {
    expect(standing({})).toEqual({
      age: 46,
      identityVerified: false,
      identityUntil: undefined,
      capacity: "full",
      isWard: false,
      guardianConsents: false,
      consent: "missing",
      refusesInformation: false,
      changeReported: false,
      investorClass: "ordinary",
      classGround: "none",
      qualified: "unverified",
      qualifiedFund: "unverified",
      rights: [],
      statements: [],
      statuses: [],
    });
  });

  it("knows who it is until the document's last day, included", () => {
    const statements = [said("identity", "2025-01-10", { capacity: "full", until: day })];
    expect(standing({ statements })).toMatchObject({ identityVerified: true, identityUntil: day });
    expect(standing({ statements, day: "2026-11-24" })).toMatchObject({ identityVerified: false });
    const endless = [said("identity", "2025-01-10", { capacity: "full" })];
    expect(standing({ statements: endless }).identityVerified).toBe(true);
  });

  it("has the consent that was last given or withdrawn", () => {
    const given = said("consent-given", "2026-01-10");
    const withdrawn = said("consent-withdrawn", "2026-02-10");
    expect(standing({ statements: [given] }).consent).toBe("given");
    expect(standing({ statements: [withdrawn, given] }).consent).toBe("withdrawn");
    expect(standing({ statements: [said("consent-given", "2026-03-01"), withdrawn, given] }).consent).toBe("given");
  });

  it("takes the guardian's consent until it is withdrawn", () => {
    const consent = said("guardian-consent", "2026-01-10", { who: "陆文澜" });
    expect(standing({ statements: [consent] }).guardianConsents).toBe(true);
    expect(standing({ statements: [said("guardian-withdrawn", "2026-02-10"), consent] }).guardianConsents).toBe(false);
  });

  it.each(["information-refused", "change-reported"] as const)("%s stands until a later assessment", (kind) => {
    const field = kind === "information-refused" ? "refusesInformation" : "changeReported";
    const statements = [said(kind, "2026-05-10T04:00:00.000Z")];
    const at = (assessedAt: string | undefined, on = day) => standing({ statements, assessedAt, day: on })[field];
    expect(at(undefined)).toBe(true);
    expect(at("2026-05-10T03:59:59.999Z")).toBe(true);
    expect(at("2026-05-10T04:00:00.001Z")).toBe(false);
    // On the eve of that assessment it stood.
    expect(at("2026-06-01T04:00:00.000Z", "2026-05-31")).toBe(true);
    expect(at("2026-06-01T04:00:00.000Z", "2026-06-01")).toBe(false);
  });

  it("opens and closes rights one by one", () => {
    const statements = [
      said("right-opened", "2026-01-01", { right: "margin" }),
      said("right-opened", "2026-01-02", { right: "stock-connect" }),
      said("right-closed", "2026-01-03", { right: "margin" }),
      said("right-closed", "2026-01-04", { right: "options" }),
    ];
    expect(standing({ statements }).rights).toEqual(["stock-connect"]);
    expect(standing({ statements, day: "2026-01-02" }).rights).toEqual(["margin", "stock-connect"]);
  });
});

describe("civil capacity (Civil Code Art. 17-24)", () => {
  const born = (years: number) => ({ kind: "individual", birthDate: `${2026 - years}-01-01` }) as const;
  const check = (capacity: string, at = "2026-06-01") => [said("identity", at, { capacity })];

  it.each([
    [7, undefined, "none"],
    [8, undefined, "limited"],
    [17, undefined, "limited"],
    [18, undefined, "full"],
    [7, "full", "none"],
    [15, "full", "limited"],
    [16, "full", "full"],
    [15, "none", "none"],
    [40, "limited", "limited"],
    [40, "none", "none"],
  ] as const)("at %i, found %s, is %s", (years, found, capacity) => {
    expect(standing({ client: born(years), statements: found === undefined ? [] : check(found) }).capacity).toBe(
      capacity,
    );
  });

  it("found limited of a child does not outlast childhood; found limited of an adult does", () => {
    const statements = check("limited", "2020-06-01");
    expect(standing({ client: born(19), statements }).capacity).toBe("full");
    expect(standing({ client: born(30), statements }).capacity).toBe("limited");
    // A child found without any is an exception that stays until it is checked anew.
    expect(standing({ client: born(19), statements: check("none", "2020-06-01") }).capacity).toBe("none");
  });

  it("takes the youngest a client can be where only the year is known", () => {
    const client2008 = { kind: "individual", birthYear: 2008 } as const;
    expect(standing({ client: client2008 })).toMatchObject({ age: undefined, capacity: "limited" });
    expect(standing({ client: client2008, day: "2026-12-31" }).capacity).toBe("full");
  });

  it("is a natural person's: a company has all of it", () => {
    expect(standing({ client: company, statements: check("none") }).capacity).toBe("full");
  });

  it("under fourteen, or without capacity, only the guardian consents (PIPL Art. 31)", () => {
    const own = [said("consent-given", "2026-06-01")];
    const guardians = [said("consent-given", "2026-06-01", { who: "陆文澜" })];
    expect(standing({ client: born(13), statements: own })).toMatchObject({ consent: "missing", isWard: true });
    expect(standing({ client: born(13), statements: guardians }).consent).toBe("given");
    expect(standing({ client: born(14), statements: own })).toMatchObject({ consent: "given", isWard: false });
    const lost = [...check("none", "2026-05-01"), ...own];
    expect(standing({ statements: lost })).toMatchObject({ consent: "missing", isWard: true });
    // What was given while capacity was full stays given.
    expect(standing({ statements: [...own, ...check("none", "2026-07-01")] }).consent).toBe("given");
  });
});

describe("the investor class", () => {
  it("is what was last decided", () => {
    expect(standing({ statuses: [decided("granted", "2026-01-10")] })).toMatchObject({
      investorClass: "professional-2",
      classGround: "granted",
    });
    for (const outcome of ["refused", "ended"] as const) {
      const statuses = [decided(outcome, "2026-02-10"), decided("granted", "2026-01-10")];
      expect(standing({ statuses })).toMatchObject({ investorClass: "ordinary", classGround: outcome });
    }
  });

  it("holds until the day of its review, included", () => {
    const statuses = [decided("granted", "2025-11-23", { reviewOn: day })];
    expect(standing({ statuses }).investorClass).toBe("professional-2");
    const next = standing({ statuses, day: "2026-11-24" });
    expect(next).toMatchObject({ investorClass: "ordinary", classGround: "review-due" });
  });

  it("is never a minor's, nor anybody's without full capacity", () => {
    const statuses = [decided("granted", "2026-01-10")];
    const minor = { kind: "individual", birthDate: "2009-06-01" } as const;
    const working = [said("identity", "2026-01-01", { capacity: "full" })];
    expect(standing({ client: minor, statements: working, statuses })).toMatchObject({
      capacity: "full",
      investorClass: "ordinary",
      classGround: "own-affairs",
    });
    const limited = [said("identity", "2026-02-01", { capacity: "limited" })];
    expect(standing({ statements: limited, statuses })).toMatchObject({
      investorClass: "ordinary",
      classGround: "own-affairs",
    });
  });

  it("of type I is an institution's", () => {
    const statuses = [decided("granted", "2026-01-10", { class: "professional-1", criterion: "pro-1-licensed" })];
    expect(standing({ statuses })).toMatchObject({ investorClass: "ordinary", classGround: "unfit" });
    expect(standing({ client: company, statuses }).investorClass).toBe("professional-1");
  });
});

describe("being qualified", () => {
  it("is told apart for asset management products and private funds", () => {
    const statuses = [decided("granted", "2026-01-10", { subject: "qualified", criterion: "qualified-person" })];
    expect(standing({ statuses })).toMatchObject({ qualified: "yes", qualifiedFund: "unverified" });
    const fund = decided("refused", "2026-01-11", { subject: "qualified-fund" });
    expect(standing({ statuses: [...statuses, fund] })).toMatchObject({ qualified: "yes", qualifiedFund: "no" });
  });

  it("has to be verified anew after its day, and is a no once refused or ended", () => {
    const granted = decided("granted", "2025-11-01", { subject: "qualified", reviewOn: "2026-11-01" });
    expect(standing({ statuses: [granted] }).qualified).toBe("unverified");
    const ended = decided("ended", "2026-11-02", { subject: "qualified", endedBy: "criteria" });
    expect(standing({ statuses: [granted, ended] }).qualified).toBe("no");
  });
});

const anyDay = fc.integer({ min: 1, max: 60 }).map((n) => new Date(Date.UTC(2026, 9, n)).toISOString().slice(0, 10));
const anyStatement = fc
  .tuple(
    anyDay,
    fc.constantFrom(
      ...([
        "consent-given",
        "consent-withdrawn",
        "information-refused",
        "change-reported",
        "guardian-withdrawn",
      ] as const),
      ...(["identity", "guardian-consent", "right-opened", "right-closed"] as const),
    ),
    fc.constantFrom("full", "limited", "none"),
    fc.constantFrom("margin", "options"),
  )
  .map(([at, kind, capacity, right]) => said(kind, at, { capacity, right, who: "监护人" }));
const anyStatus = fc
  .tuple(
    anyDay,
    fc.constantFrom("granted", "refused", "ended"),
    fc.constantFrom("professional", "qualified", "qualified-fund"),
  )
  .map(([at, outcome, subject]) => decided(outcome, at, { subject }));
const anyClient = fc.constantFrom(adult, company, { kind: "individual", birthDate: "2011-05-05" } as const);

describe("any standing", () => {
  it("does not depend on the order of the records", () => {
    fc.assert(
      fc.property(
        anyClient,
        fc.array(anyStatement),
        fc.array(anyStatus),
        fc.infiniteStream(fc.nat()),
        (who, statements, statuses, luck) => {
          const shuffled = <T>(list: readonly T[]) =>
            list
              .map((one) => ({ one, at: luck.next().value }))
              .toSorted((a, b) => a.at - b.at)
              .map(({ one }) => one);
          const again = { client: who, statements: shuffled(statements), statuses: shuffled(statuses) };
          expect(standing(again)).toEqual(standing({ client: who, statements, statuses }));
        },
      ),
    );
  });

  it("does not know what was written after the day", () => {
    fc.assert(
      fc.property(anyClient, fc.array(anyStatement), fc.array(anyStatus), anyDay, (who, statements, statuses, on) => {
        const until = <T extends { at: string }>(list: readonly T[]) => list.filter(({ at }) => shanghaiDay(at) <= on);
        const then = { client: who, statements: until(statements), statuses: until(statuses), day: on };
        expect(standing({ client: who, statements, statuses, day: on })).toEqual(standing(then));
      }),
    );
  });

  it("counts days in Shanghai: what was written there after midnight is the next day's", () => {
    const statements = [said("consent-given", "2026-11-23T16:00:00.000Z")];
    expect(standing({ statements }).consent).toBe("missing");
    expect(standing({ statements, day: "2026-11-24" }).consent).toBe("given");
  });

  it("ends refusal and change by an assessment that is later than both", () => {
    fc.assert(
      fc.property(fc.array(anyStatement), (statements) => {
        const after = standing({ statements, assessedAt: "2026-12-31T00:00:00.000Z", day: "2026-12-31" });
        expect(after).toMatchObject({ refusesInformation: false, changeReported: false });
      }),
    );
  });
});
