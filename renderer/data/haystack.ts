/**
 * @file Many short texts as one long string, because one search through three megabytes is
 * several times faster than fifty thousand through sixty characters.
 */

/** Where in a text a match must be. */
export type Place = "start" | "end" | "inside";

/** Ends every text; no text and no needle holds it. */
const end = "\n";

export class Haystack {
  readonly #joined: string;
  /** Where each text begins, and one beyond the last. */
  readonly #starts: Int32Array;

  constructor(texts: readonly string[]) {
    this.#joined = `${end}${texts.join(end)}${end}`;
    this.#starts = new Int32Array(texts.length + 1);
    let start = 1;
    for (const [i, text] of texts.entries()) {
      this.#starts[i] = start;
      start += text.length + 1;
    }
    this.#starts[texts.length] = start;
  }

  /**
   * Visit the texts that hold the needle, in order, each with the first place that is accepted.
   *
   * @param visit returns `next` when this text is done with, `again` to be shown its next place, `stop` to end.
   */
  scan(needle: string, place: Place, visit: (index: number, at: number) => "next" | "again" | "stop"): void {
    const sought = place === "start" ? end + needle : place === "end" ? needle + end : needle;
    const lead = place === "start" ? 1 : 0;
    let index = 0;
    for (let hit = this.#joined.indexOf(sought); hit !== -1; ) {
      const at = hit + lead;
      while ((this.#starts[index + 1] ?? Number.POSITIVE_INFINITY) <= at) index += 1;
      const answer = visit(index, at - (this.#starts[index] ?? 0));
      if (answer === "stop") return;
      const next = answer === "next" ? (this.#starts[index + 1] ?? 0) - 1 : hit + 1;
      hit = this.#joined.indexOf(sought, next);
    }
  }
}
