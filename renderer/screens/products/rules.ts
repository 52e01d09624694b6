/** @file The rule packs the shelf is read by on a day. */
import { AppError } from "../../../shared/errors.ts";
import type { GatePack } from "../../../shared/packs/gate-pack.ts";
import type { PackLibrary } from "../../../shared/packs/library.ts";
import { type SheetRules, sheetRules } from "../../../shared/rules/sheet-check.ts";

export interface ShelfRules {
  readonly sheet: SheetRules;
  /** Says which of two grades counts. */
  readonly gate: GatePack;
}

/** @throws AppError `pack-missing` before the first of them is in force */
export function rulesOn(packs: PackLibrary, day: string): ShelfRules {
  const gate = packs.inForce("sale-gate", day);
  if (gate === undefined) throw new AppError("pack-missing", { id: "sale-gate" });
  return { sheet: sheetRules(packs, day), gate };
}
