/** @file The last page before the record is stored: the result, and the client's signature under what it confirms. */
import { useForm } from "react-hook-form";
import { z } from "zod";
import { noticeClause, textsFor } from "../../../shared/documents/notice.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { FinishedAssessment } from "../../data/commands.ts";
import { usePacks } from "../../data/queries.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { formResolver } from "../../parts/form.ts";
import { type Ink, noInk, signedInk } from "../../parts/ink.ts";
import css from "../../parts/Meeting.module.css";
import { Asking, Frame, Ways } from "../../parts/MeetingFrame.tsx";
import { SignatureField } from "../../parts/SignatureField.tsx";
import { useSignature } from "../../parts/use-signature.ts";
import { assess } from "../../text/assess.ts";
import { formatInstant } from "../../text/format.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { LevelBox } from "./LevelBox.tsx";
import type { Finishing } from "./use-finish.ts";
import type { SheetForm } from "./use-sheet.ts";

interface SignProps {
  readonly sitting: SheetForm;
  readonly finishing: Finishing;
  readonly result: FinishedAssessment;
  readonly onObject: () => void;
}

interface Signed {
  readonly ink: Ink;
}

export function Sign({ sitting, finishing, result, onObject }: SignProps) {
  const t = useT();
  const language = useLanguage();
  const { client, pack, sheet } = sitting;
  const texts = textsFor(usePacks(), shanghaiDay(Date.now()));
  const signer = sheet.answeredBy === "client" ? client.name : undefined;
  const form = useForm<Signed, unknown, Signed>({
    defaultValues: { ink: noInk },
    resolver: formResolver<Signed, Signed>(z.object({ ink: signedInk(signer) })),
  });
  const keep = useSignature({
    client: client.id,
    texts: { id: texts.id, version: texts.version },
    language,
    nameAt: (at) => t(assess.sign.fileName, { at: formatInstant(at).replace(":", "") }),
  });

  const submit = form.handleSubmit(async ({ ink }) => {
    await finishing.sign(() => keep(ink));
  });
  return (
    <Frame
      client={client}
      subject={t(assess.meeting.subject[pack.kind])}
      step={t(assess.sign.step)}
      footer={
        <Ways
          onBack={onObject}
          backLabel={t(assess.sign.later)}
          onNext={() => void submit()}
          nextLabel={t(assess.sign.submit)}
          busy={finishing.busy}
          isDecision
        >
          {t(assess.sign.law)}
        </Ways>
      }
    >
      <Asking id="sign">{t(assess.sign.title)}</Asking>
      <div className={css["signing"]}>
        <div>
          <LevelBox pack={pack} level={result.level} label={t(assess.done.until, { day: result.validUntil })} isNow />
          <p className={css["clause"]}>{noticeClause(texts, sheet.answeredBy, language)}</p>
        </div>
        <SignatureField control={form.control} name="ink" label={t(assess.sign.label)} />
      </div>
      {finishing.error === undefined ? null : (
        <div className={css["error"]}>
          <ErrorNote error={finishing.error} />
        </div>
      )}
    </Frame>
  );
}
