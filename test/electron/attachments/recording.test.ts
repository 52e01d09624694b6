/** @file Recordings: filed as they were spoken, and what is left of one after a crash. */
import { spawn } from "node:child_process";
import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Reply, unwrap } from "../../../shared/bridge/reply.ts";
import { RecordingProgress } from "../../../shared/bridge/streams.ts";
import { programPath } from "../../faults/child.ts";
import { clearDesks, type Desk, openDesk, openNewVault, passphrase, type VaultOfDesk } from "../services/desk.ts";
import { webm } from "./samples.ts";

const consentAt = "2026-11-23T01:00:00.000Z";
let desk: Desk & VaultOfDesk;
beforeAll(async () => {
  desk = await openNewVault();
});
afterAll(clearDesks);

const begin = () => desk.call("beginRecording", { client: "c1", name: "产品说明", consentAt });

async function send(id: string, piece: Uint8Array, at: number, to: Desk = desk): Promise<number> {
  const response = await to.stream(`/stream/recording/${id}?at=${at}`, { method: "POST", body: Buffer.from(piece) });
  return RecordingProgress.parse(unwrap((await response.json()) as Reply)).bytes;
}

const attFolder = (root: string, vault: string) => path.join(root, vault, "att");
const folder = () => attFolder(desk.root, desk.session.vault.id);

async function content(id: string, from: Desk = desk): Promise<Buffer> {
  return Buffer.from(await (await from.stream(`/stream/attachment/${id}`)).arrayBuffer());
}

describe("a recording", () => {
  test("that is finished is filed under its own id, with its sound as it came, and nothing else is left", async () => {
    const { id } = await begin();
    const sound = webm(3_000_000);
    let at = 0;
    for (let from = 0; from < sound.length; from += 700_001)
      at = await send(id, sound.subarray(from, from + 700_001), at);
    expect(at).toBe(sound.length);
    expect(await desk.call("interruptedRecordings", null)).toMatchObject([{ id, bytes: sound.length }]);
    const filed = await desk.call("finishRecording", { id, durationMs: 61_000 });
    expect(filed).toMatchObject({
      ...{ id, kind: "recording", client: "c1", name: "产品说明.webm", type: "audio/webm" },
      ...{ bytes: sound.length, durationMs: 61_000, consentAt },
    });
    expect(filed).not.toHaveProperty("interrupted");
    expect((await content(id)).equals(sound)).toBe(true);
    expect(await readdir(folder())).toEqual([`${id}.a`]);
    await expect(send(id, sound, at)).rejects.toMatchObject({ code: "recording-missing" });
    await expect(desk.call("keepRecording", { id })).rejects.toMatchObject({ code: "recording-missing" });
  });

  test("takes pieces only in their order, and says how far it is", async () => {
    const { id } = await begin();
    expect(await send(id, webm(10), 0)).toBe(webm(10).length);
    for (const at of [0, 10, 1000]) {
      await expect(send(id, Buffer.from("x"), at)).rejects.toMatchObject({
        ...{ code: "recording-order", params: { bytes: webm(10).length } },
      });
    }
    await desk.call("dropRecording", { id });
    expect(await desk.call("interruptedRecordings", null)).toEqual([]);
  });

  test("is filed once, however often that is asked", async () => {
    const { id } = await begin();
    await send(id, webm(10), 0);
    const answers = await Promise.allSettled([1, 2, 3].map((n) => desk.call("finishRecording", { id, durationMs: n })));
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  test("of nothing, or of something that is no sound, is refused and stays until it is dropped", async () => {
    for (const [piece, code] of [
      [Buffer.alloc(0), "attachment-empty"],
      [Buffer.from("<svg>"), "attachment-markup"],
    ] as const) {
      const { id } = await begin();
      await send(id, piece, 0);
      await expect(desk.call("finishRecording", { id, durationMs: 0 })).rejects.toMatchObject({ code });
      expect(await desk.call("interruptedRecordings", null)).toMatchObject([{ id }]);
      await desk.call("dropRecording", { id });
      await expect(desk.call("dropRecording", { id })).rejects.toMatchObject({ code: "recording-missing" });
    }
  });

  test("that a lock cuts short waits after the next unlock and is kept when asked", async () => {
    const { id } = await begin();
    await send(id, webm(5000), 0);
    await desk.call("lockVault", null);
    await desk.call("unlockVault", { vault: desk.session.vault.id, passphrase });
    expect(await desk.call("interruptedRecordings", null)).toMatchObject([
      { id, client: "c1", name: "产品说明", consentAt, bytes: webm(5000).length },
    ]);
    await expect(send(id, Buffer.from("x"), webm(5000).length)).rejects.toMatchObject({ code: "recording-missing" });
    expect(await desk.call("keepRecording", { id })).toMatchObject({ id, interrupted: true });
    expect((await content(id)).equals(webm(5000))).toBe(true);
  });

  test("gives back every whole piece before damage, and no byte after it", async () => {
    const { id } = await begin();
    const first = webm(1000);
    let at = await send(id, first, 0);
    at = await send(id, Buffer.alloc(1000, 1), at);
    await send(id, Buffer.alloc(1000, 2), at);
    await desk.call("lockVault", null);
    const file = path.join(folder(), `${id}.rec`);
    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1200) ^ 1, bytes.length - 1200);
    await writeFile(file, bytes);
    await desk.call("unlockVault", { vault: desk.session.vault.id, passphrase });
    expect(await desk.call("interruptedRecordings", null)).toMatchObject([{ id, bytes: first.length }]);
    await truncate(file, 150);
    expect(await desk.call("interruptedRecordings", null)).toEqual([]);
  });
});

test("killed with SIGKILL between two pieces, a recording has every piece that was acknowledged", async () => {
  const root = path.join(desk.root, "..", "killed");
  const program = programPath("recorder.ts");
  const child = spawn(process.execPath, [program, root], { stdio: ["pipe", "pipe", "inherit"] });
  let heard = "";
  for await (const text of child.stdout.setEncoding("utf8")) {
    heard += text as string;
    if (heard.split("\n").length > 12) break;
  }
  const gone = new Promise((resolve) => child.on("close", (_, signal) => resolve(signal)));
  child.kill("SIGKILL");
  expect(await gone).toBe("SIGKILL");
  const [vault = "", id = "", ...acks] = heard.trimEnd().split("\n");
  const acknowledged = Number(/^\d+$/.exec(acks.at(-1) ?? "")?.[0] ?? acks.at(-2));
  const after = openDesk(root);
  await after.call("unlockVault", { vault, passphrase });
  const [left] = await after.call("interruptedRecordings", null);
  expect(left?.id).toBe(id);
  expect(left?.bytes).toBeGreaterThanOrEqual(acknowledged);
  expect(acknowledged).toBeGreaterThan(0);
  expect(await after.call("keepRecording", { id })).toMatchObject({ interrupted: true });
  const kept = await content(id, after);
  expect(kept.equals(webm(kept.length).subarray(0, kept.length))).toBe(true);
});
