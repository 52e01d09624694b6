/** @file Contradictions on paper: the advisor asks the client and enters what they say. */
import { Button } from "@mantine/core";
import { itemOf } from "../../../shared/documents/answer-words.ts";
import { answerIds } from "../../../shared/packs/question.ts";
import type { Contradiction } from "../../../shared/packs/questionnaire-pack.ts";
import { questionsIn } from "../../../shared/rules/condition.ts";
import { Note } from "../../parts/Note.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { decide } from "./sheet.ts";
import type { SheetForm } from "./use-sheet.ts";

interface PaperContradictionsProps {
  readonly sitting: SheetForm;
  readonly rules: readonly Contradiction[];
  /** Go to where an answer stands, to change it. */
  readonly onChange: (answerId: string) => void;
}

export function PaperContradictions({ sitting, rules, onChange }: PaperContradictionsProps) {
  const t = useT();
  const { pack, apply } = sitting;
  return (
    <div className={css["notes"]}>
      {rules.map((rule) => (
        <Note
          key={rule.id}
          tone="warn"
          action={
            <span className="sb-row">
              <Button size="xs" onClick={() => apply((now) => decide(now, rule, "keep"))}>
                {t(assess.paper.keep)}
              </Button>
              {questionsIn(rule.when).map((id) => {
                const item = itemOf(pack, id);
                return item === undefined ? null : (
                  <Button
                    key={id}
                    size="xs"
                    onClick={() => {
                      apply((now) => ({ ...decide(now, rule, { change: id }), place: now.place }));
                      onChange(answerIds(item)[0] ?? id);
                    }}
                  >
                    {t(assess.paper.change, { title: t(item.title) })}
                  </Button>
                );
              })}
            </span>
          }
        >
          {t(assess.paper.contradiction, { reason: t(rule.reason) })}
        </Note>
      ))}
    </div>
  );
}
