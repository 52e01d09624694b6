/** @file Before a list is chosen: what it may look like, templates to fill in, and every column. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { languages } from "../../../shared/model/primitives.ts";
import { type ShelfColumn, shelfColumns } from "../../../shared/shelf/columns.ts";
import { saveShelf } from "../../data/shelf.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Section } from "../../parts/Section.tsx";
import { app } from "../../text/app.ts";
import { shelfImport as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import { FileButton } from "./FileButton.tsx";
import css from "./Import.module.css";

interface ImportGuideProps {
  readonly onFile: (file: File) => Promise<void>;
  /** What has become of the file that was chosen. */
  readonly children?: ReactNode;
}

export function ImportGuide({ onFile, children }: ImportGuideProps) {
  const t = useT();
  return (
    <div className={css["guide"]}>
      <p>{t(words.about)}</p>
      <FileButton isPrimary label={t(words.choose)} onFile={onFile} />
      {children}
      <ul className={css["rules"]}>
        {Object.entries(words.rules).map(([key, rule]) => (
          <li key={key}>{t(rule)}</li>
        ))}
      </ul>
      <Section ruled title={t(words.template)}>
        <div className={css["templates"]}>
          {languages.map((language) => (
            <Button
              key={language}
              size="xs"
              leftSection={<Icon name="document" />}
              onClick={() => saveShelf({ content: "template", language })}
            >
              {t(app.languages[language])}
            </Button>
          ))}
        </div>
      </Section>
      <Section ruled title={t(words.columns)}>
        <table className="sb-table sb-flush">
          <thead>
            <tr>
              <th scope="col">{t(words.columnHead)}</th>
              <th scope="col">{t(words.columnId)}</th>
              <th scope="col">{t(words.columnNeeded)}</th>
              <th scope="col">{t(words.columnWords)}</th>
            </tr>
          </thead>
          <tbody>
            {shelfColumns.map((column) => (
              <tr key={column.id}>
                <td>{t(column.head)}</td>
                <td className="sb-mono">{column.id}</td>
                <td>{column.isRequired === true ? t(words.needed) : <span className="sb-ink-3">—</span>}</td>
                <td className={css["wrap"]}>
                  <Words column={column} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  );
}

function Words({ column }: { column: ShelfColumn }) {
  const t = useT();
  if (column.choices !== undefined) return [...column.choices.values()].map((name) => t(name)).join(t(words.or));
  if (column.id === "catalogue") return t(words.kinds.catalogue);
  return column.kind === "choice" ? null : t(words.kinds[column.kind]);
}
