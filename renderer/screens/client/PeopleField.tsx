/** @file Key people: one line each, name, role, phone, note. */
import { Button } from "@mantine/core";
import { useFieldArray, useWatch } from "react-hook-form";
import { Icon } from "../../parts/Icon.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { fieldErrors, client as words } from "../../text/client.ts";
import { fieldNames } from "../../text/clients.ts";
import { useT } from "../../text/text.ts";
import type { ProfileControl } from "./ProfileField.tsx";
import css from "./ProfileForm.module.css";

export function PeopleField({ control }: { control: ProfileControl }) {
  const t = useT();
  const { fields, append, remove } = useFieldArray({ control, name: "keyPeople" });
  const people = useWatch({ control, name: "keyPeople" });
  return (
    <fieldset className={css["people"]}>
      <legend className="sb-label">{t(fieldNames.keyPeople)}</legend>
      {fields.map((person, index) => (
        <div key={person.id} className={css["person"]}>
          <TextField control={control} name={`keyPeople.${index}.name`} label={t(words.personName)} />
          <TextField
            control={control}
            name={`keyPeople.${index}.role`}
            label={t(words.personRole)}
            {...(index === 0 && { help: t(words.personRoleHelp) })}
          />
          <TextField
            control={control}
            name={`keyPeople.${index}.phone`}
            type="tel"
            label={t(words.personPhone)}
            shape={t(fieldErrors.phone)}
          />
          <TextField control={control} name={`keyPeople.${index}.note`} label={t(words.personNote)} />
          <button
            type="button"
            className={css["remove"]}
            aria-label={t(words.removePerson, { name: people[index]?.name || t(words.thisPerson) })}
            onClick={() => remove(index)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <Button
        size="xs"
        leftSection={<Icon name="plus" />}
        onClick={() => append({ name: "", role: "", phone: "", note: "" })}
      >
        {t(words.addPerson)}
      </Button>
    </fieldset>
  );
}
