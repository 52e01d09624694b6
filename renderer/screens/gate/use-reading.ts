/** @file One document of a sale before the client: its words, and its signature on the way into the draft. */
import { useMemo, useState } from "react";
import type { PrintDocument } from "../../../shared/documents/document.ts";
import { textsFor } from "../../../shared/documents/notice.ts";
import { saleDocument } from "../../../shared/documents/sale-document.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Client } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { Language } from "../../../shared/model/primitives.ts";
import type { Signature } from "../../../shared/model/signature.ts";
import type { DocumentRef } from "../../../shared/model/statement.ts";
import type { DocumentTexts } from "../../../shared/packs/document-texts.ts";
import type { SaleDocumentKind } from "../../../shared/rules/sale-documents.ts";
import { givenSignature, makeDocument } from "../../data/documents.ts";
import { useOwnProfile } from "../../data/queries.ts";
import { formatInstant } from "../../text/format.ts";
import { clientMode as words } from "../../text/gate.ts";
import { useLanguage, useT } from "../../text/text.ts";
import type { Gathered } from "./Gather.tsx";
import type { LiveSale } from "./sale-view.ts";
import type { SaleInHand } from "./use-sale.ts";

export interface ReadingOf {
  readonly kind: SaleDocumentKind;
  readonly client: Client;
  readonly sale: SaleInHand;
  readonly live: LiveSale;
  readonly gathered: Gathered;
}

export interface Reading {
  readonly document: PrintDocument;
  readonly texts: DocumentTexts;
  readonly language: Language;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (id: string) => void;
  /** Ids of the points not ticked. */
  readonly unticked: readonly string[];
  /** It was read to its end, with every point ticked. */
  readonly read: () => void;
  /**
   * It is signed: filed as PDF where this can be done, and kept in the draft. On the disk when it resolves.
   *
   * @throws AppError `attachment-*`, `disk-*`, `vault-read-only`, `locked`: the draft is as it was
   */
  readonly sign: (signature: Signature) => Promise<void>;
}

export function useReading({ kind, client, sale, live, gathered }: ReadingOf): Reading {
  const t = useT();
  const language = useLanguage();
  const profile = useOwnProfile();
  const { sources, basis } = gathered;
  const [at] = useState(() => new Date().toISOString());
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [readAt, setReadAt] = useState(at);
  const texts = useMemo(() => textsFor(basis.packs, shanghaiDay(at)), [basis, at]);

  function documentWith(signature: Awaited<ReturnType<typeof givenSignature>> | undefined): PrintDocument {
    const { assessment, sheet } = sources;
    const made = assessment?.questionnaire;
    const questionnaire = made && basis.questionnaire(made.id, made.version);
    return saleDocument(
      kind,
      { sale: live.sale, sheet, rules: live.rules, client, questionnaire, money: live.money, at },
      { texts, language, record: sources.draftId, institution: profile?.branch ?? "", signature, ticked },
    );
  }

  const document = documentWith(undefined);
  const points = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "points" ? block.points : [])),
  );

  async function sign(signature: Signature): Promise<void> {
    const signed = documentWith(await givenSignature(signature));
    const made = { document: signed.title, product: sources.sheet.name, at: formatInstant(at).replace(":", "") };
    const file = await fileOf(() => makeDocument(client.id, t(words.fileName, made), signed));
    const { attachment, sha256 } = signature;
    const kept = {
      text: kind,
      pack: { id: texts.id, version: texts.version },
      language,
      confirmed: points.map(({ id }) => id),
      readAt,
      signedAt: signature.at,
      signature: { attachment, sha256 },
      ...(file !== undefined && { file }),
      facts: live.facts,
    };
    await sale.keep({ documents: [...sale.draft.documents.filter(({ text }) => text !== kind), kept] });
  }

  return {
    document,
    texts,
    language,
    ticked,
    tick: (id) => setTicked(toggled(ticked, id)),
    unticked: points.filter(({ id }) => !ticked.has(id)).map(({ id }) => id),
    read: () => setReadAt(new Date().toISOString()),
    sign,
  };
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id]);
}

/** What is signed counts without a PDF too: a printer that is not there or fails keeps nobody from signing. */
async function fileOf(make: () => ReturnType<typeof makeDocument>): Promise<DocumentRef | undefined> {
  try {
    const { id: attachment, sha256 } = await make();
    return { attachment, sha256 };
  } catch (error) {
    if (error instanceof AppError && (error.code === "pdf-unavailable" || error.code === "pdf-failed"))
      return undefined;
    throw error;
  }
}
