import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWriter, type Writer } from "../../../electron/book/append.ts";
import { createVault, type Vault } from "../../../electron/vault/vault.ts";
import { createClock } from "../../../shared/log/hlc.ts";
import { type Operation, parseOperation } from "../../../shared/log/operation.ts";
import { ActorId, DeviceId } from "../../../shared/model/primitives.ts";

const device = DeviceId.parse("0123456789abcdef");
const actor = ActorId.parse("a1");
const nowMs = Date.UTC(2026, 10, 23);
const settings = { folder: "/media/usb", everyHours: 4, atLock: true };

let folder = "";
let vault: Vault;
let writer: Writer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suitbook-writer-"));
  const deps = { now: () => nowMs, kdfFloor: 1024 };
  ({ vault } = await createVault(path.join(folder, "v"), { label: "x", passphrase: "a long enough passphrase" }, deps));
  writer = createWriter({ vault, device, actor, clock: createClock(device, () => nowMs) });
});
afterAll(async () => {
  await vault.close();
  await rm(folder, { recursive: true, force: true });
});

async function operationsAfter(logSeq: number): Promise<Operation[]> {
  const found: Operation[] = [];
  for await (const { operations } of vault.operations(logSeq)) found.push(...operations);
  return found;
}

test("what the main process writes is signed by this device and person, and later than what came before", async () => {
  const before = vault.logSeq;
  await writer.set("syncSettings", "sync", settings);
  await writer.set("syncSettings", "sync", { everyHours: 8, folder: undefined });
  const [first, second] = await operationsAfter(before);
  expect(first).toMatchObject({
    device,
    actor,
    kind: "set",
    entity: "syncSettings",
    entityId: "sync",
    patch: settings,
  });
  expect(second).toMatchObject({ patch: { everyHours: 8 } });
  expect(JSON.stringify(second)).not.toContain("folder");
  expect((second?.at ?? "") > (first?.at ?? "")).toBe(true);
  expect(vault.rows("syncSettings").get("sync")).toMatchObject({ ...settings, everyHours: 8 });
});

test("a value that carries a stamp from the far future can still be overwritten", async () => {
  const farAhead = "01ffffffffff-0000-fedcba9876543210";
  const [operation] = [writer.operation("profile", "a1", { name: "旧", role: "advisor" })];
  await writer.append([parseOperation({ ...operation, at: farAhead, device: "fedcba9876543210" })]);
  await writer.set("profile", "a1", { name: "新" });
  expect(vault.rows("profile").get("a1")).toMatchObject({ name: "新", role: "advisor" });
});

test("null clears a field", async () => {
  await writer.set("profile", "a1", { branch: "浦东" });
  await writer.set("profile", "a1", { branch: null });
  expect(vault.rows("profile").get("a1")).not.toHaveProperty("branch");
});

test("evidence is recorded whole, and several records go in one append", async () => {
  const value = { sender: "p1", seq: 1, receivedAt: new Date(nowMs).toISOString(), imported: 3 };
  const { logSeq } = await writer.append([
    writer.operation("receipt", "r1", value),
    writer.operation("syncSettings", "sync", { atLock: false }),
  ]);
  expect(await operationsAfter(logSeq - 1)).toMatchObject([
    { kind: "record", entity: "receipt", value },
    { kind: "set", entity: "syncSettings" },
  ]);
  await writer.record("receipt", "r2", { ...value, seq: 2 });
  expect(vault.rows("receipt").get("r2")).toMatchObject({ id: "r2", seq: 2 });
});

test("what does not fit its schema or its law is refused before anything is written", async () => {
  const before = vault.logSeq;
  const attempts = [
    () => writer.set("syncSettings", "sync", { everyHours: 1000 }),
    () => writer.set("syncSettings", "sync", { colour: "red" }),
    () => writer.record("syncSettings", "sync", settings),
    () => writer.set("receipt", "r3", { seq: 1 }),
    () => writer.record("receipt", "r3", { seq: 1 }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "bad-operation" });
  expect(vault.logSeq).toBe(before);
});
