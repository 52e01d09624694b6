/** @file Before the meeting, for the advisor: what will be asked, whether it may be, who answers; an unfinished one first. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { Draft } from "../../../shared/model/office.ts";
import { findPack } from "../../../shared/packs/packs.ts";
import type { AssessmentAllowance } from "../../../shared/rules/assessment-limits.ts";
import { asked } from "../../../shared/rules/questionnaire.ts";
import { AssessmentHistory } from "../../parts/AssessmentHistory.tsx";
import { clsx } from "../../parts/clsx.ts";
import { Facts } from "../../parts/Facts.tsx";
import { formResolver } from "../../parts/form.ts";
import { Icon, type IconName } from "../../parts/Icon.tsx";
import { Key } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Note } from "../../parts/Note.tsx";
import { RadioField } from "../../parts/RadioField.tsx";
import { Section } from "../../parts/Section.tsx";
import { Split } from "../../parts/Split.tsx";
import { useScreen } from "../../state/screen.ts";
import { assess } from "../../text/assess.ts";
import { type Sentence, useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { factsOf } from "./finish.ts";
import { type Answerer, type Sheet, sheetOf } from "./sheet.ts";
import type { Sitting } from "./use-sheet.ts";
import { answeredCount } from "./words.ts";

interface BeforeProps {
  readonly sitting: Sitting;
  readonly allowance: AssessmentAllowance;
  readonly draft: Draft | null;
  readonly day: string;
  readonly onBegin: (who: Answerer) => void;
  /** In the pack it was begun in. */
  readonly onResume: (pack: Sitting["pack"], sheet: Sheet) => void;
}

export function Before({ sitting, allowance, draft, day, onBegin, onResume }: BeforeProps) {
  const resumable = draft === null ? undefined : sheetOf(draft.values, findPack);
  const [isFresh, setFresh] = useState(false);
  return (
    <Split side={<Side sitting={sitting} allowance={allowance} day={day} />} sideWidth={360}>
      <div className={css["before"]}>
        {allowance.allowed ? null : <Refusal allowance={allowance} />}
        {draft === null || isFresh ? null : (
          <Unfinished
            sitting={sitting}
            resumable={resumable}
            canResume={allowance.allowed}
            onResume={onResume}
            onDiscard={() => setFresh(true)}
          />
        )}
        {draft === null || isFresh ? <Start allowance={allowance} onBegin={onBegin} /> : null}
      </div>
    </Split>
  );
}

function Refusal({ allowance }: { readonly allowance: AssessmentAllowance }) {
  const t = useT();
  const isDay = allowance.refusal === "assessment-limit-day";
  const values = isDay
    ? { done: allowance.today, max: allowance.maxPerDay, next: allowance.nextOn }
    : { done: allowance.last12Months, max: allowance.maxPer12Months, next: allowance.nextOn };
  return (
    <Note tone="warn">
      <b>{t(assess.before.notAllowed)}</b>
      <p>
        {t(isDay ? assess.limits.day : assess.limits.months, values)} {t(assess.limits.keeps)}
      </p>
      <p className="sb-ink-2">{t(assess.limits.law)}</p>
    </Note>
  );
}

interface UnfinishedProps {
  readonly sitting: Sitting;
  readonly resumable: ReturnType<typeof sheetOf>;
  readonly canResume: boolean;
  readonly onResume: BeforeProps["onResume"];
  readonly onDiscard: () => void;
}

function Unfinished({ sitting, resumable, canResume, onResume, onDiscard }: UnfinishedProps) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const done = resumable === undefined ? 0 : answeredCount(resumable.pack, resumable.sheet.answers);
  const resume = resumable && canResume ? () => onResume(resumable.pack, resumable.sheet) : undefined;
  useKeys({ Enter: isAsking ? undefined : resume });
  return (
    <Section title={t(assess.draft.title)}>
      {resumable === undefined ? (
        <p>{t(assess.draft.lost)}</p>
      ) : (
        <p>
          {t(assess.draft.at, {
            who: t(assess.who[resumable.sheet.answeredBy]),
            day: shanghaiDay(resumable.sheet.startedAt),
            done,
            of: asked(resumable.pack).length,
          })}
        </p>
      )}
      {resumable !== undefined && resumable.pack.version !== sitting.pack.version ? (
        <p className="sb-ink-2">
          {t(assess.draft.version, { version: resumable.pack.version, now: sitting.pack.version })}
        </p>
      ) : null}
      {isAsking ? (
        <div className={css["actions"]}>
          <p>{t(assess.draft.restartAsk, { done })}</p>
          <Button variant="filled" onClick={onDiscard}>
            {t(assess.draft.discard)}
          </Button>
          <Button onClick={() => setAsking(false)}>{t(assess.draft.cancel)}</Button>
        </div>
      ) : (
        <div className={css["actions"]}>
          {resume === undefined ? null : (
            <Button variant="filled" size="md" rightSection={<Key>Enter</Key>} onClick={resume}>
              {t(assess.draft.resume)}
            </Button>
          )}
          <Button size="md" onClick={() => (done > 0 ? setAsking(true) : onDiscard())}>
            {t(assess.draft.restart)}
          </Button>
        </div>
      )}
    </Section>
  );
}

const Choice = z.object({ who: z.enum(["client", "guardian", "advisor-from-paper"]) });
type Choice = z.infer<typeof Choice>;

const helps: Readonly<Record<Answerer, Sentence>> = {
  client: assess.who.clientHelp,
  guardian: assess.who.guardianHelp,
  "advisor-from-paper": assess.who.paperHelp,
};

function Start({ allowance, onBegin }: Pick<BeforeProps, "allowance" | "onBegin">) {
  const t = useT();
  const form = useForm<Choice, unknown, Choice>({
    defaultValues: { who: "client" },
    resolver: formResolver<Choice, Choice>(Choice),
  });
  const who = useWatch({ control: form.control, name: "who" });
  const isPaper = who === "advisor-from-paper";
  const start = form.handleSubmit((chosen) => onBegin(chosen.who));
  useKeys({ Enter: allowance.allowed ? () => void start() : undefined });
  const label = t(isPaper ? assess.before.startPaper : assess.before.start);
  return (
    <form onSubmit={(event) => void start(event)}>
      <RadioField
        control={form.control}
        name="who"
        label={t(assess.who.title)}
        help={t(helps[who])}
        options={Choice.shape.who.options.map((value) => ({ value, label: t(assess.who[value]) }))}
      />
      {isPaper ? null : (
        <div className={css["rules"]}>
          <Section title={t(assess.before.title)}>
            <ul>
              <Rule icon="shield" text={assess.before.hint} reason={assess.before.hintLaw} />
              <Rule icon="eyeOff" text={assess.before.screen} />
              <Rule icon="pause" text={assess.before.leave} />
              <Rule icon="lock" text={assess.before.saved} />
            </ul>
          </Section>
        </div>
      )}
      <div className={css["actions"]}>
        {allowance.allowed ? (
          <Button type="submit" variant="filled" size="md" rightSection={<Key>Enter</Key>}>
            {label}
          </Button>
        ) : (
          <Button size="md" disabled>
            {t(assess.before.notAllowed)}
          </Button>
        )}
      </div>
    </form>
  );
}

function Rule({
  icon,
  text,
  reason,
}: {
  readonly icon: IconName;
  readonly text: Sentence;
  readonly reason?: Sentence;
}) {
  const t = useT();
  return (
    <li className={css["rule"]}>
      <Icon name={icon} />
      <span>
        {t(text)}
        {reason === undefined ? null : <span className={clsx(css["reason"], "sb-ink-3")}>{t(reason)}</span>}
      </span>
    </li>
  );
}

function Side({ sitting, allowance, day }: Pick<BeforeProps, "sitting" | "allowance" | "day">) {
  const t = useT();
  const open = useScreen((now) => now.open);
  const { client, assessments, pack } = sitting;
  const { age } = factsOf(client, day);
  return (
    <div className={css["side"]}>
      <Section title={t(assess.sheet.title)} right={pack.id}>
        <p>{t(pack.title)}</p>
        <Facts
          labelWidth={88}
          facts={[
            { label: t(assess.sheet.version), value: pack.version },
            {
              label: t(assess.sheet.size),
              value: t(assess.sheet.sizeValue, { gates: pack.gates.length, questions: pack.questions.length }),
            },
            { label: t(assess.sheet.from), value: pack.effectiveFrom },
            { label: t(assess.sheet.valid), value: t(assess.sheet.months, { months: pack.clocks.validMonths.value }) },
            {
              label: t(assess.sheet.age),
              value: age === undefined ? t(assess.sheet.ageUnknown) : t(assess.sheet.ageValue, { age }),
              ...(age !== undefined && { reason: t(assess.sheet.ageFrom) }),
            },
          ]}
        />
      </Section>
      <Section ruled title={t(assess.limits.title)} right={t(assess.limits.law)}>
        <Facts
          labelWidth={88}
          facts={[
            {
              label: t(assess.limits.today),
              value: t(assess.limits.count, { done: allowance.today, max: allowance.maxPerDay }),
            },
            {
              label: t(assess.limits.year),
              value: t(assess.limits.count, { done: allowance.last12Months, max: allowance.maxPer12Months }),
            },
          ]}
        />
      </Section>
      <AssessmentHistory assessments={assessments} onOpen={(id) => open({ screen: "result", id })} />
    </div>
  );
}
