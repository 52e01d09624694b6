/**
 * @file Slows down guessing at the lock screen: the failures are counted in a small
 * plain file beside the vault, so that a restart does not forget them. Never wipes.
 * Whoever copies the vault away is not slowed by this; the key derivation is for them.
 */
import path from "node:path";
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { type Disk, readIfThere, replaceFile } from "./disk.ts";
import { inTurn, type Turns } from "./turns.ts";

const triesFile = "TRIES";
const longestWaitSeconds = 60;

const Tries = z.strictObject({ failures: z.int().min(0).max(1_000_000), lastAt: z.int() });
type Tries = z.infer<typeof Tries>;

/** Seconds to wait after this many failures in a row: 0, 0, 0, 1, 2, 4 ... 60. */
export function waitAfter(failures: number): number {
  return failures < 4 ? 0 : Math.min(longestWaitSeconds, 2 ** Math.min(failures - 4, 10));
}

const running: Turns = new Map();

/**
 * Run one try at the vault's secret. `attempt` returns undefined for a wrong one.
 * Tries at one vault run one after the other, so that many at once count as many.
 *
 * @throws AppError `wait-before-retry` without trying; `wrong-passphrase`; whatever `attempt` throws, uncounted
 */
export function countedTry<T>(
  disk: Disk,
  dir: string,
  now: () => number,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  return inTurn(running, dir, () => oneTry(disk, path.join(dir, triesFile), now, attempt));
}

async function oneTry<T>(
  disk: Disk,
  file: string,
  now: () => number,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  const tries = await readTries(file);
  const waitMs = remainingMs(tries, now());
  if (waitMs > 0) {
    // A clock that was set back must not lock the user out until it catches up.
    if (now() < tries.lastAt) await saveTries(disk, file, { ...tries, lastAt: now() });
    throw new AppError("wait-before-retry", { waitSeconds: Math.ceil(waitMs / 1000) });
  }
  const result = await attempt();
  if (result !== undefined) {
    if (tries.failures > 0) await saveTries(disk, file, { failures: 0, lastAt: now() });
    return result;
  }
  const failures = tries.failures + 1;
  await saveTries(disk, file, { failures, lastAt: now() });
  throw new AppError("wrong-passphrase", { failures, waitSeconds: waitAfter(failures) });
}

function remainingMs({ failures, lastAt }: Tries, now: number): number {
  const waitMs = waitAfter(failures) * 1000;
  return Math.min(waitMs, Math.max(0, lastAt + waitMs - now));
}

/** An unreadable count starts again at nought: it guards nothing that a copy of the vault would not lose anyway. */
async function readTries(file: string): Promise<Tries> {
  const bytes = await readIfThere(file);
  const parsed = Tries.safeParse(bytes && parseJson(bytes.toString("utf8")));
  return parsed.success ? parsed.data : { failures: 0, lastAt: 0 };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A full or read-only disk must not keep the right passphrase out, so a count that cannot be kept is let go. */
async function saveTries(disk: Disk, file: string, tries: Tries): Promise<void> {
  await replaceFile(disk, file, Buffer.from(JSON.stringify(tries))).catch(() => undefined);
}
