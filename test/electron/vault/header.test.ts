/** @file What opens a vault, what does not, and that the two reasons for "does not" are told apart. */
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import canonicalize from "canonicalize";
import { expect, it } from "vitest";
import { sha256 } from "../../../electron/crypto/hash.ts";
import { changePassphrase, verifyPassphrase } from "../../../electron/vault/secrets.ts";
import { createVault, readVaultHeader, unlockVault } from "../../../electron/vault/vault.ts";
import { alter, cheap, flipBit, idsIn, makeVault, newClient, passphrase, temporaryFolder } from "./fixture.ts";

const another = "a sentence of five words";

async function closedVault() {
  const { dir, vault, recoveryKey } = await makeVault();
  const saved = newClient("c-1");
  await vault.append([saved]);
  await vault.close();
  const opens = async (secret: { passphrase: string } | { recoveryKey: string }) => {
    const open = await unlockVault(dir, secret, cheap);
    try {
      expect(await idsIn(open)).toEqual([saved.id]);
      return open.recovery;
    } finally {
      await open.close();
    }
  };
  return { dir, recoveryKey, opens };
}

/** Alter both copies of the header and make their sums fit again. */
async function forge(dir: string, change: (header: Record<string, unknown>) => void): Promise<void> {
  const { sum: _, ...header } = JSON.parse(await readFile(path.join(dir, "VAULT"), "utf8")) as Record<string, unknown>;
  change(header);
  const sum = sha256(canonicalize(header) ?? "").toString("hex");
  for (const name of ["VAULT", "VAULT.prev"]) {
    await writeFile(path.join(dir, name), `${canonicalize({ ...header, sum })}\n`);
  }
}

it("opens with the passphrase and with the printed recovery key, and with nothing else", async () => {
  const { opens, recoveryKey } = await closedVault();
  await opens({ passphrase });
  await opens({ recoveryKey });
  await opens({ recoveryKey: recoveryKey.toLowerCase().replaceAll("-", " ") });
  await expect(opens({ passphrase: `${passphrase} ` })).rejects.toMatchObject({ code: "wrong-passphrase" });
  const mistyped = recoveryKey.replace(/^./, (c) => (c === "7" ? "8" : "7"));
  await expect(opens({ recoveryKey: mistyped })).rejects.toMatchObject({ code: "wrong-recovery-key" });
  const other = await makeVault();
  await expect(opens({ recoveryKey: other.recoveryKey })).rejects.toMatchObject({ code: "wrong-recovery-key" });
});

it("refuses a passphrase below 12 characters and 5 words, or of mere repetition, and creates nothing", async () => {
  const dir = path.join(await temporaryFolder(), "vault");
  for (const weak of ["", "elevenchars", "a b c d", "aaaaaaaaaaaaaaaa", "123456789012", "　　　　　　　　　　　　　"]) {
    await expect(createVault(dir, { label: "x", passphrase: weak }, cheap)).rejects.toMatchObject({
      code: "weak-passphrase",
    });
  }
  await expect(readVaultHeader(dir)).rejects.toMatchObject({ code: "vault-missing" });
  const strong = await createVault(dir, { label: "x", passphrase: "一二三四五六七八九十百千" }, cheap);
  await strong.vault.close();
});

it("never writes into a folder that holds something", async () => {
  const { dir } = await closedVault();
  const create = (where: string) => createVault(where, { label: "x", passphrase }, cheap);
  await expect(create(dir)).rejects.toMatchObject({ code: "vault-exists" });
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, "letter.txt"), "mine");
  await expect(create(folder)).rejects.toMatchObject({ code: "vault-exists" });
});

it("shows label and dates without a key, and only those", async () => {
  const { dir } = await closedVault();
  const header = await readVaultHeader(dir);
  expect(header).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    label: "浦东支行",
    createdAt: "2026-11-22T08:00:00.000Z",
    lastWriteAt: expect.stringMatching(/Z$/),
  });
});

it("gives the old passphrase no way back in after a new one was set, also from the spare", async () => {
  const { dir, opens, recoveryKey } = await closedVault();
  await changePassphrase(dir, { passphrase }, another, cheap);
  await opens({ passphrase: another });
  await opens({ recoveryKey });
  await expect(opens({ passphrase })).rejects.toMatchObject({ code: "wrong-passphrase" });
  await rm(path.join(dir, "VAULT"));
  await expect(opens({ passphrase })).rejects.toMatchObject({ code: "wrong-passphrase" });
  await opens({ passphrase: another });
});

it("lets the recovery key set a new passphrase, and a wrong secret or a weak passphrase set none", async () => {
  const { dir, opens, recoveryKey } = await closedVault();
  await expect(changePassphrase(dir, { recoveryKey }, "short", cheap)).rejects.toMatchObject({
    code: "weak-passphrase",
  });
  await expect(changePassphrase(dir, { passphrase: another }, another, cheap)).rejects.toMatchObject({
    code: "wrong-passphrase",
  });
  await opens({ passphrase });
  await changePassphrase(dir, { recoveryKey }, another, cheap);
  await opens({ passphrase: another });
});

it("checks the passphrase of an open vault without touching it", async () => {
  const { dir, vault } = await makeVault();
  await verifyPassphrase(dir, passphrase, cheap);
  await expect(verifyPassphrase(dir, another, cheap)).rejects.toMatchObject({ code: "wrong-passphrase" });
  await vault.append([newClient("c-1")]);
});

it("opens from the spare, and says so, whichever byte of the header is damaged", async () => {
  const { dir, opens, recoveryKey } = await closedVault();
  const { length } = await readFile(path.join(dir, "VAULT"));
  for (let at = 0; at < length; at += 41) {
    await alter(dir, "VAULT", (bytes) => flipBit(bytes, at, at % 8));
    expect(await opens({ recoveryKey }), `byte ${at}`).toMatchObject({ state: "clean", replaced: ["VAULT"] });
    expect(await opens({ recoveryKey })).toEqual({ state: "clean", droppedBytes: 0, readOnly: false });
  }
});

it("calls both headers damaged what they are, and never a wrong passphrase", async () => {
  const { dir, opens } = await closedVault();
  const { length } = await readFile(path.join(dir, "VAULT"));
  for (let at = 0; at < length; at += 29) {
    const flip = async () => {
      for (const name of ["VAULT", "VAULT.prev"]) await alter(dir, name, (bytes) => flipBit(bytes, at, at % 8));
    };
    await flip();
    await expect(opens({ passphrase }), `byte ${at}`).rejects.toMatchObject({ code: "vault-damaged" });
    await flip();
  }
});

it("says that a vault is newer, or asks for a suite it lacks, rather than damaged", async () => {
  const { dir, opens } = await closedVault();
  await forge(dir, (header) => Object.assign(header, { format: 2, novelty: true }));
  await expect(opens({ passphrase })).rejects.toMatchObject({ code: "vault-newer" });
  await forge(dir, (header) => Object.assign(header, { format: 1, suite: 7 }));
  await expect(opens({ passphrase })).rejects.toMatchObject({ code: "vault-newer" });
});

it("refuses derivation parameters outside floor and ceiling before deriving", async () => {
  const { dir, opens } = await closedVault();
  const withN = (N: number) => (header: Record<string, unknown>) => {
    const [slot] = header["slots"] as { kdf: { N: number } }[];
    if (slot) slot.kdf.N = N;
  };
  for (const N of [2 ** 6, 2 ** 30]) {
    await forge(dir, withN(N));
    await expect(opens({ passphrase }), `${N}`).rejects.toMatchObject({ code: "vault-parameters" });
  }
  await forge(dir, withN(2 ** 10));
  await expect(unlockVault(dir, { passphrase }, { now: cheap.now })).rejects.toMatchObject({
    code: "vault-parameters",
  });
});

it("binds a slot to its vault, its kind and its parameters", async () => {
  const { dir, opens } = await closedVault();
  await forge(dir, (header) => Object.assign(header, { vaultId: "0".repeat(32) }));
  await expect(opens({ passphrase })).rejects.toMatchObject({ code: "wrong-passphrase" });
});

it("opens read-only a vault whose header was rewritten by someone without the key", async () => {
  const { dir, opens } = await closedVault();
  await forge(dir, (header) => Object.assign(header, { label: "another branch" }));
  expect(await opens({ passphrase })).toMatchObject({ state: "damaged", readOnly: true });
});

it("derives with at least the floor of OWASP outside tests, and opens again", async () => {
  const dir = path.join(await temporaryFolder(), "vault");
  const { vault } = await createVault(dir, { label: "real", passphrase }, { now: cheap.now });
  await vault.close();
  const header = JSON.parse(await readFile(path.join(dir, "VAULT"), "utf8")) as { slots: { kdf: { N?: number } }[] };
  expect(header.slots[0]?.kdf.N).toBeGreaterThanOrEqual(2 ** 17);
  await (await unlockVault(dir, { passphrase }, { now: cheap.now })).close();
});
