/** @file The profile in five blocks. What is missing says so and leads to its field. */
import { useMemo } from "react";
import { type Client, type ClientField, type ProfileBlock, profileFields } from "../../../shared/model/client.ts";
import { type Timeline, useStanding } from "../../data/queries.ts";
import type { ClientChange } from "../../data/timeline.ts";
import { type Fact, Facts } from "../../parts/Facts.tsx";
import { Section } from "../../parts/Section.tsx";
import { useToday } from "../../parts/today.ts";
import { blockNames, companyFamily, client as words } from "../../text/client.ts";
import { fieldNames, investorClassNames } from "../../text/clients.ts";
import { papers } from "../../text/eligibility.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./ClientScreen.module.css";
import { KeyPeople } from "./KeyPeople.tsx";
import { factsOf, type ProfileFact } from "./profile-facts.ts";
import type { FormField } from "./profile-schema.ts";
import { useReader } from "./reader.ts";

interface ProfileProps {
  readonly client: Client;
  readonly timeline: Timeline | undefined;
  readonly onEdit: (field?: FormField) => void;
  /** To where the investor class is decided. */
  readonly onEligibility: () => void;
}

export function Profile({ client, timeline, onEdit, onEligibility }: ProfileProps) {
  return (
    <>
      <div className={css["blocks"]}>
        <div>
          <Block block="basic" client={client} timeline={timeline} onEdit={onEdit} onEligibility={onEligibility} />
          <Block block="family" client={client} timeline={timeline} onEdit={onEdit} onEligibility={onEligibility} />
        </div>
        <div>
          <Block block="financial" client={client} timeline={timeline} onEdit={onEdit} onEligibility={onEligibility} />
          <Block block="investment" client={client} timeline={timeline} onEdit={onEdit} onEligibility={onEligibility} />
        </div>
      </div>
      <Block block="other" client={client} timeline={timeline} onEdit={onEdit} onEligibility={onEligibility} />
    </>
  );
}

function Block({ block, client, timeline, onEdit, onEligibility }: ProfileProps & { block: ProfileBlock }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const reader = useReader();
  const latest = useMemo(() => latestChanges(timeline), [timeline]);
  const counted = profileFields(client.kind, block);
  const filled = counted.filter((field) => client[field] !== undefined && client[field] !== "").length;
  const facts = factsOf(block, client, { reader, latest, today });

  function asFact({ field, label, value, reason }: ProfileFact): Fact {
    const missing = (
      <button
        type="button"
        className="sb-link"
        aria-label={t(words.addField, { field: label })}
        onClick={() => onEdit(field)}
      >
        {t(words.addMissing)}
      </button>
    );
    return { key: field, label, value: value === "" ? missing : value, ...(reason !== undefined && { reason }) };
  }

  const classFact = useClassFact(client, onEligibility);
  const derived = block === "investment" ? [classFact] : [];
  const isWide = block === "other";
  return (
    <Section
      ruled
      title={t(block === "family" && client.kind === "company" ? companyFamily : blockNames[block])}
      right={
        <span title={t(words.filledLabel, { filled, of: counted.length })}>
          {t(words.filledOf, { filled, of: counted.length })}
        </span>
      }
    >
      <div className={isWide ? css["wide"] : undefined}>
        {isWide ? (
          facts.map((fact) => (
            <Facts key={fact.field} facts={[asFact(fact)]} labelWidth={language === "en" ? 72 : 40} />
          ))
        ) : (
          <Facts facts={[...facts.map(asFact), ...derived]} labelWidth={language === "en" ? 108 : 84} />
        )}
      </div>
      {block === "family" ? <KeyPeople client={client} onEdit={() => onEdit("keyPeople")} /> : null}
      {isWide && client.tags !== undefined && client.tags.length > 0 ? (
        <ul className={css["tags"]} aria-label={t(fieldNames.tags)}>
          {client.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

/** The investor class: decided, not typed in, so it leads to where that happens. */
function useClassFact(client: Client, onEligibility: () => void): Fact {
  const t = useT();
  const standing = useStanding(client, useToday());
  const { investorClass = "ordinary" } = standing ?? {};
  const status = standing?.statuses.find(({ subject }) => subject === "professional");
  const until = standing?.classGround === "granted" ? status?.reviewOn : undefined;
  return {
    key: "investorClass",
    label: t(fieldNames.investorClass),
    value: (
      <button type="button" className="sb-link" onClick={onEligibility}>
        {standing === undefined ? "" : t(investorClassNames[investorClass])}
      </button>
    ),
    ...(until !== undefined && { reason: <span className="sb-nowrap">{t(papers.review, { day: until })}</span> }),
  };
}

/** The newest change of each field. */
function latestChanges(timeline: Timeline | undefined): ReadonlyMap<ClientField, LatestChange> {
  const latest = new Map<ClientField, LatestChange>();
  for (const item of timeline?.items ?? []) {
    if (item.kind !== "change") continue;
    for (const { name, before } of item.change.fields) {
      if (!latest.has(name as ClientField)) latest.set(name as ClientField, { at: item.at, before });
    }
  }
  return latest;
}

/** When a field last changed, and from what where that is known. */
export interface LatestChange {
  readonly at: string;
  readonly before: ClientChange["fields"][number]["before"];
}
