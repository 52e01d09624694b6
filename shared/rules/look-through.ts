/** @file What a product holds in the end, added up by class. Pure. */
import { type HoldingClass, holdingClasses, type SheetValues } from "../model/product-sheet.ts";

export interface LookThrough {
  /** Each class once, the largest first. */
  readonly classes: readonly {
    readonly holding: HoldingClass;
    readonly percent: number;
    readonly notes: readonly string[];
  }[];
  /** Sum of the classes, per cent. */
  readonly known: number;
  /** The rest to 100; 0 where the classes say more. */
  readonly unknown: number;
  /** Shares that are known to be held. */
  readonly equity: number;
  /** Shares if everything that may be shares were: funds, convertibles and the unknown rest. */
  readonly equityAtMost: number;
}

/** Classes that may turn out to be shares. */
const maybeEquity: ReadonlySet<HoldingClass> = new Set(["fund", "convertible", "other"]);

/** Undefined where a sheet says nothing of what it holds. */
export function lookThroughOf({ lookThrough }: Pick<SheetValues, "lookThrough">): LookThrough | undefined {
  if (lookThrough.length === 0) return undefined;
  const classes = holdingClasses
    .map((holding) => {
      const parts = lookThrough.filter((part) => part.holding === holding);
      const notes = parts.flatMap(({ note }) => (note === undefined || note === "" ? [] : [note]));
      return { holding, percent: sum(parts.map(({ percent }) => percent)), notes, isListed: parts.length > 0 };
    })
    .filter(({ isListed }) => isListed)
    .map(({ isListed: _isListed, ...share }) => share)
    .toSorted((a, b) => b.percent - a.percent);
  const known = sum(classes.map(({ percent }) => percent));
  const unknown = Math.max(0, sum([100, -known]));
  const equity = sum(classes.filter(({ holding }) => holding === "equity").map(({ percent }) => percent));
  const maybe = classes.filter(({ holding }) => maybeEquity.has(holding)).map(({ percent }) => percent);
  return { classes, known, unknown, equity, equityAtMost: Math.min(100, sum([equity, ...maybe, unknown])) };
}

/** Per cents have two decimals: adding them as hundredths keeps them exact. */
export function sum(percents: readonly number[]): number {
  return percents.reduce((all, percent) => all + Math.round(percent * 100), 0) / 100;
}
