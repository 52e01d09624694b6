/** @file The filter over the list. `/` leads here; ↓ and Enter lead on to the rows, Esc clears. */
import { type KeyboardEvent, useRef } from "react";
import { Icon } from "../../parts/Icon.tsx";
import { Key } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { clients } from "../../text/clients.ts";
import { formatCount } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./ClientsScreen.module.css";
import { useListView } from "./list-view.ts";

export function FilterField({ found, onLeave }: { found: number; onLeave: () => void }) {
  const t = useT();
  const { query, setQuery } = useListView();
  const field = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => field.current?.focus() });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "Enter") onLeave();
    else if (event.key === "Escape" && query !== "") setQuery("");
    else if (event.key === "Escape") field.current?.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={css["filters"]}>
      <div className={css["filter"]}>
        <Icon name="search" />
        <input
          ref={field}
          className={css["filterInput"]}
          value={query}
          placeholder={t(clients.filterHint)}
          aria-label={t(clients.filter)}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {query === "" ? (
          <Key>/</Key>
        ) : (
          <button
            type="button"
            className={css["clear"]}
            aria-label={t(clients.clearFilter)}
            onClick={() => {
              setQuery("");
              field.current?.focus();
            }}
          >
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
      <span className="sb-ink-2" role="status">
        {query.trim() === "" ? "" : t(clients.found, { count: formatCount(found) })}
      </span>
    </search>
  );
}
