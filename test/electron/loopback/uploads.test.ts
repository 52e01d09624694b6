/** @file Files over real HTTP into real services: who is refused hears why, however much was still to be sent. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLoopback, type Loopback } from "../../../electron/loopback/server.ts";
import { plain } from "../../../electron/page/page.ts";
import { clearDesks, openNewVault } from "../services/desk.ts";

let loopback: Loopback;
let origin = "";
let cookie = "";
const failures: unknown[] = [];
beforeAll(async () => {
  const { services } = await openNewVault();
  loopback = createLoopback({
    handlers: services.handlers,
    handleStream: services.handleStream,
    page: async () => plain(404, "no page here"),
    onFailure: (_where, error) => failures.push(error),
  });
  origin = await loopback.listen(0);
  const answer = await fetch(loopback.makeAddress(), { redirect: "manual" });
  cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
});
afterAll(async () => {
  await loopback.close();
  await clearDesks();
});

async function upload(head: string, mebibytes: number): Promise<unknown> {
  const body = new Blob([head, new Uint8Array(mebibytes * 2 ** 20)]);
  const query = "client=c1&kind=document&name=x&strip=0";
  const answer = await fetch(`${origin}/stream/attachment?${query}`, { method: "POST", body, headers: { cookie } });
  return answer.json();
}

test("a file refused for its first bytes, and one refused for its length, hear the reason; the next is taken in", async () => {
  expect(await upload("<html>", 4)).toMatchObject({ ok: false, code: "attachment-markup" });
  expect(await upload("%PDF-1.7", 51)).toMatchObject({
    ok: false,
    code: "attachment-too-large",
    params: { limitMb: 50 },
  });
  expect(await upload("%PDF-1.7", 2)).toMatchObject({ ok: true, value: { type: "application/pdf" } });
  expect(failures).toEqual([]);
});

test("a file comes in ranges over HTTP as well", async () => {
  const { value } = (await upload("%PDF-1.7", 1)) as { value: { id: string } };
  const range = await fetch(`${origin}/stream/attachment/${value.id}`, { headers: { cookie, range: "bytes=0-7" } });
  expect([range.status, await range.text()]).toEqual([206, "%PDF-1.7"]);
});
