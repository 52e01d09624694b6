/** @file One stored assessment, explained from the record and the pack that made it. Nothing here is computed anew for it. */
import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { RecordId } from "../../../shared/model/primitives.ts";
import { matrixOfAssessment } from "../../../shared/packs/gate-packs.ts";
import { useAssessment, useAssessments, useBehaviour, useClient, usePacks } from "../../data/queries.ts";
import { AssessmentHistory } from "../../parts/AssessmentHistory.tsx";
import { BehaviourMark, BehaviourReasons } from "../../parts/Behaviour.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Key } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LevelStair } from "../../parts/LevelMark.tsx";
import { Note } from "../../parts/Note.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Section } from "../../parts/Section.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Split } from "../../parts/Split.tsx";
import { useToday } from "../../parts/today.ts";
import { useMask } from "../../state/mask.ts";
import { useScreen } from "../../state/screen.ts";
import { behaviour as behaviourWords } from "../../text/eligibility.ts";
import { formatInstant, maskName } from "../../text/format.ts";
import { notice, result } from "../../text/result.ts";
import { useT } from "../../text/text.ts";
import { AnswerSheet } from "./AnswerSheet.tsx";
import { Blocks } from "./Blocks.tsx";
import { Compared, Nearest } from "./Compared.tsx";
import { Effects } from "./Effects.tsx";
import { NoticeDialog } from "./NoticeDialog.tsx";
import css from "./Result.module.css";
import { type Reading, readAssessment, shortLevel } from "./reading.ts";
import { Scale } from "./Scale.tsx";
import { EffectSection, LevelNote, ProcessSection, Rules } from "./Side.tsx";
import { levelName } from "./words.ts";

export function ResultScreen({ id }: { readonly id: RecordId }) {
  const t = useT();
  const back = useScreen((now) => now.back);
  const record = useAssessment(id);
  if (record === undefined) return <Skeleton />;
  if (record === null) {
    return (
      <>
        <PageHead title={t(result.gone)} back={{ label: t(result.back), onBack: back }} />
        <Empty title={t(result.gone)} why={t(result.goneWhy)} />
      </>
    );
  }
  return <Recorded record={record} />;
}

function Recorded({ record }: { readonly record: Assessment }) {
  const t = useT();
  const { back, open, replace } = useScreen();
  const client = useClient(record.client);
  const all = useAssessments(record.client);
  const isMasked = useMask((now) => now.isOn);
  const [dialog, setDialog] = useState<"sheet" | "notice">();
  const pack = usePacks().find("questionnaire", record.questionnaire.id, record.questionnaire.version);
  const reading = useMemo(() => pack && all && readAssessment(record, pack, all), [record, pack, all]);
  const assessAgain = () => open({ screen: "assess", client: record.client });
  const closeDialog = () => setDialog(undefined);
  useKeys({ a: assessAgain });

  const fullName = client?.name ?? "";
  const name = isMasked ? maskName(fullName) : fullName;
  const fact = t(result.fact, { at: formatInstant(record.finishedAt), who: whoOf() });
  function whoOf(): string {
    const isCompany = pack?.appliesTo === "institution" && record.answeredBy === "client";
    return t(isCompany ? result.whoCompany : result.who[record.answeredBy]);
  }
  const history = (
    <AssessmentHistory
      assessments={all ?? []}
      current={record.id}
      onOpen={(other) => replace({ screen: "result", id: other })}
    />
  );
  return (
    <>
      <PageHead title={t(result.title, { name })} fact={fact} back={{ label: t(result.back), onBack: back }}>
        {reading === undefined ? null : (
          <>
            <Button size="xs" leftSection={<Icon name="print" />} onClick={() => setDialog("notice")}>
              {t(notice.button)}
            </Button>
            <Button size="xs" leftSection={<Icon name="document" />} onClick={() => setDialog("sheet")}>
              {t(result.sheet)}
            </Button>
          </>
        )}
        <Button size="xs" leftSection={<Icon name="assess" />} rightSection={<Key>A</Key>} onClick={assessAgain}>
          {t(result.again)}
        </Button>
      </PageHead>
      <Split
        sideWidth={344}
        sideLabel={t(result.rules.title)}
        side={<Side record={record} isNewest={all?.[0]?.id === record.id} reading={reading} history={history} />}
      >
        <div className={css["content"]}>
          {reading === undefined ? (
            <Bare record={record} isLoading={all === undefined} />
          ) : (
            <Explained reading={reading} />
          )}
        </div>
      </Split>
      {dialog === "sheet" && reading !== undefined ? <AnswerSheet reading={reading} onClose={closeDialog} /> : null}
      {dialog === "notice" && reading !== undefined ? <NoticeDialog reading={reading} onClose={closeDialog} /> : null}
    </>
  );
}

function Explained({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const { record, pack } = reading;
  return (
    <>
      <div className={css["hero"]}>
        <LevelStair level={record.level} tone="accent" height={34} />
        <span className={css["level"]}>{shortLevel(record.level)}</span>
        <span className={css["levelName"]}>{levelName(t, pack, record.level)}</span>
        <span className={css["why"]}>
          <Why reading={reading} />
        </span>
      </div>
      <Scale reading={reading} />
      <div className={css["columns"]}>
        <Blocks reading={reading} />
        <Effects reading={reading} />
      </div>
      <Compared reading={reading} />
      <Nearest reading={reading} />
    </>
  );
}

/** One sentence: the points' band, or the cap that lies below it. */
function Why({ reading: { record, band, biting } }: { readonly reading: Reading }) {
  const t = useT();
  const { total } = record.score;
  const [cap] = biting;
  if (cap === undefined) {
    return <>{t(result.why.band, { total, level: record.score.band, from: band?.from ?? "", to: band?.to ?? "" })}</>;
  }
  return (
    <>
      {t(result.why.capped, { level: record.score.band, reason: t(cap.reason) })}
      {biting.length > 1 ? t(result.why.more, { n: biting.length - 1 }) : ""}
    </>
  );
}

/** What can be said without the pack that made the record. */
function Bare({ record, isLoading }: { readonly record: Assessment; readonly isLoading: boolean }) {
  const t = useT();
  if (isLoading) return <Skeleton />;
  return (
    <>
      <div className={css["hero"]}>
        <LevelStair level={record.level} tone="accent" height={34} />
        <span className={css["level"]}>{shortLevel(record.level)}</span>
        <span className={css["why"]}>{t(result.ofMax, { n: record.score.total, max: record.score.max })}</span>
      </div>
      <Note tone="warn">{t(result.noPack, record.questionnaire)}</Note>
    </>
  );
}

interface SideProps {
  readonly record: Assessment;
  readonly isNewest: boolean;
  readonly reading: Reading | undefined;
  readonly history: React.ReactNode;
}

function Side({ record, isNewest, reading, history }: SideProps) {
  const matrix = matrixOfAssessment(usePacks(), record);
  return (
    <div className={css["side"]}>
      <LevelNote record={record} />
      {reading === undefined ? null : (
        <>
          <Rules reading={reading} />
          <ProcessSection reading={reading} />
        </>
      )}
      <EffectSection record={record} flags={reading?.flags ?? []} matrix={matrix} />
      <BehaviourSection record={record} isNewest={isNewest} />
      {history}
    </div>
  );
}

/** Beside the level and never instead of it: as it is today, or as it was when an earlier result was made. */
function BehaviourSection({ record, isNewest }: Pick<SideProps, "record" | "isNewest">) {
  const t = useT();
  const today = useToday();
  const shown = useBehaviour(record.client, isNewest ? today : record.validFrom);
  if (shown === undefined) return null;
  return (
    <Section ruled title={t(behaviourWords.title)}>
      <BehaviourMark shown={shown} level={record.level} />
      <BehaviourReasons shown={shown} isFull />
    </Section>
  );
}
