/** @file What the money ends up in: bars with their figures, and the same figures as a table. */

import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { type LookThrough, lookThroughOf } from "../../../shared/rules/look-through.ts";
import { holdingNames } from "../../../shared/shelf/words.ts";
import { clsx } from "../../parts/clsx.ts";
import { Section } from "../../parts/Section.tsx";
import { product as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import css from "./ProductPage.module.css";
import { percentText } from "./words.ts";

export function Holdings({ sheet }: { sheet: ProductSheet }) {
  const t = useT();
  const looked = lookThroughOf(sheet);
  if (looked === undefined) {
    return (
      <Section ruled title={t(words.holdings.title)}>
        <p className="sb-ink-2">{t(words.holdings.none)}</p>
      </Section>
    );
  }
  const { equity, equityAtMost } = looked;
  const values = { equity: percentText(equity), most: percentText(equityAtMost) };
  return (
    <Section ruled title={t(words.holdings.title)} right={t(words.holdings.unit)}>
      <p>{t(equityAtMost > equity ? words.holdings.equityRange : words.holdings.equity, values)}</p>
      <div className={css["holdings"]}>
        <Chart looked={looked} />
        <Table looked={looked} />
      </div>
    </Section>
  );
}

/** Every class, and the rest nobody has told. */
function sharesOf({ classes, unknown }: LookThrough) {
  const known = classes.map((share) => ({ ...share, name: holdingNames[share.holding], isKnown: true }));
  const rest = { holding: "unknown", percent: unknown, notes: [], name: words.holdings.unknown, isKnown: false };
  return unknown > 0 ? [...known, rest] : known;
}

function Chart({ looked }: { looked: LookThrough }) {
  const t = useT();
  const shares = sharesOf(looked);
  const most = Math.max(...shares.map(({ percent }) => percent), 1);
  const told = shares.map(({ name, percent }) =>
    t(words.holdings.share, { name: t(name), percent: percentText(percent) }),
  );
  return (
    <div
      className={css["chart"]}
      role="img"
      aria-label={t(words.holdings.chart, { shares: told.join(t(words.holdings.between)) })}
    >
      {shares.map(({ holding, percent, name, isKnown }) => (
        <div key={holding} className={css["chartRow"]}>
          <span className={css["chartName"]}>{t(name)}</span>
          <span className={css["chartLine"]}>
            <span
              className={clsx(
                css["chartBar"],
                holding === "equity" && css["chartEquity"],
                !isKnown && css["chartRest"],
              )}
              style={{ width: `${(percent / most) * 78}%` }}
            />
            <span>{percentText(percent)}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

function Table({ looked }: { looked: LookThrough }) {
  const t = useT();
  return (
    <table className="sb-table sb-flush">
      <thead>
        <tr>
          <th scope="col">{t(words.holdings.class)}</th>
          <th scope="col" className="sb-num">
            {t(words.holdings.percent)}
          </th>
          <th scope="col">{t(words.holdings.note)}</th>
        </tr>
      </thead>
      <tbody>
        {sharesOf(looked).map(({ holding, percent, notes, name }) => (
          <tr key={holding}>
            <td>{t(name)}</td>
            <td className="sb-num">{percentText(percent)}</td>
            <td className={clsx("sb-ink-2", css["noteCell"])}>
              {notes.length === 0 ? "—" : notes.join(t(words.comma))}
            </td>
          </tr>
        ))}
        <tr className={css["totalRow"]}>
          <td>{t(words.holdings.total)}</td>
          <td className="sb-num">{percentText(looked.known + looked.unknown)}</td>
          <td className="sb-ink-3">—</td>
        </tr>
      </tbody>
    </table>
  );
}
