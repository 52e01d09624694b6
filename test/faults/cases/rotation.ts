/** @file F6r: the program is killed before every step of replacing the data key. */
import { cp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { createAgeIdentity, recipientOf } from "../../../electron/crypto/age.ts";
import { rotateDataKey } from "../../../electron/vault/rotation.ts";
import { readKeyState, setEscrow } from "../../../electron/vault/secrets.ts";
import { createVault, unlockVault } from "../../../electron/vault/vault.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { dyingDisk } from "../../support/dying-disk.ts";
import { type FaultCase, type Scale, Tally } from "../case.ts";
import { hastyDisk } from "../disks.ts";
import { allOperations, cheap, isTruthful, missingOf, passphrase, withFolder } from "../image.ts";
import { saveOf } from "../operations.ts";

const attachment = "a7".repeat(16);
const recording = "c4".repeat(16);
const content = Buffer.alloc(70_000, 5);

/** A closed vault with everything that is sealed under its data key: several segments, a snapshot, a file, a recording. */
async function furnished(dir: string, recipient: string): Promise<Operation[]> {
  const { vault } = await createVault(dir, { label: "rotate", passphrase }, { ...cheap, segmentBytes: 900 });
  const saved: Operation[] = [];
  for (let n = 1; n <= 9; n++) {
    const op = saveOf(n, 150);
    await vault.append([op]);
    saved.push(op);
    if (n === 5) await vault.snapshot();
  }
  const consentAt = "2026-11-22T08:00:00.000Z";
  const about = { client: "c-1", name: "r", consentAt, startedAt: consentAt } as never;
  await vault.attachments.beginRecording(recording, about);
  await vault.attachments.appendRecording(recording, content, 0);
  // Filed first, or the next opening would sweep it away.
  const client = "c-1";
  const value = { kind: "document", name: "d", bytes: content.length, sha256: "0".repeat(64), type: "application/pdf" };
  const { patch: _, ...rest } = saveOf(10, 20) as Operation & { patch?: unknown };
  const op = { ...rest, kind: "record", entity: "attachment", entityId: attachment, client } as never;
  await vault.append([{ ...(op as object), value: { ...value, client, addedAt: consentAt } } as never]);
  async function* once() {
    yield content;
  }
  await vault.attachments.write({ id: attachment, type: "application/pdf", chunkBytes: 65_536 }, once());
  await vault.close();
  await setEscrow(dir, passphrase, { recipient }, cheap);
  return saved;
}

/** What must hold whenever the vault is opened, whatever happened before. */
async function judge(dir: string, saved: readonly Operation[], what: string, tally: Tally): Promise<void> {
  const vault = await unlockVault(dir, { passphrase }, cheap);
  try {
    const read = (await allOperations(vault)).filter(({ entity }) => entity !== "attachment");
    tally.lost(missingOf(read, saved), what);
    tally.undetected(!isTruthful(read, saved), `${what}: read something false`);
    const { state, readOnly } = vault.recovery;
    tally.undetected(state !== "clean" || readOnly, `${what}: opened ${state}`);
    const file = await gathered((await vault.attachments.open(attachment)).read());
    const [unfiled] = await vault.attachments.recordings();
    const heard = unfiled && (await gathered(unfiled.read()));
    tally.lost(Number(!file.equals(content)) + Number(heard?.equals(content) !== true), `${what}: a file`);
  } finally {
    await vault.close();
  }
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function run(scale: Scale) {
  return withFolder(async (folder) => {
    const tally = new Tally();
    const made = path.join(folder, "made");
    const dir = path.join(folder, "vault");
    const recipient = await recipientOf(await createAgeIdentity());
    const saved = await furnished(made, recipient);
    const rotate = (disk = hastyDisk) =>
      rotateDataKey(dir, passphrase, {
        ...cheap,
        disk,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        close: async () => undefined,
      });
    const steps = await (async () => {
      const disk = dyingDisk();
      await cp(made, dir, { recursive: true });
      await rotate(disk);
      return disk.steps;
    })();
    for (let step = 1; step <= steps; step += scale === "whole" ? 1 : 9) {
      tally.tried();
      await rm(dir, { recursive: true });
      await cp(made, dir, { recursive: true });
      const disk = dyingDisk();
      disk.arm(step);
      await rotate(disk).catch(() => undefined);
      const what = `killed before step ${step}, ${disk.log[step - 1]}`;
      await judge(dir, saved, what, tally);
      const { recovery } = await readKeyState(dir);
      if (recovery !== "none") await rotate();
      await judge(dir, saved, `${what}, then finished`, tally);
      const state = await readKeyState(dir);
      const isDone = state.recovery === "none" && !state.isRotating && state.escrow?.recipient === recipient;
      const litter = (await readdir(dir, { recursive: true })).filter((name) => /rot/.test(name));
      tally.undetected(!isDone || litter.length > 0, `${what}: not finished ${litter.join(" ")}`);
    }
    return tally.outcome;
  });
}

export const rotationCase: FaultCase = {
  id: "F6r",
  title: "killed before any step of replacing the data key: nothing is lost, and the next try finishes it",
  atLeast: 60,
  run,
};
