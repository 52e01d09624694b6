/** @file The box for one field of a client: which kind, with which choices and help. */
import type { Control } from "react-hook-form";
import { channels, stages, tiers } from "../../../shared/model/client.ts";
import { ChipsField } from "../../parts/ChipsField.tsx";
import { DateField } from "../../parts/DateField.tsx";
import { MoneyField } from "../../parts/MoneyField.tsx";
import { NumberField } from "../../parts/NumberField.tsx";
import { RadioField } from "../../parts/RadioField.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { fieldErrors, client as words } from "../../text/client.ts";
import { fieldName, genderNames, idTypeNames, kindNames, stageNames } from "../../text/clients.ts";
import { channelNames } from "../../text/contacts.ts";
import { parts } from "../../text/parts.ts";
import { type Sentence, useT } from "../../text/text.ts";
import type { FormField, ProfileBoxes, ProfileValues } from "./profile-schema.ts";
import { moneyFields } from "./values.ts";

export type ProfileControl = Control<ProfileBoxes, unknown, ProfileValues>;

const choices: Readonly<Partial<Record<FormField, Readonly<Record<string, Sentence>>>>> = {
  idType: idTypeNames,
  preferredChannel: inOrder(channels, channelNames),
  tier: inOrder(tiers, parts.tier),
  stage: inOrder(stages, stageNames),
};
const radios: Readonly<Partial<Record<FormField, Readonly<Record<string, Sentence>>>>> = {
  kind: kindNames,
  gender: genderNames,
};
const days: ReadonlySet<FormField> = new Set(["birthDate", "idExpiry"]);
const manyLines: ReadonlySet<FormField> = new Set(["needs", "goals"]);

/** All but the list of people, which has a form of its own. */
export type PlainField = Exclude<FormField, "keyPeople">;

interface ProfileFieldProps {
  readonly control: ProfileControl;
  readonly field: PlainField;
  readonly kind: "individual" | "company";
}

export function ProfileField({ control, field, kind }: ProfileFieldProps) {
  const t = useT();
  const common = { control, name: field, label: t(fieldName(field, kind)) } as const;
  const options = (names: Readonly<Record<string, Sentence>>) =>
    Object.entries(names).map(([value, name]) => ({ value, label: t(name) }));

  const chosen = choices[field];
  if (chosen !== undefined) return <SelectField {...common} options={options(chosen)} none={t(words.none)} />;
  const shown = radios[field];
  if (shown !== undefined) return <RadioField {...common} options={options(shown)} />;
  if (moneyFields.has(field)) return <MoneyField {...common} />;
  if (days.has(field)) return <DateField {...common} />;
  if (manyLines.has(field)) return <TextAreaField {...common} />;
  switch (field) {
    case "tags":
      return <ChipsField {...common} />;
    case "birthYear":
      return <NumberField {...common} help={t(words.birthYearHelp)} />;
    case "debtServicePercent":
      return <NumberField {...common} unit="%" />;
    case "reserveMonths":
      return <NumberField {...common} unit={t(words.monthUnit)} />;
    case "phone":
      return <TextField {...common} type="tel" shape={t(fieldErrors.phone)} />;
    case "email":
      return <TextField {...common} type="email" />;
    case "idNumber":
      return <TextField {...common} shape={t(fieldErrors.idNumber)} />;
    default:
      return <TextField {...common} />;
  }
}

function inOrder<K extends string>(
  keys: readonly K[],
  names: Readonly<Record<K, Sentence>>,
): Readonly<Record<K, Sentence>> {
  return Object.fromEntries(keys.map((key) => [key, names[key]])) as Record<K, Sentence>;
}
