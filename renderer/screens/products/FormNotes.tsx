/** @file Beside the form: what has to be put right, what is only to be looked at, and what a grade rests on. */
import type { LintWords } from "../../../shared/packs/lint-words.ts";
import type { ProductCatalogue } from "../../../shared/packs/product-catalogue.ts";
import type { SheetCheck, SheetFinding } from "../../../shared/rules/sheet-check.ts";
import { IconMark } from "../../parts/IconMark.tsx";
import { Section } from "../../parts/Section.tsx";
import { sheetFieldNames, productForm as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import css from "./ProductForm.module.css";
import { WordingList } from "./WordingList.tsx";
import { findingWords } from "./words.ts";

interface FormNotesProps {
  readonly check: SheetCheck;
  readonly pack: LintWords;
  readonly factors: ProductCatalogue["factors"];
}

export function FormNotes({ check: { faults, flags }, pack, factors }: FormNotesProps) {
  const t = useT();
  return (
    <div className={css["notes"]}>
      <Section title={t(words.notes.title)}>
        <div role="status">
          {faults.length + flags.length === 0 ? <p className="sb-ink-2">{t(words.notes.none)}</p> : null}
          <Findings title={t(words.notes.refuse)} findings={faults} isBad pack={pack} />
          <Findings title={t(words.notes.warn)} findings={flags} pack={pack} />
        </div>
      </Section>
      <Section ruled title={t(words.factors)}>
        <ul className={css["factors"]}>
          {factors.map(({ id, text }) => (
            <li key={id}>{t(text)}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

interface FindingsProps {
  readonly title: string;
  readonly findings: readonly SheetFinding[];
  readonly isBad?: boolean;
  readonly pack: LintWords;
}

function Findings({ title, findings, isBad = false, pack }: FindingsProps) {
  const t = useT();
  if (findings.length === 0) return null;
  const wordings = findings.flatMap(({ wording }) => wording ?? []);
  return (
    <>
      <h3 className={css["notesHead"]}>{title}</h3>
      <ul>
        {findings
          .filter(({ wording }) => wording === undefined)
          .map((finding) => (
            <li key={finding.code} className={css["finding"]}>
              <IconMark icon={isBad ? "octagonCross" : "triangle"} tone={isBad ? "bad" : "warn"}>
                <span className={css["wrap"]}>
                  <span className="sb-ink-3">{t(sheetFieldNames[finding.field])}</span> {t(findingWords(finding))}
                </span>
              </IconMark>
            </li>
          ))}
      </ul>
      <WordingList wordings={wordings} pack={pack} />
    </>
  );
}
