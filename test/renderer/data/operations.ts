/** @file Operations for the tests of the view, valid for every door. */
import fc from "fast-check";
import { type Operation, parseOperation } from "../../../shared/log/operation.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import { actor, device } from "./host.ts";

let counter = 0;

interface Content {
  readonly entity: Operation["entity"];
  readonly id: string;
  readonly client?: string;
  /** Milliseconds since 1970 of the stamp; rising when absent. */
  readonly ms?: number;
  readonly device?: string;
  readonly reason?: string;
}

/** Set fields of a fact. */
export function set(content: Content, patch: object): Operation {
  return parseOperation({ ...frame(content), kind: "set", patch });
}

/** Write evidence. */
export function record(content: Content, value: object): Operation {
  return parseOperation({ ...frame(content), kind: "record", value });
}

function frame({ entity, id, client, ms, reason, device: other = device }: Content): object {
  counter += 1;
  const stamp = (ms ?? 1_000_000 + counter).toString(16).padStart(12, "0");
  return {
    id: crypto.randomUUID(),
    at: `${stamp}-0000-${other}`,
    device: other,
    actor,
    entity,
    entityId: id,
    ...(client !== undefined && { client }),
    ...(reason !== undefined && { reason }),
  };
}

export function client(id: string, patch: object = {}, ms?: number): Operation {
  const fields = { kind: "individual", name: `客户${id}`, ...patch };
  return set({ entity: "client", id, client: id, ...(ms !== undefined && { ms }) }, fields);
}

export function editClient(id: string, patch: object, ms?: number): Operation {
  return set({ entity: "client", id, client: id, ...(ms !== undefined && { ms }) }, patch);
}

export function contact(id: string, of: string, patch: object = {}, ms?: number): Operation {
  const fields = { client: of, at: "2026-11-01T02:00:00.000Z", channel: "phone", ...patch };
  return set({ entity: "contact", id, client: of, ...(ms !== undefined && { ms }) }, fields);
}

export function assessment(id: string, of: string, patch: object = {}, ms?: number): Operation {
  return record(
    { entity: "assessment", id, client: of, ...(ms !== undefined && { ms }) },
    { ...finished(of), ...patch },
  );
}

export function statement(id: string, of: string, patch: object = {}, ms?: number): Operation {
  const value = { client: of, kind: "consent-given", at: "2026-11-01T02:00:00.000Z", ...patch };
  return record({ entity: "statement", id, client: of, ...(ms !== undefined && { ms }) }, value);
}

export function knowledgeTest(id: string, of: string, patch: object = {}, ms?: number): Operation {
  const value = { ...finishedTest(of), ...patch };
  return record({ entity: "knowledgeTest", id, client: of, ...(ms !== undefined && { ms }) }, value);
}

/** The values of a finished knowledge test. */
export function finishedTest(of: string) {
  const { questionnaire, answers, mode, answeredBy, startedAt, timings, changes } = finished(of);
  const { pack, points, blocks } = finished(of).score;
  return {
    ...{ client: ClientId.parse(of), questionnaire, answers, mode, answeredBy, startedAt, timings, changes },
    score: { pack, points, blocks, total: 40, max: 100, passMark: 80, passed: false },
    at: "2026-11-02T02:00:00.000Z",
  };
}

/** The values of a finished assessment. */
export function finished(of: string) {
  const blocks = [{ id: "a", points: 40, max: 100 }];
  return {
    client: of,
    questionnaire: { id: "rtq", version: "1" },
    answers: { q1: ["a"] },
    score: {
      pack: { id: "rtq", version: "1" },
      points: { q1: 40 },
      total: 40,
      max: 100,
      blocks,
      dimensions: blocks,
      band: "C3" as const,
      caps: [],
      contradictions: [],
      flags: [],
      level: "C3" as const,
      profile: { term: ["t"], types: ["y"], lossLimit: ["l"], goals: ["g"] },
    },
    level: "C3" as const,
    mode: "meeting" as const,
    answeredBy: "client" as const,
    startedAt: "2026-10-01T02:00:00.000Z",
    finishedAt: "2026-10-01T02:10:00.000Z",
    timings: { q1: 1000 },
    changes: [],
    contradictionChoices: [],
    validFrom: "2026-10-01",
    validUntil: "2027-10-01",
  };
}

const clients = ["c-1", "c-2", "c-3"];
const ms = fc.integer({ min: 1, max: 50 });
const day = fc
  .integer({ min: 0, max: 40 })
  .map((n) => new Date(Date.UTC(2026, 7, 10 + 2 * n)).toISOString().slice(0, 10));
const instant = fc.tuple(day, fc.constantFrom("01:00", "16:30", "23:00")).map(([d, time]) => `${d}T${time}:00.000Z`);
const of = fc.constantFrom(...clients);
const optional = { requiredKeys: [] };

/** Any operation about three clients and their few contacts and assessments, in bundles and out of them. */
export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc.tuple(of, fc.constantFrom("陆文澜", "单田芳", "Alice"), ms).map(([id, name, at]) => client(id, { name }, at)),
  fc
    .tuple(
      of,
      fc.record(
        {
          phone: fc.constantFrom("13800006027", "13900001184", null),
          investableAssets: fc.nat({ max: 1000 }),
          tier: fc.constantFrom("vip", "active", null),
          tags: fc.constantFrom(["教育"], ["养老", "教育"]),
          restricted: fc.boolean(),
          birthDate: fc.constantFrom("1980-03-18", null),
        },
        optional,
      ),
      ms,
    )
    .map(([id, patch, at]) => editClient(id, patch, at)),
  fc
    .tuple(
      of,
      fc.integer({ min: 1, max: 4 }),
      instant,
      fc.record({ nextOn: day, nextStep: fc.constantFrom("a", "b") }, optional),
      ms,
    )
    .map(([id, n, at, next, stamp]) => contact(`${id}-k${n}`, id, { at, ...next }, stamp)),
  fc
    .tuple(
      of,
      fc.integer({ min: 1, max: 4 }),
      fc.record(
        {
          at: instant,
          nextOn: fc.oneof(day, fc.constant(null)),
          restricted: fc.boolean(),
          channel: fc.constantFrom("sms", "face"),
        },
        optional,
      ),
      ms,
    )
    .map(([id, n, patch, at]) => set({ entity: "contact", id: `${id}-k${n}`, client: id, ms: at }, patch)),
  fc
    .tuple(of, fc.integer({ min: 1, max: 3 }), instant, fc.constantFrom("C1", "C5"), ms)
    .map(([id, n, finishedAt, level, at]) => assessment(`${id}-a${n}`, id, { finishedAt, level }, at)),
  fc
    .tuple(of, fc.integer({ min: 1, max: 3 }), instant, fc.constantFrom("consent-given", "change-reported"), ms)
    .map(([id, n, at, kind, stamp]) => statement(`${id}-s${n}`, id, { at, kind }, stamp)),
  fc
    .tuple(of, fc.integer({ min: 1, max: 2 }), instant, ms)
    .map(([id, n, at, stamp]) => knowledgeTest(`${id}-t${n}`, id, { at }, stamp)),
  fc
    .tuple(fc.constantFrom("contact.c-1", "client.new"), fc.constantFrom({ a: 1 }, null), ms)
    .map(([id, values, at]) =>
      set({ entity: "draft", id, ms: at }, { form: "x", savedAt: "2026-11-01T02:00:00.000Z", values }),
    ),
  fc
    .tuple(fc.constantFrom("p-1", "p-2"), fc.constantFrom("周明远", "王芳"), ms)
    .map(([id, name, at]) => set({ entity: "profile", id, ms: at }, { name, role: "advisor" })),
);
