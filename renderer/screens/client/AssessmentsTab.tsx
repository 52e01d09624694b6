/** @file A client's assessments over time; Enter opens the explanation of one. */
import { useMemo } from "react";
import type { Assessment } from "../../../shared/model/assessment.ts";
import { levels } from "../../../shared/model/primitives.ts";
import { LevelMark } from "../../parts/LevelMark.tsx";
import type { Column } from "../../parts/table.ts";
import { VirtualTable } from "../../parts/VirtualTable.tsx";
import { useScreen } from "../../state/screen.ts";
import { client as words } from "../../text/client.ts";
import { formatInstant } from "../../text/format.ts";
import { type Say, useT } from "../../text/text.ts";

export function AssessmentsTab({ assessments }: { assessments: readonly Assessment[] }) {
  const t = useT();
  const open = useScreen((now) => now.open);
  const columns = useMemo(
    (): readonly Column<Assessment>[] => [
      {
        key: "at",
        head: t(words.time),
        width: "140px",
        isName: true,
        cell: ({ finishedAt }) => formatInstant(finishedAt),
      },
      {
        key: "level",
        head: t(words.level),
        width: "minmax(140px, 1.7fr)",
        cell: ({ level }) => <LevelMark level={level} withName />,
      },
      { key: "points", head: t(words.score), width: "72px", numeric: true, cell: ({ score }) => score.total },
      { key: "versus", head: t(words.versus), width: "minmax(120px, 1fr)", cell: (row) => versus(row, t) },
      {
        key: "mode",
        head: t(words.mode),
        width: "120px",
        cell: ({ mode }) => t(mode === "paper" ? words.modePaper : words.modeMeeting),
      },
      { key: "until", head: t(words.validUntil), width: "104px", cell: ({ validUntil }) => validUntil },
      {
        key: "form",
        head: t(words.form),
        width: "minmax(136px, 1fr)",
        from: 900,
        cell: ({ questionnaire }) => `${questionnaire.id} ${questionnaire.version}`,
      },
    ],
    [t],
  );
  return (
    <VirtualTable
      label={t(words.assessmentTable)}
      columns={columns}
      rows={assessments}
      rowKey={(row) => row.id}
      onOpen={(row) => open({ screen: "result", id: row.id })}
    />
  );
}

function versus({ level, previous }: Assessment, t: Say): string {
  if (previous === undefined) return t(words.first);
  const change = levels.indexOf(level) - levels.indexOf(previous.level);
  if (change === 0) return t(words.unchanged);
  return t(change > 0 ? words.raised : words.lowered, {
    level: previous.level === "C1_LOWEST" ? "C1" : previous.level,
  });
}
