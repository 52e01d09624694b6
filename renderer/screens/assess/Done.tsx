/** @file The end of meeting mode: what came of it, for the client, and the way back for the advisor. */
import { Button } from "@mantine/core";
import type { Client } from "../../../shared/model/client.ts";
import type { Pack } from "../../../shared/packs/knowledge-test-pack.ts";
import css from "../../parts/Meeting.module.css";
import { Asking, Frame, useEnter } from "../../parts/MeetingFrame.tsx";
import { TestAnswers } from "../../parts/TestAnswers.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import { LevelBox } from "./LevelBox.tsx";
import type { Stored } from "./use-finish.ts";

interface DoneProps {
  readonly client: Client;
  readonly subject: string;
  readonly pack: Pack;
  readonly stored: Stored;
  readonly onEnter: () => void;
}

export function Done({ client, subject, pack, stored, onEnter }: DoneProps) {
  const t = useT();
  useEnter(onEnter);
  return (
    <Frame client={client} subject={subject}>
      <Asking id="done">{t(assess.done.title[pack.kind])}</Asking>
      {stored.kind === "questionnaire" ? (
        <>
          <div className={css["levels"]}>
            <LevelBox pack={pack} level={stored.value.level} label={t(assess.done.level)} isNow />
          </div>
          <p className={css["quiet"]}>{t(assess.done.until, { day: stored.value.validUntil })}</p>
        </>
      ) : (
        <p className={css["mark"]}>
          <b>{t(assess.done.total, { n: stored.value.score.total })}</b>
          {t(stored.value.score.passed ? assess.done.passed : assess.done.failed, {
            mark: stored.value.score.passMark,
          })}
        </p>
      )}
      <p className={css["quiet"]}>{t(assess.done.handBack)}</p>
      <div className={css["choices"]}>
        <Button size="xl" onClick={onEnter}>
          {t(assess.done.enter)}
        </Button>
      </div>
      {stored.kind === "knowledge-test" && pack.kind === "knowledge-test" ? (
        <section className={css["answers"]} aria-labelledby="done-answers">
          <h2 id="done-answers">{t(assess.done.answers)}</h2>
          <TestAnswers pack={pack} answers={stored.value.answers} score={stored.value.score} />
        </section>
      ) : null}
    </Frame>
  );
}
