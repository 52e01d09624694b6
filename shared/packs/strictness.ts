/**
 * @file Which choice of law, and which side of each number, asks more of a sale. A firm may
 * always be stricter than readings.md; where it is more lenient the difference view says so.
 */
import type { GatePack, Readings } from "./gate-pack.ts";

/** Of the two values of each reading the one under which no sale comes out better. */
export const stricterReadings: { readonly [K in keyof Readings]: Readings[K]["value"] } = {
  "I-01": "block-first",
  "I-02": "block",
  "I-03": "block",
  "I-04": "block",
  "I-05": "R1",
  "I-06": "asked",
  "I-07": "type-1",
  "I-08": "full-match",
  "I-09": "none",
  "I-10": "block",
  "I-11": "expired",
  "I-12": "month-end",
  "I-13": "counts",
  "I-14": "judge",
  "I-15": "higher",
  "I-16": "block",
  "I-17": "block",
  "I-18": "block",
  "I-19": "block",
  "I-20": "block",
  "I-21": "block",
  "I-22": "block",
  "I-23": "block",
  "I-24": "checked",
  "I-25": "warn",
  "I-26": "warn",
  "I-27": "due",
  "I-28": "any",
  "I-29": "warn",
  "I-30": "need-more",
  "I-31": "unit-linked-any-age",
  "I-32": "due",
  "I-33": "warn",
  "I-34": "block",
  "I-35": "need-more",
  "I-36": "due",
  "I-37": "block",
  "I-38": "block",
  "I-39": "own-document",
  "I-40": "unsuitable",
};

/** All are limits: the lower one asks more. */
export const lowerIsStricter: ReadonlySet<string> = new Set([
  "elderAge",
  "recordingAge",
  "validMonths",
  "maxPerDay",
  "maxPer12Months",
  "singlePremiumIncomes",
  "annualPremiumPercent",
  "paymentAge",
  "budgetPercent",
  "moneyAssetsPercent",
  "moneyIncomePercent",
  "followUpDays",
] satisfies (keyof GatePack["numbers"])[]);
