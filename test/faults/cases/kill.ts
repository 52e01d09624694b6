/** @file F5: the process is killed in the middle of saving. */
import path from "node:path";
import { createVault, unlockVault } from "../../../electron/vault/vault.ts";
import { type FaultCase, type Scale, seeded, Tally } from "../case.ts";
import { acknowledged, programPath, start } from "../child.ts";
import { allOperations, cheap, isTruthful, missingOf, passphrase, withFolder } from "../image.ts";
import { saveOf } from "../operations.ts";

const runs = { quick: 4, whole: 200 } as const;
const reopenMs = 2_000;
/** Then a new one is begun: reading all that was ever saved is most of the work. */
const killsOfOneVault = 20;

async function run(scale: Scale) {
  return withFolder(async (folder) => {
    const tally = new Tally();
    const random = seeded(runs[scale]);
    let { dir, recoveryKey } = await newVault(folder, 0);
    let acks = new Set<number>();
    let begun = 0;
    let heardOf = 0;
    let slowest = 0;
    for (let n = 0; n < runs[scale]; n++) {
      tally.tried();
      if (n > 0 && n % killsOfOneVault === 0) {
        ({ dir, recoveryKey } = await newVault(folder, n));
        acks = new Set();
        begun = 0;
      }
      // After so many acknowledgements, wherever the process is by the time it hears of it.
      const patience = 50 + Math.floor(random() * 40);
      let heard = 0;
      const command = [process.execPath, programPath("writer.ts"), dir, recoveryKey, String(begun + 1), "1000000"];
      const child = start(command, {}, (line, { kill }) => {
        if (line.startsWith("ack ") && ++heard === patience) kill.call(child.process, "SIGKILL");
      });
      const { lines, errors } = await child.done;
      const heardNow = acknowledged(lines);
      for (const number of heardNow) acks.add(number);
      heardOf += heardNow.length;
      tally.undetected(heard < patience, `run ${n}: ended by itself: ${errors.slice(0, 400)}`);
      begun = Math.max(begun, ...acks) + 20;
      const started = performance.now();
      const open = await unlockVault(dir, { recoveryKey }, cheap);
      slowest = Math.max(slowest, performance.now() - started);
      const read = await allOperations(open);
      const saved = [...acks].sort((a, b) => a - b).map((number) => saveOf(number, 40 + (number % 9) * 60));
      tally.lost(missingOf(read, saved), `run ${n}`);
      const all = Array.from({ length: begun }, (_, index) => saveOf(index + 1, 40 + ((index + 1) % 9) * 60));
      tally.undetected(!isTruthful(read, all), `run ${n}: read something false`);
      tally.undetected(open.recovery.readOnly, `run ${n}: ${open.recovery.state}`);
      await open.close();
    }
    tally.note(`${heardOf} saves acknowledged; slowest opening ${Math.round(slowest)} ms (target ${reopenMs})`);
    return tally.outcome;
  }, "disk");
}

async function newVault(folder: string, n: number): Promise<{ dir: string; recoveryKey: string }> {
  const dir = path.join(folder, `vault-${n}`);
  const { vault, recoveryKey } = await createVault(dir, { label: "kill", passphrase }, cheap);
  await vault.close();
  return { dir, recoveryKey };
}

export const killCase: FaultCase = {
  id: "F5",
  title: "kill -9 in the middle of saving loses nothing that was acknowledged, and opening again needs no help",
  atLeast: 200,
  run,
};
