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
          text: "The sale may go ahead with a warning. The product's grade is above the client's capacity.",
        },
        {
          id: "B",
          outcome: "BLOCK",
          rules: ["level-mismatch", "notices"],
          articles: ["nfra7:12", "nfra7:31"],
          grade: "R5",
          pack,
          text: "The sale is forbidden. The product's grade is above the client's capacity and may not be sold.",
        },
        {
          outcome: "ALLOW",
          rules: [],
          articles: [],
          grade: "R2",
          pack,
          text: "Every check has passed: the sale may go ahead.",
        },
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
    const fault = (line: number, problems: Record<string, string>) => ({
      error: "case-invalid",
      line,
      at: Object.keys(problems),
      problems: Object.values(problems),
    });
    const noObject = { error: "case-invalid", at: [], problems: ["not a JSON object"] };
    expect(results).toEqual([
      { ...noObject, line: 1 },
      { ...noObject, line: 3 },
      fault(4, { "client.age": "client.age is missing (integer 0..150)" }),
      fault(5, { on: "on should be YYYY-MM-DD", "client.consnet": "there is no field client.consnet" }),
      fault(6, { amount: "amount should be integer 0.." }),
      fault(7, { "product.insurance": "product.insurance is missing" }),
      expect.objectContaining({ outcome: "ALLOW" }),
      fault(9, { payment: "payment is incomplete: see gate judge --help" }),
    ]);
  });

  it("gives back the id of what is no case, and everything that is wrong with it once", async () => {
    const { product, ...rest } = saleOf();
    const wrong = {
      ...rest,
      id: "W",
      amount: 9e20,
      product: { ...product, termMonths: -1, colour: 1 },
      foo: 1,
      bar: 1,
    };
    const strangers = Object.fromEntries(Array.from({ length: 22 }, (_, index) => [`x${index}`, index]));
    const { results } = await judged(cases("wrong.jsonl", {}, wrong, { ...saleOf(), id: "S", ...strangers }));
    expect(results).toMatchObject([
      { at: ["on", "initiator", "channel", "client", "product", "amount"] },
      {
        id: "W",
        problems: [
          "product.termMonths should be integer 0..1200",
          "there is no field product.colour",
          "amount should be integer 0..",
          "there is no field foo",
          "there is no field bar",
        ],
      },
      { id: "S", at: Object.keys(strangers).slice(0, 20) },
    ]);
    expect((results[2] as { problems: string[] }).problems.at(-1)).toBe("2 more");
  });

  it("does not judge a case that says a field twice, rather than take the last of them", async () => {
    const sale = JSON.stringify({ ...saleOf(), id: "T" });
    const twice = sale.replace('"capacity":"full"', '"capacity":"none","capacity":"full"');
    const refused = {
      id: "T",
      error: "case-invalid",
      at: ["client.capacity"],
      problems: ["client.capacity is said twice"],
    };
    const { exit, results } = await judged(cases("twice.jsonl", sale, twice));
    expect(exit).toBe(exitCodes.partly);
    expect(results).toMatchObject([{ outcome: "ALLOW" }, { ...refused, line: 2 }]);
    expect((await judged(cases("twice.json", `[${sale},\n${twice}]`))).results).toMatchObject([
      { outcome: "ALLOW" },
      { ...refused, line: 2 },
    ]);
  });

  it("says what to write instead in the reader's language, also inside a list", async () => {
    const sale = saleOf();
    const wrong = { ...sale, assessment: { ...sale.assessment, types: ["mixed", "gold"] }, initiator: undefined };
    const { stdout } = await run(["gate", "judge", cases("zh.jsonl", wrong)], { language: "zh-CN" });
    expect(JSON.parse(stdout)).toEqual({
      error: "case-invalid",
      line: 1,
      at: ["initiator", "assessment.types.1"],
      problems: [
        "缺少 initiator（client | advisor）",
        "assessment.types.1 应为 [cash | fixed-income | mixed | equity | complex, ...]",
      ],
    });
  });

  it("takes a file that is one list as well, and Windows line ends", async () => {
    const list = JSON.stringify([saleOf(), { ...saleOf(), id: "B" }], null, 2);
    expect(await judged(cases("list.json", list))).toMatchObject({
      exit: exitCodes.ok,
      results: [{ outcome: "ALLOW" }, { outcome: "ALLOW", id: "B" }],
    });
    const crlf = `\ufeff${JSON.stringify(saleOf())}\r\n\r\n${JSON.stringify(saleOf())}\r`;
    expect(await judged(cases("crlf.jsonl", crlf))).toMatchObject({ exit: exitCodes.ok, results: [{}, {}] });
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
