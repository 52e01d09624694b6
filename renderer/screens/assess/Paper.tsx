/** @file Paper entry: the same questions close together, answered by digits, in the advisor's hands. */
import { Button } from "@mantine/core";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { RecordId } from "../../../shared/model/primitives.ts";
import { asked, chosenFor, missing } from "../../../shared/rules/questionnaire.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { Key, KeyHint } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Masked } from "../../parts/Masked.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { LevelChangePage } from "./Meeting.tsx";
import { Done, Leaving } from "./Pages.tsx";
import { PaperContradictions } from "./PaperContradictions.tsx";
import { PaperRow } from "./PaperRow.tsx";
import { choose, type Item, isMultiple, leave, openContradictions, type Sheet } from "./sheet.ts";
import { type Finishing, useFinish } from "./use-finish.ts";
import { type SheetForm, type Sitting, useSheet } from "./use-sheet.ts";
import { answeredCount, groupsOf, numberOf } from "./words.ts";

interface PaperProps {
  readonly sitting: Sitting;
  readonly start: Sheet;
  readonly onLeave: () => void;
  readonly onResult: (id: RecordId) => void;
}

export function Paper({ sitting, start, onLeave, onResult }: PaperProps) {
  const t = useT();
  const sheetForm = useSheet(sitting, start);
  const finishing = useFinish(sheetForm);
  const [view, setView] = useState<"form" | "leaving" | "result">("form");
  const { client, pack } = sheetForm;
  const { changed, stored } = finishing;

  async function submit(): Promise<void> {
    const result = await finishing.submit();
    if (result !== undefined) onResult(result.id);
  }

  // From here the screen is the client's: a changed level is theirs to confirm, and the way back asks for the passphrase.
  if (view === "leaving") {
    return <Leaving client={client} openLabel={t(assess.leave.open)} onOpen={() => setView("form")} />;
  }
  if (view === "result" && stored !== undefined) {
    return <Leaving client={client} openLabel={t(assess.leave.openResult)} onOpen={() => onResult(stored.id)} />;
  }
  if (stored !== undefined && changed !== undefined) {
    return <Done client={client} pack={pack} {...stored} onEnter={() => setView("result")} />;
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
  const lacking = missing(pack, sheet.answers);
  const open = openContradictions(sheet, pack, facts);

  function focusRow(id: string | undefined): void {
    const row = id === undefined ? null : rows.current?.querySelector(`[data-row="${CSS.escape(id)}"]`);
    const input =
      row?.querySelector<HTMLInputElement>("input:checked") ?? row?.querySelector<HTMLInputElement>("input");
    input?.focus();
    row?.scrollIntoView({ block: "nearest" });
  }

  const focusFirst = useEffectEvent(() => focusRow(asked(pack)[0]?.id));
  useEffect(() => focusFirst(), []);

  function step(from: string, by: 1 | -1): void {
    const items = asked(pack);
    focusRow(items[items.findIndex((item) => item.id === from) + by]?.id);
  }

  function press(item: Item, option: string): void {
    apply((now) => {
      const answers = { ...now.answers, [item.id]: choose(item, chosenFor(now.answers, item.id), option) };
      return leave({ ...now, answers }, pack, item.id, new Date().toISOString());
    });
  }

  function submit(): void {
    setTried(true);
    if (lacking.length > 0) focusRow(lacking[0]);
    else if (open.length === 0) onSubmit();
  }

  useKeys({ "Mod+Enter": submit });
  const groups = groupsOf(pack, assess.meeting.gates);
  const values = { version: pack.version, done: answeredCount(pack, sheet.answers), of: asked(pack).length };
  return (
    <div className={css["page"]}>
      <PageHead
        title={
          <>
            {t(assess.paper.title)} <Masked kind="name" value={client.name} />
          </>
        }
        fact={t(assess.paper.fact, values)}
      />
      <main className={css["paper"]}>
        <p className="sb-ink-2">{t(assess.paper.original)}</p>
        <div ref={rows}>
          {groups.map((group) => (
            <section key={group.id} className={css["paperGroup"]} aria-labelledby={`paper-${group.id}`}>
              <h2 id={`paper-${group.id}`}>{t(group.title)}</h2>
              {group.items.map((item) => (
                <PaperRow
                  key={item.id}
                  item={item}
                  number={numberOf(pack, item.id)}
                  chosen={chosenFor(sheet.answers, item.id)}
                  isLacking={isTried && lacking.includes(item.id)}
                  onPress={(option) => {
                    press(item, option);
                    if (!isMultiple(item)) step(item.id, 1);
                  }}
                  onPick={(option) => press(item, option)}
                  onMove={(by) => step(item.id, by)}
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
            <output className={isTried ? "sb-bad" : undefined}>{lackingWords(sitting, lacking, open.length, t)}</output>
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
function lackingWords(
  { pack }: SheetForm,
  lacking: readonly string[],
  open: number,
  t: ReturnType<typeof useT>,
): string {
  const first = asked(pack).find((item) => item.id === lacking[0]);
  if (first !== undefined) return t(assess.paper.missingCount, { n: lacking.length, title: t(first.title) });
  return open > 0 ? t(assess.paper.openCount, { n: open }) : "";
}
