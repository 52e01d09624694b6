/** @file The columns of the contact log. */
import { useMemo } from "react";
import type { Contact } from "../../../shared/model/contact.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import { useClientSummary } from "../../data/queries.ts";
import { Masked } from "../../parts/Masked.tsx";
import type { Column } from "../../parts/table.ts";
import { useToday } from "../../parts/today.ts";
import { useMask } from "../../state/mask.ts";
import { channelNames, moodNames, purposeNames, contacts as words } from "../../text/contacts.ts";
import { formatDay, formatDayRelative, formatTime, maskText } from "../../text/format.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./ContactsScreen.module.css";

export function useContactColumns(): readonly Column<Contact>[] {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const isMasked = useMask((now) => now.isOn);
  return useMemo(() => {
    const free = (text = "") => (isMasked ? maskText(text) : text);
    return [
      {
        key: "at",
        head: t(words.when),
        width: "112px",
        cell: ({ at }) => (
          <span className="sb-ink-2" title={shanghaiDay(at)}>
            {formatDay(shanghaiDay(at), "short", today)} {formatTime(at)}
          </span>
        ),
      },
      {
        key: "client",
        head: t(words.client),
        width: "minmax(104px, 0.8fr)",
        isName: true,
        cell: ({ client }) => <ClientCell id={client} />,
      },
      { key: "channel", head: t(words.channel), width: "80px", cell: ({ channel }) => t(channelNames[channel]) },
      {
        key: "purpose",
        head: t(words.purpose),
        width: "88px",
        cell: ({ purpose }) => (purpose === undefined ? "" : t(purposeNames[purpose])),
      },
      {
        key: "summary",
        head: t(words.summary),
        width: "minmax(160px, 2fr)",
        cell: ({ summary }) => <span title={free(summary)}>{free(summary)}</span>,
      },
      {
        key: "mood",
        head: t(words.moodShort),
        width: "72px",
        from: 860,
        cell: ({ mood }) => (mood === undefined ? "" : t(moodNames[mood])),
      },
      {
        key: "next",
        head: t(words.nextStep),
        width: "minmax(120px, 1fr)",
        from: 700,
        cell: ({ nextOn, nextStep }) =>
          [nextOn === undefined ? "" : formatDayRelative(nextOn, today, language), free(nextStep)]
            .filter((part) => part !== "")
            .join(" "),
      },
    ] satisfies Column<Contact>[];
  }, [t, language, today, isMasked]);
}

function ClientCell({ id }: { id: string }) {
  const name = useClientSummary(id)?.name;
  return (
    <span className={css["name"]}>
      <Masked kind="name" value={name} />
    </span>
  );
}
