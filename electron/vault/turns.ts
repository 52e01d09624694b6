/** @file One after the other: work on one folder never overlaps with other work on it in this process. */

export type Turns = Map<string, Promise<unknown>>;

/** Run `work` when all earlier work with this key has ended, however it ended. */
export async function inTurn<T>(turns: Turns, key: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(key) ?? Promise.resolve()).then(work);
  const settled = mine.catch(() => undefined);
  turns.set(key, settled);
  try {
    return await mine;
  } finally {
    if (turns.get(key) === settled) turns.delete(key);
  }
}
