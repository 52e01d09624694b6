/** @file The sale on the screen: its draft, kept as it changes, its judgement, and its end as a decision. */
import { useMemo, useState } from "react";
import type { Assessment } from "../../../shared/model/assessment.ts";
import type { Decision } from "../../../shared/model/decision.ts";
import type { RecordId } from "../../../shared/model/primitives.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import type { ClientFacts } from "../../../shared/rules/client-facts.ts";
import { verdictOf } from "../../../shared/rules/decision-record.ts";
import type { MatchBasis } from "../../../shared/rules/match.ts";
import { useAutosave } from "../../data/autosave.ts";
import { recordDecision, saveDraft } from "../../data/commands.ts";
import type { FiledAttachment } from "../../data/reads.ts";
import { type SaleDraft, saleForm } from "./sale-draft.ts";
import { type LiveSale, liveSale } from "./sale-view.ts";

export interface SaleSources {
  /** Where the draft is kept; the decision that comes of it bears the same id, which its documents name. */
  readonly draftId: RecordId;
  readonly start: SaleDraft;
  readonly client: ClientFacts;
  /** The one the facts were taken from. */
  readonly assessment: Assessment | undefined;
  readonly sheet: ProductSheet;
  readonly basis: MatchBasis;
  readonly attachments: readonly FiledAttachment[];
}

export interface SaleInHand {
  readonly draft: SaleDraft;
  readonly change: (patch: Partial<SaleDraft>) => void;
  /** The same, but on the disk when it resolves. @throws AppError as `saveDraft` does */
  readonly keep: (patch: Partial<SaleDraft>) => Promise<void>;
  /** Undefined until the advisor has said what is to be sold. */
  readonly live: LiveSale | undefined;
  /** When the draft last reached the disk. */
  readonly savedAt: number | undefined;
  /** Record the decision; resolves to its id, to nothing where it failed: see `error`. */
  readonly finish: () => Promise<RecordId | undefined>;
  readonly isFinishing: boolean;
  readonly error: unknown;
}

export function useSale(sources: SaleSources): SaleInHand {
  const { draftId, start, client, assessment, sheet, basis, attachments } = sources;
  const [draft, setDraft] = useState(start);
  const [isFinishing, setFinishing] = useState(false);
  const [error, setError] = useState<unknown>();
  const autosave = useAutosave(saleForm, draftId);
  const live = useMemo(() => {
    const { intent } = draft;
    if (intent === undefined) return undefined;
    return liveSale({ draft, intent, client, assessment, sheet, basis, attachments });
  }, [draft, client, assessment, sheet, basis, attachments]);

  function change(patch: Partial<SaleDraft>): void {
    const next = { ...draft, ...patch };
    setDraft(next);
    autosave.changed(next);
  }

  async function keep(patch: Partial<SaleDraft>): Promise<void> {
    const next = { ...draft, ...patch };
    await saveDraft(saleForm, draftId, next);
    setDraft(next);
  }

  async function finish(): Promise<RecordId | undefined> {
    // Ctrl Enter pressed twice must not record twice.
    if (live === undefined || isFinishing) return undefined;
    setFinishing(true);
    setError(undefined);
    autosave.finish();
    try {
      const value = decisionOf(live, draft, new Date().toISOString());
      return await recordDecision(value, { id: draftId, draft: { form: saleForm, subject: draftId } });
    } catch (failure) {
      autosave.resume();
      setError(failure);
      return undefined;
    } finally {
      setFinishing(false);
    }
  }

  return { draft, change, keep, live, savedAt: autosave.savedAt, finish, isFinishing, error };
}

/** What is kept: the facts, what the gate made of them, and every record they were taken from. */
export function decisionOf(live: LiveSale, draft: SaleDraft, at: string): Omit<Decision, "id"> {
  const { sale, rules, sheet, assessment, statements, statuses, documents, recording } = live;
  const note = draft.note?.trim() ?? "";
  return {
    client: draft.client,
    sheet: sheet.id,
    sale,
    ...verdictOf(sale, rules),
    ...(assessment !== undefined && { assessment: assessment.id }),
    statements: statements.map(({ id }) => id),
    statuses: statuses.map(({ id }) => id),
    documents: [...documents.values()].map(({ facts: _facts, ...document }) => document),
    ...(recording !== undefined && { recording: recording.id }),
    ...(note !== "" && { note }),
    at,
  };
}
