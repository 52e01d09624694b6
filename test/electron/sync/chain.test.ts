import { readFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAge } from "../../../electron/crypto/age.ts";
import { recipientKeyIdOf } from "../../../electron/sync/identity.ts";
import type { Row } from "../../../shared/bridge/streams.ts";
import { collect, forge, keysOf, seal } from "../../support/forge.ts";
import {
  bookOf,
  exported,
  importBytes,
  inPieces,
  newClient,
  officeBlock,
  pairUp,
  receive,
  refusal,
} from "../../support/office.ts";
import { type Chain, importInOrder, makeChain, permutations } from "../../support/package-chain.ts";

const block = officeBlock();
let chain: Chain;
beforeAll(async () => {
  chain = await makeChain(block);
});
afterAll(() => block.end());

const numbered = (seq: number) => chain.packages[seq - 1] as Buffer;

describe("five packages", () => {
  // All 120 orders: test/faults/packages.ts.
  test("end in the same book in whatever order and however often they come", { timeout: 60_000 }, async () => {
    const orders = fc.shuffledSubarray([1, 2, 3, 4, 5, 1, 3, 5], { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const branch = await block.twinOf(chain.branch);
        await importInOrder(branch, chain.packages, order);
        expect(await bookOf(branch.vault)).toEqual(chain.inOrder);
        expect(branch.vault.rows("packageIn").size).toBe(5);
        await branch.close();
      }),
      { numRuns: 4, examples: [[[5, 4, 3, 2, 1, 5, 3, 1]]] },
    );
  });

  test("have a hundred and twenty orders", () => {
    expect(new Set(permutations(5).map(String)).size).toBe(120);
  });

  test("of which one is missing stop right there, and the refusal names it", async () => {
    for (const lost of [1, 2, 3, 4]) {
      const branch = await block.twinOf(chain.branch);
      for (let seq = 1; seq < lost; seq++) await importBytes(branch, numbered(seq));
      const names = (seq: number) =>
        Array.from({ length: seq - lost }, (_, i) => lost + i)
          .filter((n) => n >= lost)
          .join(", ");
      for (let seq = lost + 1; seq <= 5; seq++) {
        expect(await refusal(receive(branch, numbered(seq)))).toEqual({
          code: "package-gap",
          params: { seq, missing: names(seq) },
        });
      }
      expect(branch.vault.rows("packageIn").size).toBe(lost - 1);
      await branch.close();
    }
  });
});

describe("a copied device", () => {
  test("is found out by its first package with a number already used", async () => {
    const [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
    await pairUp(advisor, branch);
    await advisor.close();
    const [one, two] = [await block.twinOf(advisor), await block.twinOf(advisor)];
    const folder = await block.folder();
    await newClient(one, "c-1", "王建国");
    await importBytes(branch, await exported(one, folder));
    await newClient(two, "c-2", "李芳");
    const fork = { code: "package-fork", params: { seq: 1 } };
    expect(await refusal(receive(branch, await exported(two, folder)))).toEqual(fork);
    // The copy's next number is free, but it follows a history the branch has never seen.
    await newClient(two, "c-3", "赵敏");
    expect(await refusal(receive(branch, await exported(two, folder)))).toEqual({
      code: "package-fork",
      params: { seq: 2 },
    });
    await newClient(one, "c-4", "孙悦");
    expect(await importBytes(branch, await exported(one, folder))).toMatchObject({ created: 1 });
  });

  test("is found out even where it puts its package behind the one it repeats", async () => {
    const branch = await block.twinOf(chain.branch);
    await importBytes(branch, numbered(1));
    const [{ manifestHash, audit }] = [...branch.vault.rows("packageIn").values()] as [Row];
    const { advisor } = chain;
    const client = advisor.write.operation("client", "c-1", { phone: "13800138000" }, "c-1" as never);
    for (const seq of [1, 2]) {
      const history = { ...(audit as { size: number; root: string }), proof: [] };
      const manifest = { seq, prevManifestHash: manifestHash, stream: (await keysOf(branch)).keyId, audit: history };
      const bytes = await forge({ from: advisor, to: branch, operations: [client], manifest });
      expect((await refusal(receive(branch, bytes)))?.code).toBe(seq === 1 ? "package-fork" : undefined);
    }
  });

  test("is found out by a receipt for a package it never made", async () => {
    const [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
    await pairUp(advisor, branch);
    await advisor.close();
    const [one, two] = [await block.twinOf(advisor), await block.twinOf(advisor)];
    const folder = await block.folder();
    await branch.sync.saveSettings({ folder, everyHours: 0, atLock: false });
    await importBytes(branch, await exported(one, folder));
    const receipt = await readFile(path.join(folder, `sb-${one.device.slice(0, 8)}-0001.receipt.suitbook.age`));
    expect(await refusal(receive(two, receipt))).toEqual({ code: "package-fork", params: { seq: 1 } });
  });
});

describe("the same package sealed again", () => {
  test("by a third party is a duplicate, never a fork", async () => {
    const branch = await block.twinOf(chain.branch);
    await importBytes(branch, numbered(1));
    const { ageIdentity, recipient } = await keysOf(branch);
    const plain = await collect(openAge(inPieces(numbered(1)), [ageIdentity]));
    const again = await seal(plain, [recipient]);
    expect(again.equals(numbered(1))).toBe(false);
    expect(await refusal(receive(branch, again))).toEqual({ code: "package-duplicate", params: { seq: 1 } });
  });

  test("and signed again by another key is that key's package, and so a stranger's", async () => {
    const [branch, stranger] = [await block.twinOf(chain.branch), await block.office("路人")];
    const signer = await keysOf(stranger);
    const { ageIdentity, recipient } = await keysOf(branch);
    const plain = await collect(openAge(inPieces(numbered(1)), [ageIdentity]));
    const text = plain.subarray(512, plain.indexOf(0, 512)).toString();
    const gz = plain.subarray(plain.indexOf("ops.jsonl.gz", 512 + text.length + 1024));
    const content = Buffer.from(gz.subarray(512, 512 + Number.parseInt(gz.toString("latin1", 124, 135), 8)));
    for (const manifest of [text, text.replace(/"senderKeyId":"[0-9a-f]+"/, `"senderKeyId":"${signer.keyId}"`)]) {
      const bytes = await forge({
        from: chain.advisor,
        to: branch,
        gz: content,
        signer,
        text: () => manifest,
        recipients: [recipient],
      });
      const expected = manifest === text ? "package-signature" : "package-unknown-sender";
      expect((await refusal(receive(branch, bytes)))?.code).toBe(expected);
    }
    // The same three parts, put together the same way with the right key, do pass.
    const right = { from: chain.advisor, to: branch, gz: content, text: () => text, recipients: [recipient] };
    expect(await receive(branch, await forge(right))).toMatchObject({ seq: 1 });
    expect(recipientKeyIdOf(recipient)).toBe((await keysOf(branch)).recipientKeyId);
  });
});
