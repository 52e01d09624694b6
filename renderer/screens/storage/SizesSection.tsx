/** @file What the book's files take, and what is left. */
import type { StorageState } from "../../../shared/bridge/contract.ts";
import { Facts } from "../../parts/Facts.tsx";
import { Note } from "../../parts/Note.tsx";
import { Section } from "../../parts/Section.tsx";
import { formatBytes, formatCount, formatInstant } from "../../text/format.ts";
import { storage } from "../../text/storage.ts";
import { useT } from "../../text/text.ts";
import css from "./Storage.module.css";

export function SizesSection({ state }: { state: StorageState }) {
  const t = useT();
  const { log, snapshots, attachments, freeBytes } = state;
  const files = (count: number) => t(storage.sizes.files, { count: formatCount(count) });
  return (
    <Section
      title={t(storage.sizes.title)}
      right={freeBytes === undefined ? undefined : t(storage.sizes.free, { size: formatBytes(freeBytes) })}
      ruled
    >
      {state.hasReserve ? null : <Note tone="warn">{t(storage.sizes.noReserve)}</Note>}
      <Facts
        facts={[
          { label: t(storage.sizes.log), value: formatBytes(log.bytes), reason: files(log.files) },
          {
            label: t(storage.sizes.snapshots),
            value: snapshots.files === 0 ? t(storage.sizes.noSnapshot) : formatBytes(snapshots.bytes),
            reason:
              snapshots.newestAt === undefined
                ? undefined
                : t(storage.sizes.newest, { time: formatInstant(snapshots.newestAt) }),
          },
          {
            label: t(storage.sizes.attachments),
            value: formatBytes(attachments.bytes),
            reason: files(attachments.files),
          },
          {
            label: t(storage.sizes.place),
            value: <span className={`sb-mono ${css["path"]}`}>{state.place}</span>,
          },
        ]}
      />
    </Section>
  );
}
