import { describe, expect, it } from "vitest";
import { exitCodes } from "../../../electron/headless/exit.ts";
import { caseFields, exampleCase, explainedFields } from "../../../electron/headless/gate-format.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { SaleCase } from "../../../shared/rules/sale-case.ts";
import { saleOf } from "../../support/sale-cases.ts";
import { run, runJson, tempFolder } from "./fixture.ts";

const folder = tempFolder();
const pack = { id: "GATE-CN-v1", version: "2026.11" };

function cases(name: string, ...lines: readonly (string | object)[]): string {
  return folder.write(
    name,
    lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join(""),
  );
}

async function judged(file: string): Promise<{ exit: number; results: unknown[] }> {
  const { exit, stdout } = await run(["gate", "judge", file]);
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { exit, results: lines.map((line) => JSON.parse(line) as unknown) };
}

describe("gate judge", () => {
  it("gives a decision for each line, in order, with its rules and articles", async () => {
    const file = cases(
      "all.jsonl",
      exampleCase,
      { ...saleOf({ product: { regime: "NFRA_INVEST", sellerGrade: "R5" }, papers: { notices: false } }), id: "B" },
      saleOf(),
    );
    expect(await judged(file)).toEqual({
      exit: exitCodes.ok,
      results: [
        {
          id: "A-1",
          outcome: "ALLOW_WITH_WARNING",
          rules: ["level-warning"],
          articles: ["csrc130:19"],
          grade: "R4",
          pack,
        },
        {
          id: "B",
          outcome: "BLOCK",
          rules: ["level-mismatch", "notices"],
          articles: ["nfra7:12", "nfra7:31"],
          grade: "R5",
          pack,
        },
        { outcome: "ALLOW", rules: [], articles: [], grade: "R2", pack },
      ],
    });
  });

  it("names the line and the fields of what is no case, and judges the others", async () => {
    const { client, ...rest } = saleOf();
    const file = cases(
      "some.jsonl",
      "not json",
      "",
      "[1]",
      { ...rest, client: { ...client, age: undefined } },
      { ...rest, client: { ...client, consnet: "given" }, on: "2026-02-30" },
      { ...rest, client, amount: 1.5 },
      { ...rest, client, product: { ...rest.product, regime: "NFRA_INSURANCE" } },
      saleOf({ product: { regime: "NFRA_INSURANCE", insurance: { kind: "universal", isOverOneYear: true } } }),
      {
        ...rest,
        client,
        product: { ...rest.product, insurance: { kind: "universal", isOverOneYear: true } },
        payment: { familyAnnualIncome: 1 },
      },
    );
    const { exit, results } = await judged(file);
    expect(exit).toBe(exitCodes.partly);
    const fault = (line: number, ...at: string[]) => ({ error: "case-invalid", line, at });
    expect(results).toEqual([
      fault(1),
      fault(3),
      fault(4, "client.age"),
      fault(5, "on", "client.consnet"),
      fault(6, "amount"),
      fault(7, "product.insurance"),
      expect.objectContaining({ outcome: "ALLOW" }),
      fault(9, "payment"),
    ]);
  });

  it("what is not said to be done is not done", async () => {
    const { papers: _papers, ...unsigned } = JSON.parse(exampleCase) as SaleCase;
    const { assessment: _assessment, ...unassessed } = unsigned;
    const unknown = { ...unassessed, client: { kind: "person", age: 58, capacity: "full" } };
    const { results } = await judged(cases("unsaid.jsonl", unsigned, unknown));
    expect(results).toMatchObject([
      { outcome: "NEED_MORE", rules: ["level-warning", "notices", "high-risk-procedure", "recording", "confirmation"] },
      { outcome: "NEED_MORE", rules: expect.arrayContaining(["identity", "consent", "no-assessment"]) },
    ]);
  });

  it("with --json is one object; nothing but faults is input refused", async () => {
    expect(await runJson("gate", "judge", cases("one.jsonl", saleOf(), "x"))).toMatchObject({
      exit: exitCodes.partly,
      json: { pack, cases: 2, refused: 1, results: [{ outcome: "ALLOW" }, { error: "case-invalid" }] },
    });
    expect(await runJson("gate", "judge", cases("none.jsonl", "x"))).toMatchObject({ exit: exitCodes.refused });
    expect(await runJson("gate", "judge", folder.at("absent.jsonl"))).toMatchObject({
      exit: exitCodes.files,
      json: { error: "file-unreadable" },
    });
  });

  it("its help tells every field of a case, in three languages, with an example that is one", async () => {
    const paths = caseFields().map(({ path }) => path);
    const holders = ["client", "product", "product.insurance", "payment", "papers"];
    expect([...explainedFields, ...holders].sort()).toEqual(paths.toSorted());
    expect(caseFields()).toContainEqual({
      path: "client.consent",
      values: "given | missing | withdrawn",
      rule: '="missing"',
    });
    expect(caseFields()).toContainEqual({ path: "assessment.level", values: expect.stringMatching(/^C1_/), rule: "*" });
    for (const language of languages) {
      const { exit, stdout } = await run(["gate", "judge", "--help"], { language });
      expect(exit).toBe(0);
      for (const path of paths) expect(stdout).toContain(`\n  ${path} `);
      expect(SaleCase.safeParse(JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "")).success).toBe(true);
    }
    expect((await run(["vault", "stats", "--help"])).stdout).toMatch(/^ {2}vault stats DIR\n {6}\S.*\n$/);
  });
});
