/** @file The products of the shelf as the list shows them. */
import { useMemo } from "react";
import { isGradeCurrent } from "../../../shared/rules/product-sheets.ts";
import { countingGrade } from "../../../shared/rules/sale-gate.ts";
import { checkSheet } from "../../../shared/rules/sheet-check.ts";
import { usePacks } from "../../data/queries.ts";
import { useShelf } from "../../data/shelf.ts";
import { useToday } from "../../parts/today.ts";
import type { ProductRow } from "./product-filter.ts";
import { rulesOn } from "./rules.ts";

/** Undefined while the book is still coming in. */
export function useRows(): readonly ProductRow[] | undefined {
  const sheets = useShelf()?.current;
  const packs = usePacks();
  const today = useToday();
  return useMemo(() => {
    const rules = rulesOn(packs, today);
    return sheets?.map((sheet): ProductRow => {
      const codes = new Set(checkSheet(sheet, rules.sheet).flags.map(({ code }) => code));
      return {
        sheet,
        grade: countingGrade(sheet, rules.gate),
        isGradeCurrent: isGradeCurrent(sheet, today),
        isDoubtful: codes.has("below-measured") || codes.has("below-catalogue"),
      };
    });
  }, [sheets, packs, today]);
}
