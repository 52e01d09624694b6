/** @file Quiet pages of the assessment's meeting mode: paused, a changed level. */
import { Button } from "@mantine/core";
import type { Assessment } from "../../../shared/model/assessment.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { Level } from "../../../shared/model/primitives.ts";
import type { Pack } from "../../../shared/packs/knowledge-test-pack.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import css from "../../parts/Meeting.module.css";
import { Asking, Frame, useEnter, Ways, type Whose } from "../../parts/MeetingFrame.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import { LevelBox } from "./LevelBox.tsx";

interface PausedProps extends Whose {
  readonly done: number;
  readonly onResume: () => void;
  readonly onLeave: () => void;
}

export function Paused({ client, subject, done, onResume, onLeave }: PausedProps) {
  const t = useT();
  useEnter(onResume);
  return (
    <Frame client={client} subject={subject}>
      <Asking id="paused">{t(assess.paused.title)}</Asking>
      <p className={css["quiet"]}>{t(assess.paused.kept, { done })}</p>
      <div className={css["choices"]}>
        <Button size="xl" variant="filled" onClick={onResume}>
          {t(assess.paused.resume)}
        </Button>
        <Button size="xl" onClick={onLeave}>
          {t(assess.paused.leave)}
        </Button>
      </div>
    </Frame>
  );
}

interface LevelChangeProps extends Whose {
  readonly pack: Pack;
  readonly previous: Assessment;
  readonly level: Level;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onObject: () => void;
}

/** The client confirms a level that differs from the last one (NFRA Order 2025-7 Art. 29). */
export function LevelChange(props: LevelChangeProps) {
  const { client, subject, pack, previous, level, busy, error, onConfirm, onObject } = props;
  const t = useT();
  return (
    <Frame
      client={client}
      subject={subject}
      footer={
        <Ways
          onBack={onObject}
          backLabel={t(assess.change.object)}
          onNext={onConfirm}
          nextLabel={t(assess.change.confirm)}
          busy={busy}
          isDecision
        >
          {t(assess.change.law)}
        </Ways>
      }
    >
      <Asking id="change">{t(assess.change.title)}</Asking>
      <p className={css["quiet"]}>{t(assess.change.why)}</p>
      <div className={css["levels"]}>
        <LevelBox
          pack={pack}
          level={previous.level}
          label={t(assess.change.last, { day: shanghaiDay(previous.finishedAt) })}
        />
        <LevelBox pack={pack} level={level} label={t(assess.change.now)} isNow />
      </div>
      {error === undefined ? null : (
        <div className={css["error"]}>
          <ErrorNote error={error} />
        </div>
      )}
    </Frame>
  );
}
