/** @file What one can say of a contact, most needed first. */
import { useState } from "react";
import type { Control, UseFormSetValue } from "react-hook-form";
import { channels } from "../../../shared/model/client.ts";
import { moods, purposes } from "../../../shared/model/contact.ts";
import { addDays, addMonths } from "../../../shared/model/dates.ts";
import { DateField } from "../../parts/DateField.tsx";
import { Key } from "../../parts/Key.tsx";
import { NumberField } from "../../parts/NumberField.tsx";
import { RadioField } from "../../parts/RadioField.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { useToday } from "../../parts/today.ts";
import { channelNames, initiatorNames, moodNames, purposeNames, contacts as words } from "../../text/contacts.ts";
import { formatInstantRelative, formatTime } from "../../text/format.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./ContactForm.module.css";
import type { ContactBoxes, ContactValues } from "./contact-schema.ts";

interface EntryFieldsProps {
  readonly control: Control<ContactBoxes, unknown, ContactValues>;
  readonly setValue: UseFormSetValue<ContactBoxes>;
  readonly isNew: boolean;
  readonly at: string;
}

export function EntryFields({ control, setValue, isNew, at }: EntryFieldsProps) {
  const t = useT();
  return (
    <>
      <RadioField
        control={control}
        name="channel"
        label={t(words.channel)}
        options={channels.map((channel, index) => ({
          value: channel,
          label: (
            <>
              {t(channelNames[channel])}
              <Key>{index + 1}</Key>
            </>
          ),
        }))}
      />
      <TextAreaField
        control={control}
        name="summary"
        label={t(words.summary)}
        help={t(words.summaryHelp)}
        optional
        isFirst
      />
      <div className={css["pair"]}>
        <SelectField
          control={control}
          name="purpose"
          label={t(words.purpose)}
          optional
          options={purposes.map((purpose) => ({ value: purpose, label: t(purposeNames[purpose]) }))}
        />
        <RadioField
          control={control}
          name="initiator"
          label={t(words.initiator)}
          options={[
            { value: "advisor", label: t(initiatorNames.advisor) },
            { value: "client", label: t(initiatorNames.client) },
          ]}
        />
      </div>
      <RadioField
        control={control}
        name="mood"
        label={t(words.mood)}
        optional
        options={moods.map((mood) => ({ value: mood, label: t(moodNames[mood]) }))}
      />
      <NextStep control={control} setValue={setValue} />
      <Details control={control} isNew={isNew} at={at} />
    </>
  );
}

function NextStep({ control, setValue }: Pick<EntryFieldsProps, "control" | "setValue">) {
  const t = useT();
  const today = useToday();
  const quick = [
    [words.tomorrow, addDays(today, 1)],
    [words.inAWeek, addDays(today, 7)],
    [words.inAMonth, addMonths(today, 1)],
  ] as const;
  return (
    <div className={css["next"]}>
      <TextField control={control} name="nextStep" label={t(words.nextStep)} help={t(words.nextStepHelp)} optional />
      <div>
        <DateField control={control} name="nextOn" label={t(words.nextOn)} optional />
        <div className={css["quick"]}>
          {quick.map(([name, day]) => (
            <button
              key={day}
              type="button"
              className="sb-link"
              title={day}
              onClick={() => setValue("nextOn", day, { shouldDirty: true, shouldValidate: true })}
            >
              {t(name)}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

/** When it was, how long, and what came of it. Folded away while "now" is right. */
function Details({ control, isNew, at }: Pick<EntryFieldsProps, "control" | "isNew" | "at">) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const [isOpen, setOpen] = useState(!isNew);
  if (!isOpen) {
    return (
      <p className={css["when"]}>
        <span className="sb-ink-3">{t(words.when)}</span>
        <span>{isNew ? t(words.now, { time: formatTime(at) }) : formatInstantRelative(at, today, language)}</span>
        <button type="button" className="sb-link" onClick={() => setOpen(true)}>
          {t(words.more)}
        </button>
      </p>
    );
  }
  return (
    <div className={css["details"]}>
      <DateField control={control} name="day" label={t(words.day)} />
      <TextField control={control} name="time" label={t(words.time)} />
      <NumberField
        control={control}
        name="durationMinutes"
        label={t(words.duration)}
        unit={t(words.minutes)}
        optional
      />
      <TextField control={control} name="outcome" label={t(words.outcome)} optional />
    </div>
  );
}
