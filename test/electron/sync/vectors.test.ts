/** @file Packages written by every released version are taken in for ever. A new version adds a file to test/vectors; none is ever changed. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { ActorId, DeviceId } from "../../../shared/model/primitives.ts";
import { bookOf, importBytes, officeBlock } from "../../support/office.ts";
import export1 from "../../vectors/export-1.json" with { type: "json" };

const block = officeBlock();
afterAll(() => block.end());

it("takes in two packages of manifest version 1, one building on the other", async () => {
  const { files, packages, results, book } = export1;
  const dir = await block.folder();
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), Buffer.from(bytes, "base64"));
  }
  const device = DeviceId.parse(export1.device);
  const branch = await block.twinOf({ dir, device, actor: ActorId.parse(export1.actor) });
  for (const [index, bytes] of packages.entries()) {
    expect(await importBytes(branch, Buffer.from(bytes, "base64"))).toEqual(results[index]);
  }
  expect(await bookOf(branch.vault)).toEqual(book);
  expect((await branch.vault.check()).problems).toEqual([]);
});
