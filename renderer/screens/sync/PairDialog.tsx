/** @file Pairing: show our card, read theirs, compare the fingerprint in person, then trust. */
import { Button, Checkbox, Textarea } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import type { ChannelOutput } from "../../../shared/bridge/contract.ts";
import { call } from "../../bridge.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { sync } from "../../text/sync.ts";
import { useT } from "../../text/text.ts";
import { QrCode } from "./QrCode.tsx";
import { readQrPhoto } from "./qr-photo.ts";
import css from "./Sync.module.css";

export function PairDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t(sync.pair.title)} width={760} onClose={onClose}>
      <div className={css["pairing"]}>
        <OurCard />
        <TheirCard onDone={onClose} />
      </div>
    </Dialog>
  );
}

function OurCard() {
  const t = useT();
  const id = useId();
  const [mine, setMine] = useState<ChannelOutput<"identityCard">>();
  const [error, setError] = useState<unknown>();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    call("identityCard", null).then(setMine, setError);
  }, []);
  if (error !== undefined) return <ErrorNote error={error} />;
  if (mine === undefined) return <div />;

  async function copy(card: string): Promise<void> {
    await navigator.clipboard.writeText(card);
    setCopied(true);
  }

  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(sync.pair.mine)}</h2>
      <p className="sb-ink-2">{t(sync.pair.mineHelp)}</p>
      <QrCode text={mine.card} label={t(sync.pair.mineQr)} />
      <p className={css["bigFingerprint"]}>{mine.fingerprint}</p>
      <Textarea
        label={t(sync.pair.mineText)}
        value={mine.card}
        readOnly
        rows={3}
        classNames={{ input: "sb-mono" }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button size="xs" mt={8} onClick={() => void copy(mine.card).catch(setError)}>
        {t(copied ? sync.pair.copied : sync.pair.copy)}
      </Button>
    </section>
  );
}

function TheirCard({ onDone }: { onDone: () => void }) {
  const t = useT();
  const id = useId();
  const photo = useRef<HTMLInputElement>(null);
  const [card, setCard] = useState("");
  const [photoFailed, setPhotoFailed] = useState(false);
  const [reading, setReading] = useState<ChannelOutput<"readCard">>();
  const [compared, setCompared] = useState(false);
  const [asBranch, setAsBranch] = useState(true);
  const [error, setError] = useState<unknown>();

  async function read(text: string): Promise<void> {
    setCard(text);
    setReading(undefined);
    setCompared(false);
    setError(undefined);
    if (text.trim() === "") return;
    try {
      const found = await call("readCard", { card: text.trim() });
      setReading(found);
      setAsBranch(found.role !== "advisor");
    } catch (failed) {
      setError(failed);
    }
  }

  async function readPhoto(file: File): Promise<void> {
    const text = await readQrPhoto(file).catch(() => undefined);
    setPhotoFailed(text === undefined);
    if (text !== undefined) await read(text);
  }

  async function pair(fingerprint: string): Promise<void> {
    try {
      await call("pairPeer", { card: card.trim(), fingerprint, asBranch });
      onDone();
    } catch (failed) {
      setError(failed);
    }
  }

  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(sync.pair.theirs)}</h2>
      <Textarea
        label={t(sync.pair.paste)}
        description={t(sync.pair.pasteHelp)}
        error={photoFailed ? t(sync.pair.photoUnreadable) : undefined}
        value={card}
        rows={4}
        classNames={{ input: "sb-mono" }}
        onChange={(event) => void read(event.currentTarget.value)}
      />
      <Button size="xs" mt={8} onClick={() => photo.current?.click()}>
        {t(sync.pair.photo)}
      </Button>
      <input
        ref={photo}
        type="file"
        accept="image/png,image/jpeg"
        className="sb-hidden"
        tabIndex={-1}
        aria-label={t(sync.pair.photo)}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file !== undefined) void readPhoto(file);
        }}
      />
      {error === undefined ? null : <ErrorNote error={error} />}
      {reading === undefined ? null : (
        <div className={css["reading"]} role="status">
          <p>
            <b>{reading.name}</b> {t(sync.roles[reading.role])}
            {reading.branch === "" ? null : <span className="sb-ink-2"> {reading.branch}</span>}
          </p>
          <p className="sb-ink-2">{t(sync.pair.compare)}</p>
          <p className={css["bigFingerprint"]}>{reading.fingerprint}</p>
          {reading.alreadyPaired ? <p className="sb-ink-2">{t(sync.pair.already)}</p> : null}
          <Checkbox
            label={t(sync.pair.compared)}
            checked={compared}
            onChange={(event) => setCompared(event.currentTarget.checked)}
          />
          <Checkbox
            label={t(sync.pair.asBranch)}
            checked={asBranch}
            onChange={(event) => setAsBranch(event.currentTarget.checked)}
          />
          <Button variant="filled" disabled={!compared} onClick={() => void pair(reading.fingerprint)}>
            {t(compared ? sync.pair.confirm : sync.pair.confirmFirst)}
          </Button>
        </div>
      )}
    </section>
  );
}
