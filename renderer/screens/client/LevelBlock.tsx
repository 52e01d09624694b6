/** @file The level in force: stair, points, validity, what the matching reads besides, and what stands against it. */
import { Button } from "@mantine/core";
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Client } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import { usePacks, useStanding } from "../../data/queries.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Key } from "../../parts/Key.tsx";
import { LevelStair } from "../../parts/LevelMark.tsx";
import { Note } from "../../parts/Note.tsx";
import { useToday } from "../../parts/today.ts";
import { Validity } from "../../parts/Validity.tsx";
import { useOverlay } from "../../state/overlay.ts";
import { useScreen } from "../../state/screen.ts";
import { client as words } from "../../text/client.ts";
import { standing as standingWords } from "../../text/eligibility.ts";
import { parts } from "../../text/parts.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { answerTexts } from "./answer-texts.ts";
import css from "./ClientScreen.module.css";

interface LevelBlockProps {
  readonly client: Client;
  /** The newest finished assessment. */
  readonly newest: Assessment | undefined;
  /** False until the assessments have been read: then nothing is claimed. */
  readonly isKnown: boolean;
  readonly onAssess: () => void;
}

export function LevelBlock({ client, newest, isKnown, onAssess }: LevelBlockProps) {
  const t = useT();
  const today = useToday();
  const open = useScreen((now) => now.open);
  if (newest === undefined) return isKnown ? <Unassessed client={client} onAssess={onAssess} /> : <section />;

  const { level, score, validFrom, validUntil } = newest;
  const isLowest = level === "C1_LOWEST";
  return (
    <section aria-label={t(words.tolerance)}>
      <div className={css["caption"]}>{t(words.tolerance)}</div>
      <div className={css["level"]}>
        <LevelStair level={level} tone="accent" height={26} />
        <span className={css["figure"]}>{isLowest ? "C1" : level}</span>
        <span className={css["levelName"]}>{t(parts.level[level])}</span>
        {isLowest ? <Icon name="octagonCross" className="sb-bad" /> : null}
        <span className={css["points"]}>{t(words.points, { points: score.total })}</span>
        <button
          type="button"
          className={`sb-link ${css["explain"]}`}
          onClick={() => open({ screen: "result", id: newest.id })}
        >
          {t(words.openResult)}
        </button>
      </div>
      <Validity from={validFrom} until={validUntil} />
      {validUntil < today ? <p className="sb-ink-2">{t(words.expiredWhy)}</p> : null}
      <Against client={client} />
      <Wishes assessment={newest} />
      <Reports client={client.id} isAssessed />
    </section>
  );
}

/** Loss limit, term and types as the client answered them, in the questionnaire's own words. */
function Wishes({ assessment }: { assessment: Assessment }) {
  const t = useT();
  const language = useLanguage();
  const pack = usePacks().find("questionnaire", assessment.questionnaire.id, assessment.questionnaire.version);
  if (pack === undefined) return null;
  const { lossLimit, term, types } = pack.outputs;
  const said = (ids: readonly string[]) => answerTexts(pack, assessment, ids, language).join(t(words.listComma));
  return (
    <dl className={css["wishes"]}>
      {[
        { label: words.lossLimit, value: said(lossLimit) },
        { label: words.term, value: said(term) },
        { label: words.types, value: said(types) },
      ].map(({ label, value }) => (
        <div key={label.en}>
          <dt>{t(label)}</dt>
          <dd>{value === "" ? "—" : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A refusal or a reported change that stands: the level cannot be relied on, however long it is valid. */
function Against({ client }: { client: Client }) {
  const t = useT();
  const standing = useStanding(client, useToday());
  if (standing === undefined || !(standing.refusesInformation || standing.changeReported)) return null;
  const said = standing.statements.findLast(
    ({ kind }) => kind === (standing.refusesInformation ? "information-refused" : "change-reported"),
  );
  const day = said === undefined ? "" : shanghaiDay(said.at);
  return (
    <div className={css["against"]}>
      <Note tone={standing.refusesInformation ? "bad" : "warn"}>
        <b>{t(standing.refusesInformation ? words.refusalStands : words.changeStands, { day })}</b>{" "}
        {t(standing.refusesInformation ? standingWords.refusedWhy : standingWords.changedWhy)}
      </Note>
    </div>
  );
}

/** What a client may say at any time that bears on the level. */
function Reports({ client, isAssessed = false }: { client: Client["id"]; isAssessed?: boolean }) {
  const t = useT();
  const show = useOverlay((now) => now.show);
  const report = (statement: "change-reported" | "information-refused") => () =>
    show({ kind: "statement", client, statement });
  return (
    <p className={css["reports"]}>
      {isAssessed ? (
        <button type="button" className="sb-link" onClick={report("change-reported")}>
          {t(standingWords.recordChange)}
        </button>
      ) : null}
      <button type="button" className="sb-link" onClick={report("information-refused")}>
        {t(standingWords.recordRefusal)}
      </button>
    </p>
  );
}

function Unassessed({ client, onAssess }: { client: Client; onAssess: () => void }) {
  const t = useT();
  return (
    <section aria-label={t(words.tolerance)}>
      <div className={css["caption"]}>{t(words.tolerance)}</div>
      <p className={css["unassessed"]}>{t(words.unassessed)}</p>
      <p className="sb-ink-2">{t(words.unassessedWhy)}</p>
      <Button
        size="xs"
        className={css["start"] ?? ""}
        leftSection={<Icon name="assess" />}
        rightSection={<Key>A</Key>}
        onClick={onAssess}
      >
        {t(words.startAssessment)}
      </Button>
      <Against client={client} />
      <Reports client={client.id} />
    </section>
  );
}
