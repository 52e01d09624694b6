/** @file A proof pack through the doors the screens use: a channel that registers and makes it, a stream that sends it once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PdfService } from "../../../electron/printing/pdf-service.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { findings, membersIn, verify } from "../../support/proof-book.ts";
import { clearDesks, type Desk, openNewVault, type VaultOfDesk } from "./desk.ts";

const contents = { profile: true, contacts: false, files: true };
const asked = { client: "c-1", contents, reason: "监管检查", language: "zh-CN" } as const;
/** What the next PDF is made by. */
let print: PdfService["print"] = async () => Buffer.from("%PDF-1.7");

let desk: Desk & VaultOfDesk;
beforeAll(async () => {
  desk = await openNewVault({ pdf: { print: (html) => print(html) } });
  const statement = { client: "c-1", kind: "consent-given", at: "2026-11-23T01:00:00.000Z" };
  const consent = { ...desk.write("s-1", {}), kind: "record", entity: "statement", client: "c-1", value: statement };
  const { patch: _, ...record } = consent as Record<string, unknown>;
  const client = desk.write("c-1", { kind: "individual", name: "王建国" });
  await desk.call("appendOperations", [client, record as Operation]);
});
afterAll(clearDesks);

test("is sent once, whole, as a download, and verifies", async () => {
  const made = await desk.call("makeProof", asked);
  expect(made).toMatchObject({ records: 3, files: 0, absent: 0, hasPdf: true });
  expect(made.fileName).toMatch(/^proof-20261123-[0-9a-f]{8}\.suitbook-proof$/);
  const response = await desk.stream(`/stream/proof/${made.id}`);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/x-tar",
    "content-length": String(made.bytes),
    "content-disposition": `attachment; filename*=UTF-8''${made.fileName}`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  const pack = Buffer.from(await response.arrayBuffer());
  expect(pack).toHaveLength(made.bytes);
  const verdict = await verify(pack, { fingerprint: made.fingerprint });
  expect(findings(verdict)).toEqual([]);
  expect(verdict.proof).toMatchObject({ software: "0.0.0", language: "zh-CN", contents });
  const again = await desk.stream(`/stream/proof/${made.id}`);
  expect(again.status).toBe(404);
  expect(await again.json()).toMatchObject({ ok: false, code: "proof-expired" });
});

test("comes without a PDF where nothing makes one, and not at all where making it failed", async () => {
  print = () => Promise.reject(new AppError("pdf-unavailable"));
  const made = await desk.call("makeProof", asked);
  expect(made.hasPdf).toBe(false);
  const pack = Buffer.from(await (await desk.stream(`/stream/proof/${made.id}`)).arrayBuffer());
  expect([...(await membersIn(pack)).keys()]).toEqual(["proof.json", "proof.json.sig"]);
  print = () => Promise.reject(new AppError("pdf-failed"));
  await expect(desk.call("makeProof", asked)).rejects.toMatchObject({ code: "pdf-failed" });
});

test("is gone when the book was locked in between", async () => {
  print = async () => Buffer.from("%PDF-1.7");
  const { id } = await desk.call("makeProof", asked);
  await desk.services.lock("user");
  expect((await desk.stream(`/stream/proof/${id}`)).status).toBe(401);
});
