/** @file Papers a record rests on: chosen from the client's documents, or added to them on the spot. */
import { Button } from "@mantine/core";
import { useId, useRef, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { attachmentTypes, typesOfKind } from "../../../../shared/model/attachment.ts";
import { shanghaiDay } from "../../../../shared/model/dates.ts";
import type { ClientId } from "../../../../shared/model/primitives.ts";
import type { DocumentRef } from "../../../../shared/model/statement.ts";
import { addAttachment } from "../../../data/attachments.ts";
import { useAttachments } from "../../../data/queries.ts";
import { ErrorNote } from "../../../parts/ErrorNote.tsx";
import { FieldErrorText, FieldLabel } from "../../../parts/FieldFrame.tsx";
import type { FieldProps } from "../../../parts/form.ts";
import { Icon } from "../../../parts/Icon.tsx";
import { Masked } from "../../../parts/Masked.tsx";
import { useField } from "../../../parts/useField.tsx";
import { choice as words } from "../../../text/eligibility.ts";
import { useT } from "../../../text/text.ts";
import css from "./Eligibility.module.css";

interface DocumentsFieldProps<V extends FieldValues, C, T> extends FieldProps<V, C, T> {
  readonly client: ClientId;
  /** One paper, or as many as the record takes. */
  readonly most?: number;
}

/** What can be a proof: papers and pictures, no recordings. */
const accepted = attachmentTypes.filter((type) => (typesOfKind.document as readonly string[]).includes(type));

export function DocumentsField<V extends FieldValues, C = unknown, T = V>(props: DocumentsFieldProps<V, C, T>) {
  const { client, label, optional, help, most = 1 } = props;
  const t = useT();
  const id = useId();
  const { field, message } = useField(props);
  const chosen: readonly DocumentRef[] = field.value ?? [];
  const picker = useRef<HTMLInputElement>(null);
  const [isAdding, setAdding] = useState(false);
  const [error, setError] = useState<unknown>();
  const papers = useAttachments(client)?.filter(({ kind, withdrawn }) => isPaper(kind) && withdrawn === undefined);

  const take = (refs: readonly DocumentRef[]) => field.onChange([...refs, ...chosen].slice(0, most));
  const toggle = (paper: DocumentRef) =>
    has(chosen, paper.attachment)
      ? field.onChange(chosen.filter(({ attachment }) => attachment !== paper.attachment))
      : take([paper]);

  async function add(files: readonly File[]): Promise<void> {
    setAdding(true);
    setError(undefined);
    const added: DocumentRef[] = [];
    try {
      for (const file of files) {
        const filed = await addAttachment(client, file, true);
        added.push({ attachment: filed.id, sha256: filed.sha256 });
      }
    } catch (failed) {
      setError(failed);
    }
    if (added.length > 0) take(added);
    setAdding(false);
  }

  return (
    <fieldset className={css["papers"]} aria-describedby={message === undefined ? undefined : `${id}-error`}>
      <legend className="sb-label">
        <FieldLabel label={label} optional={optional} />
      </legend>
      {papers?.length ? (
        <ul>
          {papers.map((paper) => (
            <li key={paper.id}>
              <label className={css["paper"]}>
                <input
                  type="checkbox"
                  checked={has(chosen, paper.id)}
                  onChange={() => toggle({ attachment: paper.id, sha256: paper.sha256 })}
                />
                <span>
                  <Masked kind="text" value={paper.name} />
                </span>
                <span className="sb-ink-3">{t(words.addedOn, { day: shanghaiDay(paper.addedAt) })}</span>
              </label>
            </li>
          ))}
        </ul>
      ) : (
        <p className="sb-ink-3">{t(words.none)}</p>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        multiple={most > 1}
        aria-label={t(words.addFor, { label })}
        accept={accepted.join(",")}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = ""; // the same file may be chosen again
          if (files.length > 0) void add(files);
        }}
      />
      <Button
        size="xs"
        leftSection={<Icon name="plus" />}
        loading={isAdding}
        aria-label={t(words.addFor, { label })}
        onClick={() => picker.current?.click()}
      >
        {t(words.add)}
      </Button>
      {message === undefined ? null : (
        <div id={`${id}-error`} role="alert">
          <FieldErrorText>{message}</FieldErrorText>
        </div>
      )}
      {error === undefined ? null : <ErrorNote error={error} />}
      {help === undefined ? null : <div className={css["help"]}>{help}</div>}
    </fieldset>
  );
}

function has(chosen: readonly DocumentRef[], attachment: string): boolean {
  return chosen.some((one) => one.attachment === attachment);
}

function isPaper(kind: string): boolean {
  return kind === "document" || kind === "photo" || kind === "signature";
}
