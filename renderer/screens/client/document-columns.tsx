/** @file The columns of the documents list. */
import { type ReactNode, useMemo } from "react";
import type { Attachment } from "../../../shared/model/attachment.ts";
import type { FiledAttachment } from "../../data/reads.ts";
import { clsx } from "../../parts/clsx.ts";
import { Icon, type IconName } from "../../parts/Icon.tsx";
import { Masked } from "../../parts/Masked.tsx";
import type { Column } from "../../parts/table.ts";
import { attachmentKinds, typeNames, documents as words } from "../../text/attachments.ts";
import { client as clientWords } from "../../text/client.ts";
import { formatBytes, formatDuration, formatInstant } from "../../text/format.ts";
import { type Say, useLanguage, useT } from "../../text/text.ts";
import css from "./Documents.module.css";

const icons: Readonly<Record<Attachment["kind"], IconName>> = {
  document: "document",
  photo: "picture",
  signature: "pen",
  recording: "microphone",
  reference: "link",
};

export function useDocumentColumns(): readonly Column<FiledAttachment>[] {
  const t = useT();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        key: "name",
        head: t(words.name),
        width: "minmax(200px, 1fr)",
        isName: true,
        cell: ({ kind, name, withdrawn }) => (
          <span className={clsx(css["name"], withdrawn !== undefined && css["withdrawn"])}>
            <Icon name={icons[kind]} />
            <Masked kind="text" value={name} />
          </span>
        ),
      },
      {
        key: "kind",
        head: t(words.kind),
        width: "128px",
        cell: (row) => (
          <>
            {t(attachmentKinds[row.kind])}
            {row.kind === "reference" ? null : <span className="sb-ink-3"> {typeNames[row.type]}</span>}
          </>
        ),
      },
      {
        key: "size",
        head: t(words.size),
        width: "132px",
        numeric: true,
        cell: (row) => {
          if (row.kind === "reference") return "";
          const length = row.durationMs === undefined ? "" : `${formatDuration(row.durationMs, language)} `;
          return (
            <>
              {length}
              <span className={length === "" ? undefined : "sb-ink-3"}>{formatBytes(row.bytes)}</span>
            </>
          );
        },
      },
      { key: "added", head: t(words.added), width: "140px", cell: ({ addedAt }) => formatInstant(addedAt) },
      { key: "mark", head: t(words.mark), width: "minmax(120px, 0.6fr)", from: 720, cell: (row) => marks(row, t) },
    ],
    [t, language],
  );
}

function marks(row: FiledAttachment, t: Say): ReactNode {
  const said = [
    row.withdrawn === undefined ? undefined : t(words.withdrawn),
    row.kind === "reference" ? t(words.heldBy, { who: row.heldBy }) : undefined,
    "interrupted" in row && row.interrupted ? t(words.interrupted) : undefined,
    "stripped" in row && row.stripped ? t(words.stripped) : undefined,
  ];
  return <span className="sb-ink-2">{said.filter((mark) => mark !== undefined).join(t(clientWords.comma))}</span>;
}
