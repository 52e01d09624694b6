/** @file One sale through the gate: gathers client, product, rules and draft, then shows the check. */
import { useMemo, useState } from "react";
import type { Client } from "../../../shared/model/client.ts";
import type { ClientId, RecordId } from "../../../shared/model/primitives.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { useAssessments, useAttachments, useClient, useDrafts } from "../../data/queries.ts";
import { type SaleBasis, useClientFacts, useSaleBasis } from "../../data/sale-queries.ts";
import { useShelf } from "../../data/shelf.ts";
import { Empty } from "../../parts/Empty.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { useToday } from "../../parts/today.ts";
import { useScreen } from "../../state/screen.ts";
import { client as clientWords } from "../../text/client.ts";
import { gate as words } from "../../text/gate.ts";
import { useT } from "../../text/text.ts";
import { Check } from "./Check.tsx";
import { SaleDraft, saleForm } from "./sale-draft.ts";

interface GateScreenProps {
  readonly client: ClientId;
  readonly product: RecordId;
  readonly draft: string | undefined;
}

export function GateScreen({ client: clientId, product, draft }: GateScreenProps) {
  const client = useClient(clientId);
  const shelf = useShelf()?.current;
  const basis = useSaleBasis(useToday());
  const sheet = shelf?.find((one) => one.product === product);
  if (client === null || (shelf !== undefined && sheet === undefined)) return <Missing client={clientId} />;
  if (client === undefined || sheet === undefined || basis === undefined) return <Waiting />;
  return <Drafted client={client} sheet={sheet} basis={basis} draft={draft} />;
}

interface DraftedProps {
  readonly client: Client;
  readonly sheet: ProductSheet;
  readonly basis: SaleBasis;
  readonly draft: string | undefined;
}

/** Goes on with the draft that is there for client and product, or begins one. */
function Drafted({ client, sheet, basis, draft: wanted }: DraftedProps) {
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
  if (begun === undefined || facts === undefined || attachments === undefined) return <Waiting />;
  const assessment = assessments?.find(({ id }) => id === facts.assessmentId);
  return (
    <Check
      client={client}
      sources={{ draftId: begun.id, start: begun.start, client: facts, assessment, sheet, basis, attachments }}
      basis={basis}
    />
  );
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

function Waiting() {
  const t = useT();
  const back = useScreen((now) => now.back);
  return (
    <>
      <PageHead title={t(words.title)} fact={t(words.waiting)} back={{ label: t(clientWords.back), onBack: back }} />
      <Skeleton />
    </>
  );
}

function Missing({ client }: { client: ClientId }) {
  const t = useT();
  const { back, open } = useScreen();
  return (
    <>
      <PageHead title={t(words.title)} back={{ label: t(clientWords.back), onBack: back }} />
      <Empty
        title={t(words.noProduct)}
        why={t(words.noProductWhy)}
        action={
          <button type="button" className="sb-link" onClick={() => open({ screen: "client", id: client })}>
            {t(words.toClient)}
          </button>
        }
      />
    </>
  );
}
