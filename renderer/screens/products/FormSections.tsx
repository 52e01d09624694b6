/** @file The boxes of the product form, in sections; insurance only under its own regime. */

import { type Control, useWatch } from "react-hook-form";
import type { SheetField, SheetValues } from "../../../shared/model/product-sheet.ts";
import { regimes } from "../../../shared/packs/gate-pack.ts";
import { grades } from "../../../shared/packs/match-matrix.ts";
import type { ProductCatalogue } from "../../../shared/packs/product-catalogue.ts";
import { catalogueEntry, ticketOf } from "../../../shared/rules/product-grade.ts";
import { insuranceKinds, type ProductType, productTypes } from "../../../shared/rules/sale-case.ts";
import { insuranceNames, productTypeNames, regimeNames, yesNo } from "../../../shared/shelf/words.ts";
import { ChipsField } from "../../parts/ChipsField.tsx";
import { DateField } from "../../parts/DateField.tsx";
import { GradeMark } from "../../parts/GradeMark.tsx";
import { MoneyField } from "../../parts/MoneyField.tsx";
import { NumberField } from "../../parts/NumberField.tsx";
import { RadioField } from "../../parts/RadioField.tsx";
import { Section } from "../../parts/Section.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { formatMoney } from "../../text/format.ts";
import { sheetFieldNames, productForm as words } from "../../text/products.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./ProductForm.module.css";
import type { ProductBoxes } from "./product-form.ts";
import { FeeRows, HoldingRows } from "./ShareRows.tsx";

export type ProductControl = Control<ProductBoxes, unknown, SheetValues>;

interface SectionProps {
  readonly control: ProductControl;
  readonly catalogue: ProductCatalogue;
}

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
        <Grid>
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
        </Grid>
      </Section>
      <Section ruled title={t(words.sections.holdings)}>
        <HoldingRows control={control} />
      </Section>
      <Record control={control} />
      <ClientTexts control={control} />
      <Section ruled title={t(words.sections.source)}>
        <Grid>
          <TextField control={control} name="source" label={t(sheetFieldNames.source)} help={t(words.sourceHelp)} />
        </Grid>
      </Section>
    </>
  );
}

function Grid({ children }: { children: React.ReactNode }) {
  return <div className={css["grid"]}>{children}</div>;
}

function useOptions() {
  const t = useT();
  return <K extends string>(keys: readonly K[], names: Readonly<Record<K, (typeof yesNo)["yes"]>>) =>
    keys.map((value) => ({ value, label: t(names[value]) }));
}

function Basics({ control, catalogue }: SectionProps) {
  const t = useT();
  const options = useOptions();
  const kinds = catalogue.entries.map(({ id, name, grade }) => ({ value: id, label: `${t(name)} ${grade}` }));
  return (
    <Section title={t(words.sections.basics)}>
      <Grid>
        <TextField control={control} name="code" label={t(sheetFieldNames.code)} />
        <TextField control={control} name="name" label={t(sheetFieldNames.name)} />
        <TextField control={control} name="issuer" label={t(sheetFieldNames.issuer)} optional />
        <SelectField
          control={control}
          name="regime"
          label={t(sheetFieldNames.regime)}
          options={options(regimes, regimeNames)}
        />
        <SelectField
          control={control}
          name="type"
          label={t(sheetFieldNames.type)}
          options={options(productTypes, productTypeNames)}
        />
        <SelectField
          control={control}
          name="catalogueEntry"
          label={t(sheetFieldNames.catalogueEntry)}
          options={kinds}
          optional
        />
      </Grid>
      <div className={css["radios"]}>
        <RadioField
          control={control}
          name="isActive"
          label={t(sheetFieldNames.isActive)}
          options={options(["yes", "no"], yesNo)}
        />
      </div>
    </Section>
  );
}

function GradeBoxes({ control, catalogue }: SectionProps) {
  const t = useT();
  const id = useWatch({ control, name: "catalogueEntry" });
  const entry = catalogueEntry({ catalogueEntry: id }, catalogue);
  const marks = grades.map((grade) => ({ value: grade, label: <GradeMark grade={grade} /> }));
  return (
    <Section ruled title={t(words.sections.grade)}>
      {entry === undefined ? null : (
        <p className={css["hint"]}>{t(words.usual, { kind: t(entry.name), grade: entry.grade })}</p>
      )}
      <div className={css["radios"]}>
        <RadioField control={control} name="sellerGrade" label={t(sheetFieldNames.sellerGrade)} options={marks} />
        <RadioField
          control={control}
          name="issuerGrade"
          label={t(sheetFieldNames.issuerGrade)}
          help={t(words.issuerGradeHelp)}
          options={marks}
          optional
        />
      </div>
      <Grid>
        <DateField control={control} name="gradedOn" label={t(sheetFieldNames.gradedOn)} optional />
        <DateField control={control} name="gradeUntil" label={t(sheetFieldNames.gradeUntil)} optional />
      </Grid>
    </Section>
  );
}

function Terms({ control, catalogue }: SectionProps) {
  const t = useT();
  const language = useLanguage();
  const options = useOptions();
  const [isPrivate, type, entry] = useWatch({ control, name: ["isPrivate", "type", "catalogueEntry"] });
  const known = productTypes.find((one) => one === type);
  const ticket =
    known &&
    ticketOf({ isPrivate: isPrivate === "yes", type: known satisfies ProductType, catalogueEntry: entry }, catalogue);
  const help = ticket && t(words.ticketHelp, { money: formatMoney(ticket.fen, language) });
  return (
    <Section ruled title={t(words.sections.terms)}>
      <div className={css["radios"]}>
        <RadioField
          control={control}
          name="isPrivate"
          label={t(sheetFieldNames.isPrivate)}
          options={options(["no", "yes"], yesNo)}
        />
      </div>
      <Grid>
        <NumberField
          control={control}
          name="termMonths"
          label={t(sheetFieldNames.termMonths)}
          unit={t(words.monthUnit)}
          help={t(words.termHelp)}
        />
        <MoneyField
          control={control}
          name="minimum"
          label={t(sheetFieldNames.minimum)}
          {...(help !== undefined && { help })}
        />
        <NumberField
          control={control}
          name="minimumAge"
          label={t(sheetFieldNames.minimumAge)}
          unit={t(words.yearsUnit)}
          optional
        />
        <NumberField
          control={control}
          name="maximumAge"
          label={t(sheetFieldNames.maximumAge)}
          unit={t(words.yearsUnit)}
          optional
        />
        <NumberField
          control={control}
          name="leverage"
          label={t(sheetFieldNames.leverage)}
          unit={t(words.timesUnit)}
          help={t(words.leverageHelp)}
          optional
        />
        <ChipsField
          control={control}
          name="rights"
          label={t(sheetFieldNames.rights)}
          help={t(words.rightsHelp)}
          optional
        />
      </Grid>
    </Section>
  );
}

function InsuranceBoxes({ control }: { control: ProductControl }) {
  const t = useT();
  const options = useOptions();
  return (
    <Section ruled title={t(sheetFieldNames.insurance)}>
      <Grid>
        <SelectField
          control={control}
          name="insurance.kind"
          label={t(words.insuranceKind)}
          options={options(insuranceKinds, insuranceNames)}
        />
        <RadioField
          control={control}
          name="insurance.isOverOneYear"
          label={t(words.insuranceOverOneYear)}
          options={options(["yes", "no"], yesNo)}
        />
      </Grid>
    </Section>
  );
}

function Record({ control }: { control: ProductControl }) {
  const t = useT();
  return (
    <Section ruled title={t(words.sections.record)}>
      <Grid>
        <NumberField control={control} name="drawdown.percent" label={t(sheetFieldNames.drawdown)} unit="%" optional />
        <DateField control={control} name="drawdown.from" label={t(words.drawdownFrom)} optional />
        <DateField control={control} name="drawdown.until" label={t(words.drawdownUntil)} optional />
        <NumberField control={control} name="volatility" label={t(sheetFieldNames.volatility)} unit="%" optional />
      </Grid>
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
