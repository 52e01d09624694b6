/** @file Offered where the book is open for reading only. */
import { Button } from "@mantine/core";
import { Section } from "../../parts/Section.tsx";
import { storage } from "../../text/storage.ts";
import { useT } from "../../text/text.ts";
import css from "./Storage.module.css";

export function SalvageSection({ onOpen }: { onOpen: () => void }) {
  const t = useT();
  return (
    <Section title={t(storage.salvage.title)}>
      <p className={css["help"]}>{t(storage.salvage.help)}</p>
      <div className={css["buttons"]}>
        <Button size="xs" variant="filled" onClick={onOpen}>
          {t(storage.salvage.open)}
        </Button>
      </div>
    </Section>
  );
}
