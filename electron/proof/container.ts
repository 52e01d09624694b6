/** @file The file of a proof pack: a tar of `proof.json`, its signature, the PDF and the files the evidence names. */
import { AppError } from "../../shared/errors.ts";
import {
  membersOf,
  type Proof,
  type ProofMember,
  parseProof,
  proofFile,
  proofLimits,
  proofSignatureFile,
} from "../../shared/proof/proof.ts";
import { runningSha256 } from "../crypto/running-hash.ts";
import { type Member, readTar, type TarReader, writeTar } from "../sync/tar.ts";

type Content = AsyncIterable<Uint8Array>;

/** A pack that is signed and whole but for its files, which are read as it is written. */
export interface SealedProof {
  readonly proof: Proof;
  /** `proof.json` and its signature. */
  readonly text: Uint8Array;
  readonly signature: string;
  readonly open: (member: ProofMember) => Content;
}

/** The whole file. @throws what `open`'s content throws; Error where it is not as long as the pack says */
export function writeProof({ proof, text, signature, open }: SealedProof): AsyncGenerator<Uint8Array> {
  const head: Member[] = [
    { name: proofFile, size: text.length, content: [text] },
    { name: proofSignatureFile, size: signature.length, content: [Buffer.from(signature, "latin1")] },
  ];
  const members = membersOf(proof).map((member) => ({ name: member.name, size: member.size, content: open(member) }));
  return writeTar([...head, ...members]);
}

/** Bytes of the whole file. */
export function sizeOfProof({ proof, text, signature }: SealedProof): number {
  const sizes = [text.length, signature.length, ...membersOf(proof).map(({ size }) => size)];
  return sizes.reduce((sum, size) => sum + tarBlock + Math.ceil(size / tarBlock) * tarBlock, 2 * tarBlock);
}
const tarBlock = 512;

/** A pack that is being read: first this, then its files. */
export interface OpenProof {
  readonly proof: Proof;
  readonly text: Uint8Array;
  readonly signature: string;
  /**
   * The names of members that are not what the pack says.
   *
   * @throws AppError `proof-malformed`, `proof-too-large`
   */
  rest(): Promise<readonly string[]>;
}

/**
 * Read a pack with everything around it: `use` is given its head and may go on to its files.
 *
 * @throws AppError `proof-malformed`, `proof-too-large`, `proof-json`, `proof-newer`, and what reading `bytes` throws
 */
export async function withProof<T>(bytes: Content, use: (pack: OpenProof) => Promise<T>): Promise<T> {
  const tar = readTar(bytes, "proof");
  try {
    const text = await all(tar.member(proofFile, proofLimits.jsonBytes));
    const signature = await all(tar.member(proofSignatureFile, proofLimits.signatureBytes));
    const proof = parseProof(utf8(text));
    return await use({ proof, text, signature: signature.toString("latin1"), rest: () => readRest(tar, proof) });
  } finally {
    await tar.close();
  }
}

async function readRest(tar: TarReader, proof: Proof): Promise<string[]> {
  const differing: string[] = [];
  for (const { name, size, sha256, maxBytes } of membersOf(proof)) {
    const hash = runningSha256();
    for await (const piece of tar.member(name, maxBytes)) hash.add(piece);
    if (hash.size !== size || hash.hex() !== sha256) differing.push(name);
  }
  await tar.end();
  return differing;
}

async function all(content: Content): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("proof-json", {}, { cause });
  }
}
