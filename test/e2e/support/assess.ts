/** @file A book with a person and a company, and the ways through an assessment that several specs take. */
import { expect, type Page } from "@playwright/test";
import type { Session } from "../../../shared/bridge/contract.ts";
import { createClock } from "../../../shared/log/hlc.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { ClientId, Json } from "../../../shared/model/primitives.ts";
import { choicesOf } from "../../../shared/packs/question.ts";
import { asked } from "../../../shared/rules/answers.ts";
import { validUntil } from "../../../shared/rules/assessment-limits.ts";
import { score } from "../../../shared/rules/questionnaire.ts";
import { requirePack } from "../../support/packs.ts";
import { ask } from "./ask.ts";

export const passphrase = "seven calm herons cross water";
export const pack = requirePack("RTQ-NP-v1", "2026.07");

/** Whom to assess, and what finds them. */
export interface Whom {
  readonly id: ClientId;
  readonly name: string;
  readonly pinyin: string;
}
export const individual: Whom = { id: "client-lu" as ClientId, name: "陆文澜", pinyin: "luwenlan" };
export const company: Whom = { id: "client-cj" as ClientId, name: "澄江精密制造有限公司", pinyin: "chengjiang" };

/** The keys that answer everything in the pack's order: gates, then 20 questions. 62 points at 46 years, no contradiction. */
export const calm = [
  "1",
  "2",
  "3",
  "4",
  "4",
  "5",
  "3",
  "2",
  "3",
  "4",
  "3",
  "4",
  "3",
  "3",
  "5",
  "23",
  "2",
  "3",
  "2",
  "3",
  "5",
  "3",
];

export function withKeys(changes: Readonly<Record<string, string>>): readonly string[] {
  return asked(pack).map((item, index) => changes[item.id] ?? calm[index] ?? "");
}

export interface Earlier {
  readonly daysAgo: number;
  readonly keys: readonly string[];
}

/** What every operation has, of this client or of none. */
export type Stamp = (client?: ClientId) => Pick<Operation, "id" | "at" | "device" | "actor" | "client">;

/** A new book with both, as many earlier assessments of the person as asked for, and whatever more there is to be. */
export async function openBook(
  page: Page,
  earlier: readonly Earlier[] = [],
  more: (stamp: Stamp) => readonly Operation[] = () => [],
): Promise<void> {
  const profile = { name: "周明远", role: "advisor", branch: "滨江营业部" } as const;
  const { session } = await ask(page, "createVault", { label: "试用", passphrase, profile });
  await ask(page, "appendOperations", operations(session, earlier, more));
  await page.reload();
  await expect(page.getByText(individual.name)).toBeVisible();
}

function operations(
  session: Session,
  earlier: readonly Earlier[],
  more: (stamp: Stamp) => readonly Operation[],
): Operation[] {
  const device = session.device as Operation["device"];
  const clock = createClock(device, Date.now);
  const base: Stamp = (client) => ({
    id: crypto.randomUUID(),
    at: clock.tick(),
    device,
    actor: session.profile.id as Operation["actor"],
    ...(client !== undefined && { client }),
  });
  const create = ({ id, name }: Whom, patch: Record<string, Json>): Operation => ({
    ...base(id),
    kind: "set",
    entity: "client",
    entityId: id,
    patch: { name, ...patch },
  });
  return [
    create(individual, { kind: "individual", gender: "female", birthDate: "1980-04-12" }),
    create(company, { kind: "company" }),
    ...earlier.map(
      (one, index): Operation => ({
        ...base(individual.id),
        kind: "record",
        entity: "assessment",
        entityId: `earlier-${index}`,
        value: earlierAssessment(one),
      }),
    ),
    ...more(base),
  ];
}

function earlierAssessment({ daysAgo, keys }: Earlier): Record<string, Json> {
  const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const day = shanghaiDay(at);
  const answers = Object.fromEntries(
    asked(pack).map((item, index) => [
      item.id,
      Array.from(keys[index] ?? "", (key) => choicesOf(item)[Number(key) - 1]?.id ?? ""),
    ]),
  );
  const result = score(pack, answers, { age: 46 });
  return {
    client: individual.id,
    questionnaire: { id: pack.id, version: pack.version },
    answers,
    score: result,
    level: result.level,
    age: 46,
    mode: "meeting",
    answeredBy: "client",
    startedAt: at,
    finishedAt: at,
    timings: {},
    changes: [],
    contradictionChoices: [],
    validFrom: day,
    validUntil: validUntil(day, pack.clocks),
  };
}

/** From anywhere in the book to somebody's page, by keyboard. */
export async function goToClient(page: Page, { name, pinyin }: Whom = individual): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(pinyin);
  await expect(page.getByRole("option", { name: new RegExp(name) }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** From anywhere in the book to the page before the meeting, by keyboard. */
export async function goToAssessment(page: Page, whom: Whom = individual): Promise<void> {
  await goToClient(page, whom);
  await page.keyboard.press("a");
  await expect(page.getByText("由谁作答").or(page.getByText("有一份没做完的测评"))).toBeVisible();
}

/** Presses these keys and goes on. */
export async function answer(page: Page, keys: string): Promise<void> {
  const before = await heading(page);
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before);
}

/** What is asked now. */
export async function heading(page: Page): Promise<string> {
  // The first question comes once the main process knows that a meeting has begun.
  await expect(page.getByRole("button", { name: "暂停" })).toBeVisible();
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}

export async function answerAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await answer(page, key);
}

/** The advisor takes the screen back. */
export async function enterPassphrase(page: Page): Promise<void> {
  await page.getByLabel("口令", { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
}
