/** @file One stored knowledge test: passed or not, by topic, and every answer explained. From the record and its pack alone. */
import { Button } from "@mantine/core";
import { titleOf } from "../../../shared/documents/answer-words.ts";
import type { KnowledgeTest } from "../../../shared/model/knowledge-test.ts";
import type { ClientId, RecordId } from "../../../shared/model/primitives.ts";
import type { KnowledgeTestPack } from "../../../shared/packs/knowledge-test-pack.ts";
import { useClient, usePacks, usePapers } from "../../data/queries.ts";
import { clsx } from "../../parts/clsx.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Facts } from "../../parts/Facts.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Note } from "../../parts/Note.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Section } from "../../parts/Section.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { Split } from "../../parts/Split.tsx";
import { TestAnswers } from "../../parts/TestAnswers.tsx";
import { TestHistory } from "../../parts/TestHistory.tsx";
import { useMask } from "../../state/mask.ts";
import { useScreen } from "../../state/screen.ts";
import { formatDuration, formatInstant, maskName } from "../../text/format.ts";
import { parts } from "../../text/parts.ts";
import { result } from "../../text/result.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Result.module.css";
import { answererOf } from "./words.ts";

interface TestResultScreenProps {
  readonly client: ClientId;
  readonly id: RecordId;
}

export function TestResultScreen({ client, id }: TestResultScreenProps) {
  const t = useT();
  const back = useScreen((now) => now.back);
  const tests = usePapers("knowledgeTest", client);
  const record = tests?.find((one) => one.id === id);
  if (tests === undefined) return <Skeleton />;
  if (record === undefined) {
    return (
      <>
        <PageHead title={t(result.gone)} back={{ label: t(result.back), onBack: back }} />
        <Empty title={t(result.gone)} why={t(result.goneWhy)} />
      </>
    );
  }
  return <Recorded record={record} tests={tests} />;
}

function Recorded({ record, tests }: { readonly record: KnowledgeTest; readonly tests: readonly KnowledgeTest[] }) {
  const t = useT();
  const { back, open, replace } = useScreen();
  const client = useClient(record.client);
  const isMasked = useMask((now) => now.isOn);
  const pack = usePacks().find("knowledge-test", record.questionnaire.id, record.questionnaire.version);
  const fullName = client?.name ?? "";
  const name = isMasked ? maskName(fullName) : fullName;
  const fact = t(result.fact, { at: formatInstant(record.at), who: t(result.who[record.answeredBy]) });
  return (
    <>
      <PageHead title={t(result.test.title, { name })} fact={fact} back={{ label: t(result.back), onBack: back }}>
        <Button
          size="xs"
          leftSection={<Icon name="assess" />}
          onClick={() => open({ screen: "assess", client: record.client, test: true })}
        >
          {t(result.test.again)}
        </Button>
      </PageHead>
      <Split
        sideWidth={344}
        sideLabel={t(result.process.title)}
        contentLabel={t(result.test.answers)}
        side={
          <div className={css["side"]}>
            <Process record={record} pack={pack} />
            <TestHistory
              tests={tests}
              current={record.id}
              onOpen={(other) => replace({ screen: "test-result", client: other.client, id: other.id })}
            />
          </div>
        }
      >
        <div className={css["content"]}>
          <Verdict record={record} />
          {pack === undefined ? <Note tone="warn">{t(result.noPack, record.questionnaire)}</Note> : null}
          {pack === undefined ? null : (
            <>
              <Topics record={record} pack={pack} />
              <Section ruled title={t(result.test.answers)}>
                <TestAnswers pack={pack} answers={record.answers} score={record.score} />
              </Section>
            </>
          )}
        </div>
      </Split>
    </>
  );
}

function Verdict({ record: { score } }: { readonly record: KnowledgeTest }) {
  const t = useT();
  return (
    <div className={clsx(css["hero"], css["verdict"])}>
      <span className={css["level"]}>{t(result.points, { n: score.total })}</span>
      <span className={score.passed ? "sb-ok" : "sb-warn"}>
        <Icon name={score.passed ? "circleCheck" : "triangle"} />
      </span>
      <span className={css["levelName"]}>{t(score.passed ? parts.test.passed : parts.test.failed)}</span>
      <span className={css["why"]}>{t(result.test.mark, { mark: score.passMark, max: score.max })}</span>
    </div>
  );
}

interface PackedProps {
  readonly record: KnowledgeTest;
  readonly pack: KnowledgeTestPack;
}

function Topics({ record, pack }: PackedProps) {
  const t = useT();
  return (
    <Section ruled title={t(result.blocks.title)}>
      <div className={css["blocks"]}>
        {record.score.blocks.map((block) => {
          const title = pack.blocks.find((one) => one.id === block.id)?.title;
          return (
            <div key={block.id} className={css["blockRow"]}>
              <span className="sb-ink-2">{title === undefined ? block.id : t(title)}</span>
              <span className={css["blockBar"]} aria-hidden="true">
                <i style={{ width: `${block.max > 0 ? (block.points / block.max) * 100 : 0}%` }} />
              </span>
              <span className="sb-num">{t(result.ofMax, { n: block.points, max: block.max })}</span>
              <span />
            </div>
          );
        })}
      </div>
    </Section>
  );
}

function Process({ record, pack }: { readonly record: KnowledgeTest; readonly pack: KnowledgeTestPack | undefined }) {
  const t = useT();
  const language = useLanguage();
  const total = Object.values(record.timings).reduce((sum, ms) => sum + ms, 0);
  const isPaper = record.mode === "paper";
  const changed = [...new Set(record.changes.map((change) => change.question))];
  return (
    <Section title={t(result.process.title)}>
      <Facts
        labelWidth={72}
        facts={[
          { label: t(result.process.by), value: answererOf(t, pack, record.answeredBy) },
          {
            label: t(result.process.time),
            value: isPaper ? t(result.process.timePaper) : formatDuration(total, language),
          },
          { label: t(result.process.changes), value: changeWords() },
          {
            label: t(result.process.questionnaire),
            value: t(result.process.questionnaireValue, record.questionnaire),
          },
        ]}
      />
    </Section>
  );

  function changeWords(): string {
    if (isPaper) return t(result.process.changesPaper);
    if (changed.length === 0) return t(result.process.changesNone);
    const titles = changed.map((id) => (pack === undefined ? id : titleOf(t, pack, id)));
    return t(result.process.changesValue, { n: record.changes.length, titles: titles.join(t(result.process.between)) });
  }
}
