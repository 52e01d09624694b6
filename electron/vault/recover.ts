/**
 * @file Reads the log when a vault is opened, from a known point to its end, and
 * judges what it finds. Changes nothing on the disk.
 */
import type { RecoveryReport } from "../../shared/bridge/contract.ts";
import { equalBytes } from "../crypto/hash.ts";
import type { ChainPoint, Frame } from "./frame.ts";
import type { Head } from "./head.ts";
import type { VaultKeys } from "./keys.ts";
import { genesis, isUnborn, limitsOf, listSegments, readSegment, type Segment, walkSegment } from "./segments.ts";

export interface RecoveredLog {
  readonly segments: readonly Segment[];
  /** The last frame that counts. */
  readonly last: ChainPoint;
  /** Gen of the segment that holds it; 0 when there is none. */
  readonly lastSegment: number;
  readonly state: RecoveryReport["state"];
  readonly droppedBytes: number;
}

export interface RecoverOptions {
  readonly dir: string;
  readonly keys: VaultKeys;
  /** The log is read from here on: the start, or where a snapshot ends. */
  readonly from: ChainPoint;
  /** How far the log is known to have come, by HEAD and by whoever else remembers. */
  readonly heads: readonly Head[];
  /** Called with every frame after `from`, in order. */
  readonly visit: (frame: Frame) => void;
}

/** Undefined when `from` is no point of this log: the snapshot belongs to another. */
export async function recoverLog({ dir, keys, from, heads, visit }: RecoverOptions): Promise<RecoveredLog | undefined> {
  const segments = await listSegments(dir, keys);
  const limits = limitsOf(segments);
  const first = holderOf(segments, from.seq);
  const seen = new Witnesses(heads, from);
  let last = from.seq === 0 ? from : genesis;
  let lastSegment = 0;
  let isDamaged =
    !areComplete(segments) || segments.some((segment) => segment.head === undefined && !isUnborn(segment));
  let droppedBytes = 0;
  let isTorn = false;

  for (const [index, { gen, head, ...segment }] of segments.entries()) {
    if (index < first || head === undefined) continue;
    const limit = limits[index] ?? 0;
    const walk = walkSegment(head, await readSegment(dir, segment), limit, from.seq);
    // The segment that holds `from` is looked into only to see that it does.
    if (walk.start.seq === from.seq && !isSamePoint(walk.start, from)) return undefined;
    const isChained = index === first && from.seq > 0 ? true : isSamePoint(head.previous, last);
    if (!isChained || walk.state === "damaged" || head.previous.seq > limit) isDamaged = true;
    seen.pass(walk.start);
    for (const frame of walk.frames) {
      seen.pass(frame);
      if (frame.seq > from.seq) visit(frame);
    }
    const end = walk.frames.at(-1) ?? walk.start;
    if (end.seq > last.seq) lastSegment = gen;
    last = end;
    droppedBytes += walk.droppedBytes;
    isTorn ||= walk.state === "torn";
  }
  const end = segments.at(-1);
  if (end !== undefined && isUnborn(end)) {
    // The first append of a session was cut short before its segment was made.
    droppedBytes += end.bytes;
    isTorn = true;
  }
  if (last.seq < from.seq) {
    // The snapshot knows more than what is left of the log.
    isDamaged = true;
    last = from;
  }
  const isBehind = seen.isAhead(last, segments.at(-1)?.gen ?? 0);
  const state = stateOf({ isDamaged, isBehind, isTorn });
  return { segments, last: { seq: last.seq, tag: Buffer.from(last.tag) }, lastSegment, state, droppedBytes };
}

function stateOf(found: { isDamaged: boolean; isBehind: boolean; isTorn: boolean }): RecoveryReport["state"] {
  // An interrupted write cannot take with it what HEAD already counted.
  if (found.isDamaged || (found.isBehind && found.isTorn)) return "damaged";
  if (found.isBehind) return "rolled-back";
  return found.isTorn ? "torn" : "clean";
}

/** Index of the segment that holds frame `seq`, or the first one for 0. */
function holderOf(segments: readonly Segment[], seq: number): number {
  return Math.max(
    0,
    segments.findLastIndex(({ head }) => head !== undefined && head.previous.seq < seq),
  );
}

/** Numbers run from 1 without a gap: a missing file is a lost piece of the log. */
function areComplete(segments: readonly Segment[]): boolean {
  return segments.every(({ gen }, index) => gen === index + 1);
}

function isSamePoint(a: ChainPoint, b: ChainPoint): boolean {
  return a.seq === b.seq && equalBytes(a.tag, b.tag);
}

/** Compares the chain with what HEAD and others remember of it. */
class Witnesses {
  readonly #heads: readonly Head[];
  #isContradicted = false;

  constructor(heads: readonly Head[], from: ChainPoint) {
    this.#heads = heads;
    this.pass(from);
  }

  /** A point of the chain: whoever remembers this number must remember this tag. */
  pass(point: ChainPoint): void {
    for (const { last } of this.#heads) {
      if (last.seq === point.seq && !equalBytes(last.tag, point.tag)) this.#isContradicted = true;
    }
  }

  isAhead(end: ChainPoint, lastGen: number): boolean {
    return this.#isContradicted || this.#heads.some(({ last, segment }) => last.seq > end.seq || segment > lastGen);
  }
}
