/** @file Before the meeting, for the advisor: what will be asked, whether it may be, who answers; an unfinished one first. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import type { Draft } from "../../../shared/model/office.ts";
import type { AssessmentAllowance } from "../../../shared/rules/assessment-limits.ts";
import { usePacks } from "../../data/queries.ts";
import { clsx } from "../../parts/clsx.ts";
import { formResolver } from "../../parts/form.ts";
import { Icon, type IconName } from "../../parts/Icon.tsx";
import { Key } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Note } from "../../parts/Note.tsx";
import { RadioField } from "../../parts/RadioField.tsx";
import { Section } from "../../parts/Section.tsx";
import { Split } from "../../parts/Split.tsx";
import { assess } from "../../text/assess.ts";
import { type Sentence, useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { BeforeSide } from "./BeforeSide.tsx";
import { RefusalForm, RefusalNote } from "./Refusal.tsx";
import { type Answerer, type Sheet, sheetOf } from "./sheet.ts";
import { Unfinished } from "./Unfinished.tsx";
import type { Sitting } from "./use-sheet.ts";
import { answererName } from "./words.ts";

interface BeforeProps {
  readonly sitting: Sitting;
  /** Absent for a test: nothing limits it. */
  readonly allowance: AssessmentAllowance | undefined;
  readonly draft: Draft | null;
  readonly day: string;
  readonly onBegin: (who: Answerer) => void;
  /** In the pack it was begun in. */
  readonly onResume: (pack: Sitting["pack"], sheet: Sheet) => void;
}

export function Before({ sitting, allowance, draft, day, onBegin, onResume }: BeforeProps) {
  const isTest = sitting.pack.kind === "knowledge-test";
  const library = usePacks();
  const find = (id: string, version: string) => library.find<Sitting["pack"]["kind"]>(sitting.pack.kind, id, version);
  const resumable = draft === null ? undefined : sheetOf(draft.values, find);
  const [isFresh, setFresh] = useState(false);
  const isAllowed = allowance?.allowed ?? true;
  return (
    <Split side={<BeforeSide sitting={sitting} allowance={allowance} day={day} />} sideWidth={360}>
      <div className={css["before"]}>
        {isTest ? null : <RefusalNote sitting={sitting} day={day} />}
        {allowance === undefined || isAllowed ? null : <LimitNote allowance={allowance} />}
        {draft === null || isFresh ? (
          <Start sitting={sitting} isAllowed={isAllowed} onBegin={onBegin} />
        ) : (
          <Unfinished
            sitting={sitting}
            day={day}
            resumable={resumable}
            canResume={isAllowed}
            onResume={onResume}
            onDiscard={() => setFresh(true)}
          />
        )}
        {isTest ? null : <RefusalForm client={sitting.client} />}
      </div>
    </Split>
  );
}

function LimitNote({ allowance }: { readonly allowance: AssessmentAllowance }) {
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

const Choice = z.object({ who: z.enum(["client", "guardian", "advisor-from-paper"]) });
type Choice = z.infer<typeof Choice>;

const helps: Readonly<Record<Answerer, Sentence>> = {
  client: assess.who.clientHelp,
  guardian: assess.who.guardianHelp,
  "advisor-from-paper": assess.who.paperHelp,
};

interface StartProps extends Pick<BeforeProps, "sitting" | "onBegin"> {
  readonly isAllowed: boolean;
}

function Start({ sitting, isAllowed, onBegin }: StartProps) {
  const t = useT();
  const isCompany = sitting.client.kind === "company";
  const form = useForm<Choice, unknown, Choice>({
    defaultValues: { who: "client" },
    resolver: formResolver<Choice, Choice>(Choice),
  });
  const who = useWatch({ control: form.control, name: "who" });
  const isPaper = who === "advisor-from-paper";
  const start = form.handleSubmit((chosen) => onBegin(chosen.who));
  useKeys({ Enter: isAllowed ? () => void start() : undefined });
  const label = t(isPaper ? assess.before.startPaper : assess.before.start);
  // Nobody stands in for a company but whoever it sends.
  const answerers = Choice.shape.who.options.filter((value) => !(isCompany && value === "guardian"));
  const help = isCompany && who === "client" ? assess.who.companyHelp : helps[who];
  return (
    <form onSubmit={(event) => void start(event)}>
      <RadioField
        control={form.control}
        name="who"
        label={t(assess.who.title)}
        help={t(help)}
        options={answerers.map((value) => ({
          value,
          label: answererName(t, sitting.client, value),
        }))}
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
        {isAllowed ? (
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
