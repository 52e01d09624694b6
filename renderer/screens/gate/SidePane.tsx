/** @file Beside the steps: the outcome, level against grade, what the chosen step rests on, the documents. */
import type { ClientId } from "../../../shared/model/primitives.ts";
import type { Citation, GatePack } from "../../../shared/packs/gate-pack.ts";
import { countingGrade } from "../../../shared/rules/sale-gate.ts";
import { summaryOf } from "../../../shared/rules/sale-summary.ts";
import { clsx } from "../../parts/clsx.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Section } from "../../parts/Section.tsx";
import { articleText } from "../../text/cites.ts";
import { openFactNames, stepFacts, gate as words } from "../../text/gate.ts";
import { parts } from "../../text/parts.ts";
import { useLanguage, useT } from "../../text/text.ts";
import { Compared } from "./Compared.tsx";
import { Documents } from "./Documents.tsx";
import css from "./Gate.module.css";
import type { ShownSale } from "./sale-view.ts";
import { gateWords, outcomeMarks, type StepAction, type StepRow } from "./step-rows.ts";

interface SidePaneProps {
  readonly client: ClientId;
  readonly live: ShownSale;
  readonly row: StepRow | undefined;
  readonly onAct?: (action: StepAction) => void;
}

export function SidePane({ client, live, row, onAct }: SidePaneProps) {
  const t = useT();
  const { gate: pack } = live.rules;
  return (
    <div className={css["side"]}>
      <Verdict live={live} />
      <Section title={t(words.compared.title)}>
        <Compared level={live.sale.assessment?.level} grade={countingGrade(live.sale.product, pack)} />
      </Section>
      {row === undefined ? null : <Basis row={row} live={live} />}
      <Documents live={live} client={client} {...(onAct !== undefined && { onAct })} />
      <p className={css["pack"]}>
        {t(words.basis.pack, { id: pack.id, version: pack.version, day: pack.effectiveFrom })}
      </p>
    </div>
  );
}

export function Verdict({ live }: { readonly live: ShownSale }) {
  const t = useT();
  const mark = outcomeMarks[live.outcome];
  return (
    <section className={clsx(css["verdict"], css[`ground-${mark}`])} aria-label={t(words.verdict.label)}>
      <div className={clsx(css["verdictWord"], css[`word-${mark}`])} role="status">
        <Icon name={verdictIcons[live.outcome]} size={22} />
        {t(parts.gate[gateWords[live.outcome]])}
      </div>
      <p>{useReason(live)}</p>
    </section>
  );
}

const verdictIcons = {
  ALLOW: "circleCheck",
  ALLOW_WITH_WARNING: "triangle",
  NEED_MORE: "missing",
  BLOCK: "octagonCross",
} as const;

/** The outcome in a sentence, with the facts that are still open. */
export function useReason({ outcome, findings, rules, open, sale }: ShownSale): string {
  const t = useT();
  const language = useLanguage();
  const isOpen = outcome === "NEED_MORE" && open.length > 0;
  const facts = open.map((fact) => t(openFactNames[fact])).join(t(stepFacts.list));
  const hasFound = findings.some(({ weight }) => weight === "need-more");
  const said = isOpen && !hasFound ? "" : summaryOf({ outcome, findings }, rules.gate, language);
  const more = isOpen ? t(words.verdict.open, { facts }) : "";
  const after = outcome === "ALLOW_WITH_WARNING" && sale.initiator === "client" ? t(words.verdict.noAdding) : "";
  return [said, more, after].filter((part) => part !== "").join(language === "en" ? " " : "");
}

function Basis({ row, live }: { readonly row: StepRow; readonly live: ShownSale }) {
  const t = useT();
  const { gate: pack } = live.rules;
  const found = live.findings.filter(({ step }) => step === row.step);
  const cited = row.cites.map((citation) => ({ citation, text: textOf(citation, pack) }));
  return (
    <Section ruled title={t(words.basis.title, { step: row.step })} right={t(words.basis.gist)}>
      {found.length === 0 ? null : (
        <ul className={css["found"]}>
          {found.map(({ rule }) => (
            <li key={rule}>
              <b>{t(pack.rules[rule].text)}</b>
              <span className={css["rule"]}>{rule}</span>
            </li>
          ))}
        </ul>
      )}
      {cited.length === 0 ? <p className="sb-ink-2">{t(words.basis.none)}</p> : null}
      <dl className={css["cites"]}>
        {cited.map(({ citation, text }) => (
          <div key={`${citation.source} ${citation.article}`}>
            <dt>
              {articleText(citation.article, t)}
              <span className={css["law"]}>{t(shortOf(citation, pack))}</span>
            </dt>
            <dd>{text === undefined ? null : t(text)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function textOf({ source, article }: Citation, pack: GatePack) {
  return pack.articles.find((one) => one.source === source && one.article === article)?.text;
}

function shortOf({ source }: Citation, pack: GatePack) {
  const short = pack.sources.find(({ id }) => id === source)?.short;
  return short ?? { "zh-CN": source, "zh-TW": source, en: source };
}
