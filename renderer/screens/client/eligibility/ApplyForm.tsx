/** @file The boxes of the application at the left, what they come to at the right, grant or refuse below. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { Client } from "../../../../shared/model/client.ts";
import type { InvestorStatus, StatusSubject } from "../../../../shared/model/investor-status.ts";
import type { InvestorCriteria } from "../../../../shared/packs/investor-criteria.ts";
import { criteriaMet, type Investor, subjectOf } from "../../../../shared/rules/investor-criteria.ts";
import { decisionOn, gapsOf, stepsFor } from "../../../../shared/rules/investor-decision.ts";
import { useAutosave } from "../../../data/autosave.ts";
import { dropDraft, recordInvestorStatus } from "../../../data/commands.ts";
import { DraftOffer } from "../../../parts/DraftOffer.tsx";
import { ErrorNote } from "../../../parts/ErrorNote.tsx";
import { formMessage, formResolver } from "../../../parts/form.ts";
import { Key } from "../../../parts/Key.tsx";
import { printKeys, useKeys } from "../../../parts/keys.ts";
import { RadioField } from "../../../parts/RadioField.tsx";
import { TextAreaField } from "../../../parts/TextAreaField.tsx";
import { grantNames, application as words } from "../../../text/eligibility.ts";
import { formatTime } from "../../../text/format.ts";
import { parts } from "../../../text/parts.ts";
import { useT } from "../../../text/text.ts";
import {
  type ApplicationBoxes,
  type ApplicationValues,
  applicationForm,
  applicationNow,
  applicationOf,
  criteriaFor,
  emptyApplication,
  restoreApplication,
} from "./application-form.ts";
import css from "./Eligibility.module.css";
import { Explanation } from "./Explanation.tsx";
import { FactFields } from "./FactFields.tsx";
import { PaperFields } from "./PaperFields.tsx";

const draftForm = "apply";

interface ApplyFormProps {
  readonly client: Client;
  readonly subject: StatusSubject;
  readonly investor: Investor;
  /** What was last decided about it. */
  readonly last: InvestorStatus | undefined;
  readonly pack: InvestorCriteria;
  readonly onDone: () => void;
}

export function ApplyForm({ client, subject, investor, last, pack, onDone }: ApplyFormProps) {
  const t = useT();
  const [error, setError] = useState<unknown>();
  const draft = { form: draftForm, subject: `${client.id}.${subject}` };
  const { savedAt, changed, finish, resume } = useAutosave(draft.form, draft.subject);
  const [fresh] = useState(() => emptyApplication(pack, client.kind, { subject, last }));
  const form = useForm<ApplicationBoxes, unknown, ApplicationValues>({
    resolver: formResolver<ApplicationBoxes, ApplicationValues>(applicationForm),
    defaultValues: fresh,
  });
  const { control, handleSubmit, subscribe, formState, setError: setFieldError } = form;
  const boxes = useWatch({ control });
  const now = applicationNow(boxes as Partial<ApplicationBoxes>, client.id);
  const criterion = pack.criteria.find(({ id }) => id === now.criterion);
  const gaps = gapsOf(now, investor, pack);

  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: (state) => {
          if (state.isDirty) changed(state.values);
        },
      }),
    [subscribe, changed],
  );

  const decide = (outcome: "granted" | "refused") =>
    handleSubmit(async (values) => {
      const application = applicationOf(values, client.id);
      if (outcome === "refused" && (application.reason ?? "") === "") {
        setFieldError("reason", { type: "custom", message: formMessage(parts.form.required) }, { shouldFocus: true });
        return;
      }
      finish();
      setError(undefined);
      try {
        const at = new Date().toISOString();
        await recordInvestorStatus(decisionOn(application, outcome, { investor, pack, at }), { draft });
        onDone();
      } catch (failure) {
        setError(failure);
        resume();
      }
    })();

  function giveUp(): void {
    finish();
    void dropDraft(draft.form, draft.subject).catch(() => undefined);
    onDone();
  }

  useKeys({ "Mod+Enter": gaps.length === 0 ? () => void decide("granted") : undefined });
  if (criterion === undefined) return null;
  const steps = new Set(stepsFor(criterion.grant, pack).map(({ id }) => id));

  return (
    <>
      <div className={css["apply"]}>
        <form className={css["left"]} noValidate onSubmit={(event) => event.preventDefault()}>
          {formState.isDirty ? null : (
            <DraftOffer
              {...draft}
              onTake={(values) => form.reset(restoreApplication(fresh, values), { keepDefaultValues: true })}
            />
          )}
          <RadioField
            control={control}
            name="criterion"
            label={t(words.what)}
            options={criteriaFor(pack, client.kind).map(({ id, grant }) => ({
              value: id,
              label: t(grantNames[grant]),
            }))}
          />
          <FactFields control={control} criterion={criterion} client={client} />
          <PaperFields control={control} client={client.id} steps={steps} pack={pack} />
          <TextAreaField control={control} name="reason" label={t(words.reason)} help={t(words.reasonHelp)} optional />
          {error === undefined ? null : <ErrorNote error={error} />}
        </form>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <aside className={css["right"]} aria-label={t(words.explanation)} tabIndex={0}>
          <Explanation checks={criteriaMet(now.facts, investor, pack)} application={now} pack={pack} />
        </aside>
      </div>
      <div className={css["foot"]}>
        <Button
          variant="filled"
          disabled={gaps.length > 0}
          loading={formState.isSubmitting}
          rightSection={gaps.length > 0 ? undefined : <Key>{printKeys("Mod+Enter").join(" ")}</Key>}
          onClick={() => void decide("granted")}
        >
          {gaps.length > 0 ? t(words.grantLacks, { count: gaps.length }) : t(words.grant)}
        </Button>
        <Button onClick={() => void decide("refused")}>{t(words.refuse)}</Button>
        <Button onClick={giveUp}>{t(words.cancel)}</Button>
        <span className={css["will"]}>
          {savedAt === undefined ? (
            <>
              <span>{t(words.willGrant, { months: pack.reviewMonths.value })}</span>
              <span>
                {t(subjectOf(criterion.grant) === "professional" ? words.willRefuse : words.willRefuseQualified)}
              </span>
            </>
          ) : (
            <span>{t(words.draft, { time: formatTime(savedAt) })}</span>
          )}
        </span>
      </div>
    </>
  );
}
