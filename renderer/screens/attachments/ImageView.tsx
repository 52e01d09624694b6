/** @file A picture. The browser decodes it from the sealed stream; nothing of it lies in a cache. */
import { useState } from "react";
import { AppError } from "../../../shared/errors.ts";
import { attachmentUrl } from "../../data/attachments.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { useMask } from "../../state/mask.ts";
import { maskText } from "../../text/format.ts";
import css from "./Attachments.module.css";
import { Sheet } from "./Sheet.tsx";
import type { Size } from "./zoom.ts";

const unknown: Size = { width: 1, height: 1 };

export function ImageView({ id, name }: { id: string; name: string }) {
  const isMasked = useMask((now) => now.isOn);
  const [size, setSize] = useState(unknown);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) {
    return (
      <div className={css["failed"]}>
        <ErrorNote error={new AppError("attachment-damaged")} />
      </div>
    );
  }
  return (
    <Sheet {...size}>
      {() => (
        <img
          className={css["drawn"]}
          src={attachmentUrl(id)}
          alt={isMasked ? maskText(name) : name}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setSize({ width: naturalWidth, height: naturalHeight })
          }
          onError={() => setBroken(true)}
        />
      )}
    </Sheet>
  );
}
