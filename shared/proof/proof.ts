/**
 * @file The proof pack: what one sale or one client rests on, in a file that proves itself on a
 * machine that has nothing else. This is its `proof.json`; the tar around it is electron/proof/container.ts.
 *
 * [Note: What a proof pack proves]
 *
 * Proven by the file alone: that the holder of the signing key put it together and that nothing in
 * it was changed since; that each operation stands in the log whose checkpoint is in it, at the place
 * it names (RFC 9162 inclusion); that the results and decisions follow from the answers and facts by
 * the rule packs in it; that the files are those the records name. Where the log was handed to a
 * branch before the file was made, also that it was already so then, for whoever asks the branch.
 *
 * Not proven: that there is nothing else about the client (a tree shows what is in it, never what is
 * not), that what was written down is true, and, without such a branch, when it was written. An
 * operation of a log from before [Note: Parted transactions], whose transaction holds more than may be
 * shown, is only stated: its transaction is proven, that the operation is in it is the signer's word.
 */
import { z } from "zod";
import { AppError } from "../errors.ts";
import { AttachmentType } from "../model/attachment.ts";
import { clientFields } from "../model/client.ts";
import { shanghaiDay } from "../model/dates.ts";
import { endingOf } from "../model/file-name.ts";
import { peerFields, profileFields } from "../model/office.ts";
import { ActorId, ClientId, DeviceId, Instant, Language, RecordId } from "../model/primitives.ts";
import { ProofContents } from "../model/proof-entry.ts";
import { parseCanonical } from "../package/canonical.ts";

/** The only version this code writes and reads. */
export const proofVersion = 1;

/** Names inside the pack: these three in this order, then the files in the order of the list. */
export const proofFile = "proof.json";
export const proofSignatureFile = "proof.json.sig";
const proofPdfFile = "proof.pdf";

/** What a verifier accepts. */
export const proofLimits = {
  jsonBytes: 64 * 2 ** 20,
  signatureBytes: 4 * 1024,
  pdfBytes: 64 * 2 ** 20,
  fileBytes: 512 * 2 ** 20,
  files: 5_000,
  transactions: 50_000,
  /** One operation, UTF-16 units. */
  operationChars: 4 * 2 ** 20,
} as const;

/** SHA-256, hex. */
const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** No tree of that many leaves is deeper. */
const Path = z.array(Digest).max(53);

/** An operation byte for byte as it stands in the log. */
const Text = z.string().max(proofLimits.operationChars);

/**
 * Where operations stand. `whole`: every operation of the transaction. `parted`: some, each with its
 * way to the transaction's own root. `stated`: see [Note: What a proof pack proves].
 */
const transaction = {
  /** The transaction's number; its leaf is the one before. */
  seq: count.min(1),
  /** From its leaf to the checkpoint's root. */
  path: Path,
};
export const ProvenTransaction = z.discriminatedUnion("form", [
  z.strictObject({ form: z.literal("whole"), ...transaction, operations: z.array(Text).min(1).max(10_000) }),
  z.strictObject({
    form: z.literal("parted"),
    ...transaction,
    count: count.min(2),
    operations: z
      .array(z.strictObject({ index: count, path: Path, text: Text }))
      .min(1)
      .max(10_000),
  }),
  z.strictObject({
    form: z.literal("stated"),
    ...transaction,
    leaf: Digest,
    operations: z.array(Text).min(1).max(10_000),
  }),
]);
export type ProvenTransaction = z.infer<typeof ProvenTransaction>;

/** A rule pack whole, as its file has it. */
const ProofPack = z.strictObject({
  id: z.string().max(40),
  version: z.string().max(20),
  /** Of its canonical JSON. */
  sha256: Digest,
  content: z.record(z.string(), z.json()),
});
export type ProofPack = z.infer<typeof ProofPack>;

/** Why a file that a record names is not in the pack. */
export const absences = ["left-out", "kept-elsewhere", "missing", "damaged"] as const;

const ProofAttachment = z.strictObject({
  /** The attachment's record. */
  attachment: RecordId,
  sha256: Digest,
  /** Absent for one that is kept elsewhere. */
  size: count.optional(),
  type: AttachmentType.optional(),
  /** Absent: it is in the pack. */
  absent: z.enum(absences).optional(),
});
export type ProofAttachment = z.infer<typeof ProofAttachment>;

/** Who the client is, as the book had it when the pack was made. */
const Identity = z.strictObject({
  kind: clientFields.kind,
  name: clientFields.name,
  birthDate: clientFields.birthDate.optional(),
  idType: clientFields.idType.optional(),
  idNumber: clientFields.idNumber.optional(),
  customerNo: clientFields.customerNo.optional(),
});
export type ProofIdentity = z.infer<typeof Identity>;

/** An export to a branch after which the log can no longer be other than it was. */
const Witness = z.strictObject({
  /** The package's record, which is among the operations. */
  package: RecordId,
  /** That the checkpoint's log begins with the one the package speaks of (RFC 9162 2.1.4). */
  proof: z.array(Digest).max(110),
});

export const Proof = z.strictObject({
  format: z.literal("suitbook-proof"),
  v: z.literal(proofVersion),
  /** Random; the register of exports names it too. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  madeAt: Instant,
  /** Of Suitbook. */
  software: z.string().max(40),
  language: Language,
  maker: z.strictObject({
    actor: ActorId,
    name: profileFields.name,
    role: profileFields.role,
    branch: profileFields.branch.optional(),
    device: DeviceId,
    verifyKey: peerFields.verifyKey,
    /** The fingerprint that people compare is of both keys. */
    recipient: peerFields.recipient,
  }),
  subject: z.strictObject({
    client: ClientId,
    /** Of a sale; absent: everything about the client. */
    decision: RecordId.optional(),
    identity: Identity,
  }),
  contents: ProofContents,
  log: z.strictObject({
    origin: z.string().regex(/^suitbook\/[0-9a-f]{32}$/),
    size: count.min(1),
    root: Digest,
    /** C2SP signed note over the three. */
    checkpoint: z.string().max(1000),
    /** By `seq`, rising. */
    transactions: z.array(ProvenTransaction).min(1).max(proofLimits.transactions),
    witnesses: z.array(Witness).max(10_000),
  }),
  packs: z.array(ProofPack).max(500),
  /** Absent where no PDF could be made. */
  pdf: z.strictObject({ size: count.max(proofLimits.pdfBytes), sha256: Digest }).optional(),
  attachments: z.array(ProofAttachment).max(proofLimits.files),
});
export type Proof = z.infer<typeof Proof>;

const Versions = z.looseObject({ format: z.literal("suitbook-proof"), v: z.int() });

/**
 * @param text of `proof.json`
 * @throws AppError `proof-json` when it is not canonical or not a proof, `proof-newer` when a later
 *   version of Suitbook made it
 */
export function parseProof(text: string): Proof {
  try {
    const value = parseCanonical(text);
    if (Versions.parse(value).v > proofVersion) throw new AppError("proof-newer");
    return Proof.parse(value);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("proof-json", {}, { cause: error });
  }
}

/** `proof-20261123-4e7a19c2.suitbook-proof`: names the day and the pack, never the client, because file names are readable. */
export function proofFileName({ id, madeAt }: Pick<Proof, "id" | "madeAt">): string {
  return `proof-${shanghaiDay(madeAt).replaceAll("-", "")}-${id.slice(0, 8)}.suitbook-proof`;
}

/** A member of the pack beside its JSON and signature. */
export interface ProofMember {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly maxBytes: number;
  /** Absent for the PDF. */
  readonly attachment?: RecordId;
}

/** The members after the signature, in their order. The same bytes stand in the pack once, however many records name them. */
export function membersOf({ pdf, attachments }: Pick<Proof, "pdf" | "attachments">): readonly ProofMember[] {
  const members: ProofMember[] = [];
  if (pdf !== undefined) members.push({ name: proofPdfFile, ...pdf, maxBytes: proofLimits.pdfBytes });
  const seen = new Set<string>();
  for (const { attachment, sha256, size, type, absent } of attachments) {
    if (absent !== undefined || size === undefined || type === undefined) continue;
    const name = `files/${sha256}.${endingOf(type)}`;
    if (seen.has(name)) continue;
    seen.add(name);
    members.push({ name, size, sha256, maxBytes: proofLimits.fileBytes, attachment });
  }
  return members;
}
