/** @file A measured figure and how it is told (perf.md, "What to reach"). */
import { cpus, loadavg } from "node:os";

export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly baseline: number;
  /** ours / baseline. */
  readonly ratio: number;
  readonly goal: number;
  readonly pass: boolean;
  /** How often each side was measured. */
  readonly n: number;
  /** Of `ours` and `baseline`. */
  readonly unit: string;
  readonly machine: string;
}

/** What was measured, before it is judged. */
export interface Measured {
  readonly name: string;
  readonly ours: number;
  readonly baseline: number;
  readonly n: number;
  readonly unit: string;
  /** Beside the ratio, something else had to hold: false fails the figure. */
  readonly alsoHolds?: boolean;
  /** Said on the error stream beside the figure. */
  readonly note?: string;
}

export interface Goal {
  readonly bound: "at most" | "at least";
  readonly ratio: number;
}

/** A figure nobody could measure here, and why. It has no ratio. */
export interface Unmeasured {
  readonly name: string;
  readonly why: string;
}

/** A group of figures that are measured together. */
export interface Suite {
  readonly goals: Readonly<Record<string, Goal>>;
  /** Measure the wanted ones, in any order; a figure that cannot be measured is yielded with its reason. */
  run(wanted: ReadonlySet<string>): AsyncIterable<Measured | Unmeasured>;
}

export function judge(measured: Measured, { bound, ratio: goal }: Goal, machine: string): Figure {
  const { name, ours, baseline, n, unit } = measured;
  const ratio = ours / baseline;
  const isReached = bound === "at most" ? ratio <= goal : ratio >= goal;
  const pass = isReached && measured.alsoHolds !== false;
  return {
    name,
    ours: rounded(ours),
    baseline: rounded(baseline),
    ratio: rounded(ratio),
    goal,
    pass,
    n,
    unit,
    machine,
  };
}

/** The kind of machine, never its name. */
export function machine(browserVersion: string | undefined): string {
  const browser = browserVersion === undefined ? "" : `, Chromium ${browserVersion}`;
  const load = loadavg()[0] ?? 0;
  return `${process.platform} ${process.arch}, ${cpus().length} cpus, load ${load.toFixed(1)}, Node ${process.versions.node}${browser}`;
}

/** The lines of a table, columns aligned. */
export function table(figures: readonly Figure[]): string {
  const head = ["name", "ours", "baseline", "unit", "ratio", "goal", "pass", "n"];
  const rows = figures.map((f) =>
    [f.name, f.ours, f.baseline, f.unit, f.ratio, f.goal, f.pass ? "yes" : "NO", f.n].map(String),
  );
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values lies; between two values, the line between them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
