/** @file A product to read: grade and what speaks for it, facts, costs, holdings, words for the client; its versions at the right. */

import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { gradeAgainstDrawdown } from "../../../shared/rules/product-grade.ts";
import { countingGrade } from "../../../shared/rules/sale-gate.ts";
import { checkSheet } from "../../../shared/rules/sheet-check.ts";
import { productTypeNames, regimeNames } from "../../../shared/shelf/words.ts";
import { usePacks } from "../../data/queries.ts";
import { Key } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Note } from "../../parts/Note.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Split } from "../../parts/Split.tsx";
import { useToday } from "../../parts/today.ts";
import { useScreen } from "../../state/screen.ts";
import { match } from "../../text/gate.ts";
import { products, product as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import { BasicFacts } from "./BasicFacts.tsx";
import { ClientWords } from "./ClientWords.tsx";
import { Costs } from "./Costs.tsx";
import { GradeBlock } from "./GradeBlock.tsx";
import { GradeCheckTable } from "./GradeCheckTable.tsx";
import { Holdings } from "./Holdings.tsx";
import css from "./ProductPage.module.css";
import { rulesOn } from "./rules.ts";
import { Versions } from "./Versions.tsx";
import { termText } from "./words.ts";

interface ProductPageProps {
  readonly sheet: ProductSheet;
  /** Newest first. */
  readonly versions: readonly ProductSheet[];
}

export function ProductPage({ sheet, versions }: ProductPageProps) {
  const t = useT();
  const today = useToday();
  const packs = usePacks();
  const { open, replace, back } = useScreen();
  const isNarrow = useMediaQuery("(max-width: 1100px)");
  const rules = useMemo(() => rulesOn(packs, today), [packs, today]);
  const { catalogue, words: wording } = rules.sheet;
  const check = useMemo(() => gradeAgainstDrawdown(sheet, catalogue), [sheet, catalogue]);
  const { flags } = useMemo(() => checkSheet(sheet, rules.sheet), [sheet, rules]);
  const [newest] = versions;
  const isNewest = newest === undefined || newest.id === sheet.id;

  const edit = () => open({ screen: "product", id: sheet.product, edit: true });
  const show = (version: string) => replace({ screen: "product", id: sheet.product, version });
  const matchClients = () => open({ screen: "match", product: sheet.product });
  useKeys({ e: edit, g: matchClients, Escape: back });

  const facts = [
    sheet.code,
    t(regimeNames[sheet.regime]),
    t(productTypeNames[sheet.type]),
    termText(t, sheet.termMonths),
    ...(sheet.isActive ? [] : [t(products.inactive)]),
  ];
  return (
    <>
      <PageHead title={sheet.name} fact={facts.join(t(words.comma))} back={{ label: t(products.title), onBack: back }}>
        <Button size="xs" rightSection={<Key>E</Key>} onClick={edit}>
          {t(words.edit)}
        </Button>
        <Button size="xs" variant="filled" rightSection={<Key>G</Key>} onClick={matchClients}>
          {t(match.open)}
        </Button>
      </PageHead>
      <Split
        sideWidth={isNarrow === true ? 260 : 324}
        sideLabel={t(words.versions.title)}
        contentLabel={sheet.name}
        side={<Versions versions={versions} shown={sheet.id} onShow={show} />}
      >
        <div className={css["page"]}>
          {isNewest ? null : (
            <div className={css["note"]}>
              <Note
                tone="warn"
                action={
                  <button type="button" className="sb-link" onClick={() => show(newest.id)}>
                    {t(words.toNewest)}
                  </button>
                }
              >
                {t(words.oldVersion, { version: sheet.version, newest: newest.version })}
              </Note>
            </div>
          )}
          <div className={css["top"]}>
            <GradeBlock sheet={sheet} grade={countingGrade(sheet, rules.gate)} catalogue={catalogue} flags={flags} />
            <GradeCheckTable sheet={sheet} check={check} note={catalogue.limits.note} />
          </div>
          <div className={css["columns"]}>
            <BasicFacts sheet={sheet} catalogue={catalogue} />
            <Costs sheet={sheet} />
          </div>
          <Holdings sheet={sheet} />
          <ClientWords sheet={sheet} pack={wording} />
          <p className={css["packs"]}>
            {t(words.packs, {
              catalogue: `${catalogue.id} ${catalogue.version}`,
              words: `${wording.id} ${wording.version}`,
            })}
          </p>
        </div>
      </Split>
    </>
  );
}
