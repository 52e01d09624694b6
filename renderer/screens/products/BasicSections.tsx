/** @file The first boxes of the product form: what it is, its grade and its terms; what is insured only under its own regime. */
import { useWatch } from "react-hook-form";
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
import type { ProductControl } from "./product-form.ts";

export interface SectionProps {
  readonly control: ProductControl;
  readonly catalogue: ProductCatalogue;
}

function useOptions() {
  const t = useT();
  return <K extends string>(keys: readonly K[], names: Readonly<Record<K, (typeof yesNo)["yes"]>>) =>
    keys.map((value) => ({ value, label: t(names[value]) }));
}

export function Basics({ control, catalogue }: SectionProps) {
  const t = useT();
  const options = useOptions();
  const kinds = catalogue.entries.map(({ id, name, grade }) => ({ value: id, label: `${t(name)} ${grade}` }));
  return (
    <Section title={t(words.sections.basics)}>
      <div className={css["grid"]}>
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
      </div>
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

export function GradeBoxes({ control, catalogue }: SectionProps) {
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
      <div className={css["grid"]}>
        <DateField control={control} name="gradedOn" label={t(sheetFieldNames.gradedOn)} optional />
        <DateField control={control} name="gradeUntil" label={t(sheetFieldNames.gradeUntil)} optional />
      </div>
    </Section>
  );
}

export function Terms({ control, catalogue }: SectionProps) {
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
      <div className={css["grid"]}>
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
      </div>
    </Section>
  );
}

export function InsuranceBoxes({ control }: { control: ProductControl }) {
  const t = useT();
  const options = useOptions();
  return (
    <Section ruled title={t(sheetFieldNames.insurance)}>
      <div className={css["grid"]}>
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
        <NumberField
          control={control}
          name="coolingOffDays"
          label={t(sheetFieldNames.coolingOffDays)}
          unit={t(words.daysUnit)}
          help={t(words.coolingOffHelp)}
          optional
        />
      </div>
      <div className={css["below"]}>
        <TextAreaField
          control={control}
          name="exclusions"
          label={t(sheetFieldNames.exclusions)}
          help={t(words.exclusionsHelp)}
          optional
        />
      </div>
    </Section>
  );
}
