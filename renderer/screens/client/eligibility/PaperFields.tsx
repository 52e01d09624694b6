/** @file The papers and steps a grant takes, as the pack asks for them; a recording wherever something is told at a branch. */
import { Checkbox } from "@mantine/core";
import { Controller } from "react-hook-form";
import type { ClientId } from "../../../../shared/model/primitives.ts";
import type { InvestorCriteria, StepId } from "../../../../shared/packs/investor-criteria.ts";
import { useAttachments } from "../../../data/queries.ts";
import { Section } from "../../../parts/Section.tsx";
import { SelectField } from "../../../parts/SelectField.tsx";
import { TextAreaField } from "../../../parts/TextAreaField.tsx";
import { citeText } from "../../../text/cites.ts";
import { choice, application as words } from "../../../text/eligibility.ts";
import { formatInstant } from "../../../text/format.ts";
import { useT } from "../../../text/text.ts";
import { DocumentsField } from "./DocumentsField.tsx";
import css from "./Eligibility.module.css";
import type { ApplicationControl } from "./FactFields.tsx";

const mostProofs = 50;

interface PaperFieldsProps {
  readonly control: ApplicationControl;
  readonly client: ClientId;
  /** Those that are due. */
  readonly steps: ReadonlySet<StepId>;
  readonly pack: InvestorCriteria;
}

export function PaperFields({ control, client, steps, pack }: PaperFieldsProps) {
  const t = useT();
  return (
    <Section ruled title={t(words.papers)}>
      <div className={css["form"]}>
        {steps.has("application") ? (
          <DocumentsField control={control} name="application" label={t(words.applicationPaper)} client={client} />
        ) : null}
        <DocumentsField control={control} name="proofs" label={t(words.proofs)} client={client} most={mostProofs} />
        {steps.has("enquiry") ? (
          <TextAreaField control={control} name="enquiry" label={t(words.enquiry)} help={t(words.enquiryHelp)} />
        ) : null}
        {steps.has("differences") ? <Differences control={control} pack={pack} /> : null}
        {steps.has("differences") ? <RecordingField control={control} client={client} /> : null}
      </div>
    </Section>
  );
}

/** What is read out to the client, point by point, and that it was. */
function Differences({ control, pack }: Pick<PaperFieldsProps, "control" | "pack">) {
  const t = useT();
  return (
    <div>
      <h3 className="sb-label">{t(words.differences)}</h3>
      <ol className={css["differences"]}>
        {pack.differences.map(({ id, text, cites }) => (
          <li key={id}>
            {t(text)} <span className={css["source"]}>{citeText(cites, pack.sources, t)}</span>
          </li>
        ))}
      </ol>
      <Controller
        control={control}
        name="differencesTold"
        render={({ field }) => (
          <Checkbox
            ref={field.ref}
            label={t(words.differencesTold)}
            checked={field.value}
            onBlur={field.onBlur}
            onChange={({ currentTarget }) => field.onChange(currentTarget.checked)}
          />
        )}
      />
    </div>
  );
}

function RecordingField({ control, client }: Pick<PaperFieldsProps, "control" | "client">) {
  const t = useT();
  const recordings = (useAttachments(client) ?? []).filter(
    ({ kind, withdrawn }) => (kind === "recording" || kind === "reference") && withdrawn === undefined,
  );
  return (
    <SelectField
      control={control}
      name="recording"
      label={t(words.recording)}
      help={t(words.recordingHelp)}
      optional
      none={t(choice.noRecordings)}
      options={recordings.map(({ id, name, addedAt }) => ({ value: id, label: `${name} ${formatInstant(addedAt)}` }))}
    />
  );
}
