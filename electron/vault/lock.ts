/**
 * @file LOCK: one writer per vault, across windows, programs and machines.
 *
 * [Note: Stale locks]
 *
 * On this machine a lock counts while its process lives; Linux also tells when a
 * process was started, so that a reused number is not mistaken for the holder. Of
 * another machine's process nothing can be known, so the holder touches the file every
 * minute, and ten quiet minutes end its claim, by the clock of the file system both
 * see. A holder that slept that long looks again before it writes: see `isHeld`.
 */
import { readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { randomId } from "../crypto/random.ts";
import { hasCode, ignoreAbsent, readIfThere } from "./disk.ts";

const lockFile = "LOCK";
const beatMs = 60_000;
const silenceMs = 600_000;
/** A lock without content is being made right now, unless it has been so for this long. */
const emptyMs = 10_000;

const Holder = z.strictObject({ token: z.string(), host: z.string(), pid: z.int(), start: z.string() });
type Holder = z.infer<typeof Holder>;

export interface VaultLock {
  /** False when another machine took the lock over while this one slept. */
  isHeld(): Promise<boolean>;
  /** Never fails. */
  release(): Promise<void>;
}

/** @throws AppError `vault-in-use`; a file system error where the folder cannot be written */
export async function takeLock(dir: string): Promise<VaultLock> {
  const file = path.join(dir, lockFile);
  const holder = { token: randomId(), host: hostname(), pid: process.pid, start: await startOf(process.pid) };
  if (!(await makeLock(file, holder))) {
    await removeStale(dir, file);
    if (!(await makeLock(file, holder))) throw new AppError("vault-in-use");
  }
  let seenAt = Date.now();
  const look = async (): Promise<boolean> => {
    const isMine = (await readHolder(file))?.token === holder.token;
    if (isMine) seenAt = Date.now();
    return isMine;
  };
  const beat = async (): Promise<void> => {
    const now = new Date();
    if (await look()) await utimes(file, now, now);
  };
  const timer = setInterval(() => void beat().catch(() => undefined), beatMs);
  timer.unref();
  return {
    // Only silence can have cost us the lock; asking the disk at every save would cost the user.
    isHeld: async () => Math.abs(Date.now() - seenAt) < silenceMs / 2 || look(),
    async release() {
      clearInterval(timer);
      if (await look().catch(() => false)) await rm(file).catch(() => undefined);
    },
  };
}

/** False when there is one already. */
async function makeLock(file: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    // Made, but without room for its content: nobody could tell whose it is.
    if (hasCode(error, "ENOSPC", "EDQUOT")) await rm(file).catch(() => undefined);
    throw error;
  }
}

/**
 * Take a stale lock out of the way. It is moved first and looked at again, so that of
 * two who found it stale only one goes on.
 *
 * @throws AppError `vault-in-use` when it is not stale
 */
async function removeStale(dir: string, file: string): Promise<void> {
  const content = await readIfThere(file);
  if (content === undefined) return;
  if (!(await isStale(dir, file, content))) throw new AppError("vault-in-use");
  const aside = `${file}.${randomId()}`;
  await rename(file, aside).catch(ignoreAbsent);
  const moved = await readIfThere(aside);
  if (moved !== undefined && !moved.equals(content)) {
    await rename(aside, file);
    throw new AppError("vault-in-use");
  }
  await rm(aside, { force: true });
}

async function isStale(dir: string, file: string, content: Buffer): Promise<boolean> {
  const holder = parseHolder(content);
  if (holder === undefined) return (await silenceOf(dir, file)) > emptyMs;
  if (holder.host !== hostname()) return (await silenceOf(dir, file)) > silenceMs;
  if (!isAlive(holder.pid)) return true;
  return (await startOf(holder.pid)) !== holder.start;
}

/** How long the lock has not been touched, by the file system's own clock. */
async function silenceOf(dir: string, file: string): Promise<number> {
  const probe = path.join(dir, `${lockFile}.${randomId()}`);
  await writeFile(probe, "", { flag: "wx" });
  try {
    const [now, then] = await Promise.all([stat(probe), stat(file)]);
    return now.mtimeMs - then.mtimeMs;
  } finally {
    await rm(probe, { force: true });
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  return parseHolder(await readIfThere(file));
}

function parseHolder(content: Buffer | undefined): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(content?.toString("utf8") ?? ""));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

/** When a process was started, in the system's own count since boot; empty where the system does not say. */
async function startOf(pid: number): Promise<string> {
  if (process.platform !== "linux") return "";
  try {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces; the start is the 22nd field, the 20th after the name.
    const start = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
    return `${boot.trim()}-${start}`;
  } catch {
    return "";
  }
}
