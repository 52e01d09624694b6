/** @file `proof make` and `proof verify`: exit codes, lines in three languages, and files that are no packs. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { createWriter } from "../../../electron/book/append.ts";
import { identify } from "../../../electron/book/session.ts";
import { exitCodes } from "../../../electron/headless/exit.ts";
import { absenceText, checkText, problemText, proofText } from "../../../electron/headless/proof-text.ts";
import { unlockVault } from "../../../electron/vault/vault.ts";
import { type Localized, languages } from "../../../shared/model/primitives.ts";
import { client, fillBook, stranger } from "../../support/proof-book.ts";
import { passphrase, run, runJson, tempFolder } from "./fixture.ts";

const folder = tempFolder();
const vault = folder.at("vault");
const file = folder.at("one.suitbook-proof");
const now = () => Date.parse("2026-11-23T02:00:00.000Z");
let fingerprint = "";
beforeAll(async () => {
  await runJson("vault", "init", vault, "--name", "陆文澜");
  const open = await unlockVault(vault, { passphrase }, { now, kdfFloor: 16 });
  const { device, actor, clock } = await identify(open, now);
  await fillBook({ vault: open, write: createWriter({ vault: open, device, actor, clock }) });
  await open.close();
  const made = await runJson(
    "proof",
    "make",
    "--vault",
    vault,
    "--client",
    client,
    "--to",
    file,
    "--files",
    "--contacts",
  );
  expect(made).toMatchObject({ exit: 0, json: { file, records: 12, files: 2, absent: 0 } });
  fingerprint = String(made.json["fingerprint"]);
});

interface Told {
  readonly check: string;
  readonly state: string;
}

describe("proof verify", () => {
  test("says ok to every check of a sound pack, and who made it; whose it is only when asked", async () => {
    const { exit, json } = await runJson("proof", "verify", file);
    expect(exit).toBe(exitCodes.ok);
    expect(json).toMatchObject({
      valid: true,
      proven: true,
      trusted: false,
      fingerprint,
      maker: { name: "陆文澜" },
      subject: { client, identity: { name: "王建国" } },
    });
    expect((json["checks"] as Told[]).every(({ state }) => state === "ok")).toBe(true);
    expect(await runJson("proof", "verify", file, "--signer", fingerprint)).toMatchObject({
      exit: 0,
      json: { trusted: true },
    });
    expect(await runJson("proof", "verify", file, "--signer", "0000 1111 2222 3333")).toMatchObject({
      exit: exitCodes.refused,
      json: { valid: false, trusted: false },
    });
  });

  test("takes the signer's line from vault identity as an allowed_signers file", async () => {
    const line = (await run(["vault", "identity", vault, "--allowed-signers"])).stdout;
    const allowed = folder.write("allowed", line);
    expect(await runJson("proof", "verify", file, "--allowed-signers", allowed)).toMatchObject({
      exit: 0,
      json: { trusted: true },
    });
    const nobody = folder.write("nobody", "# nobody\n");
    expect(await runJson("proof", "verify", file, "--allowed-signers", nobody)).toMatchObject({
      exit: exitCodes.refused,
    });
    expect(await runJson("proof", "verify", file, "--allowed-signers", folder.at("absent"))).toMatchObject({
      exit: exitCodes.files,
      json: { error: "file-unreadable" },
    });
  });

  test("tells a person line by line, in each language, what holds and what does not", async () => {
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(700) ^ 1, 700);
    const damaged = folder.write("damaged", bytes);
    for (const language of languages) {
      const sound = await run(["proof", "verify", file], { language });
      expect(sound.stderr).toBe("");
      const lines = sound.stdout.trimEnd().split("\n");
      // About the pack, fourteen checks, and the word about the signer.
      expect(lines).toHaveLength(16);
      expect(lines[0]).toContain("王建国");
      expect(lines[5]).toContain(checkText.records[language]);
      const told = await run(["proof", "verify", damaged], { language });
      expect(told.exit).toBe(exitCodes.refused);
      expect(told.stdout).toMatch(/proof-(signature|json)/);
      expect(told.stderr).not.toBe("");
    }
  });

  test("of a pack without the profile: nothing is wrong, but not all is proven, with a code of its own", async () => {
    const other = folder.at("two.suitbook-proof");
    await runJson(
      "proof",
      "make",
      "--vault",
      vault,
      "--client",
      client,
      "--decision",
      "d-1",
      "--to",
      other,
      "--without-profile",
    );
    const { exit, json } = await runJson("proof", "verify", other);
    expect(exit).toBe(exitCodes.unproven);
    expect(json).toMatchObject({ valid: true, proven: false });
    const { stdout, stderr } = await run(["proof", "verify", other]);
    expect(stdout).toContain("proof-subject-stated");
    expect(stdout).toContain("left out when the pack was made");
    expect(stderr).toContain("cannot be proven");
  });

  test("of what is no pack says so in one line; a file that is not there is another matter", async () => {
    const hello = folder.write("hello", "hello");
    expect(await runJson("proof", "verify", hello)).toMatchObject({
      exit: exitCodes.refused,
      json: { valid: false, checks: [{ name: "form", state: "failed", problems: [{ code: "proof-malformed" }] }] },
    });
    for (const none of [folder.at("absent"), folder.at(".")]) {
      expect(await runJson("proof", "verify", none)).toMatchObject({
        exit: exitCodes.files,
        json: { error: "file-unreadable" },
      });
    }
  });

  test("documents its exit codes, and how to check without Suitbook", async () => {
    for (const language of languages) {
      const { stdout } = await run(["proof", "verify", "--help"], { language });
      for (const word of ["8", "suitbook-proof", "tar xf", "ssh-keygen -Y verify"]) expect(stdout).toContain(word);
      expect(stdout).not.toMatch(/undefined|\{\w+\}/);
    }
  });
});

describe("proof make", () => {
  test("refuses a client without evidence and writes nothing", async () => {
    const to = folder.at("none");
    const asked = ["proof", "make", "--vault", vault, "--to", to];
    expect(await runJson(...asked, "--client", "c-nobody")).toMatchObject({
      exit: exitCodes.refused,
      json: { error: "proof-empty" },
    });
    expect(await runJson(...asked, "--client", stranger.id, "--decision", "d-1")).toMatchObject({
      json: { error: "proof-empty" },
    });
    expect(await runJson(...asked, "--client", "no such id!")).toMatchObject({ exit: exitCodes.usage });
    expect(() => readFileSync(to)).toThrow();
  });

  test("into a folder that is not there says which it was", async () => {
    const to = folder.at("nowhere/x");
    expect(await runJson("proof", "make", "--vault", vault, "--client", client, "--to", to)).toMatchObject({
      exit: exitCodes.files,
      json: { error: "folder-absent" },
    });
  });
});

test("every sentence has the same holes in each language", () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  const all: Localized[] = [problemText, checkText, absenceText, proofText].flatMap((table) => Object.values(table));
  for (const sentence of all) {
    for (const language of languages) expect(holes(sentence[language]), sentence.en).toEqual(holes(sentence.en));
  }
});
