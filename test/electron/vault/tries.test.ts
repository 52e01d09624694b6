/** @file Guessing at the lock screen gets slower, survives restarts, and never costs the data. */
import { expect, it } from "vitest";
import { waitAfter } from "../../../electron/vault/tries.ts";
import { unlockVault } from "../../../electron/vault/vault.ts";
import { alter, cheap, makeVault, passphrase } from "./fixture.ts";

const start = cheap.now();

async function lockedVault() {
  const { dir, vault, recoveryKey } = await makeVault();
  await vault.close();
  let now = start;
  const deps = { ...cheap, now: () => now };
  const open = async (text: string) => (await unlockVault(dir, { passphrase: text }, deps)).close();
  const guess = () => open("not this one at all").catch((error: unknown) => error);
  return { dir, recoveryKey, deps, open, guess, advance: (ms: number) => (now += ms) };
}

it("lets three mistakes pass, then makes the user wait 1, 2, 4 ... seconds, a minute at most", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map(waitAfter)).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

it("says how many tries failed and how long to wait", async () => {
  const { guess } = await lockedVault();
  for (const [failures, waitSeconds] of [1, 2, 3, 4].map((n) => [n, waitAfter(n)])) {
    expect(await guess()).toMatchObject({ code: "wrong-passphrase", params: { failures, waitSeconds } });
  }
  expect(await guess()).toMatchObject({ code: "wait-before-retry", params: { waitSeconds: 1 } });
});

it("does not even try the right passphrase before the wait is over, and takes it afterwards", async () => {
  const { guess, open, advance } = await lockedVault();
  for (let n = 0; n < 4; n++) await guess();
  await expect(open(passphrase)).rejects.toMatchObject({ code: "wait-before-retry" });
  advance(999);
  await expect(open(passphrase)).rejects.toMatchObject({ code: "wait-before-retry" });
  advance(1);
  await open(passphrase);
});

it("forgets the failures once the right passphrase was given", async () => {
  const { guess, open } = await lockedVault();
  for (let n = 0; n < 3; n++) await guess();
  await open(passphrase);
  expect(await guess()).toMatchObject({ params: { failures: 1, waitSeconds: 0 } });
});

it("counts tries made at the same time one after the other", async () => {
  const { guess } = await lockedVault();
  const errors = await Promise.all(Array.from({ length: 8 }, guess));
  expect(
    errors
      .map((error) => (error as { code: string }).code)
      .sort()
      .reverse(),
  ).toEqual([...Array(4).fill("wrong-passphrase"), ...Array(4).fill("wait-before-retry")]);
});

it("does not lock the user out when the clock was set back", async () => {
  const { guess, open, advance } = await lockedVault();
  for (let n = 0; n < 5; n++) {
    advance(60_000);
    await guess();
  }
  advance(-3_600_000);
  expect(await guess()).toMatchObject({ code: "wait-before-retry", params: { waitSeconds: 2 } });
  advance(2_000);
  await open(passphrase);
});

it("lets the recovery key in at once, and starts again when its file is unreadable", async () => {
  const { dir, deps, guess, open, recoveryKey } = await lockedVault();
  for (let n = 0; n < 5; n++) await guess();
  await (await unlockVault(dir, { recoveryKey }, deps)).close();
  await alter(dir, "TRIES", () => Buffer.from("{"));
  await open(passphrase);
});
