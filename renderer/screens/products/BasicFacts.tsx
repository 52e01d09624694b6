/** @file What a product is and who may buy it, each fact with its reason. */

import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import type { ProductCatalogue } from "../../../shared/packs/product-catalogue.ts";
import { catalogueEntry, ticketOf } from "../../../shared/rules/product-grade.ts";
import { insuranceNames, productTypeNames, regimeNames } from "../../../shared/shelf/words.ts";
import { Facts } from "../../parts/Facts.tsx";
import { Section } from "../../parts/Section.tsx";
import { formatMoney } from "../../text/format.ts";
import { products, sheetFieldNames, product as words } from "../../text/products.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { coolingOffText, termText } from "./words.ts";

export function BasicFacts({ sheet, catalogue }: { sheet: ProductSheet; catalogue: ProductCatalogue }) {
  const t = useT();
  const language = useLanguage();
  const entry = catalogueEntry(sheet, catalogue);
  const ticket = ticketOf(sheet, catalogue);
  const law = catalogue.sources.find(({ id }) => id === ticket?.cites[0])?.law;
  const { insurance, coolingOffDays, leverage, rights } = sheet;
  const names = sheetFieldNames;
  const facts = [
    { label: t(names.regime), value: t(regimeNames[sheet.regime]), reason: t(words.regimeWhy) },
    { label: t(names.issuer), value: sheet.issuer },
    { label: t(names.type), value: t(productTypeNames[sheet.type]), reason: entry && t(entry.name) },
    ...(insurance === undefined
      ? []
      : [
          {
            label: t(names.insurance),
            value: t(insurance.isOverOneYear ? words.insured : words.insuredShort, {
              kind: t(insuranceNames[insurance.kind]),
            }),
          },
        ]),
    ...(insurance === undefined && coolingOffDays === undefined
      ? []
      : [
          {
            label: t(names.coolingOffDays),
            value: coolingOffDays === undefined ? undefined : coolingOffText(t, coolingOffDays),
          },
        ]),
    { label: t(names.termMonths), value: termText(t, sheet.termMonths) },
    {
      label: t(names.minimum),
      value: formatMoney(sheet.minimum, language),
      reason:
        ticket === undefined || law === undefined
          ? undefined
          : t(words.ticket, { money: formatMoney(ticket.fen, language), law: t(law) }),
    },
    { label: t(words.offering), value: t(sheet.isPrivate ? words.privateYes : words.privateNo) },
    ...(rights.length === 0 ? [] : [{ label: t(names.rights), value: rights.join(t(words.comma)) }]),
    ...(agesText() === undefined ? [] : [{ label: t(words.ages), value: agesText() }]),
    {
      label: t(names.leverage),
      value: leverage === undefined ? undefined : leverage <= 1 ? t(words.noLeverage) : t(words.times, { n: leverage }),
    },
    { label: t(words.status), value: t(sheet.isActive ? products.active : products.inactive) },
  ];
  return (
    <Section ruled title={t(words.basics)}>
      <Facts labelWidth={language === "en" ? 104 : 84} facts={facts} />
    </Section>
  );

  function agesText(): string | undefined {
    const { minimumAge: from, maximumAge: to } = sheet;
    if (from !== undefined && to !== undefined) return t(words.agesBetween, { from, to });
    if (from !== undefined) return t(words.agesFrom, { from });
    return to === undefined ? undefined : t(words.agesTo, { to });
  }
}
