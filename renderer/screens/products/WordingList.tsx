/** @file Words found in a text for the client, each with why they may not stand there, or had better not, and by which article. */
import type { LintRule, LintWords } from "../../../shared/packs/lint-words.ts";
import type { Wording } from "../../../shared/rules/lint-text.ts";
import { IconMark } from "../../parts/IconMark.tsx";
import { productForm, product as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import css from "./ProductPage.module.css";

export function WordingList({ wordings, pack }: { wordings: readonly Wording[]; pack: LintWords }) {
  const t = useT();
  return (
    <ul className={css["wordings"]}>
      {wordings.map(({ rule, start, quote, sentence }) => (
        <li key={`${rule.id}-${start}-${sentence}`}>
          <IconMark
            icon={rule.weight === "refuse" ? "octagonCross" : "triangle"}
            tone={rule.weight === "refuse" ? "bad" : "warn"}
          >
            <span className={css["wrap"]}>
              <b>{t(productForm.notes.quoted, { words: quote })}</b> {t(rule.meaning)}
            </span>
          </IconMark>
          <p>{t(rule.why)}</p>
          <Cites rule={rule} pack={pack} />
        </li>
      ))}
    </ul>
  );
}

function Cites({ rule, pack }: { rule: LintRule; pack: LintWords }) {
  const t = useT();
  const cites = rule.cites.map(({ source, article }) => {
    const law = pack.sources.find(({ id }) => id === source)?.law;
    const name = law === undefined ? source : t(law);
    return article === undefined ? name : t(productForm.notes.article, { law: name, article });
  });
  return <p className={css["reasonBlock"]}>{cites.join(t(words.comma))}</p>;
}
