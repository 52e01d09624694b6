/** @file Attachments through the doors the screens use: streams and channels of real services on a real folder. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Reply } from "../../../shared/bridge/reply.ts";
import { unwrap } from "../../../shared/bridge/reply.ts";
import { FileAttachment } from "../../../shared/model/attachment.ts";
import { clearDesks, type Desk, openNewVault, type VaultOfDesk } from "../services/desk.ts";
import { jpeg, pdf, webm } from "./samples.ts";

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
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await get(attachment.id, { headers: { range: "bytes=65530-131080" } });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 65530-131080/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(65530, 131081))).toBe(true);
  });

  test("of another kind is refused, and nothing of it stays", async () => {
    const before = await readdir(path.join(desk.root, (await readdir(desk.root))[0] ?? "", "att"));
    await expect(add(webm(100), { kind: "signature" })).rejects.toMatchObject({ code: "attachment-kind" });
    await expect(add(jpeg({ width: 65_000, height: 65_000 }))).rejects.toMatchObject({ code: "attachment-pixels" });
    expect(await readdir(path.join(desk.root, (await readdir(desk.root))[0] ?? "", "att"))).toEqual(before);
  });
});
