/** @file Attachments on a disk that refuses: nothing false is acknowledged, and nothing acknowledged is touched. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { AttachmentStore } from "../../../electron/attachments/store.ts";
import { randomBytes, randomId } from "../../../electron/crypto/random.ts";
import { openKeys } from "../../../electron/vault/keys.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import { failingDisk, type StepName, type Trouble } from "../../faults/disks.ts";
import { temporaryFolder } from "../vault/fixture.ts";

const instant = "2026-11-23T01:00:00.000Z";
const about = { client: ClientId.parse("c1"), name: "recording", consentAt: instant, startedAt: instant };
const keys = openKeys(randomId(), randomBytes(32));
const codes = { EIO: "disk-error", ENOSPC: "disk-full" } as const;

async function* content() {
  yield Buffer.alloc(100_000, "x");
}

describe.each<[StepName, Trouble]>([
  ["create", "ENOSPC"],
  ["write", "ENOSPC"],
  ["write", "EIO"],
  ["datasync", "EIO"],
  ["rename", "EIO"],
])("a disk that fails at %s with %s", (step, trouble) => {
  test("keeps nothing of a file that it could not keep whole", async () => {
    const dir = await temporaryFolder();
    const { disk } = failingDisk(step, trouble, 1, true);
    const store = new AttachmentStore({ dir, keys, disk, isReadOnly: false });
    const kind = { id: randomId(), type: "application/pdf", chunkBytes: 64 * 1024 } as const;
    await expect(store.write(kind, content())).rejects.toMatchObject({ code: codes[trouble] });
    expect(await readdir(path.join(dir, "att"))).toEqual([]);
  });
});

describe.each<[StepName, Trouble]>([
  ["write", "ENOSPC"],
  ["datasync", "EIO"],
])("a recording on a disk that fails once at %s with %s", (step, trouble) => {
  test("ends there, is not written to again, and keeps what was acknowledged", async () => {
    const dir = await temporaryFolder();
    // The fourth write or the third flush: head and first frame are one flush, in two writes.
    const { disk } = failingDisk(step, trouble, step === "write" ? 4 : 3, false);
    const store = new AttachmentStore({ dir, keys, disk, isReadOnly: false });
    const id = randomId();
    await store.beginRecording(id, about);
    const piece = Buffer.alloc(500, "x");
    expect(await store.appendRecording(id, piece, 0)).toBe(500);
    await expect(store.appendRecording(id, piece, 500)).rejects.toMatchObject({ code: codes[trouble] });
    await expect(store.appendRecording(id, piece, 500)).rejects.toMatchObject({ code: "recording-missing" });
    const [left] = await store.recordings();
    expect(left?.id).toBe(id);
    expect(left?.bytes).toBeGreaterThanOrEqual(500);
    await store.close();
  });
});

test("a vault opened for reading takes nothing in and drops nothing", async () => {
  const store = new AttachmentStore({
    dir: await temporaryFolder(),
    keys,
    disk: failingDisk("write", "EIO", 1, true).disk,
    isReadOnly: true,
  });
  const refusal = { code: "vault-read-only" };
  const kind = { id: randomId(), type: "application/pdf", chunkBytes: 64 * 1024 } as const;
  await expect(store.write(kind, content())).rejects.toMatchObject(refusal);
  await expect(store.beginRecording(randomId(), about)).rejects.toMatchObject(refusal);
  await expect(store.dropRecording(randomId())).rejects.toMatchObject(refusal);
});
