/** @file The grade that counts, how it came about, how long it holds, and what its kind usually has. */
import type { ReactNode } from "react";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import type { Grade } from "../../../shared/packs/match-matrix.ts";
import type { ProductCatalogue } from "../../../shared/packs/product-catalogue.ts";
import { catalogueEntry, higherGrade } from "../../../shared/rules/product-grade.ts";
import type { SheetFinding } from "../../../shared/rules/sheet-check.ts";
import { GradeMark } from "../../parts/GradeMark.tsx";
import { IconMark } from "../../parts/IconMark.tsx";
import { Validity } from "../../parts/Validity.tsx";
import { parts } from "../../text/parts.ts";
import { product as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import css from "./ProductPage.module.css";
import { findingWords } from "./words.ts";

interface GradeBlockProps {
  readonly sheet: ProductSheet;
  /** The one that counts. */
  readonly grade: Grade;
  readonly catalogue: ProductCatalogue;
  readonly flags: readonly SheetFinding[];
}

/** What is said elsewhere on the page. */
const saidElsewhere: ReadonlySet<string> = new Set([
  "below-measured",
  "doubtful-words",
  "seller-lower",
  "grade-undated",
]);

export function GradeBlock({ sheet, grade, catalogue, flags }: GradeBlockProps) {
  const t = useT();
  const entry = catalogueEntry(sheet, catalogue);
  return (
    <section aria-label={t(words.grade.title)}>
      <h2 className={css["caption"]}>{t(words.grade.title)}</h2>
      <div className={css["grade"]}>
        <span className={css["figure"]}>{grade}</span>
        <span className={css["gradeName"]}>{t(parts.grade[grade])}</span>
        <span className={css["diamonds"]} aria-hidden="true">
          <GradeMark grade={grade} bare />
        </span>
      </div>
      <Holds sheet={sheet} />
      <p>
        <Origin sheet={sheet} grade={grade} />
      </p>
      <p className="sb-ink-2">
        {entry === undefined
          ? t(words.grade.noKind)
          : t(words.grade.usual, { kind: t(entry.name), grade: entry.grade })}
        {entry === undefined ? null : <Sources ids={entry.cites} catalogue={catalogue} />}
      </p>
      <ul className={css["flags"]}>
        {flags
          .filter(({ code }) => !saidElsewhere.has(code))
          .map((flag) => (
            <li key={flag.code}>
              <IconMark icon="triangle" tone="warn">
                <span className={css["wrap"]}>{t(findingWords(flag))}</span>
              </IconMark>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Holds({ sheet: { gradedOn, gradeUntil } }: { sheet: ProductSheet }): ReactNode {
  const t = useT();
  if (gradedOn !== undefined && gradeUntil !== undefined) return <Validity from={gradedOn} until={gradeUntil} />;
  const said = gradedOn === undefined ? t(words.grade.undated) : t(words.grade.since, { day: gradedOn });
  return <p className="sb-ink-2">{said}</p>;
}

/** Whose the grade is, and which of two counts. */
function Origin({ sheet, grade }: { sheet: ProductSheet; grade: Grade }): ReactNode {
  const t = useT();
  const { issuerGrade: issuer, sellerGrade: seller } = sheet;
  if (issuer === undefined) return t(words.grade.onlyOne);
  if (issuer === seller) return t(words.grade.same, { grade });
  const isHigher = grade === higherGrade(sheet);
  return (
    <>
      {t(isHigher ? words.grade.differ : words.grade.sellerCounts, { issuer, seller, grade })}
      {isHigher ? <span className={css["reason"]}>{t(words.grade.article)}</span> : null}
    </>
  );
}

/** Where a figure of the catalogue comes from. */
function Sources({ ids, catalogue }: { ids: readonly string[]; catalogue: ProductCatalogue }) {
  const t = useT();
  const laws = catalogue.sources.filter(({ id }) => ids.includes(id));
  return <span className={css["reason"]}>{laws.map(({ law }) => t(law)).join(t(words.comma))}</span>;
}
