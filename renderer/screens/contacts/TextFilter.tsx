/** @file The field over the contact log. `/` leads here, Esc clears. */
import { type KeyboardEvent, useRef } from "react";
import { Icon } from "../../parts/Icon.tsx";
import { Key } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { contacts as words } from "../../text/contacts.ts";
import { useT } from "../../text/text.ts";
import css from "./ContactsScreen.module.css";

interface TextFilterProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** ↓ and Enter: on to the rows. */
  readonly onLeave: () => void;
}

export function TextFilter({ text, onChange, onLeave }: TextFilterProps) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => field.current?.focus() });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "Enter") onLeave();
    else if (event.key === "Escape" && text !== "") onChange("");
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
          value={text}
          placeholder={t(words.filterHint)}
          aria-label={t(words.filter)}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {text === "" ? (
          <Key>/</Key>
        ) : (
          <button type="button" className={css["clear"]} aria-label={t(words.clearFilter)} onClick={() => onChange("")}>
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
    </search>
  );
}
