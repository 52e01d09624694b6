/** @file Settings, Security: who can open this book, and how. */
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { refreshKeyState, useKeys } from "../../data/key-state.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Facts } from "../../parts/Facts.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Note } from "../../parts/Note.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { Section } from "../../parts/Section.tsx";
import { useOverlay } from "../../state/overlay.ts";
import { formatInstant } from "../../text/format.ts";
import { security } from "../../text/security.ts";
import { useT } from "../../text/text.ts";
import css from "./Security.module.css";
import { type SecurityDialog, SecurityDialogs } from "./SecurityDialogs.tsx";

interface PartProps {
  readonly onOpen: (dialog: SecurityDialog) => void;
}

export function SecurityPane() {
  const [dialog, setDialog] = useState<SecurityDialog | undefined>();
  const [error, setError] = useState<unknown>();
  useEffect(() => void refreshKeyState().catch(setError), []);
  const { state } = useKeys();
  return (
    <div className={css["pane"]}>
      <Passphrase />
      {error === undefined ? null : <ErrorNote error={error} />}
      {state === undefined ? null : (
        <>
          <Recovery onOpen={setDialog} />
          <Escrow onOpen={setDialog} />
          <Quick onOpen={setDialog} />
          <DataKey onOpen={setDialog} />
        </>
      )}
      <Erase onOpen={setDialog} />
      {dialog === undefined ? null : <SecurityDialogs dialog={dialog} onClose={() => setDialog(undefined)} />}
    </div>
  );
}

function Buttons({ children }: { children: ReactNode }) {
  return <div className="sb-row">{children}</div>;
}

function Passphrase() {
  const t = useT();
  const show = useOverlay((now) => now.show);
  return (
    <Section title={t(security.passphrase.title)} ruled>
      <p className={css["help"]}>{t(security.passphrase.help)}</p>
      <Button size="xs" leftSection={<Icon name="key" />} onClick={() => show({ kind: "passphrase" })}>
        {t(security.passphrase.change)}
      </Button>
    </Section>
  );
}

function Recovery({ onOpen }: PartProps) {
  const t = useT();
  const recovery = useKeys((now) => now.state?.recovery ?? "none");
  const words = t(security.recovery[recovery]);
  return (
    <Section title={t(security.recovery.title)} ruled>
      <div className={css["help"]}>{recovery === "confirmed" ? words : <Note tone="warn">{words}</Note>}</div>
      <Buttons>
        {recovery === "none" ? null : (
          <Button size="xs" onClick={() => onOpen("test")}>
            {t(security.recovery.test)}
          </Button>
        )}
        <Button size="xs" onClick={() => onOpen("renew")}>
          {t(security.recovery.renew)}
        </Button>
      </Buttons>
    </Section>
  );
}

function Escrow({ onOpen }: PartProps) {
  const t = useT();
  const escrow = useKeys((now) => now.state?.escrow);
  return (
    <Section title={t(security.escrow.title)} ruled>
      <p className={css["help"]}>{t(escrow === undefined ? security.escrow.off : security.escrow.on)}</p>
      {escrow === undefined ? null : (
        <div className={css["help"]}>
          <Facts
            facts={[
              { label: t(security.escrow.name), value: escrow.name },
              {
                label: t(security.escrow.fingerprint),
                value: <span className="sb-mono">{escrow.fingerprint}</span>,
              },
              { label: t(security.escrow.key), value: <span className="sb-mono">{escrow.recipient}</span> },
              { label: t(security.escrow.since), value: formatInstant(escrow.addedAt) },
            ]}
          />
        </div>
      )}
      <Buttons>
        <Button size="xs" leftSection={<Icon name="branch" />} onClick={() => onOpen("escrow")}>
          {t(escrow === undefined ? security.escrow.set : security.escrow.replace)}
        </Button>
        {escrow === undefined ? null : (
          <Button size="xs" onClick={() => onOpen("removeEscrow")}>
            {t(security.escrow.remove)}
          </Button>
        )}
      </Buttons>
    </Section>
  );
}

function Quick({ onOpen }: PartProps) {
  const t = useT();
  const quick = useKeys((now) => now.state?.quick);
  const store = quick?.store;
  if (quick === undefined) return null;
  return (
    <Section title={t(security.quick.title)} ruled>
      <p className={css["help"]}>
        {store === undefined
          ? t(security.quick.absent)
          : quick.isOn
            ? t(security.quick.on, { store })
            : t(security.quick.off)}
      </p>
      {store === undefined ? null : (
        <Button size="xs" onClick={() => onOpen(quick.isOn ? "quickOff" : "quickOn")}>
          {t(quick.isOn ? security.quick.turnOff : security.quick.turnOn)}
        </Button>
      )}
    </Section>
  );
}

function DataKey({ onOpen }: PartProps) {
  const t = useT();
  const { state, rotation, rotationError } = useKeys();
  return (
    <Section title={t(security.rotation.title)} ruled>
      <p className={css["help"]}>{t(state?.isRotating ? security.notice.rotating : security.rotation.help)}</p>
      {rotationError === undefined ? null : <ErrorNote error={rotationError} />}
      {rotation === undefined ? (
        <Button size="xs" leftSection={<Icon name="turn" />} onClick={() => onOpen("rotate")}>
          {t(state?.isRotating ? security.rotation.resume : security.rotation.start)}
        </Button>
      ) : (
        <ProgressBar label={t(security.rotation.working)} done={rotation.done} of={rotation.of} />
      )}
    </Section>
  );
}

function Erase({ onOpen }: PartProps) {
  const t = useT();
  return (
    <Section title={t(security.erase.title)} ruled>
      <p className={css["help"]}>{t(security.erase.help)}</p>
      <Button size="xs" onClick={() => onOpen("erase")}>
        {t(security.erase.start)}
      </Button>
    </Section>
  );
}
