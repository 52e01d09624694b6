/** @file A signed rule pack before it is taken in: who signed it, everything wrong with it, what it would change. */
import { Button } from "@mantine/core";
import type { PackReading } from "../../../shared/bridge/contract.ts";
import { faultTexts } from "../../../shared/packs/fault-texts.ts";
import { type PackLibrary, packKinds } from "../../../shared/packs/library.ts";
import { PackHead } from "../../../shared/packs/pack-head.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Facts } from "../../parts/Facts.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Note } from "../../parts/Note.tsx";
import { Section } from "../../parts/Section.tsx";
import { packs } from "../../text/packs.ts";
import { useT } from "../../text/text.ts";
import { Differences } from "./Differences.tsx";
import css from "./Packs.module.css";
import { forceWords } from "./words.ts";

interface PackPreviewProps {
  readonly reading: PackReading;
  readonly library: PackLibrary;
  readonly day: string;
  readonly isBusy: boolean;
  readonly onCommit: () => void;
  readonly onClose: () => void;
}

export function PackPreview({ reading, library, day, isBusy, onCommit, onClose }: PackPreviewProps) {
  const t = useT();
  const { preview: words } = packs;
  const head = PackHead.safeParse(reading.pack).data;
  const canTake = head !== undefined && reading.faults.length === 0 && reading.standing === "new";
  return (
    <Dialog
      title={t(words.title)}
      width={760}
      onClose={onClose}
      isText
      footer={
        canTake ? (
          <>
            <Button variant="filled" disabled={isBusy} onClick={onCommit}>
              {t(words.commit, { from: head.effectiveFrom })}
            </Button>
            <Button onClick={onClose}>{t(words.cancel)}</Button>
            <span className="sb-ink-2">{t(words.nothingYet)}</span>
          </>
        ) : (
          <Button onClick={onClose}>{t(words.close)}</Button>
        )
      }
    >
      <p className={css["signed"]}>
        <Icon name="check" /> {t(words.signed, { ...reading.signer })}
      </p>
      {head === undefined ? null : (
        <Facts
          labelWidth={88}
          facts={[
            { label: t(words.pack), value: t(head.title), reason: `${head.id} ${head.version}` },
            { label: t(words.force), value: forceWords(t, head) },
          ]}
        />
      )}
      {reading.standing === "known" ? <Note tone="info">{t(words.known)}</Note> : null}
      {reading.standing === "taken" ? <Note tone="bad">{t(words.taken)}</Note> : null}
      {reading.faults.length > 0 ? <Faults faults={reading.faults} /> : null}
      {canTake ? <Against reading={reading} library={library} day={day} /> : null}
    </Dialog>
  );
}

function Faults({ faults }: { readonly faults: PackReading["faults"] }) {
  const t = useT();
  return (
    <>
      <Note tone="bad">{t(packs.preview.faults, { count: faults.length })}</Note>
      <ul className={css["faults"]}>
        {faults.map(({ code, at, detail }) => (
          <li key={`${code} ${at} ${detail}`}>
            {t(faultTexts[code])} <span className="sb-mono">{[at, detail].filter(Boolean).join(" ")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Set beside the version in force on the day it would begin, or else the newest there is. */
function Against({ reading, library, day }: Pick<PackPreviewProps, "reading" | "library" | "day">) {
  const t = useT();
  const head = PackHead.parse(reading.pack);
  const kind = packKinds.find((one) => one === head.kind);
  if (kind === undefined) return null;
  const begins = head.effectiveFrom > day ? head.effectiveFrom : day;
  const before = library.find(kind, head.id) ?? library.inForce(kind, begins);
  if (before === undefined) return <p className="sb-ink-2">{t(packs.differences.first)}</p>;
  return (
    <Section ruled title={t(packs.differences.title, { version: `${before.id} ${before.version}` })}>
      <Differences before={before} after={reading.pack} />
    </Section>
  );
}
