/** @file How much civil capacity a person can have at an age (Civil Code Art. 17-20). */
import type { Capacity } from "../model/statement.ts";

/** Under eight none, under eighteen a limited one; from sixteen full for who lives by their own work (Art. 18). */
export const capacityAges = { limitedFrom: 8, ownWorkFrom: 16, fullFrom: 18 } as const;

/**
 * What was checked, but never more than the age allows.
 *
 * @param age full years; undefined where it is not known
 * @param checked undefined where nothing was: then what the age says
 */
export function capacityAtAge(age: number | undefined, checked: Capacity | undefined): Capacity {
  if (age === undefined || age >= capacityAges.fullFrom) return checked ?? "full";
  if (age < capacityAges.limitedFrom || checked === "none") return "none";
  return age >= capacityAges.ownWorkFrom && checked === "full" ? "full" : "limited";
}
