/** @file F4 beside the log: the power goes while attachments are sealed and a recording runs. */
import { rm } from "node:fs/promises";
import path from "node:path";
import { AttachmentStore, attachmentFolder } from "../../../electron/attachments/store.ts";
import { randomBytes, randomId } from "../../../electron/crypto/random.ts";
import { openKeys, type VaultKeys } from "../../../electron/vault/keys.ts";
import { ClientId } from "../../../shared/model/primitives.ts";
import { type FaultCase, type Scale, seeded, Tally } from "../case.ts";
import { hastyDisk } from "../disks.ts";
import { putFiles, withFolder } from "../image.ts";
import { powerCut, type Recording, record } from "../recorder.ts";

const states = { quick: 150, whole: 5_000 } as const;

/** What was acknowledged: a file with its content, or all that was recorded so far. */
type Mark = { readonly filed: string; readonly content: Buffer } | { readonly recorded: Buffer };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function contentOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** Two files are sealed, and between them a recording grows. */
async function live(folder: string, keys: VaultKeys, recording: Recording): Promise<string> {
  const dir = path.join(folder, "lived");
  const store = new AttachmentStore({ dir, keys, disk: recording.disk, isReadOnly: false });
  const mark = (one: Mark): void => recording.mark(one);
  const file = async (bytes: number): Promise<void> => {
    const id = randomId();
    const content = randomBytes(bytes);
    await store.write({ id, type: "application/pdf", chunkBytes: 64 * 1024 }, once(content));
    mark({ filed: id, content });
  };
  await file(70_000);
  const id = randomId();
  const instant = "2026-11-23T01:00:00.000Z";
  const about = { client: ClientId.parse("c-1"), name: "recording", consentAt: instant, startedAt: instant };
  await store.beginRecording(id, about);
  let recorded = Buffer.alloc(0);
  mark({ recorded });
  for (let n = 0; n < 5; n++) {
    const piece = randomBytes(700);
    await store.appendRecording(id, piece, recorded.length);
    recorded = Buffer.concat([recorded, piece]);
    mark({ recorded });
    if (n === 2) await file(3_000);
  }
  await store.close();
  await rm(dir, { recursive: true });
  return id;
}

async function run(scale: Scale) {
  return withFolder(async (folder) => {
    const tally = new Tally();
    const keys = openKeys(randomId(), randomBytes(32));
    const recording = record(hastyDisk);
    const id = await live(folder, keys, recording);
    const random = seeded(4);
    const dir = path.join(folder, "cut");
    for (let n = 0; n < states[scale]; n++) {
      const count = Math.floor(random() * (recording.steps.length + 1));
      const marks = recording.steps.slice(0, count).flatMap((one) => (one.kind === "mark" ? [one.mark as Mark] : []));
      putFiles(path.join(dir, attachmentFolder), powerCut(recording.steps, count, random, n % 2 === 0 ? 512 : 4096));
      tally.tried();
      await judge(new AttachmentStore({ dir, keys, disk: hastyDisk, isReadOnly: false }), id, marks, tally);
    }
    return tally.outcome;
  });
}

async function judge(store: AttachmentStore, id: string, marks: readonly Mark[], tally: Tally): Promise<void> {
  for (const mark of marks) {
    if (!("filed" in mark)) continue;
    const content = await store.open(mark.filed).then(
      (stream) => contentOf(stream.read()),
      () => undefined,
    );
    tally.lost(content?.equals(mark.content) === true ? 0 : 1, "a file that was acknowledged does not open");
  }
  const last = marks.findLast((mark) => "recorded" in mark);
  const found = (await store.recordings()).find((one) => one.id === id);
  if (last === undefined) return;
  const recorded = found === undefined ? undefined : await contentOf(found.read());
  const isThere = recorded?.subarray(0, last.recorded.length).equals(last.recorded) === true;
  tally.lost(isThere ? 0 : 1, `of ${last.recorded.length} recorded bytes ${recorded?.length ?? "none"} are there`);
}

export const attachmentPowerCase: FaultCase = {
  id: "F4",
  title: "after a power cut every file and every second of a recording that was acknowledged is there",
  atLeast: 5_000,
  run,
};
