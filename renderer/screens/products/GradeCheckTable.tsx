/** @file The grade against greatest fall, volatility and share of equity: what was measured, what the grade bears, what it fits. */
import type { Localized } from "../../../shared/model/primitives.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { type Measure, measures } from "../../../shared/packs/product-catalogue.ts";
import { lookThroughOf } from "../../../shared/rules/look-through.ts";
import type { GradeCheck } from "../../../shared/rules/product-grade.ts";
import { IconMark } from "../../parts/IconMark.tsx";
import { measureNames, product as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import css from "./ProductPage.module.css";
import { percentText } from "./words.ts";

interface GradeCheckTableProps {
  readonly sheet: ProductSheet;
  readonly check: GradeCheck;
  /** Where the limits come from. */
  readonly note: Localized;
}

export function GradeCheckTable({ sheet, check, note }: GradeCheckTableProps) {
  const t = useT();
  const { grade, measured, isTooLow, suggests } = check;
  return (
    <section className={css["check"]} aria-label={t(words.check.title)}>
      <h2 className={css["caption"]}>{t(words.check.title)}</h2>
      {measured.length === 0 ? (
        <p className="sb-ink-2">{t(words.check.nothing)}</p>
      ) : (
        <>
          <p>
            {isTooLow ? (
              <IconMark icon="triangle" tone="warn">
                <b className={css["wrap"]}>{t(words.check.tooLow, { suggests: suggests ?? grade, grade })}</b>
              </IconMark>
            ) : (
              <IconMark icon="circleCheck" tone="ok">
                <span className={css["wrap"]}>{t(words.check.fine, { grade })}</span>
              </IconMark>
            )}
          </p>
          <table className="sb-table sb-flush">
            <thead>
              <tr>
                <th scope="col">{t(words.check.measure)}</th>
                <th scope="col" className="sb-num">
                  {t(words.check.value)}
                </th>
                <th scope="col" className="sb-num">
                  {t(words.check.limit, { grade })}
                </th>
                <th scope="col" className="sb-num">
                  {t(words.check.fits)}
                </th>
              </tr>
            </thead>
            <tbody>
              {measures.map((measure) => (
                <MeasureRow key={measure} measure={measure} sheet={sheet} check={check} />
              ))}
            </tbody>
          </table>
        </>
      )}
      <p className={css["reasonBlock"]}>{t(note)}</p>
    </section>
  );
}

function MeasureRow({ measure, sheet, check }: { measure: Measure } & Pick<GradeCheckTableProps, "sheet" | "check">) {
  const t = useT();
  const found = check.measured.find((one) => one.measure === measure);
  return (
    <tr>
      <td className={css["measure"]}>
        {t(measureNames[measure])}
        {measure === "drawdown" && sheet.drawdown !== undefined ? (
          <span className={css["reasonBlock"]}>{t(words.check.period, sheet.drawdown)}</span>
        ) : null}
      </td>
      <td className="sb-num">
        {found === undefined ? (
          <span className="sb-ink-3">{t(words.check.missing)}</span>
        ) : (
          <Value found={found} sheet={sheet} />
        )}
      </td>
      <td className="sb-num sb-ink-2">
        {found === undefined ? "—" : found.limit === null ? t(words.check.none) : percentText(found.limit)}
      </td>
      <td className="sb-num">{found === undefined ? "—" : found.isOver ? <b>{found.fits}</b> : found.fits}</td>
    </tr>
  );
}

/** A fall carries its sign; a share of equity that is not all disclosed is a least. */
function Value({ found, sheet }: { found: GradeCheck["measured"][number]; sheet: ProductSheet }) {
  const t = useT();
  const { measure, value, isOver } = found;
  const looked = lookThroughOf(sheet);
  const isLeast = measure === "equity" && looked !== undefined && looked.equityAtMost > looked.equity;
  const sign = measure === "drawdown" && value > 0 ? "\u2212" : "";
  const text = `${sign}${percentText(value)}`;
  const said = isLeast ? t(words.check.atLeast, { value: text }) : text;
  return isOver ? (
    <b>
      {said} <span className="sb-warn">{t(words.check.over)}</span>
    </b>
  ) : (
    said
  );
}
