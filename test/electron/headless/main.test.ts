import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { passphrase, tempFolder } from "./fixture.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const node = path.join(root, "node_modules/.bin/node");
const folder = tempFolder();
/** A whole program starts each time, on a machine that may be busy. */
const timeout = 240_000;

/** The real program, started as `npm run -s suitbook --` starts it. */
function suitbook(
  words: readonly string[],
  env: Readonly<Record<string, string>> = { SUITBOOK_PASSPHRASE: passphrase },
) {
  const program = existsSync(node) ? node : process.execPath;
  const { PATH = "" } = process.env;
  const { status, stdout, stderr } = spawnSync(program, [path.join(root, "electron/headless/main.ts"), ...words], {
    cwd: folder.at("."),
    env: { PATH, LANG: "C.UTF-8", ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const list = path.resolve(root, "../shared/data/bank-marketing.csv.gz");
const bankMap = path.join(root, "test/support/bank-marketing.map.json");

describe("the program", { timeout }, () => {
  it("without a terminal and without a passphrase says so and touches nothing", () => {
    const { status, stdout, stderr } = suitbook(["vault", "init", "none", "--json"], {});
    expect([status, stdout, stderr]).toEqual([2, '{"error":"passphrase-missing","params":{}}\n', ""]);
    expect(existsSync(folder.at("none"))).toBe(false);
  });

  it("prints help on the standard output and ends well", () => {
    const { status, stdout, stderr } = suitbook(["--help"], { LANG: "zh_CN.UTF-8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("退出码");
  });
});

describe.skipIf(!existsSync(list))(
  "45,211 rows of a bank's list (skipped where ../shared is absent)",
  { timeout },
  () => {
    it("become 45,211 clients and as many contacts, and none is refused", () => {
      expect(suitbook(["vault", "init", "bank"]).status).toBe(0);
      const taken = suitbook(["import-list", list, "--map", bankMap, "--vault", "bank", "--json"]);
      expect([taken.status, taken.stderr]).toEqual([0, ""]);
      expect(JSON.parse(taken.stdout)).toEqual({
        encoding: "utf-8",
        delimiter: ",",
        rows: 45_211,
        clients: 45_211,
        contacts: 45_211,
        created: 90_422,
        updated: 0,
        same: 0,
        operations: 90_422,
        refusedRows: 0,
        refused: [],
      });
      const counted = suitbook(["vault", "stats", "bank", "--json"]);
      expect(JSON.parse(counted.stdout)).toEqual({
        clients: 45_211,
        contacts: 45_211,
        assessments: 0,
        attachments: 0,
        operations: 90_424,
      });
    });
  },
);
