/**
 * @file The hybrid logical clock that stamps operations (architecture.md, "The log").
 * Runs in both rooms; takes its wall clock from the caller.
 *
 * [Note: Clock laws]
 *
 * 1. A stamp is later than every stamp this clock gave or saw before, whatever
 *    the wall clock does: back an hour, to 1970, past a full counter.
 * 2. A remote stamp more than a day ahead of the wall clock does not move this
 *    clock: one device that believes it is 2036 must not date everybody's work.
 *    Such a stamp is still ordered and merged like any other; nothing is refused
 *    for time alone (security.md T16, F15).
 * 3. Whoever overwrites a value passes its stamp to `tick(after)` and gets a later
 *    one, even where law 2 left the clock behind. So the person who saw a value
 *    last always wins over it, and only that one row carries the far stamp.
 */
import type { DeviceId } from "../model/primitives.ts";
import type { Hlc } from "./operation.ts";

/** How far a remote stamp may lie ahead of the wall clock and still move ours. */
export const maxLeadMs = 24 * 60 * 60 * 1000;

const maxMs = 2 ** 48 - 1;
const maxCounter = 0xffff;

export interface HlcClock {
  /** The next stamp, later than `last`, and later than `after` where one is given (see [Note: Clock laws]). */
  tick(after?: Hlc): Hlc;
  /** Make the stamps to come later than one that arrived from elsewhere. */
  observe(remote: Hlc): void;
  readonly last: Hlc | undefined;
}

/**
 * A clock for one device.
 *
 * @param last where it left off: the newest stamp this device wrote. Its own past is
 *   honoured even when it lies in the future; another device's is held to law 2.
 */
export function createClock(device: DeviceId, nowMs: () => number, last?: Hlc): HlcClock {
  let newest: Hlc | undefined;
  const now = () => Math.min(Math.max(Math.floor(nowMs()), 0), maxMs);

  function observe(remote: Hlc): void {
    if (newest !== undefined && remote <= newest) return;
    if (hlcMs(remote) <= now() + maxLeadMs) newest = remote;
  }

  if (last?.endsWith(device)) newest = last;
  else if (last !== undefined) observe(last);

  return {
    tick(after) {
      const wall = format(now(), 0, device);
      newest = newest === undefined || hlcMs(wall) > hlcMs(newest) ? wall : successor(newest, device);
      return after === undefined || newest > after ? newest : successor(after, device);
    },
    observe,
    get last() {
      return newest;
    },
  };
}

/** The wall-clock part of a stamp as an ISO instant: when the writing device believed it was. */
export function hlcInstant(hlc: Hlc): string {
  return new Date(hlcMs(hlc)).toISOString();
}

/** The wall-clock part of a stamp, epoch milliseconds. */
function hlcMs(hlc: Hlc): number {
  return Number.parseInt(hlc.slice(0, 12), 16);
}

/** The least stamp of `device` with a later time or counter. Saturates at the end of the format, in the year 10889. */
function successor(hlc: Hlc, device: DeviceId): Hlc {
  const ms = hlcMs(hlc);
  const counter = Number.parseInt(hlc.slice(13, 17), 16);
  if (counter < maxCounter) return format(ms, counter + 1, device);
  return ms < maxMs ? format(ms + 1, 0, device) : format(ms, counter, device);
}

function format(ms: number, counter: number, device: DeviceId): Hlc {
  return `${ms.toString(16).padStart(12, "0")}-${counter.toString(16).padStart(4, "0")}-${device}`;
}
