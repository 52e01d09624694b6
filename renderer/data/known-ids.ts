/** @file A million ids in eight megabytes, for asking whether one was ever there. */

/** As many more slots than ids. */
const sparseness = 2;

/** Ids by their hash: one that is not here was never added, one that is may only look like one that was. */
export class KnownIds {
  /** Hashes, each at its own place or the next free one; 0 is free. */
  #slots = new Uint32Array(1024);
  #size = 0;

  add(id: string): void {
    if (this.#insert(hashOf(id))) this.#size += 1;
    if (this.#size * sparseness > this.#slots.length) this.#grow();
  }

  mayHave(id: string): boolean {
    const hash = hashOf(id);
    return this.#slots[this.#placeOf(hash)] === hash;
  }

  clear(): void {
    this.#slots = new Uint32Array(1024);
    this.#size = 0;
  }

  #insert(hash: number): boolean {
    const place = this.#placeOf(hash);
    if (this.#slots[place] === hash) return false;
    this.#slots[place] = hash;
    return true;
  }

  /** Where the hash stands, or would. */
  #placeOf(hash: number): number {
    const mask = this.#slots.length - 1;
    let place = hash & mask;
    for (let there = this.#slots[place]; there !== 0 && there !== hash; there = this.#slots[place]) {
      place = (place + 1) & mask;
    }
    return place;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (const hash of old) if (hash !== 0) this.#insert(hash);
  }
}

/** FNV-1a, never 0. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}
