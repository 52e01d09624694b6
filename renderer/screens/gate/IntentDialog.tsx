/** @file What is to be sold, by whom it was begun, where, for how much: asked once, before the steps. */
import { Button } from "@mantine/core";
import { useForm, useWatch } from "react-hook-form";
import type { Client } from "../../../shared/model/client.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { formResolver } from "../../parts/form.ts";
import { Key } from "../../parts/Key.tsx";
import { printKeys, useKeys } from "../../parts/keys.ts";
import { MoneyField } from "../../parts/MoneyField.tsx";
import { Note } from "../../parts/Note.tsx";
import { NumberField } from "../../parts/NumberField.tsx";
import { RadioField } from "../../parts/RadioField.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import { useMask } from "../../state/mask.ts";
import { formatMoney, maskName } from "../../text/format.ts";
import { gate } from "../../text/gate.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Gate.module.css";
import { asksPayment, emptyIntent, type IntentBoxes, type IntentValues, intentForm, intentOf } from "./intent-form.ts";
import type { SaleInHand } from "./use-sale.ts";

interface IntentDialogProps {
  readonly client: Client;
  readonly sheet: ProductSheet;
  readonly sale: SaleInHand;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const words = gate.intent;
const channels = ["branch", "online", "phone"] as const;
const sellers = ["bank", "securities", "insurer", "other"] as const;

export function IntentDialog({ client, sheet, sale, onClose, onDone }: IntentDialogProps) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const name = isMasked ? maskName(client.name) : client.name;
  return (
    <Dialog title={t(gate.startTitle, { name, product: sheet.name })} onClose={onClose}>
      <IntentForm client={client} sheet={sheet} sale={sale} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

function IntentForm({ client, sheet, sale, onClose, onDone }: IntentDialogProps) {
  const t = useT();
  const language = useLanguage();
  const { intent, documents } = sale.draft;
  const { control, handleSubmit } = useForm<IntentBoxes, unknown, IntentValues>({
    resolver: formResolver<IntentBoxes, IntentValues>(intentForm(sheet)),
    defaultValues: emptyIntent(sheet, client, intent),
  });
  const frequency = useWatch({ control, name: "frequency" });
  const save = handleSubmit((values) => {
    sale.change({ intent: intentOf(values, sheet) });
    onDone();
  });
  useKeys({ "Mod+Enter": () => void save() });
  const minimum =
    sheet.minimum > 0 ? t(words.amountMinimum, { minimum: formatMoney(sheet.minimum, language) }) : undefined;
  return (
    <form className={css["form"]} noValidate onSubmit={(event) => void save(event)}>
      {documents.length === 0 ? null : <Note tone="warn">{t(words.changeNote)}</Note>}
      <RadioField
        control={control}
        name="initiator"
        label={t(words.initiator)}
        options={(["client", "advisor"] as const).map((value) => ({ value, label: t(words[value]) }))}
        help={t(words.initiatorHelp)}
      />
      <MoneyField
        control={control}
        name="amount"
        label={t(words.amount)}
        {...(minimum !== undefined && { help: minimum })}
      />
      {asksPayment(sheet) ? (
        <>
          <RadioField
            control={control}
            name="frequency"
            label={t(words.frequency)}
            options={(["single", "annual"] as const).map((value) => ({ value, label: t(words[value]) }))}
          />
          {frequency === "annual" ? <NumberField control={control} name="years" label={t(words.years)} /> : null}
          <MoneyField control={control} name="income" label={t(words.income)} />
          <MoneyField control={control} name="budget" label={t(words.budget)} optional />
        </>
      ) : null}
      <RadioField
        control={control}
        name="channel"
        label={t(words.channel)}
        options={channels.map((value) => ({ value, label: t(words[value]) }))}
      />
      <SelectField
        control={control}
        name="seller"
        label={t(words.seller)}
        options={sellers.map((value) => ({ value, label: t(words[value]) }))}
      />
      <div className="sb-row">
        <Button type="submit" variant="filled" rightSection={<Key>{printKeys("Mod+Enter").join(" ")}</Key>}>
          {t(intent === undefined ? words.save : words.change)}
        </Button>
        <Button onClick={onClose}>{t(words.cancel)}</Button>
      </div>
    </form>
  );
}
