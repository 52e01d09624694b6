/**
 * @file Tests a backup without touching it or the vault: every file against its hash,
 * every frame of the log opened in its place, and what is in it counted. All in memory,
 * one file at a time.
 */
import path from "node:path";
import { equalBytes, sha256 } from "../crypto/hash.ts";
import type { Job } from "../sync/jobs.ts";
import type { ChainPoint } from "../vault/frame.ts";
import type { VaultKeys } from "../vault/keys.ts";
import { fileHeadBytes, readFileHead } from "../vault/sealed-file.ts";
import { genesis, isUnborn, limitsOf, type Segment, walkSegment } from "../vault/segments.ts";
import { operationsIn } from "../vault/transaction.ts";
import { type BackupCounts, type BackupFile, type Manifest, openManifest, storeOf } from "./manifest.ts";
import { digestOf, readStart } from "./store.ts";

export interface BackupProblem {
  /** Plain name; `manifest` for the list itself. */
  readonly file: string;
  /** `counts`: everything opens, but it is not as much as was backed up. */
  readonly problem: "missing" | "damaged" | "counts";
}

export interface BackupVerdict {
  readonly sound: boolean;
  /** Counted in the backup itself. */
  readonly counts: BackupCounts;
  readonly problems: BackupProblem[];
}

export interface VerifyOptions {
  readonly place: string;
  readonly manifest: Manifest;
  readonly keys: Pick<VaultKeys, "derive">;
  readonly job: Job;
}

/** @throws AppError `cancelled` */
export async function verifyBackup({ place, manifest, keys, job }: VerifyOptions): Promise<BackupVerdict> {
  const problems: BackupProblem[] = [];
  const expected = openManifest(manifest, keys);
  if (expected === undefined) problems.push({ file: "manifest", problem: "damaged" });
  const of = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const passed = (bytes: number): void => {
    done += bytes;
    job.progress(done, of);
    job.signal.throwIfAborted();
  };
  const isSegment = ({ name }: BackupFile) => name.startsWith("seg-");
  for (const file of manifest.files.filter((one) => !isSegment(one))) {
    const hash = await digestOf(path.join(storeOf(place), file.stored), file.bytes).catch(() => undefined);
    if (hash !== file.sha256) problems.push({ file: file.name, problem: hash === undefined ? "missing" : "damaged" });
    passed(file.bytes);
  }
  const count = new Count();
  const segments = manifest.files.filter(isSegment).sort((a, b) => (a.name < b.name ? -1 : 1));
  await verifyLog({ place, manifest, keys, segments, problems, count, passed });
  const { counts } = count;
  if (problems.length === 0 && expected !== undefined && !isSame(counts, expected)) {
    problems.push({ file: "manifest", problem: "counts" });
  }
  return { sound: problems.length === 0, counts, problems };
}

interface LogOptions extends Pick<VerifyOptions, "place" | "manifest" | "keys"> {
  readonly segments: readonly BackupFile[];
  readonly problems: BackupProblem[];
  readonly count: Count;
  readonly passed: (bytes: number) => void;
}

async function verifyLog({ place, manifest, keys, segments, problems, count, passed }: LogOptions): Promise<void> {
  const { head } = manifest;
  const heads: Segment[] = [];
  for (const file of segments) {
    heads.push(readHead(file, await readStored(place, file, Math.min(file.bytes, fileHeadBytes)), keys));
  }
  const limits = limitsOf(heads);
  let last: ChainPoint = genesis;
  for (const [index, file] of segments.entries()) {
    const segment = heads[index];
    const bytes = await readStored(place, file, file.bytes);
    passed(file.bytes);
    if (bytes === undefined) problems.push({ file: file.name, problem: "missing" });
    else if (sha256(bytes).toString("hex") !== file.sha256) problems.push({ file: file.name, problem: "damaged" });
    if (segment === undefined || bytes === undefined || isUnborn(segment)) continue;
    if (segment.head === undefined || segment.gen !== index + 1) {
      problems.push({ file: file.name, problem: "damaged" });
      continue;
    }
    const { previous } = segment.head;
    const walk = walkSegment(segment.head, bytes, Math.min(limits[index] ?? 0, head.seq));
    const isChained = previous.seq === last.seq && equalBytes(previous.tag, last.tag);
    const isKnown = problems.some((problem) => problem.file === file.name);
    if ((!isChained || walk.state === "damaged") && !isKnown) problems.push({ file: file.name, problem: "damaged" });
    for (const frame of walk.frames) for (const op of operationsIn(frame.plaintext)) count.add(op);
    const end = walk.frames.at(-1) ?? walk.last;
    last = { seq: end.seq, tag: Buffer.from(end.tag) };
    segment.head.key.fill(0);
  }
  const isWhole = last.seq === head.seq && equalBytes(last.tag, Buffer.from(head.tag, "hex"));
  if (!isWhole && head.seq > 0 && problems.length === 0) problems.push({ file: "manifest", problem: "counts" });
}

function readHead({ name, bytes }: BackupFile, start: Buffer | undefined, keys: VerifyOptions["keys"]): Segment {
  const gen = Number(/^seg-(\d{8})-/.exec(name)?.[1] ?? 0);
  const head = start && readFileHead("segment", keys, start);
  return { name, gen, bytes, head: head?.gen === gen ? head : undefined };
}

/** The first bytes of a stored file; undefined when it is not there or too short. */
async function readStored(place: string, { stored }: BackupFile, length: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of readStart(path.join(storeOf(place), stored), length)) chunks.push(chunk);
  } catch {
    return undefined;
  }
  const content = Buffer.concat(chunks);
  return content.length < length ? undefined : content;
}

/** Records by their kind, however many operations each has. */
class Count {
  readonly #ids = new Map<string, Set<string>>();
  #operations = 0;

  add({ entity, entityId }: { readonly entity: string; readonly entityId: string }): void {
    this.#operations += 1;
    const ids = this.#ids.get(entity);
    if (ids === undefined) this.#ids.set(entity, new Set([entityId]));
    else ids.add(entityId);
  }

  get counts(): BackupCounts {
    const sizeOf = (entity: string) => this.#ids.get(entity)?.size ?? 0;
    return {
      clients: sizeOf("client"),
      contacts: sizeOf("contact"),
      assessments: sizeOf("assessment"),
      operations: this.#operations,
    };
  }
}

function isSame(a: BackupCounts, b: BackupCounts): boolean {
  return (["clients", "contacts", "assessments", "operations"] as const).every((name) => a[name] === b[name]);
}
