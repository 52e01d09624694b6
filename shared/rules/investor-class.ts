/**
 * @file Whether a class counts as professional under a product's regime: CSRC Order 130 knows
 * three of them, NFRA Art. 27 one and no natural person, insurance none (I-07, I-09).
 */
import type { Capacity } from "../model/statement.ts";
import type { GatePack, Regime } from "../packs/gate-pack.ts";
import type { SaleCase } from "./sale-case.ts";

export interface ClassHolder {
  readonly kind: SaleCase["client"]["kind"];
  readonly investorClass: SaleCase["client"]["investorClass"];
  /** Civil capacity, and the want of it, is a natural person's. */
  readonly capacity: Capacity;
}

export function isProfessionalUnder(
  regime: Regime,
  { kind, investorClass, capacity }: ClassHolder,
  { readings }: Pick<GatePack, "readings">,
): boolean {
  if (investorClass === "ordinary") return false;
  // Type I are institutions, their products and funds (Order 130 Art. 8 (1)-(3)).
  if (kind === "person" && (investorClass === "professional-1" || capacity !== "full")) return false;
  if (regime === "CSRC") return true;
  if (kind === "person" || (regime === "NFRA_INSURANCE" && readings["I-09"].value === "none")) return false;
  return investorClass === "professional-1" || readings["I-07"].value === "all-professional-companies";
}
