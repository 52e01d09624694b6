/** @file All contacts with one client as a table; Enter opens an entry for editing. */
import { useMemo, useState } from "react";
import type { Contact } from "../../../shared/model/contact.ts";
import { FootBar } from "../../parts/FootBar.tsx";
import { KeyHint } from "../../parts/Key.tsx";
import type { Column } from "../../parts/table.ts";
import { useToday } from "../../parts/today.ts";
import { VirtualTable } from "../../parts/VirtualTable.tsx";
import { useMask } from "../../state/mask.ts";
import { useOverlay } from "../../state/overlay.ts";
import { client as words } from "../../text/client.ts";
import { channelNames, contacts as contactWords, moodNames, purposeNames } from "../../text/contacts.ts";
import { formatCount, formatDayRelative, formatInstant, maskText } from "../../text/format.ts";
import { useLanguage, useT } from "../../text/text.ts";

export function ContactsTab({ contacts }: { contacts: readonly Contact[] }) {
  const t = useT();
  const show = useOverlay((now) => now.show);
  const columns = useContactColumns();
  const [[from, to], setRange] = useState<readonly [number, number]>([0, 0]);
  return (
    <>
      <VirtualTable
        label={t(words.contactTable)}
        columns={columns}
        rows={contacts}
        rowKey={(row) => row.id}
        onOpen={(row) => show({ kind: "contact", client: row.client, contact: row.id })}
        onRange={(first, last) => setRange([first, last])}
      />
      <FootBar
        right={
          to === 0
            ? undefined
            : t(contactWords.range, {
                from: formatCount(from),
                to: formatCount(to),
                total: formatCount(contacts.length),
              })
        }
      >
        <KeyHint keys={["↑", "↓"]}>{t(contactWords.keyMove)}</KeyHint>
        <KeyHint keys={["Enter"]}>{t(words.edit)}</KeyHint>
      </FootBar>
    </>
  );
}

function useContactColumns(): readonly Column<Contact>[] {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const isMasked = useMask((now) => now.isOn);
  return useMemo(() => {
    const free = (text: string | undefined) => (isMasked ? maskText(text ?? "") : (text ?? ""));
    return [
      { key: "at", head: t(words.time), width: "140px", isName: true, cell: ({ at }) => formatInstant(at) },
      { key: "channel", head: t(words.channel), width: "84px", cell: ({ channel }) => t(channelNames[channel]) },
      {
        key: "purpose",
        head: t(words.purpose),
        width: "96px",
        cell: ({ purpose }) => (purpose === undefined ? "" : t(purposeNames[purpose])),
      },
      {
        key: "summary",
        head: t(words.summary),
        width: "minmax(200px, 1fr)",
        cell: ({ summary }) => <span title={free(summary)}>{free(summary)}</span>,
      },
      {
        key: "mood",
        head: t(words.mood),
        width: "80px",
        from: 900,
        cell: ({ mood }) => (mood === undefined ? "" : t(moodNames[mood])),
      },
      {
        key: "next",
        head: t(words.nextStep),
        width: "200px",
        cell: ({ nextOn, nextStep }) =>
          [nextOn === undefined ? "" : formatDayRelative(nextOn, today, language), free(nextStep)]
            .filter(Boolean)
            .join(" "),
      },
    ] satisfies Column<Contact>[];
  }, [t, language, today, isMasked]);
}
