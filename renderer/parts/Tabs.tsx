/** @file Tabs under a page head. Arrow keys move and choose at once. The screen draws the panel with {@link tabPanelProps}. */
import { type KeyboardEvent, useRef } from "react";
import css from "./layout.module.css";

export interface Tab {
  readonly key: string;
  readonly label: string;
  /** Quiet number beside the word. */
  readonly count?: number;
}

interface TabsProps {
  /** What the tabs choose between, read aloud. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

/** Attributes of the element that shows what the chosen tab names. */
export function tabPanelProps(key: string) {
  return { role: "tabpanel", id: `panel-${key}`, "aria-labelledby": `tab-${key}` } as const;
}

export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent): void {
    const at = tabs.findIndex((tab) => tab.key === value);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.key);
    list.current?.querySelector<HTMLElement>(`#tab-${CSS.escape(next.key)}`)?.focus();
  }

  return (
    <div ref={list} className={css["tabs"]} role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          id={`tab-${tab.key}`}
          type="button"
          role="tab"
          className={css["tab"]}
          aria-selected={tab.key === value}
          aria-controls={tab.key === value ? `panel-${tab.key}` : undefined}
          tabIndex={tab.key === value ? 0 : -1}
          onClick={() => onChange(tab.key)}
          onKeyDown={move}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className={css["count"]}>{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
