/** @file The documents of a sale: which are due, which are signed, and the way to each: before the client, or to its file. */
import type { ClientId } from "../../../shared/model/primitives.ts";
import type { SaleDocumentKind } from "../../../shared/rules/sale-documents.ts";
import { Icon } from "../../parts/Icon.tsx";
import { IconMark } from "../../parts/IconMark.tsx";
import { Section } from "../../parts/Section.tsx";
import { useOverlay } from "../../state/overlay.ts";
import { formatInstant } from "../../text/format.ts";
import { documentNames, gate } from "../../text/gate.ts";
import { useT } from "../../text/text.ts";
import css from "./Gate.module.css";
import type { ShownSale } from "./sale-view.ts";
import type { StepAction } from "./step-rows.ts";

const words = gate.documents;

interface DocumentsProps {
  readonly client: ClientId;
  readonly live: ShownSale;
  /** Absent for what was decided. */
  readonly onAct?: (action: StepAction) => void;
}

export function Documents({ client, live, onAct }: DocumentsProps) {
  const t = useT();
  const { due, documents, outcome } = live;
  const count = due.kinds.length;
  return (
    <Section ruled title={t(words.title)} right={count === 0 ? undefined : t(words.count, { count })}>
      {count === 0 ? <p className="sb-ink-2">{t(outcome === "BLOCK" ? words.forbidden : words.none)}</p> : null}
      {count > 0 && !due.isReady && documents.size === 0 ? <p className={css["wait"]}>{t(words.wait)}</p> : null}
      <ul className={css["documents"]}>
        {due.kinds.map((kind) => (
          <li key={kind}>
            <Icon name="document" className="sb-ink-3" />
            <Name client={client} kind={kind} live={live} />
            <State kind={kind} live={live} onAct={onAct} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface OneProps {
  readonly kind: SaleDocumentKind;
  readonly live: ShownSale;
}

/** Opens the PDF; where none could be made, the signature. */
function Name({ client, kind, live }: OneProps & { readonly client: ClientId }) {
  const t = useT();
  const show = useOverlay((now) => now.show);
  const name = t(documentNames[kind]);
  const signed = live.documents.get(kind);
  const attachment = (signed?.file ?? signed?.signature)?.attachment;
  if (attachment === undefined) return <span className="sb-grow">{name}</span>;
  return (
    <span className="sb-grow">
      <button
        type="button"
        className="sb-link"
        aria-label={t(words.open, { document: name })}
        onClick={() => show({ kind: "attachment", client, attachment })}
      >
        {name}
      </button>
    </span>
  );
}

function State({ kind, live, onAct }: OneProps & { readonly onAct: DocumentsProps["onAct"] }) {
  const t = useT();
  const { due, documents, stale } = live;
  const at = documents.get(kind)?.signedAt;
  if (at !== undefined) {
    return (
      <IconMark icon="pen" tone="ink2">
        {t(words.signed, { time: formatInstant(at) })}
      </IconMark>
    );
  }
  return (
    <>
      {stale.has(kind) ? <span className="sb-ink-3">{t(words.stale)}</span> : null}
      {due.isReady && onAct !== undefined ? (
        <button type="button" className="sb-link" onClick={() => onAct({ kind: "document", document: kind })}>
          {t(words.show)}
        </button>
      ) : stale.has(kind) ? null : (
        <span className="sb-ink-3">{t(words.due)}</span>
      )}
    </>
  );
}
