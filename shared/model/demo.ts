/**
 * @file A believable book of invented clients: what the demo vault opens with, and
 * what the benches measure on. Pure: the same options give the same operations.
 */
import { AppError } from "../errors.ts";
import { type Hlc, type Operation, parseOperation } from "../log/operation.ts";
import { packLibrary } from "../packs/library.ts";
import { choicesOf, type Question } from "../packs/question.ts";
import type { QuestionnairePack } from "../packs/questionnaire-pack.ts";
import { validUntil } from "../rules/assessment-limits.ts";
import { optionForAge, score } from "../rules/questionnaire.ts";
import type { Answers } from "../rules/score.ts";
import type { Contact } from "./contact.ts";
import { addDays, ageOn, shanghaiDay } from "./dates.ts";
import { papersOf } from "./demo-papers.ts";
import { type Persona, personas, profileOf } from "./demo-people.ts";
import { type Chance, createChance } from "./demo-random.ts";
import * as words from "./demo-words.ts";
import { entityRule } from "./entities.ts";
import { type ActorId, ClientId, type DeviceId, type Json } from "./primitives.ts";

export interface DemoOptions {
  /** How many clients; 300 when not said. */
  readonly clients?: number;
  /** Another number, other people; beyond the first nineteen: the cast of the design's pictures and a daughter. */
  readonly seed?: number;
  /** When the book is opened: everything in it happened in the two years before. */
  readonly nowMs: number;
  readonly device: DeviceId;
  readonly actor: ActorId;
  /** Exactly so many contacts for each client, for benches; by tier when not said. */
  readonly contactsPerClient?: number;
}

const dayMs = 86_400_000;
const days24Months = 730;

/**
 * Every operation of the book, client by client: the profile, what changed in it,
 * contacts, assessments. Stamps are those of the moment each thing happened, so
 * they do not ascend over the whole book.
 */
export function* demoBook(options: DemoOptions): Generator<Operation, void> {
  const { clients = 300, seed = 1 } = options;
  const people = personas((index) => createChance(seed, index));
  for (let index = 0; index < clients; index++) {
    yield* pageOf(people.next().value, index, options, createChance(seed + 0x5eed, index));
  }
}

interface Page {
  readonly id: ClientId;
  readonly persona: Persona;
  readonly chance: Chance;
  readonly nowMs: number;
  readonly today: string;
  write(
    kind: "client" | "contact" | "assessment" | "statement" | "investorStatus",
    atMs: number,
    values: object,
    id?: string,
    reason?: string,
  ): Operation;
}

function* pageOf(persona: Persona, index: number, options: DemoOptions, chance: Chance): Generator<Operation, void> {
  const { nowMs, device, actor } = options;
  const id = ClientId.parse(chance.uuid());
  let written = 0;
  const page: Page = {
    id,
    persona,
    chance,
    nowMs,
    today: shanghaiDay(nowMs),
    write(entity, atMs, values, recordId = chance.uuid(), reason) {
      const at = stamp(Math.min(atMs, nowMs), (index * 31 + written++) % 0x10000, device);
      const base = { id: chance.uuid(), at, device, actor, entity, client: id };
      const json = values as Record<string, Json>;
      if (entityRule(entity).law === "evidence") return { ...base, kind: "record", entityId: recordId, value: json };
      const why = reason === undefined ? {} : { reason };
      return { ...base, kind: "set", entityId: entity === "client" ? id : recordId, patch: json, ...why };
    },
  };
  const profile = profileOf(persona, index, page.today, chance);
  const sinceDays = Math.max(chance.int(30, days24Months), (persona.assessedDaysAgo ?? 0) + 5);
  yield* profileOperations(page, profile, sinceDays);
  const { birthDate } = profile;
  yield* contacts(page, sinceDays, options.contactsPerClient);
  if (persona.assessedDaysAgo !== undefined) yield* assessments(page, persona.assessedDaysAgo, sinceDays, birthDate);
  yield* papers(page, profile, sinceDays);
}

/** The profile as it was entered and, for some, a fact that changed since, with its reason. */
function* profileOperations(
  page: Page,
  profile: ReturnType<typeof profileOf>,
  sinceDays: number,
): Generator<Operation> {
  const { chance, nowMs } = page;
  const enteredAt = moment(page, sinceDays);
  const { investableAssets } = profile;
  const grew = investableAssets !== undefined && sinceDays > 60 && chance.maybe(0.25);
  const before = grew ? Math.round((investableAssets / 1_000_000) * 0.9) * 1_000_000 : investableAssets;
  yield parseOperation(page.write("client", enteredAt, { ...profile, ...(grew ? { investableAssets: before } : {}) }));
  if (grew && before !== investableAssets) {
    const changedAt = Math.min(nowMs, moment(page, chance.int(5, sinceDays - 10)));
    yield page.write("client", changedAt, { investableAssets }, undefined, "来源：客户口述");
  }
}

/** Statements and decisions, as demo-papers.ts tells them. */
function* papers(page: Page, profile: ReturnType<typeof profileOf>, sinceDays: number): Generator<Operation> {
  for (const { entity, daysAgo, value } of papersOf(page.persona, profile, { ...page, sinceDays })) {
    const atMs = moment(page, daysAgo);
    const at = new Date(atMs).toISOString();
    yield parseOperation(page.write(entity, atMs, { ...value, client: page.id, at }));
  }
}

function* contacts(page: Page, sinceDays: number, exactly: number | undefined): Generator<Operation> {
  const { chance, persona, id, today } = page;
  const count = exactly ?? chance.int(...words.rhythm[persona.tier]);
  const ago = Array.from({ length: count }, () => chance.int(0, sinceDays - 1)).toSorted((a, b) => b - a);
  for (const [n, daysAgo] of ago.entries()) {
    const idea = chance.pick(persona.kind === "company" ? words.companyIdeas : words.contactIdeas);
    const isLast = n === ago.length - 1;
    const at = moment(page, daysAgo);
    const values: Omit<Contact, "id"> = {
      client: id,
      at: new Date(at).toISOString(),
      channel: idea.channel,
      initiator: chance.maybe(0.75) ? "advisor" : "client",
      purpose: idea.purpose,
      summary: filled(idea.summary, chance),
      mood: idea.mood ?? chance.pick(words.idleMoods),
      ...(idea.channel === "face" ? { durationMinutes: chance.int(3, 14) * 5 } : {}),
      ...(idea.channel === "phone" ? { durationMinutes: chance.int(1, 18) } : {}),
      ...(idea.outcome === undefined ? {} : { outcome: filled(idea.outcome, chance) }),
      ...(idea.next === undefined ? {} : { nextStep: idea.next }),
      ...(isLast && chance.maybe(0.7) ? { nextOn: addDays(today, chance.int(-4, 28)) } : {}),
    };
    yield page.write("contact", at, values);
  }
}

function filled(text: string, chance: Chance): string {
  return text
    .replace("{product}", () => chance.pick(words.products))
    .replace("{wan}", () => String(chance.int(1, 20) * 5))
    .replace("{percent}", () => String(chance.int(15, 62)))
    .replace("{month}", () => String(chance.int(1, 12)));
}

/** The last assessment and, where the client has been here long enough, the one a year before. */
function* assessments(page: Page, daysAgo: number, sinceDays: number, birthDate?: string): Generator<Operation> {
  const pack = packLibrary().find("questionnaire", "RTQ-NP-v1");
  if (pack === undefined) throw new AppError("pack-missing", { id: "RTQ-NP-v1" });
  const first = daysAgo + page.chance.int(300, 364);
  const earlier = first < sinceDays ? assessment(page, pack, first, birthDate) : undefined;
  if (earlier !== undefined) yield earlier;
  yield assessment(page, pack, daysAgo, birthDate, earlier);
}

function assessment(
  page: Page,
  pack: QuestionnairePack,
  daysAgo: number,
  birthDate: string | undefined,
  earlier?: Operation,
): Operation {
  const { chance, persona } = page;
  const recordId = chance.uuid();
  const finishedMs = moment(page, daysAgo);
  const day = shanghaiDay(finishedMs);
  const age = birthDate === undefined ? undefined : ageOn(birthDate, day);
  const answers = answersOf(pack, persona, age ?? (persona.age ?? 40) - Math.floor(daysAgo / 365), chance);
  const result = score(pack, answers, { age });
  const timings = Object.fromEntries(pack.questions.map((q) => [q.id, chance.int(6_000, 42_000)]));
  const tookMs = Object.values(timings).reduce((sum, ms) => sum + ms, 0);
  const previous = earlier?.kind === "record" ? earlierResult(earlier) : undefined;
  const finishedAt = new Date(finishedMs).toISOString();
  const changed = previous !== undefined && previous.level !== result.level;
  return page.write(
    "assessment",
    finishedMs,
    {
      client: page.id,
      questionnaire: result.pack,
      answers,
      score: result,
      level: result.level,
      ...(age === undefined ? {} : { age }),
      mode: chance.maybe(0.9) ? "meeting" : "paper",
      answeredBy: "client",
      startedAt: new Date(finishedMs - tookMs).toISOString(),
      finishedAt,
      timings,
      changes: [],
      contradictionChoices: result.contradictions.map((id) => ({ id, choice: "keep" })),
      ...(previous === undefined ? {} : { previous }),
      ...(changed ? { levelChangeConfirmedAt: finishedAt } : {}),
      validFrom: day,
      validUntil: validUntil(day, pack.clocks),
    },
    recordId,
  );
}

function earlierResult(earlier: Operation & { kind: "record" }): { id: string; level: string; total: number } {
  const { level, score: result } = earlier.value as { level: string; score: { total: number } };
  return { id: earlier.entityId, level, total: result.total };
}

/** Answers about as high on each scale as the persona's appetite, and true where the profile knows better. */
function answersOf(pack: QuestionnairePack, persona: Persona, age: number, chance: Chance): Answers {
  const gates = { G1: ["full"], G2: [persona.appetite < 0.03 ? "yes" : "no"] };
  const questions = pack.questions.map((question): [string, string[]] => {
    const aged = optionForAge(question, Math.max(age, 18));
    if (aged !== undefined) return [question.id, [aged]];
    if (question.id === "Q2") return [question.id, [assetOption(persona.wan)]];
    return [question.id, byAppetite(question, persona.appetite, chance)];
  });
  return { ...gates, ...Object.fromEntries(questions) };
}

function assetOption(wan: number): string {
  return "abcdef".charAt([10, 50, 100, 300, 1000].filter((edge) => wan >= edge).length);
}

function byAppetite(question: Question, appetite: number, chance: Chance): string[] {
  const ranked = choicesOf(question).toSorted((a, b) => (a.points ?? 0) - (b.points ?? 0));
  const place = appetite * ranked.length + (chance.next() - 0.5) * 1.6;
  const index = Math.min(Math.max(Math.floor(place), 0), ranked.length - 1);
  const chosen = ranked[index]?.id ?? "a";
  const below = ranked[index - 1];
  const alsoBelow = question.kind === "multiple" && below !== undefined && !("exclusive" in below) && chance.maybe(0.5);
  return alsoBelow ? [below.id, chosen] : [chosen];
}

/** A working hour so many days ago, never later than now. */
function moment({ chance, nowMs, today }: Page, daysAgo: number): number {
  const midnightMs = Date.parse(`${addDays(today, -daysAgo)}T00:00:00.000+08:00`);
  const at = midnightMs + chance.int(9 * 60, 18 * 60) * 60_000;
  return at < nowMs ? at : Math.max(nowMs - chance.int(1, 180) * 60_000, nowMs - dayMs);
}

/** A stamp of that moment; `counter` parts those of one millisecond. */
export function stamp(ms: number, counter: number, device: DeviceId): Hlc {
  return `${Math.floor(ms).toString(16).padStart(12, "0")}-${counter.toString(16).padStart(4, "0")}-${device}`;
}
