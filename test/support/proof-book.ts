/** @file A book with a sale in it, in a real vault, for proof packs: one client's evidence among other clients' records. */

import { buffer } from "node:stream/consumers";
import { extract } from "tar-stream";
import { Attachments } from "../../electron/attachments/service.ts";
import { proofNamespace, signSsh } from "../../electron/crypto/sshsig.ts";
import { Proofs } from "../../electron/proof/service.ts";
import { type Trust, type Verdict, verifyProof } from "../../electron/proof/verify.ts";
import { ownIdentity } from "../../electron/sync/identity.ts";
import { writeTar } from "../../electron/sync/tar.ts";
import type { AttachmentQuery } from "../../shared/bridge/streams.ts";
import type { FileAttachment } from "../../shared/model/attachment.ts";
import { ClientId, type Language } from "../../shared/model/primitives.ts";
import type { ProofContents } from "../../shared/model/proof-entry.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import { packLibrary } from "../../shared/packs/library.ts";
import { type Proof, proofFile, proofSignatureFile } from "../../shared/proof/proof.ts";
import { validUntil } from "../../shared/rules/assessment-limits.ts";
import { markTest } from "../../shared/rules/knowledge-test.ts";
import { score } from "../../shared/rules/questionnaire.ts";
import { judgeSale } from "../../shared/rules/sale-gate.ts";
import { pdf, png } from "../electron/attachments/samples.ts";
import { noon, type Office } from "./office.ts";
import { shippedPack } from "./packs.ts";
import { type Changes, saleOf } from "./sale-cases.ts";
import { clientA, rtq } from "./sheets.ts";

export const client = ClientId.parse("c-wang");
/** Somebody who must not be seen in a pack about the other. */
export const stranger = { id: ClientId.parse("c-other"), name: "不该出现的人" } as const;

export const everything: ProofContents = { profile: true, contacts: true, files: true };
const day = "2026-11-23";
export const at = new Date(noon).toISOString();

/** What of an office is needed to fill its book. */
export type Desk = Pick<Office, "vault" | "write">;

export function attachmentsOf({ vault, write }: Desk): Attachments {
  return new Attachments({ vault, write, now: () => noon });
}

async function* body(bytes: Uint8Array) {
  yield bytes;
}

/** File something under the client. */
export function file(office: Desk, bytes: Uint8Array, about: Partial<AttachmentQuery> = {}): Promise<FileAttachment> {
  const query = { client, kind: "document", name: "身份证.pdf", strip: "0", ...about } as const;
  return attachmentsOf(office).add(query, body(bytes));
}

/** The record of an assessment as the screens keep it. */
export function assessmentOf(of: ClientId = client, age = 46) {
  const result = score(rtq, clientA, { age });
  return {
    client: of,
    questionnaire: { id: rtq.id, version: rtq.version },
    answers: clientA,
    score: result,
    level: result.level,
    age,
    mode: "meeting",
    answeredBy: "client",
    startedAt: "2026-11-23T03:20:00.000Z",
    finishedAt: at,
    timings: { Q1: 4000 },
    changes: [],
    contradictionChoices: [],
    validFrom: day,
    validUntil: validUntil(day, rtq.clocks),
  };
}

/** The record of a knowledge test in which all but the last question were answered right. */
export function testOf() {
  const pack = shippedPack("knowledge-test");
  const { questions } = pack;
  const answers = Object.fromEntries(
    questions.map(({ id, options }) => {
      const isRight = (points: number) => (id === questions.at(-1)?.id ? points === 0 : points > 0);
      return [
        id,
        options
          .filter(({ points }) => isRight(points))
          .map((option) => option.id)
          .slice(0, 1),
      ];
    }),
  );
  return {
    client,
    questionnaire: { id: pack.id, version: pack.version },
    answers,
    score: markTest(pack, answers),
    mode: "meeting",
    answeredBy: "client",
    startedAt: "2026-11-23T03:00:00.000Z",
    at,
    timings: {},
    changes: [],
  };
}

export function sheetOf(product: string, changes: object = {}) {
  return {
    product,
    version: 1,
    at,
    code: "F-1001",
    name: "稳健一年定开债券基金",
    regime: "CSRC",
    sellerGrade: "R2",
    isActive: true,
    termMonths: 12,
    type: "mixed",
    isPrivate: false,
    minimum: 0,
    rights: [],
    fees: [],
    lookThrough: [],
    ...changes,
  };
}

/** The record of a class that was granted on what was shown. */
export function statusOf(
  { document }: { readonly document: { attachment: string; sha256: string } },
  changes: object = {},
): Values {
  const { id, version } = packLibrary().all("investor-criteria").at(-1) ?? { id: "", version: "" };
  return {
    client,
    subject: "professional",
    outcome: "granted",
    class: "professional-2",
    criterion: "pro-2-person",
    facts: { financialAssets: 1180_000_000, annualIncome: 160_000_000, experienceYears: 9 },
    pack: { id, version },
    proofs: [document],
    reason: "金融资产证明和交易流水核对一致",
    at,
    ...changes,
  };
}

type Values = Parameters<Office["write"]["record"]>[2];

interface Named {
  readonly sheet: string;
  readonly assessment: string;
  readonly statements: readonly string[];
  readonly statuses: readonly string[];
  readonly documents: readonly { readonly attachment: string; readonly sha256: string }[];
}

/** The record of a decision as the gate keeps it. */
export function decisionOf(
  { documents, statements, statuses, ...named }: Named,
  ...changes: readonly Changes[]
): Values {
  const pack = shippedPack("sale-gate");
  const matrix = shippedPack("match-matrix");
  const [texts] = packLibrary().all("document-texts");
  if (texts === undefined) throw new Error("no document texts ship");
  const level = score(rtq, clientA, { age: 46 }).level;
  const sale = saleOf({ on: day, client: { age: 46 }, assessment: { on: day, level } }, ...changes);
  const { outcome, findings, grade, pack: used } = judgeSale(sale, { gate: pack, matrix });
  const record = {
    client,
    ...named,
    sale,
    outcome,
    findings,
    grade,
    pack: used,
    matrix: { id: matrix.id, version: matrix.version },
    readings: Object.fromEntries(Object.entries(pack.readings).map(([key, { value }]) => [key, value])),
    statements: [...statements],
    statuses: [...statuses],
    documents: documents.map((signature) => ({
      text: "risk-disclosure",
      pack: { id: texts.id, version: texts.version },
      language: "zh-CN",
      confirmed: [],
      readAt: at,
      signedAt: at,
      signature,
    })),
    at,
  };
  return JSON.parse(JSON.stringify(record)) as Values;
}

/** Everything the client's sale rests on, among other clients' records and other products. */
export async function fillBook(office: Desk): Promise<{ readonly idCard: string; readonly signature: string }> {
  const { write } = office;
  const of = (id: string, values: Parameters<typeof write.operation>[2]) =>
    write.operation("client", id, values, ClientId.parse(id));
  // A list, as it is imported: both clients in one transaction.
  await write.append([
    of(client, {
      kind: "individual",
      name: "王建国",
      birthDate: "1980-03-08",
      idType: "resident-id",
      idNumber: "310101198003081234",
      customerNo: "BJ-00418",
    }),
    of(stranger.id, { kind: "individual", name: stranger.name, phone: "13900000000" }),
  ]);
  const idCard = await file(office, pdf(3000));
  const document = { attachment: idCard.id, sha256: idCard.sha256 };
  await write.record("statement", "s-identity", { client, kind: "identity", capacity: "full", document, at }, client);
  await write.record("statement", "s-consent", { client, kind: "consent-given", at }, client);
  await write.record("investorStatus", "i-1", statusOf({ document }), client);
  await write.set("contact", "k-1", { client, at, channel: "face", summary: "说明了产品" }, client);
  // A shelf list: two products in one transaction.
  await write.append([
    write.operation("productSheet", "p-1", sheetOf("product-1")),
    write.operation("productSheet", "p-2", sheetOf("product-2", { name: "另一只产品", commission: 3 })),
  ]);
  // With the draft it came from, as a finished form is saved.
  await write.append([
    write.operation("assessment", "a-1", assessmentOf(), client),
    write.operation("draft", `assessment.${client}`, { form: "assessment", savedAt: at, values: null }),
  ]);
  await write.record("knowledgeTest", "kt-1", testOf(), client);
  const signature = await file(office, png(), { kind: "signature", name: "签名.png" });
  const signed = { attachment: signature.id, sha256: signature.sha256 };
  const named = { sheet: "p-1", assessment: "a-1", statements: ["s-identity", "s-consent"], statuses: [] };
  await write.record("decision", "d-1", decisionOf({ ...named, documents: [signed] }), client);
  await write.record("assessment", "a-other", { ...assessmentOf(stranger.id) }, stranger.id);
  return { idCard: idCard.id, signature: signature.id };
}

export function proofsOf(
  office: Office,
  draw: (proof: Proof) => Promise<Uint8Array | undefined> = async () => undefined,
) {
  const { vault, device, write } = office;
  const attachments = attachmentsOf(office);
  return new Proofs({ vault, attachments, device, write, software: "0.1.0", draw, now: () => noon });
}

/** A pack's members in their order. */
export type Members = Map<string, Buffer>;

export async function membersIn(pack: Uint8Array): Promise<Members> {
  const members: Members = new Map();
  const entries = extract();
  entries.end(pack);
  for await (const entry of entries) members.set(entry.header.name, await buffer(entry));
  return members;
}

export async function packFrom(members: Members): Promise<Buffer> {
  const parts = [...members].map(([name, content]) => ({ name, size: content.length, content: [content] }));
  return buffer(writeTar(parts));
}

/** The pack as its own maker would have signed it with something else in it. */
export async function resigned(
  pack: Uint8Array,
  { vault, device }: Office,
  change: (proof: Proof, members: Members) => void,
): Promise<Buffer> {
  const members = await membersIn(pack);
  const proof = JSON.parse(String(members.get(proofFile))) as Proof;
  change(proof, members);
  const text = Buffer.from(canonicalText(proof));
  members.set(proofFile, text);
  const { seed } = await ownIdentity(vault, device);
  members.set(proofSignatureFile, Buffer.from(signSsh(seed, text, proofNamespace)));
  return packFrom(members);
}

export function verify(pack: Uint8Array, trust?: Trust): Promise<Verdict> {
  async function* pieces() {
    for (let from = 0; from < pack.length; from += 50_000) yield pack.subarray(from, from + 50_000);
  }
  return verifyProof(pieces(), trust);
}

/** What was found, as `check: code` with its parameters; what is fine says nothing. */
export function findings({ checks }: Verdict): string[] {
  return checks.flatMap(({ name, problems }) =>
    problems.map(({ code, params }) => [`${name}: ${code}`, ...Object.values(params)].join(" ")),
  );
}

interface Asked {
  readonly language?: Language;
  readonly of?: ClientId;
  readonly decision?: string;
  readonly contents?: Partial<ProofContents>;
  readonly draw?: Parameters<typeof proofsOf>[1];
}

/** A pack's bytes. */
export async function packOf(
  office: Office,
  { of = client, decision, contents, draw, language = "zh-CN" }: Asked = {},
): Promise<Buffer> {
  const proofs = proofsOf(office, draw);
  const asked = { contents: { ...everything, ...contents }, language, reason: "监管核查" } as const;
  const { id } = await proofs.make({ client: of, decision, ...asked });
  return buffer(proofs.take(id).content);
}
