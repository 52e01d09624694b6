/** @file What opening makes of a vault that a crash or a bad disk left behind. */
import { readFile, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import type { Vault } from "../../../electron/vault/vault.ts";
import {
  alter,
  copyOf,
  filesOf,
  flipBit,
  idsIn,
  makeVault,
  newClient,
  readBook,
  rememberingWitness,
  unlock,
} from "./fixture.ts";

const headBytes = 104;

/** A vault with `count` saves as a kill leaves it (HEAD from before the saves) and as closing leaves it. */
async function savedVault(count = 5): Promise<{ killed: string; closed: string; ids: string[]; segment: string }> {
  const { dir, vault } = await makeVault();
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const op = newClient(`c-${n}`);
    await vault.append([op]);
    ids.push(op.id);
  }
  const killed = await copyOf(dir);
  await vault.close();
  const [segment = ""] = await filesOf(dir, "seg-");
  return { killed, closed: dir, ids, segment };
}

async function stateOf(vault: Vault): Promise<unknown> {
  const { state, readOnly } = vault.recovery;
  return { state, readOnly };
}

/** Offset and length of each frame of a segment. */
async function framesOf(dir: string, segment: string): Promise<{ start: number; end: number }[]> {
  const bytes = await readFile(path.join(dir, segment));
  const frames = [];
  for (let start = headBytes; start < bytes.length; ) {
    const end = start + 24 + bytes.readUInt32BE(start + 4) + 16;
    frames.push({ start, end });
    start = end;
  }
  return frames;
}

it("opens after a kill with everything that was acknowledged", async () => {
  const { killed, ids } = await savedVault();
  const vault = await unlock(killed);
  expect(vault.recovery).toEqual({ state: "clean", droppedBytes: 0, readOnly: false });
  expect(await idsIn(vault)).toEqual(ids);
});

it("drops a torn last write, says so once, and goes on", async () => {
  const { killed, ids, segment } = await savedVault();
  const last = (await framesOf(killed, segment)).at(-1) ?? { start: 0, end: 0 };
  await truncate(path.join(killed, segment), last.end - 7);
  const first = await unlock(killed);
  expect(first.recovery).toEqual({ state: "torn", droppedBytes: last.end - 7 - last.start, readOnly: false });
  const again = newClient("c-again");
  await first.append([again]);
  await first.close();
  const second = await unlock(killed);
  expect(await stateOf(second)).toEqual({ state: "clean", readOnly: false });
  expect(await idsIn(second)).toEqual([...ids.slice(0, -1), again.id]);
});

it("says so once even when nothing is saved before the next opening", async () => {
  const { killed, segment } = await savedVault();
  await alter(killed, segment, (bytes) => bytes.subarray(0, -1));
  await (await unlock(killed)).close();
  expect(await stateOf(await unlock(killed))).toEqual({ state: "clean", readOnly: false });
});

it("takes the rest of an interrupted group for torn, whatever part of it the disk kept", async () => {
  const { dir, vault } = await makeVault();
  await vault.append([newClient("c-0")]);
  await Promise.all(["a", "b", "c"].map((id) => vault.append([newClient(`c-${id}`)])));
  const [segment = ""] = await filesOf(dir, "seg-");
  const [, second] = await framesOf(dir, segment);
  const copy = await copyOf(dir);
  // The first frame of the group never reached the disk, the later ones did.
  await alter(copy, segment, (bytes) => bytes.fill(0, second?.start, second?.end));
  const opened = await unlock(copy);
  expect(await stateOf(opened)).toEqual({ state: "torn", readOnly: false });
  expect(await idsIn(opened)).toHaveLength(1);
});

it("opens read-only when an acknowledged frame in the middle is damaged, and still reads what is before and after", async () => {
  const { killed, closed, ids, segment } = await savedVault(6);
  for (const dir of [killed, closed]) {
    const [, , third] = await framesOf(dir, segment);
    await alter(dir, segment, (bytes) => flipBit(bytes, (third?.start ?? 0) + 30));
    const before = await readFile(path.join(dir, segment));
    const vault = await unlock(dir);
    expect(await stateOf(vault)).toEqual({ state: "damaged", readOnly: true });
    expect(await idsIn(vault)).toEqual(ids.filter((_, n) => n !== 2));
    expect((await readBook(vault)).rows.size).toBe(5);
    await expect(vault.append([newClient("c-9")])).rejects.toMatchObject({ code: "vault-read-only" });
    await expect(vault.snapshot()).rejects.toMatchObject({ code: "vault-read-only" });
    await vault.close();
    expect(await readFile(path.join(dir, segment))).toEqual(before);
  }
});

it("loses at most two frames to one damaged byte, wherever it is", async () => {
  const { killed, ids, segment } = await savedVault(6);
  const [, , third] = await framesOf(killed, segment);
  for (let at = third?.start ?? 0; at < (third?.end ?? 0); at += 11) {
    await alter(killed, segment, (bytes) => flipBit(bytes, at));
    const vault = await unlock(killed);
    const read = await idsIn(vault);
    expect(read.length, `byte ${at}`).toBeGreaterThanOrEqual(4);
    expect(read.slice(0, 2)).toEqual(ids.slice(0, 2));
    await vault.close();
    await alter(killed, segment, (bytes) => flipBit(bytes, at));
  }
});

it("notices that a closed vault's last save is missing, cut off or undone", async () => {
  const { closed, segment } = await savedVault();
  const file = path.join(closed, segment);
  const whole = await readFile(file);
  const last = (await framesOf(closed, segment)).at(-1) ?? { start: 0, end: 0 };
  const cases = [
    [last.start, "rolled-back"],
    [last.end - 3, "damaged"],
    [headBytes, "rolled-back"],
  ] as const;
  for (const [length, state] of cases) {
    await writeFile(file, whole.subarray(0, length));
    const vault = await unlock(closed);
    expect(await stateOf(vault), `${length}`).toEqual({ state, readOnly: true });
    await vault.close();
  }
  await rm(file);
  expect(await stateOf(await unlock(closed))).toEqual({ state: "rolled-back", readOnly: true });
});

it("notices that a segment is missing, another vault's, or put back as it was", async () => {
  const made = await makeVault();
  await made.vault.append([newClient("c-0")]);
  const yesterday = await copyOf(made.dir);
  await made.vault.append([newClient("c-1")]);
  await (await made.reopen()).append([newClient("c-2")]);
  await (await made.reopen()).append([newClient("c-3")]);
  await (await made.reopen()).close();
  const names = await filesOf(made.dir, "seg-");
  const stranger = await savedVault();
  const spoil: Record<string, (file: string) => Promise<void>> = {
    missing: (file) => rm(file),
    strange: async (file) => writeFile(file, await readFile(path.join(stranger.closed, stranger.segment))),
    headless: async (file) => writeFile(file, flipBit(await readFile(file), 50)),
    empty: (file) => truncate(file, 0),
  };
  for (const [what, how] of Object.entries(spoil)) {
    for (const [index, name] of names.entries()) {
      const copy = await copyOf(made.dir);
      await how(path.join(copy, name));
      const vault = await unlock(copy);
      expect(vault.recovery, `${what} ${index}`).toMatchObject({ readOnly: true });
      expect(vault.recovery.state, `${what} ${index}`).toMatch(/damaged|rolled-back/);
      expect((await idsIn(vault)).length, `${what} ${index}`).toBeGreaterThanOrEqual(2);
      await vault.close();
    }
  }
  const copy = await copyOf(made.dir);
  await writeFile(path.join(copy, names[0] ?? ""), await readFile(path.join(yesterday, names[0] ?? "")));
  expect(await stateOf(await unlock(copy))).toEqual({ state: "damaged", readOnly: true });
});

it("uses the other HEAD when one is damaged, says so, and renews it", async () => {
  const { closed, ids } = await savedVault();
  for (const name of ["HEAD.a", "HEAD.b"]) {
    await alter(closed, name, (bytes) => flipBit(bytes, 100));
    const vault = await unlock(closed);
    expect(vault.recovery).toEqual({ state: "clean", droppedBytes: 0, readOnly: false, replaced: ["HEAD"] });
    expect(await idsIn(vault)).toEqual(ids);
    await vault.close();
    expect((await unlock(await copyOf(closed))).recovery.replaced).toBeUndefined();
  }
});

it("takes the word of whoever saw a later log, also when the whole folder was put back", async () => {
  const { killed, closed } = await savedVault();
  const witness = rememberingWitness();
  const vault = await unlock(closed, { witness });
  await vault.append([newClient("c-later")]);
  await vault.close();
  expect(await stateOf(await unlock(await copyOf(closed), { witness }))).toEqual({ state: "clean", readOnly: false });
  expect(await stateOf(await unlock(await copyOf(killed), { witness }))).toEqual({
    state: "rolled-back",
    readOnly: true,
  });
  // Rolled back and written on, so that the numbers alone would fit.
  const forked = await unlock(killed);
  for (const id of ["c-x", "c-y"]) await forked.append([newClient(id)]);
  await forked.close();
  expect(await stateOf(await unlock(killed, { witness }))).toEqual({ state: "rolled-back", readOnly: true });
});
