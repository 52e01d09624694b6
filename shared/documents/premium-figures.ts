/** @file The figures of a premium, as an applicant states them where it is out of the ordinary (NFRA Art. 39). Pure. */
import type { Localized } from "../model/primitives.ts";
import type { Say } from "../model/sentence.ts";
import type { SaleCase } from "../rules/sale-case.ts";
import { yuanOf } from "./amounts.ts";
import { saleWords } from "./sale-words.ts";

/** Those that are known. */
export function premiumFigures({ payment, client }: SaleCase, say: Say) {
  if (payment === undefined) return [];
  const { figures } = saleWords;
  const { singlePremium, annualPremium, paymentYears, familyAnnualIncome, budget } = payment;
  const money = (label: Localized, fen: number | undefined) =>
    fen === undefined ? [] : [{ label: say(label), amount: say(saleWords.yuan, { yuan: yuanOf(fen) }) }];
  const number = (label: Localized, value: Localized, n: number | undefined) =>
    n === undefined ? [] : [{ label: say(label), amount: say(value, { n }) }];
  return [
    ...money(figures.single, singlePremium),
    ...money(figures.annual, annualPremium),
    ...number(figures.years, saleWords.yearsValue, paymentYears),
    ...money(figures.income, familyAnnualIncome),
    ...money(figures.budget, budget),
    ...number(figures.age, saleWords.ageValue, client.age),
  ];
}
