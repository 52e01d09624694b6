/** @file What the client is told, in the words of the sheet, and which of them are to be looked at. */
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import type { LintWords } from "../../../shared/packs/lint-words.ts";
import { wordingsOf } from "../../../shared/rules/sheet-check.ts";
import { Section } from "../../parts/Section.tsx";
import { sheetFieldNames, product as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import css from "./ProductPage.module.css";
import { WordingList } from "./WordingList.tsx";

const texts = ["explanation", "exclusions", "risks", "liquidity", "structure"] as const;

export function ClientWords({ sheet, pack }: { sheet: ProductSheet; pack: LintWords }) {
  const t = useT();
  // Only insurance has any; elsewhere a list that says so all the same is not hidden.
  const isInsurance = sheet.regime === "NFRA_INSURANCE";
  const shown = texts.filter((field) => field !== "exclusions" || isInsurance || sheet.exclusions !== undefined);
  const wordings = wordingsOf(sheet, pack);
  return (
    <Section ruled title={t(words.words)} right={t(words.wordsWhy, { pack: `${pack.id} ${pack.version}` })}>
      <dl className={css["texts"]}>
        {shown.map((field) => (
          <div key={field} className={css["text"]}>
            <dt>{t(sheetFieldNames[field])}</dt>
            <dd>
              {sheet[field] === undefined || sheet[field] === "" ? <span className="sb-ink-3">—</span> : sheet[field]}
            </dd>
          </div>
        ))}
      </dl>
      {wordings.length === 0 ? null : (
        <>
          <h3 className={css["caption"]}>{t(words.wordings)}</h3>
          <WordingList wordings={wordings.map(({ wording }) => wording)} pack={pack} />
        </>
      )}
    </Section>
  );
}
