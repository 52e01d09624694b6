/** @file How a client behaved, as a small grey stair beside the level and why; for reference only, so never in the accent. */
import type { Level } from "../../shared/model/primitives.ts";
import type { BehaviourPack } from "../../shared/packs/behaviour-pack.ts";
import type { MarketMonths } from "../../shared/packs/market-months.ts";
import { type BehaviourView, leanedLevel } from "../../shared/rules/behaviour.ts";
import { leanNames, behaviour as words } from "../text/eligibility.ts";
import { useT } from "../text/text.ts";
import { clsx } from "./clsx.ts";
import { LevelStair } from "./LevelMark.tsx";
import css from "./marks.module.css";

interface Shown {
  readonly view: BehaviourView;
  readonly pack: BehaviourPack;
  readonly market: MarketMonths;
}

/** The stair as it would lean, and the word. Without a level there is nothing to lean from. */
export function BehaviourMark({ shown: { view }, level }: { shown: Shown; level: Level | undefined }) {
  const t = useT();
  const { lean } = view;
  return (
    <span className={clsx(css["mark"], css["phrase"])}>
      {level === undefined || lean === "not-enough" ? null : (
        <LevelStair level={leanedLevel(level, lean)} tone="quiet" height={10} />
      )}
      <span>{t(leanNames[lean])}</span>
      <span className={css["ink3"]}>{t(words.onlyForReference)}</span>
    </span>
  );
}

interface BehaviourReasonsProps {
  readonly shown: Shown;
  /** Everything that counted and how far the market data goes; else only what leans. */
  readonly isFull?: boolean;
}

/** What it was seen by, with the counts. */
export function BehaviourReasons({ shown: { view, pack, market }, isFull = false }: BehaviourReasonsProps) {
  const t = useT();
  const months = pack.numbers.windowMonths;
  const { lean, counted, minimum, withoutMarket } = view;
  const signals = view.signals.filter(({ signal }) => isFull || signal.lean !== "even");
  const seen = signals.map(({ signal, count }) => t(words.signal, { signal: t(signal.text), count }));
  if (lean === "not-enough") {
    return <p className={css["behaviour"]}>{t(words.few, { months, counted, minimum })}</p>;
  }
  const basis = t(words.basis, { months, counted });
  if (!isFull) return <p className={css["behaviour"]}>{[basis, ...seen].join(t(words.between))}</p>;
  const index = t(market.title);
  return (
    <ul className={css["behaviour"]}>
      {[basis, ...seen].map((line) => (
        <li key={line}>{line}</li>
      ))}
      {withoutMarket === 0 ? null : <li>{t(words.withoutMarket, { count: withoutMarket })}</li>}
      <li>{t(words.market, { index, percent: pack.numbers.fallPercent, until: view.marketUntil })}</li>
      <li>{t(words.stands)}</li>
    </ul>
  );
}
