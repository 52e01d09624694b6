import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createAgeIdentity, isRecipient, openAge, recipientOf, sealAge } from "../../../electron/crypto/age.ts";
import {
  type AgeVector,
  ageVectors,
  doorFault,
  isForOurDoor,
  libraryFault,
  opening,
} from "../../support/age-vectors.ts";
import { testWith } from "../../support/external-tools.ts";
import { collect } from "../../support/forge.ts";
import { inPieces } from "../../support/office.ts";
import { runTool } from "../../support/run-tool.ts";

const folder = mkdtempSync(path.join(tmpdir(), "suitbook-age-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The edges of age's 64 KiB chunks. */
const sizes = [0, 1, 65_535, 65_536, 65_537, 300_000];

const content = (size: number) => Buffer.alloc(size, "建议 suitability ");
const seal = (bytes: Uint8Array, ...recipients: string[]) => collect(sealAge(inPieces(bytes, 10_000), recipients));

describe("sealing", () => {
  test("gives back every byte to every recipient, at every chunk edge", async () => {
    const identities = await Promise.all([createAgeIdentity(), createAgeIdentity()]);
    const recipients = await Promise.all(identities.map(recipientOf));
    for (const size of sizes) {
      const sealed = await seal(content(size), ...recipients);
      for (const identity of identities) {
        expect(await opening(sealed, identity)).toEqual({ released: content(size), code: undefined });
      }
    }
  });

  test("knows a recipient from a mistyped one", async () => {
    const recipient = await recipientOf(await createAgeIdentity());
    expect(isRecipient(recipient)).toBe(true);
    for (let at = 0; at < recipient.length; at++) {
      const other = recipient[at] === "q" ? "p" : "q";
      expect(isRecipient(recipient.slice(0, at) + other + recipient.slice(at + 1))).toBe(false);
    }
  });

  testWith("age", "age-keygen")("is opened by age, and opens what age sealed", async () => {
    const key = path.join(folder, "key.txt");
    runTool("age-keygen", ["-o", key]);
    const identity = runTool("age-keygen", ["-y", key]).stdout.toString().trim();
    const secret = await createAgeIdentity();
    const ours = path.join(folder, "ours.txt");
    writeFileSync(ours, `${secret}\n`);
    for (const size of sizes) {
      const sealed = await seal(content(size), identity);
      expect(runTool("age", ["-d", "-i", key], { input: sealed }).stdout).toEqual(content(size));
      const theirs = runTool("age", ["-r", await recipientOf(secret)], { input: content(size) }).stdout;
      expect(await opening(theirs, secret)).toEqual({ released: content(size), code: undefined });
    }
  });
});

describe("opening", () => {
  test("says whether a file is no age file, for somebody else, or damaged", async () => {
    const identity = await createAgeIdentity();
    const sealed = await seal(content(100_000), await recipientOf(identity));
    expect((await opening(Buffer.from("PK\u0003\u0004 a zip file"), identity)).code).toBe("package-not-age");
    expect((await opening(Buffer.alloc(0), identity)).code).toBe("package-not-age");
    expect((await opening(sealed, await createAgeIdentity())).code).toBe("package-wrong-recipient");
    expect((await opening(sealed.subarray(0, -1), identity)).code).toBe("package-damaged");
    expect((await opening(Buffer.concat([sealed, sealed.subarray(0, 1)]), identity)).code).toBe("package-damaged");
  });

  test("refuses a file cut at any chunk edge", async () => {
    const identity = await createAgeIdentity();
    const sealed = await seal(content(65_536 * 3), await recipientOf(identity));
    const chunk = 65_536 + 16;
    const header = sealed.length - 3 * chunk;
    for (const chunks of [0, 1, 2]) {
      const { code, released } = await opening(sealed.subarray(0, header + chunks * chunk), identity);
      expect(code).toBe("package-damaged");
      expect(content(65_536 * 3).subarray(0, released.length)).toEqual(released);
    }
  });

  test("gives up on a header without end before it fills the memory", async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("age-encryption.org/v1\n-> X25519 ");
      for (;;) {
        pulled += 1000;
        yield Buffer.alloc(1000, "a");
      }
    }
    await expect(collect(openAge(endless(), [await createAgeIdentity()]))).rejects.toMatchObject({
      code: "package-not-age",
    });
    expect(pulled).toBeLessThan(100_000);
  });

  test("passes on why the file could not be read, and lets go of it", async () => {
    const identity = await createAgeIdentity();
    const sealed = await seal(content(200_000), await recipientOf(identity));
    let isClosed = false;
    async function* failing(): AsyncGenerator<Uint8Array> {
      try {
        yield sealed.subarray(0, 100_000);
        throw new Error("stick pulled out");
      } finally {
        isClosed = true;
      }
    }
    await expect(collect(openAge(failing(), [identity]))).rejects.toThrow("stick pulled out");
    expect(isClosed).toBe(true);

    isClosed = false;
    async function* whole(): AsyncGenerator<Uint8Array> {
      try {
        yield* inPieces(sealed);
      } finally {
        isClosed = true;
      }
    }
    for await (const _ of openAge(whole(), [identity])) break;
    expect(isClosed).toBe(true);
  });
});

describe("the C2SP test vectors", () => {
  const vectors = ageVectors();
  const faults = async (chosen: readonly AgeVector[], faultOf: (vector: AgeVector) => Promise<string | undefined>) => {
    const found: string[] = [];
    for (const vector of chosen) {
      const fault = await faultOf(vector);
      if (fault !== undefined) found.push(`${vector.name}: ${fault}`);
    }
    return found;
  };

  test("get the right verdict from the library, all 143 of them", { timeout: 30_000 }, async () => {
    expect(vectors).toHaveLength(143);
    expect(await faults(vectors, libraryFault)).toEqual([]);
  });

  test("get the right refusal from our door, those for X25519 keys in binary form", { timeout: 30_000 }, async () => {
    const ours = vectors.filter(isForOurDoor);
    expect(ours.length).toBeGreaterThan(60);
    expect(await faults(ours, doorFault)).toEqual([]);
  });
});
