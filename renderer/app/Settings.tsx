/** @file Settings: of this window, of the keys, and of the files the book lies in. One pane at a time. */
import { Button } from "@mantine/core";
import { lazy, useId } from "react";
import { searchSize } from "../data/search.ts";
import { currentBook } from "../data/session.ts";
import { Facts } from "../parts/Facts.tsx";
import { Key } from "../parts/Key.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { Rail } from "../parts/Rail.tsx";
import { Section } from "../parts/Section.tsx";
import { Segmented } from "../parts/Segmented.tsx";
import { Split } from "../parts/Split.tsx";
import { useOverlay } from "../state/overlay.ts";
import { usePreferences } from "../state/preferences.ts";
import { type SettingsPane, settingsPanes, useScreen } from "../state/screen.ts";
import { app } from "../text/app.ts";
import { formatCount, formatInstant } from "../text/format.ts";
import { useT } from "../text/text.ts";
import { AutoLock } from "./AutoLock.tsx";
import { useGate } from "./gate.ts";
import { changePreferences } from "./preferences.ts";
import css from "./Settings.module.css";

const PacksPane = lazy(() => import("../screens/packs/PacksPane.tsx").then((file) => ({ default: file.PacksPane })));
const SecurityPane = lazy(() =>
  import("../screens/security/SecurityPane.tsx").then((file) => ({ default: file.SecurityPane })),
);
const StoragePane = lazy(() =>
  import("../screens/storage/StoragePane.tsx").then((file) => ({ default: file.StoragePane })),
);

export function Settings({ pane }: { pane: SettingsPane }) {
  const t = useT();
  const replace = useScreen((now) => now.replace);
  const choices = settingsPanes.map((key) => ({
    key,
    label: t(app.settings.panes[key]),
    isChosen: key === pane,
    onChoose: () => replace({ screen: "settings", pane: key }),
  }));
  return (
    <>
      <PageHead title={t(app.settings.title)} />
      <Split
        sidePlace="left"
        sideWidth={184}
        side={<Rail label={t(app.settings.title)} groups={[{ key: "panes", choices }]} />}
      >
        <Pane pane={pane} />
      </Split>
    </>
  );
}

function Pane({ pane }: { pane: SettingsPane }) {
  switch (pane) {
    case "general":
      return (
        <div className={css["page"]}>
          <Look />
          <AutoLock />
          <Keyboard />
          <Book />
        </div>
      );
    case "packs":
      return <PacksPane />;
    case "security":
      return <SecurityPane />;
    case "storage":
      return <StoragePane />;
  }
}

function Look() {
  const t = useT();
  const { language, colorScheme } = usePreferences();
  return (
    <Section title={t(app.settings.look)} ruled>
      <div className={css["rows"]}>
        <Segmented
          label={t(app.languages.label)}
          value={language}
          options={[
            { value: "zh-CN", label: t(app.languages["zh-CN"]) },
            { value: "zh-TW", label: t(app.languages["zh-TW"]) },
            { value: "en", label: t(app.languages.en) },
          ]}
          onChange={(next) => void changePreferences({ language: next })}
        />
        <Segmented
          label={t(app.settings.scheme)}
          value={colorScheme}
          options={[
            { value: "light", label: t(app.settings.light) },
            { value: "dark", label: t(app.settings.dark) },
            { value: "auto", label: t(app.settings.auto) },
          ]}
          onChange={(next) => void changePreferences({ colorScheme: next })}
        />
      </div>
    </Section>
  );
}

function Keyboard() {
  const t = useT();
  const help = useId();
  const singleKeys = usePreferences((now) => now.singleKeys ?? true);
  const show = useOverlay((now) => now.show);
  return (
    <Section title={t(app.settings.keys)} ruled>
      <div className={css["rows"]}>
        <Segmented
          label={t(app.settings.singleKeys)}
          describedBy={help}
          value={singleKeys ? "on" : "off"}
          options={[
            { value: "on", label: t(app.settings.on) },
            { value: "off", label: t(app.settings.off) },
          ]}
          onChange={(next) => void changePreferences({ singleKeys: next === "on" })}
        />
      </div>
      <p id={help} className={css["help"]}>
        {t(app.settings.singleKeysHelp)}
      </p>
      <Button size="xs" rightSection={<Key>?</Key>} onClick={() => show({ kind: "help" })}>
        {t(app.settings.allKeys)}
      </Button>
    </Section>
  );
}

function Book() {
  const t = useT();
  const gate = useGate();
  const book = currentBook();
  if (gate.phase !== "open" || book === undefined) return null;
  const { vault, device } = gate.session;
  return (
    <Section title={t(app.settings.book)} ruled>
      <Facts
        facts={[
          { label: t(app.settings.label), value: vault.label },
          { label: t(app.settings.clients), value: formatCount(searchSize()) },
          { label: t(app.settings.created), value: formatInstant(vault.createdAt) },
          { label: t(app.settings.place), value: <span className="sb-mono">{vault.place}</span> },
          { label: t(app.settings.device), value: <span className="sb-mono">{device}</span> },
          { label: t(app.settings.version), value: gate.info.version },
        ]}
      />
    </Section>
  );
}
