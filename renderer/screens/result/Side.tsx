/** @file Beside the result: the rules in the order they ran, how it was answered, what it means. */
import type { ReactNode } from "react";
import { titleOf } from "../../../shared/documents/answer-words.ts";
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Level } from "../../../shared/model/primitives.ts";
import type { MatchMatrix } from "../../../shared/packs/match-matrix.ts";
import type { QuestionnairePack } from "../../../shared/packs/questionnaire-pack.ts";
import { Facts } from "../../parts/Facts.tsx";
import { GradeMark } from "../../parts/GradeMark.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Note } from "../../parts/Note.tsx";
import { Section } from "../../parts/Section.tsx";
import { Validity } from "../../parts/Validity.tsx";
import { useOverlay } from "../../state/overlay.ts";
import { formatDuration, formatInstant, formatTime } from "../../text/format.ts";
import { result } from "../../text/result.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Result.module.css";
import { ageQuestion, type Reading, shortLevel } from "./reading.ts";
import { answererOf, answerOf } from "./words.ts";

/** The level differs from last time: was it confirmed (NFRA Art. 29)? */
export function LevelNote({ record }: { readonly record: Assessment }) {
  const t = useT();
  const { previous, level, levelChangeConfirmedAt } = record;
  if (previous === undefined || previous.level === level) return null;
  const isConfirmed = levelChangeConfirmedAt !== undefined;
  return (
    <Note tone={isConfirmed ? "info" : "warn"}>
      <b>{t(result.change.title, { from: shortLevel(previous.level), to: shortLevel(level) })}</b>
      <p>
        {isConfirmed
          ? t(result.change.confirmed, { at: formatTime(levelChangeConfirmedAt) })
          : t(result.change.unconfirmed)}
      </p>
    </Note>
  );
}

export function Rules({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const { record, pack, band, caps, contradictions, resolved, flags, counts, age } = reading;
  const { score } = record;
  const gates = pack.gates.map((gate) => {
    const chosen = record.answers[gate.id] ?? [];
    return t(result.effects.answer, { title: t(gate.title), answer: answerOf(t, pack, gate.id, chosen) });
  });
  return (
    <Section title={t(result.rules.title)} right={t(result.rules.pack, { version: score.pack.version })}>
      <Step name={t(result.rules.gates, { n: pack.gates.length })} lines={gates} />
      <Step
        name={t(result.rules.score, { n: Object.keys(score.points).length })}
        lines={[
          t(result.rules.scored, { total: score.total, band: score.band, from: band?.from ?? "", to: band?.to ?? "" }),
        ]}
      />
      <Step
        spoke={caps.length > 0}
        name={
          caps.length > 0 ? t(result.rules.capsHit, { n: caps.length }) : t(result.rules.caps, { n: pack.caps.length })
        }
        lines={
          caps.length > 0
            ? [
                ...caps.map((cap) => <Sourced key={cap.id} pack={pack} text={t(cap.reason)} source={cap.source} />),
                t(result.rules.capsRest, { n: pack.caps.length - caps.length }),
              ]
            : [t(result.rules.capsNone)]
        }
      />
      <Step
        spoke={contradictions.length > 0}
        name={t(result.rules.checks, { n: pack.contradictions.length })}
        lines={[
          ...contradictions.map(({ rule, isKept }) =>
            t(isKept ? result.rules.kept : result.rules.undecided, { reason: t(rule.reason) }),
          ),
          ...(contradictions.length === 0 ? [t(result.rules.checksNone)] : []),
          ...(resolved > 0 ? [t(result.rules.resolved, { n: resolved })] : []),
        ]}
      />
      {pack.appliesTo === "natural-person" ? (
        <Step spoke={age.differs} name={t(result.rules.age)} lines={[ageWords()]} />
      ) : null}
      {flags.map((flag) => (
        <Step
          key={flag.id}
          spoke
          name={t(result.effect.care)}
          lines={[<Sourced key={flag.id} pack={pack} text={t(flag.reason)} source={flag.source} />]}
        />
      ))}
      <Step
        spoke={counts.today > counts.maxPerDay || counts.last12Months > counts.maxPer12Months}
        name={t(result.rules.counts)}
        lines={[
          t(result.rules.countsValue, {
            today: counts.today,
            maxToday: counts.maxPerDay,
            year: counts.last12Months,
            maxYear: counts.maxPer12Months,
          }),
        ]}
      />
    </Section>
  );

  function ageWords(): string {
    const question = ageQuestion(pack);
    if (age.age === undefined || question === undefined) return t(result.rules.ageUnknown);
    if (!age.differs) return t(result.rules.ageSame, { age: age.age });
    const answer = answerOf(t, pack, question.id, age.answered === undefined ? [] : [age.answered]);
    return t(result.rules.ageDiffers, { age: age.age, answer });
  }
}

interface StepProps {
  readonly name: string;
  readonly lines: readonly ReactNode[];
  /** The rule had something to say; said by the shape and the word, not by colour alone. */
  readonly spoke?: boolean;
}

function Step({ name, lines, spoke = false }: StepProps) {
  const t = useT();
  return (
    <div className={css["ruleRow"]}>
      <span className={spoke ? "sb-warn" : "sb-ok"}>
        <Icon name={spoke ? "triangle" : "circleCheck"} />
        <span className="sb-hidden">{t(spoke ? result.rules.spoke : result.rules.passed)}</span>
      </span>
      <span>{name}</span>
      <div className="sb-ink-2">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a record never move
          <p key={index}>{line}</p>
        ))}
      </div>
    </div>
  );
}

/** A rule's words with where it comes from. */
function Sourced({
  pack,
  text,
  source,
}: {
  readonly pack: QuestionnairePack;
  readonly text: string;
  readonly source: string;
}) {
  const t = useT();
  const found = pack.sources.find((one) => one.id === source);
  if (found === undefined) return <>{text}</>;
  const law = `${t(found.law)}${found.article === undefined ? "" : ` ${t(found.article)}`}`;
  return (
    <>
      {text}
      <span className={css["source"]}>{law}</span>
    </>
  );
}

export function ProcessSection({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const language = useLanguage();
  const { record, pack, process } = reading;
  const isPaper = record.mode === "paper";
  return (
    <Section ruled title={t(result.process.title)}>
      <Facts
        labelWidth={72}
        facts={[
          { label: t(result.process.by), value: answererOf(t, pack, record.answeredBy) },
          { label: t(result.process.time), value: timeWords() },
          { label: t(result.process.changes), value: changeWords() },
          { label: t(result.process.signature), value: <SignatureFact record={record} /> },
          {
            label: t(result.process.questionnaire),
            value: t(result.process.questionnaireValue, record.questionnaire),
          },
        ]}
      />
    </Section>
  );

  function timeWords(): string {
    const { total, longest } = process;
    if (total === undefined || longest === undefined) return t(result.process.timePaper);
    return t(result.process.timeValue, {
      total: formatDuration(total, language),
      title: titleOf(t, pack, longest.question),
      longest: formatDuration(longest.ms, language),
    });
  }

  function changeWords(): string {
    if (isPaper) return t(result.process.changesPaper);
    if (process.changes === 0) return t(result.process.changesNone);
    const titles = process.changed.map((id) => titleOf(t, pack, id)).join(t(result.process.between));
    return t(result.process.changesValue, { n: process.changes, titles });
  }
}

function SignatureFact({ record: { client, mode, signature } }: { readonly record: Assessment }) {
  const t = useT();
  const show = useOverlay((now) => now.show);
  if (signature === undefined) {
    return <>{t(mode === "paper" ? result.process.signaturePaper : result.process.signatureNone)}</>;
  }
  const { attachment, how, at } = signature;
  return (
    <button type="button" className="sb-link" onClick={() => show({ kind: "attachment", client, attachment })}>
      {t(result.process.signedValue[how], { at: formatInstant(at) })}
    </button>
  );
}

interface EffectSectionProps {
  readonly record: Assessment;
  readonly flags: Reading["flags"];
  /** Undefined where this machine does not have it. */
  readonly matrix: MatchMatrix | undefined;
}

export function EffectSection({ record, flags, matrix }: EffectSectionProps) {
  const t = useT();
  return (
    <Section
      ruled
      title={t(result.effect.title)}
      right={matrix && t(result.effect.matrix, { id: matrix.id, version: matrix.version })}
    >
      <Validity from={record.validFrom} until={record.validUntil} />
      <div className={css["effectFacts"]}>
        <Facts
          labelWidth={72}
          facts={[
            { label: t(result.effect.matches), value: matrix ? <Grades level={record.level} matrix={matrix} /> : "—" },
            {
              label: t(result.effect.care),
              value: flags.length === 0 ? t(result.effect.careNone) : flags.map((flag) => t(flag.reason)).join(" "),
            },
          ]}
        />
      </div>
    </Section>
  );
}

function Grades({ level, matrix }: { readonly level: Level; readonly matrix: MatchMatrix }) {
  const t = useT();
  const never = matrix.never[level] ?? [];
  return (
    <>
      <span className={css["grades"]}>
        {matrix.direct[level].map((grade) => (
          <GradeMark key={grade} grade={grade} />
        ))}
      </span>
      <span className={css["source"]}>
        {t(result.effect.matchesWhy)}
        {never.length > 0 ? ` · ${t(result.effect.never)}` : ""}
      </span>
    </>
  );
}
