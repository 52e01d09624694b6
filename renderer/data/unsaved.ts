/**
 * @file What is being typed and not yet on the disk, from whichever form: kept when the book
 * is about to be locked. Forms say here how to keep what they hold.
 */
import { savesSettled } from "./commands.ts";

type Keep = () => Promise<unknown>;

const keepers = new Set<Keep>();

/** `keep` writes what a form holds, if anything, and settles when it is on the disk. Returns its end. */
export function onLocking(keep: Keep): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

/** Keep it all. Settles when nothing is being written any more; never rejects: a failed write has said so already. */
export async function keepUnsaved(): Promise<void> {
  await Promise.allSettled([...keepers].map((keep) => keep()));
  await savesSettled();
}
