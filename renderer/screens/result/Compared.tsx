/** @file What differs from last time, and which single answer would give another level. */

import { titleOf } from "../../../shared/documents/answer-words.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import { clsx } from "../../parts/clsx.ts";
import { LevelMark } from "../../parts/LevelMark.tsx";
import { Section } from "../../parts/Section.tsx";
import { result } from "../../text/result.ts";
import { type Say, useT } from "../../text/text.ts";
import { Delta } from "./Blocks.tsx";
import css from "./Result.module.css";
import { type Reading, shortLevel } from "./reading.ts";
import { answerOf, changedTo, numberOf } from "./words.ts";

export function Compared({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const { record, previous, comparison, pack } = reading;
  const words = comparedWords(t, reading);
  const right =
    previous === undefined
      ? undefined
      : t(result.changed.right, {
          day: shanghaiDay(previous.finishedAt),
          total: previous.score.total,
          level: shortLevel(previous.level),
        });
  return (
    <Section ruled title={t(result.changed.title)} right={right}>
      {words === undefined ? (
        <table className={clsx(css["table"], css["compared"])}>
          <thead>
            <tr>
              <th scope="col">{t(result.changed.question)}</th>
              <th scope="col">{t(result.changed.from)}</th>
              <th scope="col">{t(result.changed.to)}</th>
              <th scope="col" className="sb-num">
                {t(result.changed.points)}
              </th>
            </tr>
          </thead>
          <tbody>
            {comparison?.answers.map((change) => {
              // A row of a matrix has no points of its own, nor has a gate.
              const isScored = record.score.points[change.question] !== undefined || change.pointsFrom > 0;
              const words = (chosen: readonly string[], n: number) => {
                if (chosen.length === 0) return t(result.changed.none);
                const answer = answerOf(t, pack, change.question, chosen);
                return isScored ? t(result.changed.withPoints, { answer, n }) : answer;
              };
              return (
                <tr key={change.question}>
                  <td>
                    <Numbered reading={reading} question={change.question} />
                  </td>
                  <td className="sb-ink-2">{words(change.from, change.pointsFrom)}</td>
                  <td>{words(change.to, change.pointsTo)}</td>
                  <td className="sb-num">{isScored ? <Delta value={change.points} /> : null}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : (
        <p className="sb-ink-2">{words}</p>
      )}
    </Section>
  );
}

/** Why there is no table; undefined when there is one. */
function comparedWords(t: Say, { record, previous, comparison }: Reading): string | undefined {
  if (record.previous === undefined) return t(result.changed.first);
  if (previous === undefined || comparison === undefined) {
    const { total, level } = record.previous;
    return t(result.changed.notHere, { total, level: shortLevel(level) });
  }
  if (!comparison.comparable) return t(result.changed.otherPack, previous.questionnaire);
  return comparison.answers.length === 0 ? t(result.changed.same) : undefined;
}

export function Nearest({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const { explanation, pack } = reading;
  return (
    <Section ruled title={t(result.nearest.title)} right={t(result.nearest.why)}>
      {explanation.nearest.length === 0 ? (
        <p className="sb-ink-2">{t(result.nearest.none)}</p>
      ) : (
        <table className={clsx(css["table"], css["compared"])}>
          <thead>
            <tr>
              <th scope="col">{t(result.nearest.question)}</th>
              <th scope="col">{t(result.nearest.from)}</th>
              <th scope="col">{t(result.nearest.to)}</th>
              <th scope="col">{t(result.nearest.level)}</th>
            </tr>
          </thead>
          <tbody>
            {explanation.nearest.map((change) => (
              <tr key={`${change.question} ${change.direction}`}>
                <td>
                  <Numbered reading={reading} question={change.question} />
                </td>
                <td className="sb-ink-2">{answerOf(t, pack, change.question, change.from)}</td>
                <td>{changedTo(t, pack, change)}</td>
                <td>
                  <LevelMark level={change.level} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Numbered({ reading: { pack }, question }: { readonly reading: Reading; readonly question: string }) {
  const t = useT();
  return (
    <span className={css["numbered"]}>
      <span className="sb-ink-3">{numberOf(pack, question)}</span>
      <span>{titleOf(t, pack, question)}</span>
    </span>
  );
}
