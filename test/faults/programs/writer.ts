/**
 * @file A process that saves until it is killed, or for so many saves. Run by the fault
 * plan: `node writer.ts <vault> <recovery key> <first number> <saves> [--alone]`.
 *
 * Prints one line for each thing that is certain: `open <state>`, `ack <number>` after a
 * save was acknowledged, `refused <number> <code>`, `end`. Lines are written at once, so
 * that what was printed before a kill is in the pipe.
 */
import { writeSync } from "node:fs";
import { nodeDisk } from "../../../electron/vault/disk.ts";
import { unlockVault } from "../../../electron/vault/vault.ts";
import { AppError } from "../../../shared/errors.ts";
import { saveOf } from "../operations.ts";

const [dir = "", recoveryKey = "", first = "1", saves = "1", ...options] = process.argv.slice(2);
/** One save at a time and nothing else, so that the order of system calls is always the same. */
const isAlone = options.includes("--alone");

const vault = await unlockVault(
  dir,
  { recoveryKey },
  { now: Date.now, disk: nodeDisk, kdfFloor: 2 ** 7, segmentBytes: 30_000 },
);
say(`open ${vault.recovery.state}${vault.recovery.readOnly ? " read-only" : ""}`);
const from = Number(first);
const until = from + Number(saves);
let next = from;
while (next < until) {
  const group = isAlone ? 1 : 1 + (next % 4);
  const numbers = Array.from({ length: Math.min(group, until - next) }, (_, index) => next + index);
  next += numbers.length;
  await Promise.all(numbers.map(save));
  const isTime = isAlone ? next === from + 3 : next % 37 < group;
  if (isTime)
    await vault.snapshot().then(
      () => say("snapshot"),
      () => say("no snapshot"),
    );
}
await vault.close();
say("end");

async function save(number: number): Promise<void> {
  try {
    await vault.append([saveOf(number, 40 + (number % 9) * 60)]);
    say(`ack ${number}`);
  } catch (error) {
    say(`refused ${number} ${error instanceof AppError ? error.code : String(error)}`);
  }
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}
