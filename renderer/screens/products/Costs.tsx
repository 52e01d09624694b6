/** @file What the product costs the client and brings the seller, beside what the alternative would bring. */

import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { feeNames } from "../../../shared/shelf/words.ts";
import { Facts } from "../../parts/Facts.tsx";
import { IconMark } from "../../parts/IconMark.tsx";
import { Section } from "../../parts/Section.tsx";
import { sheetFieldNames, product as words } from "../../text/products.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./ProductPage.module.css";
import { percentText } from "./words.ts";

export function Costs({ sheet }: { sheet: ProductSheet }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Section ruled title={t(words.costs)}>
      {sheet.fees.length === 0 ? (
        <p className="sb-ink-2">{t(words.noFees)}</p>
      ) : (
        <Facts
          labelWidth={language === "en" ? 128 : 84}
          facts={sheet.fees.map(({ kind, percent, note }, index) => ({
            key: `${kind}-${index}`,
            label: t(feeNames[kind]),
            value: percentText(percent),
            ...(note !== undefined && { reason: note }),
          }))}
        />
      )}
      <Interest sheet={sheet} />
    </Section>
  );
}

/** Own commission against the alternative's, as two bars on one scale. */
function Interest({ sheet: { commission, alternative, name } }: { sheet: ProductSheet }) {
  const t = useT();
  if (commission === undefined) {
    return <Facts facts={[{ label: t(words.commission.title), value: undefined }]} />;
  }
  const most = Math.max(commission, alternative?.commission ?? 0, 0.01);
  const bars = [
    { key: "own", label: name, percent: commission, isOwn: true },
    ...(alternative === undefined
      ? []
      : [{ key: "other", label: alternative.name, percent: alternative.commission, isOwn: false }]),
  ];
  const difference = alternative === undefined ? 0 : commission - alternative.commission;
  return (
    <div className={css["interest"]}>
      <h3 className={css["caption"]}>
        {t(words.commission.title)}
        <span className={css["reason"]}>{t(words.commission.of)}</span>
      </h3>
      <dl className={css["bars"]}>
        {bars.map(({ key, label, percent, isOwn }) => (
          <div key={key} className={css["bar"]}>
            <dt className={css["barLabel"]}>
              {isOwn ? label : `${label}${t(words.comma)}${t(sheetFieldNames.alternative)}`}
            </dt>
            <dd className={css["barLine"]}>
              <span
                className={isOwn ? css["barOwn"] : css["barOther"]}
                style={{ width: `${(percent / most) * 70}%` }}
                aria-hidden="true"
              />
              {isOwn ? <b>{percentText(percent)}</b> : percentText(percent)}
            </dd>
          </div>
        ))}
      </dl>
      {alternative === undefined ? (
        <p className="sb-ink-2">{t(words.commission.noAlternative)}</p>
      ) : difference > 0 ? (
        <IconMark icon="info" tone="ink">
          <span className={css["wrap"]}>
            {t(words.commission.more, { name: alternative.name, difference: percentText(difference) })}
          </span>
        </IconMark>
      ) : (
        <p className="sb-ink-2">{t(words.commission.less, { name: alternative.name })}</p>
      )}
    </div>
  );
}
