/** @file Asks which client the contact was with: found by name, pinyin initials or phone digits; lately contacted ones first. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { ClientId } from "../../../shared/model/primitives.ts";
import type { ClientSummary } from "../../data/client-list.ts";
import { useClientList } from "../../data/queries.ts";
import { searchClients } from "../../data/search.ts";
import { LevelMark } from "../../parts/LevelMark.tsx";
import { Masked } from "../../parts/Masked.tsx";
import { TierMark } from "../../parts/TierMark.tsx";
import { contacts as words } from "../../text/contacts.ts";
import { useT } from "../../text/text.ts";
import css from "./ContactForm.module.css";

const most = 8;
const lately = { segment: "all", sort: { by: "lastContactAt", direction: "descending" } } as const;

export function ClientPicker({ onChoose }: { onChoose: (client: ClientId) => void }) {
  const t = useT();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const recent = useClientList(lately).rows;
  const isSearching = query.trim() !== "";
  const found: readonly ClientSummary[] = isSearching
    ? searchClients(query, most).map((hit) => hit.client)
    : recent.slice(0, most);
  const at = Math.min(active, found.length - 1);

  useEffect(() => queueMicrotask(() => field.current?.focus()), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const chosen = found[at];
    if (event.key === "ArrowDown") setActive(Math.min(at + 1, found.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(at - 1, 0));
    else if (event.key === "Enter" && chosen !== undefined) onChoose(chosen.id);
    else return;
    event.preventDefault();
  }

  return (
    <div className={css["picker"]}>
      <label className="sb-label" htmlFor={id}>
        {t(words.forWhom)}
      </label>
      <input
        ref={field}
        id={id}
        className={css["search"]}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[at] === undefined ? undefined : `${id}-${at}`}
        placeholder={t(words.forWhomHint)}
        value={query}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {isSearching || found.length === 0 ? null : <p className={css["hint"]}>{t(words.recent)}</p>}
      <div id={`${id}-list`} role="listbox" aria-label={t(words.forWhom)}>
        {found.map((client, index) => (
          <div
            key={client.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={css["option"]}
            onMouseMove={() => setActive(index)}
            onMouseDown={(event) => {
              // The field keeps the focus until the next step takes it.
              event.preventDefault();
              onChoose(client.id);
            }}
          >
            <b>
              <Masked kind="name" value={client.name} />
            </b>
            <TierMark tier={client.tier} />
            <LevelMark level={client.level} />
            <span className="sb-ink-3">
              {client.phone === undefined ? "" : <Masked kind="phone" value={client.phone} always />}
            </span>
          </div>
        ))}
      </div>
      <p className={css["hint"]} role="status">
        {isSearching && found.length === 0 ? t(words.forWhomNone, { query: query.trim() }) : ""}
      </p>
    </div>
  );
}
