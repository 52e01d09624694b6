/** @file Which criterion is met and what is missing, with the figures, as the boxes are filled; and the steps that are due. */
import type { ReactNode } from "react";
import type { InvestorCriteria } from "../../../../shared/packs/investor-criteria.ts";
import { moneyFacts } from "../../../../shared/packs/investor-criteria.ts";
import type { Checked, CheckedAtom, CriterionCheck } from "../../../../shared/rules/investor-criteria.ts";
import { type Application, isDone, stepsFor } from "../../../../shared/rules/investor-decision.ts";
import { Icon } from "../../../parts/Icon.tsx";
import { Note } from "../../../parts/Note.tsx";
import { Section } from "../../../parts/Section.tsx";
import { useMask } from "../../../state/mask.ts";
import { citeText } from "../../../text/cites.ts";
import { factNames, grantNames, application as words } from "../../../text/eligibility.ts";
import { formatMoney, maskMoney } from "../../../text/format.ts";
import { useLanguage, useT } from "../../../text/text.ts";
import css from "./Eligibility.module.css";

interface ExplanationProps {
  readonly checks: readonly CriterionCheck[];
  readonly application: Application;
  readonly pack: InvestorCriteria;
}

export function Explanation({ checks, application, pack }: ExplanationProps) {
  const t = useT();
  const own = checks.find(({ criterion }) => criterion.id === application.criterion);
  if (own === undefined) return null;
  const { criterion, bar, checked, isMet } = own;
  const steps = stepsFor(criterion.grant, pack);
  return (
    <>
      <Section title={t(words.explanation)}>
        <p role="status" className={isMet ? "sb-ok" : "sb-ink-2"}>
          <b>{t(isMet ? words.allMet : words.notMet)}</b>
        </p>
        {bar === undefined ? null : (
          <Note tone="warn">
            {t(words.bars[bar])}{" "}
            <span className={css["source"]}>{citeText(pack.ownAffairs.cites, pack.sources, t)}</span>
          </Note>
        )}
        <Part checked={checked} />
        <p className={css["source"]}>
          {[citeText(criterion.cites, pack.sources, t), criterion.note && t(criterion.note)]
            .filter((part) => part !== undefined && part !== "")
            .join(t(words.comma))}
        </p>
      </Section>
      <Section ruled title={t(words.steps)}>
        {steps.map(({ id, text, cites }) => (
          <Line
            key={id}
            isDone={isDone(id, application)}
            state={t(isDone(id, application) ? words.done : words.open)}
            detail={citeText(cites, pack.sources, t)}
          >
            {t(text)}
          </Line>
        ))}
      </Section>
      <Others checks={checks} current={criterion.id} />
    </>
  );
}

/** What else the same facts would do. */
function Others({ checks, current }: { checks: readonly CriterionCheck[]; current: string }) {
  const t = useT();
  return (
    <Section ruled title={t(words.others)}>
      {checks
        .filter(({ criterion }) => criterion.id !== current)
        .map(({ criterion, isMet }) => (
          <Line
            key={criterion.id}
            isDone={isMet}
            state={t(isMet ? words.met : words.unmet)}
            detail={t(isMet ? words.met : words.unmet)}
          >
            {t(grantNames[criterion.grant])}
          </Line>
        ))}
    </Section>
  );
}

function Part({ checked }: { checked: Checked }): ReactNode {
  const t = useT();
  if ("all" in checked) return checked.all.map((part) => <Part key={keyOf(part)} checked={part} />);
  if ("any" in checked) {
    return (
      <div className={css["any"]}>
        <p className={css["anyHead"]}>{t(words.oneOf)}</p>
        {checked.any.map((part) => (
          <Part key={keyOf(part)} checked={part} />
        ))}
      </div>
    );
  }
  return <AtomLine atom={checked} />;
}

function keyOf(checked: Checked): string {
  if ("all" in checked) return `all ${checked.all.map(keyOf).join(" ")}`;
  return "any" in checked ? `any ${checked.any.map(keyOf).join(" ")}` : checked.field;
}

function AtomLine({ atom }: { atom: CheckedAtom }) {
  const t = useT();
  const language = useLanguage();
  const isMasked = useMask((now) => now.isOn);
  const fact = t(factNames[atom.field]);
  const isMoney = (moneyFacts as readonly string[]).includes(atom.field);
  const money = (fen: number) => formatMoney(fen, language);
  const hidden = (fen: number) => (isMasked ? maskMoney() : money(fen));
  const { least, has, short = 0, isMet } = atom;

  function wanted(): string {
    if (least === undefined) return fact;
    return isMoney ? t(words.atLeastMoney, { fact, least: money(least) }) : t(words.atLeastYears, { fact, least });
  }

  function shown(): string {
    if (typeof has !== "number") return has === true ? t(words.yes) : t(words.unknown);
    if (isMoney) return isMet ? hidden(has) : t(words.short, { has: hidden(has), short: hidden(short) });
    return isMet ? t(words.hasYears, { has }) : t(words.shortYears, { has, short });
  }

  return (
    <Line isDone={isMet} state={t(isMet ? words.met : words.unmet)} detail={shown()}>
      {wanted()}
    </Line>
  );
}

interface LineProps {
  readonly isDone: boolean;
  /** The mark in a word, for those who do not see it. */
  readonly state: string;
  readonly detail?: string;
  readonly children: ReactNode;
}

function Line({ isDone: done, state, detail, children }: LineProps) {
  return (
    <div className={css["part"]}>
      <span className={done ? "sb-ok" : "sb-ink-3"}>
        <Icon name={done ? "circleCheck" : "missing"} />
        {detail === state ? null : <span className="sb-hidden">{state}</span>}
      </span>
      <p>
        {children} {detail === undefined ? null : <span className="sb-ink-3">{detail}</span>}
      </p>
    </div>
  );
}
