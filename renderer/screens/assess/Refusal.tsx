/**
 * @file The client refuses to give information: the consequence is told, and both are kept
 * (Securities Law Art. 88: then refused; NFRA Order 2025-7 Art. 10: may be refused).
 */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import type { Client } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import { Lines } from "../../../shared/model/primitives.ts";
import { standingOf } from "../../../shared/rules/standing.ts";
import { recordStatement } from "../../data/commands.ts";
import { usePapers } from "../../data/queries.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { Note } from "../../parts/Note.tsx";
import { Section } from "../../parts/Section.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import type { Sitting } from "./use-sheet.ts";

interface RefusalNoteProps {
  readonly sitting: Sitting;
  readonly day: string;
}

/** A refusal that no later assessment has ended. */
export function RefusalNote({ sitting: { client, assessments }, day }: RefusalNoteProps) {
  const t = useT();
  const statements = usePapers("statement", client.id) ?? [];
  const assessedAt = assessments[0]?.finishedAt;
  const standing = standingOf({ client, statements, statuses: [], assessedAt, day });
  const refusal = standing.statements.find((one) => one.kind === "information-refused");
  if (!standing.refusesInformation || refusal === undefined) return null;
  return (
    <Note tone="warn">
      <b>{t(assess.refusal.stands, { day: shanghaiDay(refusal.at) })}</b>
      <p>{t(assess.refusal.consequence)}</p>
      <p className="sb-ink-2">{t(assess.refusal.ends)}</p>
    </Note>
  );
}

const Refused = z.object({ note: Lines.optional() });
type Refused = z.infer<typeof Refused>;
interface RefusedInput {
  readonly note: string;
}

export function RefusalForm({ client }: { readonly client: Client }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<unknown>();
  const form = useForm<RefusedInput, unknown, Refused>({
    defaultValues: { note: "" },
    resolver: formResolver<RefusedInput, Refused>(Refused),
  });

  async function keep({ note }: Refused): Promise<void> {
    setError(undefined);
    try {
      const at = new Date().toISOString();
      await recordStatement({ kind: "information-refused", client: client.id, at, ...(note && { note }) });
      form.reset();
      setOpen(false);
    } catch (cause) {
      setError(cause);
    }
  }

  if (!isOpen) {
    return (
      <p>
        <button type="button" className="sb-link" onClick={() => setOpen(true)}>
          {t(assess.refusal.open)}
        </button>
      </p>
    );
  }
  return (
    <Section ruled title={t(assess.refusal.title)}>
      <form className={css["refusal"]} onSubmit={(event) => void form.handleSubmit(keep)(event)} noValidate>
        <p>{t(assess.refusal.tell)}</p>
        <blockquote className={css["told"]}>{t(assess.refusal.told)}</blockquote>
        <p className="sb-ink-2">{t(assess.refusal.law)}</p>
        <TextAreaField
          control={form.control}
          name="note"
          label={t(assess.refusal.note)}
          help={t(assess.refusal.noteHelp)}
          optional
          startsHere
        />
        {error === undefined ? null : <ErrorNote error={error} />}
        <div className={css["actions"]}>
          <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
            {t(assess.refusal.keep)}
          </Button>
          <Button onClick={() => setOpen(false)}>{t(assess.draft.cancel)}</Button>
        </div>
      </form>
    </Section>
  );
}
