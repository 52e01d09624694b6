/** @file How this client is served: tier with its reason, stage, next step, and what the profile still lacks. */
import { type Client, completeness } from "../../../shared/model/client.ts";
import type { Level } from "../../../shared/model/primitives.ts";
import { useBehaviour, useClientSummary } from "../../data/queries.ts";
import { BehaviourMark, BehaviourReasons } from "../../parts/Behaviour.tsx";
import { type Fact, Facts } from "../../parts/Facts.tsx";
import { TierMark } from "../../parts/TierMark.tsx";
import { useToday } from "../../parts/today.ts";
import { useMask } from "../../state/mask.ts";
import { client as words } from "../../text/client.ts";
import { clients, fieldName, fieldNames, stageNames } from "../../text/clients.ts";
import { behaviour as behaviourWords } from "../../text/eligibility.ts";
import { daysBetween, formatDayRelative, maskText } from "../../text/format.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./ClientScreen.module.css";
import { type FormField, missingFields } from "./profile-schema.ts";

const mostNamed = 4;

interface StandingProps {
  readonly client: Client;
  /** As assessed last; absent where there is none. */
  readonly level: Level | undefined;
  readonly onEdit: (field?: FormField) => void;
}

export function Standing({ client, level, onEdit }: StandingProps) {
  const t = useT();
  const language = useLanguage();
  const behaviour = useBehaviour(client.id, useToday());
  const missing = missingFields(client);
  const { filled, of } = completeness(client);
  const percent = `${Math.floor((filled * 100) / of)}%`;
  const { tier, tierReason, stage } = client;
  const add = (field: FormField) => (
    <button type="button" className="sb-link" onClick={() => onEdit(field)}>
      {t(words.addMissing)}
    </button>
  );
  const facts: Fact[] = [
    {
      label: t(fieldNames.tier),
      value: tier === undefined ? add("tier") : <TierMark tier={tier} />,
      ...(tierReason && { reason: t(words.byHand, { reason: tierReason }) }),
    },
    { label: t(fieldNames.stage), value: stage === undefined ? add("stage") : t(stageNames[stage]) },
    { label: t(words.nextStep), value: <NextStep client={client} /> },
    {
      label: t(words.completeness),
      value:
        missing.length === 0 ? t(words.complete, { percent }) : t(words.missing, { percent, count: missing.length }),
    },
    ...(behaviour === undefined
      ? []
      : [{ label: t(behaviourWords.title), value: <BehaviourMark shown={behaviour} level={level} /> }]),
  ];
  return (
    <section className={css["standing"]} aria-label={t(words.standing)}>
      <Facts facts={facts} labelWidth={language === "en" ? 92 : 78} />
      {behaviour === undefined ? null : <BehaviourReasons shown={behaviour} />}
      {missing.length === 0 ? null : (
        <p className={css["missing"]}>
          <span className="sb-ink-3">{t(words.missingList)} </span>
          {missing.slice(0, mostNamed).map((field) => (
            <button key={field} type="button" className="sb-link" onClick={() => onEdit(field)}>
              {t(fieldName(field, client.kind))}
            </button>
          ))}
          {missing.length > mostNamed ? (
            <button type="button" className="sb-link" onClick={() => onEdit(missing[mostNamed])}>
              {t(words.missingMore, { count: missing.length - mostNamed })}
            </button>
          ) : null}
        </p>
      )}
    </section>
  );
}

function NextStep({ client }: { client: Client }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const isMasked = useMask((now) => now.isOn);
  const { nextOn, nextStep = "" } = useClientSummary(client.id) ?? {};
  if (nextOn === undefined) return <span className="sb-ink-3">{t(words.noNextStep)}</span>;
  const late = daysBetween(nextOn, today);
  return (
    <>
      {late > 0 ? (
        <b title={nextOn}>{t(clients.overdue, { days: late })}</b>
      ) : (
        <span title={nextOn}>{formatDayRelative(nextOn, today, language)}</span>
      )}
      {nextStep === "" ? null : ` ${isMasked ? maskText(nextStep) : nextStep}`}
    </>
  );
}
