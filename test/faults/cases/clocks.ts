/** @file F15: wrong clocks. Nothing is lost or reordered, no package is refused for its time, and the lock keeps its own. */
import { createClock } from "../../../shared/log/hlc.ts";
import type { Hlc } from "../../../shared/log/operation.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import { clearDesks, openNewVault } from "../../electron/services/desk.ts";
import { handTime } from "../../support/hand-time.ts";
import {
  allOperations,
  bookOf,
  exported,
  importBytes,
  newClient,
  noon,
  type Office,
  officeBlock,
  pairUp,
  refusal,
} from "../../support/office.ts";
import { type FaultCase, type Outcome, type Scale, Tally } from "../case.ts";

const hour = 3_600_000;
const tenYears = 10 * 365 * 24 * hour;

/** What the wall clock says, one save after the other. */
const stories: Readonly<Record<string, readonly number[]>> = {
  "ten years on, then back": [noon + tenYears, noon],
  "1970": [0, 1_000],
  "2038": [2 ** 31 * 1000 - 1, 2 ** 31 * 1000],
  "2100": [Date.UTC(2100, 0, 1)],
  "an hour back in mid-session": [noon - hour],
  "summer time begins": [Date.UTC(2026, 2, 29, 0, 59, 59), Date.UTC(2026, 2, 29, 2)],
  "summer time ends": [Date.UTC(2026, 9, 25, 1, 59, 59), Date.UTC(2026, 9, 25, 1)],
  "1970, then right": [0, noon],
};

async function run(scale: Scale): Promise<Outcome> {
  const tally = new Tally();
  for (const [name, times] of Object.entries(stories).slice(0, scale === "whole" ? undefined : 2)) {
    await saves(tally, name, times);
    await lock(tally, name, times);
  }
  return tally.outcome;
}

/** An advisor whose clock goes wrong saves, closes, opens, hands over. */
async function saves(tally: Tally, name: string, times: readonly number[]): Promise<void> {
  const block = officeBlock();
  try {
    let nowMs = noon;
    const advisor = await block.office("陆文澜", { now: () => nowMs });
    const branch = await block.office("周敏");
    await pairUp(advisor, branch);
    const folder = await block.folder();
    await newClient(advisor, "c-1", "第0次");
    let open = advisor;
    for (const [index, at] of times.entries()) {
      tally.tried();
      nowMs = at;
      await saveAsScreens(open, () => nowMs, { name: `第${index + 1}次` });
      open = await open.reopen();
      const kept = (await bookOf(open.vault))["client/c-1"]?.["name"];
      tally.lost(kept === `第${index + 1}次` ? 0 : 1, `${name}: ${String(kept)} after save ${index + 1}`);

      const bytes = await exported(open, folder, `${index}.age`);
      const refused = await refusal(importBytes(branch, bytes));
      tally.undetected(refused !== undefined, `${name}: package ${index + 1} refused, ${refused?.code}`);
      const there = (await bookOf(branch.vault))["client/c-1"]?.["name"];
      tally.undetected(there !== kept, `${name}: the branch reads ${String(there)}`);
    }
    const stamps = (await allOperations(open.vault)).filter(({ client }) => client === "c-1").map(({ at }) => at);
    const inOrder = stamps.every((at, index) => index === 0 || at > (stamps[index - 1] ?? ""));
    tally.undetected(!inOrder, `${name}: the order of saves has changed`);
  } finally {
    await block.end();
  }
}

/** As renderer/data/commands.ts stamps: a clock new with each session, and later than every value replaced. */
async function saveAsScreens(office: Office, now: () => number, patch: Record<string, string>): Promise<void> {
  const row = (await bookOf(office.vault))["client/c-1"];
  const [newest] = Object.values(row?._at ?? {}).sort((a, b) => (a > b ? -1 : 1));
  const at = createClock(office.device, now).tick(newest as Hlc | undefined);
  const operation = office.write.operation("client", "c-1", patch, ClientId.parse("c-1"));
  await office.write.append([{ ...operation, at }]);
}

/** The same clock beside a book that locks after a minute: neither before nor never. */
async function lock(tally: Tally, name: string, times: readonly number[]): Promise<void> {
  tally.tried();
  const time = handTime();
  const desk = await openNewVault({ ...time.options, idleLimitMs: 60_000 });
  try {
    for (const at of times) {
      time.setClock(at);
      await time.pass(Math.floor(59 / times.length));
    }
    const isEarly = (await desk.call("appInfo", null)).session === undefined;
    tally.undetected(isEarly, `${name}: locked early`);
    await time.pass(3);
    await desk.services.lock("user");
    const { lockedBy } = await desk.call("appInfo", null);
    tally.undetected(lockedBy !== "idle", `${name}: did not lock by itself`);
  } finally {
    await clearDesks();
  }
}

export const clockCase: FaultCase = {
  id: "F15",
  title:
    "whatever the clock says, nothing is lost or reordered, no package refused, and the lock neither early nor late",
  atLeast: 20,
  run,
};
