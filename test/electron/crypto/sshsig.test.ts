import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { publicKeyOf } from "../../../electron/crypto/sign.ts";
import { allowedKeys, allowedSigner, packageNamespace, signSsh, verifySsh } from "../../../electron/crypto/sshsig.ts";
import { testWith } from "../../support/external-tools.ts";
import { runTool } from "../../support/run-tool.ts";

const seed = Buffer.alloc(32, 7);
const message = Buffer.from('{"hello":"你好"}');
const folder = mkdtempSync(path.join(tmpdir(), "suitbook-sshsig-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a signature over a manifest", () => {
  const signature = signSsh(seed, message, packageNamespace);

  test("names the key that made it", () => {
    expect(Buffer.from(verifySsh(signature, message, packageNamespace) ?? [])).toEqual(publicKeyOf(seed));
  });

  test("fits no other message and no other purpose", () => {
    expect(verifySsh(signature, Buffer.from("{}"), packageNamespace)).toBeUndefined();
    expect(verifySsh(signature, message, "file")).toBeUndefined();
    expect(verifySsh(signSsh(seed, message, "file"), message, packageNamespace)).toBeUndefined();
  });

  test("is refused with any one byte changed", () => {
    const bytes = Buffer.from(signature);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(verifySsh(changed.toString("latin1"), message, packageNamespace)).toBeUndefined();
    }
  });

  test("is never an error, whatever stands in its place", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        const armored = `-----BEGIN SSH SIGNATURE-----\n${text}\n-----END SSH SIGNATURE-----\n`;
        expect(verifySsh(text, message, packageNamespace)).toBeUndefined();
        expect(verifySsh(armored, message, packageNamespace)).toBeUndefined();
      }),
    );
  });

  testWith("ssh-keygen")("is accepted by ssh-keygen, for this purpose only", () => {
    const signers = path.join(folder, "allowed_signers");
    const file = path.join(folder, "manifest.json.sig");
    writeFileSync(signers, `${allowedSigner("sb-1", publicKeyOf(seed), packageNamespace)}\n`);
    writeFileSync(file, signature);
    const verify = (namespace: string, input: Uint8Array) =>
      runTool("ssh-keygen", ["-Y", "verify", "-f", signers, "-I", "sb-1", "-n", namespace, "-s", file], { input });
    expect(verify(packageNamespace, message)).toMatchObject({ status: 0 });
    expect(verify("file", message).status).not.toBe(0);
    expect(verify(packageNamespace, Buffer.from("{}")).status).not.toBe(0);
  });
});

testWith("ssh-keygen")("ssh-keygen's own signature is the same, byte for byte, and is accepted", () => {
  const key = path.join(folder, "key");
  const file = path.join(folder, "message");
  runTool("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key]);
  writeFileSync(file, message);
  runTool("ssh-keygen", ["-Y", "sign", "-f", key, "-n", packageNamespace, file]);
  const theirs = readFileSync(`${file}.sig`, "utf8");

  const publicBlob = Buffer.from(readFileSync(`${key}.pub`, "utf8").split(" ")[1] ?? "", "base64");
  const publicKey = publicBlob.subarray(-32);
  // In the private file the seed stands right before the public key's second copy.
  const privateBlob = Buffer.from(readFileSync(key, "utf8").replace(/-----.*-----|\n/g, ""), "base64");
  const at = privateBlob.lastIndexOf(publicKey);
  const theirSeed = privateBlob.subarray(at - 32, at);

  expect(Buffer.from(verifySsh(theirs, message, packageNamespace) ?? [])).toEqual(Buffer.from(publicKey));
  expect(signSsh(theirSeed, message, packageNamespace)).toBe(theirs);
});

describe("an allowed_signers file", () => {
  const own = allowedSigner("maker", publicKeyOf(seed), "x").split(" ").slice(2).join(" ");
  const other = allowedSigner("else", publicKeyOf(Buffer.alloc(32, 8)), "x")
    .split(" ")
    .slice(2)
    .join(" ");
  const lines: readonly [line: string, isAllowed: boolean][] = [
    [`maker ${own}`, true],
    [`maker ${own} a comment`, true],
    [`"maker,someone else" ${own}`, true],
    [`maker namespaces="${packageNamespace}" ${own}`, true],
    [`maker namespaces="file,${packageNamespace}" ${own}`, true],
    [`maker  \t${own}`, true],
    [`maker namespaces="file" ${own}`, false],
    [`maker cert-authority ${own}`, false],
    [`maker valid-before="20200101" ${own}`, false],
    [`maker namespaces="${packageNamespace}",valid-after="20200101" ${own}`, false],
    [`# maker ${own}`, false],
    [own, false],
    [`maker ${own.slice(0, -8)}`, false],
    ["maker ssh-ed25519 !!!", false],
    ["", false],
  ];

  test("names the keys that may sign for a purpose; a line with any other condition names none", () => {
    for (const [line, isAllowed] of lines) {
      const keys = allowedKeys(`${line}\r\n`, packageNamespace).map((key) => Buffer.from(key).toString("hex"));
      expect(keys, line).toEqual(isAllowed ? [publicKeyOf(seed).toString("hex")] : []);
    }
    const all = allowedKeys(`maker ${own}\nelse ${other}\n`, packageNamespace);
    expect(all).toHaveLength(2);
  });

  testWith("ssh-keygen")("is never more generous than ssh-keygen", () => {
    const [signers, signature] = [path.join(folder, "allowed"), path.join(folder, "allowed.sig")];
    writeFileSync(signature, signSsh(seed, message, packageNamespace));
    const verify = ["-Y", "verify", "-f", signers, "-I", "maker", "-n", packageNamespace, "-s", signature];
    for (const [line, isAllowed] of lines) {
      writeFileSync(signers, `${line}\n`);
      const isTheirs = runTool("ssh-keygen", verify, { input: message }).status === 0;
      if (isAllowed) expect(isTheirs, line).toBe(true);
    }
  });
});
