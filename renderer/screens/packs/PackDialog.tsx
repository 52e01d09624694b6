/** @file One version of a rule pack: its sources, its choices of law and numbers, and what it changed. */
import type { GatePack } from "../../../shared/packs/gate-pack.ts";
import type { PackLibrary } from "../../../shared/packs/library.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Facts } from "../../parts/Facts.tsx";
import { Section } from "../../parts/Section.tsx";
import { packs } from "../../text/packs.ts";
import { useT } from "../../text/text.ts";
import { Differences } from "./Differences.tsx";
import css from "./Packs.module.css";
import { type AnyPack, forceWords } from "./words.ts";

interface PackDialogProps {
  readonly pack: AnyPack;
  readonly library: PackLibrary;
  readonly onClose: () => void;
}

export function PackDialog({ pack, library, onClose }: PackDialogProps) {
  const t = useT();
  const versions = library.all(pack.kind).filter(({ id }) => id === pack.id);
  const before = versions[versions.findIndex(({ version }) => version === pack.version) - 1];
  return (
    <Dialog title={`${t(pack.title)} ${pack.version}`} width={760} onClose={onClose} isLight isText>
      <p className="sb-ink-2">
        <span className="sb-mono">{pack.id}</span> {forceWords(t, pack)}
      </p>
      <Sources pack={pack} />
      {pack.kind === "sale-gate" ? <Choices pack={pack} /> : null}
      {before === undefined ? null : (
        <Section ruled title={t(packs.differences.title, { version: before.version })}>
          <Differences before={before} after={pack} />
        </Section>
      )}
    </Dialog>
  );
}

function Sources({ pack }: { readonly pack: AnyPack }) {
  const t = useT();
  return (
    <Section ruled title={t(packs.sources)}>
      <ul className={css["sources"]}>
        {pack.sources.map((source) => (
          <li key={source.id}>
            {t(source.law)} {"article" in source && source.article !== undefined ? t(source.article) : ""}
            {"note" in source && source.note !== undefined ? (
              <span className={css["note"]}>{t(source.note)}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Choices({ pack }: { readonly pack: GatePack }) {
  const t = useT();
  const readings = Object.entries(pack.readings);
  return (
    <>
      <Section ruled title={t(packs.numbers)}>
        <Facts
          labelWidth={280}
          facts={Object.entries(pack.numbers).map(([name, value]) => ({
            key: name,
            label: t(packs.number[name as keyof GatePack["numbers"]]),
            value: Array.isArray(value) ? value.join(" ") : value,
          }))}
        />
      </Section>
      <Section ruled title={t(packs.readings)}>
        <p className={css["help"]}>{t(packs.readingsWhy, { count: readings.length })}</p>
        <Facts
          labelWidth={60}
          facts={readings.map(([id, { value, note }]) => ({ key: id, label: id, value: t(note), reason: value }))}
        />
      </Section>
    </>
  );
}
