/** @file One entry of the timeline: date, icon on the line, headline, one line of content, one line of facts. */
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Client, ClientField } from "../../../shared/model/client.ts";
import type { Contact } from "../../../shared/model/contact.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { KnowledgeTest } from "../../../shared/model/knowledge-test.ts";
import type { Language } from "../../../shared/model/primitives.ts";
import { useProfiles } from "../../data/queries.ts";
import type { ClientChange, TimelineItem } from "../../data/timeline.ts";
import type { IconName } from "../../parts/Icon.tsx";
import { useToday } from "../../parts/today.ts";
import { useMask } from "../../state/mask.ts";
import { useOverlay } from "../../state/overlay.ts";
import { useScreen } from "../../state/screen.ts";
import { client as words } from "../../text/client.ts";
import { fieldName } from "../../text/clients.ts";
import { channelNames, initiatorNames, moodNames, purposeNames } from "../../text/contacts.ts";
import { formatDayRelative, formatDuration, maskText } from "../../text/format.ts";
import { parts } from "../../text/parts.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { DecisionEntry, StatementEntry, StatusEntry } from "./PaperEntries.tsx";
import { useReader } from "./reader.ts";
import css from "./Timeline.module.css";
import { TimelineFrame } from "./TimelineFrame.tsx";
import { valueText } from "./values.ts";

const channelIcons: Readonly<Record<Contact["channel"], IconName>> = {
  face: "face",
  phone: "phone",
  email: "email",
  sms: "sms",
  wechat: "wechat",
  live: "live",
  other: "contact",
};

export function TimelineEntry({ item, kind }: { item: TimelineItem; kind: Client["kind"] }) {
  switch (item.kind) {
    case "contact":
      return <ContactEntry contact={item.contact} />;
    case "assessment":
      return <AssessmentEntry assessment={item.assessment} hash={item.hash} />;
    case "test":
      return <TestEntry test={item.test} hash={item.hash} />;
    case "change":
      return <ChangeEntry change={item.change} kind={kind} />;
    case "statement":
      return <StatementEntry statement={item.statement} hash={item.hash} />;
    case "investorStatus":
      return <StatusEntry status={item.investorStatus} hash={item.hash} />;
    case "decision":
      return <DecisionEntry decision={item.decision} hash={item.hash} />;
  }
}

function ContactEntry({ contact }: { contact: Contact }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const isMasked = useMask((now) => now.isOn);
  const show = useOverlay((now) => now.show);
  const { id, client, at, channel, initiator, purpose, summary, mood, durationMinutes, outcome, nextOn, nextStep } =
    contact;
  const isCall = channel === "phone" && initiator === "client";
  const what = [
    t(isCall ? words.incoming : channelNames[channel]),
    purpose === undefined || purpose === "other" ? undefined : inLine(t(purposeNames[purpose]), language),
    durationMinutes === undefined ? undefined : t(words.minutes, { minutes: durationMinutes }),
  ];
  const free = (text: string) => (isMasked ? maskText(text) : text);
  return (
    <TimelineFrame
      at={at}
      icon={channelIcons[channel]}
      headline={
        <button type="button" className={css["open"]} onClick={() => show({ kind: "contact", client, contact: id })}>
          {what.filter((part) => part !== undefined).join(t(words.comma))}
          <span className="sb-hidden">{t(words.editContactOf, { day: shanghaiDay(at) })}</span>
        </button>
      }
      facts={[
        initiator === "client" && !isCall
          ? t(words.initiatedBy, { who: inLine(t(initiatorNames.client), language) })
          : undefined,
        mood === undefined ? undefined : t(words.moodIs, { mood: inLine(t(moodNames[mood]), language) }),
        outcome === undefined || outcome === "" ? undefined : t(words.outcomeIs, { outcome: free(outcome) }),
        nextOn === undefined && (nextStep === undefined || nextStep === "")
          ? undefined
          : t(words.followUp, {
              what: [nextOn === undefined ? "" : formatDayRelative(nextOn, today, language), free(nextStep ?? "")]
                .filter((part) => part !== "")
                .join(" "),
            }),
      ]}
    >
      {summary === undefined || summary === "" ? null : <p className={css["text"]}>{free(summary)}</p>}
    </TimelineFrame>
  );
}

function AssessmentEntry({ assessment, hash }: { assessment: Assessment; hash: string | undefined }) {
  const t = useT();
  const language = useLanguage();
  const open = useScreen((now) => now.open);
  const { id, finishedAt, startedAt, score, level, previous, levelChangeConfirmedAt, questionnaire, mode } = assessment;
  const named = `${level === "C1_LOWEST" ? "C1" : level} ${t(parts.level[level])}`;
  return (
    <TimelineFrame
      at={finishedAt}
      icon="assess"
      isEvidence
      hash={hash}
      headline={
        <button type="button" className={css["open"]} onClick={() => open({ screen: "result", id })}>
          {t(words.assessed, { points: score.total, level: named })}
        </button>
      }
      facts={[
        t(words.questionnaire, questionnaire),
        mode === "paper"
          ? t(words.modePaper)
          : t(words.took, { time: formatDuration(Date.parse(finishedAt) - Date.parse(startedAt), language) }),
      ]}
    >
      <p className={css["text"]}>{comparison()}</p>
    </TimelineFrame>
  );

  function comparison(): string {
    if (previous === undefined) return t(words.firstAssessment);
    const last = t(words.before, {
      points: previous.total,
      level: previous.level === "C1_LOWEST" ? "C1" : previous.level,
    });
    if (previous.level === level) return [last, t(words.sameLevel)].join(t(words.comma));
    return levelChangeConfirmedAt === undefined ? last : [last, t(words.levelConfirmed)].join(t(words.comma));
  }
}

function TestEntry({ test, hash }: { test: KnowledgeTest; hash: string | undefined }) {
  const t = useT();
  const language = useLanguage();
  const open = useScreen((now) => now.open);
  const { id, client, at, startedAt, score, questionnaire, mode } = test;
  const outcome = t(score.passed ? parts.test.passed : parts.test.failed);
  return (
    <TimelineFrame
      at={at}
      icon="assess"
      isEvidence
      hash={hash}
      headline={
        <button type="button" className={css["open"]} onClick={() => open({ screen: "test-result", client, id })}>
          {t(words.tested, { points: score.total, outcome })}
        </button>
      }
      facts={[
        t(words.questionnaire, questionnaire),
        mode === "paper"
          ? t(words.modePaper)
          : t(words.took, { time: formatDuration(Date.parse(at) - Date.parse(startedAt), language) }),
      ]}
    />
  );
}

const namedInHeadline = 3;
const longest = 80;

function ChangeEntry({ change, kind }: { change: ClientChange; kind: Client["kind"] }) {
  const t = useT();
  const reader = useReader();
  const actor = useProfiles().get(change.actor)?.name;
  const names = change.fields.map(({ name }) => t(fieldName(name as ClientField, kind)));
  const listed = names.slice(0, namedInHeadline).join(t(words.listComma));

  function changed({ name, before, after }: ClientChange["fields"][number]): string {
    const [from, to] = [before, after].map((value) => clipped(valueText(name as ClientField, value, reader)));
    if (to === "") return t(words.cleared);
    return from === ""
      ? t(words.changedTo, { to: to ?? "" })
      : t(words.changedFromTo, { from: from ?? "", to: to ?? "" });
  }

  return (
    <TimelineFrame
      at={change.at}
      icon="turn"
      headline={
        names.length > namedInHeadline
          ? t(words.changedMany, { fields: listed, count: names.length })
          : t(words.changed, { fields: listed })
      }
      facts={[
        change.reason === undefined
          ? undefined
          : t(words.reason, { reason: reader.isMasked ? maskText(change.reason) : change.reason }),
        actor === undefined ? undefined : t(words.by, { actor }),
      ]}
    >
      {change.fields.map((field, index) => (
        <p key={field.name} className={css["text"]}>
          {change.fields.length === 1
            ? changed(field)
            : t(words.fieldChange, { field: names[index] ?? "", change: changed(field) })}
        </p>
      ))}
    </TimelineFrame>
  );
}

/** A word that begins with a capital where it stands alone. */
function inLine(word: string, language: Language): string {
  return language === "en" ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

function clipped(text: string): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest).join("")}…`;
}
