import { readdir } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAge } from "../../../electron/crypto/age.ts";
import { randomBytes } from "../../../electron/crypto/random.ts";
import { senderOf } from "../../../electron/sync/identity.ts";
import { limits, noPreviousManifest } from "../../../shared/package/manifest.ts";
import { collect, digest, type Forgery, forge, keysOf, seal } from "../../support/forge.ts";
import {
  exported,
  filesIn,
  importBytes,
  inPieces,
  newClient,
  type Office,
  officeBlock,
  pairUp,
  receive,
  refusal,
} from "../../support/office.ts";

const block = officeBlock();
let advisor: Office;
let branch: Office;
let stranger: Office;
/** A good package of the advisor's that the branch never imports, so that it stays the next one. */
let good: Buffer;
let operation: ReturnType<Office["write"]["operation"]>;

beforeAll(async () => {
  [advisor, branch, stranger] = [await block.office("陆文澜"), await block.office("周敏"), await block.office("路人")];
  await pairUp(advisor, branch);
  await newClient(advisor, "c-1", "王建国");
  operation = advisor.write.operation("client", "c-1", { phone: "13800138000" }, "c-1" as never);
  good = await exported(advisor, await block.folder());
});
afterAll(() => block.end());

/** The code a package is refused with, having made sure that it left nothing and changed nothing. */
async function codeOf(bytes: Uint8Array, by: Office = branch): Promise<string | undefined> {
  const before = by.vault.logSeq;
  const outcome = await refusal(receive(by, bytes).then(({ previewId }) => by.sync.discard(previewId)));
  expect(by.vault.logSeq).toBe(before);
  expect(Object.keys(await filesIn(by.quarantineDir))).toEqual([]);
  return outcome?.code;
}

const forged = async (change: Partial<Forgery>) => {
  return codeOf(await forge({ from: advisor, to: branch, operations: [operation], ...change }));
};

test("a package forged without a fault would be accepted", async () => {
  const preview = await receive(branch, await forge({ from: advisor, to: branch, operations: [operation] }));
  expect(preview).toMatchObject({ operations: 1, created: 1 });
  await branch.sync.discard(preview.previewId);
});

describe("step 1, the size", () => {
  test("stops a file over the cap as it comes, without reading on", async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      const megabytes = Buffer.alloc(16 * 1024 * 1024);
      for (;;) {
        sent += megabytes.length;
        yield megabytes;
      }
    }
    expect(await refusal(branch.sync.receive(endless()))).toMatchObject({ code: "package-too-large" });
    expect(sent).toBeLessThanOrEqual(limits.sealedBytes + 16 * 1024 * 1024);
    expect(await readdir(branch.quarantineDir)).toEqual([]);
  });
});

describe("steps 2 to 4, the seal", () => {
  test("something else than a package", async () => {
    expect(await codeOf(Buffer.from("%PDF-1.7"))).toBe("package-not-age");
    expect(await codeOf(Buffer.alloc(0))).toBe("package-not-age");
  });

  test("a package for somebody else", async () => {
    const { recipient } = await keysOf(stranger);
    expect(await forged({ recipients: [recipient] })).toBe("package-wrong-recipient");
    expect(await codeOf(good, advisor)).toBe("package-wrong-recipient");
  });

  test("a package cut short anywhere", async () => {
    const codes = new Set<string | undefined>();
    for (let at = 0; at < good.length; at += 1 + Math.floor(good.length / 60))
      codes.add(await codeOf(good.subarray(0, at)));
    codes.add(await codeOf(good.subarray(0, -1)));
    expect([...codes].sort()).toEqual(["package-damaged", "package-not-age"]);
  });

  // Every byte of the header and five hundred of the content: test/faults/packages.ts.
  test("one bit changed in its header or its content", async () => {
    const header = good.indexOf("\n", good.indexOf("\n---") + 1) + 1;
    const places: number[] = [];
    for (let at = 0; at < header; at += 3) places.push(at);
    for (let at = header; at < good.length; at += 97) places.push(at);
    for (const at of places) {
      const changed = Buffer.from(good);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const code = await codeOf(changed);
      const expected = at < header ? ["package-not-age", "package-wrong-recipient"] : ["package-damaged"];
      expect(expected, `byte ${at}`).toContain(code);
    }
  });
});

test("the seal is judged to its end before a word inside is", async () => {
  const bytes = await forge({ from: stranger, to: branch, operations: [operation] });
  expect(await codeOf(bytes)).toBe("package-unknown-sender");
  expect(await codeOf(bytes.subarray(0, -1))).toBe("package-damaged");
  // Damage in the second chunk, behind a manifest that is refused already.
  const large = { lines: randomBytes(100_000), gz: randomBytes(100_000) };
  const long = await forge({ from: stranger, to: branch, ...large });
  expect(await codeOf(long)).toBe("package-unknown-sender");
  long[long.length - 1] = (long.at(-1) ?? 0) ^ 1;
  expect(await codeOf(long)).toBe("package-damaged");
});

describe("the container", () => {
  test("other files than the three", async () => {
    const named = (name: string, content: Buffer) => ({ name, content });
    const shapes: NonNullable<Forgery["members"]>[] = [
      (manifest) => [named("manifest.json", manifest)],
      (manifest, signature) => [named("manifest.json", manifest), named("manifest.json.sig", signature)],
      (manifest, signature, gz) => [
        named("manifest.json", manifest),
        named("manifest.json.sig", signature),
        named("ops.jsonl.gz", gz),
        named("extra.txt", gz),
      ],
      (manifest, signature, gz) => [
        named("ops.jsonl.gz", gz),
        named("manifest.json", manifest),
        named("manifest.json.sig", signature),
      ],
    ];
    for (const members of shapes) expect(await forged({ members })).toBe("package-malformed");
    expect(await forged({ tar: (tar) => Buffer.concat([tar, Buffer.alloc(512)]) })).toBe("package-malformed");
    expect(await forged({ tar: () => Buffer.from("hello") })).toBe("package-malformed");
    expect(await forged({ tar: () => Buffer.alloc(0) })).toBe("package-malformed");
  });

  test("a path where a name should be", async () => {
    for (const name of ["../manifest.json", "/manifest.json", "a/manifest.json"]) {
      const tar = (bytes: Buffer) => {
        const header = Buffer.from(bytes.subarray(0, 512));
        header.fill(0, 0, 100);
        header.write(name, 0);
        header.write("        ", 148);
        const sum = header.reduce((total, byte) => total + byte, 0);
        header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
        return Buffer.concat([header, bytes.subarray(512)]);
      };
      expect(await forged({ tar })).toBe("package-malformed");
    }
  });

  test("a manifest that is no manifest of ours in size", async () => {
    const text = (manifest: string) => manifest.replace('"陆文澜"', `"${"陆".repeat(limits.manifestBytes / 3)}"`);
    expect(await forged({ text })).toBe("package-too-large");
  });
});

describe("step 5, the manifest", () => {
  test("in any but its canonical text", async () => {
    const texts: ((text: string) => string)[] = [
      (text) => `${text}\n`,
      (text) => `\ufeff${text}`,
      (text) => text.replace('"seq":1', '"seq":1.0'),
      (text) => text.replace('"seq":1', '"seq":NaN'),
      (text) => text.replace('"seq":1', '"seq":1,"seq":2'),
      (text) => text.replace('"v":1', '"v":1,"more":true'),
      () => "[".repeat(60_000),
      () => "",
    ];
    for (const text of texts) expect(await forged({ text })).toBe("package-manifest");
  });

  test("by a later version", async () => {
    expect(await forged({ manifest: { v: 2 } })).toBe("package-newer");
    expect(await forged({ manifest: { schema: 2 } })).toBe("package-newer");
  });
});

describe("step 6, the signature", () => {
  test("by somebody we are not paired with, told by the fingerprint on their card", async () => {
    const bytes = await forge({ from: stranger, to: branch, operations: [operation] });
    const { fingerprint } = await stranger.sync.identityCard();
    expect(await refusal(receive(branch, bytes))).toEqual({ code: "package-unknown-sender", params: { fingerprint } });
  });

  test("by somebody else over the advisor's manifest", async () => {
    expect(await forged({ signer: await keysOf(stranger) })).toBe("package-signature");
  });

  test("by somebody else who says so, but in the advisor's name and for the advisor's device", async () => {
    const signer = await keysOf(stranger);
    expect(await forged({ signer, manifest: { senderKeyId: signer.keyId } })).toBe("package-unknown-sender");
    const third = await block.office("同事");
    await branch.sync.pairPeer({ ...(await third.sync.identityCard()), asBranch: false });
    const colleague = await keysOf(third);
    const posing = { signer: colleague, manifest: { senderKeyId: colleague.keyId } };
    expect(await forged(posing)).toBe("package-signature");
  });

  test("for another purpose, of another text, or none", async () => {
    expect(await forged({ namespace: "file" })).toBe("package-signature");
    expect(await forged({ signature: () => "" })).toBe("package-signature");
    expect(await forged({ signature: (armored) => armored.replace("BEGIN SSH", "BEGIN PGP") })).toBe(
      "package-signature",
    );
    const tamper = (manifest: Buffer, signature: Buffer, gz: Buffer) => [
      { name: "manifest.json", content: Buffer.from(manifest.toString().replace('"seq":1', '"seq":2')) },
      { name: "manifest.json.sig", content: signature },
      { name: "ops.jsonl.gz", content: gz },
    ];
    expect(await forged({ members: tamper })).toBe("package-signature");
  });

  test("by the advisor, under the name of whoever receives it or of a colleague", async () => {
    const posing = async (actor: string) => {
      const sender = { ...senderOf(await keysOf(advisor)), actor };
      return forged({ operations: [{ ...operation, actor }], manifest: { sender } });
    };
    expect(await posing(branch.actor)).toBe("package-signature");
    const colleague = await block.office("同事丙");
    await branch.sync.pairPeer({ ...(await colleague.sync.identityCard()), asBranch: false });
    const profile = colleague.write.operation("profile", colleague.actor, { name: "同事丙" });
    await importBytes(branch, await forge({ from: colleague, to: branch, operations: [profile] }));
    expect(await posing(colleague.actor)).toBe("package-signature");
  });

  test("by somebody whose pairing was ended", async () => {
    const leaver = await block.office("离职者");
    await branch.sync.pairPeer({ ...(await leaver.sync.identityCard()), asBranch: false });
    const bytes = await forge({ from: leaver, to: branch, operations: [{ ...operation, device: leaver.device }] });
    await branch.sync.removePeer((await keysOf(leaver)).keyId);
    expect(await codeOf(bytes)).toBe("package-unknown-sender");
  });
});

test("step 7: a package for somebody else, sealed again for us by whoever could open it", async () => {
  const headquarters = await block.office("总部");
  const { ageIdentity, recipient } = await keysOf(headquarters);
  const theirs = await forge({ from: advisor, to: headquarters, operations: [operation] });
  const plain = await collect(openAge(inPieces(theirs), [ageIdentity]));
  expect(await codeOf(await seal(plain, [(await keysOf(branch)).recipient]))).toBe("package-not-for-me");
  expect(await codeOf(await seal(plain, [recipient]))).toBe("package-wrong-recipient");
});

describe("step 9, the content", () => {
  const file = async () => {
    const lines = Buffer.from(`${JSON.stringify(operation)}\n`);
    const gz = gzipSync(lines);
    return { name: "ops.jsonl.gz", size: gz.length, sha256: digest(gz), uncompressedSize: lines.length };
  };

  test("with another size, hash, length or count than the manifest says", async () => {
    const said = await file();
    for (const wrong of [
      { size: said.size + 1 },
      { size: said.size - 1 },
      { sha256: digest(Buffer.from("x")) },
      { uncompressedSize: said.uncompressedSize + 1 },
      { uncompressedSize: said.uncompressedSize - 1 },
    ]) {
      expect(await forged({ manifest: { files: [{ ...said, ...wrong }] } }), JSON.stringify(wrong)).toBe(
        "package-content",
      );
    }
    for (const counts of [
      { operations: 2, entities: { client: 2 } },
      { operations: 1, entities: { contact: 1 } },
      { operations: 1, entities: {} },
      { operations: 1, entities: { client: 1, contact: 1 } },
    ]) {
      expect(await forged({ manifest: { counts } }), JSON.stringify(counts)).toBe("package-content");
    }
    expect(await forged({ manifest: { hlc: `fff000000000-0000-${advisor.device}` } })).toBe("package-content");
  });

  test("that is no gzip, or more than one, or not ended", async () => {
    const lines = Buffer.from(`${JSON.stringify(operation)}\n`);
    expect(await forged({ gz: Buffer.from("not gzip at all") })).toBe("package-content");
    expect(await forged({ gz: gzipSync(lines).subarray(0, -9) })).toBe("package-content");
    expect(await forged({ gz: Buffer.concat([gzipSync(lines), gzipSync(lines)]) })).toBe("package-content");
    expect(await forged({ lines: lines.subarray(0, -1) })).toBe("package-content");
  });

  test("that unpacks to far more than it says is stopped there, and what says so is not unpacked at all", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const said = { name: "ops.jsonl.gz", size: bomb.length, sha256: digest(bomb), uncompressedSize: 1000 };
    const before = process.memoryUsage().rss;
    expect(await forged({ gz: bomb, manifest: { files: [said] } })).toBe("package-content");
    const honest = { ...said, uncompressedSize: limits.operationsBytes + 1 };
    expect(await forged({ gz: bomb, manifest: { files: [honest] } })).toBe("package-too-large");
    const many = { operations: limits.operations + 1, entities: { client: limits.operations + 1 } };
    expect(await forged({ manifest: { counts: many } })).toBe("package-too-large");
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  test("with millions of empty lines, which are not counted one by one after the first", async () => {
    const counts = { operations: limits.operations, entities: { client: limits.operations } };
    const lines = Buffer.alloc(64 * 1024 * 1024, "\n");
    const bytes = await forge({ from: advisor, to: branch, lines, manifest: { counts } });
    const cost = async (work: () => unknown) => {
      const before = process.cpuUsage();
      await work();
      return process.cpuUsage(before).user;
    };
    const counting = await cost(() => {
      for (let at = lines.indexOf(10); at >= 0; at = lines.indexOf(10, at + 1));
    });
    const refusing = await cost(async () => expect(await codeOf(bytes)).toBe("package-operation"));
    expect(refusing).toBeLessThan(2 * counting);
  });

  test("with a line that never ends", async () => {
    const lines = Buffer.alloc(3 * limits.lineBytes, "a");
    expect(await forged({ lines })).toBe("package-operation");
  });

  test("with an operation the sender may not write, told by its line", async () => {
    const far = `ffff00000000-0000-${advisor.device}`;
    const peer = { ...operation, client: undefined, entity: "peer", entityId: "x", patch: { isBranch: true } };
    const profileOf = (entityId: string, patch: object) => ({ entity: "profile", entityId, patch });
    const bad: Record<string, object> = {
      "no operation": { hello: 1 },
      "an unknown entity": { ...operation, entity: "password" },
      "an unknown field": { ...operation, patch: { admin: true } },
      "a bad phone": { ...operation, patch: { phone: "call me" } },
      "another's page": { ...operation, client: "c-2" },
      "another device": { ...operation, device: branch.device, at: operation.at.replace(/.{16}$/, branch.device) },
      "another device, under a stamp of one's own": { ...operation, device: branch.device },
      "another device's stamp": { ...operation, at: operation.at.replace(/.{16}$/, branch.device) },
      "half a character": { ...operation, patch: { address: "\ud83d" } },
      "another person": { ...operation, actor: branch.actor },
      "our own profile": { ...operation, client: undefined, ...profileOf(branch.actor, { role: "compliance" }) },
      "our own profile, emptied": { ...operation, client: undefined, ...profileOf(branch.actor, { name: null }) },
      "a third person's profile": { ...operation, client: undefined, ...profileOf(stranger.actor, { name: "乙" }) },
      "what does not travel": peer,
      "our own secrets": { ...operation, client: undefined, entity: "identity", entityId: branch.device },
      "a stamp beyond all clocks": { ...operation, at: far },
    };
    for (const [what, one] of Object.entries(bad)) {
      const manifest = { counts: { operations: 2, entities: { client: 2 } } };
      const bytes = await forge({ from: advisor, to: branch, operations: [operation, one], manifest });
      const outcome = await refusal(receive(branch, bytes));
      expect(outcome, what).toEqual({ code: "package-operation", params: { line: 2 } });
    }
    const lines = Buffer.concat([Buffer.from(`${JSON.stringify(operation)}\n`), Buffer.from([0x22, 0xff, 0x22, 10])]);
    expect(await forged({ lines, manifest: { counts: { operations: 2, entities: { client: 2 } } } })).toBe(
      "package-operation",
    );
  });

  test("with a prototype among its fields, which is left behind", async () => {
    const posing = JSON.parse(JSON.stringify(operation).replace('"phone"', '"__proto__"')) as object;
    const { previewId, rows } = await receive(branch, await forge({ from: advisor, to: branch, operations: [posing] }));
    expect(rows.map(({ fields }) => fields)).toEqual([[]]);
    await branch.sync.discard(previewId);
  });

  test("with a second account of evidence, in the book or in the package itself", async () => {
    const receiptOf = (summary: string) => ({ ...operation, id: crypto.randomUUID(), ...assessment(summary) });
    const [one, two] = [receiptOf("2026-11-01"), receiptOf("2026-11-02")];
    expect(await forged({ operations: [one, one] })).toBeUndefined();
    expect(await forged({ operations: [one, two] })).toBe("package-operation");

    const colleague = await block.office("同事乙");
    await branch.sync.pairPeer({ ...(await colleague.sync.identityCard()), asBranch: false });
    const { device, actor } = colleague;
    const asColleague = (op: object) => ({ ...op, device, actor, at: stampOf(colleague) });
    await importBytes(branch, await forge({ from: colleague, to: branch, operations: [asColleague(one)] }));
    const second = { from: colleague, to: branch, operations: [asColleague(two)] };
    const { keyId } = await keysOf(colleague);
    const row = [...branch.vault.rows("packageIn").values()].find(({ sender }) => sender === keyId);
    const next = { seq: 2, prevManifestHash: row?.["manifestHash"], audit: { ...Object(row?.["audit"]), proof: [] } };
    expect(await codeOf(await forge({ ...second, manifest: next }))).toBe("package-operation");
    const same = { ...second, operations: [asColleague(one)], manifest: next };
    expect(await importBytes(branch, await forge(same))).toEqual({ created: 0, updated: 0, same: 1 });
  });

  function stampOf(office: Office): string {
    return office.clock.tick();
  }

  /** A finished assessment, evidence, of a given day. */
  function assessment(day: string): object {
    return {
      kind: "record",
      entity: "assessment",
      entityId: "a-1",
      patch: undefined,
      value: {
        client: "c-1",
        questionnaire: { id: "q", version: "1" },
        answers: {},
        score: {
          pack: { id: "q", version: "1" },
          points: {},
          total: 0,
          max: 0,
          blocks: [],
          dimensions: [],
          band: "C1",
          caps: [],
          contradictions: [],
          flags: [],
          level: "C1",
          profile: { term: [], types: [], lossLimit: [], goals: [] },
        },
        level: "C1",
        mode: "paper",
        answeredBy: "client",
        startedAt: "2026-11-01T00:00:00.000Z",
        finishedAt: "2026-11-01T00:00:00.000Z",
        timings: {},
        changes: [],
        contradictionChoices: [],
        validFrom: day,
        validUntil: "2027-11-01",
      },
    };
  }
});

describe("a receipt", () => {
  test("is accepted once, from the receiver of that very package, for that very content", async () => {
    const [sender, receiver] = [await block.office("甲"), await block.office("乙")];
    await pairUp(sender, receiver);
    const folder = await block.folder();
    await receiver.sync.saveSettings({ folder, everyHours: 0, atLock: false });
    await importBytes(receiver, await exported(sender, await block.folder()));
    const [file = ""] = Object.keys(await filesIn(folder));
    const bytes = (await filesIn(folder))[file] as Buffer;
    expect(await codeOf(bytes, receiver)).toBe("package-wrong-recipient");
    await importBytes(sender, bytes);
    expect(await codeOf(bytes, sender)).toBe("package-duplicate");

    // The same words by somebody the sender is paired with, but who never got the package.
    const plain = await collect(openAge(inPieces(bytes), [(await keysOf(sender)).ageIdentity]));
    const manifest = JSON.parse(plain.subarray(512, plain.indexOf(0, 512)).toString()) as { answers: object };
    const third = await block.office("丙");
    await sender.sync.pairPeer({ ...(await third.sync.identityCard()), asBranch: false });
    const answer = async (from: Office, answers: object) => {
      const members: Forgery["members"] = (m, s) => [
        { name: "manifest.json", content: m },
        { name: "manifest.json.sig", content: s },
      ];
      const text = (same: string) => {
        const { v, packageId, sender: who, senderKeyId, recipientKeyIds, createdAt } = JSON.parse(same);
        const receipt = {
          answers,
          createdAt,
          kind: "receipt",
          packageId,
          recipientKeyIds,
          sender: who,
          senderKeyId,
          v,
        };
        return JSON.stringify(receipt, (_, value) =>
          value instanceof Object && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
        );
      };
      return codeOf(await forge({ from, to: sender, text, members }), sender);
    };
    expect(await answer(receiver, manifest.answers)).toBe("package-duplicate");
    expect(await answer(third, manifest.answers)).toBe("package-fork");
    expect(await answer(receiver, { ...manifest.answers, seq: 2 })).toBe("package-fork");
    expect(await answer(receiver, { ...manifest.answers, manifestHash: noPreviousManifest })).toBe("package-fork");
    expect(await answer(receiver, { ...manifest.answers, packageId: "0".repeat(32) })).toBe("package-fork");
  });
});
