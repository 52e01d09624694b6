/** @file The figures a criterion asks for, and no others; what the profile says stands beside as a hint, never as a proof. */
import { Checkbox } from "@mantine/core";
import { type Control, Controller } from "react-hook-form";
import type { Client } from "../../../../shared/model/client.ts";
import {
  type CriteriaField,
  type Criterion,
  moneyFacts,
  plainFacts,
  yearFacts,
} from "../../../../shared/packs/investor-criteria.ts";
import { fieldsOf } from "../../../../shared/rules/investor-criteria.ts";
import { MoneyField } from "../../../parts/MoneyField.tsx";
import { NumberField } from "../../../parts/NumberField.tsx";
import { Section } from "../../../parts/Section.tsx";
import { useMask } from "../../../state/mask.ts";
import { factHelp, factNames, application as words } from "../../../text/eligibility.ts";
import { formatMoney } from "../../../text/format.ts";
import { useLanguage, useT } from "../../../text/text.ts";
import type { ApplicationBoxes, ApplicationValues } from "./application-form.ts";
import css from "./Eligibility.module.css";

export type ApplicationControl = Control<ApplicationBoxes, unknown, ApplicationValues>;

interface FactFieldsProps {
  readonly control: ApplicationControl;
  readonly criterion: Criterion;
  readonly client: Client;
}

/** Where the profile has something like it. */
const likeInProfile: Readonly<Partial<Record<CriteriaField, "investableAssets" | "netAssets">>> = {
  netAssets: "netAssets",
  financialAssets: "investableAssets",
  familyFinancialAssets: "investableAssets",
};

export function FactFields({ control, criterion, client }: FactFieldsProps) {
  const t = useT();
  const fields = fieldsOf(criterion.when);
  const amounts = moneyFacts.filter((field) => fields.includes(field));
  const years = yearFacts.filter((field) => fields.includes(field));
  const plain = plainFacts.filter((field) => fields.includes(field));
  const help = useHelp(client);
  return (
    <Section ruled title={t(words.facts)} right={amounts.length > 0 ? t(words.factsHelp) : undefined}>
      <div className={css["facts"]}>
        <div className={css["pair"]}>
          {amounts.map((field) => (
            <MoneyField
              key={field}
              control={control}
              name={field}
              label={t(factNames[field])}
              {...help(field)}
              optional
            />
          ))}
          {years.map((field) => (
            <NumberField
              key={field}
              control={control}
              name={field}
              label={t(factNames[field])}
              unit={t(words.yearUnit)}
              {...help(field)}
              optional
            />
          ))}
        </div>
        {plain.map((field) => (
          <Controller
            key={field}
            control={control}
            name={field}
            render={({ field: box }) => (
              <Checkbox
                ref={box.ref}
                label={t(factNames[field])}
                checked={box.value}
                onBlur={box.onBlur}
                onChange={({ currentTarget }) => box.onChange(currentTarget.checked)}
              />
            )}
          />
        ))}
      </div>
    </Section>
  );
}

function useHelp(client: Client): (field: CriteriaField) => { readonly help?: string } {
  const t = useT();
  const language = useLanguage();
  const isMasked = useMask((now) => now.isOn);
  return (field) => {
    const like = likeInProfile[field];
    const known = like === undefined || isMasked ? undefined : client[like];
    const own = factHelp[field];
    const said = [
      known === undefined ? undefined : t(words.profileSays, { amount: formatMoney(known, language) }),
      own === undefined ? undefined : t(own),
    ].filter((part) => part !== undefined);
    return said.length === 0 ? {} : { help: said.join(t(words.semicolon)) };
  };
}
