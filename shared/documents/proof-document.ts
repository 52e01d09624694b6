/**
 * @file A proof pack as it is printed, for whoever reads it without a machine: what it is, every
 * record in it, each assessment and decision, the packs and files, and how to check all of it. Pure.
 */
import { hlcInstant } from "../log/hlc.ts";
import { shanghaiMinute } from "../model/dates.ts";
import type { Language, Localized } from "../model/primitives.ts";
import { say, type Values } from "../model/sentence.ts";
import { fingerprintText } from "../package/card.ts";
import { PackHead } from "../packs/pack-head.ts";
import { readPacks } from "../proof/packs.ts";
import type { Proof } from "../proof/proof.ts";
import { type ProofRecords, readRecords, recordOf, recordsOf } from "../proof/records.ts";
import { packKey } from "../proof/references.ts";
import type { DocumentBlock, DrawnDocument } from "./document.ts";
import {
  assessmentSection,
  contactsSection,
  decisionSection,
  factsBlock,
  type Section,
  statementsSection,
  statusesSection,
  tableBlock,
  testSection,
} from "./proof-sections.ts";
import { absenceWords, closing, cover, entityNames, evidence, idTypes, roles } from "./proof-words.ts";

interface Means {
  /** SHA-256 of a text, hex. */
  readonly sha256: (text: string) => string;
  /** Of the signer. */
  readonly fingerprint: string;
}

/** @throws AppError `pack-missing` when the pack lacks what it was made by */
export function proofDocument(proof: Proof, { sha256, fingerprint }: Means): DrawnDocument {
  const { language, subject, maker, id, log } = proof;
  const records = readRecords(proof);
  const { usable: packs } = readPacks(proof.packs, records, sha256);
  const contents = new Map(proof.packs.map((pack) => [packKey(pack), pack.content]));
  const telling = { language, records, packs, contents };
  const told = (sentence: Localized, values: Values = {}) => say(sentence, language, values);
  const { customerNo } = subject.identity;
  return {
    origin: { language },
    title: told(subject.decision === undefined ? cover.titleClient : cover.titleSale),
    institution: maker.branch ?? "",
    version: told(cover.version, { id: id.slice(0, 8) }),
    clientNo: customerNo === undefined ? "" : told(cover.clientNo, { no: customerNo }),
    page: cover.page[language],
    evidence: told(cover.root, { root: fingerprintText(log.root) }),
    sections: [
      coverSection(proof, fingerprint),
      ...recordsOf(records, "decision").map((decision) => decisionSection(decision, telling)),
      ...recordsOf(records, "assessment")
        .toSorted((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1))
        .map((assessment) => assessmentSection(assessment, telling)),
      ...recordsOf(records, "knowledgeTest")
        .toSorted((a, b) => (a.at < b.at ? 1 : -1))
        .map((test) => testSection(test, telling)),
      ...statementsSection(telling),
      ...statusesSection(telling),
      ...contactsSection(telling),
      evidenceSection(language, records, sha256),
      packsSection(proof),
      ...filesSection(proof, records),
      ...witnessSection(proof, records),
      verifySection(language),
    ],
  };
}

function coverSection(
  { language, id, madeAt, maker, software, subject, contents, log }: Proof,
  fingerprint: string,
): Section {
  const { name, birthDate, idType, idNumber, customerNo } = subject.identity;
  const paper =
    idNumber === undefined ? [] : [`${idType === undefined ? "" : idTypes[idType][language]} ${idNumber}`.trim()];
  const told = (sentence: Localized, values: Values = {}) => say(sentence, language, values);
  const number = customerNo === undefined ? [] : [told(cover.clientNo, { no: customerNo })];
  const scope =
    subject.decision === undefined ? told(cover.wholeClient) : told(cover.oneSale, { id: subject.decision });
  const blocks: DocumentBlock[] = [
    factsBlock(language, [
      [cover.subject, name, ...(birthDate === undefined ? [] : [birthDate]), ...paper, ...number],
      [cover.scope, scope],
      [cover.id, id],
      [cover.madeAt, shanghaiMinute(madeAt)],
      [
        cover.maker,
        [maker.name, roles[maker.role][language], maker.branch ?? ""].filter((part) => part !== "").join(" "),
      ],
      [cover.fingerprint, fingerprint],
      [cover.key, maker.verifyKey],
      [cover.device, maker.device],
      [cover.software, `Suitbook ${software}`],
      [cover.log, told(cover.logSize, { size: log.size, origin: log.origin })],
    ]),
    { kind: "hash", label: cover.logRoot[language], sha256: log.root },
  ];
  const stated: DocumentBlock[] = contents.profile ? [] : [{ kind: "note", text: cover.stated[language] }];
  return { heading: cover.about[language], blocks: [...blocks, ...stated] };
}

function evidenceSection(language: Language, { operations }: ProofRecords, sha256: Means["sha256"]): Section {
  const rows = operations.map(({ seq, operation, text }) => {
    const { entity, entityId, at } = operation;
    const what = entityNames[entity]?.[language] ?? entity;
    const named = say(evidence.named, language, { what, id: entityId });
    return [String(seq), shanghaiMinute(hlcInstant(at)), named, fingerprintText(sha256(text))];
  });
  const head = [evidence.seq, evidence.at, evidence.what, evidence.hash];
  return {
    heading: evidence.title[language],
    blocks: [{ kind: "paragraph", text: evidence.about[language] }, tableBlock(language, head, rows)],
  };
}

function packsSection({ language, packs }: Proof): Section {
  return {
    heading: closing.packs[language],
    blocks: packs.map(({ id, version, sha256, content }) => {
      const title = PackHead.safeParse(content).data?.title[language] ?? id;
      return { kind: "hash", label: say(closing.pack, language, { title, id, version }), sha256 };
    }),
  };
}

function filesSection({ language, attachments }: Proof, records: ProofRecords): Section[] {
  if (attachments.length === 0) return [];
  const blocks = attachments.map(({ attachment, sha256, size, absent }): DocumentBlock => {
    const name = recordOf(records, "attachment", attachment)?.name ?? attachment;
    const file = size === undefined ? name : say(closing.file, language, { name, size });
    const why = absent === undefined ? undefined : absenceWords[absent][language];
    return { kind: "hash", label: why === undefined ? file : say(closing.fileAbsent, language, { file, why }), sha256 };
  });
  return [{ heading: closing.files[language], blocks }];
}

function witnessSection({ language, log }: Proof, records: ProofRecords): Section[] {
  const items = log.witnesses.flatMap(({ package: id }) => {
    const sent = recordOf(records, "packageOut", id);
    if (sent === undefined) return [];
    const at = shanghaiMinute(sent.createdAt);
    const witness = say(closing.witness, language, { seq: sent.seq, at, size: sent.audit.size });
    const receipt = recordOf(records, "receipt", id);
    if (receipt === undefined) return [{ text: witness }];
    return [{ text: say(closing.witnessConfirmed, language, { witness, at: shanghaiMinute(receipt.receivedAt) }) }];
  });
  return items.length === 0 ? [] : [{ heading: closing.witnesses[language], blocks: [{ kind: "items", items }] }];
}

function verifySection(language: Language): Section {
  const items = [closing.withSuitbook, closing.withTools, closing.signer].map((text) => ({ text: text[language] }));
  return {
    heading: closing.verify[language],
    blocks: [
      { kind: "items", items },
      { kind: "note", text: closing.limits[language] },
    ],
  };
}
