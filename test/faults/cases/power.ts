/** @file F4: the power goes at any moment of a vault's life, with an unkind disk. */
import { rm } from "node:fs/promises";
import path from "node:path";
import { changePassphrase } from "../../../electron/vault/secrets.ts";
import { createVault, unlockVault } from "../../../electron/vault/vault.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { type FaultCase, type Scale, seeded, Tally } from "../case.ts";
import { hastyDisk } from "../disks.ts";
import { allOperations, cheap, isTruthful, missingOf, passphrase, putFiles, withFolder } from "../image.ts";
import { saveOf } from "../operations.ts";
import { powerCut, type Recording, record } from "../recorder.ts";

const states = { quick: 150, whole: 57_000 } as const;
const secondPassphrase = "quite another sentence";

/** What was acknowledged at a moment of the recording. */
type Mark =
  | { readonly created: { readonly recoveryKey: string } }
  | { readonly saved: readonly Operation[] }
  | { readonly passphrase: "changing" | "changed" };

/** A vault's life: made, used alone and in groups, rolled, folded, closed, opened, given another passphrase. */
async function live(folder: string, recording: Recording): Promise<Operation[]> {
  const dir = path.join(folder, "lived");
  const deps = { ...cheap, disk: recording.disk, segmentBytes: 1_800 };
  const mark = (one: Mark): void => recording.mark(one);
  const made = await createVault(dir, { label: "power", passphrase }, deps);
  mark({ created: { recoveryKey: made.recoveryKey } });
  const all: Operation[] = [];
  let { vault } = made;
  const save = async (): Promise<void> => {
    const op = saveOf(all.length + 1, 50 + (all.length % 5) * 150);
    all.push(op);
    await vault.append([op]);
    mark({ saved: [op] });
  };
  const use = async (): Promise<void> => {
    for (let n = 0; n < 4; n++) await save();
    await Promise.all(Array.from({ length: 5 }, save));
  };
  await use();
  await vault.snapshot();
  await use();
  await vault.close();
  vault = await unlockVault(dir, { passphrase }, deps);
  await use();
  mark({ passphrase: "changing" });
  await changePassphrase(dir, { passphrase }, secondPassphrase, deps);
  mark({ passphrase: "changed" });
  await vault.snapshot();
  await save();
  await vault.snapshot();
  await vault.close();
  await rm(dir, { recursive: true });
  return all;
}

interface Expected {
  readonly recoveryKey: string;
  readonly saved: readonly Operation[];
  readonly passphrases: readonly string[];
  /** The passphrase was changed, or was just being changed. */
  readonly isChanged: boolean;
}

/** What must hold after a cut at `count` steps; undefined before the vault was there. */
function expectedAt({ steps }: Recording, count: number): Expected | undefined {
  const marks = steps.slice(0, count).flatMap((step) => (step.kind === "mark" ? [step.mark as Mark] : []));
  const created = marks.find((mark) => "created" in mark);
  if (created === undefined) return undefined;
  const saved = marks.flatMap((mark) => ("saved" in mark ? mark.saved : []));
  const change = marks.findLast((mark) => "passphrase" in mark)?.passphrase;
  const both = [passphrase, secondPassphrase];
  const passphrases = change === "changed" ? [secondPassphrase] : change === "changing" ? both : [passphrase];
  return { recoveryKey: created.created.recoveryKey, saved, passphrases, isChanged: change !== undefined };
}

async function run(scale: Scale) {
  return withFolder(async (folder) => {
    const tally = new Tally();
    const recording = record(hastyDisk);
    const all = await live(folder, recording);
    const dir = path.join(folder, "vault");
    for (let seed = 0; seed < states[scale]; seed++) {
      const random = seeded(seed);
      const count = 1 + Math.floor(random() * recording.steps.length);
      const files = powerCut(recording.steps, count, random, seed % 4 === 0 ? 4096 : 512);
      const expected = expectedAt(recording, count);
      if (expected === undefined) continue;
      tally.tried();
      putFiles(dir, files);
      const what = `seed ${seed}, after step ${count}`;
      await judge(dir, expected, all, tally, what);
      if (seed % 10 === 0) await judgeAfterwards(dir, expected, all, tally, what);
      if (expected.isChanged) await judgePassphrases(dir, expected, tally, what);
    }
    return tally.outcome;
  });
}

async function judge(dir: string, expected: Expected, all: readonly Operation[], tally: Tally, what: string) {
  try {
    const { recoveryKey, saved } = expected;
    const vault = await unlockVault(dir, { recoveryKey }, cheap);
    const read = await allOperations(vault);
    tally.lost(missingOf(read, saved), what);
    tally.undetected(!isTruthful(read, all), `${what}: read something false`);
    // A power cut is nobody's fault: it must never cost the user the right to write.
    tally.undetected(vault.recovery.readOnly, `${what}: opened read-only, ${vault.recovery.state}`);
    await vault.close();
  } catch (error) {
    tally.lost(1, `${what}: ${String(error)}`);
  }
}

/** The life goes on: it can be written and opened again without complaint. */
async function judgeAfterwards(dir: string, expected: Expected, all: readonly Operation[], tally: Tally, what: string) {
  const { recoveryKey, saved } = expected;
  const vault = await unlockVault(dir, { recoveryKey }, cheap);
  const next = saveOf(all.length + 1);
  await vault.append([next]);
  await vault.close();
  const again = await unlockVault(dir, { recoveryKey }, cheap);
  tally.undetected(again.recovery.state !== "clean", `${what}: ${again.recovery.state} afterwards`);
  tally.lost(missingOf(await allOperations(again), [...saved, next]), `${what}, afterwards`);
  await again.close();
}

/** One passphrase opens it: the new one as soon as it was acknowledged, either one before. */
async function judgePassphrases(dir: string, { passphrases }: Expected, tally: Tally, what: string): Promise<void> {
  let opened = 0;
  for (const one of passphrases) {
    await unlockVault(dir, { passphrase: one }, cheap).then(
      (open) => open.close().then(() => (opened += 1)),
      () => undefined,
    );
  }
  tally.undetected(opened !== 1, `${what}: ${opened} passphrases open it`);
}

export const powerCase: FaultCase = {
  id: "F4",
  title: "a power cut at any step, with any part of the unsynced bytes kept, loses nothing that was acknowledged",
  atLeast: 50_000,
  run,
};
