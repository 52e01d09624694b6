/** @file A proof pack in the hands of tools that know nothing of Suitbook. */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect } from "vitest";
import { allowedSigner, proofNamespace } from "../../../electron/crypto/sshsig.ts";
import { ownIdentity } from "../../../electron/sync/identity.ts";
import { testWith } from "../../support/external-tools.ts";
import { officeBlock } from "../../support/office.ts";
import { fillBook, packOf } from "../../support/proof-book.ts";
import { runTool } from "../../support/run-tool.ts";

const block = officeBlock();
afterAll(() => block.end());

testWith("tar", "ssh-keygen")(
  "tar unpacks it, ssh-keygen verifies its signature, and each file is named by its hash",
  async () => {
    const office = await block.office("陆文澜");
    await fillBook(office);
    const pack = await packOf(office, { draw: async () => Buffer.from("%PDF-1.7") });
    const folder = path.join(await block.folder(), "out");
    await mkdir(folder);
    expect(runTool("tar", ["xf", "-"], { cwd: folder, input: pack })).toMatchObject({ status: 0 });
    expect((await readdir(folder)).sort()).toEqual(["files", "proof.json", "proof.json.sig", "proof.pdf"]);
    const files = await readdir(path.join(folder, "files"));
    expect(files).toHaveLength(2);
    for (const name of files) {
      const digest = createHash("sha256").update(await readFile(path.join(folder, "files", name)));
      expect(name.slice(0, 64)).toBe(digest.digest("hex"));
    }
    const { verifyKey } = await ownIdentity(office.vault, office.device);
    const signers = `${allowedSigner("maker", Buffer.from(verifyKey, "base64"), proofNamespace)}\n`;
    await writeFile(path.join(folder, "allowed_signers"), signers);
    const input = await readFile(path.join(folder, "proof.json"));
    const check = (namespace: string, text: Uint8Array) =>
      runTool(
        "ssh-keygen",
        ["-Y", "verify", "-f", "allowed_signers", "-I", "maker", "-n", namespace, "-s", "proof.json.sig"],
        {
          cwd: folder,
          input: text,
        },
      ).status;
    expect(check(proofNamespace, input)).toBe(0);
    expect(check("suitbook-package", input)).not.toBe(0);
    expect(check(proofNamespace, Buffer.concat([input, Buffer.from(" ")]))).not.toBe(0);
  },
);
