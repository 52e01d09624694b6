/** @file Opens every frame of every file of a vault and lists what does not hold. Changes nothing. */
import type { Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { Operation } from "../../shared/log/operation.ts";
import { type AttachmentStore, attachmentFolder } from "../attachments/store.ts";
import { equalBytes } from "../crypto/hash.ts";
import { runningSha256 } from "../crypto/running-hash.ts";
import { Audit } from "../evidence/audit.ts";
import type { Disk } from "./disk.ts";
import type { ChainPoint } from "./frame.ts";
import { type Head, openHead } from "./head.ts";
import { headerFile, isAuthentic, readHeader } from "./header.ts";
import type { VaultKeys } from "./keys.ts";
import { genesis, isUnborn, limitsOf, listSegments, readSegment, type Segment, walkSegment } from "./segments.ts";
import { openSnapshot, snapshotNames } from "./snapshot.ts";
import { operationsIn } from "./transaction.ts";

export interface CheckProblem {
  /** Plain name of the file. */
  readonly file: string;
  /**
   * `damaged`: does not open, or not in its place. `missing`: should be there. `spare`: one
   * of two copies is not sound. `unreadable`: opens, but holds what this version cannot read.
   * `rewritten`: the log up to this transaction is not the one that was signed.
   */
  readonly problem: "damaged" | "missing" | "spare" | "unreadable" | "rewritten";
}

export interface CheckReport {
  readonly frames: number;
  readonly operations: number;
  readonly segments: number;
  readonly snapshots: number;
  /** Sealed files that were opened whole. */
  readonly attachments: number;
  /** Signed checkpoints and packages whose word about the log was compared with it. */
  readonly checkpoints: number;
  readonly problems: readonly CheckProblem[];
}

export interface CheckOptions {
  readonly dir: string;
  readonly keys: VaultKeys;
  readonly disk: Disk;
  /** How far the log has been acknowledged: what lies beyond may be in the middle of being written. */
  readonly head: Head;
  readonly files: { readonly store: AttachmentStore; readonly records: ReadonlyMap<string, Row> };
  /** Bytes checked so far, and in all. */
  readonly onProgress: (done: number, of: number) => void;
}

export async function checkVault(options: CheckOptions): Promise<CheckReport> {
  const { dir, keys, disk, head } = options;
  const problems: CheckProblem[] = [];
  const header = await readHeader(dir).catch(() => undefined);
  if (header === undefined || !isAuthentic(header.header, keys))
    problems.push({ file: headerFile, problem: "damaged" });
  else if (!header.isWhole) problems.push({ file: headerFile, problem: "spare" });

  // Before the log is read: it knows of no more than the segments held then, whatever is appended meanwhile.
  const heads = await openHead(disk, dir, keys);
  if (!heads.isWhole) problems.push({ file: "HEAD", problem: "spare" });
  const until = Math.max(head.last.seq, heads.found?.last.seq ?? 0);
  const log = await checkSegments({ ...options, until }, problems);

  const names = await snapshotNames(dir);
  for (const name of names) {
    if (!(await isSnapshotSound(dir, keys, name, log.tags))) problems.push({ file: name, problem: "damaged" });
  }
  const attachments = await checkAttachments(options.files, problems);
  const { frames, operations, segments } = log;
  const { compared, rewritten } = log.audit.finish();
  for (const size of rewritten) problems.push({ file: `checkpoint-${size}`, problem: "rewritten" });
  const found = { frames, operations, segments, snapshots: names.length, attachments, checkpoints: compared };
  return { ...found, problems };
}

interface CheckedLog {
  frames: number;
  operations: number;
  segments: number;
  /** The tag of every frame, to compare the snapshots with. */
  readonly tags: Map<number, Uint8Array>;
  readonly audit: Audit;
}

async function checkSegments(
  { dir, keys, until, onProgress }: CheckOptions & Pick<Course, "until">,
  problems: CheckProblem[],
): Promise<CheckedLog> {
  const segments = await listSegments(dir, keys);
  const of = segments.reduce((sum, { bytes }) => sum + bytes, 0);
  const limits = limitsOf(segments);
  const log: CheckedLog = {
    frames: 0,
    operations: 0,
    segments: segments.length,
    tags: new Map(),
    audit: new Audit(keys.vaultId),
  };
  let last: ChainPoint = genesis;
  let done = 0;
  for (const [index, segment] of segments.entries()) {
    if (segment.gen !== index + 1) problems.push({ file: segment.name, problem: "missing" });
    const course = { last, limit: limits[index] ?? 0, until, log, problems };
    last = await checkSegment(dir, segment, course);
    done += segment.bytes;
    onProgress(done, of);
  }
  const end = segments.at(-1)?.name ?? "seg-00000001";
  if (last.seq < until && problems.at(-1)?.file !== end) problems.push({ file: end, problem: "missing" });
  return log;
}

interface Course {
  readonly last: ChainPoint;
  readonly limit: number;
  /** How far the log reaches, by all that is known of it. */
  readonly until: number;
  readonly log: CheckedLog;
  readonly problems: CheckProblem[];
}

/** The last point of the chain after this segment. */
async function checkSegment(dir: string, segment: Segment, course: Course): Promise<ChainPoint> {
  const { last, limit, until, log, problems } = course;
  if (isUnborn(segment)) return last;
  if (segment.head === undefined) {
    problems.push({ file: segment.name, problem: "damaged" });
    return last;
  }
  const { previous } = segment.head;
  const walk = walkSegment(segment.head, await readSegment(dir, segment), limit);
  const isChained = previous.seq === last.seq && equalBytes(previous.tag, last.tag) && previous.seq <= limit;
  // At the end of the open segment an append may be under way.
  const isSound = walk.state !== "damaged" && (limit !== Number.POSITIVE_INFINITY || walk.last.seq >= until);
  if (!isChained || !isSound) problems.push({ file: segment.name, problem: "damaged" });
  let isReadable = true;
  for (const { seq, tag, plaintext } of walk.frames) {
    const operations = operationsIn(plaintext);
    isReadable &&= operations.every((op) => Operation.safeParse(op).success);
    log.frames += 1;
    log.operations += operations.length;
    log.audit.add(plaintext, operations);
    log.tags.set(seq, Buffer.from(tag));
  }
  if (!isReadable) problems.push({ file: segment.name, problem: "unreadable" });
  const end = walk.frames.at(-1) ?? walk.last;
  return { seq: end.seq, tag: Buffer.from(end.tag) };
}

async function isSnapshotSound(
  dir: string,
  keys: VaultKeys,
  name: string,
  tags: ReadonlyMap<number, Uint8Array>,
): Promise<boolean> {
  const snapshot = await openSnapshot(dir, keys, name);
  const tag = snapshot && tags.get(snapshot.last.seq);
  if (snapshot === undefined || tag === undefined || !equalBytes(tag, snapshot.last.tag)) return false;
  try {
    for await (const _ of snapshot.pieces());
    return true;
  } catch {
    return false;
  }
}

/** Every file that a record names is there, opens whole, and is what was filed. Returns how many there are. */
async function checkAttachments({ store, records }: CheckOptions["files"], problems: CheckProblem[]): Promise<number> {
  let count = 0;
  for (const { id, kind, sha256, bytes } of records.values()) {
    if (kind === "reference") continue;
    count += 1;
    const hash = runningSha256();
    try {
      for await (const piece of (await store.open(id)).read()) hash.add(piece);
      if (hash.size !== bytes || hash.hex() !== sha256) throw new AppError("attachment-damaged");
    } catch (error) {
      const isMissing = error instanceof AppError && error.code === "attachment-missing";
      problems.push({ file: `${attachmentFolder}/${id}.a`, problem: isMissing ? "missing" : "damaged" });
    }
  }
  for (const name of await store.brokenRecordings()) {
    problems.push({ file: `${attachmentFolder}/${name}`, problem: "damaged" });
  }
  return count;
}
