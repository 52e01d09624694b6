/**
 * @file A sale's documents before the client, one after the other: read, ticked and signed in meeting
 * mode. Nothing of the book shows, and the way back into it asks for the passphrase.
 */
import { useState } from "react";
import type { ClientId, Language, RecordId } from "../../../shared/model/primitives.ts";
import type { SaleDocumentKind } from "../../../shared/rules/sale-documents.ts";
import { hasFullCapacity } from "../../../shared/rules/sale-gate.ts";
import { Leaving } from "../../parts/Leaving.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { useScreen } from "../../state/screen.ts";
import { clientMode as words } from "../../text/gate.ts";
import { ReaderLanguage, useLanguage, useT } from "../../text/text.ts";
import { Gather, type Gathered } from "./Gather.tsx";
import { OneDocument } from "./OneDocument.tsx";
import css from "./Reading.module.css";
import { Signed } from "./Signed.tsx";
import type { LiveSale } from "./sale-view.ts";
import { useSale } from "./use-sale.ts";

interface ReadingScreenProps {
  readonly client: ClientId;
  readonly product: RecordId;
  readonly draft: string;
  readonly document: SaleDocumentKind;
}

export function ReadingScreen({ client, product, draft, document }: ReadingScreenProps) {
  // There is no way back into the book from here but the passphrase, so what is missing waits.
  return (
    <Gather client={client} product={product} draft={draft} waiting={<Skeleton />} missing={<Skeleton />}>
      {(gathered) => <Documents gathered={gathered} first={document} />}
    </Gather>
  );
}

interface DocumentsProps {
  readonly gathered: Gathered;
  readonly first: SaleDocumentKind;
}

type View = "reading" | "signed" | "leaving";

function Documents({ gathered, first }: DocumentsProps) {
  const own = useLanguage();
  const replace = useScreen((now) => now.replace);
  const { client, sources } = gathered;
  const sale = useSale(sources);
  const [kind, setKind] = useState(first);
  const [view, setView] = useState<View>("reading");
  const [language, setLanguage] = useState<Language>(own);
  const { live } = sale;
  const left = live === undefined ? [] : unsigned(live);
  const [next] = left;
  const leave = () => setView("leaving");

  function toGate(): void {
    const { product } = sources.sheet;
    replace({ screen: "gate", client: client.id, product, draft: sources.draftId });
  }

  function page() {
    // What was to be read is due no more: the facts have changed.
    if (view === "leaving" || live === undefined || (view === "reading" && !left.includes(kind))) {
      const back = view === "leaving" && left.includes(kind) ? () => setView("reading") : undefined;
      return <LeavingPage gathered={gathered} onOpen={toGate} onBack={back} />;
    }
    if (view === "signed") {
      const goOn = () => {
        if (next === undefined) return leave();
        setKind(next);
        setView("reading");
      };
      return <Signed client={client} left={left.length} onNext={goOn} onLeave={leave} />;
    }
    return (
      <OneDocument
        key={`${kind} ${language}`}
        of={{ kind, client, sale, live, gathered }}
        signer={signerOf(gathered, live)}
        onLanguage={setLanguage}
        onSigned={() => setView("signed")}
        onDecline={leave}
      />
    );
  }

  return (
    <ReaderLanguage value={language}>
      <div lang={language} className={css["whole"]}>
        {page()}
      </div>
    </ReaderLanguage>
  );
}

/** The documents that are due and not signed, in the order they are read. */
function unsigned({ due, documents }: LiveSale): readonly SaleDocumentKind[] {
  return due.isReady ? due.kinds.filter((kind) => !documents.has(kind)) : [];
}

/** The name that has to be typed: the client's, the guardian's; whoever signs for a company is not known. */
function signerOf({ client, sources }: Gathered, live: LiveSale): string | undefined {
  if (live.sale.client.kind === "company") return undefined;
  if (hasFullCapacity(live.sale)) return client.name;
  const consent = sources.client.standing.statements.findLast(({ kind }) => kind === "guardian-consent");
  return consent?.kind === "guardian-consent" ? consent.who : undefined;
}

interface LeavingPageProps {
  readonly gathered: Gathered;
  readonly onOpen: () => void;
  readonly onBack: (() => void) | undefined;
}

function LeavingPage({ gathered: { client }, onOpen, onBack }: LeavingPageProps) {
  const t = useT();
  return <Leaving client={client} subject={t(words.head)} openLabel={t(words.open)} onOpen={onOpen} onBack={onBack} />;
}
