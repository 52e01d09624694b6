/** @file Fees and holdings: a row each, what, how much, and a note. */

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useFieldArray, useFormState, useWatch } from "react-hook-form";
import { feeKinds, holdingClasses } from "../../../shared/model/product-sheet.ts";
import { sum } from "../../../shared/rules/look-through.ts";
import { feeNames, holdingNames } from "../../../shared/shelf/words.ts";
import { FieldErrorText } from "../../parts/FieldFrame.tsx";
import { sayError } from "../../parts/form.ts";
import { Icon } from "../../parts/Icon.tsx";
import { NumberField } from "../../parts/NumberField.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { sheetFieldNames, productForm as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import type { ProductControl } from "./FormSections.tsx";
import css from "./ProductForm.module.css";
import { emptyShare } from "./product-form.ts";
import { percentText } from "./words.ts";

export function FeeRows({ control }: { control: ProductControl }) {
  const t = useT();
  const { fields, append, remove } = useFieldArray({ control, name: "fees" });
  return (
    <Rows
      legend={t(sheetFieldNames.fees)}
      add={t(words.addFee)}
      onAdd={() => append({ kind: "", ...emptyShare })}
      rows={fields.map(({ id }, index) => (
        <Row key={id} n={index + 1} onRemove={() => remove(index)}>
          <SelectField
            control={control}
            name={`fees.${index}.kind`}
            label={t(words.feeKind)}
            options={feeKinds.map((value) => ({ value, label: t(feeNames[value]) }))}
          />
          <NumberField control={control} name={`fees.${index}.percent`} label={t(words.percent)} unit="%" />
          <TextField control={control} name={`fees.${index}.note`} label={t(words.note)} optional />
        </Row>
      ))}
    />
  );
}

export function HoldingRows({ control }: { control: ProductControl }) {
  const t = useT();
  const { fields, append, remove } = useFieldArray({ control, name: "lookThrough" });
  const shares = useWatch({ control, name: "lookThrough" });
  const all = sum(shares.map(({ percent }) => (typeof percent === "number" ? percent : 0)));
  const { errors } = useFormState({ control, name: "lookThroughSum" });
  const said = sayError(t, errors.lookThroughSum);
  return (
    <Rows
      legend={t(sheetFieldNames.lookThrough)}
      add={t(words.addHolding)}
      onAdd={() => append({ holding: "", ...emptyShare })}
      rows={fields.map(({ id }, index) => (
        <Row key={id} n={index + 1} onRemove={() => remove(index)}>
          <SelectField
            control={control}
            name={`lookThrough.${index}.holding`}
            label={t(words.holding)}
            options={holdingClasses.map((value) => ({ value, label: t(holdingNames[value]) }))}
          />
          <NumberField control={control} name={`lookThrough.${index}.percent`} label={t(words.percent)} unit="%" />
          <TextField control={control} name={`lookThrough.${index}.note`} label={t(words.note)} optional />
        </Row>
      ))}
    >
      {fields.length === 0 ? null : (
        <p className={all > 100 ? "sb-bad" : "sb-ink-2"} role="status">
          {t(words.sum, { sum: percentText(all), rest: percentText(Math.max(0, sum([100, -all]))) })}
        </p>
      )}
      {said === undefined ? null : <FieldErrorText>{said}</FieldErrorText>}
    </Rows>
  );
}

interface RowsProps {
  readonly legend: string;
  readonly rows: readonly ReactNode[];
  readonly add: string;
  readonly onAdd: () => void;
  /** Below the rows. */
  readonly children?: ReactNode;
}

function Rows({ legend, rows, add, onAdd, children }: RowsProps) {
  return (
    <fieldset className={css["rows"]}>
      <legend className="sb-hidden">{legend}</legend>
      {rows}
      {children}
      <Button size="xs" leftSection={<Icon name="plus" />} onClick={onAdd}>
        {add}
      </Button>
    </fieldset>
  );
}

function Row({ n, onRemove, children }: { n: number; onRemove: () => void; children: ReactNode }) {
  const t = useT();
  return (
    <div className={css["row"]}>
      {children}
      <button type="button" className={css["remove"]} aria-label={t(words.removeRow, { n })} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </div>
  );
}
