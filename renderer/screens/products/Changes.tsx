/** @file Fields of a sheet that changed: the old value struck, then the new one. */
import type { SheetChange } from "../../../shared/rules/product-sheets.ts";
import { usePacks } from "../../data/queries.ts";
import { sheetFieldNames, product as words } from "../../text/products.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { valueText } from "./field-text.ts";
import css from "./ProductPage.module.css";

export function Changes({ changes }: { changes: readonly SheetChange[] }) {
  const t = useT();
  const language = useLanguage();
  const entries = usePacks().all("product-catalogue").at(-1)?.entries ?? [];
  const text = (change: SheetChange, side: "before" | "after") => {
    const said = valueText(t, language, change.field, change[side], entries);
    return said === "" ? t(words.versions.empty) : said;
  };
  return (
    <dl className={css["changes"]}>
      {changes.map((change) => (
        <div key={change.field} className={css["change"]}>
          <dt>{t(sheetFieldNames[change.field])}</dt>
          <dd>
            <del>{text(change, "before")}</del> <ins>{text(change, "after")}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
