/** @file One document before the client: its text with the points to tick, then the clause to sign. */
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { type Language, languages } from "../../../shared/model/primitives.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { FieldErrorText } from "../../parts/FieldFrame.tsx";
import { formResolver } from "../../parts/form.ts";
import { type Ink, noInk, signedInk } from "../../parts/ink.ts";
import meeting from "../../parts/Meeting.module.css";
import { Asking, Frame, Ways } from "../../parts/MeetingFrame.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { SignatureField } from "../../parts/SignatureField.tsx";
import { useSignature } from "../../parts/use-signature.ts";
import { app } from "../../text/app.ts";
import { formatInstant } from "../../text/format.ts";
import { clientMode as words } from "../../text/gate.ts";
import { useT } from "../../text/text.ts";
import { DocumentText } from "./DocumentText.tsx";
import css from "./Reading.module.css";
import { type Reading, type ReadingOf, useReading } from "./use-reading.ts";

interface OneDocumentProps {
  readonly of: ReadingOf;
  /** The name that has to be typed instead of drawing; undefined where it is not known. */
  readonly signer: string | undefined;
  readonly onLanguage: (language: Language) => void;
  readonly onSigned: () => void;
  readonly onDecline: () => void;
}

export function OneDocument(props: OneDocumentProps) {
  const reading = useReading(props.of);
  const [isSigning, setSigning] = useState(false);
  return isSigning ? (
    <SignPage {...props} reading={reading} onBack={() => setSigning(false)} />
  ) : (
    <ReadPage {...props} reading={reading} onRead={() => setSigning(true)} />
  );
}

interface ReadPageProps extends OneDocumentProps {
  readonly reading: Reading;
  readonly onRead: () => void;
}

const titleId = "document";

function ReadPage({ of, reading, onLanguage, onDecline, onRead }: ReadPageProps) {
  const t = useT();
  const { document, language, ticked, tick, unticked, read } = reading;
  const { kinds } = of.live.due;
  const [isAsked, setAsked] = useState(false);
  const points = ticked.size + unticked.length;

  function goOn(): void {
    setAsked(true);
    if (unticked.length > 0) return;
    read();
    onRead();
  }

  return (
    <Frame
      client={of.client}
      subject={t(words.head)}
      step={
        <span className={css["where"]}>
          <Segmented
            label={t(words.language)}
            bare
            value={language}
            options={languages.map((value) => ({ value, label: t(app.languages[value]) }))}
            onChange={onLanguage}
          />
          {t(words.step, { n: kinds.indexOf(of.kind) + 1, of: kinds.length })}
        </span>
      }
      footer={
        <div className={css["foot"]}>
          <Ways onBack={onDecline} backLabel={t(words.decline)} onNext={goOn} nextLabel={t(words.toSign)} isDecision>
            {isAsked && unticked.length > 0 ? null : t(words.ticked, { done: ticked.size, of: points })}
            <span role="alert">
              {isAsked && unticked.length > 0 ? (
                <FieldErrorText>{t(words.tickMissing, { count: unticked.length })}</FieldErrorText>
              ) : null}
            </span>
          </Ways>
        </div>
      }
    >
      <div className={css["page"]}>
        <Asking id={titleId}>{document.title}</Asking>
        <DocumentText document={document} titleId={titleId} ticked={ticked} onTick={tick} />
      </div>
    </Frame>
  );
}

interface SignPageProps extends OneDocumentProps {
  readonly reading: Reading;
  readonly onBack: () => void;
}

interface SignValues {
  readonly ink: Ink;
}

function SignPage({ of, signer, reading, onSigned, onBack }: SignPageProps) {
  const t = useT();
  const { document, texts, language, sign } = reading;
  const [error, setError] = useState<unknown>();
  const form = useForm<SignValues, unknown, SignValues>({
    defaultValues: { ink: noInk },
    resolver: formResolver<SignValues, SignValues>(z.object({ ink: signedInk(signer) })),
  });
  const { isSubmitting } = form.formState;
  const keep = useSignature({
    client: of.client.id,
    texts: { id: texts.id, version: texts.version },
    language,
    nameAt: (at) => t(words.signatureName, { document: document.title, at: formatInstant(at).replace(":", "") }),
  });
  const submit = form.handleSubmit(async ({ ink }) => {
    setError(undefined);
    try {
      await sign(await keep(ink));
      onSigned();
    } catch (failure) {
      setError(failure);
    }
  });
  return (
    <Frame
      client={of.client}
      subject={document.title}
      step={t(words.signStep)}
      footer={
        <Ways
          onBack={onBack}
          backLabel={t(words.back)}
          onNext={() => void submit()}
          nextLabel={t(words.sign)}
          busy={isSubmitting}
          isDecision
        >
          {t(words.signWhy)}
        </Ways>
      }
    >
      <Asking id="sign">{t(words.signTitle)}</Asking>
      <div className={meeting["signing"]}>
        <div>
          <p className={css["product"]}>{of.live.sheet.name}</p>
          {document.sections
            .flatMap(({ blocks }) => blocks)
            .map((block) =>
              block.kind === "sign" ? (
                <p key={block.clause} className={meeting["clause"]}>
                  {block.clause}
                </p>
              ) : null,
            )}
        </div>
        <SignatureField control={form.control} name="ink" label={t(words.field)} />
      </div>
      {error === undefined ? null : (
        <div className={meeting["error"]}>
          <ErrorNote error={error} />
        </div>
      )}
    </Frame>
  );
}
