import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDemo } from "../../../electron/book/demo.ts";
import { createVault } from "../../../electron/vault/vault.ts";
import { type ChannelName, channelNames } from "../../../shared/bridge/channels.ts";
import { contract } from "../../../shared/bridge/contract.ts";
import {
  clearDesks,
  type Desk,
  kdfFloor,
  linesOf,
  newRoot,
  openDesk,
  openNewVault,
  operationsOf,
  passphrase,
  profile,
  startMs,
  type VaultOfDesk,
} from "./desk.ts";

afterAll(clearDesks);

const canary = "王小明-Canary";

/** Files below the root that hold a text readably. */
async function filesHolding(root: string, text: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hits = await Promise.all(files.map(async (file) => (await readFile(file)).includes(Buffer.from(text))));
  return files.filter((_file, index) => hits[index]);
}

describe("before there is a vault", () => {
  test("the app says what it is, in simplified Chinese, and writes nothing", async () => {
    const desk = openDesk(await newRoot());
    expect(await desk.call("appInfo", null)).toEqual({
      version: "0.0.0",
      shell: "loopback",
      preferences: { language: "zh-CN", colorScheme: "auto" },
      vaults: [],
    });
    await expect(readdir(desk.root)).rejects.toThrow("ENOENT");
  });

  test("language and colours are kept for the next start, without any vault", async () => {
    const desk = openDesk(await newRoot());
    await desk.call("setPreferences", { language: "en", colorScheme: "dark" });
    const next = openDesk(desk.root);
    expect((await next.call("appInfo", null)).preferences).toEqual({ language: "en", colorScheme: "dark" });
    expect((await next.call("appInfo", null)).vaults).toEqual([]);
  });

  test("a vault that is not there cannot be opened, and an id never becomes a path", async () => {
    const desk = openDesk(await newRoot());
    await mkdir(path.join(desk.root, "not-a-vault-id"), { recursive: true });
    await expect(desk.call("unlockVault", { vault: "0123456789abcdef", passphrase })).rejects.toMatchObject({
      code: "vault-missing",
    });
    for (const vault of ["../x", "..", ".quarantine", "/etc", "A".repeat(16), ""]) {
      await expect(desk.call("unlockVault", { vault, passphrase })).rejects.toMatchObject({ code: "bad-request" });
    }
  });

  test("a weak passphrase makes no vault", async () => {
    const desk = openDesk(await newRoot());
    const input = { label: "x", passphrase: "short", profile };
    await expect(desk.call("createVault", input)).rejects.toMatchObject({ code: "weak-passphrase" });
    expect((await desk.call("appInfo", null)).vaults).toEqual([]);
  });
});

describe("a new vault", () => {
  let desk: Desk & VaultOfDesk;
  beforeAll(async () => {
    desk = await openNewVault();
  });

  test("is open at once, for the person who made it, on this device", async () => {
    expect(desk.session).toMatchObject({
      vault: { label: "浦东", isDemo: false, createdAt: new Date(startMs).toISOString() },
      profile,
      device: expect.stringMatching(/^[0-9a-f]{16}$/),
      recovery: { state: "clean", droppedBytes: 0, readOnly: false },
    });
    expect((await desk.call("appInfo", null)).session).toEqual(desk.session);
  });

  test("lies in a folder named by chance, which says nothing about whose it is", async () => {
    const [summary] = (await desk.call("appInfo", null)).vaults;
    expect(summary?.id).toMatch(/^[0-9a-f]{16}$/);
    expect(summary?.place).toBe(path.join(desk.root, summary?.id ?? ""));
  });

  test("tells the screens who writes, and never a secret key", async () => {
    const book = await linesOf(await desk.stream("/stream/book"));
    const log = await linesOf(await desk.stream("/stream/log?after=0"));
    expect(JSON.stringify(book)).toContain(profile.name);
    expect(JSON.stringify(log)).toContain(profile.name);
    for (const sent of [book, log]) {
      expect(JSON.stringify(sent)).not.toMatch(/AGE-SECRET-KEY|signingKey|ageIdentity/);
    }
    expect(log.at(-1)).toMatchObject({ kind: "end", logSeq: 1 });
  });

  test("keeps a client that a screen saves, and says that the log grew", async () => {
    desk.emitted.length = 0;
    const { logSeq } = await desk.call("appendOperations", [
      desk.write("c1", { kind: "individual", name: ` ${canary} `, phone: "138 0013 8000" }),
    ]);
    expect(desk.emitted).toEqual([["logChanged", { logSeq }]]);
    const log = await linesOf(await desk.stream(`/stream/log?after=${logSeq - 1}`));
    expect(log).toMatchObject([
      { kind: "operations", logSeq, operations: [{ entityId: "c1", patch: { name: canary, phone: "13800138000" } }] },
      { kind: "end", logSeq },
    ]);
    const rows = (await linesOf(await desk.stream("/stream/book"))).filter(({ entity }) => entity === "client");
    expect(rows).toMatchObject([{ rows: [{ id: "c1", name: canary }] }]);
  });

  test("shows nothing of a client on the disk, and nothing of the passphrase or the recovery key", async () => {
    expect(await filesHolding(desk.root, canary)).toEqual([]);
    expect(await filesHolding(desk.root, profile.name)).toEqual([]);
    expect(await filesHolding(desk.root, passphrase)).toEqual([]);
    expect(await filesHolding(desk.root, desk.recoveryKey)).toEqual([]);
    // The label alone is readable, as the form says.
    expect((await filesHolding(desk.root, "浦东")).length).toBeGreaterThan(0);
  });

  test("knows its passphrase from another one", async () => {
    expect(await desk.call("verifyPassphrase", { passphrase })).toBeNull();
    await expect(desk.call("verifyPassphrase", { passphrase: `${passphrase}x` })).rejects.toMatchObject({
      code: "wrong-passphrase",
    });
  });

  test("is the only one open: another is refused until it is locked", async () => {
    const input = { label: "another", passphrase, profile };
    await expect(desk.call("createVault", input)).rejects.toMatchObject({ code: "vault-in-use" });
    await expect(desk.call("unlockVault", { vault: desk.session.vault.id, passphrase })).rejects.toMatchObject({
      code: "vault-in-use",
    });
    expect((await desk.call("appInfo", null)).vaults).toHaveLength(1);
  });
});

/** A well-formed identity, as only the main process may write one. */
function secretKey(write: VaultOfDesk["write"]): unknown {
  const { patch: _, client: __, ...rest } = write("0123456789abcdef", {}) as Record<string, unknown>;
  const value = { actor: "a1", signingKey: `${"A".repeat(43)}=`, ageIdentity: "AGE-SECRET-KEY-1X" };
  return { ...rest, kind: "record", entity: "identity", value };
}

describe("what a screen may not save", () => {
  let desk: Desk & VaultOfDesk;
  beforeAll(async () => {
    desk = await openNewVault();
  });
  const patch = { kind: "individual", name: "李" } as const;
  const refusals: readonly (readonly [string, (write: VaultOfDesk["write"]) => unknown])[] = [
    ["a record only the main process writes", (write) => write("p1", { name: "x" }, { entity: "profile" })],
    ["a peer", (write) => write("p1", { isBranch: true }, { entity: "peer" })],
    ["a secret key", (write) => secretKey(write)],
    ["in another device's name", (write) => write("c1", patch, { device: "0123456789abcdef" })],
    ["in another person's name", (write) => write("c1", patch, { actor: "somebody" })],
    ["under another device's stamp", (write) => write("c1", patch, { at: "019000000000-0000-0123456789abcdef" })],
    ["a field the client does not have", (write) => write("c1", { ...patch, colour: "red" })],
    ["a value its field does not take", (write) => write("c1", { ...patch, phone: "not a phone" })],
    ["evidence written as if it could change", (write) => write("a1", {}, { entity: "assessment" })],
  ];
  test.each(refusals)("%s", async (_what, make) => {
    const before = await linesOf(await desk.stream("/stream/log?after=0"));
    const good = desk.write("c2", patch);
    const operations = [good, make(desk.write)] as never;
    await expect(desk.call("appendOperations", operations)).rejects.toMatchObject({ code: "bad-operation" });
    expect(await linesOf(await desk.stream("/stream/log?after=0")), "all or nothing").toEqual(before);
  });

  test("nothing at all, or more than one action can be", async () => {
    await expect(desk.call("appendOperations", [])).rejects.toMatchObject({ code: "bad-request" });
    const many = Array.from({ length: 10_001 }, () => desk.write("c1", patch));
    await expect(desk.call("appendOperations", many)).rejects.toMatchObject({ code: "bad-request" });
  });
});

describe("a locked vault", () => {
  let desk: Desk & VaultOfDesk;
  beforeAll(async () => {
    desk = await openNewVault();
    await desk.call("appendOperations", [desk.write("c1", { kind: "individual", name: canary })]);
    desk.emitted.length = 0;
    await desk.call("lockVault", null);
  });

  test("says so to the screens, once", () => {
    expect(desk.emitted).toEqual([["locked", { reason: "user" }]]);
  });

  /** Every channel that needs an open vault, with an input its schema takes. */
  const inputs: Partial<Record<ChannelName, unknown>> = {
    verifyPassphrase: { passphrase },
    beginMeeting: null,
    keyState: null,
    renewRecoveryKey: { passphrase },
    testRecoveryKey: { recoveryKey: "x" },
    setEscrow: { passphrase, recipient: "x" },
    removeEscrow: { passphrase },
    setQuickUnlock: { passphrase, isOn: true },
    rotateDataKey: { passphrase },
    identityCard: null,
    readCard: { card: "x" },
    pairPeer: { card: "x", fingerprint: "x", asBranch: true },
    removePeer: { peer: "p" },
    syncState: null,
    saveSyncSettings: { folder: "", everyHours: 0, atLock: false },
    chooseSyncFolder: null,
    exportPackage: null,
    importPackage: { previewId: "x" },
    discardPackage: { previewId: "x" },
    cancelJob: { job: "export" },
    addReference: { client: "c1", name: "x", reference: "x", heldBy: "x", sha256: "0".repeat(64) },
    beginRecording: { client: "c1", name: "x", consentAt: "2026-11-23T01:00:00.000Z" },
    finishRecording: { id: "x", durationMs: 0 },
    interruptedRecordings: null,
    keepRecording: { id: "x" },
    dropRecording: { id: "x" },
    exportAttachment: { id: "x", reason: "x" },
    makeDocument: {
      client: "x",
      name: "x",
      document: {
        origin: { document: "result-notice", record: "x", texts: { id: "x", version: "x" }, language: "zh-CN" },
        title: "x",
        institution: "",
        version: "",
        clientNo: "",
        page: "{page}/{pages}",
        evidence: "x",
        sections: [],
      },
    },
    makeProof: {
      client: "x",
      contents: { profile: true, contacts: false, files: true },
      reason: "x",
      language: "zh-CN",
    },
    readPackFile: { text: "{}" },
    installPack: { text: "{}" },
    storageState: null,
    checkVault: null,
    saveBackupSettings: { folder: "", everyHours: 0, atLock: false },
    runBackup: null,
    testBackup: { at: "2026-11-22T08:00:00.000Z" },
    salvageVault: { passphrase },
  };
  const whileLocked = [
    "appInfo",
    "noteActivity",
    "draftsKept",
    "setPreferences",
    "createVault",
    "unlockVault",
    "recoverVault",
    "recoverFromEscrow",
    "quickUnlock",
    "eraseVault",
    "changePassphrase",
    "lockVault",
    "chooseBackupFolder",
    "listBackups",
    "previewRestore",
    "restoreBackup",
  ];

  test("answers every channel that needs it with locked, and there is no channel we forgot", async () => {
    const answered: string[] = [];
    for (const [name, input] of Object.entries(inputs) as [ChannelName, unknown][]) {
      expect(contract[name].input.safeParse(input).success, name).toBe(true);
      await expect(desk.call(name, input as never), name).rejects.toMatchObject({ code: "locked" });
      answered.push(name);
    }
    const operation = desk.write("c9", { kind: "individual", name: "x" });
    await expect(desk.call("appendOperations", [operation])).rejects.toMatchObject({ code: "locked" });
    expect([...answered, ...whileLocked, "appendOperations"].sort()).toEqual([...channelNames].sort());
  });

  test("gives no stream: 401 and why", async () => {
    for (const [target, init] of [
      ["/stream/book", {}],
      ["/stream/log?after=0", {}],
      ["/stream/package", { method: "POST", body: "x" }],
    ] as const) {
      const response = await desk.stream(target, init);
      expect([response.status, await response.json()]).toEqual([401, { ok: false, code: "locked", params: {} }]);
    }
  });

  test("can be locked again: locking never fails", async () => {
    expect(await desk.call("lockVault", null)).toBeNull();
  });

  test("is listed with its label, and with no session", async () => {
    const { vaults, session } = await desk.call("appInfo", null);
    expect(vaults).toMatchObject([{ id: desk.session.vault.id, label: "浦东" }]);
    expect(session).toBeUndefined();
  });

  test("stays shut for a wrong passphrase, and opens for the right one with everything in it", async () => {
    const vault = desk.session.vault.id;
    await expect(desk.call("unlockVault", { vault, passphrase: "not the passphrase" })).rejects.toMatchObject({
      code: "wrong-passphrase",
      params: { failures: 1 },
    });
    const session = await desk.call("unlockVault", { vault, passphrase });
    expect(session.profile).toEqual(desk.session.profile);
    expect(session.device).toBe(desk.session.device);
    expect(JSON.stringify(await linesOf(await desk.stream("/stream/book")))).toContain(canary);
    // Stamps go on where they were, also for what the main process writes.
    await desk.call("saveSyncSettings", { folder: "", everyHours: 4, atLock: false });
    await desk.call("lockVault", null);
  });
});

describe("keys", () => {
  test("the recovery key opens a vault whose passphrase is lost, and sets a new one", async () => {
    const desk = await openNewVault();
    const vault = desk.session.vault.id;
    const newPassphrase = "another long passphrase";
    await desk.call("lockVault", null);
    const wrong = { vault, recoveryKey: "0".repeat(52), newPassphrase };
    await expect(desk.call("recoverVault", wrong)).rejects.toMatchObject({ code: "wrong-recovery-key" });
    const { recoveryKey } = desk;
    await expect(desk.call("recoverVault", { vault, recoveryKey, newPassphrase: "weak" })).rejects.toMatchObject({
      code: "weak-passphrase",
    });
    expect((await desk.call("recoverVault", { vault, recoveryKey, newPassphrase })).profile).toEqual(
      desk.session.profile,
    );
    await desk.call("lockVault", null);
    await expect(desk.call("unlockVault", { vault, passphrase })).rejects.toMatchObject({ code: "wrong-passphrase" });
    await desk.call("unlockVault", { vault, passphrase: newPassphrase });
  });

  test("a changed passphrase replaces the old one, from the lock screen", async () => {
    const desk = await openNewVault();
    const vault = desk.session.vault.id;
    const newPassphrase = "another long passphrase";
    await desk.call("lockVault", null);
    await expect(
      desk.call("changePassphrase", { vault, passphrase: "not the passphrase", newPassphrase }),
    ).rejects.toMatchObject({ code: "wrong-passphrase" });
    await desk.call("changePassphrase", { vault, passphrase, newPassphrase });
    await expect(desk.call("unlockVault", { vault, passphrase })).rejects.toMatchObject({ code: "wrong-passphrase" });
    await desk.call("unlockVault", { vault, passphrase: newPassphrase });
  });

  test("recovering is refused while a vault is open, and changes no passphrase then", async () => {
    const desk = await openNewVault();
    const vault = desk.session.vault.id;
    const input = { vault, recoveryKey: desk.recoveryKey, newPassphrase: "another long passphrase" };
    await expect(desk.call("recoverVault", input)).rejects.toMatchObject({ code: "vault-in-use" });
    expect(await desk.call("verifyPassphrase", { passphrase })).toBeNull();
  });
});

describe("two programs on one folder", () => {
  test("the second may look at the list, and may not open what the first has open", async () => {
    const first = await openNewVault();
    const second = openDesk(first.root);
    const vault = first.session.vault.id;
    expect((await second.call("appInfo", null)).vaults).toHaveLength(1);
    await expect(second.call("unlockVault", { vault, passphrase })).rejects.toMatchObject({ code: "vault-in-use" });
    await first.call("lockVault", null);
    expect((await second.call("unlockVault", { vault, passphrase })).device).toBe(first.session.device);
  });
});

describe("what went wrong before", () => {
  test("a vault whose creation was cut short opens, under its label", async () => {
    const desk = openDesk(await newRoot());
    const vault = "00112233aabbccdd";
    const made = await createVault(
      path.join(desk.root, vault),
      { label: "未完成", passphrase },
      { now: () => startMs, kdfFloor },
    );
    await made.vault.close();
    const session = await desk.call("unlockVault", { vault, passphrase });
    expect(session.profile).toMatchObject({ name: "未完成", role: "advisor" });
    await desk.call("appendOperations", [operationsOf(session)("c1", { kind: "individual", name: "x" })]);
  });

  test("a vault with a damaged header is still listed, and opening it says that it is damaged", async () => {
    const desk = openDesk(await newRoot());
    const vault = "00112233aabbccdd";
    await mkdir(path.join(desk.root, vault), { recursive: true });
    await writeFile(path.join(desk.root, vault, "VAULT"), "{ not a header");
    const { vaults } = await desk.call("appInfo", null);
    expect(vaults).toMatchObject([{ id: vault, label: vault, isDemo: false }]);
    await expect(desk.call("unlockVault", { vault, passphrase })).rejects.toMatchObject({ code: "vault-damaged" });
  });
});

test("a damaged vault opens to be read, says so, and takes nothing more", async () => {
  const desk = await openNewVault();
  for (const id of ["c1", "c2", "c3"]) {
    await desk.call("appendOperations", [desk.write(id, { kind: "individual", name: id })]);
  }
  await desk.call("lockVault", null);
  const dir = desk.session.vault.place;
  const segments = (await readdir(dir)).filter((name) => name.startsWith("seg-"));
  for (const name of segments) {
    const bytes = await readFile(path.join(dir, name));
    // In the middle of what was saved: sound changes before it and after it.
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(path.join(dir, name), bytes);
  }
  const session = await desk.call("unlockVault", { vault: desk.session.vault.id, passphrase });
  expect(session.recovery).toMatchObject({ state: "damaged", readOnly: true });
  expect((await linesOf(await desk.stream("/stream/book"))).at(-1)).toEqual({ kind: "end" });
  const operation = desk.write("c4", { kind: "individual", name: "x" });
  await expect(desk.call("appendOperations", [operation])).rejects.toMatchObject({ code: "vault-read-only" });
});

describe("the demo book", () => {
  test("is a real vault full of invented people, beside the others, until it is removed", async () => {
    const demo = await createDemo({ now: () => startMs, clients: 12, kdfFloor });
    const desk = openDesk(await newRoot(), { demo: demo.place });
    expect((await desk.call("appInfo", null)).vaults).toMatchObject([{ id: demo.place.id, isDemo: true }]);
    const session = await desk.call("unlockVault", { vault: demo.place.id, passphrase: demo.passphrase });
    expect(session).toMatchObject({ vault: { isDemo: true }, profile: { role: "advisor" } });
    const book = await linesOf(await desk.stream("/stream/book"));
    const clients = book.filter(({ entity }) => entity === "client").flatMap(({ rows }) => rows as unknown[]);
    expect(clients).toHaveLength(12);
    await desk.services.close();
    await demo.remove();
    await expect(readdir(path.dirname(demo.place.dir))).rejects.toThrow("ENOENT");
    await demo.remove();
  });
});

test("after the end of the program nothing can be opened any more", async () => {
  const desk = await openNewVault();
  await desk.services.close();
  expect(desk.emitted.at(-1)).toEqual(["locked", { reason: "quit" }]);
  await expect(desk.call("unlockVault", { vault: desk.session.vault.id, passphrase })).rejects.toMatchObject({
    code: "locked",
  });
});

test("the folder dialog is the shell's: what it answers is passed on, and a shell without one answers null", async () => {
  const chosen = await openNewVault({ chooseFolder: async () => "/media/usb" });
  expect(await chosen.call("chooseSyncFolder", null)).toEqual({ folder: "/media/usb" });
  const cancelled = await openNewVault({ chooseFolder: async () => undefined });
  expect(await cancelled.call("chooseSyncFolder", null)).toBeNull();
  expect(await (await openNewVault()).call("chooseSyncFolder", null)).toBeNull();
});
