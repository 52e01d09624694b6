import { beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../../../electron/headless/exit.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { faultTexts } from "../../../shared/packs/fault-texts.ts";
import gateV1 from "../../../shared/packs/gate-cn-v1.json" with { type: "json" };
import knowledgeTest from "../../../shared/packs/kt-np-v1.json" with { type: "json" };
import matrixV1 from "../../../shared/packs/match-matrix.json" with { type: "json" };
import rtqV1 from "../../../shared/packs/rtq-np-v1.json" with { type: "json" };
import { saleOf } from "../../support/sale-cases.ts";
import { clientA } from "../../support/sheets.ts";
import { run, runJson, tempFolder } from "./fixture.ts";

const folder = tempFolder();
const json = (name: string, value: unknown) => folder.write(name, JSON.stringify(value));

/** The next year's table lets C3 have no more than C2 had, and its gate names it. */
const matrix = {
  ...matrixV1,
  version: "2027.01",
  effectiveFrom: "2027-01-01",
  direct: { ...matrixV1.direct, C3: matrixV1.direct.C2 },
};
const gate = {
  ...gateV1,
  version: "2027.01",
  effectiveFrom: "2027-01-01",
  matrix: { id: matrix.id, version: matrix.version },
};
/** Every answer but the gates brings the highest band. */
const rtq = {
  ...rtqV1,
  version: "2027.01",
  effectiveFrom: "2027-01-01",
  bands: rtqV1.bands.map((band) => ({ ...band })),
};
Object.assign(rtq.bands.find(({ level }) => level === "C3") ?? {}, { to: 57 });
Object.assign(rtq.bands.find(({ level }) => level === "C4") ?? {}, { from: 58 });

const atR3 = (on: string) => saleOf({ on, assessment: { on, level: "C3" }, product: { sellerGrade: "R3" } });
const cases = json("case.jsonl", { ...atR3("2026-11-22"), id: "now" });
const later = json("later.jsonl", { ...atR3("2027-01-02"), id: "later" });
const sheets = json("sheet.jsonl", { id: "A", answers: clientA, age: 46 });
const gateFile = json("gate.json", gate);
const matrixFile = json("matrix.json", matrix);
const [result] = ["results"] as const;

describe("packs from files", () => {
  it("judge and score in the place of what ships", async () => {
    const shipped = await runJson("gate", "judge", cases);
    expect(shipped.json).toMatchObject({ pack: { version: "2026.11" }, [result]: [{ outcome: "ALLOW" }] });
    const own = await runJson("gate", "judge", cases, "--pack", gateFile, "--pack", matrixFile);
    expect(own).toMatchObject({
      exit: 0,
      json: {
        pack: { id: "GATE-CN-v1", version: "2027.01" },
        [result]: [{ outcome: "ALLOW_WITH_WARNING", pack: { version: "2027.01" } }],
      },
    });
    expect(await runJson("questionnaire", "score", sheets, "--pack", "RTQ-NP-v1")).toMatchObject({
      json: { pack: { version: "2026.07" }, [result]: [{ total: 58, band: "C3" }] },
    });
    expect(await runJson("questionnaire", "score", sheets, "--pack", json("rtq.json", rtq))).toMatchObject({
      json: { pack: { version: "2027.01" }, [result]: [{ total: 58, band: "C4" }] },
    });
  });

  it("with faults are refused, every fault in the user's language, and nothing is judged", async () => {
    const spoilt = { ...gate, effectiveUntil: "2020-01-01", numbers: { ...gate.numbers, highRisk: ["R4"] } };
    const file = json("spoilt.json", spoilt);
    for (const language of languages) {
      const { exit, stdout } = await run(["gate", "judge", cases, "--pack", file], { language });
      expect(exit).toBe(exitCodes.refused);
      expect(stdout.trimEnd().split("\n")).toEqual([
        `grade-order  numbers/highRisk  R5  ${faultTexts["grade-order"][language]}`,
        `dates  effectiveUntil  2020-01-01  ${faultTexts.dates[language]}`,
      ]);
    }
    const bad = json("bad.json", { ...rtq, bands: rtq.bands.slice(1) });
    const scored = await runJson("questionnaire", "score", sheets, "--pack", bad);
    expect(scored.exit).toBe(exitCodes.refused);
    expect(scored.json["faults"]).not.toEqual([]);
    expect(scored.json).not.toHaveProperty(result);
  });

  it("that are absent, no pack, of another kind, two gates, or without their table are refused", async () => {
    const test = json("test.json", knowledgeTest);
    const judge = async (...packs: string[]) =>
      runJson("gate", "judge", cases, ...packs.flatMap((pack) => ["--pack", pack]));
    expect(await judge("nobody")).toMatchObject({ exit: exitCodes.refused, json: { error: "pack-missing" } });
    expect(await judge(folder.at("absent.json"))).toMatchObject({ exit: exitCodes.files });
    expect(await judge(folder.write("words.txt", "words"))).toMatchObject({ json: { error: "pack-file" } });
    expect(await judge(test)).toMatchObject({ exit: exitCodes.usage });
    expect(await judge(gateFile, matrixFile, "GATE-CN-v1")).toMatchObject({ exit: exitCodes.usage });
    expect(await judge(gateFile)).toMatchObject({ exit: exitCodes.refused, json: { error: "pack-missing" } });
    const score = await runJson("questionnaire", "score", sheets, "--pack", gateFile);
    expect(score).toMatchObject({ exit: exitCodes.usage });
    const version = ["--pack", json("rtq2.json", rtq), "--version", "1999.01"];
    expect(await runJson("questionnaire", "score", sheets, ...version)).toMatchObject({
      exit: exitCodes.refused,
      json: { error: "pack-missing" },
    });
  });
});

describe("packs of a book", () => {
  const vault = folder.at("branch");
  const signed = (name: string) => folder.at(`${name}.suitbook-pack`);

  beforeAll(async () => {
    await runJson("vault", "init", vault, "--name", "滨江营业部", "--role", "compliance");
    for (const [name, pack] of Object.entries({ matrix, gate, rtq })) {
      await runJson("pack", "sign", json(`${name}-own.json`, pack), "--vault", vault, "--to", signed(name));
      expect((await runJson("pack", "install", signed(name), "--vault", vault)).exit).toBe(0);
    }
  });

  it("judge each case by the version in force on its day", async () => {
    const both = folder.write(
      "both.jsonl",
      [atR3("2026-11-22"), atR3("2027-01-02"), atR3("2020-01-01")].map((sale) => JSON.stringify(sale)).join("\n"),
    );
    expect(await runJson("gate", "judge", both, "--vault", vault)).toMatchObject({
      exit: exitCodes.partly,
      json: {
        [result]: [
          { outcome: "ALLOW", pack: { version: "2026.11" } },
          { outcome: "ALLOW_WITH_WARNING", pack: { version: "2027.01" } },
          { error: "pack-missing", line: 3, at: ["on"] },
        ],
      },
    });
    // Without the book the newest that ships judges every day.
    expect((await runJson("gate", "judge", later)).json).toMatchObject({ [result]: [{ outcome: "ALLOW" }] });
  });

  it("are found by id and version, and a signed file is read as the pack in it", async () => {
    const score = (...more: string[]) => runJson("questionnaire", "score", sheets, "--pack", ...more);
    expect((await score("RTQ-NP-v1", "--vault", vault)).json).toMatchObject({ [result]: [{ band: "C4" }] });
    const old = ["RTQ-NP-v1", "--version", "2026.07", "--vault", vault];
    expect((await score(...old)).json).toMatchObject({ [result]: [{ band: "C3" }] });
    expect((await score(signed("rtq"))).json).toMatchObject({
      pack: { version: "2027.01" },
      [result]: [{ band: "C4" }],
    });
    const broken = { format: "suitbook-pack", v: 1, pack: rtq, signature: "none" };
    expect((await score(json("broken.json", broken))).json).toMatchObject({ error: "pack-signature" });
  });
});
