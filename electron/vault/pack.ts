/**
 * @file Packs what the merge brings into pieces of about a megabyte (one seal of a
 * megabyte costs a fortieth of a thousand small ones) and at most 500 rows. Pure.
 */
import {
  hashesOf,
  type Merged,
  type Piece,
  parsePiece,
  type RowsFrame,
  rowsPerFrame,
  type Section,
  sections,
} from "./book.ts";

/** In UTF-16 units; Chinese text is up to three times that in bytes. */
const pieceLength = 700_000;

export class Packer {
  readonly #counts = {
    ...(Object.fromEntries(sections.map((section) => [section, 0])) as Record<Section, number>),
    bundled: 0,
  };
  #section: Section | undefined;
  #rows: string[] = [];
  #keys: number[] = [];
  #length = 0;

  /** Rows and bundles so far by section; `bundled` counts the contacts inside bundles. */
  get counts(): Readonly<Record<Section | "bundled", number>> {
    return this.#counts;
  }

  *add(merged: Merged): Generator<Piece> {
    if (merged.section !== this.#section) {
      yield* this.flush();
      this.#section = merged.section;
    }
    // A piece that is full enough stays as it is, sealed anew but never parsed.
    if ("json" in merged && isFull(merged)) yield this.#counted(merged);
    else yield* this.#addRows(merged.section, "json" in merged ? parsePiece(merged) : merged.frame);
  }

  *flush(): Generator<Piece> {
    if (this.#section === undefined || this.#rows.length === 0) return;
    const opening = this.#section === "bundle" ? `{"kind":"bundles",` : `{"kind":"rows","entity":"${this.#section}",`;
    const json = Buffer.from(`${opening}"rows":[${this.#rows.join(",")}]}`);
    yield this.#counted({
      section: this.#section,
      count: this.#rows.length,
      keys: Uint32Array.from(this.#keys),
      json,
    });
    this.#rows = [];
    this.#keys = [];
    this.#length = 0;
  }

  *#addRows(section: Section, frame: RowsFrame): Generator<Piece> {
    for (const row of frame.rows) {
      if (section === "bundle" && isEmpty(row)) continue;
      const text = JSON.stringify(row);
      this.#rows.push(text);
      this.#keys.push(...hashesOf(section, row));
      this.#length += text.length;
      if (this.#rows.length >= rowsPerFrame || this.#length >= pieceLength) yield* this.flush();
    }
  }

  #counted(piece: Piece): Piece {
    this.#counts[piece.section] += piece.count;
    // A bundle's keys are its client's and its contacts'.
    if (piece.section === "bundle") this.#counts.bundled += piece.keys.length - piece.count;
    return piece;
  }
}

function isFull({ count, json }: Piece): boolean {
  return count >= rowsPerFrame / 2 || json.length >= pieceLength / 2;
}

function isEmpty(row: Record<string, unknown>): boolean {
  return [row["contacts"], row["changes"]].every((list) => Array.isArray(list) && list.length === 0);
}
