/** @file The sixteen steps as a table; the pane at the right explains the chosen one. */

import { useMediaQuery } from "@mantine/hooks";
import { type KeyboardEvent, useRef, useState } from "react";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { clsx } from "../../parts/clsx.ts";
import { Icon, type IconName } from "../../parts/Icon.tsx";
import { Split } from "../../parts/Split.tsx";
import { citeText } from "../../text/cites.ts";
import { gate as words } from "../../text/gate.ts";
import { parts } from "../../text/parts.ts";
import { useT } from "../../text/text.ts";
import css from "./Gate.module.css";
import { SidePane } from "./SidePane.tsx";
import type { ShownSale } from "./sale-view.ts";
import { stepFact } from "./step-facts.ts";
import { gateWords, lastStep, type StepAction, type StepMark, type StepRow, stepRows } from "./step-rows.ts";
import { useTell } from "./use-tell.ts";

interface StepsViewProps {
  readonly client: ClientId;
  readonly live: ShownSale;
  /** Absent for what was decided: there is nothing to do about it. */
  readonly onAct?: (action: StepAction) => void;
}

export function StepsView({ client, live, onAct }: StepsViewProps) {
  const t = useT();
  const isNarrow = useMediaQuery("(max-width: 1100px)");
  const rows = stepRows(live);
  const [chosen, setChosen] = useState(() => firstToSee(rows));
  const row = rows.find(({ step }) => step === chosen);
  const table = useRef<HTMLTableElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    const to = by === undefined ? { Home: 1, End: lastStep }[event.key] : chosen + by;
    if (to === undefined || to < 1 || to > lastStep) return;
    event.preventDefault();
    setChosen(to);
    table.current?.querySelector<HTMLElement>(`[data-step="${to}"]`)?.focus();
  }

  return (
    <Split
      sideWidth={isNarrow === true ? 324 : 412}
      sideLabel={t(words.verdict.label)}
      side={<SidePane client={client} live={live} row={row} {...(onAct !== undefined && { onAct })} />}
    >
      <table ref={table} className={css["steps"]} aria-label={t(words.steps)}>
        <thead>
          <tr>
            <th scope="col" className={css["number"]}>
              {t(words.step)}
            </th>
            <th scope="col" className={css["name"]}>
              {t(words.check)}
            </th>
            <th scope="col">{t(words.facts)}</th>
            <th scope="col" className={css["article"]}>
              {t(words.articles)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Row
              key={one.step}
              row={one}
              live={live}
              isChosen={one.step === chosen}
              onChoose={() => setChosen(one.step)}
              onKeyDown={onKeyDown}
              onAct={onAct}
            />
          ))}
        </tbody>
      </table>
    </Split>
  );
}

/** What needs the advisor first; where nothing does, what is warned of, else the level. */
function firstToSee(rows: readonly StepRow[]): number {
  const first = (mark: StepMark) => rows.find((row) => row.mark === mark && row.step < lastStep)?.step;
  return first("block") ?? first("more") ?? first("warn") ?? 7;
}

interface RowProps {
  readonly row: StepRow;
  readonly live: ShownSale;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** From whichever of the row's buttons has the focus. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onAct: ((action: StepAction) => void) | undefined;
}

function Row({ row, live, isChosen, onChoose, onKeyDown, onAct }: RowProps) {
  const t = useT();
  const tell = useTell();
  const { step, mark, cites, action } = row;
  const { gate: pack } = live.rules;
  const title = pack.steps.find((one) => one.step === step)?.title;
  const isLast = step === lastStep;
  return (
    <tr
      className={clsx(css["row"], isChosen && css["chosen"], isLast && css[`ground-${mark}`])}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <td className={css["number"]}>
        <span className={css["stepNumber"]}>{step}</span>
        <StepMarkIcon mark={mark} />
      </td>
      <th scope="row" className={clsx(css["name"], (mark === "warn" || mark === "block" || isLast) && css["loud"])}>
        <button
          type="button"
          className={css["choose"]}
          data-step={step}
          tabIndex={isChosen ? 0 : -1}
          aria-current={isChosen ? "step" : undefined}
          onClick={onChoose}
        >
          {title === undefined ? "" : t(title)}
        </button>
      </th>
      <td>
        {isLast ? (
          <b className={css[`word-${mark}`]}>{t(parts.gate[gateWords[live.outcome]])}</b>
        ) : (
          <span className={css["fact"]}>
            <span>{stepFact(step, live, tell)}</span>
            {action === undefined || onAct === undefined ? null : (
              <ActionLink action={action} step={step} onAct={onAct} isQuiet={mark !== "more"} />
            )}
          </span>
        )}
      </td>
      <td className={css["article"]}>{citeText(cites, pack.sources, t)}</td>
    </tr>
  );
}

const markIcons: Readonly<Record<StepMark, IconName>> = {
  ok: "circleCheck",
  warn: "triangle",
  more: "missing",
  block: "octagonCross",
  idle: "minus",
};

function StepMarkIcon({ mark }: { readonly mark: StepMark }) {
  const t = useT();
  return (
    <span className={css[`word-${mark}`]}>
      <Icon name={markIcons[mark]} />
      <span className="sb-hidden">{t(words.mark[mark])}</span>
    </span>
  );
}

interface ActionLinkProps {
  readonly action: StepAction;
  readonly step: number;
  readonly onAct: (action: StepAction) => void;
  readonly isQuiet?: boolean;
}

export function ActionLink({ action, step, onAct, isQuiet = false }: ActionLinkProps) {
  const t = useT();
  return (
    <button
      type="button"
      className={clsx("sb-link", isQuiet && css["quiet"])}
      data-action={`${step} ${action.kind}`}
      onClick={(event) => {
        event.stopPropagation();
        onAct(action);
      }}
    >
      {t(actionWord(action, isQuiet))}
    </button>
  );
}

function actionWord(action: StepAction, isQuiet: boolean) {
  const { do: does } = words;
  switch (action.kind) {
    case "statement":
      return action.statement === "identity"
        ? does.identity
        : action.statement === "guardian-consent"
          ? does.guardian
          : does.consent;
    case "status":
      return does.qualified;
    case "birth-date":
      return does.birthDate;
    case "intent":
      return isQuiet ? words.edit : does.intent;
    default:
      return does[action.kind];
  }
}
