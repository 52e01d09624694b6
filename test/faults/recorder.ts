/**
 * @file A disk that writes down every step, and what a power cut after any of them may
 * leave behind.
 *
 * Of what was not synced a disk may keep any part: each sector of a file new, old (or
 * nought where the file grew) or garbage; its length old, new or between; each name in
 * a folder made, moved or removed, or not. Synced is synced.
 */
import path from "node:path";
import type { Disk, DiskFile } from "../../electron/vault/disk.ts";

type Step =
  | { readonly kind: "create" | "overwrite" | "remove" | "sync"; readonly name: string }
  | { readonly kind: "write"; readonly name: string; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: "truncate"; readonly name: string; readonly length: number }
  | { readonly kind: "rename"; readonly name: string; readonly to: string }
  | { readonly kind: "syncFolder" }
  | { readonly kind: "mark"; readonly mark: unknown };

export interface Recording {
  readonly disk: Disk;
  /** Note a moment between the steps: something was acknowledged. */
  mark(mark: unknown): void;
  readonly steps: readonly Step[];
}

/** Record the steps in one folder on their way to `disk`. */
export function record(disk: Disk): Recording {
  const steps: Step[] = [];
  const wrap = (file: DiskFile, full: string): DiskFile => {
    const name = path.basename(full);
    return {
      async write(bytes, position) {
        const written = await file.write(bytes, position);
        steps.push({ kind: "write", name, position, bytes: Buffer.from(bytes.subarray(0, written)) });
        return written;
      },
      async datasync() {
        await file.datasync();
        steps.push({ kind: "sync", name });
      },
      async truncate(length) {
        await file.truncate(length);
        steps.push({ kind: "truncate", name, length });
      },
      close: () => file.close(),
    };
  };
  return {
    steps,
    mark: (mark) => void steps.push({ kind: "mark", mark }),
    disk: {
      async create(file) {
        const handle = await disk.create(file);
        steps.push({ kind: "create", name: path.basename(file) });
        return wrap(handle, file);
      },
      async overwrite(file) {
        const handle = await disk.overwrite(file);
        steps.push({ kind: "overwrite", name: path.basename(file) });
        return wrap(handle, file);
      },
      async rename(from, to) {
        await disk.rename(from, to);
        steps.push({ kind: "rename", name: path.basename(from), to: path.basename(to) });
      },
      async remove(file) {
        await disk.remove(file);
        steps.push({ kind: "remove", name: path.basename(file) });
      },
      async syncDirectory(dir) {
        await disk.syncDirectory(dir);
        steps.push({ kind: "syncFolder" });
      },
    },
  };
}

interface Inode {
  synced: Buffer;
  pending: ({ position: number; bytes: Buffer } | { length: number })[];
}

type NameChange = (names: Map<string, Inode>) => void;

/** The folder as one power cut after `count` steps may leave it. `random` gives numbers in [0, 1). */
export function powerCut(
  steps: readonly Step[],
  count: number,
  random: () => number,
  sectorBytes: number,
): Map<string, Buffer> {
  const synced = new Map<string, Inode>();
  const live = new Map<string, Inode>();
  let changes: NameChange[] = [];
  const change = (apply: NameChange): void => {
    apply(live);
    changes.push(apply);
  };
  for (const step of steps.slice(0, count)) {
    if (step.kind === "mark") continue;
    if (step.kind === "syncFolder") {
      for (const apply of changes) apply(synced);
      changes = [];
      continue;
    }
    const inode = live.get(step.name);
    if (step.kind === "create" || (step.kind === "overwrite" && inode === undefined)) {
      const made: Inode = { synced: Buffer.alloc(0), pending: [] };
      change((names) => names.set(step.name, made));
    } else if (inode === undefined) throw new Error(`${step.kind} of ${step.name}, which is not there`);
    else if (step.kind === "remove") change((names) => names.delete(step.name));
    else if (step.kind === "rename") change((names) => move(names, step.name, step.to, inode));
    else if (step.kind === "write") inode.pending.push({ position: step.position, bytes: step.bytes });
    else if (step.kind === "truncate") inode.pending.push({ length: step.length });
    else if (step.kind === "sync") {
      inode.synced = inode.pending.reduce(applyWhole, inode.synced);
      inode.pending = [];
    }
  }
  // Names: a journaling file system keeps the first ones, a careless one any of them.
  const isOrdered = random() < 0.5;
  const keep = Math.floor(random() * (changes.length + 1));
  for (const [index, apply] of changes.entries()) if (isOrdered ? index < keep : random() < 0.5) apply(synced);
  return new Map([...synced].map(([name, inode]) => [name, tear(inode, random, sectorBytes)]));
}

function move(names: Map<string, Inode>, from: string, to: string, inode: Inode): void {
  names.delete(from);
  names.set(to, inode);
}

type Pending = Inode["pending"][number];

function applyWhole(content: Buffer, pending: Pending): Buffer {
  if ("length" in pending) return content.subarray(0, pending.length);
  const grown = Buffer.alloc(Math.max(content.length, pending.position + pending.bytes.length));
  content.copy(grown);
  pending.bytes.copy(grown, pending.position);
  return grown;
}

/** One thing a disk may have kept of a file. */
function tear({ synced, pending }: Inode, random: () => number, sectorBytes: number): Buffer {
  let content = Buffer.from(synced);
  for (const one of pending) {
    if ("length" in one) {
      if (random() < 0.5) content = Buffer.from(content.subarray(0, one.length));
      continue;
    }
    const { position, bytes } = one;
    const end = position + bytes.length;
    const fate = random();
    // Its new length may not have been kept, or only in part.
    const length = fate < 0.2 ? content.length : fate < 0.6 ? end : position + Math.floor(random() * bytes.length);
    const next = Buffer.alloc(Math.max(content.length, length));
    content.copy(next);
    for (let start = position - (position % sectorBytes); start < end; start += sectorBytes) {
      const from = Math.max(start, position);
      const to = Math.min(start + sectorBytes, end, next.length);
      const luck = random();
      if (to <= from || luck < 0.3) continue;
      if (luck < 0.75) bytes.copy(next, from, from - position, to - position);
      else for (let at = from; at < to; at++) next[at] = Math.floor(random() * 256);
    }
    content = next;
  }
  return content;
}
