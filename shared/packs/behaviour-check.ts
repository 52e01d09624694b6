/** @file Finds everything wrong with the packs behind the behaviour view at once. */
import { BehaviourPack } from "./behaviour-pack.ts";
import { shapeFault } from "./check-shape.ts";
import type { Fault } from "./faults.ts";
import { MarketMonths } from "./market-months.ts";

/** Every fault of the pack; an empty list means it may be used. Never throws. */
export function checkBehaviour(raw: unknown): readonly Fault[] {
  const parsed = BehaviourPack.safeParse(raw);
  if (!parsed.success) return parsed.error.issues.map(shapeFault);
  const { sources, signals, numbers } = parsed.data;
  const twice = [
    ...repeated(sources.map(({ id }) => id)).map((id): Fault => ({ code: "duplicate-id", at: "sources", detail: id })),
    ...repeated(signals.map(({ id }) => id)).map((id): Fault => ({ code: "duplicate-id", at: "signals", detail: id })),
  ];
  const isSourced = sources.some(({ id }) => id === numbers.source);
  const unsourced: Fault[] = isSourced ? [] : [{ code: "missing-source", at: "numbers", detail: numbers.source }];
  return [...twice, ...unsourced, ...dates(parsed.data)];
}

/** Every fault of a list of market months. Never throws. */
export function checkMarketMonths(raw: unknown): readonly Fault[] {
  const parsed = MarketMonths.safeParse(raw);
  return parsed.success ? dates(parsed.data) : parsed.error.issues.map(shapeFault);
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) < index);
}

function dates({ effectiveFrom, effectiveUntil }: BehaviourPack | MarketMonths): Fault[] {
  const isBackwards = effectiveUntil !== undefined && effectiveUntil < effectiveFrom;
  return isBackwards ? [{ code: "dates", at: "effectiveUntil", detail: effectiveUntil }] : [];
}
