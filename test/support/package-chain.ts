/** @file Five packages of one advisor's and branches that have seen none of them, for trying every order. */
import type { Row } from "../../shared/bridge/streams.ts";
import {
  bookOf,
  exported,
  importBytes,
  logContact,
  newClient,
  type Office,
  type officeBlock,
  pairUp,
  refusal,
  saveClient,
} from "./office.ts";

export interface Chain {
  readonly advisor: Office;
  readonly packages: readonly Buffer[];
  /** A closed vault, paired with the advisor and nothing more: make twins of it. */
  readonly branch: Office;
  /** What a branch holds that imported all in order. */
  readonly inOrder: Record<string, Row>;
}

export async function makeChain(block: ReturnType<typeof officeBlock>, length = 5): Promise<Chain> {
  const [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
  await pairUp(advisor, branch);
  await branch.close();
  const folder = await block.folder();
  const packages: Buffer[] = [];
  for (let i = 1; i <= length; i++) {
    await newClient(advisor, `c-${i}`, `客户${i}`);
    await saveClient(advisor, "c-1", { address: `第 ${i} 次搬家` });
    await logContact(advisor, `k-${i}`, `c-${i}`, `第 ${i} 次`);
    packages.push(await exported(advisor, folder));
  }
  const straight = await block.twinOf(branch);
  for (const bytes of packages) await importBytes(straight, bytes);
  const inOrder = await bookOf(straight.vault);
  await straight.close();
  return { advisor, packages, branch, inOrder };
}

/**
 * Bring packages in this order (numbers from 1), and the refused ones again until all
 * are in. Throws what is not a gap or a duplicate, with what was expected instead.
 */
export async function importInOrder(
  branch: Office,
  packages: readonly Buffer[],
  order: readonly number[],
): Promise<void> {
  let left = [...order];
  const done = new Set<number>();
  while (left.length > 0) {
    const refused: number[] = [];
    for (const seq of left) {
      const before = branch.vault.logSeq;
      const outcome = await refusal(importBytes(branch, packages[seq - 1] as Buffer));
      const expected = done.has(seq) ? "package-duplicate" : seq === done.size + 1 ? undefined : "package-gap";
      if (outcome?.code !== expected)
        throw new Error(`${seq} of ${order.join()}: ${outcome?.code} instead of ${expected}`);
      if (expected === undefined) done.add(seq);
      else if (branch.vault.logSeq !== before)
        throw new Error(`${seq} of ${order.join()}: refused, yet something was written`);
      if (expected === "package-gap") refused.push(seq);
    }
    left = refused;
  }
}

/** All orders of the numbers 1 to `length`. */
export function permutations(length: number): number[][] {
  if (length === 0) return [[]];
  return permutations(length - 1).flatMap((rest) =>
    Array.from({ length }, (_, at) => [...rest.slice(0, at), length, ...rest.slice(at)]),
  );
}
