/** @file A risk assessment from before the meeting to the stored record: the page for the advisor, meeting mode, paper entry. */
import { useRef, useState } from "react";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { ClientId, RecordId } from "../../../shared/model/primitives.ts";
import { packInForce } from "../../../shared/packs/packs.ts";
import { assessmentAllowance } from "../../../shared/rules/assessment-limits.ts";
import { call } from "../../bridge.ts";
import { useAssessments, useClient, useDraft } from "../../data/queries.ts";
import { Empty } from "../../parts/Empty.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { useMask } from "../../state/mask.ts";
import { useScreen } from "../../state/screen.ts";
import { assess } from "../../text/assess.ts";
import { maskName } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./Assess.module.css";
import { Before } from "./Before.tsx";
import { Meeting } from "./Meeting.tsx";
import { Paper } from "./Paper.tsx";
import { newSheet, type Sheet } from "./sheet.ts";
import { draftForm } from "./use-draft-saver.ts";
import type { Sitting } from "./use-sheet.ts";

interface Running {
  readonly sitting: Sitting;
  readonly start: Sheet;
}

export function AssessScreen({ clientId }: { readonly clientId: ClientId }) {
  const { place, back, replace } = useScreen();
  const [running, setRunning] = useState<Running>();
  // What the sitting began with is what it ends with: its own record must not become its "last time".
  if (running === undefined) return <BeforePage clientId={clientId} onBack={back} onRun={setRunning} />;

  const Mode = running.start.mode === "paper" ? Paper : Meeting;
  const showResult = (id: RecordId) => {
    if (place.screen === "assess") replace({ screen: "result", id });
  };
  return (
    <Mode sitting={running.sitting} start={running.start} onLeave={() => setRunning(undefined)} onResult={showResult} />
  );
}

interface BeforePageProps {
  readonly clientId: ClientId;
  readonly onBack: () => void;
  readonly onRun: (running: Running) => void;
}

function BeforePage({ clientId, onBack, onRun }: BeforePageProps) {
  const t = useT();
  const client = useClient(clientId);
  const assessments = useAssessments(clientId);
  const draft = useDraft(draftForm, clientId);
  const [day] = useState(() => shanghaiDay(Date.now()));
  const [error, setError] = useState<unknown>();
  const isStarting = useRef(false);
  const isMasked = useMask((now) => now.isOn);
  const fullName = client?.name ?? "";
  const name = isMasked ? maskName(fullName) : fullName;
  const pack = client?.kind === "individual" ? packInForce("natural-person", day) : undefined;

  /** The screen is the client's only once the main process knows: from then on loading the page anew locks the book. */
  async function run(next: Running): Promise<void> {
    // A second press must not begin it anew.
    if (isStarting.current) return;
    isStarting.current = true;
    try {
      if (next.start.mode === "meeting") await call("beginMeeting", null);
      onRun(next);
    } catch (failure) {
      isStarting.current = false;
      setError(failure);
    }
  }

  function content() {
    if (client === null) return <Empty title={t(assess.gone)} why={t(assess.goneWhy)} />;
    if (client === undefined || assessments === undefined || draft === undefined) return <Skeleton />;
    if (pack === undefined) {
      const why = client.kind === "company" ? assess.noPackCompany : assess.noPackDay;
      return <Empty title={t(assess.noPack)} why={t(why)} />;
    }
    const days = assessments.map((one) => shanghaiDay(one.finishedAt));
    return (
      <Before
        sitting={{ client, assessments, pack }}
        allowance={assessmentAllowance(days, day, pack.clocks)}
        draft={draft}
        day={day}
        onBegin={(who) =>
          void run({ sitting: { client, assessments, pack }, start: newSheet(pack, who, new Date().toISOString()) })
        }
        onResume={(begun, start) => void run({ sitting: { client, assessments, pack: begun }, start })}
      />
    );
  }

  return (
    <main className={css["page"]}>
      <PageHead title={t(assess.title, { name })} back={{ label: t(assess.back), onBack }} />
      {error === undefined ? null : <ErrorNote error={error} />}
      {content()}
    </main>
  );
}
