/** @file The primitives give what their standards' own examples say, and refuse everything else. */
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { auditNonces, open, seal } from "../../../electron/crypto/aead.ts";
import { equalBytes, hmacSha256, sha256, sha512 } from "../../../electron/crypto/hash.ts";
import { affordableScrypt, checkScrypt, hkdf, scrypt, scryptFloor } from "../../../electron/crypto/kdf.ts";
import { randomBytes, randomId } from "../../../electron/crypto/random.ts";
import { publicKeyOf, sign, verify } from "../../../electron/crypto/sign.ts";

const hex = (text: string) => Buffer.from(text, "hex");
const key = Buffer.alloc(32, 7);
const nonce = Buffer.alloc(12, 1);

afterEach(() => auditNonces(undefined));

it("opens what it sealed, with the same key, nonce and associated data", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 60 }), (plaintext, aad) => {
      const opened = open(key, nonce, aad, seal(key, nonce, aad, plaintext));
      expect(opened).toEqual(Buffer.from(plaintext));
    }),
  );
});

it("opens nothing after any single bit of any part changed", () => {
  const aad = Buffer.from("about");
  const parts = { key, nonce, aad, sealed: seal(key, nonce, aad, Buffer.from("secret")) };
  for (const name of ["key", "nonce", "aad", "sealed"] as const) {
    for (let bit = 0; bit < parts[name].length * 8; bit++) {
      const changed = { ...parts, [name]: Buffer.from(parts[name]) };
      changed[name][bit >> 3] = (changed[name][bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(open(changed.key, changed.nonce, changed.aad, changed.sealed), `${name} bit ${bit}`).toBeUndefined();
    }
  }
});

it("opens nothing that is shorter than a tag", () => {
  expect(open(key, nonce, Buffer.alloc(0), Buffer.alloc(15))).toBeUndefined();
});

it("tells the audit which key met which nonce, and not the key itself", () => {
  const heard: string[][] = [];
  auditNonces((keyId, used) => heard.push([keyId, used]));
  seal(key, nonce, Buffer.alloc(0), Buffer.alloc(1));
  expect(heard).toEqual([[sha256(key).toString("hex").slice(0, 16), nonce.toString("hex")]]);
});

it("derives keys from passphrases as RFC 7914 does", async () => {
  const derived = await scrypt("pleaseletmein", Buffer.from("SodiumChloride"), { N: 16384, r: 8, p: 1 });
  expect(derived.toString("hex")).toBe("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2");
});

it("takes a passphrase for the same however the keyboard composes it", async () => {
  const parameters = { N: 2, r: 8, p: 1 };
  const salt = Buffer.alloc(16);
  expect(await scrypt("ｃａｆé", salt, parameters)).toEqual(await scrypt("cafe\u0301", salt, parameters));
});

it("refuses scrypt parameters outside floor and ceiling", () => {
  const refuse = (N: number, r = 8, p = 1) =>
    expect(() => checkScrypt({ N, r, p }, scryptFloor), `${N} ${r} ${p}`).toThrow("vault-parameters");
  for (const N of [2 ** 10, 2 ** 16, 2 ** 21, 2 ** 30, 2 ** 17 + 1, 0, -1, Number.NaN, 1.5]) refuse(N);
  refuse(2 ** 17, 16);
  refuse(2 ** 17, 8, 2);
  for (const N of [2 ** 17, 2 ** 18, 2 ** 20]) checkScrypt({ N, r: 8, p: 1 }, scryptFloor);
});

it("derives keys from keys as RFC 5869 does", () => {
  const derived = hkdf(Buffer.alloc(22, 0x0b), Buffer.alloc(0), "");
  expect(derived.toString("hex")).toBe("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
});

it("signs as RFC 8032 does", () => {
  const seed = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  const publicKey = publicKeyOf(seed);
  const signature = sign(seed, Buffer.alloc(0));
  expect(publicKey.toString("hex")).toBe("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  expect(signature.toString("hex")).toBe(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  );
  expect(verify(publicKey, Buffer.alloc(0), signature)).toBe(true);
});

it("says no, and nothing worse, to a signature that is another's, altered or malformed", () => {
  const seed = Buffer.alloc(32, 3);
  const publicKey = publicKeyOf(seed);
  const message = Buffer.from("message");
  const signature = sign(seed, message);
  const altered = Buffer.from(signature);
  altered[10] = (altered[10] ?? 0) ^ 1;
  expect(verify(publicKeyOf(Buffer.alloc(32, 4)), message, signature)).toBe(false);
  expect(verify(publicKey, Buffer.from("massage"), signature)).toBe(false);
  expect(verify(publicKey, message, altered)).toBe(false);
  expect(verify(publicKey, message, signature.subarray(1))).toBe(false);
  expect(verify(publicKey.subarray(1), message, signature)).toBe(false);
  expect(verify(Buffer.alloc(32, 255), message, signature)).toBe(false);
});

it("hashes as FIPS 180-4 and RFC 4231 do", () => {
  expect(sha256("a", "bc").toString("hex")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha512("abc").toString("hex").slice(0, 32)).toBe("ddaf35a193617abacc417349ae204131");
  const mac = hmacSha256(Buffer.alloc(20, 0x0b), Buffer.from("Hi "), Buffer.from("There"));
  expect(mac.toString("hex")).toBe("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
});

it("finds bytes equal only when all of them are", () => {
  expect(equalBytes(Buffer.from("ab"), Buffer.from("ab"))).toBe(true);
  expect(equalBytes(Buffer.from("ab"), Buffer.from("ac"))).toBe(false);
  expect(equalBytes(Buffer.from("ab"), Buffer.from("abc"))).toBe(false);
});

it("never draws the same bytes or the same name twice", () => {
  expect(randomBytes(32)).not.toEqual(randomBytes(32));
  expect(randomId()).toMatch(/^[0-9a-f]{32}$/);
  expect(randomId()).not.toBe(randomId());
});

const gibibyte = 2 ** 30;
it.each([
  [306, 16, 2 ** 18],
  [1_114, 16, 2 ** 17],
  [130, 16, 2 ** 19],
  [100, 16, 2 ** 20],
  [1, 64, 2 ** 20],
  [100, 4, 2 ** 19],
  [100, 0.5, 2 ** 17],
])("lets a derivation cost up to a second: %d ms at the floor and %d GiB give N = %d", (floorMs, memory, N) => {
  expect(affordableScrypt(floorMs, memory * gibibyte)).toEqual({ N, r: 8, p: 1 });
});
