/** @file The check itself: steps at the left, what they come to at the right, or the outcome as a page. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Client } from "../../../shared/model/client.ts";
import type { SaleDocumentKind } from "../../../shared/rules/sale-documents.ts";
import { call } from "../../bridge.ts";
import type { SaleBasis } from "../../data/sale-queries.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Key } from "../../parts/Key.tsx";
import { printKeys, useKeys } from "../../parts/keys.ts";
import { PageHead } from "../../parts/PageHead.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { useMask } from "../../state/mask.ts";
import { useScreen } from "../../state/screen.ts";
import { regimeNames } from "../../text/eligibility.ts";
import { formatMoney, maskMoney, maskName } from "../../text/format.ts";
import { outcome as outcomeWords, gate as words } from "../../text/gate.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Gate.module.css";
import { IntentDialog } from "./IntentDialog.tsx";
import { MoneyDialog } from "./MoneyDialog.tsx";
import { Outcome } from "./Outcome.tsx";
import { RecordingDialog } from "./RecordingDialog.tsx";
import { StepsView } from "./StepsView.tsx";
import type { LiveSale } from "./sale-view.ts";
import type { StepAction } from "./step-rows.ts";
import { type Layer, useActions } from "./use-actions.ts";
import { type SaleInHand, type SaleSources, useSale } from "./use-sale.ts";

interface CheckProps {
  readonly client: Client;
  readonly sources: SaleSources;
  readonly basis: SaleBasis;
}

export function Check({ client, sources, basis }: CheckProps) {
  const sale = useSale(sources);
  const [layer, setLayer] = useState<Layer | undefined>(sale.live === undefined ? "intent" : undefined);
  const { back, replace } = useScreen();
  const [error, setError] = useState<unknown>();

  /** The screen is the client's only once the main process knows, and the draft is what the client will see. */
  async function hand(document: SaleDocumentKind): Promise<void> {
    setError(undefined);
    try {
      await sale.keep({});
      await call("beginMeeting", null);
    } catch (failure) {
      setError(failure);
      return;
    }
    const { draftId: draft, sheet } = sources;
    replace({ screen: "reading", client: client.id, product: sheet.product, draft, document });
  }

  const act = useActions(client, sources.sheet, setLayer, (document) => void hand(document));
  const closeIntent = () => (sale.live === undefined ? back() : setLayer(undefined));
  return (
    <>
      <Shown
        client={client}
        sale={sale}
        basis={basis}
        sheetName={sources.sheet.name}
        error={sale.error ?? error}
        onAct={act}
      />
      {layer === "intent" ? (
        <IntentDialog
          client={client}
          sheet={sources.sheet}
          sale={sale}
          onClose={closeIntent}
          onDone={() => setLayer(undefined)}
        />
      ) : null}
      {layer === "money" && sale.live !== undefined ? (
        <MoneyDialog live={sale.live} sale={sale} onClose={() => setLayer(undefined)} />
      ) : null}
      {layer === "recording" && sale.live !== undefined ? (
        <RecordingDialog
          client={client.id}
          live={sale.live}
          chosen={sale.draft.recording}
          onChoose={(recording) => sale.change({ recording })}
          onClose={() => setLayer(undefined)}
        />
      ) : null}
    </>
  );
}

interface ShownProps {
  readonly client: Client;
  readonly sale: SaleInHand;
  readonly basis: SaleBasis;
  readonly sheetName: string;
  readonly error: unknown;
  readonly onAct: (action: StepAction) => void;
}

type View = "steps" | "outcome";

function Shown({ client, sale, basis, sheetName, error, onAct }: ShownProps) {
  const t = useT();
  const { back, replace } = useScreen();
  const isMasked = useMask((now) => now.isOn);
  const [chosen, setChosen] = useState<View>();
  const { live } = sale;
  // What is forbidden is told as a page; everything else is walked through step by step.
  const view = chosen ?? (live?.outcome === "BLOCK" ? "outcome" : "steps");
  const canFinish = live !== undefined && live.outcome !== "NEED_MORE";

  async function finish(): Promise<void> {
    const id = await sale.finish();
    if (id !== undefined) replace({ screen: "decision", client: client.id, id });
  }
  const commit = () => (canFinish ? void finish() : setChosen("outcome"));
  useKeys({ "Mod+Enter": live === undefined ? undefined : commit, Escape: back });

  return (
    <>
      <PageHead
        title={t(words.title)}
        fact={<HeadFact product={sheetName} live={live} />}
        back={{ label: isMasked ? maskName(client.name) : client.name, onBack: back }}
      >
        {live === undefined ? null : (
          <>
            <Segmented
              label={t(outcomeWords.views)}
              bare
              value={view}
              options={[
                { value: "steps", label: t(outcomeWords.asSteps) },
                { value: "outcome", label: t(outcomeWords.asOutcome) },
              ]}
              onChange={setChosen}
            />
            <Button
              size="xs"
              variant="filled"
              loading={sale.isFinishing}
              rightSection={<Key>{printKeys("Mod+Enter").join(" ")}</Key>}
              onClick={commit}
            >
              {t(canFinish ? (live.outcome === "BLOCK" ? words.finishBlocked : words.finish) : words.seeMissing)}
            </Button>
          </>
        )}
      </PageHead>
      {error === undefined ? null : (
        <div className={css["error"]}>
          <ErrorNote error={error} />
        </div>
      )}
      {live === undefined ? null : view === "steps" ? (
        <StepsView client={client.id} live={live} onAct={onAct} />
      ) : (
        <Outcome client={client} live={live} sale={sale} basis={basis} onAct={onAct} />
      )}
    </>
  );
}

function HeadFact({ product, live }: { readonly product: string; readonly live: LiveSale | undefined }) {
  const t = useT();
  const language = useLanguage();
  const isMasked = useMask((now) => now.isOn);
  if (live === undefined) return product;
  const amount = isMasked ? maskMoney() : formatMoney(live.sale.amount, language);
  return (
    <span className={css["headFact"]}>
      {t(words.fact, { product, amount })}
      <span className={css["regime"]}>{t(words.rules, { regime: t(regimeNames[live.sale.product.regime]) })}</span>
    </span>
  );
}
