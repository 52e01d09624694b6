/** @file One row of a list: every reason against it, what to look at, and what it would change. */
import type { RowFinding, ShelfRow } from "../../../shared/shelf/read-shelf.ts";
import { IconMark } from "../../parts/IconMark.tsx";
import { Section } from "../../parts/Section.tsx";
import { shelfImport as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import { Changes } from "./Changes.tsx";
import css from "./Import.module.css";
import { findingWords } from "./words.ts";

export function RowPane({ row }: { row: ShelfRow | undefined }) {
  const t = useT();
  if (row === undefined) {
    return (
      <div className={css["rowPane"]}>
        <p className="sb-ink-2">{t(words.pane.pick)}</p>
      </div>
    );
  }
  const { line, name, code, outcome, faults, flags, changes } = row;
  return (
    <div className={css["rowPane"]}>
      <Section title={name === "" ? code : name} right={t(words.pane.title, { line })}>
        {outcome === "create" ? <p>{t(words.pane.create)}</p> : null}
        {outcome === "same" ? <p>{t(words.pane.same)}</p> : null}
      </Section>
      <Findings title={t(words.pane.faults)} findings={faults} isBad />
      <Findings title={t(words.pane.flags)} findings={flags} />
      {changes.length === 0 ? null : (
        <Section ruled title={t(words.pane.changes)}>
          <Changes changes={changes} />
        </Section>
      )}
    </div>
  );
}

interface FindingsProps {
  readonly title: string;
  readonly findings: readonly RowFinding[];
  readonly isBad?: boolean;
}

function Findings({ title, findings, isBad = false }: FindingsProps) {
  const t = useT();
  if (findings.length === 0) return null;
  return (
    <Section ruled title={title}>
      <ul>
        {findings.map((finding) => (
          <li
            key={`${finding.code}-${finding.column?.id ?? ""}-${finding.wording?.start ?? ""}`}
            className={css["finding"]}
          >
            <span className="sb-ink-3 sb-caption">
              {finding.column === undefined ? t(words.pane.row) : t(finding.column.head)}
            </span>
            <div>
              <IconMark icon={isBad ? "struck" : "triangle"} tone={isBad ? "bad" : "warn"}>
                <span className={css["wrap"]}>{t(findingWords(finding))}</span>
              </IconMark>
            </div>
            {finding.cell === "" ? null : (
              <span className="sb-ink-2">{t(words.pane.cell, { cell: finding.cell })}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
