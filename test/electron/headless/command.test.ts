import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createAgeIdentity, recipientOf } from "../../../electron/crypto/age.ts";
import { verbs } from "../../../electron/headless/command.ts";
import { CommandError, exitCodes, exitOf } from "../../../electron/headless/exit.ts";
import { exampleMap } from "../../../electron/headless/list-format.ts";
import { languageOf } from "../../../electron/headless/text.ts";
import { parseListMap, Rule } from "../../../electron/lists/list-map.ts";
import { setEscrow } from "../../../electron/vault/secrets.ts";
import { errorCodes } from "../../../shared/errors.ts";
import { languages } from "../../../shared/model/primitives.ts";
import { testWith } from "../../support/external-tools.ts";
import { runTool } from "../../support/run-tool.ts";
import { newPassphrase, passphrase, run, runJson, tempFolder } from "./fixture.ts";

const folder = tempFolder();
const listMap = folder.write(
  "map.json",
  JSON.stringify({
    format: "suitbook-list-map/1",
    list: "cli",
    key: ["No"],
    client: {
      kind: { as: "constant", value: "individual" },
      name: { as: "text", column: "Name" },
      phone: { as: "text", column: "Phone" },
    },
  }),
);
const list = folder.write("list.csv", "No,Name,Phone\n1,陆文澜,13800006027\n2,孟怀瑾,13800006028\n3,错,x\n");

describe("a vault on the command line", () => {
  it("is made, filled from a list, counted and checked", async () => {
    const dir = folder.at("book");
    const made = await runJson("vault", "init", dir, "--name", "陈立恒");
    expect(made).toMatchObject({ exit: 0, json: { label: "陈立恒", recipient: expect.stringMatching(/^age1/) } });
    expect(made.json["recoveryKey"]).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/);

    const taken = await runJson("import-list", list, "--map", listMap, "--vault", dir);
    expect(taken).toMatchObject({
      exit: exitCodes.partly,
      json: { rows: 3, clients: 2, contacts: 0, refused: [{ line: 4, reason: "not-accepted", field: "phone" }] },
    });
    expect(await runJson("vault", "stats", dir)).toEqual({
      exit: 0,
      json: { clients: 2, contacts: 0, assessments: 0, attachments: 0, operations: 4 },
    });
    expect(await runJson("vault", "check", dir)).toMatchObject({ exit: 0, json: { sound: true, problems: [] } });
  });

  it("says what it did in words, in the user's language", async () => {
    const dir = folder.at("words");
    const made = await run(["vault", "init", dir], { language: "zh-CN" });
    expect(made.stdout).toMatch(/保险库已建好[\s\S]*恢复密钥/);
    expect((await run(["vault", "stats", dir], { language: "zh-TW" })).stdout).toBe(
      "客戶0位，聯繫記錄0筆，測評0次，附件0份，操作2項\n",
    );
    expect((await run(["vault", "stats", dir])).stdout).toBe(
      "0 clients, 0 contacts, 0 assessments, 0 attachments, 2 operations\n",
    );
  });

  it("tells a wrong passphrase, a missing vault and a damaged one apart", async () => {
    const dir = folder.at("faults");
    await runJson("vault", "init", dir);
    const wrong = await run(["vault", "stats", dir, "--json"], { passphrase: async () => "another passphrase" });
    expect([wrong.exit, JSON.parse(wrong.stdout)]).toEqual([
      exitCodes.passphrase,
      { error: "wrong-passphrase", params: { failures: 1, waitSeconds: 0 } },
    ]);
    expect(await runJson("vault", "stats", folder.at("nowhere"))).toEqual({
      exit: exitCodes.vault,
      json: { error: "vault-missing", params: {} },
    });
    expect(await runJson("vault", "init", dir)).toMatchObject({
      exit: exitCodes.vault,
      json: { error: "vault-exists" },
    });

    const segment = path.join(dir, readdirSync(dir).find((name) => name.startsWith("seg-")) ?? "");
    const bytes = readFileSync(segment);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(segment, bytes);
    const checked = await runJson("vault", "check", dir);
    expect(checked).toMatchObject({
      exit: exitCodes.damaged,
      json: { sound: false, state: "damaged", problems: [{ file: path.basename(segment), problem: "damaged" }] },
    });
    const counted = await run(["vault", "stats", dir]);
    expect(counted).toMatchObject({
      exit: exitCodes.damaged,
      stdout: expect.stringContaining("only what can be read"),
    });
    expect(await runJson("vault", "stats", dir)).toMatchObject({
      exit: exitCodes.damaged,
      json: { clients: 0, state: "damaged" },
    });
    const salvaged = await runJson("vault", "salvage", dir, "--to", folder.at("salvaged"));
    expect(salvaged).toMatchObject({ exit: exitCodes.partly, json: { saves: 0, missing: [{ from: 1, to: 1 }] } });
  });

  it("whose header was put right from its spare says so", async () => {
    const dir = folder.at("spare");
    await runJson("vault", "init", dir);
    writeFileSync(path.join(dir, "VAULT"), "{}");
    expect(await runJson("vault", "check", dir)).toMatchObject({ exit: 0, json: { sound: true, replaced: ["VAULT"] } });
    expect(await runJson("vault", "check", dir)).toMatchObject({ exit: 0, json: { sound: true, replaced: [] } });
  });

  it.each([
    ["a label of two lines", ["--label", "a\nb"], "label"],
    ["a label without end", ["--label", "x".repeat(201)], "label"],
    ["a label of nothing", ["--label", " "], "label"],
    ["a name without end", ["--name", "x".repeat(500)], "name"],
    ["a role nobody has", ["--role", "king"], "role"],
  ])("is not made with %s", async (name, options, option) => {
    const dir = folder.at(name);
    expect(await runJson("vault", "init", dir, ...options)).toEqual({
      exit: exitCodes.usage,
      json: { error: "usage", params: { option } },
    });
    expect(existsSync(dir)).toBe(false);
  });

  it("with spaces around its label opens again", async () => {
    const dir = folder.at("spaces");
    expect((await runJson("vault", "init", dir, "--label", "  浦东 ")).json).toMatchObject({ label: "浦东" });
    expect(await runJson("vault", "check", dir)).toMatchObject({ exit: 0, json: { sound: true } });
  });

  it("is not looked for in a file, nor made in one or where nobody may", async () => {
    const file = folder.write("a file", "x");
    expect((await runJson("vault", "stats", file)).json).toEqual({ error: "vault-missing", params: {} });
    for (const place of [file, path.join(file, "below"), ...(process.platform === "linux" ? ["/proc/x"] : [])]) {
      expect(await runJson("vault", "init", place)).toMatchObject({
        exit: exitCodes.files,
        json: { error: "disk-error" },
      });
    }
  });

  it("is not backed up into itself", async () => {
    const dir = folder.at("own");
    await runJson("vault", "init", dir);
    const before = readdirSync(dir);
    expect(await runJson("backup", "run", dir, dir)).toMatchObject({
      exit: exitCodes.files,
      json: { error: "folder-not-writable" },
    });
    expect(readdirSync(dir)).toEqual(before);
  });

  it("in escrow is recovered with the branch's key file and a new passphrase", async () => {
    const dir = folder.at("escrowed");
    await runJson("vault", "init", dir, "--label", "浦东");
    const identity = await createAgeIdentity();
    const keyFile = folder.write("branch.key", `# public key: x\n${identity}\n`);
    const recovered = await run(["vault", "recover", dir, "--identity", keyFile]);
    expect(recovered).toMatchObject({ exit: exitCodes.passphrase, stdout: "" });
    expect(recovered.stderr).toContain("wrong-escrow-key");
    const recipient = await recipientOf(identity);
    await setEscrow(dir, passphrase, { recipient }, { now: Date.now, kdfFloor: 16 });
    expect(await runJson("vault", "recover", dir, "--identity", keyFile)).toMatchObject({
      exit: 0,
      json: { label: "浦东", recovered: true },
    });
    expect((await run(["vault", "stats", dir])).exit).toBe(exitCodes.passphrase);
    expect((await run(["vault", "stats", dir], { passphrase: async () => newPassphrase })).exit).toBe(0);
  });

  it("asks for a passphrase only where one is needed, and never takes it as an argument", async () => {
    const never = async () => {
      throw new CommandError("passphrase-missing");
    };
    expect((await run(["vault", "stats", folder.at("x"), "--json"], { passphrase: never })).stdout).toBe(
      '{"error":"passphrase-missing","params":{}}\n',
    );
    expect((await run(["vault", "stats", folder.at("x"), "--passphrase", passphrase])).exit).toBe(exitCodes.usage);
    expect(
      verbs.flatMap((verb) => Object.keys(verb.options)).filter((name) => /pass|secret|password/.test(name)),
    ).toEqual([]);
  });
});

describe("packages on the command line", () => {
  it("go from an advisor to the branch, and can be verified by anybody they were sealed to", async () => {
    const [advisor, branch] = [folder.at("advisor"), folder.at("branch")];
    const auditorKey = await createAgeIdentity();
    const keyFile = folder.write("auditor.key", `# an age identity file\n${auditorKey}\n`);
    const file = folder.at("one.age");
    await runJson("vault", "init", advisor, "--name", "陈立恒");
    await runJson("vault", "init", branch, "--name", "滨江营业部", "--role", "manager");
    const theirs = (await runJson("vault", "card", branch)).json as { card: string; fingerprint: string };
    const ours = (await runJson("vault", "card", advisor)).json as { card: string; fingerprint: string };

    expect(await runJson("export", "--vault", advisor, "--to", file)).toMatchObject({ json: { error: "no-branch" } });
    const mistyped = ["vault", "pair", advisor, "--card", theirs.card, "--fingerprint", ours.fingerprint, "--branch"];
    expect(await runJson(...mistyped)).toMatchObject({ exit: 1, json: { error: "card-fingerprint" } });
    await runJson("vault", "pair", advisor, "--card", theirs.card, "--fingerprint", theirs.fingerprint, "--branch");
    await runJson("vault", "pair", branch, "--card", ours.card, "--fingerprint", ours.fingerprint);
    await runJson("import-list", list, "--map", listMap, "--vault", advisor);

    const recipient = await recipientOf(auditorKey);
    const exported = await runJson("export", "--vault", advisor, "--to", file, "--recipient", recipient);
    expect(exported.json).toMatchObject({ packages: [{ file, seq: 1, operations: 3 }] });
    expect(await runJson("export", "--vault", advisor, "--to", file)).toMatchObject({
      json: { error: "nothing-to-export" },
    });

    const inspected = await runJson("package", "inspect", file, "--identity", keyFile);
    expect(inspected.json).toMatchObject({
      fingerprint: ours.fingerprint,
      manifest: { seq: 1, counts: { operations: 3 } },
    });
    for (const stranger of ["age1xyz", auditorKey, "ssh-ed25519 AAAA"]) {
      expect(await runJson("export", "--vault", advisor, "--to", file, "--recipient", stranger)).toEqual({
        exit: exitCodes.usage,
        json: { error: "usage", params: { option: "recipient" } },
      });
    }

    const verify = ["package", "verify", file, "--identity", keyFile];
    expect(await runJson(...verify, "--signer", "not a fingerprint")).toMatchObject({
      exit: exitCodes.usage,
      json: { params: { option: "signer" } },
    });
    expect(await runJson(...verify)).toMatchObject({ exit: 0, json: { valid: true, trusted: false } });
    expect(await runJson(...verify, "--signer", ours.fingerprint)).toMatchObject({
      json: { valid: true, trusted: true },
    });
    expect(await runJson(...verify, "--signer", theirs.fingerprint)).toMatchObject({
      exit: exitCodes.refused,
      json: { error: "package-unknown-sender" },
    });

    const taken = { exit: 0, json: { seq: 1, operations: 3, created: 3, updated: 0, same: 0 } };
    expect(await runJson("import", file, "--vault", branch)).toMatchObject(taken);
    expect((await runJson("vault", "stats", branch)).json).toMatchObject({ clients: 2 });
    expect(await runJson("import", file, "--vault", branch)).toMatchObject({ json: { error: "package-duplicate" } });

    // The second of a stream verifies without the first.
    const more = folder.write("more.csv", "No,Name,Phone\n9,白景行,13800006029\n");
    await runJson("import-list", more, "--map", listMap, "--vault", advisor);
    const second = folder.at("two.age");
    await runJson("export", "--vault", advisor, "--to", second, "--recipient", recipient);
    expect(await runJson("package", "verify", second, "--identity", keyFile)).toMatchObject({
      json: { valid: true, manifest: { seq: 2 } },
    });

    const bytes = readFileSync(second);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    const damaged = folder.write("damaged.age", bytes);
    const refused = await runJson("package", "verify", damaged, "--identity", keyFile);
    expect(refused).toMatchObject({ exit: exitCodes.refused, json: { error: "package-damaged" } });
  });

  testWith("ssh-keygen")("the allowed-signers line lets ssh-keygen find the signer", async () => {
    const dir = folder.at("signer");
    await runJson("vault", "init", dir);
    const line = (await run(["vault", "identity", dir, "--allowed-signers"])).stdout;
    expect(line).toMatch(/^[0-9a-f]{16} namespaces="suitbook-package,suitbook-proof" ssh-ed25519 [A-Za-z0-9+/]+=*\n$/);
    const key = folder.write("signer.pub", line.replace(/^.*(ssh-ed25519 \S+)\n$/s, "$1\n"));
    expect(runTool("ssh-keygen", ["-l", "-f", key]).stdout.toString()).toContain("(ED25519)");
  });

  it("a key file without a key, and a package that is not there, are told apart from a bad package", async () => {
    const noKey = folder.write("no.key", "# nothing\n");
    const noPackage = folder.write("no.age", "hello");
    const key = folder.write("some.key", await createAgeIdentity());
    const cases: [string, string, string, number][] = [
      [noPackage, noKey, "file-unreadable", exitCodes.files],
      [folder.at("absent.age"), key, "file-unreadable", exitCodes.files],
      [noPackage, key, "package-not-age", exitCodes.refused],
    ];
    for (const [file, identity, error, exit] of cases) {
      expect(await runJson("package", "inspect", file, "--identity", identity)).toMatchObject({
        exit,
        json: { error },
      });
    }
  });
});

describe("hostile lists are refused by name and leave the vault as it was", () => {
  const dir = folder.at("hostile");
  const cases: [string, string | Uint8Array, string[], Record<string, unknown>][] = [
    ["NUL", "No,Name,Phone\n1,a\u0000b,1\n", [], { error: "list-unreadable", params: { reason: "nul", line: 2 } }],
    ["open quotes", 'No,Name,Phone\n1,"a,1\n', [], { error: "list-unreadable", params: { reason: "quotes", line: 2 } }],
    [
      "a line beyond the cap",
      `No,Name,Phone\n1,${"x".repeat(5000)},1\n`,
      ["--max-row-chars", "1000"],
      { error: "list-unreadable", params: { reason: "row-too-long", line: 2 } },
    ],
    [
      "a list beyond the cap",
      `No,Name,Phone\n${"1,a,13800006027\n".repeat(90)}`,
      ["--max-rows", "50"],
      { error: "list-unreadable", params: { reason: "too-many-rows", line: 52 } },
    ],
    ["UTF-8 that is none", Buffer.from([0x4e, 0x0a, 0xff, 0xff, 0x0a]), [], { error: "list-unreadable" }],
    ["an archive of rubbish", Buffer.from([0x1f, 0x8b, 1, 2, 3]), [], { params: { reason: "compression" } }],
    ["a column twice", "No,Name,Phone,Name\n1,a,13800006027,b\n", [], { params: { name: "Name" } }],
    ["another list", "A,B\n1,2\n", [], { error: "list-map", params: { name: "Name" } }],
    ["ragged rows alone", "No,Name,Phone\n1,a\n1,a,b,c\n", [], { rows: 2, clients: 0, refusedRows: 2 }],
  ];
  it("a column named like a prototype is a column", async () => {
    const other = folder.at("prototypes");
    await run(["vault", "init", other]);
    const map = JSON.parse(readFileSync(listMap, "utf8")) as { key: string[] };
    const file = folder.write("proto.csv", "No,Name,Phone,__proto__,constructor\n1,a,13800006027,k1,x\n");
    const byProto = folder.write("proto.json", JSON.stringify({ ...map, key: ["__proto__"] }));
    expect(await runJson("import-list", file, "--map", byProto, "--vault", other)).toMatchObject({
      exit: 0,
      json: { created: 1 },
    });
  });

  it.each([
    ["a folder", (at: string) => mkdirSync(at)],
    ["a pipe nobody fills", (at: string) => execFileSync("mkfifo", [at])],
    ["nothing", () => undefined],
  ])("%s in the place of a list is none", async (name, make) => {
    const place = folder.at(`instead: ${name}`);
    make(place);
    expect(await runJson("import-list", place, "--map", listMap, "--vault", dir)).toEqual({
      exit: exitCodes.files,
      json: { error: "file-unreadable", params: { file: place } },
    });
  });

  it("a map without end is no map", async () => {
    const endless = ["import-list", list, "--map", "/dev/zero", "--vault", dir];
    expect(await runJson(...endless)).toMatchObject({ json: { error: "file-unreadable" } });
  });

  it.each(cases)("%s", async (name, content, options, expected) => {
    await run(["vault", "init", dir]);
    const file = folder.write(`${name.replaceAll(" ", "-")}.csv`, content);
    const result = await runJson("import-list", file, "--map", listMap, "--vault", dir, ...options);
    expect(result).toMatchObject({ exit: exitCodes.refused, json: expected });
    expect((await runJson("vault", "stats", dir)).json).toMatchObject({ clients: 0, operations: 2 });
  });
});

describe("the command line itself", () => {
  it.each([
    [["fly"]],
    [["vault"]],
    [["vault", "stats"]],
    [["vault", "stats", "a", "b"]],
    [["import-list", "x.csv", "--map", "m.json"]],
    [["import-list", "x.csv", "--map", "m.json", "--vault"]],
    [["export", "--vault", "v", "--to", ""]],
    [["vault", "stats", "v", "--colour"]],
    [["vault", "stats", ""]],
    [["vault"]],
    [["frobnicate"]],
    [[]],
  ])("%j is wrong usage", async (words) => {
    expect(await runJson(...words)).toMatchObject({ exit: exitCodes.usage, json: { error: "usage" } });
    expect((await run(words)).stderr).toContain("[usage");
  });

  it("--json may stand anywhere, and makes one object of the help too", async () => {
    expect(JSON.parse((await run(["--json", "vault", "stats"])).stdout)).toMatchObject({ error: "usage" });
    expect(JSON.parse((await run(["--json", "frobnicate"])).stdout)).toEqual({
      error: "usage",
      params: { verb: "frobnicate" },
    });
    for (const words of [["--help"], ["-h"], ["help"], ["help", "vault", "init"]]) {
      expect((await runJson(...words)).json["help"]).toContain("vault init DIR");
    }
  });

  it("the help of a verb with a format of its own explains it, by example", async () => {
    for (const language of languages) {
      const { stdout } = await run(["import-list", "--help"], { language });
      for (const { shape } of Rule.options) expect(stdout).toMatch(new RegExp(`^  ${shape.as.value} +.+ {2}\\S`, "m"));
      expect(stdout).toMatch(/^ {2}name +\* {2}string$/m);
      expect(stdout).toMatch(/^ {2}channel +\* {2}face \| phone/m);
      expect(stdout).not.toMatch(/undefined/);
    }
    expect(parseListMap(JSON.parse(exampleMap)).key).toEqual(["客户号"]);
  });

  it("help lists every verb and every exit code in three languages", async () => {
    for (const language of languages) {
      const { exit, stdout } = await run(["--help"], { language });
      expect(exit).toBe(0);
      for (const verb of verbs) expect(stdout).toContain(`  ${verb.words} ${verb.usage}\n`);
      for (const code of Object.values(exitCodes)) expect(stdout).toMatch(new RegExp(`^ +${code}  \\S`, "m"));
      expect(stdout).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  it("every error has an exit code of its kind", () => {
    const byExit = Object.groupBy(errorCodes, (code) => exitOf(code));
    expect(byExit.unexpected).toEqual(["unexpected"]);
    expect(byExit.passphrase).toEqual([
      "wrong-passphrase",
      "wait-before-retry",
      "wrong-recovery-key",
      "wrong-escrow-key",
    ]);
    expect(byExit.damaged).toEqual(["vault-damaged", "vault-newer", "vault-parameters"]);
    expect(byExit.vault).toEqual(["locked", "vault-exists", "vault-missing", "vault-in-use", "vault-read-only"]);
    expect(byExit.files).toEqual(["disk-full", "disk-error", "no-room", "folder-absent", "folder-not-writable"]);
  });

  it.each([
    [{ LANG: "zh_CN.UTF-8" }, "zh-CN"],
    [{ LANG: "zh_TW.UTF-8" }, "zh-TW"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "zh_HK.UTF-8" }, "zh-TW"],
    [{ LANG: "zh" }, "zh-CN"],
    [{ LANG: "C.UTF-8" }, "en"],
    [{}, "en"],
  ] as const)("%j speaks %s", (env, language) => {
    expect(languageOf(env)).toBe(language);
  });
});
