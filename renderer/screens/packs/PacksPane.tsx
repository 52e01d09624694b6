/** @file Settings, Rule packs: every version there is, which is in force, where it comes from; taking in a signed one. */
import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { InstalledPack } from "../../../shared/model/installed-pack.ts";
import { packKinds, standingOn } from "../../../shared/packs/library.ts";
import { useOffice, usePacks } from "../../data/queries.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Note } from "../../parts/Note.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { Section } from "../../parts/Section.tsx";
import { formatInstant } from "../../text/format.ts";
import { packs } from "../../text/packs.ts";
import { useT } from "../../text/text.ts";
import { PackDialog } from "./PackDialog.tsx";
import { PackPreview } from "./PackPreview.tsx";
import css from "./Packs.module.css";
import { usePackIntake } from "./use-pack-intake.ts";
import { type AnyPack, forceWords } from "./words.ts";

export function PacksPane() {
  const t = useT();
  const library = usePacks();
  const installed = useOffice("installedPack");
  const intake = usePackIntake();
  const fileInput = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<AnyPack>();
  const day = shanghaiDay(Date.now());
  const all = packKinds.flatMap((kind) => [...library.all(kind)].reverse() as readonly AnyPack[]);
  const { done } = intake;
  const taken = done && all.find((pack) => `${pack.id}.${pack.version}` === done.id);
  return (
    <div className={css["pane"]}>
      <Section
        title={t(packs.title)}
        right={
          <Button size="xs" leftSection={<Icon name="import" />} onClick={() => fileInput.current?.click()}>
            {t(packs.take)}
          </Button>
        }
      >
        <input
          ref={fileInput}
          type="file"
          accept=".suitbook-pack"
          className="sb-hidden"
          tabIndex={-1}
          aria-label={t(packs.take)}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file !== undefined) void intake.take(file);
          }}
        />
        <p className={css["help"]}>{t(packs.help)}</p>
        <div className={css["messages"]} aria-live="polite">
          {intake.isBusy ? <ProgressBar label={t(packs.reading)} done={0} of={0} /> : null}
          {intake.error === undefined ? null : <ErrorNote error={intake.error} />}
          {taken === undefined ? null : (
            <Note tone="info">
              {t(packs.done, { title: t(taken.title), version: taken.version, from: taken.effectiveFrom })}
            </Note>
          )}
        </div>
        <table className="sb-table">
          <thead>
            <tr>
              <th scope="col">{t(packs.columns.pack)}</th>
              <th scope="col">{t(packs.columns.version)}</th>
              <th scope="col">{t(packs.columns.force)}</th>
              <th scope="col">{t(packs.columns.standing)}</th>
              <th scope="col">{t(packs.columns.origin)}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((pack) => (
              <PackRow
                key={`${pack.kind} ${pack.id} ${pack.version}`}
                pack={pack}
                standing={standingOn(library, pack, day)}
                installed={installed?.find((one) => one.id === `${pack.id}.${pack.version}`)}
                onOpen={() => setShown(pack)}
              />
            ))}
          </tbody>
        </table>
      </Section>
      {shown === undefined ? null : <PackDialog pack={shown} library={library} onClose={() => setShown(undefined)} />}
      {intake.preview === undefined ? null : (
        <PackPreview
          reading={intake.preview.reading}
          library={library}
          day={day}
          isBusy={intake.isBusy}
          onCommit={() => void intake.commit()}
          onClose={intake.discard}
        />
      )}
    </div>
  );
}

interface PackRowProps {
  readonly pack: AnyPack;
  readonly standing: ReturnType<typeof standingOn>;
  readonly installed: InstalledPack | undefined;
  readonly onOpen: () => void;
}

function PackRow({ pack, standing, installed, onOpen }: PackRowProps) {
  const t = useT();
  const isInForce = standing === "in-force";
  return (
    <tr>
      <td>
        <button type="button" className={css["name"]} onClick={onOpen}>
          {t(pack.title)}
        </button>
        <span className={css["id"]}>{pack.id}</span>
      </td>
      <td>{pack.version}</td>
      <td className="sb-ink-2">{forceWords(t, pack)}</td>
      <td className={isInForce ? "sb-ok" : "sb-ink-2"}>
        <span className={css["standing"]}>
          {isInForce ? <Icon name="circleCheck" /> : null}
          {t(packs.standing[standing])}
        </span>
      </td>
      <td className="sb-ink-2">
        {installed === undefined
          ? t(packs.shipped)
          : t(packs.signedBy, { name: installed.signer.name, at: formatInstant(installed.at) })}
      </td>
    </tr>
  );
}
