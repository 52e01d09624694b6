/** @file What an open vault promises those who work with it. */
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import type { Operation } from "../../../shared/log/operation.ts";
import { operationAt } from "../../faults/operations.ts";
import {
  copyOf,
  filesOf,
  idsIn,
  makeVault,
  newClient,
  newContact,
  readBook,
  setClient,
  setProfile,
  unlock,
} from "./fixture.ts";

it("gives back every transaction, whole and in order, before and after closing", async () => {
  const { vault, reopen } = await makeVault();
  const saves = [
    [newClient("c-1"), newContact("k-1", "c-1")],
    [newClient("c-2")],
    [setClient("c-1", { phone: "13800000000" })],
  ];
  const seqs = [];
  for (const save of saves) seqs.push((await vault.append(save)).logSeq);
  expect(seqs).toEqual([1, 2, 3]);
  for (const opening of [async () => vault, reopen]) {
    const open = await opening();
    const read = [];
    for await (const { logSeq, operations } of open.operations(0)) read.push([logSeq, operations]);
    expect(read).toEqual(saves.map((save, index) => [index + 1, save]));
    expect(await idsIn(open, 1)).toEqual(saves.slice(1).flatMap((save) => save.map(({ id }) => id)));
    expect(await idsIn(open, 3)).toEqual([]);
    expect(open.logSeq).toBe(3);
  }
});

it("numbers saves made at the same moment in the order they were made", async () => {
  const { vault, reopen } = await makeVault();
  const saves = Array.from({ length: 40 }, (_, n) => newClient(`c-${n}`));
  const results = await Promise.all(saves.map((op) => vault.append([op])));
  expect(results.map(({ logSeq }) => logSeq)).toEqual(saves.map((_, n) => n + 1));
  expect(await idsIn(await reopen())).toEqual(saves.map(({ id }) => id));
});

it("goes on in a new segment under a new key after every opening", async () => {
  const made = await makeVault();
  await made.vault.append([newClient("c-1")]);
  for (const id of ["c-2", "c-3"]) await (await made.reopen()).append([newClient(id)]);
  const names = await filesOf(made.dir, "seg-");
  const salts = await Promise.all(
    names.map(async (name) => (await readFile(path.join(made.dir, name))).toString("hex", 40, 72)),
  );
  expect(names).toHaveLength(3);
  expect(new Set(salts).size).toBe(3);
  expect(await idsIn(await made.reopen())).toHaveLength(3);
});

it("leaves no segment behind when nothing was written", async () => {
  const made = await makeVault();
  await made.reopen();
  await made.reopen();
  expect(await filesOf(made.dir, "seg-")).toEqual([]);
});

it("begins a new segment when one is full, and reads across them", async () => {
  const { dir, vault, reopen } = await makeVault({ segmentBytes: 2_000 });
  const ids = [];
  for (let n = 0; n < 30; n++) {
    const op = newClient(`c-${n}`);
    ids.push(op.id);
    await vault.append([op]);
  }
  expect((await filesOf(dir, "seg-")).length).toBeGreaterThan(3);
  expect(await idsIn(vault, 11)).toEqual(ids.slice(11));
  expect(await idsIn(await reopen())).toEqual(ids);
});

it("never writes anything readable", async () => {
  const { dir, vault } = await makeVault();
  await vault.append([newClient("canary-id", "CanaryName"), newContact("canary-contact", "canary-id")]);
  await vault.snapshot();
  await vault.close();
  for (const name of await readdir(dir)) {
    const text = (await readFile(path.join(dir, name))).toString("latin1");
    expect(/canary|"client"|operations/i.test(text), name).toBe(false);
  }
});

it("keeps resident rows current, from the first append on and after opening again, and forgets them when closed", async () => {
  const { vault, reopen } = await makeVault();
  await vault.append([setProfile("a-1", "王芳")]);
  await vault.append([setProfile("a-1", "王芳芳"), setProfile("a-2", "李雷")]);
  for (const opening of [async () => vault, reopen]) {
    const open = await opening();
    expect([...open.rows("profile").values()].map((row) => row["name"])).toEqual(["王芳芳", "李雷"]);
  }
  expect(() => vault.rows("client")).toThrow("not resident");
  expect(vault.rows("profile").size).toBe(0);
});

it("tells listeners of each append after it is saved, until they stop listening, and outlives their failures", async () => {
  const { vault } = await makeVault();
  const heard: number[] = [];
  vault.onAppend(() => {
    throw new Error("a listener's own trouble");
  });
  const stop = vault.onAppend((logSeq) => heard.push(logSeq));
  await vault.append([newClient("c-1")]);
  stop();
  await vault.append([newClient("c-2")]);
  expect(heard).toEqual([1]);
});

it("refuses an empty transaction, and everything once it is closed", async () => {
  const { vault } = await makeVault();
  await expect(vault.append([])).rejects.toMatchObject({ code: "bad-operation" });
  const last = vault.append([newClient("c-1")]);
  const closing = vault.close();
  await expect(last).resolves.toEqual({ logSeq: 1 });
  await expect(vault.append([newClient("c-2")])).rejects.toMatchObject({ code: "locked" });
  await closing;
  await expect(vault.append([newClient("c-2")])).rejects.toMatchObject({ code: "locked" });
  await expect(idsIn(vault)).rejects.toMatchObject({ code: "locked" });
});

it("breaks off whoever is still reading when it is closed", async () => {
  const { vault } = await makeVault();
  for (let n = 0; n < 3; n++) await vault.append(Array.from({ length: 600 }, (_, m) => newClient(`c-${n}-${m}`)));
  await vault.snapshot();
  const readings = [vault.book(), vault.bookLines(), vault.operations(0)];
  const iterators = readings.map((reading) => reading[Symbol.asyncIterator]());
  for (const iterator of iterators) await iterator.next();
  await vault.close();
  for (const iterator of iterators) {
    const rest = async () => {
      while ((await iterator.next()).done !== true);
    };
    await expect(rest()).rejects.toMatchObject({ code: "locked" });
  }
});

it("is in use while open, and free again once closed", async () => {
  const { dir, vault } = await makeVault();
  await expect(unlock(dir)).rejects.toMatchObject({ code: "vault-in-use" });
  await vault.close();
  await unlock(dir);
});

it("counts what it holds", async () => {
  const { vault, reopen } = await makeVault();
  await vault.append([
    newClient("c-1"),
    newContact("k-1", "c-1"),
    newContact("k-2", "c-1", "2020-01-01T00:00:00.000Z"),
  ]);
  await vault.append([newClient("c-2"), setClient("c-1", { phone: "13800000000" })]);
  const expected = { clients: 2, contacts: 2, assessments: 0, attachments: 0, operations: 5 };
  expect(await vault.stats()).toEqual(expected);
  await vault.snapshot();
  expect(await vault.stats()).toEqual(expected);
  expect(await (await reopen()).stats()).toEqual(expected);
});

it("refuses to guess at operations of a newer version", async () => {
  const { dir, vault } = await makeVault();
  const fromTheFuture = { ...newClient("c-1"), patch: { telepathy: true } } as Operation;
  await vault.append([fromTheFuture]);
  await vault.close();
  await expect(unlock(dir)).rejects.toMatchObject({ code: "vault-newer" });
  await rm(path.join(await copyOf(dir), "LOCK"), { force: true });
});

it("never sends a secret entity to the screens", async () => {
  const { vault } = await makeVault();
  const value = { actor: "a-1", signingKey: `${"A".repeat(43)}=`, ageIdentity: "AGE-SECRET-KEY-1CANARY" };
  await vault.append([
    operationAt(900_001, { kind: "record", entity: "identity", entityId: "0011223344556677", value }),
    setProfile("a-1", "王芳"),
  ]);
  expect(vault.rows("identity").size).toBe(1);
  await vault.snapshot();
  const { kinds } = await readBook(vault);
  expect(kinds).toEqual(["begin", "profile", "end"]);
  for await (const line of vault.bookLines()) expect(Buffer.from(line).toString()).not.toContain("CANARY");
});
