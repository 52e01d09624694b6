/** @file What the palette offers: clients found, actions for one of them, pages, actions. No drawing. */
import { languages } from "../../shared/model/primitives.ts";
import type { SearchHit } from "../data/search.ts";
import type { IconName } from "../parts/Icon.tsx";
import { useMask } from "../state/mask.ts";
import { useOverlay } from "../state/overlay.ts";
import { settingsPanes, useScreen } from "../state/screen.ts";
import { app } from "../text/app.ts";
import { match } from "../text/gate.ts";
import type { Sentence } from "../text/text.ts";
import { lock } from "./gate.ts";
import { pages } from "./pages.ts";

export interface Choice {
  readonly key: string;
  readonly icon: IconName;
  readonly name: Sentence;
  /** As {@link printKeys} takes it. */
  readonly keys?: string;
  readonly run: () => void;
}

/** The id of an option, for `aria-activedescendant`. */
export function optionId(id: string, index: number): string {
  return `${id}-${index}`;
}

export interface PaletteGroups {
  readonly forClient: readonly Choice[];
  readonly pages: readonly Choice[];
  readonly actions: readonly Choice[];
}

/** What one can do with a client, each with its single letter. */
export function clientChoices({ client }: SearchHit): readonly Choice[] {
  const { open } = useScreen.getState();
  const { show } = useOverlay.getState();
  const { id } = client;
  return [
    {
      key: "contact",
      icon: "contact",
      name: app.palette.logContact,
      keys: "l",
      run: () => show({ kind: "contact", client: id }),
    },
    {
      key: "assess",
      icon: "assess",
      name: app.palette.assess,
      keys: "a",
      run: () => open({ screen: "assess", client: id }),
    },
    {
      key: "match",
      icon: "shield",
      name: match.open,
      keys: "g",
      run: () => open({ screen: "match", client: id }),
    },
    {
      key: "documents",
      icon: "document",
      name: app.palette.documents,
      keys: "d",
      run: () => open({ screen: "client", id, tab: "documents" }),
    },
    {
      key: "record",
      icon: "microphone",
      name: app.palette.record,
      run: () => {
        open({ screen: "client", id, tab: "documents" });
        show({ kind: "record", client: id });
      },
    },
    {
      key: "open",
      icon: client.kind === "company" ? "company" : "person",
      name: app.palette.openClient,
      keys: "Enter",
      run: () => open({ screen: "client", id }),
    },
  ];
}

export function pageChoices(): readonly Choice[] {
  const { open } = useScreen.getState();
  return pages.map((page, index) => ({
    key: page.place.screen,
    icon: page.icon,
    name: page.name,
    keys: `Alt+${index + 1}`,
    run: () => open(page.place),
  }));
}

export function actionChoices(): readonly Choice[] {
  const { open } = useScreen.getState();
  const { show } = useOverlay.getState();
  return [
    {
      key: "newClient",
      icon: "plus",
      name: app.palette.newClient,
      run: () => open({ screen: "clients", create: true }),
    },
    {
      key: "newProduct",
      icon: "plus",
      name: app.palette.newProduct,
      run: () => open({ screen: "products", doing: "create" }),
    },
    {
      key: "importShelf",
      icon: "import",
      name: app.palette.importShelf,
      run: () => open({ screen: "products", doing: "import" }),
    },
    { key: "mask", icon: "eye", name: app.help.mask, keys: "Mod+m", run: () => useMask.getState().toggle() },
    ...settingsPanes.map((pane) => ({
      key: pane,
      icon: "settings" as const,
      name: app.settings.goTo[pane],
      run: () => open({ screen: "settings", pane }),
    })),
    { key: "passphrase", icon: "key", name: app.settings.changePassphrase, run: () => show({ kind: "passphrase" }) },
    { key: "help", icon: "keyboard", name: app.help.title, keys: "?", run: () => show({ kind: "help" }) },
    { key: "lock", icon: "lock", name: app.help.lock, keys: "Mod+l", run: () => void lock() },
  ];
}

/** Choices whose name has what was typed at the start of a word, in any of the three languages; all while nothing is typed. */
export function matching(choices: readonly Choice[], query: string): readonly Choice[] {
  const wanted = query.trim().toLowerCase();
  return choices.filter(({ name }) => languages.some((language) => startsWord(name[language].toLowerCase(), wanted)));
}

/** Han has no spaces between words, so any place in it may be a start. */
function startsWord(text: string, wanted: string): boolean {
  const at = text.indexOf(wanted);
  return (
    at >= 0 && (/\p{Script=Han}/u.test(wanted) || text.split(/\s+/).some((word) => word.startsWith(wanted)) || at === 0)
  );
}

/** Characters of a text with whether each was found. */
export interface Marked {
  readonly text: string;
  readonly isFound: boolean;
}

/** Cut a text into found and other runs. `ranges` are half-open and ascending. */
export function markRanges(text: string, ranges: readonly (readonly [number, number])[]): readonly Marked[] {
  const runs: Marked[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from > at) runs.push({ text: text.slice(at, from), isFound: false });
    runs.push({ text: text.slice(from, to), isFound: true });
    at = to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), isFound: false });
  return runs.filter((run) => run.text !== "");
}

/** Pinyin as it is written for a name: `lu wen lan` reads `Lu Wenlan`. Found letters stay found. */
export function markPinyin(text: string, ranges: readonly (readonly [number, number])[]): readonly Marked[] {
  const isFound = (index: number) => ranges.some(([from, to]) => index >= from && index < to);
  const letters: Marked[] = [];
  let syllable = 0;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] ?? "";
    if (letter === " ") {
      syllable += 1;
      if (syllable === 1) letters.push({ text: " ", isFound: false });
      continue;
    }
    const starts = index === 0 || (syllable === 1 && text[index - 1] === " ");
    letters.push({ text: starts ? letter.toUpperCase() : letter, isFound: isFound(index) });
  }
  return joinRuns(letters);
}

function joinRuns(letters: readonly Marked[]): readonly Marked[] {
  const runs: Marked[] = [];
  for (const letter of letters) {
    const last = runs.at(-1);
    if (last?.isFound === letter.isFound) runs[runs.length - 1] = { ...last, text: last.text + letter.text };
    else runs.push(letter);
  }
  return runs;
}
