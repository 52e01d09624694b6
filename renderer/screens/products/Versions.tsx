/** @file Every version of a product, newest first, with what each changed. */
import { useMemo } from "react";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { sheetChanges, valuesOf } from "../../../shared/rules/product-sheets.ts";
import { clsx } from "../../parts/clsx.ts";
import { Section } from "../../parts/Section.tsx";
import { formatInstant } from "../../text/format.ts";
import { product as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import { Changes } from "./Changes.tsx";
import css from "./ProductPage.module.css";

interface VersionsProps {
  /** Newest first. */
  readonly versions: readonly ProductSheet[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

export function Versions({ versions, shown, onShow }: VersionsProps) {
  const t = useT();
  return (
    <div className={css["versions"]}>
      <Section title={t(words.versions.title)} right={t(words.versions.count, { count: versions.length })}>
        <ol>
          {versions.map((sheet, index) => (
            <li key={sheet.id} className={clsx(css["version"], sheet.id === shown && css["versionShown"])}>
              <div className={css["versionHead"]}>
                <button
                  type="button"
                  className="sb-link"
                  aria-current={sheet.id === shown ? "true" : undefined}
                  onClick={() => onShow(sheet.id)}
                >
                  <b>{t(words.versions.nth, { n: sheet.version })}</b>
                </button>
                <span className="sb-ink-3 sb-caption">{formatInstant(sheet.at)}</span>
                {index === 0 ? <span className="sb-ink-2 sb-caption">{t(words.versions.present)}</span> : null}
                {sheet.id === shown && versions.length > 1 ? (
                  <span className="sb-accent sb-caption">{t(words.versions.shown)}</span>
                ) : null}
              </div>
              {sheet.source === undefined ? null : (
                <p className="sb-ink-3 sb-caption">{t(words.versions.from, { source: sheet.source })}</p>
              )}
              <Difference sheet={sheet} before={versions[index + 1]} />
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}

function Difference({ sheet, before }: { sheet: ProductSheet; before: ProductSheet | undefined }) {
  const t = useT();
  const changes = useMemo(() => before && sheetChanges(valuesOf(before), valuesOf(sheet)), [before, sheet]);
  if (changes === undefined) return <p className="sb-ink-2">{t(words.versions.first)}</p>;
  if (changes.length === 0) return <p className="sb-ink-2">{t(words.versions.same)}</p>;
  return <Changes changes={changes} />;
}
