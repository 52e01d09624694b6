/**
 * @file When to export or back up without being asked: every N hours while unlocked,
 * when the chosen folder appears, and before locking. Knows the clock, not the packages.
 *
 * Intervals run on a clock that only goes forward; the wall clock is asked once, at
 * the start, how long ago the last export was. A folder that is not there is never an
 * error: the export stays due and runs when the folder comes.
 */
import { AppError } from "../../shared/errors.ts";
import type { SyncSettings } from "../../shared/model/office.ts";

export interface Timers {
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}

export interface ScheduleDeps {
  readonly timers: Timers;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonicMs: () => number;
  settings(): Pick<SyncSettings, "folder" | "everyHours" | "atLock"> | undefined;
  /** Whether the folder is there now. */
  isFolderPresent(): Promise<boolean>;
  /** Whether anything would be exported or delivered. */
  hasWaiting(): Promise<boolean>;
  /** Deliver and export everything that waits. Rejects with AppError. */
  run(): Promise<unknown>;
  /** Something the sync screen shows has changed. */
  onChange(): void;
}

/** How often the folder and the clock are looked at. */
export const tickMs = 60_000;
/** Wait after a failure that the folder's coming does not mend. */
export const retryMs = 15 * 60_000;
const hourMs = 3_600_000;

export class Schedule {
  readonly #deps: ScheduleDeps;
  #timer: unknown;
  #isStopped = true;
  #isDue = false;
  #wasPresent = true;
  #dueAt: number | undefined;
  #notBefore = 0;

  constructor(deps: ScheduleDeps) {
    this.#deps = deps;
  }

  /** @param sinceLastMs how long ago the last export was, by the wall clock; undefined when there was none. */
  start(sinceLastMs: number | undefined): void {
    this.#isStopped = false;
    this.#plan(sinceLastMs);
    void this.#lookBack().then(() => this.#wait());
  }

  stop(): void {
    this.#isStopped = true;
    this.#deps.timers.clearTimeout(this.#timer);
  }

  /** An export has just succeeded, asked for or not. */
  exported(): void {
    this.#notBefore = 0;
    this.#plan();
    this.#setDue(false);
  }

  /** The settings changed. */
  reset(): void {
    this.#wasPresent = true;
    this.exported();
  }

  /** One more export where the settings say so. Never rejects. */
  async beforeLock(): Promise<void> {
    const settings = this.#deps.settings();
    if (settings?.atLock !== true || settings.folder === "") return;
    await this.#attempt().catch(() => undefined);
  }

  /** True when an export should have run and could not. */
  get isDue(): boolean {
    return this.#isDue;
  }

  /** Milliseconds until the next one by the clock; undefined while the clock is off. */
  get dueInMs(): number | undefined {
    return this.#dueAt === undefined ? undefined : Math.max(this.#dueAt - this.#deps.monotonicMs(), 0);
  }

  #plan(sinceLastMs = 0): void {
    const intervalMs = (this.#deps.settings()?.everyHours ?? 0) * hourMs;
    const left = Math.min(Math.max(intervalMs - sinceLastMs, 0), intervalMs);
    this.#dueAt = intervalMs === 0 ? undefined : this.#deps.monotonicMs() + left;
  }

  #setDue(value: boolean): void {
    if (this.#isDue === value) return;
    this.#isDue = value;
    this.#deps.onChange();
  }

  /** What waits at the start, although every lock should export, was missed by the last lock: it is due at once. */
  async #lookBack(): Promise<void> {
    if (this.#deps.settings()?.atLock !== true) return;
    if (await this.#deps.hasWaiting().catch(() => false)) this.#setDue(true);
  }

  #wait(): void {
    if (this.#isStopped) return;
    // Whatever a look threw, folder or log, will be thrown again where the user asks.
    const look = () =>
      void this.#tick()
        .catch(() => undefined)
        .then(() => this.#wait());
    this.#timer = this.#deps.timers.setTimeout(look, tickMs);
  }

  async #tick(): Promise<void> {
    const settings = this.#deps.settings();
    const isAutomatic = settings !== undefined && (settings.everyHours > 0 || settings.atLock);
    if (!isAutomatic || settings.folder === "") return;
    const isPresent = await this.#deps.isFolderPresent();
    const hasCome = isPresent && !this.#wasPresent;
    if (isPresent !== this.#wasPresent) this.#deps.onChange();
    this.#wasPresent = isPresent;
    const now = this.#deps.monotonicMs();
    const isTime = this.#dueAt !== undefined && now >= this.#dueAt;
    if (hasCome || ((isTime || this.#isDue) && now >= this.#notBefore)) await this.#attempt();
  }

  /** Rejects only with what looking at the folder and the log throws. */
  async #attempt(): Promise<void> {
    if (!(await this.#deps.hasWaiting())) return this.exported();
    if (!(await this.#deps.isFolderPresent())) return this.#setDue(true);
    try {
      await this.#deps.run();
    } catch (error) {
      const code = error instanceof AppError ? error.code : "unexpected";
      // Somebody said no: the clock asks again after its interval.
      if (code === "cancelled") return this.exported();
      if (code === "folder-absent") this.#wasPresent = false;
      else this.#notBefore = this.#deps.monotonicMs() + retryMs;
      this.#setDue(true);
    }
  }
}
