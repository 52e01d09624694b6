/** @file What the first version sealed opens for ever. The key in the file is of no vault. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { AttachmentStore } from "../../../electron/attachments/store.ts";
import { openKeys } from "../../../electron/vault/keys.ts";
import { hastyDisk } from "../../faults/disks.ts";
import vector from "../../vectors/attachments-1.json" with { type: "json" };
import { temporaryFolder } from "../vault/fixture.ts";

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString("utf8");
}

test("an attachment and an unfiled recording of version 1 open", async () => {
  const { vaultId, dataKey, attachment, recording } = vector;
  const dir = await temporaryFolder();
  await mkdir(path.join(dir, "att"));
  await writeFile(path.join(dir, "att", `${attachment.id}.a`), Buffer.from(attachment.sealed, "base64"));
  await writeFile(path.join(dir, "att", `${recording.id}.rec`), Buffer.from(recording.sealed, "base64"));
  const keys = openKeys(vaultId, Buffer.from(dataKey, "hex"));
  const store = new AttachmentStore({ dir, keys, disk: hastyDisk, isReadOnly: true });
  const stream = await store.open(attachment.id);
  expect(stream).toMatchObject({ type: "application/pdf", chunkBytes: 65_536, bytes: 15 });
  expect(await textOf(stream.read())).toBe("%PDF-1.7 frozen");
  const [left, ...others] = await store.recordings();
  expect(others).toEqual([]);
  expect(left).toMatchObject({ id: recording.id, bytes: 12, about: { client: "c-1", name: "冻结" } });
  expect(left && (await textOf(left.read()))).toBe("first second");
});
