/** @file The boxes of the form for a new client. */
import { useState } from "react";
import { type Control, useWatch } from "react-hook-form";
import { channels, tiers } from "../../../shared/model/client.ts";
import { ChipsField } from "../../parts/ChipsField.tsx";
import { DateField } from "../../parts/DateField.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { MoneyField } from "../../parts/MoneyField.tsx";
import { RadioField } from "../../parts/RadioField.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { TierMark } from "../../parts/TierMark.tsx";
import { fieldErrors, client as words } from "../../text/client.ts";
import { clients, fieldName, fieldNames, genderNames, kindNames } from "../../text/clients.ts";
import { channelNames } from "../../text/contacts.ts";
import { useT } from "../../text/text.ts";
import css from "./NewClient.module.css";
import type { NewClientBoxes, NewClientValues } from "./new-client.ts";

export type NewClientControl = Control<NewClientBoxes, unknown, NewClientValues>;

export function NewClientFields({ control }: { control: NewClientControl }) {
  const t = useT();
  const kind = useWatch({ control, name: "kind" }) === "company" ? "company" : "individual";
  const [isOpen, setOpen] = useState(false);

  return (
    <>
      <RadioField
        control={control}
        name="kind"
        label={t(fieldNames.kind)}
        options={[
          { value: "individual", label: t(kindNames.individual) },
          { value: "company", label: t(kindNames.company) },
        ]}
      />
      <div className={css["pair"]}>
        <TextField control={control} name="name" label={t(fieldName("name", kind))} />
        <TextField
          control={control}
          name="phone"
          type="tel"
          label={t(fieldName("phone", kind))}
          shape={t(fieldErrors.phone)}
          optional
        />
      </div>
      <RadioField
        control={control}
        name="tier"
        label={t(fieldNames.tier)}
        optional
        options={tiers.map((tier) => ({ value: tier, label: <TierMark tier={tier} /> }))}
      />
      <div>
        <button type="button" className={css["more"]} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? "up" : "down"} />
          {t(clients.more)}
        </button>
        <p className="sb-ink-3">{t(clients.moreWhy)}</p>
      </div>
      {isOpen ? <More control={control} kind={kind} /> : null}
    </>
  );
}

function More({ control, kind }: { control: NewClientControl; kind: "individual" | "company" }) {
  const t = useT();
  return (
    <div className={css["pair"]}>
      {kind === "company" ? null : (
        <>
          <RadioField
            control={control}
            name="gender"
            label={t(fieldNames.gender)}
            optional
            options={[
              { value: "female", label: t(genderNames.female) },
              { value: "male", label: t(genderNames.male) },
            ]}
          />
          <DateField control={control} name="birthDate" label={t(fieldNames.birthDate)} optional />
        </>
      )}
      <MoneyField
        control={control}
        name="investableAssets"
        label={t(fieldNames.investableAssets)}
        help={t(words.moneyHelp)}
        optional
      />
      <SelectField
        control={control}
        name="preferredChannel"
        label={t(fieldNames.preferredChannel)}
        optional
        options={channels.map((channel) => ({ value: channel, label: t(channelNames[channel]) }))}
      />
      <TextField control={control} name="customerNo" label={t(fieldNames.customerNo)} optional />
      <TextField control={control} name="origin" label={t(fieldNames.origin)} optional />
      <ChipsField control={control} name="tags" label={t(fieldNames.tags)} optional />
    </div>
  );
}
