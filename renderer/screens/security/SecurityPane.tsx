/** @file Settings, Security: who can open this book. */
import { Button } from "@mantine/core";
import { Icon } from "../../parts/Icon.tsx";
import { Section } from "../../parts/Section.tsx";
import { useOverlay } from "../../state/overlay.ts";
import { security } from "../../text/security.ts";
import { useT } from "../../text/text.ts";
import css from "./Security.module.css";

export function SecurityPane() {
  const t = useT();
  const show = useOverlay((now) => now.show);
  return (
    <div className={css["pane"]}>
      <Section title={t(security.passphrase.title)}>
        <p className={css["help"]}>{t(security.passphrase.help)}</p>
        <Button size="xs" leftSection={<Icon name="key" />} onClick={() => show({ kind: "passphrase" })}>
          {t(security.passphrase.change)}
        </Button>
      </Section>
    </div>
  );
}
