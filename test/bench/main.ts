/**
 * @file Measures what perf.md promises: `npm run bench` all of it, `npm run bench -- NAME ...`
 * some. One JSON line a figure on the output; notes and the table on the error stream. A
 * bench never fails a run for being slow: it says so. To add one, write a {@link Suite}
 * and name it here.
 */
import { browserVersion, closeBrowser } from "./browser.ts";
import { bundleSuite } from "./bundle.ts";
import { type Figure, judge, machine, type Suite, table } from "./figure.ts";
import { gateSuite } from "./gate.ts";
import { peerSuite } from "./peer.ts";
import { viewSuite } from "./save.ts";
import { searchSuite } from "./search.ts";
import { unlockSuite } from "./unlock.ts";

const suites: readonly Suite[] = [bundleSuite, searchSuite, viewSuite, gateSuite, peerSuite, unlockSuite];
const names = suites.flatMap((suite) => Object.keys(suite.goals));

const asked = process.argv.slice(2);
/** A name, or the beginning of several: `unlock`, `peer.rxdb`. */
const named = (name: string) => names.filter((full) => full === name || full.startsWith(`${name}.`));
const unknown = asked.filter((name) => named(name).length === 0);
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Known: ${names.join(", ")}.`);
  process.exit(2);
}
const wanted = new Set(asked.length > 0 ? asked.flatMap(named) : names);

const figures: Figure[] = [];
for (const suite of suites) {
  const ofSuite = Object.keys(suite.goals).filter((name) => wanted.has(name));
  if (ofSuite.length > 0) await runSuite(suite, new Set(ofSuite));
}
await closeBrowser();
if (figures.length > 0) console.error(`\n${table(figures)}`);

async function runSuite(suite: Suite, ofSuite: ReadonlySet<string>): Promise<void> {
  const missing = new Set(ofSuite);
  const skip = (name: string, why: string) => {
    missing.delete(name);
    console.log(JSON.stringify({ name, why }));
  };
  try {
    for await (const result of suite.run(ofSuite)) {
      const goal = suite.goals[result.name];
      if ("why" in result || goal === undefined) {
        skip(result.name, "why" in result ? result.why : "no goal");
        continue;
      }
      const figure = judge(result, goal, machine(await browserVersion()));
      if (!Number.isFinite(figure.ratio)) {
        skip(result.name, `measured ${result.ours} against ${result.baseline}`);
        continue;
      }
      missing.delete(result.name);
      figures.push(figure);
      console.log(JSON.stringify(figure));
      if (result.note !== undefined) console.error(`  ${result.name}: ${result.note}`);
    }
  } catch (error) {
    for (const name of missing)
      skip(name, error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}
