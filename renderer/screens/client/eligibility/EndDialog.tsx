/** @file Ends a professional class or a qualification: at the client's written wish, or because the criteria are met no more. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import type { Client } from "../../../../shared/model/client.ts";
import type { InvestorStatus, StatusSubject } from "../../../../shared/model/investor-status.ts";
import { type ClientId, Lines } from "../../../../shared/model/primitives.ts";
import { DocumentRef } from "../../../../shared/model/statement.ts";
import type { InvestorCriteria } from "../../../../shared/packs/investor-criteria.ts";
import { grantOf } from "../../../../shared/rules/investor-criteria.ts";
import { endingGaps, endOf } from "../../../../shared/rules/investor-decision.ts";
import { recordInvestorStatus } from "../../../data/commands.ts";
import { useClient, usePacks, useStanding } from "../../../data/queries.ts";
import { Dialog } from "../../../parts/Dialog.tsx";
import { ErrorNote } from "../../../parts/ErrorNote.tsx";
import { formMessage, formResolver } from "../../../parts/form.ts";
import { RadioField } from "../../../parts/RadioField.tsx";
import { Skeleton } from "../../../parts/Skeleton.tsx";
import { TextAreaField } from "../../../parts/TextAreaField.tsx";
import { useToday } from "../../../parts/today.ts";
import { useMask } from "../../../state/mask.ts";
import { grantNames, subjectNames, ending as words } from "../../../text/eligibility.ts";
import { maskName } from "../../../text/format.ts";
import { useT } from "../../../text/text.ts";
import { DocumentsField } from "./DocumentsField.tsx";
import css from "./Eligibility.module.css";

interface EndDialogProps {
  readonly client: ClientId;
  readonly subject: StatusSubject;
  readonly onClose: () => void;
}

export function EndDialog({ client: id, subject, onClose }: EndDialogProps) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const client = useClient(id);
  const fullName = client?.name ?? "";
  return (
    <Dialog title={t(words.title, { name: isMasked ? maskName(fullName) : fullName })} onClose={onClose}>
      {client ? <Known client={client} subject={subject} onDone={onClose} /> : <Skeleton rows={4} />}
    </Dialog>
  );
}

function Known({ client, subject, onDone }: { client: Client; subject: StatusSubject; onDone: () => void }) {
  const today = useToday();
  const standing = useStanding(client, today);
  const criteria = usePacks().inForce("investor-criteria", today);
  const found = standing?.statuses.find((one) => one.subject === subject);
  // What is ended stays what it was when the form opened.
  const [status, setStatus] = useState(found);
  if (status === undefined && found !== undefined) setStatus(found);
  if (status === undefined || criteria === undefined) return <Skeleton rows={4} />;
  return <EndForm status={status} criteria={criteria} onDone={onDone} />;
}

interface Boxes {
  by: string;
  reason: string;
  application: DocumentRef[];
}

function endForm(status: InvestorStatus, criteria: InvestorCriteria) {
  return z
    .object({
      by: z.enum(["client", "criteria"]),
      reason: Lines.min(1),
      application: z.array(DocumentRef).max(1).default([]),
    })
    .superRefine(({ by, reason, application: [application] }, { addIssue }) => {
      if (endingGaps(status, { by, reason, application }, criteria).includes("written-wish")) {
        addIssue({ code: "custom", path: ["application"], message: formMessage(words.paperFirst) });
      }
    });
}
type Values = z.output<ReturnType<typeof endForm>>;

interface EndFormProps {
  readonly status: InvestorStatus;
  readonly criteria: InvestorCriteria;
  readonly onDone: () => void;
}

function EndForm({ status, criteria, onDone }: EndFormProps) {
  const t = useT();
  const [error, setError] = useState<unknown>();
  const grant = grantOf(status);
  const isOpenToClient = grant !== undefined && criteria.leaving.grants.includes(grant);
  const { control, handleSubmit, formState } = useForm<Boxes, unknown, Values>({
    resolver: formResolver<Boxes, Values>(endForm(status, criteria)),
    defaultValues: { by: isOpenToClient ? "client" : "criteria", reason: "", application: [] },
  });
  const by = useWatch({ control, name: "by" });
  const save = handleSubmit(async ({ application: [application], ...values }) => {
    setError(undefined);
    try {
      await recordInvestorStatus(endOf(status, { ...values, application }, criteria, new Date().toISOString()));
      onDone();
    } catch (failure) {
      setError(failure);
    }
  });
  return (
    <form className={css["form"]} noValidate onSubmit={(event) => void save(event)}>
      <p>{t(words.now, { what: t(grant === undefined ? subjectNames[status.subject] : grantNames[grant]) })}</p>
      <p className="sb-ink-2">{t(status.subject === "professional" ? words.willClass : words.willQualified)}</p>
      {isOpenToClient ? (
        <RadioField
          control={control}
          name="by"
          label={t(words.by)}
          options={[
            { value: "client", label: t(words.byClient) },
            { value: "criteria", label: t(words.byCriteria) },
          ]}
        />
      ) : null}
      {by === "client" ? (
        <DocumentsField control={control} name="application" label={t(words.paper)} client={status.client} />
      ) : null}
      <TextAreaField control={control} name="reason" label={t(words.reason)} />
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className="sb-row">
        <Button type="submit" variant="filled" loading={formState.isSubmitting}>
          {t(words.save)}
        </Button>
        <Button onClick={onDone}>{t(words.cancel)}</Button>
      </div>
    </form>
  );
}
