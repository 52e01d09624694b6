import { describe, expect, it } from "vitest";
import { type Operation, parseOperation } from "../../../shared/log/operation.ts";
import type { Assessment } from "../../../shared/model/assessment.ts";
import { type Client, Client as ClientSchema, completeness } from "../../../shared/model/client.ts";
import type { Contact } from "../../../shared/model/contact.ts";
import { daysBetween, shanghaiDay } from "../../../shared/model/dates.ts";
import { demoBook } from "../../../shared/model/demo.ts";
import type { InvestorStatus } from "../../../shared/model/investor-status.ts";
import { ActorId, DeviceId, levels } from "../../../shared/model/primitives.ts";
import type { Statement } from "../../../shared/model/statement.ts";
import { assessmentAllowance } from "../../../shared/rules/assessment-limits.ts";
import { criteriaMet } from "../../../shared/rules/investor-criteria.ts";
import { score } from "../../../shared/rules/questionnaire.ts";
import { standingOf } from "../../../shared/rules/standing.ts";
import { requirePack, shippedPack } from "../../support/packs.ts";

const nowMs = Date.parse("2026-11-23T01:12:00.000Z");
const today = shanghaiDay(nowMs);
const options = { nowMs, device: DeviceId.parse("00112233445566aa"), actor: ActorId.parse("zhou") };
const book: readonly Operation[] = [...demoBook(options)];

function clientsOf(operations: readonly Operation[]): Client[] {
  const first = new Map<string, Client>();
  for (const op of operations) {
    if (op.kind !== "set" || op.entity !== "client" || first.has(op.entityId)) continue;
    first.set(op.entityId, ClientSchema.parse({ ...op.patch, id: op.entityId }));
  }
  return [...first.values()];
}
const clients = clientsOf(book);
const contacts = book.flatMap((op) =>
  op.kind === "set" && op.entity === "contact" ? [op.patch as unknown as Contact] : [],
);
const recorded = <T>(entity: Operation["entity"]) =>
  book.flatMap((op) => (op.kind === "record" && op.entity === entity ? [{ ...op.value, id: op.entityId } as T] : []));
const assessments = recorded<Assessment>("assessment");
const statements = recorded<Statement>("statement");
const statuses = recorded<InvestorStatus>("investorStatus");

describe("the demo book", () => {
  it("holds 300 clients whose every operation passes the log's door unchanged", () => {
    expect(clients).toHaveLength(300);
    for (const op of book) expect(parseOperation(op)).toEqual(op);
  });

  it("is the same for the same seed and moment, and another for another seed", () => {
    const small = { ...options, clients: 40 };
    expect([...demoBook(small)]).toEqual([...demoBook(small)]);
    const other = clientsOf([...demoBook({ ...small, seed: 2 })]).map((c) => c.name);
    expect(other.slice(0, 19)).toEqual(clients.slice(0, 19).map((c) => c.name));
    expect(other.slice(19)).not.toEqual(clients.slice(19, 40).map((c) => c.name));
  });

  it("begins a larger book with the people of a smaller one", () => {
    expect([...demoBook({ ...options, clients: 25 })]).toEqual(
      book.slice(0, [...demoBook({ ...options, clients: 25 })].length),
    );
  });

  it("gives every operation its own id and stamp, none later than now", () => {
    expect(new Set(book.map((op) => op.id)).size).toBe(book.length);
    expect(new Set(book.map((op) => op.at)).size).toBe(book.length);
    const latest = `${nowMs.toString(16).padStart(12, "0")}-ffff`;
    for (const op of book) expect(op.at < latest && op.at.endsWith(options.device)).toBe(true);
  });

  it("holds nobody twice and nobody real: invented phones, identity numbers and mail", () => {
    expect(new Set(clients.map((c) => c.name)).size).toBe(clients.length);
    const phones = clients.flatMap((c) => c.phone ?? []);
    expect(new Set(phones).size).toBe(phones.length);
    for (const client of clients) {
      expect(client.phone ?? "13800000000").toMatch(/^13[5-9]0000\d{4}$/);
      expect(client.idNumber ?? "990000").toMatch(/^990000/);
      expect(client.email ?? "@example.com").toMatch(/@example\.com$/);
    }
  });

  it("knows some clients well and others hardly", () => {
    const shares = clients.map((client) => completeness(client)).map(({ filled, of }) => filled / of);
    expect(Math.max(...shares)).toBeGreaterThan(0.9);
    expect(Math.min(...shares)).toBeLessThan(0.4);
  });

  it("has companies with key people, every tier, and tags", () => {
    const companies = clients.filter((c) => c.kind === "company");
    expect(companies.length).toBeGreaterThan(3);
    for (const company of companies) expect(company.keyPeople?.map((k) => k.role)).toEqual(["董事长", "CFO"]);
    expect(new Set(clients.map((c) => c.tier)).size).toBe(4);
    expect(new Set(clients.flatMap((c) => c.tags ?? [])).size).toBeGreaterThan(8);
  });

  it("tells of contacts over two years in many words, none of them in the future", () => {
    expect(contacts.length).toBeGreaterThan(1500);
    expect(new Set(contacts.map((c) => c.summary)).size).toBeGreaterThan(100);
    expect(new Set(contacts.map((c) => c.channel)).size).toBeGreaterThanOrEqual(6);
    const days = contacts.map((c) => daysBetween(c.at.slice(0, 10), today));
    expect(Math.min(...days)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...days)).toBeGreaterThan(600);
    for (const contact of contacts) expect(Date.parse(contact.at)).toBeLessThanOrEqual(nowMs);
  });

  it("has results of every level, some expired and some about to expire", () => {
    expect(new Set(assessments.map((a) => a.level))).toEqual(new Set(levels));
    const last = new Map(assessments.map((a) => [a.client, a]));
    const left = [...last.values()].map((a) => daysBetween(today, a.validUntil));
    expect(left.filter((days) => days < 0).length).toBeGreaterThan(5);
    expect(left.filter((days) => days >= 0 && days <= 30).length).toBeGreaterThan(5);
    expect(left.filter((days) => days > 60).length).toBeGreaterThan(100);
  });

  it("scored them by the real engine, within the limits of the law", () => {
    const pack = requirePack("RTQ-NP-v1");
    for (const a of assessments) {
      expect(a.score).toEqual(score(pack, a.answers, { age: a.age }));
      expect(Object.keys(a.timings)).toHaveLength(20);
    }
    for (const client of clients) {
      const own = assessments.filter((a) => a.client === client.id).map((a) => a.validFrom);
      expect(assessmentAllowance(own, today, pack.clocks).last12Months).toBeLessThanOrEqual(8);
    }
  });

  it("shows every standing a client can have: verified and not, consent withdrawn, classes granted and refused, a minor", () => {
    const standings = new Map(
      clients.map((client) => {
        const own = <T extends { client: string }>(list: readonly T[]) =>
          list.filter((one) => one.client === client.id);
        const assessedAt = own(assessments)
          .map((a) => a.finishedAt)
          .toSorted()
          .at(-1);
        const facts = { client, statements: own(statements), statuses: own(statuses), assessedAt, day: today };
        return [client.name, standingOf(facts)] as const;
      }),
    );
    expect(standings.get("陆文澜")).toMatchObject({
      identityVerified: true,
      consent: "given",
      investorClass: "ordinary",
    });
    expect(standings.get("白景行")).toMatchObject({
      investorClass: "professional-2",
      qualified: "yes",
      rights: ["融资融券"],
    });
    expect(standings.get("韩叙白")).toMatchObject({ investorClass: "professional-3", classGround: "granted" });
    expect(standings.get("顾念慈")).toMatchObject({ investorClass: "ordinary", classGround: "refused" });
    expect(standings.get("冯允中")).toMatchObject({ consent: "withdrawn" });
    expect(standings.get("陆昭明")).toMatchObject({ changeReported: true });
    expect(standings.get("程知微")).toMatchObject({ capacity: "limited", guardianConsents: true, age: 17 });
    expect(standings.get("澄江精密制造有限公司")).toMatchObject({ qualified: "yes", qualifiedFund: "unverified" });
    const all = [...standings.values()];
    expect(all.filter(({ identityVerified }) => identityVerified).length).toBeGreaterThan(100);
    expect(all.filter(({ identityVerified }) => !identityVerified).length).toBeGreaterThan(50);
    expect(clients.every((client) => client.investorClass === undefined)).toBe(true);
  });

  it("granted nobody what the criteria do not give", () => {
    const pack = shippedPack("investor-criteria");
    expect(statuses.length).toBeGreaterThan(3);
    for (const status of statuses) {
      const kind = clients.find(({ id }) => id === status.client)?.kind ?? "individual";
      const met = criteriaMet(status.facts, { kind, capacity: "full", age: 40 }, pack).find(
        ({ criterion }) => criterion.id === status.criterion,
      );
      expect(met?.isMet).toBe(status.outcome === "granted");
    }
  });

  it("binds numbers to measure words without a typed space", () => {
    for (const text of [
      ...contacts.flatMap((c) => [c.summary, c.outcome]),
      ...clients.flatMap((c) => Object.values(c)),
    ]) {
      if (typeof text === "string") expect(text).not.toMatch(/\p{Script=Han}\s+\d|\d\s+\p{Script=Han}/u);
    }
  });

  it("gives exactly as many contacts as a bench asks for", () => {
    const operations = [...demoBook({ ...options, clients: 30, contactsPerClient: 20 })];
    expect(operations.filter((op) => op.entity === "contact")).toHaveLength(600);
  });
});
