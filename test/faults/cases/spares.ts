/** @file F9 and F10: a file damaged or gone that has a spare; an older copy put back. */
import { rm } from "node:fs/promises";
import path from "node:path";
import type { Witness } from "../../../electron/vault/head.ts";
import { createVault, unlockVault } from "../../../electron/vault/vault.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { type FaultCase, type Outcome, type Scale, Tally } from "../case.ts";
import {
  allOperations,
  bytesOf,
  cheap,
  type Files,
  flipped,
  isTruthful,
  missingOf,
  passphrase,
  putFiles,
  takeFiles,
  withFile,
  withFolder,
} from "../image.ts";
import { saveOf } from "../operations.ts";

interface Day {
  readonly files: Files;
  readonly saved: readonly Operation[];
  /** What a witness outside the folder had seen by then. */
  readonly head: Buffer | undefined;
}

/** The same vault as it was after each of a few days: opened, used, closed, with a snapshot now and then. */
async function diary(folder: string, days: number): Promise<{ recoveryKey: string; days: readonly Day[] }> {
  const dir = path.join(folder, "kept");
  const made = await createVault(dir, { label: "diary", passphrase }, cheap);
  await made.vault.close();
  const saved: Operation[] = [];
  const all: Day[] = [];
  let seen: Buffer | undefined;
  const witness: Witness = {
    read: async () => seen,
    async write(_id, head) {
      seen = head;
    },
  };
  for (let day = 0; day < days; day++) {
    const vault = await unlockVault(dir, { recoveryKey: made.recoveryKey }, { ...cheap, witness });
    for (let n = 0; n < 3; n++) {
      const op = saveOf(saved.length + 1, 40);
      await vault.append([op]);
      saved.push(op);
    }
    if (day % 2 === 1) await vault.snapshot();
    await vault.close();
    all.push({ files: await takeFiles(dir), saved: [...saved], head: seen });
  }
  await rm(dir, { recursive: true });
  return { recoveryKey: made.recoveryKey, days: all };
}

async function spares(scale: Scale): Promise<Outcome> {
  return withFolder(async (folder) => {
    const tally = new Tally();
    const { recoveryKey, days } = await diary(folder, 4);
    const last = days.at(-1);
    if (last === undefined) throw new Error("no days");
    const dir = path.join(folder, "vault");
    const snapshots = [...last.files.keys()].filter((name) => name.startsWith("snap-"));
    for (const name of ["VAULT", "VAULT.prev", "HEAD.a", "HEAD.b", ...snapshots]) {
      const bytes = bytesOf(last.files, name);
      const faults: [string, Buffer | undefined][] = [
        ["gone", undefined],
        ["empty", Buffer.alloc(0)],
      ];
      for (let at = 0; at < bytes.length; at += scale === "whole" ? 1 : 211) {
        faults.push(
          [`bit ${at % 8} of byte ${at}`, flipped(bytes, at, at % 8)],
          [`cut to ${at}`, bytes.subarray(0, at)],
        );
      }
      for (const [fault, altered] of faults) {
        tally.tried();
        const files = altered === undefined ? without(last.files, name) : withFile(last.files, name, altered);
        putFiles(dir, files);
        await judgeSpare(
          { dir, recoveryKey, day: last, what: `${name} ${fault}`, isGone: altered === undefined },
          tally,
        );
      }
    }
    return tally.outcome;
  });
}

interface Spared {
  readonly dir: string;
  readonly recoveryKey: string;
  readonly day: Day;
  readonly what: string;
  /** A snapshot that is not there is no fault: it is a cache. */
  readonly isGone: boolean;
}

async function judgeSpare({ dir, recoveryKey, day, what, isGone }: Spared, tally: Tally): Promise<void> {
  const vault = await unlockVault(dir, { recoveryKey }, cheap);
  const read = await allOperations(vault);
  const rows = new Set<string>();
  for await (const frame of vault.book()) if (frame.kind === "rows") for (const { id } of frame.rows) rows.add(id);
  tally.lost(day.saved.filter(({ entityId }) => !rows.has(entityId)).length + missingOf(read, day.saved), what);
  tally.undetected(vault.recovery.readOnly, `${what}: opened ${vault.recovery.state}`);
  const isSnapshot = what.startsWith("snap-");
  const { problems } = await vault.check();
  const isTold = vault.recovery.replaced !== undefined || problems.some(({ file }) => what.startsWith(file));
  tally.undetected(!isTold && !(isSnapshot && isGone), `${what}: not told`);
  await vault.close();
}

async function rollbacks(scale: Scale): Promise<Outcome> {
  return withFolder(async (folder) => {
    const tally = new Tally();
    const { recoveryKey, days } = await diary(folder, scale === "whole" ? 12 : 4);
    const dir = path.join(folder, "vault");
    for (const [now, today] of days.entries()) {
      for (const [then, earlier] of days.slice(0, now).entries()) {
        for (const [part, pattern, isHarmless] of parts) {
          tally.tried();
          putFiles(dir, mixed(today.files, earlier.files, pattern));
          // The whole folder put back looks as it did then; only someone outside it can tell.
          const witness =
            part === "everything" ? { read: async () => today.head, write: async () => undefined } : undefined;
          const vault = await unlockVault(dir, { recoveryKey }, { ...cheap, ...(witness && { witness }) });
          const read = await allOperations(vault);
          const what = `day ${then} put back on day ${now}: ${part}`;
          tally.undetected(!isTruthful(read, today.saved), `${what}: read something false`);
          if (isHarmless) tally.lost(missingOf(read, today.saved), what);
          else tally.undetected(!vault.recovery.readOnly, `${what}: ${vault.recovery.state}`);
          await vault.close();
        }
      }
    }
    return tally.outcome;
  });
}

/** What is put back, which files that is, and whether everything saved is still there. */
const parts: readonly (readonly [string, RegExp, boolean])[] = [
  ["everything", /./, false],
  ["the segments", /^seg-/, false],
  ["segments and snapshots", /^(seg|snap)-/, false],
  ["HEAD", /^HEAD/, true],
  ["the snapshots", /^snap-/, true],
  ["the header", /^VAULT/, true],
];

/** Today's files, with those that match as they were earlier. */
function mixed(today: Files, earlier: Files, pattern: RegExp): Files {
  const kept = [...today].filter(([name]) => !pattern.test(name));
  return new Map([...kept, ...[...earlier].filter(([name]) => pattern.test(name))]);
}

function without(files: Files, name: string): Files {
  return new Map([...files].filter(([other]) => other !== name));
}

export const spareCases: readonly FaultCase[] = [
  {
    id: "F9",
    title: "header, HEAD or snapshot damaged or gone: the spare stands in, nothing is lost, and it is told",
    atLeast: 5_000,
    run: spares,
  },
  {
    id: "F10",
    title: "an older copy put back, of the folder or of any part that matters, is noticed",
    atLeast: 300,
    run: rollbacks,
  },
];
