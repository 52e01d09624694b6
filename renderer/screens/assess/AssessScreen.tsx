/** @file A risk assessment from before the meeting to the stored record: the page for the advisor, meeting mode, paper entry. */
import { useRef, useState } from "react";
import type { Client } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { matrixOfAssessment } from "../../../shared/packs/gate-packs.ts";
import type { Pack } from "../../../shared/packs/knowledge-test-pack.ts";
import type { PackLibrary } from "../../../shared/packs/library.ts";
import { assessmentAllowance } from "../../../shared/rules/assessment-limits.ts";
import { call } from "../../bridge.ts";
import { useAssessments, useClient, useDraft, usePacks } from "../../data/queries.ts";
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
import { factsOf } from "./finish.ts";
import { Meeting } from "./Meeting.tsx";
import { Paper } from "./Paper.tsx";
import { type Answerer, newSheet, type Sheet } from "./sheet.ts";
import { draftForms } from "./use-draft-saver.ts";
import type { Stored } from "./use-finish.ts";
import type { Sitting } from "./use-sheet.ts";

interface Running {
  readonly sitting: Sitting;
  readonly start: Sheet;
}

interface AssessScreenProps {
  readonly clientId: ClientId;
  readonly kind: Pack["kind"];
}

export function AssessScreen({ clientId, kind }: AssessScreenProps) {
  const { place, back, replace } = useScreen();
  const [running, setRunning] = useState<Running>();
  // What the sitting began with is what it ends with: its own record must not become its "last time".
  if (running === undefined) return <BeforePage clientId={clientId} kind={kind} onBack={back} onRun={setRunning} />;

  const Mode = running.start.mode === "paper" ? Paper : Meeting;
  const showResult = ({ kind: asked, id }: Stored) => {
    if (place.screen !== "assess") return;
    replace(asked === "questionnaire" ? { screen: "result", id } : { screen: "test-result", client: clientId, id });
  };
  return (
    <Mode sitting={running.sitting} start={running.start} onLeave={() => setRunning(undefined)} onResult={showResult} />
  );
}

interface BeforePageProps extends AssessScreenProps {
  readonly onBack: () => void;
  readonly onRun: (running: Running) => void;
}

function BeforePage({ clientId, kind, onBack, onRun }: BeforePageProps) {
  const t = useT();
  const client = useClient(clientId);
  const assessments = useAssessments(clientId);
  const draft = useDraft(draftForms[kind], clientId);
  const [day] = useState(() => shanghaiDay(Date.now()));
  const [error, setError] = useState<unknown>();
  const isStarting = useRef(false);
  const isMasked = useMask((now) => now.isOn);
  const fullName = client?.name ?? "";
  const name = isMasked ? maskName(fullName) : fullName;
  // Taken-in ones are there when the draft is: both come last in the book.
  const library = usePacks();
  const pack = client ? packFor(library, kind, client, day) : undefined;

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
      return <Empty title={t(assess.noPack)} why={t(assess.noPackDay)} />;
    }
    const days = assessments.map((one) => shanghaiDay(one.finishedAt));
    const sitting = { client, assessments, pack, matrix: matrixOn(library, day) };
    const begin = (who: Answerer) => newSheet(pack, who, new Date().toISOString(), factsOf(client, day));
    return (
      <Before
        sitting={sitting}
        allowance={pack.kind === "questionnaire" ? assessmentAllowance(days, day, pack.clocks) : undefined}
        draft={draft}
        day={day}
        onBegin={(who) => void run({ sitting, start: begin(who) })}
        onResume={(begun, start) => void run({ sitting: { ...sitting, pack: begun }, start })}
      />
    );
  }

  return (
    <main className={css["page"]}>
      <PageHead
        title={t(kind === "questionnaire" ? assess.title : assess.testTitle, { name })}
        back={{ label: t(assess.back), onBack }}
      />
      {error === undefined ? null : <ErrorNote error={error} />}
      {content()}
    </main>
  );
}

/** The matching table of the rules in force. */
function matrixOn(library: PackLibrary, day: string): Sitting["matrix"] {
  const matrix = matrixOfAssessment(library, { validFrom: day });
  return matrix && { id: matrix.id, version: matrix.version };
}

/** The one in force for this kind of client. */
function packFor(library: PackLibrary, kind: Pack["kind"], client: Client, day: string): Pack | undefined {
  const whom = client.kind === "company" ? "institution" : "natural-person";
  return library.inForce<Pack["kind"]>(kind, day, ({ appliesTo }) => appliesTo === whom);
}
