/** @file A sheet that was begun and not finished: go on in the version it was begun in, or start over. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import { Key } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Section } from "../../parts/Section.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { factsOf } from "./finish.ts";
import type { Sheet } from "./sheet.ts";
import type { Sitting } from "./use-sheet.ts";
import { answeredCount, answererName } from "./words.ts";

interface UnfinishedProps {
  readonly sitting: Sitting;
  readonly day: string;
  /** Undefined where its pack is not here, or the sheet does not fit it. */
  readonly resumable: { readonly pack: Sitting["pack"]; readonly sheet: Sheet } | undefined;
  readonly canResume: boolean;
  readonly onResume: (pack: Sitting["pack"], sheet: Sheet) => void;
  readonly onDiscard: () => void;
}

export function Unfinished({ sitting, day, resumable, canResume, onResume, onDiscard }: UnfinishedProps) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const facts = factsOf(sitting.client, day);
  const { done, of } =
    resumable === undefined ? { done: 0, of: 0 } : answeredCount(resumable.pack, resumable.sheet.answers, facts);
  const resume = resumable && canResume ? () => onResume(resumable.pack, resumable.sheet) : undefined;
  useKeys({ Enter: isAsking ? undefined : resume });
  return (
    <Section title={t(assess.draft.title[sitting.pack.kind])}>
      {resumable === undefined ? (
        <p>{t(assess.draft.lost)}</p>
      ) : (
        <p>
          {t(assess.draft.at, {
            who: answererName(t, sitting.client, resumable.sheet.answeredBy),
            day: shanghaiDay(resumable.sheet.startedAt),
            done,
            of,
          })}
        </p>
      )}
      {resumable !== undefined && resumable.pack.version !== sitting.pack.version ? (
        <p className="sb-ink-2">
          {t(assess.draft.version, { version: resumable.pack.version, now: sitting.pack.version })}
        </p>
      ) : null}
      {isAsking ? (
        <div className={css["actions"]}>
          <p>{t(assess.draft.restartAsk, { done })}</p>
          <Button variant="filled" onClick={onDiscard}>
            {t(assess.draft.discard)}
          </Button>
          <Button onClick={() => setAsking(false)}>{t(assess.draft.cancel)}</Button>
        </div>
      ) : (
        <div className={css["actions"]}>
          {resume === undefined ? null : (
            <Button variant="filled" size="md" rightSection={<Key>Enter</Key>} onClick={resume}>
              {t(assess.draft.resume)}
            </Button>
          )}
          <Button size="md" onClick={() => (done > 0 ? setAsking(true) : onDiscard())}>
            {t(assess.draft.restart)}
          </Button>
        </div>
      )}
    </Section>
  );
}
