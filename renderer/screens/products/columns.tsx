/** @file The columns of the product list. */

import { useMemo } from "react";
import { productTypeNames } from "../../../shared/shelf/words.ts";
import { GradeMark } from "../../parts/GradeMark.tsx";
import { IconMark } from "../../parts/IconMark.tsx";
import type { Column } from "../../parts/table.ts";
import { useToday } from "../../parts/today.ts";
import { daysBetween, formatMoney } from "../../text/format.ts";
import { products, regimeShort } from "../../text/products.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Products.module.css";
import { type ProductRow, sortKeys } from "./product-filter.ts";
import { percentText, termText } from "./words.ts";

const warnDays = 30;
const none = (
  <span className="sb-ink-3" aria-hidden="true">
    —
  </span>
);

export function useColumns(): readonly Column<ProductRow>[] {
  const t = useT();
  const language = useLanguage();
  // English words are longer than Han.
  const isLong = language === "en";
  return useMemo(() => {
    const { column } = products;
    const columns: Column<ProductRow>[] = [
      {
        key: "name",
        head: t(column.name),
        width: "minmax(132px, 1.5fr)",
        isName: true,
        cell: ({ sheet }) => <span className={css["name"]}>{sheet.name}</span>,
      },
      {
        key: "code",
        head: t(column.code),
        width: "76px",
        cell: ({ sheet }) => <span className="sb-ink-2 sb-cut">{sheet.code}</span>,
      },
      {
        key: "regime",
        head: t(column.regime),
        width: isLong ? "84px" : "72px",
        from: isLong ? 860 : 720,
        cell: ({ sheet }) => t(regimeShort[sheet.regime]),
      },
      {
        key: "grade",
        head: t(column.grade),
        width: isLong ? "minmax(134px, 1fr)" : "minmax(126px, 1fr)",
        cell: (row) => <ListedGrade row={row} />,
      },
      {
        key: "term",
        head: t(column.term),
        width: isLong ? "84px" : "72px",
        cell: ({ sheet }) => termText(t, sheet.termMonths),
      },
      {
        key: "type",
        head: t(column.type),
        width: isLong ? "104px" : "72px",
        from: isLong ? 920 : 780,
        cell: ({ sheet }) => t(productTypeNames[sheet.type]),
      },
      {
        key: "minimum",
        head: t(column.minimum),
        width: "76px",
        numeric: true,
        cell: ({ sheet }) => <Amount fen={sheet.minimum} />,
      },
      {
        key: "commission",
        head: t(column.commission),
        width: "64px",
        numeric: true,
        firstDir: "desc",
        cell: ({ sheet }) => (sheet.commission === undefined ? none : percentText(sheet.commission)),
      },
      {
        key: "status",
        head: t(column.status),
        width: isLong ? "minmax(164px, 0.8fr)" : "minmax(128px, 0.8fr)",
        cell: (row) => <ListedStatus row={row} />,
      },
    ];
    return columns.map((one) => ({ ...one, sortable: (sortKeys as readonly string[]).includes(one.key) }));
  }, [t, isLong]);
}

function Amount({ fen }: { fen: number }) {
  const language = useLanguage();
  // Tables drop 元; nothing at all is no amount.
  return <span className={fen === 0 ? "sb-ink-3" : undefined}>{formatMoney(fen, language).replace(/元$/, "")}</span>;
}

/** The grade that counts, and where the two differ whose it is not. */
function ListedGrade({ row: { sheet, grade } }: { row: ProductRow }) {
  const t = useT();
  const { issuerGrade, sellerGrade } = sheet;
  const other =
    issuerGrade === undefined || issuerGrade === sellerGrade
      ? undefined
      : issuerGrade === grade
        ? "ofSeller"
        : "ofIssuer";
  return (
    <span className={css["listedGrade"]}>
      <GradeMark grade={grade} />
      {other === undefined ? null : (
        <span className="sb-ink-3 sb-caption">
          {t(products[other])} {other === "ofSeller" ? sellerGrade : issuerGrade}
        </span>
      )}
    </span>
  );
}

/** What keeps a product from being sold comes first, then what is to be looked at. */
function ListedStatus({ row: { sheet, isGradeCurrent, isDoubtful } }: { row: ProductRow }) {
  const t = useT();
  const today = useToday();
  const left = sheet.gradeUntil === undefined ? undefined : daysBetween(today, sheet.gradeUntil);
  if (!sheet.isActive)
    return (
      <IconMark icon="minus" tone="ink3">
        {t(products.inactive)}
      </IconMark>
    );
  if (!isGradeCurrent && left !== undefined && left < 0) {
    return (
      <IconMark icon="struck" tone="bad">
        <span title={sheet.gradeUntil}>{t(products.gradePast, { days: -left })}</span>
      </IconMark>
    );
  }
  if (isDoubtful)
    return (
      <IconMark icon="triangle" tone="warn">
        {t(products.gradeLow)}
      </IconMark>
    );
  if (left !== undefined && left <= warnDays) {
    return (
      <IconMark icon="clock" tone="warn">
        <span title={sheet.gradeUntil}>{t(products.gradeSoon, { days: left })}</span>
      </IconMark>
    );
  }
  return <span className="sb-ink-2">{t(products.active)}</span>;
}
