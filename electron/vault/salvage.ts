/**
 * @file Copies everything that can still be read of a damaged vault into a new folder:
 * the same keys, passphrase and recovery key, a log begun afresh. The damaged folder
 * stays as it is.
 */
import { copyFile, mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../shared/errors.ts";
import { hlcInstant } from "../../shared/log/hlc.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { Instant } from "../../shared/model/primitives.ts";
import type { MissingSaves } from "../../shared/model/storage.ts";
import type { Job } from "../sync/jobs.ts";
import { emptyTransaction, encodeTransaction, operationsIn } from "./transaction.ts";
import { unlockVault, type Vault, type VaultDeps } from "./vault.ts";

/** Appended at a time; they share their syncs, and each stays a transaction of its own. */
const savesAtOnce = 256;
const shownGaps = 100;

export interface Salvaged {
  readonly saves: number;
  readonly operations: number;
  readonly attachments: number;
  readonly missing: readonly MissingSaves[];
}

/**
 * @param to an empty folder
 * @returns the new vault, open; the caller closes it
 * @throws AppError `wrong-passphrase`, `wait-before-retry`, `vault-damaged` when the header itself is not
 *   genuine, `cancelled`, `disk-*`
 */
export async function salvageVault(
  from: Vault,
  to: string,
  passphrase: string,
  deps: VaultDeps,
  job: Job,
): Promise<{ vault: Vault; report: Salvaged }> {
  for (const name of ["VAULT", "VAULT.prev"]) {
    await copyFile(path.join(from.dir, name), path.join(to, name)).catch(() => undefined);
  }
  const attachments = await copyFolder(path.join(from.dir, "att"), path.join(to, "att"));
  const vault = await unlockVault(to, { passphrase }, deps);
  try {
    if (vault.recovery.readOnly) throw new AppError("vault-damaged", { file: "VAULT" });
    return { vault, report: { ...(await copyLog(from, vault, job)), attachments } };
  } catch (error) {
    await vault.close();
    throw error;
  }
}

/** Sealed files as they are: they prove themselves when they are opened. */
async function copyFolder(from: string, to: string): Promise<number> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  if (names.length > 0) await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of names) await copyFile(path.join(from, name), path.join(to, name));
  return names.length;
}

/**
 * Every save under its old number, which the registers of sent packages count in: where
 * one could not be read, an empty one keeps its place. A signed checkpoint after the
 * first of these would speak of a log that is no more.
 */
async function copyLog(from: Vault, to: Vault, job: Job): Promise<Omit<Salvaged, "attachments">> {
  const missing: MissingSaves[] = [];
  let waiting: Promise<unknown>[] = [];
  const append = async (transaction: Buffer): Promise<void> => {
    waiting.push(to.appendCopy(transaction));
    if (waiting.length < savesAtOnce) return;
    await Promise.all(waiting);
    waiting = [];
  };
  let last = 0;
  let lastAt: string | undefined;
  let saves = 0;
  let operations = 0;
  const pass = async (until: number, before?: string): Promise<void> => {
    if (until > last) missing.push(gap(last + 1, until, lastAt, before));
    for (; last < until; last++) await append(emptyTransaction);
  };
  for await (const { logSeq, bytes } of from.transactions(0)) {
    job.signal.throwIfAborted();
    const some = operationsIn(bytes);
    await pass(logSeq - 1, instantOf(some[0]));
    await append(missing.length === 0 ? bytes : withoutCheckpoints(some));
    last = logSeq;
    lastAt = instantOf(some.at(-1)) ?? lastAt;
    saves += 1;
    operations += some.length;
    job.progress(last, from.logSeq);
  }
  await pass(from.knownSeq);
  await Promise.all(waiting);
  return { saves, operations, missing: missing.slice(0, shownGaps) };
}

function withoutCheckpoints(operations: readonly Operation[]): Buffer {
  const kept = operations.filter(({ entity }) => entity !== "checkpoint");
  return kept.length === 0 ? emptyTransaction : encodeTransaction(kept);
}

function gap(from: number, to: number, after?: string, before?: string): MissingSaves {
  return { from, to, ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
}

/** When an operation says it was made; undefined for a clock beyond the year 9999. */
function instantOf(op: Operation | undefined): string | undefined {
  return op && Instant.safeParse(hlcInstant(op.at)).data;
}
