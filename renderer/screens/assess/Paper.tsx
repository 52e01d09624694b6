/** @file Paper entry: the same questions close together, answered by digits, in the advisor's hands. */
import { Button } from "@mantine/core";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { titleOf } from "../../../shared/documents/answer-words.ts";
import { answerIds, itemIdOf } from "../../../shared/packs/question.ts";
import { type AnswerFault, answerFaults, asked, chosenFor, shown } from "../../../shared/rules/answers.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { Key, KeyHint } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Leaving } from "../../parts/Leaving.tsx";
import { Masked } from "../../parts/Masked.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { assess } from "../../text/assess.ts";
import { type Say, useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { Done } from "./Done.tsx";
import { LevelChangePage } from "./Meeting.tsx";
import { PaperContradictions } from "./PaperContradictions.tsx";
import { PaperItem } from "./PaperItem.tsx";
import { leave, openContradictions, type Sheet, withAnswer } from "./sheet.ts";
import { type Finishing, type Stored, useFinish } from "./use-finish.ts";
import { type SheetForm, type Sitting, useSheet } from "./use-sheet.ts";
import { answeredCount, groupsOf, numberOf } from "./words.ts";

interface PaperProps {
  readonly sitting: Sitting;
  readonly start: Sheet;
  readonly onLeave: () => void;
  readonly onResult: (stored: Stored) => void;
}

export function Paper({ sitting, start, onLeave, onResult }: PaperProps) {
  const t = useT();
  const sheetForm = useSheet(sitting, start);
  const finishing = useFinish(sheetForm);
  const [view, setView] = useState<"form" | "leaving" | "result">("form");
  const { client, pack } = sheetForm;
  const { changed, stored } = finishing;
  const whose = { client, subject: t(assess.meeting.subject[pack.kind]) };

  async function submit(): Promise<void> {
    const result = await finishing.submit();
    if (result !== undefined) onResult(result);
  }

  // From here the screen is the client's: a changed level is theirs to confirm, and the way back asks for the passphrase.
  if (view === "leaving") {
    return <Leaving {...whose} openLabel={t(assess.leave.open)} onOpen={() => setView("form")} />;
  }
  if (view === "result" && stored !== undefined) {
    return <Leaving {...whose} openLabel={t(assess.leave.openResult)} onOpen={() => onResult(stored)} />;
  }
  if (stored !== undefined && changed !== undefined) {
    return <Done {...whose} pack={pack} stored={stored} onEnter={() => setView("result")} />;
  }
  if (changed !== undefined) {
    const object = () => {
      finishing.object();
      setView("leaving");
    };
    return <LevelChangePage sitting={sheetForm} finishing={finishing} level={changed} onObject={object} />;
  }
  return <PaperForm sitting={sheetForm} finishing={finishing} onSubmit={() => void submit()} onLeave={onLeave} />;
}

interface PaperFormProps {
  readonly sitting: SheetForm;
  readonly finishing: Finishing;
  readonly onSubmit: () => void;
  readonly onLeave: () => void;
}

function PaperForm({ sitting, finishing, onSubmit, onLeave }: PaperFormProps) {
  const t = useT();
  const rows = useRef<HTMLDivElement>(null);
  const [isTried, setTried] = useState(false);
  const { client, pack, sheet, facts, apply } = sitting;
  const { items } = shown(pack, sheet.answers, facts);
  const faults = answerFaults(pack, sheet.answers, facts);
  const open = openContradictions(sheet, pack, facts);
  const lines = items.flatMap(answerIds);

  function focusRow(id: string | undefined): void {
    const row = id === undefined ? null : rows.current?.querySelector(`[data-row="${CSS.escape(id)}"]`);
    const field = row?.querySelector<HTMLElement>("input:checked") ?? row?.querySelector<HTMLElement>("input");
    field?.focus();
    row?.scrollIntoView({ block: "nearest" });
  }

  const focusFirst = useEffectEvent(() => focusRow(lines[0]));
  useEffect(() => focusFirst(), []);

  // After the answer is in: it may have brought new lines, or taken some away.
  const [move, setMove] = useState<{ readonly from: string; readonly by: 1 | -1 }>();
  const go = useEffectEvent(() => move && focusRow(lines[lines.indexOf(move.from) + move.by]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move is a new reason to go
  useEffect(() => {
    go();
  }, [move]);

  function answer(id: string, change: (chosen: readonly string[]) => readonly string[]): void {
    apply((now) => {
      const next = withAnswer(now, id, change(chosenFor(now.answers, id)));
      return leave(next, pack, itemIdOf(id), new Date().toISOString());
    });
  }

  function submit(): void {
    setTried(true);
    if (faults.length > 0) focusRow(faults[0]?.question);
    else if (open.length === 0) onSubmit();
  }

  useKeys({ "Mod+Enter": submit });
  const groups = groupsOf(pack, items, assess.meeting.gates);
  return (
    <div className={css["page"]}>
      <PageHead
        title={
          <>
            {t(assess.paper.title)} <Masked kind="name" value={client.name} />
          </>
        }
        fact={t(assess.paper.fact, { version: pack.version, ...answeredCount(pack, sheet.answers, facts) })}
      />
      <main className={css["paper"]}>
        <p className="sb-ink-2">{t(assess.paper.original)}</p>
        <div ref={rows}>
          {groups.map((group) => (
            <section key={group.id} className={css["paperGroup"]} aria-labelledby={`paper-${group.id}`}>
              <h2 id={`paper-${group.id}`}>{t(group.title)}</h2>
              {group.items.map((item) => (
                <PaperItem
                  key={item.id}
                  item={item}
                  number={numberOf(asked(pack), item.id)}
                  answers={sheet.answers}
                  faults={isTried ? faults : []}
                  onAnswer={answer}
                  onMove={(from, by) => setMove({ from, by })}
                />
              ))}
            </section>
          ))}
        </div>
        <PaperContradictions sitting={sitting} rules={open} onChange={focusRow} />
        {finishing.error === undefined ? null : <ErrorNote error={finishing.error} />}
        {sitting.saver.error === undefined ? null : <ErrorNote error={sitting.saver.error} />}
      </main>
      <FootBar
        tall
        right={
          <>
            <output className={isTried ? "sb-bad" : undefined}>{lackingWords(sitting, faults, open.length, t)}</output>
            <Button onClick={onLeave}>{t(assess.paper.leave)}</Button>
            <Button variant="filled" loading={finishing.busy} rightSection={<Key>Ctrl Enter</Key>} onClick={submit}>
              {t(assess.paper.submit)}
            </Button>
          </>
        }
      >
        <KeyHint keys={["1", "–", "9"]}>{t(assess.paper.keys)}</KeyHint>
        <KeyHint keys={["↑", "↓"]}>{t(assess.paper.move)}</KeyHint>
      </FootBar>
    </div>
  );
}

/** What keeps it from being submitted; empty when nothing does. */
function lackingWords({ pack }: SheetForm, faults: readonly AnswerFault[], open: number, t: Say): string {
  const [first] = faults;
  if (first !== undefined) {
    return t(assess.paper.missingCount, { n: faults.length, title: titleOf(t, pack, first.question) });
  }
  return open > 0 ? t(assess.paper.openCount, { n: open }) : "";
}
