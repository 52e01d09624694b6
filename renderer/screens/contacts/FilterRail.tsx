/** @file Channels and purposes beside the contact log; one of each, or all. */
import { channels } from "../../../shared/model/client.ts";
import { purposes } from "../../../shared/model/contact.ts";
import { Rail, type RailChoice } from "../../parts/Rail.tsx";
import { channelNames, purposeNames, contacts as words } from "../../text/contacts.ts";
import { type Sentence, useT } from "../../text/text.ts";
import type { LogFilter } from "./log-filter.ts";

interface FilterRailProps {
  readonly filter: LogFilter;
  readonly onChange: (filter: LogFilter) => void;
}

export function FilterRail({ filter, onChange }: FilterRailProps) {
  const t = useT();

  function choices<F extends "channel" | "purpose">(
    field: F,
    keys: readonly NonNullable<LogFilter[F]>[],
    names: Readonly<Record<NonNullable<LogFilter[F]>, Sentence>>,
  ): readonly RailChoice[] {
    const choice = (key: LogFilter[F], name: Sentence) => ({
      key: key ?? "all",
      label: t(name),
      isChosen: filter[field] === key,
      onChoose: () => onChange({ ...filter, [field]: key }),
    });
    return [choice(undefined, words.all), ...keys.map((key) => choice(key, names[key]))];
  }

  return (
    <Rail
      label={t(words.rail)}
      groups={[
        { key: "channel", title: t(words.channel), choices: choices("channel", channels, channelNames) },
        { key: "purpose", title: t(words.purpose), choices: choices("purpose", purposes, purposeNames) },
      ]}
    />
  );
}
