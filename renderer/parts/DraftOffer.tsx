/** @file Offers what was being typed when the form was last left unfinished. */
import { dropDraft } from "../data/commands.ts";
import { useDraft } from "../data/queries.ts";
import { client as words } from "../text/client.ts";
import { formatInstantRelative } from "../text/format.ts";
import { useLanguage, useT } from "../text/text.ts";
import { Note } from "./Note.tsx";
import { useToday } from "./today.ts";

interface DraftOfferProps {
  readonly form: string;
  readonly subject: string;
  readonly onTake: (values: unknown) => void;
}

export function DraftOffer({ form, subject, onTake }: DraftOfferProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const draft = useDraft(form, subject);
  if (!draft) return null;
  return (
    <Note
      tone="info"
      action={
        <>
          <button type="button" className="sb-link" onClick={() => onTake(draft.values)}>
            {t(words.draftContinue)}
          </button>
          <button
            type="button"
            className="sb-link"
            onClick={() => void dropDraft(form, subject).catch(() => undefined)}
          >
            {t(words.draftDiscard)}
          </button>
        </>
      }
    >
      {t(words.draftFound, { time: formatInstantRelative(draft.savedAt, today, language) })}
    </Note>
  );
}
