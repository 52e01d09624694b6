/** @file The investor criteria that ship; checked like any other pack before their first use. */
import { AppError } from "../errors.ts";
import { InvestorCriteria } from "./investor-criteria.ts";
import { checkInvestorCriteria } from "./investor-criteria-check.ts";
import v1 from "./investor-criteria-v1.json" with { type: "json" };

// Not at import: the renderer must tell zod not to compile before anything is parsed.
let parsed: InvestorCriteria | undefined;

/** The criteria in force. @throws AppError `pack-invalid` */
export function investorCriteria(): InvestorCriteria {
  parsed ??= parseInvestorCriteria(v1);
  return parsed;
}

/** @throws AppError `pack-invalid`; `faults` names up to five, as `code at`. */
export function parseInvestorCriteria(raw: unknown): InvestorCriteria {
  const faults = checkInvestorCriteria(raw);
  if (faults.length > 0) {
    const named = faults.slice(0, 5).map((fault) => `${fault.code} ${fault.at}`.slice(0, 70));
    throw new AppError("pack-invalid", { faults: named.join("; ") });
  }
  return InvestorCriteria.parse(raw);
}
