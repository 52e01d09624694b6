/** @file A value of a product sheet in words, for comparing two of them. Pure. */

import type { Language } from "../../../shared/model/primitives.ts";
import type { SheetField, SheetValues } from "../../../shared/model/product-sheet.ts";
import type { CatalogueEntry } from "../../../shared/packs/product-catalogue.ts";
import {
  feeNames,
  holdingNames,
  insuranceNames,
  productTypeNames,
  regimeNames,
  yesNo,
} from "../../../shared/shelf/words.ts";
import { formatMoney } from "../../text/format.ts";
import { product as words } from "../../text/products.ts";
import type { Say } from "../../text/text.ts";
import { coolingOffText, percentText, termText } from "./words.ts";

/** Empty where there is nothing. */
export function valueText(
  t: Say,
  language: Language,
  field: SheetField,
  value: SheetValues[SheetField] | undefined,
  entries: readonly CatalogueEntry[],
): string {
  if (value === undefined) return "";
  const sheet = { [field]: value } as Partial<SheetValues>;
  const list = (parts: readonly string[]) => parts.join(t(words.comma));
  const yes = (is: boolean) => t(is ? yesNo.yes : yesNo.no);
  const share = (name: string, { percent, note }: { percent: number; note?: string | undefined }) =>
    [name, percentText(percent), ...(note === undefined ? [] : [note])].join(" ");
  switch (field) {
    case "regime":
      return sheet.regime === undefined ? "" : t(regimeNames[sheet.regime]);
    case "type":
      return sheet.type === undefined ? "" : t(productTypeNames[sheet.type]);
    case "catalogueEntry": {
      const name = entries.find(({ id }) => id === value)?.name;
      return name === undefined ? (sheet.catalogueEntry ?? "") : t(name);
    }
    case "isActive":
    case "isPrivate":
      return yes(value === true);
    case "termMonths":
      return termText(t, Number(value));
    case "coolingOffDays":
      return coolingOffText(t, Number(value));
    case "minimum":
      return formatMoney(Number(value), language);
    case "commission":
    case "volatility":
      return percentText(Number(value));
    case "rights":
      return list(sheet.rights ?? []);
    case "insurance":
      return sheet.insurance === undefined
        ? ""
        : t(sheet.insurance.isOverOneYear ? words.insured : words.insuredShort, {
            kind: t(insuranceNames[sheet.insurance.kind]),
          });
    case "fees":
      return list((sheet.fees ?? []).map((fee) => share(t(feeNames[fee.kind]), fee)));
    case "lookThrough":
      return list((sheet.lookThrough ?? []).map((part) => share(t(holdingNames[part.holding]), part)));
    case "alternative":
      return sheet.alternative === undefined
        ? ""
        : share(sheet.alternative.name, { percent: sheet.alternative.commission });
    case "drawdown":
      return sheet.drawdown === undefined
        ? ""
        : `${percentText(sheet.drawdown.percent)} ${t(words.check.period, sheet.drawdown)}`;
    default:
      return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }
}
