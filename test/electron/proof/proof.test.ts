/** @file A proof pack from its making in a real vault to its verification without one. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyProof } from "../../../electron/proof/verify.ts";
import { type Office, officeBlock } from "../../support/office.ts";
import { fillBook, packOf, stranger } from "../../support/proof-book.ts";

const block = officeBlock();
let office: Office;
beforeAll(async () => {
  office = await block.office("陆文澜");
  await fillBook(office);
});
afterAll(() => block.end());

async function* bytesOf(pack: Uint8Array) {
  for (let at = 0; at < pack.length; at += 1000) yield pack.subarray(at, at + 1000);
}
const verify = (pack: Uint8Array) => verifyProof(bytesOf(pack));

describe("a proof pack", () => {
  test("of a client proves everything in it", async () => {
    const pack = await packOf(office);
    const verdict = await verify(pack);
    console.log(pack.length, JSON.stringify(verdict.checks, null, 1));
    console.log(JSON.stringify(verdict.proof?.log.transactions.map((t) => [t.seq, t.form, t.operations.length])));
  });
});
