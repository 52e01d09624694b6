/**
 * @file Meeting mode: the client alone with the questions. Nothing of the book shows, and the
 * way back into it asks for the passphrase.
 */
import { useState } from "react";
import { itemOf } from "../../../shared/documents/answer-words.ts";
import type { Level } from "../../../shared/model/primitives.ts";
import { Leaving } from "../../parts/Leaving.tsx";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import { Ask } from "./Ask.tsx";
import { Check } from "./Check.tsx";
import { Done } from "./Done.tsx";
import { LevelChange, Paused } from "./Pages.tsx";
import { Review } from "./Review.tsx";
import { Sign } from "./Sign.tsx";
import { openContradictions, type Sheet } from "./sheet.ts";
import { type Stored, useFinish } from "./use-finish.ts";
import { type SheetForm, type Sitting, useSheet } from "./use-sheet.ts";
import { answeredCount } from "./words.ts";

interface MeetingProps {
  readonly sitting: Sitting;
  readonly start: Sheet;
  /** Back to the advisor with the draft kept. */
  readonly onLeave: () => void;
  readonly onResult: (stored: Stored) => void;
}

type View = "sheet" | "paused" | "leaving" | "result";

export function Meeting({ sitting, start, onLeave, onResult }: MeetingProps) {
  const sheetForm = useSheet(sitting, start);
  const [view, setView] = useState<View>("sheet");
  const finishing = useFinish(sheetForm);

  function show(next: View): void {
    // What was chosen until now is on the sheet already; only its time is not.
    if (view === "sheet" && finishing.stored === undefined) sheetForm.apply((now) => now);
    sheetForm.setWatching(next === "sheet");
    setView(next);
  }

  return (
    <Page view={view} show={show} sitting={sheetForm} finishing={finishing} onLeave={onLeave} onResult={onResult} />
  );
}

interface PageProps extends Pick<MeetingProps, "onLeave" | "onResult"> {
  readonly view: View;
  readonly show: (view: View) => void;
  readonly sitting: SheetForm;
  readonly finishing: ReturnType<typeof useFinish>;
}

function Page({ view, show, sitting, finishing, onLeave, onResult }: PageProps) {
  const t = useT();
  const { client, pack, sheet, facts } = sitting;
  const { stored, changed, toSign } = finishing;
  const whose = { client, subject: t(assess.meeting.subject[pack.kind]) };
  const decline = () => {
    finishing.object();
    show("leaving");
  };

  if (view === "leaving") {
    return (
      <Leaving
        {...whose}
        openLabel={t(assess.leave.open)}
        onOpen={onLeave}
        onBack={() => show(changed === undefined ? "sheet" : "paused")}
      />
    );
  }
  if (view === "result" && stored !== undefined) {
    return <Leaving {...whose} openLabel={t(assess.leave.openResult)} onOpen={() => onResult(stored)} />;
  }
  if (view === "paused") {
    const { done } = answeredCount(pack, sheet.answers, facts);
    return <Paused {...whose} done={done} onResume={() => show("sheet")} onLeave={() => show("leaving")} />;
  }
  if (stored !== undefined) return <Done {...whose} pack={pack} stored={stored} onEnter={() => show("result")} />;
  if (toSign !== undefined) {
    return <Sign sitting={sitting} finishing={finishing} result={toSign} onObject={decline} />;
  }
  if (changed !== undefined) {
    return <LevelChangePage sitting={sitting} finishing={finishing} level={changed} onObject={decline} />;
  }
  return <Stage sitting={sitting} finishing={finishing} onPause={() => show("paused")} />;
}

interface LevelChangePageProps extends Pick<PageProps, "sitting" | "finishing"> {
  readonly level: Level;
  readonly onObject: () => void;
}

/** Shown only while there is a last assessment to differ from. */
export function LevelChangePage({ sitting, finishing, level, onObject }: LevelChangePageProps) {
  const t = useT();
  const { client, pack, assessments } = sitting;
  const [previous] = assessments;
  if (previous === undefined) return null;
  return (
    <LevelChange
      client={client}
      subject={t(assess.meeting.subject[pack.kind])}
      pack={pack}
      previous={previous}
      level={level}
      busy={finishing.busy}
      error={finishing.error}
      onConfirm={() => void finishing.confirm()}
      onObject={onObject}
    />
  );
}

interface StageProps extends Pick<PageProps, "sitting" | "finishing"> {
  readonly onPause: () => void;
}

function Stage({ sitting, finishing, onPause }: StageProps) {
  const { pack, sheet, facts } = sitting;
  const { place } = sheet;
  const item = place.stage === "ask" ? itemOf(pack, place.question) : undefined;
  if (place.stage === "ask" && item !== undefined) {
    return <Ask key={item.id} sitting={sitting} item={item} isEditing={place.editing} onPause={onPause} />;
  }
  const open = openContradictions(sheet, pack, facts);
  const [rule] = open;
  // Also at review: what a restored draft still owes is asked before it can be submitted.
  if (rule !== undefined) {
    return <Check key={rule.id} sitting={sitting} rule={rule} left={open.length} onPause={onPause} />;
  }
  return (
    <Review
      sitting={sitting}
      onSubmit={() => void finishing.submit()}
      busy={finishing.busy}
      error={finishing.error}
      onPause={onPause}
    />
  );
}
