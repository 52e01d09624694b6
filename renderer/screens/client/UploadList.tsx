/** @file What is being sealed, and what was refused, with its reason beside it. */

import { errors } from "../../../shared/error-texts.ts";
import { AppError } from "../../../shared/errors.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Masked } from "../../parts/Masked.tsx";
import { ProgressBar } from "../../parts/ProgressBar.tsx";
import { useMask } from "../../state/mask.ts";
import { documents as words } from "../../text/attachments.ts";
import { maskText } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./Documents.module.css";
import type { Refused, Uploads } from "./use-uploads.ts";

export function UploadList({ uploads: { sealing, done, of, refused, dismiss } }: { uploads: Uploads }) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  if (sealing === undefined && refused.length === 0) return null;
  return (
    <div className={css["uploads"]}>
      {sealing === undefined ? null : (
        <ProgressBar
          label={t(words.sealing, { name: isMasked ? maskText(sealing) : sealing })}
          done={done}
          of={of}
          counted={of > 1}
        />
      )}
      {refused.length === 0 ? null : (
        <ul aria-label={t(words.refusedList)} aria-live="polite">
          {refused.map((item) => (
            <RefusedFile key={item.key} item={item} onDismiss={() => dismiss(item.key)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function RefusedFile({ item, onDismiss }: { item: Refused; onDismiss: () => void }) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const { code, params } = item.error instanceof AppError ? item.error : new AppError("unexpected");
  const { broke, next } = errors[code];
  return (
    <li className={css["refused"]}>
      <Icon name="octagonCross" />
      <b>
        <Masked kind="text" value={item.name} />
      </b>
      <span>{t(words.refused, { broke: t(broke, params), next: t(next, params) })}</span>
      <button
        type="button"
        className={css["dismiss"]}
        aria-label={t(words.dismiss, { name: isMasked ? maskText(item.name) : item.name })}
        onClick={onDismiss}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
