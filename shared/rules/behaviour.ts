/**
 * @file How a client has behaved in contacts, beside the assessed level and never instead of it:
 * nothing that decides about a sale reads this. Pure.
 */
import type { Contact } from "../model/contact.ts";
import { addMonths, shanghaiDay } from "../model/dates.ts";
import { type Level, levels } from "../model/primitives.ts";
import type { BehaviourPack, MarketState, Signal } from "../packs/behaviour-pack.ts";
import { changeInMonthOf, lastMonth, type MarketMonths } from "../packs/market-months.ts";

export type Lean = "cautious" | "as-assessed" | "bolder" | "not-enough";

export interface BehaviourView {
  readonly lean: Lean;
  /** Contacts that count, and how many are needed. */
  readonly counted: number;
  readonly minimum: number;
  /** What was seen, in the order of the pack; only what was seen at all. */
  readonly signals: readonly { readonly signal: Signal; readonly count: number }[];
  /** The days looked at, both included. */
  readonly from: string;
  readonly until: string;
  /** Of the contacts that count: how many lie in months without market data. */
  readonly withoutMarket: number;
  /** The last month with market data, `2025-12`. */
  readonly marketUntil: string;
}

type Seen = Pick<Contact, "at" | "purpose" | "mood" | "initiator" | "restricted">;

/** @param contacts of one client, in any order; those after the day and those withdrawn do not count */
export function behaviourView(
  contacts: readonly Seen[],
  { pack, market, day }: { readonly pack: BehaviourPack; readonly market: MarketMonths; readonly day: string },
): BehaviourView {
  const { windowMonths, minimumContacts, leanPercent } = pack.numbers;
  const from = addMonths(day, -windowMonths);
  const counts = new Map<Signal, number>();
  let withoutMarket = 0;
  for (const contact of contacts) {
    const on = shanghaiDay(contact.at);
    if (contact.restricted === true || on < from || on > day) continue;
    const state = stateOf(on, market, pack);
    const signal = pack.signals.find((one) => fits(one, contact, state));
    if (signal === undefined) continue;
    counts.set(signal, (counts.get(signal) ?? 0) + 1);
    if (state === "unknown") withoutMarket += 1;
  }
  const signals = pack.signals.flatMap((signal) => {
    const count = counts.get(signal);
    return count === undefined ? [] : [{ signal, count }];
  });
  const counted = signals.reduce((sum, { count }) => sum + count, 0);
  const lean = counted < minimumContacts ? "not-enough" : leanOf(signals, leanPercent);
  return {
    lean,
    counted,
    minimum: minimumContacts,
    signals,
    from,
    until: day,
    withoutMarket,
    marketUntil: lastMonth(market),
  };
}

function stateOf(day: string, market: MarketMonths, { numbers }: BehaviourPack): MarketState {
  const change = changeInMonthOf(day, market);
  if (change === undefined) return "unknown";
  return change <= -numbers.fallPercent ? "fall" : "other";
}

function fits({ market, purposes, moods, initiators }: Signal, contact: Seen, state: MarketState): boolean {
  return (
    market.includes(state) &&
    has(purposes, contact.purpose) &&
    has(moods, contact.mood) &&
    has(initiators, contact.initiator)
  );
}

function has<T>(wanted: readonly T[] | undefined, value: T | undefined): boolean {
  return wanted === undefined || (value !== undefined && wanted.includes(value));
}

function leanOf(signals: BehaviourView["signals"], leanPercent: number): Exclude<Lean, "not-enough"> {
  const sum = (lean?: Signal["lean"]) =>
    signals
      .filter(({ signal }) => lean === undefined || signal.lean === lean)
      .reduce((total, { signal, count }) => total + signal.weight * count, 0);
  const balance = sum("bolder") - sum("cautious");
  const needed = (sum() * leanPercent) / 100;
  if (balance <= -needed) return "cautious";
  return balance >= needed ? "bolder" : "as-assessed";
}

/** The level the view would be drawn as: one step beside the assessed one. */
export function leanedLevel(level: Level, lean: Lean): Level {
  const at = levels.indexOf(level);
  if (lean === "cautious") return at <= levels.indexOf("C1") ? level : (levels[at - 1] ?? level);
  return lean === "bolder" ? (levels[at + 1] ?? level) : level;
}
