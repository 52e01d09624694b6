/** @file Articles of law as the reader cites them: `130号令 第8条第5项`, `Order 130 Art. 8(5)`. */
import type { Localized } from "../../shared/model/primitives.ts";
import { cite, lawNames } from "./eligibility.ts";
import type { Say } from "./text.ts";

interface Cited {
  /** Id of a law among the sources of its pack. */
  readonly source: string;
  readonly article?: string | undefined;
}

interface Source {
  readonly id: string;
  readonly law: Localized;
  /** Where the pack gives one. */
  readonly short?: Localized | undefined;
}

/** Several citations as one line, each law named once. */
export function citeText(cites: readonly Cited[], sources: readonly Source[], t: Say): string {
  const byLaw = new Map<string, string[]>();
  for (const { source, article } of cites) {
    const articles = byLaw.get(source) ?? [];
    const said = article === undefined || article === whole ? undefined : articleText(article, t);
    if (said !== undefined && !articles.includes(said)) articles.push(said);
    byLaw.set(source, articles);
  }
  return [...byLaw]
    .map(([source, articles]) => {
      const known = sources.find(({ id }) => id === source);
      const name = known?.short ?? lawNames[source] ?? known?.law;
      const law = name === undefined ? source : t(name);
      return articles.length === 0 ? law : t(cite.of, { law, article: articles.join(t(cite.comma)) });
    })
    .join(t(cite.between));
}

/** How a pack says that it means the whole of a law. */
const whole = "-";

const form = /^(\d+)(?:-(\d+))?(?:\((\d+)\)(?:-\((\d+)\))?)?$/;

/** `8(1)-(3)`, `22-23`, `12(2)` in words; anything else as it stands. */
export function articleText(article: string, t: Say): string {
  const [, from = "", to, item, lastItem] = form.exec(article) ?? [];
  if (from === "") return article;
  const named = to === undefined ? t(cite.article, { n: from }) : t(cite.articles, { from, to });
  if (item === undefined) return named;
  return named + (lastItem === undefined ? t(cite.item, { item }) : t(cite.items, { from: item, to: lastItem }));
}
