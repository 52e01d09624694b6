/** @file Damage and tricks by whoever holds the file and not the key: any one byte, and every way to write the same twice. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeTar } from "../../../electron/sync/tar.ts";
import { canonicalText } from "../../../shared/package/canonical.ts";
import type { Proof } from "../../../shared/proof/proof.ts";
import { seeded } from "../../faults/case.ts";
import { type Office, officeBlock } from "../../support/office.ts";
import {
  at,
  client,
  fillBook,
  findings,
  membersIn,
  packFrom,
  packOf,
  resigned,
  verify,
} from "../../support/proof-book.ts";

const block = officeBlock();
let office: Office;
/** With everything a pack can hold. */
let large: Buffer;
/** One statement. */
let small: Buffer;
beforeAll(async () => {
  office = await block.office("陆文澜");
  await fillBook(office);
  large = await packOf(office, { draw: async () => Buffer.from("%PDF-1.7 not much") });
  const modest = await block.office("何远");
  await modest.write.set("client", client, { kind: "individual", name: "王建国" }, client);
  await modest.write.record("statement", "s-1", { client, kind: "consent-given", at }, client);
  small = await packOf(modest);
});
afterAll(() => block.end());

async function isNoticed(pack: Uint8Array): Promise<boolean> {
  return (await verify(pack)).checks.some(({ state }) => state === "failed");
}

/** Offsets that pass unnoticed when a byte there becomes another. */
async function unnoticed(
  pack: Buffer,
  offsets: Iterable<number>,
  changed: (byte: number) => number,
): Promise<number[]> {
  const passed: number[] = [];
  for (const offset of offsets) {
    const copy = Buffer.from(pack);
    copy[offset] = changed(copy[offset] ?? 0);
    if (!(await isNoticed(copy))) passed.push(offset);
  }
  return passed;
}

function* upTo(end: number): Generator<number> {
  for (let i = 0; i < end; i++) yield i;
}

describe("one byte of a proof pack", () => {
  test("anywhere in a small one is noticed", async () => {
    expect(small.length).toBeLessThan(10_000);
    expect(await isNoticed(small)).toBe(false);
    expect(await unnoticed(small, upTo(small.length), (byte) => byte ^ 1)).toEqual([]);
  });

  test("in any header of a large one, and 500 others, is noticed", async () => {
    expect(await isNoticed(large)).toBe(false);
    const headers: number[] = [];
    let from = 0;
    for (const [, content] of await membersIn(large)) {
      for (let i = 0; i < 512; i++) headers.push(from + i);
      from += 512 + Math.ceil(content.length / 512) * 512;
    }
    expect(headers).toHaveLength(5 * 512);
    expect(await unnoticed(large, headers, (byte) => byte ^ 0x20)).toEqual([]);
    const random = seeded(1);
    const sampled = Array.from({ length: 500 }, () => Math.floor(random() * large.length));
    expect(await unnoticed(large, sampled, (byte) => byte ^ (1 + Math.floor(random() * 255)))).toEqual([]);
  });
});

describe("the file", () => {
  test("is refused cut anywhere, and with anything after its end", async () => {
    for (let size = 0; size < small.length; size += 97) {
      expect(findings(await verify(small.subarray(0, size))), `${size}`).toEqual(["form: proof-malformed"]);
    }
    for (const more of [Buffer.alloc(1), Buffer.alloc(512), small]) {
      expect(findings(await verify(Buffer.concat([small, more])))).toEqual(["form: proof-malformed"]);
    }
  });

  test("is refused with a member more, less, renamed, or in another order", async () => {
    const members = await membersIn(large);
    const names = [...members.keys()];
    const without = (name: string) => new Map([...members].filter(([one]) => one !== name));
    for (const name of names)
      expect(findings(await verify(await packFrom(without(name)))), name).toEqual(["form: proof-malformed"]);
    const more = new Map([...members, ["files/x.txt", Buffer.from("x")]]);
    const renamed = new Map([...members].map(([name, content]) => [name.replace("proof.pdf", "proof.png"), content]));
    const reversed = new Map([...members].toReversed());
    for (const other of [more, renamed, reversed]) {
      expect(findings(await verify(await packFrom(other)))).toEqual(["form: proof-malformed"]);
    }
  });

  test("may not be named into other folders", async () => {
    for (const name of [
      "../x",
      "/etc/passwd",
      "files/../../x",
      "files/a/b",
      "FILES/x",
      "files/.x",
      "files\\x",
      "a".repeat(100),
    ]) {
      await expect(async () => {
        for await (const _ of writeTar([{ name, size: 0, content: [] }]));
      }, name).rejects.toThrow("not a member");
    }
  });

  test("is refused when a member is larger than any may be, before it is read", async () => {
    const header = Buffer.from(large.subarray(0, 512));
    header.write("00777777777\0", 124);
    header.write("        ", 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    expect(findings(await verify(Buffer.concat([header, large.subarray(512)])))).toEqual(["form: proof-too-large"]);
  });

  test("has one form of proof.json: not reordered, spaced, doubled, with more in it, or of a later version", async () => {
    const members = await membersIn(small);
    const text = String(members.get("proof.json"));
    const proof = JSON.parse(text) as Proof;
    const other = (changed: string | Buffer) => packFrom(new Map([...members, ["proof.json", Buffer.from(changed)]]));
    const { contents, ...rest } = proof;
    const variants = [
      JSON.stringify({ ...rest, contents }),
      text.replace(":", ": "),
      text.replace("{", '{"format":"suitbook-proof",'),
      `\uFEFF${text}`,
      `${text}\n`,
      canonicalText({ ...proof, more: 1 }),
      canonicalText({ ...proof, v: 0 }),
      canonicalText({ ...proof, format: "other" }),
      canonicalText({ ...proof, log: { ...proof.log, transactions: [] } }),
      "[]",
      "",
      Buffer.from([0xff, 0xfe]),
    ];
    for (const variant of variants) {
      expect(findings(await verify(await other(variant))), String(variant).slice(0, 60)).toEqual(["form: proof-json"]);
    }
    expect(findings(await verify(await other(canonicalText({ ...proof, v: 2 }))))).toEqual(["form: proof-newer"]);
  });

  test("that is something else altogether is refused", async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from("hello"), Buffer.alloc(20_000), Buffer.alloc(20_000, "x")]) {
      expect(findings(await verify(bytes))).toEqual(["form: proof-malformed"]);
    }
  });

  test("is taken as signed however its maker changes it: only a signature of the whole makes it whole", async () => {
    const again = await resigned(large, office, (proof) => Object.assign(proof, { language: "en" }));
    expect(findings(await verify(again))).toEqual([]);
  });
});
