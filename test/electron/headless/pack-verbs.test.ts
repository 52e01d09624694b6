import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../../../electron/headless/exit.ts";
import { canonicalText } from "../../../shared/package/canonical.ts";
import gateV1 from "../../../shared/packs/gate-cn-v1.json" with { type: "json" };
import knowledgeTest from "../../../shared/packs/kt-np-v1.json" with { type: "json" };
import matrixV1 from "../../../shared/packs/match-matrix.json" with { type: "json" };
import institutionPack from "../../../shared/packs/rtq-inst-v1.json" with { type: "json" };
import { testWith } from "../../support/external-tools.ts";
import { runTool } from "../../support/run-tool.ts";
import { run, runJson, tempFolder } from "./fixture.ts";

const folder = tempFolder();
const json = (name: string, value: unknown) => folder.write(name, JSON.stringify(value));

/** The shipped pack as a firm's own next version: stricter in one choice, more lenient in another. */
const next = structuredClone(gateV1) as { version: string; readings: Record<string, { value: string }> };
next.version = "2027.01";
Object.assign(next.readings["I-02"] ?? {}, { value: "block" });
Object.assign(next.readings["I-19"] ?? {}, { value: "self-choice" });

describe("pack check and pack diff", () => {
  it("find nothing wrong with what ships", async () => {
    const checked = await runJson("pack", "check", json("gate.json", gateV1));
    expect(checked).toEqual({
      exit: exitCodes.ok,
      json: { id: "GATE-CN-v1", version: "2026.11", kind: "sale-gate", faults: [] },
    });
  });

  it("list every fault at once, and refuse what is no pack at all", async () => {
    const spoilt = { ...gateV1, effectiveUntil: "2020-01-01", numbers: { ...gateV1.numbers, highRisk: ["R4"] } };
    const checked = await runJson("pack", "check", json("spoilt.json", spoilt));
    expect(checked.exit).toBe(exitCodes.refused);
    expect(checked.json["faults"]).toEqual([
      { code: "grade-order", at: "numbers/highRisk", detail: "R5" },
      { code: "dates", at: "effectiveUntil", detail: "2020-01-01" },
    ]);
    for (const content of ["", "not json", "[]", '"x"', '{"kind":"nonsense"}']) {
      expect((await run(["pack", "check", folder.write("no.json", content)])).exit).toBe(exitCodes.refused);
    }
  });

  it("name every fault of a questionnaire with all kinds of questions, and find none in what ships", async () => {
    for (const pack of [institutionPack, knowledgeTest]) {
      expect(await runJson("pack", "check", json("sound.json", pack))).toMatchObject({ exit: exitCodes.ok });
    }
    const questions = institutionPack.questions.map((question) =>
      question.id === "Q9" ? { ...question, min: 61, showIf: { question: "Q12", is: ["z"] } } : question,
    );
    const checked = await run(["pack", "check", json("faulty.json", { ...institutionPack, questions })]);
    expect(checked.exit).toBe(exitCodes.refused);
    expect(checked.stdout.trimEnd().split("\n")).toEqual([
      "forward-reference  questions/Q9/showIf  Q12  A question is shown by one that comes later",
      "unknown-option  questions/Q9/showIf  Q12/z  No such option",
      "number-limits  questions/Q9  61-60  The limits of a number leave none",
    ]);
  });

  it("say which choices became stricter or more lenient", async () => {
    const compared = await runJson("pack", "diff", json("old.json", gateV1), json("new.json", next));
    const differences = compared.json["differences"] as { path: string[]; bearing?: string }[];
    expect(differences.map(({ path, bearing }) => [path.join("/"), bearing])).toEqual([
      ["version", undefined],
      ["readings/I-02/value", "stricter"],
      ["readings/I-19/value", "more-lenient"],
    ]);
  });
});

describe("a signed rule pack", () => {
  const [branch, advisor, stranger] = ["branch", "advisor", "stranger"].map((name) => folder.at(name)) as [
    string,
    string,
    string,
  ];
  const signed = folder.at("next.suitbook-pack");

  beforeAll(async () => {
    await runJson("vault", "init", branch, "--name", "滨江营业部", "--role", "compliance");
    await runJson("vault", "init", advisor, "--name", "陈立恒");
    await runJson("vault", "init", stranger, "--name", "陌生人", "--role", "manager");
    const { card, fingerprint } = (await runJson("vault", "card", branch)).json as Record<string, string>;
    const pairing = ["--card", card ?? "", "--fingerprint", fingerprint ?? "", "--branch"];
    expect((await runJson("vault", "pair", advisor, ...pairing)).exit).toBe(0);
    const done = await runJson("pack", "sign", json("next.json", next), "--vault", branch, "--to", signed);
    expect(done.exit).toBe(0);
  });

  it("of the branch is taken in once, and its version never again with other content", async () => {
    const taken = await runJson("pack", "install", signed, "--vault", advisor);
    expect(taken).toMatchObject({
      exit: 0,
      json: { id: "GATE-CN-v1.2027.01", signer: { name: "滨江营业部" } },
    });
    expect(await runJson("pack", "install", signed, "--vault", advisor)).toMatchObject({
      exit: exitCodes.refused,
      json: { error: "pack-taken" },
    });
    // The very same pack: nothing may be said of another content.
    expect((await run(["pack", "install", signed, "--vault", advisor])).stderr).toMatch(/^A rule pack with this id/);
    const other = structuredClone(next);
    Object.assign(other.readings["I-03"] ?? {}, { value: "block" });
    const again = folder.at("again.suitbook-pack");
    await runJson("pack", "sign", json("other.json", other), "--vault", branch, "--to", again);
    expect((await runJson("pack", "install", again, "--vault", advisor)).json).toMatchObject({
      error: "pack-taken",
      params: { id: "GATE-CN-v1", version: "2027.01" },
    });
    expect((await runJson("vault", "check", advisor)).json).toMatchObject({ sound: true });
  });

  it("of a stranger, of an advisor, changed after signing, or with a fault is refused", async () => {
    const foreign = folder.at("foreign.suitbook-pack");
    await runJson("pack", "sign", json("f.json", next), "--vault", stranger, "--to", foreign);
    const own = folder.at("own.suitbook-pack");
    await runJson("pack", "sign", json("o.json", next), "--vault", advisor, "--to", own);
    for (const file of [foreign, own]) {
      expect((await runJson("pack", "install", file, "--vault", advisor)).json).toMatchObject({ error: "pack-signer" });
    }
    const file = JSON.parse(readFileSync(signed, "utf8")) as { pack: typeof gateV1 };
    file.pack.numbers.elderAge = 99;
    const changed = json("changed.suitbook-pack", file);
    expect((await runJson("pack", "install", changed, "--vault", advisor)).json).toMatchObject({
      error: "pack-signature",
    });
    const faulty = json("faulty.json", { ...next, effectiveUntil: "2020-01-01" });
    const nowhere = folder.at("nowhere.suitbook-pack");
    expect((await runJson("pack", "sign", faulty, "--vault", branch, "--to", nowhere)).exit).toBe(exitCodes.refused);
    expect(() => readFileSync(nowhere)).toThrow();
  });

  it("nested without end or with half a character in it is no pack file", async () => {
    const endless = "[".repeat(50_000) + "]".repeat(50_000);
    for (const pack of [`{"a":${endless}}`, '{"a":"\\ud83d"}', '{"a":1e999}']) {
      const file = folder.write("odd.suitbook-pack", `{"format":"suitbook-pack","v":1,"pack":${pack},"signature":""}`);
      const bare = folder.write("odd.json", pack);
      const to = folder.at("odd.signed");
      for (const words of [
        ["pack", "install", file, "--vault", advisor],
        ["pack", "check", bare],
        ["pack", "sign", bare, "--vault", branch, "--to", to],
        ["gate", "judge", folder.write("none.jsonl", ""), "--pack", file],
      ]) {
        expect(await runJson(...words), words.join(" ")).toMatchObject({
          exit: exitCodes.refused,
          json: { error: "pack-file" },
        });
      }
    }
  });

  it("never overwrites a file", async () => {
    const there = folder.write("there.suitbook-pack", "mine");
    const signing = await runJson("pack", "sign", json("m.json", matrixV1), "--vault", branch, "--to", there);
    expect(signing.exit).toBe(exitCodes.files);
    expect(readFileSync(there, "utf8")).toBe("mine");
  });

  testWith("ssh-keygen")("is accepted by ssh-keygen", async () => {
    const { pack, signature } = JSON.parse(readFileSync(signed, "utf8")) as { pack: unknown; signature: string };
    const armored = folder.write("pack.sig", signature);
    const { stdout } = await run(["vault", "identity", branch, "--allowed-signers"]);
    const signers = folder.write("signers", stdout.replace("suitbook-package", "suitbook-pack"));
    const principal = stdout.split(" ")[0] ?? "";
    const words = ["-Y", "verify", "-n", "suitbook-pack", "-f", signers, "-I", principal, "-s", armored];
    const statusOf = (input: string) => runTool("ssh-keygen", words, { input: Buffer.from(input) }).status;
    expect(statusOf(canonicalText(pack))).toBe(0);
    expect(statusOf("{}")).not.toBe(0);
  });
});
