/** @file Beside the start: which questionnaire, in what version, how often one may assess, and the results so far. */

import type { AssessmentAllowance } from "../../../shared/rules/assessment-limits.ts";
import { usePapers } from "../../data/queries.ts";
import { AssessmentHistory } from "../../parts/AssessmentHistory.tsx";
import { type Fact, Facts } from "../../parts/Facts.tsx";
import { Section } from "../../parts/Section.tsx";
import { TestHistory } from "../../parts/TestHistory.tsx";
import { useScreen } from "../../state/screen.ts";
import { assess } from "../../text/assess.ts";
import { type Say, useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { factsOf } from "./finish.ts";
import type { Sitting } from "./use-sheet.ts";

interface BeforeSideProps {
  readonly sitting: Sitting;
  readonly allowance: AssessmentAllowance | undefined;
  readonly day: string;
}

export function BeforeSide({ sitting, allowance, day }: BeforeSideProps) {
  const t = useT();
  const open = useScreen((now) => now.open);
  const { client, assessments, pack } = sitting;
  return (
    <div className={css["side"]}>
      <Section title={t(assess.sheet.title)} right={pack.id}>
        <p>{t(pack.title)}</p>
        <Facts labelWidth={88} facts={packFacts(t, sitting, day)} />
      </Section>
      {allowance === undefined ? null : (
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
      )}
      {pack.kind === "questionnaire" ? (
        <AssessmentHistory assessments={assessments} onOpen={(id) => open({ screen: "result", id })} />
      ) : (
        <Tests client={client.id} />
      )}
    </div>
  );
}

function Tests({ client }: { readonly client: Sitting["client"]["id"] }) {
  const open = useScreen((now) => now.open);
  const tests = usePapers("knowledgeTest", client) ?? [];
  return <TestHistory tests={tests} onOpen={({ id }) => open({ screen: "test-result", client, id })} />;
}

function packFacts(t: Say, { client, pack }: Sitting, day: string): readonly Fact[] {
  const version = { label: t(assess.sheet.version), value: pack.version };
  const from = { label: t(assess.sheet.from), value: pack.effectiveFrom };
  if (pack.kind === "knowledge-test") {
    return [
      version,
      { label: t(assess.sheet.size), value: t(assess.sheet.testSize, { questions: pack.questions.length }) },
      from,
      { label: t(assess.sheet.pass), value: t(assess.sheet.passValue, { mark: pack.passMark.value }) },
    ];
  }
  const { age } = factsOf(client, day);
  const size = { gates: pack.gates.length, questions: pack.questions.length };
  return [
    version,
    { label: t(assess.sheet.size), value: t(assess.sheet.sizeValue, size) },
    from,
    { label: t(assess.sheet.valid), value: t(assess.sheet.months, { months: pack.clocks.validMonths.value }) },
    ...(client.kind === "company"
      ? []
      : [
          {
            label: t(assess.sheet.age),
            value: age === undefined ? t(assess.sheet.ageUnknown) : t(assess.sheet.ageValue, { age }),
            ...(age !== undefined && { reason: t(assess.sheet.ageFrom) }),
          },
        ]),
  ];
}
