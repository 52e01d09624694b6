/** @file The boxes of the product form, in sections. */
import { useWatch } from "react-hook-form";
import type { SheetField } from "../../../shared/model/product-sheet.ts";
import { DateField } from "../../parts/DateField.tsx";
import { NumberField } from "../../parts/NumberField.tsx";
import { Section } from "../../parts/Section.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { sheetFieldNames, productForm as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import { Basics, GradeBoxes, InsuranceBoxes, type SectionProps, Terms } from "./BasicSections.tsx";
import css from "./ProductForm.module.css";
import type { ProductBoxes, ProductControl } from "./product-form.ts";
import { FeeRows, HoldingRows } from "./ShareRows.tsx";

export function FormSections({ control, catalogue }: SectionProps) {
  const t = useT();
  const regime = useWatch({ control, name: "regime" });
  return (
    <>
      <Basics control={control} catalogue={catalogue} />
      <GradeBoxes control={control} catalogue={catalogue} />
      <Terms control={control} catalogue={catalogue} />
      {regime === "NFRA_INSURANCE" ? <InsuranceBoxes control={control} /> : null}
      <Section ruled title={t(words.sections.costs)}>
        <FeeRows control={control} />
        <div className={css["grid"]}>
          <NumberField control={control} name="commission" label={t(sheetFieldNames.commission)} unit="%" optional />
          <TextField
            control={control}
            name="alternative.name"
            label={t(words.alternativeName)}
            help={t(words.alternativeHelp)}
            optional
          />
          <NumberField
            control={control}
            name="alternative.commission"
            label={t(words.alternativeCommission)}
            unit="%"
            optional
          />
        </div>
      </Section>
      <Section ruled title={t(words.sections.holdings)}>
        <HoldingRows control={control} />
      </Section>
      <Record control={control} />
      <ClientTexts control={control} />
      <Section ruled title={t(words.sections.source)}>
        <div className={css["grid"]}>
          <TextField control={control} name="source" label={t(sheetFieldNames.source)} help={t(words.sourceHelp)} />
        </div>
      </Section>
    </>
  );
}

function Record({ control }: { control: ProductControl }) {
  const t = useT();
  return (
    <Section ruled title={t(words.sections.record)}>
      <div className={css["grid"]}>
        <NumberField control={control} name="drawdown.percent" label={t(sheetFieldNames.drawdown)} unit="%" optional />
        <DateField control={control} name="drawdown.from" label={t(words.drawdownFrom)} optional />
        <DateField control={control} name="drawdown.until" label={t(words.drawdownUntil)} optional />
        <NumberField control={control} name="volatility" label={t(sheetFieldNames.volatility)} unit="%" optional />
      </div>
    </Section>
  );
}

function ClientTexts({ control }: { control: ProductControl }) {
  const t = useT();
  const helps: readonly (readonly [SheetField & keyof ProductBoxes, string | undefined])[] = [
    ["explanation", t(words.explanationHelp)],
    ["risks", t(words.risksHelp)],
    ["liquidity", undefined],
    ["structure", t(words.structureHelp)],
  ];
  return (
    <Section ruled title={t(words.sections.words)}>
      <div className={css["texts"]}>
        {helps.map(([field, help]) => (
          <TextAreaField
            key={field}
            control={control}
            name={field}
            label={t(sheetFieldNames[field])}
            {...(help !== undefined && { help })}
            optional
          />
        ))}
      </div>
    </Section>
  );
}
