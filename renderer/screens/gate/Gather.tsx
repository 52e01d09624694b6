/** @file Gathers what a sale under check rests on: client, product, rules, records and draft. */
import { type ReactNode, useMemo, useState } from "react";
import type { Client } from "../../../shared/model/client.ts";
import type { ClientId, RecordId } from "../../../shared/model/primitives.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { useAssessments, useAttachments, useClient, useDrafts } from "../../data/queries.ts";
import { type SaleBasis, useClientFacts, useSaleBasis } from "../../data/sale-queries.ts";
import { useShelf } from "../../data/shelf.ts";
import { useToday } from "../../parts/today.ts";
import { SaleDraft, saleForm } from "./sale-draft.ts";
import type { SaleSources } from "./use-sale.ts";

export interface Gathered {
  readonly client: Client;
  readonly sources: SaleSources;
  readonly basis: SaleBasis;
}

interface GatherProps {
  readonly client: ClientId;
  readonly product: RecordId;
  readonly draft: string | undefined;
  readonly waiting: ReactNode;
  /** Without the client, or without the product. */
  readonly missing: ReactNode;
  readonly children: (gathered: Gathered) => ReactNode;
}

export function Gather({ client: clientId, product, draft, waiting, missing, children }: GatherProps) {
  const client = useClient(clientId);
  const shelf = useShelf()?.current;
  const basis = useSaleBasis(useToday());
  const sheet = shelf?.find((one) => one.product === product);
  if (client === null || (shelf !== undefined && sheet === undefined)) return missing;
  if (client === undefined || sheet === undefined || basis === undefined) return waiting;
  return (
    <Drafted client={client} sheet={sheet} basis={basis} draft={draft} waiting={waiting}>
      {children}
    </Drafted>
  );
}

interface DraftedProps extends Pick<GatherProps, "draft" | "waiting" | "children"> {
  readonly client: Client;
  readonly sheet: ProductSheet;
  readonly basis: SaleBasis;
}

/** Goes on with the draft that is there for client and product, or begins one. */
function Drafted({ client, sheet, basis, draft: wanted, waiting, children }: DraftedProps) {
  const drafts = useDrafts();
  const facts = useClientFacts(client, basis);
  const assessments = useAssessments(client.id);
  const attachments = useAttachments(client.id);
  const [fresh] = useState(() => crypto.randomUUID());
  const found = useMemo(
    () => findDraft(drafts, { client: client.id, product: sheet.product, wanted }),
    [drafts, client, sheet, wanted],
  );
  // The draft it begins with: what is saved later is this screen's own.
  const [begun, setBegun] = useState<{ readonly id: string; readonly start: SaleDraft }>();
  if (begun === undefined && drafts !== undefined) {
    setBegun(found ?? { id: fresh, start: SaleDraft.parse({ client: client.id, product: sheet.product }) });
  }
  if (begun === undefined || facts === undefined || attachments === undefined) return waiting;
  const assessment = assessments?.find(({ id }) => id === facts.assessmentId);
  const { id: draftId, start } = begun;
  return children({ client, sources: { draftId, start, client: facts, assessment, sheet, basis, attachments }, basis });
}

interface Wanted {
  readonly client: ClientId;
  readonly product: RecordId;
  readonly wanted: string | undefined;
}

function findDraft(
  drafts: ReturnType<typeof useDrafts>,
  { client, product, wanted }: Wanted,
): { readonly id: string; readonly start: SaleDraft } | undefined {
  for (const draft of drafts ?? []) {
    const id = draft.id.slice(saleForm.length + 1);
    if (draft.form !== saleForm || (wanted !== undefined && id !== wanted)) continue;
    const start = SaleDraft.safeParse(draft.values).data;
    if (start?.client === client && start.product === product) return { id, start };
  }
  return undefined;
}
