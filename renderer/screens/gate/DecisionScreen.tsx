/** @file A decision made earlier: the record as it stands, judged once more by the packs it names. */
import { Button } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import type { Client } from "../../../shared/model/client.ts";
import type { Decision } from "../../../shared/model/decision.ts";
import type { ClientId, RecordId } from "../../../shared/model/primitives.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { type SaleRules, saleRulesOf } from "../../../shared/packs/gate-packs.ts";
import { comesToTheSame } from "../../../shared/rules/decision-record.ts";
import { judgeSale } from "../../../shared/rules/sale-gate.ts";
import { recordHash } from "../../data/documents.ts";
import { useAssessments, useAttachments, useClient, useOffice, usePapers } from "../../data/queries.ts";
import { type SaleBasis, useSaleBasis } from "../../data/sale-queries.ts";
import { useShelf } from "../../data/shelf.ts";
import { Empty } from "../../parts/Empty.tsx";
import { type Fact, Facts } from "../../parts/Facts.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Note } from "../../parts/Note.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { useToday } from "../../parts/today.ts";
import { useMask } from "../../state/mask.ts";
import { useOverlay } from "../../state/overlay.ts";
import { useScreen } from "../../state/screen.ts";
import { documents } from "../../text/attachments.ts";
import { formatHash, formatInstant, formatMoney, maskMoney, maskName, maskText } from "../../text/format.ts";
import { decisionWords as words } from "../../text/gate.ts";
import { parts } from "../../text/parts.ts";
import { useLanguage, useT } from "../../text/text.ts";
import css from "./Gate.module.css";
import { shownDecision } from "./past-sale.ts";
import { StepsView } from "./StepsView.tsx";
import { gateWords } from "./step-rows.ts";

interface DecisionScreenProps {
  readonly client: ClientId;
  readonly id: RecordId;
}

export function DecisionScreen({ client: clientId, id }: DecisionScreenProps) {
  const t = useT();
  const back = useScreen((now) => now.back);
  const client = useClient(clientId);
  const decisions = usePapers("decision", clientId);
  const sheets = useOffice("productSheet");
  const basis = useSaleBasis(useToday());
  useKeys({ Escape: back });
  const decision = decisions?.find((one) => one.id === id);
  if (client === null || (decisions !== undefined && decision === undefined)) {
    return (
      <>
        <PageHead title={t(words.notFound)} back={{ label: t(words.title), onBack: back }} />
        <Empty title={t(words.notFound)} why={t(words.notFoundWhy)} />
      </>
    );
  }
  if (client === undefined || decision === undefined || sheets === undefined || basis === undefined)
    return <Skeleton />;
  const sheet = sheets.find((one) => one.id === decision.sheet);
  return <Recorded client={client} decision={decision} sheet={sheet} basis={basis} />;
}

interface RecordedProps {
  readonly client: Client;
  readonly decision: Decision;
  readonly sheet: ProductSheet | undefined;
  readonly basis: SaleBasis;
}

function Recorded({ client, decision, sheet, basis }: RecordedProps) {
  const t = useT();
  const language = useLanguage();
  const back = useScreen((now) => now.back);
  const show = useOverlay((now) => now.show);
  const isMasked = useMask((now) => now.isOn);
  const amount = isMasked ? maskMoney() : formatMoney(decision.sale.amount, language);
  const rules = useMemo(() => rulesOf(basis, decision), [basis, decision]);
  return (
    <>
      <PageHead
        title={t(words.title)}
        fact={t(words.fact, { product: sheet?.name ?? decision.sheet, amount, time: formatInstant(decision.at) })}
        back={{ label: isMasked ? maskName(client.name) : client.name, onBack: back }}
      >
        <Button
          size="xs"
          leftSection={<Icon name="export" />}
          onClick={() => show({ kind: "proof", client: client.id, decision: decision.id })}
        >
          {t(documents.proof)}
        </Button>
      </PageHead>
      <Again decision={decision} rules={rules} basis={basis} />
      <Record decision={decision} sheet={sheet} />
      {rules === undefined ? null : <Steps client={client} decision={decision} sheet={sheet} rules={rules} />}
    </>
  );
}

/** The rules it was made by; undefined where this machine does not have them. */
function rulesOf({ packs }: SaleBasis, { pack }: Decision): SaleRules | undefined {
  const gate = packs.find("sale-gate", pack.id, pack.version);
  const matrix = gate && packs.find("match-matrix", gate.matrix.id, gate.matrix.version);
  return matrix === undefined ? undefined : saleRulesOf(packs, pack);
}

interface AgainProps {
  readonly decision: Decision;
  readonly rules: SaleRules | undefined;
  readonly basis: SaleBasis;
}

/** Whether it comes to the same bytes, and what the rules of today would say to the same facts. */
function Again({ decision, rules, basis }: AgainProps) {
  const t = useT();
  const { pack } = decision;
  if (rules === undefined) {
    return (
      <Note tone="warn">
        <b>{t(words.again)}</b> {t(words.noPack, pack)}
      </Note>
    );
  }
  const isSame = comesToTheSame(decision, rules);
  const { gate } = basis.rules;
  const isNewer = gate.id !== pack.id || gate.version !== pack.version;
  const now = isNewer ? judgeSale(decision.sale, basis.rules).outcome : undefined;
  return (
    <Note tone={isSame ? "ok" : "bad"}>
      <b>{t(words.again)}</b> {t(isSame ? words.same : words.differs, pack)}{" "}
      {now === undefined
        ? null
        : t(words.now, { id: gate.id, version: gate.version, outcome: t(parts.gate[gateWords[now]]) })}
    </Note>
  );
}

function Record({ decision, sheet }: Pick<RecordedProps, "decision" | "sheet">) {
  const t = useT();
  const shelf = useShelf()?.current;
  const hash = useHash(decision);
  const isMasked = useMask((now) => now.isOn);
  const isOld = sheet !== undefined && shelf?.some(({ product, id }) => product === sheet.product && id !== sheet.id);
  const facts: Fact[] = [
    {
      key: "sheet",
      label: t(words.sheet),
      value:
        sheet === undefined
          ? decision.sheet
          : t(words.sheetVersion, { version: sheet.version, day: sheet.at.slice(0, 10) }),
      ...(isOld === true && { reason: t(words.newSheet) }),
    },
    {
      key: "readings",
      label: t(words.readings),
      value: t(words.readingsCount, { count: Object.keys(decision.readings).length }),
    },
    {
      key: "hash",
      label: t(words.hash),
      value: <span className="sb-mono">{hash === undefined ? "" : formatHash(hash)}</span>,
    },
    ...(decision.note === undefined
      ? []
      : [{ key: "note", label: t(words.note), value: isMasked ? maskText(decision.note) : decision.note }]),
  ];
  return (
    <div className={css["record"]}>
      <Facts facts={facts} labelWidth={120} />
    </div>
  );
}

function useHash(decision: Decision): string | undefined {
  const [hash, setHash] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    void recordHash(decision).then((computed) => {
      if (isWanted) setHash(computed);
    });
    return () => {
      isWanted = false;
    };
  }, [decision]);
  return hash;
}

function Steps({ client, decision, sheet, rules }: Omit<RecordedProps, "basis"> & { readonly rules: SaleRules }) {
  const assessments = useAssessments(client.id);
  const statements = usePapers("statement", client.id);
  const statuses = usePapers("investorStatus", client.id);
  const attachments = useAttachments(client.id);
  const shown = useMemo(() => {
    if (assessments === undefined || statements === undefined || statuses === undefined) return undefined;
    return shownDecision({ decision, rules, sheet, assessments, statements, statuses, attachments: attachments ?? [] });
  }, [decision, rules, sheet, assessments, statements, statuses, attachments]);
  return shown === undefined ? <Skeleton /> : <StepsView client={client.id} live={shown} />;
}
