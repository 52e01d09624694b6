/** @file Salvage of a damaged vault into a new one: what can be read comes over, under its old numbers; what cannot is named. */
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createWriter } from "../../../electron/book/append.ts";
import { identify } from "../../../electron/book/session.ts";
import { writeCheckpoint } from "../../../electron/evidence/evidence.ts";
import { ownIdentity } from "../../../electron/sync/identity.ts";
import type { Job } from "../../../electron/sync/jobs.ts";
import { salvageVault } from "../../../electron/vault/salvage.ts";
import { wholeTransaction } from "../../../electron/vault/transaction.ts";
import { unlockVault } from "../../../electron/vault/vault.ts";
import { createClock } from "../../../shared/log/hlc.ts";
import { ActorId } from "../../../shared/model/primitives.ts";
import {
  alter,
  cheap,
  filesOf,
  flipBit,
  idsIn,
  makeVault,
  newClient,
  passphrase,
  readBook,
  temporaryFolder,
  unlock,
} from "./fixture.ts";

const job: Job = { signal: new AbortController().signal, progress: () => undefined };

/** A vault of 30 saves in several segments, one bit of the second segment flipped at `at`. */
async function damagedVault(at: (bytes: number) => number) {
  const { vault, dir, recoveryKey } = await makeVault({ segmentBytes: 2500 });
  for (let save = 1; save <= 30; save++) await vault.append([newClient(`c${save}`)]);
  const ids = await idsIn(vault);
  await vault.close();
  const [, second = ""] = await filesOf(dir, "seg-");
  await alter(dir, second, (bytes) => flipBit(bytes, at(bytes.length)));
  const untouched = await readFile(path.join(dir, second));
  const damaged = await unlock(dir);
  expect(damaged.recovery).toMatchObject({ state: "damaged", readOnly: true });
  const to = path.join(await temporaryFolder(), "salvaged");
  await mkdir(to);
  const salvage = async (secret = passphrase) => {
    const made = await salvageVault(damaged, to, secret, cheap, job);
    onTestFinished(() => made.vault.close());
    return made;
  };
  return {
    damaged,
    ids,
    to,
    recoveryKey,
    salvage,
    isUntouched: async () => untouched.equals(await readFile(path.join(dir, second))),
  };
}

test("what lies before and after one damaged save comes over under its number, and the lost one is named", async () => {
  const { damaged, ids, to, recoveryKey, salvage, isUntouched } = await damagedVault((bytes) => bytes - 900);
  const { vault, report } = await salvage();
  expect(report.missing).toHaveLength(1);
  const { from = 0, to: until = 0, after, before } = report.missing[0] ?? {};
  expect(from).toBe(until);
  expect(after).toBeDefined();
  expect(before).toBeDefined();
  expect(report).toMatchObject({ saves: 29, operations: 29, attachments: 0 });
  expect(vault.logSeq).toBe(damaged.logSeq);
  expect(await idsIn(vault)).toEqual(ids.filter((_, index) => index !== from - 1));
  expect(await idsIn(vault, 29)).toEqual(ids.slice(29));
  await vault.append([newClient("after")]);
  await vault.snapshot();
  expect((await vault.check()).problems).toEqual([]);
  await vault.close();
  // The same secrets open it, and what was salvaged is all there.
  const again = await unlockVault(to, { recoveryKey }, cheap);
  onTestFinished(() => again.close());
  expect(again.recovery.state).toBe("clean");
  expect((await readBook(again)).rows.has(`client/c${from}`)).toBe(false);
  expect((await again.stats()).clients).toBe(30);
  expect(await isUntouched()).toBe(true);
});

test("a segment whose head is damaged is lost as a whole, the rest is not", async () => {
  const { ids, salvage } = await damagedVault(() => 50);
  const { vault, report } = await salvage();
  const [missing] = report.missing;
  expect(report.missing).toHaveLength(1);
  expect(missing?.to).toBeGreaterThan(missing?.from ?? 0);
  const lost = (missing?.to ?? 0) - (missing?.from ?? 0) + 1;
  expect(report.saves).toBe(30 - lost);
  expect(await idsIn(vault)).toEqual(
    ids.filter((_, index) => index + 1 < (missing?.from ?? 0) || index + 1 > (missing?.to ?? 0)),
  );
});

test("a whole log comes over byte for byte, so that what was signed about it still holds", async () => {
  const { vault: from } = await makeVault();
  const { device } = await identify(from, () => 0);
  const two = [newClient("c1"), newClient("c2")].map((operation) => JSON.stringify(operation));
  // As it was written before transactions were parted.
  await from.appendCopy(wholeTransaction(two));
  await from.append([newClient("c3"), newClient("c4")]);
  const write = createWriter({ vault: from, device, actor: ActorId.parse("a-1"), clock: createClock(device, () => 0) });
  await writeCheckpoint(from, device, (await ownIdentity(from, device)).seed, write);
  const to = path.join(await temporaryFolder(), "salvaged");
  await mkdir(to);
  const { vault, report } = await salvageVault(from, to, passphrase, cheap, job);
  onTestFinished(() => vault.close());
  expect(report.missing).toEqual([]);
  expect(await vault.check()).toMatchObject({ checkpoints: 1, problems: [] });
  await from.close();
});

test("a wrong passphrase makes nothing", async () => {
  const { salvage } = await damagedVault((bytes) => bytes - 900);
  await expect(salvage("some other passphrase")).rejects.toMatchObject({ code: "wrong-passphrase" });
});
