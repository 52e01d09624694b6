/** @file Takes in a product list: choose a file, look at what it would do, write what passes. */

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { listFaultTexts } from "../../../shared/shelf/finding-texts.ts";
import type { ShelfRow } from "../../../shared/shelf/read-shelf.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { FootBar } from "../../parts/FootBar.tsx";
import { Key } from "../../parts/Key.tsx";
import { printKeys, useKeys } from "../../parts/keys.ts";
import { Note } from "../../parts/Note.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { Split } from "../../parts/Split.tsx";
import { Tabs, tabPanelProps } from "../../parts/Tabs.tsx";
import { formatCount } from "../../text/format.ts";
import { products, shelfImport as words } from "../../text/products.ts";
import { useT } from "../../text/text.ts";
import { FileButton } from "./FileButton.tsx";
import css from "./Import.module.css";
import { ImportGuide } from "./ImportGuide.tsx";
import { ImportRows } from "./ImportRows.tsx";
import { useListView } from "./list-view.ts";
import { RowPane } from "./RowPane.tsx";
import { type Taking, useTaking } from "./use-taking.ts";

interface ImportShelfProps {
  readonly onDone: () => void;
  readonly onTaken: () => void;
}

export function ImportShelf({ onDone, onTaken }: ImportShelfProps) {
  const t = useT();
  const setList = useListView((now) => now.set);
  const taking = useTaking((counts) => {
    setList({ taken: counts });
    onTaken();
  });
  const { file, reading } = taking;
  useKeys({ Escape: onDone });
  const fact =
    file === undefined
      ? undefined
      : t(words.fact, {
          file: file.name,
          rows: formatCount(file.list.rows.length),
          encoding: file.list.encoding.toUpperCase(),
        });
  return (
    <>
      <PageHead title={t(words.title)} fact={fact} back={{ label: t(products.title), onBack: onDone }}>
        {file === undefined ? null : <FileButton label={t(words.chooseOther)} onFile={taking.take} />}
      </PageHead>
      {file === undefined || reading === undefined ? (
        <ImportGuide onFile={taking.take}>
          {taking.busy === "reading" ? <ProgressBar label={t(words.reading)} done={0} of={0} /> : null}
          {taking.error === undefined ? null : <ErrorNote error={taking.error} />}
        </ImportGuide>
      ) : reading.faults.length > 0 ? (
        <RefusedList reading={reading} />
      ) : (
        <Preview taking={taking} reading={reading} onCancel={onDone} />
      )}
    </>
  );
}

function RefusedList({ reading: { faults } }: { reading: NonNullable<Taking["reading"]> }) {
  const t = useT();
  return (
    <div className={css["refused"]}>
      <Note tone="bad">
        <b>{t(words.refusedList)}</b>
        <ul>
          {faults.map(({ code, head }) => (
            <li key={`${code}-${head}`}>{t(listFaultTexts[code], { head })}</li>
          ))}
        </ul>
        <p>{t(words.refusedKept)}</p>
      </Note>
    </div>
  );
}

const outcomes = ["create", "update", "same", "refused"] as const;

interface PreviewProps {
  readonly taking: Taking;
  readonly reading: NonNullable<Taking["reading"]>;
  readonly onCancel: () => void;
}

function Preview({ taking, reading, onCancel }: PreviewProps) {
  const t = useT();
  const [tab, setTab] = useState<string>("all");
  const [chosen, setChosen] = useState<ShelfRow>();
  const { rows, counts, ignored } = reading;
  const writes = counts.create + counts.update;
  const shown = tab === "all" ? rows : rows.filter(({ outcome }) => outcome === tab);
  // The row as it is read now: the source may have been typed since.
  const row = rows.find(({ line }) => line === chosen?.line);
  const commit = () => void (writes > 0 && taking.commit());
  useKeys({ "Mod+Enter": commit });
  return (
    <>
      <Tabs
        label={t(words.tabs.label)}
        value={tab}
        onChange={setTab}
        tabs={[
          { key: "all", label: t(words.tabs.all), count: rows.length },
          ...outcomes.map((key) => ({ key, label: t(words.tabs[key]), count: counts[key] })),
        ]}
      />
      <Split fixed underTabs sideWidth={304} sideLabel={t(words.remark)} side={<RowPane row={row} />}>
        <div className={css["pane"]} {...tabPanelProps(tab)}>
          <div className={css["source"]}>
            <TextInput
              label={t(words.source)}
              description={t(words.sourceHelp)}
              value={taking.source}
              maxLength={200}
              onChange={(event) => taking.setSource(event.currentTarget.value)}
            />
          </div>
          {ignored.length === 0 ? null : (
            <p className={css["ignored"]}>{t(words.ignored, { heads: ignored.join(t(words.or)) })}</p>
          )}
          <ImportRows rows={shown} outcome={tab} chosen={row?.line} onChoose={setChosen} />
        </div>
      </Split>
      {taking.error === undefined ? null : <ErrorNote error={taking.error} />}
      <FootBar tall right={<span className="sb-ink-2">{t(words.nothingYet)}</span>}>
        <Button
          variant="filled"
          disabled={writes === 0}
          loading={taking.busy === "writing"}
          rightSection={writes === 0 ? undefined : <Key>{printKeys("Mod+Enter").join(" ")}</Key>}
          onClick={commit}
        >
          {writes === 0 ? t(words.commitNothing) : t(words.commit, { count: formatCount(writes) })}
        </Button>
        <Button onClick={onCancel}>{t(words.cancel)}</Button>
        <span className={css["will"]}>{writes === 0 ? null : t(words.willWrite, { ...counts, count: writes })}</span>
      </FootBar>
    </>
  );
}
