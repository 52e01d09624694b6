/** @file A client's page to read: head, tabs, and what the chosen tab shows. */
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useMemo } from "react";
import type { Client } from "../../../shared/model/client.ts";
import { ageOn } from "../../../shared/model/dates.ts";
import { useAssessments, useAttachments, usePacks, useTimeline } from "../../data/queries.ts";
import { Key } from "../../parts/Key.tsx";
import { useKeys } from "../../parts/keys.ts";
import { PageHead } from "../../parts/PageHead.tsx";
import { Split } from "../../parts/Split.tsx";
import { type Tab, Tabs, tabPanelProps } from "../../parts/Tabs.tsx";
import { useToday } from "../../parts/today.ts";
import { useMask } from "../../state/mask.ts";
import { useOverlay } from "../../state/overlay.ts";
import { useScreen } from "../../state/screen.ts";
import { client as words } from "../../text/client.ts";
import { genderNames, kindWords } from "../../text/clients.ts";
import { standing as standingWords } from "../../text/eligibility.ts";
import { maskText } from "../../text/format.ts";
import { match as matchWords } from "../../text/gate.ts";
import { useT } from "../../text/text.ts";
import { AssessmentsTab } from "./AssessmentsTab.tsx";
import { ClientName } from "./ClientName.tsx";
import css from "./ClientScreen.module.css";
import { ContactsTab } from "./ContactsTab.tsx";
import { DocumentsTab } from "./DocumentsTab.tsx";
import { EligibilityTab } from "./eligibility/EligibilityTab.tsx";
import { LevelBlock } from "./LevelBlock.tsx";
import { Profile } from "./Profile.tsx";
import type { FormField } from "./profile-schema.ts";
import { Standing } from "./Standing.tsx";
import { TestLine } from "./TestLine.tsx";
import { TimelinePane } from "./TimelinePane.tsx";

interface ClientPageProps {
  readonly client: Client;
  readonly onEdit: (field?: FormField) => void;
}

export function ClientPage({ client, onEdit }: ClientPageProps) {
  const t = useT();
  const { place, open, replace, back } = useScreen();
  const show = useOverlay((now) => now.show);
  const isNarrow = useMediaQuery("(max-width: 1100px)");
  const timeline = useTimeline(client.id);
  const assessments = useAssessments(client.id);
  const attachments = useAttachments(client.id);
  const contacts = useMemo(
    () => timeline?.items.flatMap((item) => (item.kind === "contact" ? [item.contact] : [])) ?? [],
    [timeline],
  );
  const today = useToday();
  const whom = client.kind === "company" ? "institution" : "natural-person";
  const hasTest = usePacks().inForce("knowledge-test", today, ({ appliesTo }) => appliesTo === whom) !== undefined;

  const assess = () => open({ screen: "assess", client: client.id });
  const takeTest = () => open({ screen: "assess", client: client.id, test: true });
  const logContact = () => show({ kind: "contact", client: client.id });
  const matchProducts = () => open({ screen: "match", client: client.id });
  const showTab = (key: string) => replace({ screen: "client", id: client.id, tab: key });
  const showDocuments = () => showTab("documents");
  useKeys({
    d: showDocuments,
    a: assess,
    t: hasTest ? takeTest : undefined,
    g: matchProducts,
    l: logContact,
    e: () => onEdit(),
    Escape: back,
  });

  const tabs: Tab[] = [
    { key: "overview", label: t(words.overview) },
    ...(contacts.length > 0 ? [{ key: "contacts", label: t(words.contacts), count: contacts.length }] : []),
    ...(assessments?.length ? [{ key: "assessments", label: t(words.assessments), count: assessments.length }] : []),
    { key: "eligibility", label: t(standingWords.tab) },
    {
      key: "documents",
      label: t(words.documents),
      ...(attachments?.length ? { count: attachments.length } : {}),
    },
  ];
  const sideWidth = isNarrow === true ? 300 : 392;
  const wanted = place.screen === "client" ? place.tab : undefined;
  const tab = tabs.find(({ key }) => key === wanted)?.key ?? "overview";

  return (
    <>
      <PageHead
        title={<ClientName client={client} />}
        fact={<HeadFact client={client} />}
        back={{ label: t(words.back), onBack: back }}
      >
        <Button size="xs" rightSection={<Key>E</Key>} onClick={() => onEdit()}>
          {t(words.edit)}
        </Button>
        <Button size="xs" rightSection={<Key>A</Key>} onClick={assess}>
          {t(words.assess)}
        </Button>
        <Button size="xs" rightSection={<Key>G</Key>} onClick={matchProducts}>
          {t(matchWords.open)}
        </Button>
        <Button size="xs" variant="filled" rightSection={<Key>L</Key>} onClick={logContact}>
          {t(words.logContact)}
        </Button>
      </PageHead>
      <Tabs label={t(words.parts)} tabs={tabs} value={tab} onChange={showTab} />
      {tab === "overview" ? (
        <Split
          underTabs
          sideWidth={sideWidth}
          sideLabel={t(words.timeline)}
          side={<TimelinePane timeline={timeline} kind={client.kind} onLogContact={logContact} />}
        >
          <div className={css["page"]} {...tabPanelProps("overview")}>
            <div className={css["top"]}>
              <div>
                <LevelBlock
                  client={client}
                  newest={assessments?.[0]}
                  isKnown={assessments !== undefined}
                  onAssess={assess}
                />
                {hasTest ? <TestLine client={client.id} onTake={takeTest} /> : null}
              </div>
              <Standing client={client} level={assessments?.[0]?.level} onEdit={onEdit} />
            </div>
            <Profile client={client} timeline={timeline} onEdit={onEdit} onEligibility={() => showTab("eligibility")} />
          </div>
        </Split>
      ) : tab === "eligibility" ? (
        <EligibilityTab client={client} timeline={timeline} sideWidth={sideWidth} />
      ) : (
        <div className={css["tab"]} {...tabPanelProps(tab)}>
          {tab === "contacts" ? <ContactsTab contacts={contacts} /> : null}
          {tab === "assessments" ? <AssessmentsTab assessments={assessments ?? []} /> : null}
          {tab === "documents" ? <DocumentsTab client={client.id} attachments={attachments} /> : null}
        </div>
      )}
    </>
  );
}

/** `女，46岁，个人，客户号 BJ-00418`. */
function HeadFact({ client }: { client: Client }): ReactNode {
  const t = useT();
  const today = useToday();
  const isMasked = useMask((now) => now.isOn);
  const { kind, gender, birthDate, birthYear, customerNo } = client;
  const facts = [
    gender === undefined || kind === "company" ? undefined : t(genderNames[gender]),
    age(),
    t(kindWords[kind]),
    customerNo === undefined || customerNo === ""
      ? undefined
      : t(words.customerNo, { no: isMasked ? maskText(customerNo) : customerNo }),
  ];
  return facts.filter((fact) => fact !== undefined).join(t(words.comma));

  function age(): string | undefined {
    if (kind === "company") return undefined;
    if (birthDate !== undefined) return t(words.age, { age: ageOn(birthDate, today) });
    return birthYear === undefined ? undefined : t(words.bornIn, { year: birthYear });
  }
}
