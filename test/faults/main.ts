/**
 * @file `npm run faults [-- F4 F9]`: the fault plan of security.md section 4, whole.
 * One line for each case: id, faults tried, acknowledged saves lost, faults undetected,
 * target, verdict. Exits with 1 when a case does not reach its target.
 */
import { allCases } from "./all.ts";
import type { FaultCase, Outcome } from "./case.ts";
import { startNonceAudit } from "./cases/nonces.ts";

const wanted = new Set(process.argv.slice(2));
let failures = 0;
startNonceAudit();
for (const one of allCases) {
  if (wanted.size > 0 && !wanted.has(one.id)) continue;
  const started = performance.now();
  const outcome = await one
    .run("whole")
    .catch((error: unknown) => String(error instanceof Error ? error.stack : error));
  const seconds = Math.round((performance.now() - started) / 1000);
  if (!report(one, outcome, seconds)) failures += 1;
}
process.exitCode = failures > 0 ? 1 : 0;

function report(one: FaultCase, outcome: Outcome | string, seconds: number): boolean {
  if (typeof outcome === "string") {
    const isSkipped = outcome.startsWith("not run");
    console.log(`${one.id.padEnd(4)} ${outcome}${isSkipped ? "" : "  FAIL"}`);
    return isSkipped;
  }
  const { tried, lost, undetected, notes } = outcome;
  const isMet = lost === 0 && undetected === 0 && tried >= one.atLeast;
  const figures = `tried ${tried}  acknowledged lost ${lost}  undetected ${undetected}`;
  console.log(
    `${one.id.padEnd(4)} ${figures}  target: 0 and 0 of ${one.atLeast} or more  ${isMet ? "pass" : "FAIL"}  (${seconds} s)`,
  );
  console.log(`     ${one.title}`);
  for (const note of notes) console.log(`     - ${note}`);
  return isMet;
}
