/** @file Vaults written by every released format open for ever. A new format adds a file to test/vectors; none is ever changed. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { unlockVault } from "../../../electron/vault/vault.ts";
import vault1 from "../../vectors/vault-1.json" with { type: "json" };
import { cheap, readBook, temporaryFolder } from "./fixture.ts";

it("opens a vault of format 1 with both its secrets, and reads what was put into it", async () => {
  const { files, passphrase, recoveryKey, operations } = vault1;
  for (const secret of [{ passphrase }, { recoveryKey }]) {
    const dir = path.join(await temporaryFolder(), "vault");
    await mkdir(dir);
    for (const [name, bytes] of Object.entries(files))
      await writeFile(path.join(dir, name), Buffer.from(bytes, "base64"));
    const vault = await unlockVault(dir, secret, cheap);
    expect(vault.recovery).toEqual({ state: "clean", droppedBytes: 0, readOnly: false });
    const read = [];
    for await (const transaction of vault.operations(0)) read.push(...transaction.operations);
    expect(read).toEqual(operations);
    const { rows, bundles } = await readBook(vault);
    expect([...rows.keys()]).toEqual(["client/c-1", "contact/k-2", "profile/a-1"]);
    expect(bundles.get("c-1")?.contacts.map(({ id }) => id)).toEqual(["k-1"]);
    expect((await vault.check()).problems).toEqual([]);
    await vault.close();
  }
});
