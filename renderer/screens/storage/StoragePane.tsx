/** @file Settings, Storage and health: what lies on the disk, whether it is sound, and its backups. */
import { currentBook } from "../../data/session.ts";
import { Facts } from "../../parts/Facts.tsx";
import { Section } from "../../parts/Section.tsx";
import { storage } from "../../text/storage.ts";
import { useT } from "../../text/text.ts";
import css from "./Storage.module.css";

export function StoragePane() {
  const t = useT();
  const place = currentBook()?.session.vault.place;
  return (
    <div className={css["pane"]}>
      <Section title={t(storage.sizes.title)}>
        <Facts facts={[{ label: t(storage.sizes.place), value: <span className="sb-mono">{place}</span> }]} />
      </Section>
    </div>
  );
}
