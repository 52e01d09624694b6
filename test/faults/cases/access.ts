/** @file F16 and F20: guessing at the passphrase; two who would write at once. */
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { scrypt, scryptFloor } from "../../../electron/crypto/kdf.ts";
import { waitAfter } from "../../../electron/vault/tries.ts";
import { createVault, unlockVault, type VaultDeps } from "../../../electron/vault/vault.ts";
import { AppError } from "../../../shared/errors.ts";
import { type FaultCase, type Outcome, type Scale, Tally } from "../case.ts";
import { type Child, programPath, start } from "../child.ts";
import { cheap, flipped, passphrase, withFolder } from "../image.ts";

const guesses = { quick: 8, whole: 20 } as const;

async function guessing(scale: Scale): Promise<Outcome> {
  return withFolder(async (folder) => {
    const tally = new Tally();
    const dir = path.join(folder, "vault");
    let now = Date.now();
    const deps: VaultDeps = { ...cheap, now: () => now };
    const made = await createVault(dir, { label: "guess", passphrase }, deps);
    await made.vault.close();
    for (let failures = 1; failures <= guesses[scale]; failures++) {
      tally.tried();
      const waitSeconds = waitAfter(failures);
      const refusal = await codeOf(unlockVault(dir, { passphrase: `guess number ${failures}` }, deps));
      tally.undetected(refusal !== `wrong-passphrase {"failures":${failures},"waitSeconds":${waitSeconds}}`, refusal);
      if (waitSeconds === 0) continue;
      // Not before the wait is over, not even with the right one; the count outlives a restart in TRIES.
      const early = await codeOf(unlockVault(dir, { passphrase }, deps));
      tally.undetected(early !== `wait-before-retry {"waitSeconds":${waitSeconds}}`, early);
      now += waitSeconds * 1000;
    }
    const vault = await unlockVault(dir, { passphrase }, deps);
    await vault.close();
    await toldApart(dir, deps, scale, tally);
    const started = performance.now();
    await scrypt(passphrase, Buffer.alloc(16), { N: scryptFloor, r: 8, p: 1 });
    tally.note(
      `one guess at the floor costs ${Math.round(performance.now() - started)} ms here (target 250 on a desk machine)`,
    );
    return tally.outcome;
  });
}

/** Whatever byte of the header is damaged in both copies, nobody is told that the passphrase is wrong. */
async function toldApart(dir: string, deps: VaultDeps, scale: Scale, tally: Tally): Promise<void> {
  const whole = await readFile(path.join(dir, "VAULT"));
  for (let at = 0; at < whole.length; at += scale === "whole" ? 1 : 101) {
    tally.tried();
    for (const name of ["VAULT", "VAULT.prev"]) await writeFile(path.join(dir, name), flipped(whole, at, at % 8));
    const refusal = await codeOf(unlockVault(dir, { passphrase }, deps));
    tally.undetected(!refusal.startsWith("vault-damaged"), `byte ${at}: ${refusal}`);
  }
}

async function codeOf(opening: Promise<unknown>): Promise<string> {
  return opening.then(
    () => "opened",
    (error: unknown) => (error instanceof AppError ? `${error.code} ${JSON.stringify(error.params)}` : String(error)),
  );
}

async function contending(scale: Scale): Promise<Outcome> {
  return withFolder(async (folder) => {
    const tally = new Tally();
    const dir = path.join(folder, "vault");
    const { vault, recoveryKey } = await createVault(dir, { label: "two", passphrase }, cheap);
    await vault.close();
    const dead = { token: "t", host: hostname(), pid: spawnSync(process.execPath, ["-e", ""]).pid, start: "" };
    for (let round = 0; round < (scale === "whole" ? 25 : 1); round++) {
      // Now and then over the lock of a process that died.
      if (round % 2 === 1) await writeFile(path.join(dir, "LOCK"), JSON.stringify(dead));
      const winners = await race(dir, recoveryKey, 4, tally);
      tally.undetected(winners !== 1, `round ${round}: ${winners} opened it at once`);
    }
    const otherMachine = { token: "t", host: "another-machine", pid: 1, start: "" };
    await writeFile(path.join(dir, "LOCK"), JSON.stringify(otherMachine));
    tally.tried();
    const refusal = await codeOf(unlockVault(dir, { recoveryKey }, cheap));
    tally.undetected(!refusal.startsWith("vault-in-use"), `another machine: ${refusal}`);
    return tally.outcome;
  }, "disk");
}

/** How many of so many processes open the vault, started together and each waiting for all. */
async function race(dir: string, recoveryKey: string, count: number, tally: Tally): Promise<number> {
  const answers: Promise<string>[] = [];
  const children: Child[] = [];
  for (let n = 0; n < count; n++) {
    tally.tried();
    answers.push(
      new Promise((resolve) => {
        children.push(
          start([process.execPath, programPath("holder.ts"), dir, recoveryKey], {}, (line) => resolve(line)),
        );
      }),
    );
  }
  const heard = await Promise.all(answers);
  const odd = heard.filter((line) => line !== "open" && line !== "vault-in-use");
  tally.undetected(odd.length > 0, odd.join(", "));
  for (const child of children) child.process.stdin?.end();
  await Promise.all(children.map(({ done }) => done));
  return heard.filter((line) => line === "open").length;
}

export const accessCases: readonly FaultCase[] = [
  {
    id: "F16",
    title: "guessing gets slower and stays so after a restart; a damaged header is never called a wrong passphrase",
    atLeast: 20,
    run: guessing,
  },
  { id: "F20", title: "of many who open one vault at once, exactly one does", atLeast: 100, run: contending },
];
