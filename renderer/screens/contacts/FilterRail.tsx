/** @file Channels and purposes at the left; each chosen or not. */
import { channels } from "../../../shared/model/client.ts";
import { purposes } from "../../../shared/model/contact.ts";
import { channelNames, purposeNames, contacts as words } from "../../text/contacts.ts";
import { type Sentence, useT } from "../../text/text.ts";
import css from "./ContactsScreen.module.css";
import type { LogFilter } from "./log-filter.ts";

interface FilterRailProps {
  readonly filter: LogFilter;
  readonly onChange: (filter: LogFilter) => void;
}

export function FilterRail({ filter, onChange }: FilterRailProps) {
  const t = useT();

  function choice(key: string, name: Sentence, isChosen: boolean, choose: () => void) {
    return (
      <li key={key}>
        <button type="button" className={css["choice"]} aria-current={isChosen ? "true" : undefined} onClick={choose}>
          {t(name)}
        </button>
      </li>
    );
  }

  return (
    <nav className={css["rail"]} aria-label={t(words.rail)}>
      <h2 className={css["railHead"]}>{t(words.channel)}</h2>
      <ul>
        {choice("all", words.all, filter.channel === undefined, () => onChange({ ...filter, channel: undefined }))}
        {channels.map((channel) =>
          choice(channel, channelNames[channel], filter.channel === channel, () => onChange({ ...filter, channel })),
        )}
      </ul>
      <h2 className={css["railHead"]}>{t(words.purpose)}</h2>
      <ul>
        {choice("all", words.all, filter.purpose === undefined, () => onChange({ ...filter, purpose: undefined }))}
        {purposes.map((purpose) =>
          choice(purpose, purposeNames[purpose], filter.purpose === purpose, () => onChange({ ...filter, purpose })),
        )}
      </ul>
    </nav>
  );
}
