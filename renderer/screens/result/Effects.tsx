/** @file The answers that raised or lowered the points most. */

import { answerWords, itemOf, titleOf } from "../../../shared/documents/answer-words.ts";
import { Section } from "../../parts/Section.tsx";
import { result } from "../../text/result.ts";
import { type Sentence, useT } from "../../text/text.ts";
import css from "./Result.module.css";
import type { Reading } from "./reading.ts";
import { numberOf } from "./words.ts";

type Effect = Reading["explanation"]["raised"][number];

export function Effects({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const { raised, lowered } = reading.explanation;
  return (
    <Section title={t(result.effects.title)}>
      <EffectList reading={reading} name={result.effects.raised} effects={raised} />
      <EffectList reading={reading} name={result.effects.lowered} effects={lowered} />
    </Section>
  );
}

interface EffectListProps {
  readonly reading: Reading;
  readonly name: Sentence;
  readonly effects: readonly Effect[];
}

function EffectList({ reading: { record, pack }, name, effects }: EffectListProps) {
  const t = useT();
  const answerIn = (question: string) => {
    const item = itemOf(pack, question);
    return item === undefined ? "" : answerWords(t, item, record.answers);
  };
  return (
    <>
      <h3 className={css["effectHead"]}>{t(name)}</h3>
      {effects.length === 0 ? <p className="sb-ink-3">{t(result.effects.none)}</p> : null}
      <ul>
        {effects.map((effect) => (
          <li key={effect.question} className={css["effect"]}>
            <span className="sb-ink-3">{numberOf(pack, effect.question)}</span>
            <span>
              {t(result.effects.answer, {
                title: titleOf(t, pack, effect.question),
                answer: answerIn(effect.question),
              })}
            </span>
            <span className="sb-nowrap">
              <Gauge points={effect.points} max={effect.max} /> {t(result.points, { n: effect.points })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const slots = [0, 1, 2, 3, 4];

/** Five slots, as full as the points of the most that question can bring. */
function Gauge({ points, max }: { readonly points: number; readonly max: number }) {
  const filled = max > 0 ? Math.round((points / max) * slots.length) : 0;
  return (
    <svg width="34" height="8" viewBox="0 0 34 8" aria-hidden="true">
      {slots.map((slot) => (
        <rect key={slot} x={slot * 7} width="5" height="8" className={slot < filled ? css["slotOn"] : css["slotOff"]} />
      ))}
    </svg>
  );
}
