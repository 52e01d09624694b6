/** @file Attachments through the doors the screens use: streams and channels of real services on a real folder. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Attachments } from "../../../electron/attachments/service.ts";
import { createWriter, type Writer } from "../../../electron/book/append.ts";
import { identify } from "../../../electron/book/session.ts";
import { sha256 } from "../../../electron/crypto/hash.ts";
import type { Vault } from "../../../electron/vault/vault.ts";
import { type Reply, unwrap } from "../../../shared/bridge/reply.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { FileAttachment } from "../../../shared/model/attachment.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import { clearDesks, type Desk, linesOf, openNewVault, passphrase, type VaultOfDesk } from "../services/desk.ts";
import { makeVault } from "../vault/fixture.ts";
import { exifWithPlace, jpeg, jpegSegment, pdf, webm } from "./samples.ts";

let desk: Desk & VaultOfDesk;
beforeAll(async () => {
  desk = await openNewVault();
});
afterAll(clearDesks);

async function add(bytes: Uint8Array, query: Record<string, string> = {}): Promise<FileAttachment> {
  const search = new URLSearchParams({ client: "c1", kind: "document", name: "合同.pdf", strip: "0", ...query });
  const response = await desk.stream(`/stream/attachment?${search}`, { method: "POST", body: Buffer.from(bytes) });
  return FileAttachment.parse(unwrap((await response.json()) as Reply));
}

async function get(id: string, init?: RequestInit, query = ""): Promise<Response> {
  return desk.stream(`/stream/attachment/${id}${query}`, init);
}

/** Where the open vault keeps its files. */
const folder = (at = desk) => path.join(at.root, at.session.vault.id, "att");
const files = () => readdir(folder());

async function alter(id: string, offset: number): Promise<void> {
  const file = path.join(folder(), `${id}.a`);
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
  await writeFile(file, bytes);
}

describe("a file", () => {
  test("comes back as it went in, whole and in ranges, as its own type", async () => {
    const bytes = pdf(200_000);
    const attachment = await add(bytes);
    expect(attachment).toMatchObject({ client: "c1", kind: "document", name: "合同.pdf", bytes: bytes.length });
    const whole = await get(attachment.id);
    expect(whole.status).toBe(200);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(bytes.length),
      "accept-ranges": "bytes",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "no-store",
    });
    expect(whole.headers.get("content-disposition")).toBe(null);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await get(attachment.id, { headers: { range: "bytes=65530-131080" } });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 65530-131080/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(65530, 131081))).toBe(true);
    const beyond = await get(attachment.id, { headers: { range: "bytes=200000-" } });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */200000"]);
  });

  test("is sealed: neither its bytes nor its name stand on the disk", async () => {
    const { id } = await add(pdf(5000), { name: "绝密 canary.pdf" });
    expect(await files()).toContain(`${id}.a`);
    const sealed = await readFile(path.join(folder(), `${id}.a`));
    expect(sealed.includes("obj endobj") || sealed.includes("canary")).toBe(false);
  });

  test("without its metadata is filed as stripped, by the hash of what was filed", async () => {
    const exif = jpegSegment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), exifWithPlace(1)]));
    const attachment = await add(jpeg({ extra: [exif] }), { kind: "photo", name: "IMG_1.HEIC", strip: "1" });
    expect(attachment).toMatchObject({ name: "IMG_1.HEIC.jpg", stripped: true, bytes: jpeg().length });
    expect(attachment.sha256).toBe(sha256(jpeg()).toString("hex"));
    expect(Buffer.from(await (await get(attachment.id)).arrayBuffer()).equals(jpeg())).toBe(true);
  });

  test("of another kind is refused, and nothing of it stays", async () => {
    const before = await files();
    await expect(add(webm(100), { kind: "signature" })).rejects.toMatchObject({ code: "attachment-kind" });
    await expect(add(jpeg({ width: 65_000, height: 65_000 }))).rejects.toMatchObject({ code: "attachment-pixels" });
    expect(await files()).toEqual(before);
  });

  test("asked for in another way is no request of ours", async () => {
    const post = (search: string) => desk.stream(`/stream/attachment?${search}`, { method: "POST", body: "%PDF-" });
    expect((await post("client=c1&kind=document&name=x")).status).toBe(400);
    expect((await post("client=c1&kind=reference&name=x&strip=0")).status).toBe(400);
    expect((await post("client=c/1&kind=document&name=x&strip=0")).status).toBe(400);
    expect((await get("0".repeat(32))).status).toBe(404);
    expect((await get("../../VAULT")).status).toBe(404);
    expect((await get("0".repeat(32), { method: "POST" })).status).toBe(405);
  });

  test("whose record cannot be written does not stay either", async () => {
    const { vault } = await makeVault();
    const refuse = () => Promise.reject(new AppError("disk-full"));
    const write = { record: refuse } as unknown as Writer;
    const attachments = new Attachments({ vault, write, now: () => 0 });
    const query = { client: ClientId.parse("c1"), kind: "document", name: "x", strip: "0" } as const;
    async function* body() {
      yield pdf(100);
    }
    await expect(attachments.add(query, body())).rejects.toMatchObject({ code: "disk-full" });
    expect(await readdir(path.join(vault.dir, "att"))).toEqual([]);
  });
});

describe("a damaged file", () => {
  test("is refused before its first byte where its end is damaged", async () => {
    const { id } = await add(pdf(200_000));
    await alter(id, (await readFile(path.join(folder(), `${id}.a`))).length - 1);
    const response = await get(id);
    expect([response.status, await response.json()]).toMatchObject([404, { ok: false, code: "attachment-damaged" }]);
  });

  test("breaks off after the last sound chunk where its middle is", async () => {
    const bytes = pdf(200_000);
    const { id } = await add(bytes);
    await alter(id, 128 + 65_552 + 100);
    const reader = (await get(id)).body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.length).toBe(65_536);
    await expect(reader?.read()).rejects.toMatchObject({ code: "attachment-damaged" });
    const later = await get(id, { headers: { range: "bytes=131072-" } });
    expect(Buffer.from(await later.arrayBuffer()).equals(bytes.subarray(131_072))).toBe(true);
  });
});

describe("an export", () => {
  test("is in the register before its first byte, and each entry lets it out once", async () => {
    const { id, sha256: hash } = await add(pdf(100), { name: "it's 合同.pdf" });
    expect((await get(id, {}, "?export=1")).status).toBe(403);
    await desk.call("exportAttachment", { id, reason: "客户要求复印" });
    const log = await linesOf(await desk.stream("/stream/log?after=0"));
    expect(JSON.stringify(log)).toContain(`"entity":"exportEntry"`);
    expect(JSON.stringify(log.at(-2))).toContain(hash);
    const response = await get(id, {}, "?export=1");
    expect(response.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''it%27s%20%E5%90%88%E5%90%8C.pdf",
    );
    expect((await response.arrayBuffer()).byteLength).toBe(100);
    expect((await get(id, {}, "?export=1")).status).toBe(403);
  });

  test("of what is not there is refused", async () => {
    const none = { id: "0".repeat(32), reason: "x" };
    await expect(desk.call("exportAttachment", none)).rejects.toMatchObject({ code: "attachment-missing" });
  });
});

test("a recording that the insurer keeps is a reference and a hash, without bytes", async () => {
  const about = {
    client: ClientId.parse("c1"),
    name: "双录",
    reference: "POL-1",
    heldBy: "平安人寿",
    sha256: "ab".repeat(32),
  };
  const reference = await desk.call("addReference", about);
  expect(reference).toMatchObject({ ...about, kind: "reference" });
  expect((await get(reference.id)).status).toBe(404);
  await expect(desk.call("exportAttachment", { id: reference.id, reason: "x" })).rejects.toMatchObject({
    code: "attachment-missing",
  });
});

test("screens withdraw an attachment, and never write one", async () => {
  const { id } = await add(pdf(100));
  const value = { client: "c1", attachment: id, reason: "重复", at: "2026-11-23T01:12:00.000Z" };
  const as = (entity: string, of: object) => {
    const made: Record<string, unknown> = desk.write("w", {}, { kind: "record", entity, client: "c1", value: of });
    const { patch: _, ...operation } = made;
    return desk.call("appendOperations", [operation as unknown as Operation]);
  };
  await expect(as("withdrawal", value)).resolves.toMatchObject({ logSeq: expect.any(Number) as number });
  const record = { ...value, kind: "document", name: "x", type: "application/pdf", bytes: 1, sha256: "0".repeat(64) };
  await expect(as("attachment", { ...record, addedAt: value.at })).rejects.toMatchObject({ code: "bad-operation" });
  expect((await get(id)).status).toBe(200);
});

test("locking breaks a file off, and a locked vault gives nothing out and takes nothing in", async () => {
  const own = await openNewVault();
  const search = "client=c1&kind=recording&name=x&strip=0";
  const post = () => own.stream(`/stream/attachment?${search}`, { method: "POST", body: Buffer.from(webm(5_000_000)) });
  const { value } = (await (await post()).json()) as { value: FileAttachment };
  const reader = (await own.stream(`/stream/attachment/${value.id}`)).body?.getReader();
  await reader?.read();
  await own.call("lockVault", null);
  await expect(reader?.read()).rejects.toMatchObject({ code: "locked" });
  expect((await own.stream(`/stream/attachment/${value.id}`)).status).toBe(401);
  expect((await post()).status).toBe(401);
});

describe("the vault", () => {
  test("removes what a crash left when it is opened, and nothing that was filed", async () => {
    const own = await openNewVault();
    const search = "client=c1&kind=document&name=x&strip=0";
    const added = await own.stream(`/stream/attachment?${search}`, { method: "POST", body: Buffer.from(pdf(100)) });
    const { value } = (await added.json()) as { value: FileAttachment };
    await own.call("lockVault", null);
    const kept = [`${value.id}.a`, "notes.txt"];
    for (const name of [
      `${"0".repeat(32)}.a`,
      `${"1".repeat(32)}.a.part`,
      `${"2".repeat(32)}.rec`,
      `${value.id}.rec`,
      "notes.txt",
    ]) {
      await writeFile(path.join(folder(own), name), name.startsWith("2") ? "" : "left over");
    }
    await own.call("unlockVault", { vault: own.session.vault.id, passphrase });
    expect((await readdir(folder(own))).sort()).toEqual(kept.sort());
  });

  test("checks every file against its record: sound, damaged, missing, or broken recordings", async () => {
    const { vault, reopen } = await makeVault();
    const ids: string[] = [];
    for (const name of ["sound", "damaged", "missing"]) {
      const { id } = await newAttachment(vault, name);
      ids.push(id);
    }
    expect(await vault.check()).toMatchObject({ attachments: 3, problems: [] });
    expect(await vault.stats()).toMatchObject({ attachments: 3 });
    const [, damaged = "", missing = ""] = ids;
    await writeFile(path.join(vault.dir, "att", `${damaged}.a`), "nothing of ours");
    await rm(path.join(vault.dir, "att", `${missing}.a`));
    await writeFile(path.join(vault.dir, "att", `${"3".repeat(32)}.rec`), Buffer.alloc(500));
    expect((await (await reopen()).check()).problems).toEqual([
      { file: `att/${damaged}.a`, problem: "damaged" },
      { file: `att/${missing}.a`, problem: "missing" },
      { file: `att/${"3".repeat(32)}.rec`, problem: "damaged" },
    ]);
  });
});

/** Filed as the service does it, in a vault without one. */
async function newAttachment(vault: Vault, name: string): Promise<FileAttachment> {
  const { device, actor, clock } = await identify(vault, () => Date.UTC(2026, 10, 23));
  const write = createWriter({ vault, device, actor, clock });
  const attachments = new Attachments({ vault, write, now: () => Date.UTC(2026, 10, 23) });
  async function* body() {
    yield pdf(100_000);
  }
  return attachments.add({ client: ClientId.parse("c1"), kind: "document", name, strip: "0" }, body());
}
