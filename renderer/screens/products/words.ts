/** @file How this screen writes terms, shares, amounts and findings. */
import type { Language } from "../../../shared/model/primitives.ts";
import { findingSentence } from "../../../shared/shelf/finding-texts.ts";
import type { RowFinding } from "../../../shared/shelf/read-shelf.ts";
import { formatMoney } from "../../text/format.ts";
import { product, products } from "../../text/products.ts";
import type { Say, Sentence } from "../../text/text.ts";

/** `随时`, `6个月`, `3年`. */
export function termText(t: Say, months: number): string {
  if (months === 0) return t(products.anyTime);
  return months % 12 === 0 ? t(products.years, { n: months / 12 }) : t(products.months, { n: months });
}

/** `15天`, or that there is none. */
export function coolingOffText(t: Say, days: number): string {
  return days === 0 ? t(product.noCoolingOff) : t(product.coolingOff, { n: days });
}

/** `0.3%`: a share as it was written, with at most two decimals. */
export function percentText(percent: number): string {
  return `${Number(percent.toFixed(2)).toLocaleString("en-US")}%`;
}

/** A finding about a sheet or a row of a list as a sentence. */
export function findingWords(finding: Pick<RowFinding, "code" | "values" | "wording">): Sentence {
  return findingSentence(finding, (fen: number, language: Language) => formatMoney(fen, language));
}
