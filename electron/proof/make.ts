/**
 * @file Makes a proof pack from an open vault: the evidence and its place in the log, the rule packs
 * it was made by, the files it names, all under the device's signature. Writes one thing: the log's
 * checkpoint, which the proofs lead to.
 */

import type { Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { mergeRow, rowKey } from "../../shared/log/merge.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { Attachment } from "../../shared/model/attachment.ts";
import { Client } from "../../shared/model/client.ts";
import { entities } from "../../shared/model/entities.ts";
import { InstalledPack } from "../../shared/model/installed-pack.ts";
import { Checkpoint, PackageOut } from "../../shared/model/office.ts";
import type { DeviceId, Json, Language } from "../../shared/model/primitives.ts";
import type { ProofContents } from "../../shared/model/proof-entry.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import { shippedPack } from "../../shared/proof/packs.ts";
import {
  Proof,
  type ProofAttachment,
  type ProofMember,
  type ProofPack,
  proofVersion,
} from "../../shared/proof/proof.ts";
import { identityOf } from "../../shared/proof/records.ts";
import { type PackRef, packKey, packsNamedBy } from "../../shared/proof/references.ts";
import { isWitnessing, type Subject, selectOperations } from "../../shared/proof/selection.ts";
import type { Attachments } from "../attachments/service.ts";
import type { Writer } from "../book/append.ts";
import { sha256 } from "../crypto/hash.ts";
import { runningSha256 } from "../crypto/running-hash.ts";
import { proofNamespace, signSsh } from "../crypto/sshsig.ts";
import { writeCheckpoint } from "../evidence/evidence.ts";
import { originOf } from "../evidence/note.ts";
import { proveConsistency } from "../evidence/tree.ts";
import { type OwnIdentity, ownIdentity } from "../sync/identity.ts";
import type { Vault } from "../vault/vault.ts";
import type { SealedProof } from "./container.ts";
import { LogReader } from "./log-reader.ts";

export interface ProofRequest extends Subject {
  readonly contents: ProofContents;
  readonly language: Language;
}

export interface MakeDeps {
  readonly vault: Pick<Vault, "id" | "logSeq" | "rows" | "transactions">;
  readonly attachments: Pick<Attachments, "open">;
  readonly device: DeviceId;
  readonly write: Writer;
  /** Version of Suitbook. */
  readonly software: string;
  /** Draws the PDF of a pack that is whole but for it; undefined where that cannot be done here. */
  readonly draw: (proof: Proof) => Promise<Uint8Array | undefined>;
}

/** What is chosen of the log, before anything was written. */
export interface Gathered {
  readonly reader: LogReader;
  readonly request: ProofRequest;
}

/** @throws AppError `proof-empty` when the book holds nothing about the subject */
export async function gather({ vault }: Pick<MakeDeps, "vault">, request: ProofRequest): Promise<Gathered> {
  const reader = new LogReader(vault, request.client, isWitnessing);
  await reader.readOn();
  const { candidates } = reader;
  const isKnown = merged(candidates).has(`client/${request.client}`);
  const chosen = isKnown ? selectOperations(candidates, request, request.contents) : [];
  if (chosen.length === 0) throw new AppError("proof-empty");
  return { reader, request };
}

/**
 * @throws AppError `pack-missing` when a rule pack that was decided by is neither shipped nor in the
 *   book; `disk-*`, `vault-read-only`; what `draw` throws
 */
export async function makeProof(
  { reader, request }: Gathered,
  head: Pick<Proof, "id" | "madeAt">,
  deps: MakeDeps,
): Promise<SealedProof> {
  const { vault, device, write, attachments } = deps;
  const own = await ownIdentity(vault, device);
  await writeCheckpoint(vault, device, own.seed, write);
  await reader.readOn();
  const { size, note } = Checkpoint.parse(vault.rows("checkpoint").get(device));
  const inTime = reader.candidates.filter((operation) => reader.seqOf(operation) <= size);
  const chosen = selectOperations(inTime, request, request.contents);
  const witnesses = witnessesFor(chosen, inTime, { reader, device, size });
  const { root, transactions } = reader.prove([...chosen, ...witnesses.operations], size);
  const rows = merged(chosen);
  const files = await filesFor(rows, request.contents, attachments);
  const client = Client.parse(merged(inTime).get(`client/${request.client}`));
  const proof: Proof = {
    format: "suitbook-proof",
    v: proofVersion,
    ...head,
    software: deps.software,
    language: request.language,
    maker: makerOf(own),
    subject: {
      client: request.client,
      ...(request.decision !== undefined && { decision: request.decision }),
      identity: identityOf(client),
    },
    contents: request.contents,
    log: {
      origin: originOf(vault.id),
      size,
      root,
      checkpoint: note,
      transactions,
      witnesses: witnesses.list,
    },
    packs: packsFor(rows),
    attachments: files,
  };
  return sealed(proof, await deps.draw(proof), own.seed, attachments);
}

function makerOf({ device, verifyKey, recipient, profile: { id, name, role, branch } }: OwnIdentity): Proof["maker"] {
  const actor = id as Proof["maker"]["actor"];
  return { actor, name, role, ...(branch !== undefined && { branch }), device, verifyKey, recipient };
}

function sealed(
  bare: Proof,
  pdf: Uint8Array | undefined,
  seed: Uint8Array,
  attachments: MakeDeps["attachments"],
): SealedProof {
  const proof = pdf === undefined ? bare : { ...bare, pdf: { size: pdf.length, sha256: hexOf(pdf) } };
  const text = Buffer.from(canonicalText(Proof.parse(proof)));
  const signature = signSsh(seed, text, proofNamespace);
  async function* open({ attachment }: ProofMember): AsyncGenerator<Uint8Array> {
    if (attachment !== undefined) yield* (await attachments.open(attachment)).stream.read();
    else if (pdf !== undefined) yield pdf;
  }
  return { proof, text, signature, open };
}

function merged(operations: readonly Operation[]): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const operation of operations) {
    const key = rowKey(operation);
    rows.set(key, mergeRow(rows.get(key), operation));
  }
  return rows;
}

/** The rows of one entity, in the order of their ids. */
function rowsOf(rows: ReadonlyMap<string, Row>, entity: string): Row[] {
  return [...rows]
    .filter(([key]) => key.startsWith(`${entity}/`))
    .map(([, row]) => row)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function packsFor(rows: ReadonlyMap<string, Row>): ProofPack[] {
  const installed = new Map(rowsOf(rows, "installedPack").map((row) => [row.id, InstalledPack.parse(row)]));
  const refs = new Map<string, PackRef>();
  for (const entity of Object.keys(entities) as (keyof typeof entities)[]) {
    for (const { id: _, _at, ...values } of rowsOf(rows, entity)) {
      for (const ref of packsNamedBy(entity, values as Record<string, Json>)) refs.set(packKey(ref), ref);
    }
  }
  return [...refs.values()]
    .toSorted((a, b) => (packKey(a) < packKey(b) ? -1 : 1))
    .map((ref) => {
      const content = shippedPack(ref) ?? installed.get(packKey(ref))?.pack;
      if (content === undefined) throw new AppError("pack-missing", { id: packKey(ref) });
      return { id: ref.id, version: ref.version, sha256: hexOf(Buffer.from(canonicalText(content))), content };
    });
}

/** Every file the evidence names, in the order of its attachment; one that goes in was read to its end. */
async function filesFor(
  rows: ReadonlyMap<string, Row>,
  { files: isWanted }: ProofContents,
  attachments: MakeDeps["attachments"],
): Promise<ProofAttachment[]> {
  const found: ProofAttachment[] = [];
  for (const row of rowsOf(rows, "attachment")) {
    const record = Attachment.parse(row);
    const { id: attachment, sha256: digest } = record;
    if (record.kind === "reference") {
      found.push({ attachment, sha256: digest, absent: "kept-elsewhere" });
      continue;
    }
    const absent = isWanted ? await whyAbsent(attachment, digest, attachments) : "left-out";
    const entry = { attachment, sha256: digest, size: record.bytes, type: record.type };
    found.push(absent === undefined ? entry : { ...entry, absent });
  }
  return found;
}

async function whyAbsent(
  id: string,
  digest: string,
  attachments: MakeDeps["attachments"],
): Promise<"missing" | "damaged" | undefined> {
  try {
    const { stream } = await attachments.open(id);
    const hash = runningSha256();
    for await (const piece of stream.read()) hash.add(piece);
    return hash.hex() === digest ? undefined : "damaged";
  } catch (error) {
    if (error instanceof AppError && error.code === "attachment-missing") return "missing";
    if (error instanceof AppError && error.code === "attachment-damaged") return "damaged";
    throw error;
  }
}

interface Place {
  readonly reader: LogReader;
  readonly device: DeviceId;
  readonly size: number;
}

/** For each chosen operation the first export that carried the log beyond it; one the branch has confirmed, where there is one. */
function witnessesFor(chosen: readonly Operation[], all: readonly Operation[], { reader, device, size }: Place) {
  const receipts = new Map(all.filter(({ entity }) => entity === "receipt").map((one) => [one.entityId, one]));
  const sent = all
    .filter((one) => one.entity === "packageOut" && one.device === device)
    .map((operation) => ({ operation, audit: auditOf(operation), receipt: receipts.get(operation.entityId) }))
    .toSorted((a, b) => a.audit.size - b.audit.size);
  const found = new Set<(typeof sent)[number]>();
  for (const operation of chosen) {
    const after = sent.filter(({ audit }) => audit.size >= reader.seqOf(operation) && audit.size <= size);
    const witness = after.find(({ receipt }) => receipt !== undefined) ?? after[0];
    if (witness !== undefined) found.add(witness);
  }
  const list = [...found].map(({ operation, audit }) => {
    const frontier = { size: audit.size, hashes: audit.frontier.map((hash) => Buffer.from(hash, "hex")) };
    const proof = proveConsistency(frontier, reader.leavesAfter(audit.size, size)).map(hexBytes);
    return { package: operation.entityId, proof };
  });
  const operations = [...found].flatMap(({ operation, receipt }) =>
    receipt === undefined ? [operation] : [operation, receipt],
  );
  return { list, operations };
}

function auditOf(operation: Operation): PackageOut["audit"] {
  const values = operation.kind === "record" ? operation.value : {};
  return PackageOut.parse({ ...values, id: operation.entityId }).audit;
}

function hexOf(bytes: Uint8Array): string {
  return sha256(bytes).toString("hex");
}

function hexBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
