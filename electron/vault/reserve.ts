/**
 * @file RESERVE: room kept on the disk, so that a disk that fills up still takes what
 * is being saved. It is given up once; after that the vault refuses to save until the
 * reserve fits again (security.md T10).
 */
import { stat } from "node:fs/promises";
import path from "node:path";
import { randomBytes } from "../crypto/random.ts";
import { type Disk, freeBytes, writeAll } from "./disk.ts";

const reserveFile = "RESERVE";

export class Reserve {
  readonly #dir: string;
  readonly #disk: Disk;
  readonly #bytes: number;
  #isSpent = false;

  /** @param bytes 0 for no reserve */
  constructor(dir: string, disk: Disk, bytes: number) {
    this.#dir = dir;
    this.#disk = disk;
    this.#bytes = bytes;
  }

  /** True from the moment it was given up until it is there again. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Make it, where there is none and the disk has room for more than it. Never fails; true when it is there. */
  async fill(): Promise<boolean> {
    if (this.#bytes === 0) return true;
    if (!(await this.#isThere())) {
      const free = (await freeBytes(this.#dir)) ?? Number.POSITIVE_INFINITY;
      if (free < 2 * this.#bytes) return false;
      await this.#write().catch(() => undefined);
      if (!(await this.#isThere())) return false;
    }
    this.#isSpent = false;
    return true;
  }

  /** Give it up: true when that made room. */
  async release(): Promise<boolean> {
    if (this.#bytes === 0 || this.#isSpent) return false;
    try {
      await this.#disk.remove(this.#file);
    } catch {
      return false;
    }
    this.#isSpent = true;
    return true;
  }

  async #isThere(): Promise<boolean> {
    const size = await stat(this.#file).then(
      (found) => found.size,
      () => 0,
    );
    return size === this.#bytes;
  }

  /** Random bytes: a file system that compresses or skips noughts would keep no room for them. */
  async #write(): Promise<void> {
    const file = await this.#disk.overwrite(this.#file);
    try {
      await writeAll(file, randomBytes(this.#bytes), 0);
      await file.truncate(this.#bytes);
      await file.datasync();
    } catch (error) {
      await this.#disk.remove(this.#file).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
  }

  get #file(): string {
    return path.join(this.#dir, reserveFile);
  }
}
