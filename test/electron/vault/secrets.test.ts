/** @file The ways into a vault besides its passphrase: made, tested, replaced, taken away, and tampered with. */
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import canonicalize from "canonicalize";
import { expect, it } from "vitest";
import { createAgeIdentity, recipientOf } from "../../../electron/crypto/age.ts";
import { sha256 } from "../../../electron/crypto/hash.ts";
import { randomBytes } from "../../../electron/crypto/random.ts";
import { eraseVault } from "../../../electron/vault/erase.ts";
import {
  changePassphrase,
  readKeyState,
  removeEscrow,
  renewRecoveryKey,
  setEscrow,
  setQuickKey,
  testRecoveryKey,
} from "../../../electron/vault/secrets.ts";
import type { Secret } from "../../../electron/vault/slots.ts";
import { createVault, unlockVault } from "../../../electron/vault/vault.ts";
import { cheap, idsIn, makeVault, newClient, passphrase, temporaryFolder } from "./fixture.ts";

const another = "a sentence of five words";

async function closedVault() {
  const { dir, vault, recoveryKey } = await makeVault();
  const saved = newClient("c-1");
  await vault.append([saved]);
  await vault.close();
  const opens = async (secret: Secret) => {
    const open = await unlockVault(dir, secret, cheap);
    try {
      expect(await idsIn(open)).toEqual([saved.id]);
      return open.recovery.state;
    } finally {
      await open.close();
    }
  };
  return { dir, recoveryKey, opens };
}

async function branch() {
  const identity = await createAgeIdentity();
  const recipient = await recipientOf(identity);
  return { identity, recipient, file: `# created: 2026-11-22\n# public key: ${recipient}\n${identity}\n` };
}

async function everyByte(dir: string): Promise<string> {
  const names = (await readdir(dir)).sort();
  return sha256(...(await Promise.all(names.map((name) => readFile(path.join(dir, name)))))).toString("hex");
}

it("tests the recovery key: right or wrong, and not one byte changes", async () => {
  const { dir, recoveryKey } = await closedVault();
  const before = await everyByte(dir);
  await testRecoveryKey(dir, recoveryKey.toLowerCase().replaceAll("-", " "), cheap);
  const other = await makeVault();
  await expect(testRecoveryKey(dir, other.recoveryKey, cheap)).rejects.toMatchObject({ code: "wrong-recovery-key" });
  expect(await everyByte(dir)).toBe(before);
});

it("counts a recovery key as unconfirmed until it was typed back, also over a restart", async () => {
  const dir = path.join(await temporaryFolder(), "vault");
  const { vault, recoveryKey } = await createVault(dir, { label: "x", passphrase, mustConfirm: true }, cheap);
  await vault.close();
  expect((await readKeyState(dir)).recovery).toBe("unconfirmed");
  const reopened = await unlockVault(dir, { passphrase }, cheap);
  await testRecoveryKey(dir, recoveryKey, cheap);
  await reopened.close();
  expect((await readKeyState(dir)).recovery).toBe("confirmed");
  const again = await unlockVault(dir, { recoveryKey }, cheap);
  expect(again.recovery.state).toBe("clean");
  await again.close();
});

it("replaces the recovery key: the old one opens nothing, the new one wants confirming", async () => {
  const { dir, opens, recoveryKey } = await closedVault();
  await expect(renewRecoveryKey(dir, another, cheap)).rejects.toMatchObject({ code: "wrong-passphrase" });
  await opens({ recoveryKey });
  const renewed = await renewRecoveryKey(dir, passphrase, cheap);
  expect((await readKeyState(dir)).recovery).toBe("unconfirmed");
  await expect(opens({ recoveryKey })).rejects.toMatchObject({ code: "wrong-recovery-key" });
  expect(await opens({ recoveryKey: renewed })).toBe("clean");
  expect(await opens({ passphrase })).toBe("clean");
});

it("opens with the branch's key file while the escrow stands, and with no other key", async () => {
  const { dir, opens, recoveryKey } = await closedVault();
  const ours = await branch();
  const theirs = await branch();
  await expect(opens({ escrowIdentity: ours.file })).rejects.toMatchObject({ code: "wrong-escrow-key" });
  await setEscrow(dir, passphrase, { recipient: ours.recipient, name: "浦东支行" }, cheap);
  expect((await readKeyState(dir)).escrow).toEqual({
    recipient: ours.recipient,
    name: "浦东支行",
    addedAt: "2026-11-22T08:00:00.000Z",
  });
  expect(await opens({ escrowIdentity: ours.file })).toBe("clean");
  for (const text of [theirs.file, ours.recipient, "", `${ours.identity}x`]) {
    await expect(opens({ escrowIdentity: text })).rejects.toMatchObject({ code: "wrong-escrow-key" });
  }
  await changePassphrase(dir, { escrowIdentity: ours.identity }, another, cheap);
  await expect(opens({ passphrase })).rejects.toMatchObject({ code: "wrong-passphrase" });
  expect(await opens({ passphrase: another })).toBe("clean");
  expect(await opens({ recoveryKey })).toBe("clean");
  await setEscrow(dir, another, { recipient: theirs.recipient }, cheap);
  await expect(opens({ escrowIdentity: ours.file })).rejects.toMatchObject({ code: "wrong-escrow-key" });
  await removeEscrow(dir, another, cheap);
  await expect(opens({ escrowIdentity: theirs.file })).rejects.toMatchObject({ code: "wrong-escrow-key" });
  expect((await readKeyState(dir)).escrow).toBeUndefined();
});

it("takes nothing but an X25519 recipient for escrow", async () => {
  const { dir } = await closedVault();
  const { recipient, identity } = await branch();
  for (const bad of [
    "",
    identity,
    recipient.slice(0, -1),
    `${recipient.slice(0, -1)}q`,
    "ssh-ed25519 AAAA",
    "age1pq1x",
  ]) {
    await expect(setEscrow(dir, passphrase, { recipient: bad }, cheap)).rejects.toMatchObject({
      code: "escrow-recipient",
    });
  }
});

it("notices a swapped recipient: the branch's key opens nothing, and the vault opens read-only", async () => {
  const { dir, opens } = await closedVault();
  const ours = await branch();
  const theirs = await branch();
  await setEscrow(dir, passphrase, { recipient: ours.recipient }, cheap);
  const raw = await readFile(path.join(dir, "VAULT"), "utf8");
  const { sum: _, ...header } = JSON.parse(raw.replaceAll(ours.recipient, theirs.recipient)) as Record<string, unknown>;
  const sum = sha256(canonicalize(header) ?? "").toString("hex");
  for (const name of ["VAULT", "VAULT.prev"]) {
    await writeFile(path.join(dir, name), `${canonicalize({ ...header, sum })}\n`);
  }
  for (const { file } of [ours, theirs]) {
    await expect(opens({ escrowIdentity: file })).rejects.toMatchObject({ code: "wrong-escrow-key" });
  }
  expect(await opens({ passphrase })).toBe("damaged");
  // Nor is it signed anew by whoever changes something next.
  await expect(changePassphrase(dir, { passphrase }, another, cheap)).rejects.toMatchObject({ code: "vault-damaged" });
});

it("opens with the key of the system's store while that is set, and never with another", async () => {
  const { dir, opens } = await closedVault();
  const quickKey = randomBytes(32);
  await setQuickKey(dir, passphrase, quickKey, cheap);
  expect(await opens({ quickKey })).toBe("clean");
  expect(await opens({ passphrase })).toBe("clean");
  await expect(opens({ quickKey: randomBytes(32) })).rejects.toMatchObject({ code: "quick-unlock-failed" });
  await setQuickKey(dir, passphrase, undefined, cheap);
  await expect(opens({ quickKey })).rejects.toMatchObject({ code: "quick-unlock-failed" });
});

it("keeps every change when several are made at once", async () => {
  const { dir, opens } = await closedVault();
  const ours = await branch();
  const quickKey = randomBytes(32);
  const [recoveryKey] = await Promise.all([
    renewRecoveryKey(dir, passphrase, cheap),
    setEscrow(dir, passphrase, { recipient: ours.recipient }, cheap),
    setQuickKey(dir, passphrase, quickKey, cheap),
  ]);
  for (const secret of [{ recoveryKey }, { escrowIdentity: ours.identity }, { quickKey }]) {
    expect(await opens(secret)).toBe("clean");
  }
});

it("erases: overwrites the slots before anything goes, then leaves nothing", async () => {
  const { dir, recoveryKey } = await closedVault();
  const header = await readFile(path.join(dir, "VAULT"));
  const deps = { ...cheap, beforeErasing: async () => undefined };
  await expect(eraseVault(dir, { passphrase: another }, deps)).rejects.toMatchObject({ code: "wrong-passphrase" });
  expect((await readFile(path.join(dir, "VAULT"))).equals(header)).toBe(true);
  const overwritten: string[] = [];
  const disk = {
    ...cheap.disk,
    async remove(file: string) {
      // Whatever a name still points at when it goes: noise.
      const left = await readFile(file).catch(() => Buffer.alloc(0));
      if (left.length === header.length && !left.includes("slots")) overwritten.push(path.basename(file));
      return cheap.disk.remove(file);
    },
  };
  await eraseVault(dir, { recoveryKey }, { ...deps, disk });
  expect(overwritten.sort()).toEqual(["VAULT", "VAULT.prev"]);
  expect(existsSync(dir)).toBe(false);
  expect(await readdir(path.dirname(dir))).toEqual([]);
});

it("does not erase what another program has open", async () => {
  const { dir, vault } = await makeVault();
  const deps = { ...cheap, beforeErasing: async () => undefined };
  await expect(eraseVault(dir, { passphrase }, deps)).rejects.toMatchObject({ code: "vault-in-use" });
  await vault.append([newClient("c-1")]);
});
