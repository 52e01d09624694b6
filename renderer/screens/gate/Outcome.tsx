/** @file The outcome as a page: why it is forbidden and what suits instead, what is missing and how to mend it, or that it may go ahead. */
import { Textarea } from "@mantine/core";
import { useMemo } from "react";
import type { Client } from "../../../shared/model/client.ts";
import { countingGrade, type Finding } from "../../../shared/rules/sale-gate.ts";
import type { SaleBasis } from "../../data/sale-queries.ts";
import { clsx } from "../../parts/clsx.ts";
import { Facts } from "../../parts/Facts.tsx";
import { Icon, type IconName } from "../../parts/Icon.tsx";
import { Section } from "../../parts/Section.tsx";
import { citeText } from "../../text/cites.ts";
import { documentNames, gate, match as matchWords, openFactNames, outcome as words } from "../../text/gate.ts";
import { type Sentence, useT } from "../../text/text.ts";
import { Compared } from "./Compared.tsx";
import css from "./Gate.module.css";
import { Instead } from "./Instead.tsx";
import { useReason } from "./SidePane.tsx";
import { ActionLink } from "./StepsView.tsx";
import type { LiveSale } from "./sale-view.ts";
import { type MissingThing, missingThings, outcomeMarks, type StepAction } from "./step-rows.ts";
import type { SaleInHand } from "./use-sale.ts";
import { useTell } from "./use-tell.ts";

interface OutcomeProps {
  readonly client: Client;
  readonly live: LiveSale;
  readonly sale: SaleInHand;
  readonly basis: SaleBasis;
  readonly onAct: (action: StepAction) => void;
}

export function Outcome({ client, live, sale, basis, onAct }: OutcomeProps) {
  const t = useT();
  const { outcome } = live;
  const missing = useMemo(() => missingThings(live), [live]);
  const reason = useReason(live);
  const mark = outcomeMarks[outcome];
  const { icon, title } = heads[outcome];
  return (
    <div className={css["outcome"]}>
      <div className={css["outcomeBody"]}>
        <h2 className={clsx(css["outcomeTitle"], css[`word-${mark}`])}>
          <Icon name={icon} size={32} />
          {t(title, { count: missing.length })}
        </h2>
        {outcome === "BLOCK" ? <Forbidden live={live} /> : null}
        {outcome === "NEED_MORE" ? <p className={css["lead"]}>{t(words.missing.why)}</p> : null}
        {outcome === "ALLOW" || outcome === "ALLOW_WITH_WARNING" ? <p className={css["lead"]}>{reason}</p> : null}
        {outcome === "NEED_MORE" ? <MissingList live={live} things={missing} onAct={onAct} /> : null}
        {outcome === "NEED_MORE" ? null : (
          <Closing sale={sale} why={t(outcome === "BLOCK" ? words.blocked.record : words.allowed.record)} />
        )}
      </div>
      <aside className={css["outcomeSide"]} aria-label={t(gate.sale)}>
        <SaleFacts live={live} onAct={onAct} />
        <Section ruled title={t(gate.compared.title)}>
          <Compared level={live.sale.assessment?.level} grade={countingGrade(live.sale.product, live.rules.gate)} />
        </Section>
        {outcome === "BLOCK" ? <Instead client={client} live={live} basis={basis} /> : null}
      </aside>
    </div>
  );
}

function SaleFacts({ live, onAct }: Pick<OutcomeProps, "live" | "onAct">) {
  const t = useT();
  const tell = useTell();
  const { sale, sheet } = live;
  return (
    <Section
      title={t(gate.sale)}
      right={
        <button type="button" className="sb-link" onClick={() => onAct({ kind: "intent" })}>
          {t(gate.edit)}
        </button>
      }
    >
      <Facts
        labelWidth={112}
        facts={[
          { label: t(matchWords.product), value: sheet.name, reason: sheet.code },
          { label: t(gate.intent.amount), value: tell.money(sale.amount) },
          { label: t(gate.intent.initiator), value: t(gate.intent[sale.initiator]) },
          { label: t(gate.intent.channel), value: t(gate.intent[sale.channel]) },
          { label: t(gate.intent.seller), value: t(gate.intent[sale.seller]) },
        ]}
      />
    </Section>
  );
}

const heads: Readonly<Record<LiveSale["outcome"], { readonly icon: IconName; readonly title: Sentence }>> = {
  ALLOW: { icon: "circleCheck", title: words.allowed.title },
  ALLOW_WITH_WARNING: { icon: "triangle", title: words.warned.title },
  NEED_MORE: { icon: "missing", title: words.missing.title },
  BLOCK: { icon: "octagonCross", title: words.blocked.title },
};

function Forbidden({ live }: { readonly live: LiveSale }) {
  const t = useT();
  const of = (weight: Finding["weight"]) => live.findings.filter((finding) => finding.weight === weight);
  // What a paper would cure is beside the point: nothing will be signed.
  const missing = of("need-more").filter(({ step }) => step <= 11);
  return (
    <>
      <Section title={t(words.blocked.why)}>
        <Reasons live={live} findings={of("block")} />
      </Section>
      {missing.length === 0 ? null : (
        <Section ruled title={t(words.blocked.also)}>
          <Reasons live={live} findings={missing} isQuiet />
        </Section>
      )}
    </>
  );
}

interface ReasonsProps {
  readonly live: LiveSale;
  readonly findings: readonly Finding[];
  readonly isQuiet?: boolean;
}

/** Each reason with its law; what an article says in the pack's own words stands where it is cited first. */
function Reasons({ live, findings, isQuiet = false }: ReasonsProps) {
  const t = useT();
  const { gate: pack } = live.rules;
  const told = new Set<string>();
  const newTexts = (cites: Finding["cites"]) =>
    cites.flatMap(({ source, article }) => {
      const key = `${source} ${article}`;
      const text = pack.articles.find((one) => one.source === source && one.article === article)?.text;
      if (text === undefined || told.has(key)) return [];
      told.add(key);
      return [{ key, text }];
    });
  return (
    <ol className={clsx(css["reasons"], isQuiet && css["quietReasons"])}>
      {findings.map(({ rule, step, cites }) => (
        <li key={rule}>
          <b>{t(pack.rules[rule].text)}</b>
          {isQuiet ? null : newTexts(cites).map(({ key, text }) => <p key={key}>{t(text)}</p>)}
          <span className={css["reasonSource"]}>
            <span>{t(gate.stepN, { step })}</span>
            <span>{citeText(cites, pack.sources, t)}</span>
            <span className={css["rule"]}>{rule}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

interface MissingListProps {
  readonly live: LiveSale;
  readonly things: readonly MissingThing[];
  readonly onAct: (action: StepAction) => void;
}

function MissingList({ live, things, onAct }: MissingListProps) {
  const t = useT();
  const { gate: pack } = live.rules;
  const warned = live.findings.filter(({ weight }) => weight === "warn");
  const said = ({ rule, open, document }: MissingThing): string => {
    if (document !== undefined) return t(documentNames[document]);
    if (open !== undefined) return t(openFactNames[open]);
    return rule === undefined ? "" : t(pack.rules[rule].text);
  };
  return (
    <>
      <Section title={t(words.missing.todo)}>
        <ol className={css["todo"]}>
          {things.map((thing) => (
            <li key={thing.key}>
              <span className={css["stepNumber"]}>{thing.step}</span>
              <Icon name="missing" className="sb-ink-2" />
              <span className="sb-grow">
                {said(thing)}
                <span className={css["reason"]}>
                  {thing.rule === undefined ? null : citeText(citesOf(thing, live), pack.sources, t)}
                </span>
              </span>
              {thing.action === undefined ? (
                <span className="sb-ink-3">{thing.step >= 10 ? t(gate.documents.wait) : null}</span>
              ) : (
                <ActionLink action={thing.action} step={thing.step} onAct={onAct} />
              )}
            </li>
          ))}
        </ol>
      </Section>
      {warned.length === 0 ? null : (
        <Section ruled title={t(words.missing.warned)}>
          <ul className={css["found"]}>
            {warned.map(({ rule }) => (
              <li key={rule}>
                <b>{t(pack.rules[rule].text)}</b>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function citesOf({ rule }: MissingThing, { findings }: LiveSale): Finding["cites"] {
  return findings.find((finding) => finding.rule === rule)?.cites ?? [];
}

function Closing({ sale, why }: { readonly sale: SaleInHand; readonly why: string }) {
  const t = useT();
  return (
    <div className={css["closing"]}>
      <p className="sb-ink-2">{why}</p>
      <Textarea
        label={t(words.note)}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={sale.draft.note ?? ""}
        onChange={({ currentTarget }) => sale.change({ note: currentTarget.value })}
      />
    </div>
  );
}
