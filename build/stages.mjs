/**
 * @file The checks of `npm test`, cheapest first. Counts come from the runners'
 * JSON reports; a check that is no test run counts as one.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bin, electronProgram, installTestTools, node24, root, runInherit, testBrowser } from "./setup.mjs";
import { build } from "./start.mjs";

const reports = join(root, "out", "test");

const stages = {
  format: (args) => check([["biome", "format", ...args]]),
  lint: (args) =>
    check([
      ["biome", "lint", "--error-on-warnings", ...args],
      ["oxlint", "--config", "build/oxlintrc.json", "--type-aware", "--deny-warnings", ...args],
    ]),
  typecheck: (args) =>
    check([
      ["tsc", ...args],
      ["tsc", "-p", "build/tsconfig.shared.json", ...args],
    ]),
  rooms: (args) => vitest("rooms", args),
  unit: async (args) => {
    await installTestTools();
    return vitest("unit", args);
  },
  e2e: (args) => playwright(args),
};

export const stageNames = Object.keys(stages);

export async function runStage(name, args) {
  const { failed } = await stages[name](args);
  return failed > 0 ? 1 : 0;
}

/** All stages in order, ending at the first that fails; always prints the totals as the last line. */
export async function runAllStages() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of stageNames) {
    console.log(`\n== ${name}`);
    const counts = await stages[name]([]).catch((e) => {
      console.error(e);
      return oneCheck(1);
    });
    for (const key of Object.keys(total)) total[key] += counts[key];
    if (counts.failed > 0) break;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
}

const oneCheck = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

async function check(commands) {
  for (const [name, ...args] of commands) {
    const code = await runInherit(node24(), [bin(name), ...args]);
    if (code !== 0) return oneCheck(code);
  }
  return oneCheck(0);
}

async function vitest(project, args) {
  const report = freshReport(project);
  const options = ["run", "--config", "build/vitest.config.ts", "--project", project];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runInherit(node24(), [bin("vitest"), ...options, ...reporters, ...args]);
  return readCounts(report, code, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }));
}

async function playwright(args) {
  const built = await build({ onlyWhenStale: true });
  if (built !== 0) return oneCheck(built);
  await installTestTools();
  const browser = await testBrowser();
  if (!browser && !electronProgram()) {
    console.error("The end-to-end tests need Chromium, Chrome or Edge: install one, or set CHROMIUM to its path.");
    return oneCheck(1);
  }
  const report = freshReport("e2e");
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(browser ? { CHROMIUM: browser } : {}) };
  const options = ["test", "--config", "build/playwright.config.ts"];
  const code = await runInherit(node24(), [bin("playwright"), ...options, ...args], { env });
  return readCounts(report, code, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  return report;
}

/** A runner that fails outside a test (a file that does not load, no test at all) counts as one failure. */
function readCounts(report, code, pick) {
  let counts;
  try {
    counts = pick(JSON.parse(readFileSync(report, "utf8")));
  } catch (e) {
    console.error(`No report at ${report}: ${e.message}`);
    return oneCheck(1);
  }
  const isQuietFailure = counts.failed === 0 && (code !== 0 || counts.passed + counts.skipped === 0);
  return isQuietFailure ? { ...counts, failed: 1 } : counts;
}
