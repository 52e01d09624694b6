/** @file The notice of a result, in the client's language: filed as PDF, opened where it was filed, or printed on paper. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { type Language, languages } from "../../../shared/model/primitives.ts";
import { useAttachments } from "../../data/queries.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { useOverlay } from "../../state/overlay.ts";
import { app } from "../../text/app.ts";
import { formatInstant } from "../../text/format.ts";
import { notice } from "../../text/result.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Result.module.css";
import type { Reading } from "./reading.ts";
import { useNotice } from "./use-notice.ts";

interface NoticeDialogProps {
  readonly reading: Reading;
  readonly onClose: () => void;
}

export function NoticeDialog({ reading, onClose }: NoticeDialogProps) {
  const t = useT();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const show = useOverlay((now) => now.show);
  const { file, print, doing, error } = useNotice(reading);
  const { client, id } = reading.record;
  const filed = useAttachments(client)?.find((one) => {
    const isNotice = one.kind !== "reference" && one.made?.document === "result-notice" && one.made.record === id;
    return isNotice && one.made?.language === language && one.withdrawn === undefined;
  });

  function open(attachment: string): void {
    onClose();
    show({ kind: "attachment", client, attachment });
  }
  async function makeAndOpen(): Promise<void> {
    const made = await file(language);
    if (made !== undefined) open(made.id);
  }

  return (
    <Dialog
      title={t(notice.title)}
      width={520}
      onClose={onClose}
      footer={
        <>
          {filed === undefined ? (
            <Button
              variant="filled"
              leftSection={<Icon name="document" />}
              loading={doing === "file"}
              disabled={doing === "print"}
              onClick={() => void makeAndOpen()}
            >
              {t(notice.make)}
            </Button>
          ) : (
            <Button variant="filled" leftSection={<Icon name="document" />} onClick={() => open(filed.id)}>
              {t(notice.open)}
            </Button>
          )}
          <Button
            leftSection={<Icon name="print" />}
            loading={doing === "print"}
            disabled={doing === "file"}
            onClick={() => void print(language)}
          >
            {t(notice.print)}
          </Button>
        </>
      }
    >
      <div className={css["notice"]}>
        <Segmented
          label={t(notice.language)}
          value={language}
          options={languages.map((value) => ({ value, label: t(app.languages[value]) }))}
          onChange={setLanguage}
        />
        <p className="sb-ink-2" aria-live="polite">
          {filed === undefined ? t(notice.notFiled) : t(notice.filed, { at: formatInstant(filed.addedAt) })}
        </p>
        {error === undefined ? null : <ErrorNote error={error} />}
      </div>
    </Dialog>
  );
}
