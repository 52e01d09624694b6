/** @file The palette's options, in groups. */

/* oxlint-disable jsx-a11y/click-events-have-key-events -- the field keeps the focus and hears the keys */
import type { ReactNode } from "react";
import { type SearchHit, searchSize } from "../data/search.ts";
import { clsx } from "../parts/clsx.ts";
import { Icon } from "../parts/Icon.tsx";
import { Key } from "../parts/Key.tsx";
import { printKeys } from "../parts/keys.ts";
import { LevelMark } from "../parts/LevelMark.tsx";
import { NoResult } from "../parts/NoResult.tsx";
import { TierMark } from "../parts/TierMark.tsx";
import { useMask } from "../state/mask.ts";
import { app } from "../text/app.ts";
import { formatCount, maskName, maskPhone } from "../text/format.ts";
import { useT } from "../text/text.ts";
import css from "./Palette.module.css";
import { type Choice, type Marked, markPinyin, markRanges, optionId, type PaletteGroups } from "./palette.ts";

interface PaletteListProps {
  readonly id: string;
  readonly query: string;
  readonly hits: readonly SearchHit[];
  readonly subject: SearchHit | undefined;
  readonly groups: PaletteGroups;
  readonly active: number;
  readonly onHighlight: (index: number) => void;
  readonly onChoose: (index: number) => void;
}

export function PaletteList(props: PaletteListProps) {
  const { id, query, hits, subject, groups, active } = props;
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const pagesFrom = hits.length + groups.forClient.length;
  const actionsFrom = pagesFrom + groups.pages.length;
  const isEmpty = actionsFrom + groups.actions.length === 0;
  const name = subject === undefined ? "" : isMasked ? maskName(subject.client.name) : subject.client.name;
  const option = (index: number) => ({
    id: optionId(id, index),
    isActive: index === active,
    onHighlight: () => props.onHighlight(index),
    onChoose: () => props.onChoose(index),
  });
  const choices = (title: string, from: number, list: readonly Choice[]) =>
    list.length === 0 ? null : (
      <OptionGroup title={title}>
        {list.map((choice, index) => (
          <ChoiceOption key={choice.key} choice={choice} {...option(from + index)} />
        ))}
      </OptionGroup>
    );
  return (
    <div className={css["list"]}>
      <div id={`${id}-list`} role="listbox" aria-label={t(app.palette.results)}>
        {hits.length === 0 ? null : (
          <OptionGroup title={t(app.palette.clients)}>
            {hits.map((hit, index) => (
              <HitOption key={hit.client.id} hit={hit} isMasked={isMasked} {...option(index)} />
            ))}
          </OptionGroup>
        )}
        {choices(t(app.palette.forClient, { name }), hits.length, groups.forClient)}
        {choices(t(app.palette.pages), pagesFrom, groups.pages)}
        {choices(t(app.palette.actions), actionsFrom, groups.actions)}
      </div>
      {isEmpty ? (
        <NoResult
          title={t(app.palette.none, { query })}
          where={t(app.palette.noneWhere, { count: formatCount(searchSize()) })}
        />
      ) : null}
    </div>
  );
}

function OptionGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
    <div role="group" aria-label={title}>
      <div className={css["groupHead"]} aria-hidden="true">
        {title}
      </div>
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly onHighlight: () => void;
  readonly onChoose: () => void;
}

function Option({ id, isActive, onHighlight, onChoose, children }: OptionProps & { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={clsx(css["option"], isActive && css["active"])}
      onMouseMove={onHighlight}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}

function ChoiceOption({ choice, ...option }: OptionProps & { choice: Choice }) {
  const t = useT();
  return (
    <Option {...option}>
      <Icon name={choice.icon} />
      <span>{t(choice.name)}</span>
      {choice.keys === undefined ? <span /> : <Key>{printKeys(choice.keys).join(" ")}</Key>}
    </Option>
  );
}

function HitOption({ hit, isMasked, ...option }: OptionProps & { hit: SearchHit; isMasked: boolean }) {
  const { client, matched } = hit;
  return (
    <Option {...option}>
      <Icon name={client.kind === "company" ? "company" : "person"} />
      <span className={css["hit"]}>
        <b>
          {isMasked ? (
            maskName(client.name)
          ) : matched === "name" ? (
            <Runs runs={markRanges(hit.text, hit.ranges)} />
          ) : (
            client.name
          )}
        </b>
        <span className="sb-ink-3 sb-cut">
          {isMasked || matched === "name" ? null : matched === "pinyin" || matched === "initials" ? (
            <Runs runs={markPinyin(hit.text, hit.ranges)} />
          ) : matched === "phone" ? null : (
            <Runs runs={markRanges(hit.text, hit.ranges)} />
          )}
        </span>
        <span className={css["marks"]}>
          <TierMark tier={client.tier} />
          <LevelMark level={client.level} />
        </span>
      </span>
      <span className="sb-ink-2">
        {client.phone === undefined ? null : matched === "phone" && !isMasked ? (
          <Runs runs={markRanges(hit.text, hit.ranges)} />
        ) : (
          maskPhone(client.phone)
        )}
      </span>
    </Option>
  );
}

function Runs({ runs }: { runs: readonly Marked[] }) {
  return runs.map((run, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
    run.isFound ? <mark key={index}>{run.text}</mark> : <span key={index}>{run.text}</span>,
  );
}
