/** @file F1 to F3: a segment cut short, altered by one bit, put together anew. */
import path from "node:path";
import { type FaultCase, type Outcome, type Scale, Tally } from "../case.ts";
import {
  bytesOf,
  fileHeadBytes,
  flipped,
  framesIn,
  type Image,
  type ImagePair,
  isTruthful,
  makeImages,
  missingOf,
  putFiles,
  readVault,
  segmentOf,
  withFile,
  withFolder,
} from "../image.ts";

const saves = { quick: 8, whole: 60 } as const;

/** Every byte of the segment a kill left; of the one that was closed, HEAD has the same to say about each. */
function strideOf(scale: Scale, pair: ImagePair, image: Image): number {
  if (scale === "quick") return 89;
  return image === pair.killed ? 1 : 7;
}

interface Fault {
  readonly what: string;
  readonly segment: Buffer;
  /** Saves that must still be read, counted from the first. */
  readonly kept: number;
  /** Whether the report may stay clean: only where nothing can tell it from an earlier moment. */
  readonly mayBeClean: boolean;
}

async function sweep(scale: Scale, faultsOf: (pair: ImagePair, image: Image) => Iterable<Fault>): Promise<Outcome> {
  return withFolder(async (folder) => {
    const tally = new Tally();
    const pair = await makeImages(folder, saves[scale]);
    const dir = path.join(folder, "vault");
    for (const [state, image] of Object.entries(pair) as [string, Image][]) {
      for (const fault of faultsOf(pair, image)) {
        tally.tried();
        putFiles(dir, withFile(image.files, segmentOf(image.files), fault.segment));
        const what = `${state}: ${fault.what}`;
        const { recovery, operations } = await readVault(dir, image.recoveryKey);
        tally.lost(missingOf(operations, image.saved, fault.kept), what);
        tally.undetected(recovery.state === "clean" && !fault.mayBeClean, what);
        tally.undetected(!isTruthful(operations, image.saved), `${what}: read something false`);
      }
    }
    return tally.outcome;
  });
}

function* cuts(scale: Scale, pair: ImagePair, image: Image): Generator<Fault> {
  const segment = bytesOf(image.files, segmentOf(image.files));
  const ends = framesIn(segment).map(({ end }) => end);
  const edges = new Set([fileHeadBytes, ...ends]);
  for (let length = 0; length < segment.length; length += strideOf(scale, pair, image)) {
    const kept = ends.filter((end) => end <= length).length;
    // Cut between two frames after a kill, it is the segment as it was at an earlier moment.
    const mayBeClean = image === pair.killed && edges.has(length);
    yield { what: `cut to ${length} bytes`, segment: segment.subarray(0, length), kept, mayBeClean };
  }
}

function* flips(scale: Scale, pair: ImagePair, image: Image): Generator<Fault> {
  const segment = bytesOf(image.files, segmentOf(image.files));
  const frames = framesIn(segment);
  const isHeader = (at: number) => at < fileHeadBytes || frames.some(({ start }) => at >= start && at < start + 24);
  for (let at = 0; at < segment.length; at += strideOf(scale, pair, image)) {
    const kept = frames.filter(({ end }) => end <= at).length;
    const bits = scale === "whole" && isHeader(at) ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8];
    // A bit in the file's head takes the whole segment with it: its key cannot be made.
    for (const bit of bits) {
      const what = `bit ${bit} of byte ${at}`;
      yield { what, segment: flipped(segment, at, bit), kept: at < fileHeadBytes ? 0 : kept, mayBeClean: false };
    }
  }
}

function* splices(scale: Scale, pair: ImagePair, image: Image, strange: Buffer): Generator<Fault> {
  const segment = bytesOf(image.files, segmentOf(image.files));
  const places = framesIn(segment);
  const head = segment.subarray(0, fileHeadBytes);
  const frames = places.map(({ start, end }) => segment.subarray(start, end));
  const others = framesIn(strange).map(({ start, end }) => strange.subarray(start, end));
  const fault = (what: string, kept: number, list: readonly Buffer[], mayBeClean = false): Fault => {
    return { what, kept, mayBeClean, segment: Buffer.concat([head, ...list]) };
  };
  const step = scale === "whole" ? 1 : 3;
  for (let i = 0; i < frames.length; i += step) {
    const isLast = i === frames.length - 1;
    const frame = frames[i] ?? Buffer.alloc(0);
    const isEarlier = isLast && image === pair.killed;
    yield fault(`frame ${i} dropped`, i, frames.toSpliced(i, 1), isEarlier);
    yield fault(`frame ${i} twice`, i + 1, frames.toSpliced(i, 0, frame));
    yield fault(`frame ${i} again at the end`, frames.length, [...frames, frame]);
    yield fault(`frame ${i} from another vault`, i, frames.toSpliced(i, 1, others[i] ?? Buffer.alloc(0)));
    yield fault(`bytes put in before frame ${i}`, i, frames.toSpliced(i, 0, Buffer.from("SBF1 and more")));
    for (const j of scale === "whole" ? [i + 1, i + 2, frames.length - 1] : [i + 1]) {
      const other = frames[j];
      if (other === undefined || j <= i) continue;
      yield fault(`frames ${i} and ${j} swapped`, i, frames.with(i, other).with(j, frame));
    }
  }
}

export const segmentCases: readonly FaultCase[] = [
  {
    id: "F1",
    title: "a segment cut at any byte gives back exactly its whole frames, and says so",
    atLeast: 20_000,
    run: (scale) => sweep(scale, (pair, image) => cuts(scale, pair, image)),
  },
  {
    id: "F2",
    title: "a flipped bit anywhere in a segment is noticed, and what came before it is read",
    atLeast: 20_000,
    run: (scale) => sweep(scale, (pair, image) => flips(scale, pair, image)),
  },
  {
    id: "F3",
    title: "frames swapped, repeated, dropped, moved or borrowed are noticed",
    atLeast: 236,
    run: (scale) =>
      withFolder(async (folder) => {
        const { files } = (await makeImages(folder, saves[scale])).closed;
        return sweep(scale, (pair, image) => splices(scale, pair, image, bytesOf(files, segmentOf(files))));
      }),
  },
];
