/** @file Ctrl K: one field that finds clients, pages and actions. The field keeps the focus; the list is its listbox. */
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { type SearchHit, searchClients, searchSize } from "../data/search.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Key, KeyHint } from "../parts/Key.tsx";
import { useOverlay } from "../state/overlay.ts";
import { useScreen } from "../state/screen.ts";
import { app } from "../text/app.ts";
import { formatCount } from "../text/format.ts";
import { useT } from "../text/text.ts";
import css from "./Palette.module.css";
import { PaletteList } from "./PaletteList.tsx";
import { actionChoices, clientChoices, matching, optionId, pageChoices } from "./palette.ts";

const mostHits = 6;

export function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const id = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  /** The client the actions are for: where the highlight is, or last was. */
  const [subject, setSubject] = useState(0);
  const open = useScreen((now) => now.open);
  const search = useMemo(() => timed(query), [query]);
  const { hits } = search;
  const hit = hits[subject] ?? hits[0];
  const forClient = hit === undefined ? [] : clientChoices(hit);
  const pages = matching(pageChoices(), query);
  const actions = matching(actionChoices(), query);
  const runs = [
    ...hits.map((found) => () => open({ screen: "client", id: found.client.id })),
    ...[...forClient, ...pages, ...actions].map((choice) => choice.run),
  ];
  const isActing = active >= hits.length && active < hits.length + forClient.length;

  function choose(index: number): void {
    const run = runs[index];
    if (run === undefined) return;
    // What is chosen may open a layer of its own, so this one goes first.
    useOverlay.getState().close();
    run();
  }

  function highlight(index: number): void {
    const wrapped = (index + runs.length) % Math.max(1, runs.length);
    setActive(wrapped);
    if (wrapped < hits.length) setSubject(wrapped);
    document.getElementById(optionId(id, wrapped))?.scrollIntoView({ block: "nearest" });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const letter = isActing ? forClient.findIndex((choice) => choice.keys === event.key.toLowerCase()) : -1;
    const step = { ArrowDown: active + 1, ArrowUp: active - 1 }[event.key];
    if (step !== undefined) highlight(step);
    else if (event.key === "Enter") choose(active);
    else if (event.key === "Tab" && forClient.length > 0) highlight(isActing || event.shiftKey ? subject : hits.length);
    else if (letter >= 0 && !event.ctrlKey && !event.metaKey) choose(hits.length + letter);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={t(app.palette.title)} bare isLight width={640} onClose={onClose}>
      <div className={css["scroller"]}>
        <div className={css["query"]}>
          <Icon name="search" />
          <input
            role="combobox"
            aria-expanded={runs.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={runs.length > 0 ? optionId(id, active) : undefined}
            aria-autocomplete="list"
            aria-label={t(app.palette.input)}
            placeholder={t(app.palette.input)}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setActive(0);
              setSubject(0);
            }}
            onKeyDown={onKeyDown}
          />
          <Key>Esc</Key>
        </div>
        <PaletteList
          id={id}
          query={query}
          hits={hits}
          subject={hit}
          groups={{ forClient, pages, actions }}
          active={active}
          onHighlight={(index) => {
            setActive(index);
            if (index < hits.length) setSubject(index);
          }}
          onChoose={choose}
        />
      </div>
      <PaletteFoot hits={hits} ms={search.ms} />
    </Dialog>
  );
}

function timed(query: string): { readonly hits: readonly SearchHit[]; readonly ms: number } {
  if (query.trim() === "") return { hits: [], ms: 0 };
  const start = performance.now();
  const hits = searchClients(query, mostHits);
  return { hits, ms: Math.max(1, Math.round(performance.now() - start)) };
}

function PaletteFoot({ hits, ms }: { hits: readonly SearchHit[]; ms: number }) {
  const t = useT();
  return (
    <div className={css["foot"]}>
      <KeyHint keys={["↑", "↓"]}>{t(app.palette.choose)}</KeyHint>
      <KeyHint keys={["Enter"]}>{t(app.palette.open)}</KeyHint>
      {hits.length > 0 ? <KeyHint keys={["Tab"]}>{t(app.palette.act)}</KeyHint> : null}
      {ms > 0 ? (
        <span className={css["searched"]}>{t(app.palette.searched, { count: formatCount(searchSize()), ms })}</span>
      ) : null}
    </div>
  );
}
