/**
 * @file Makes packages the app would never make: by a sender's own keys, or by
 * somebody else's, with any part replaced.
 */
import { gzipSync } from "node:zlib";
import { sealAge } from "../../electron/crypto/age.ts";
import { sha256 } from "../../electron/crypto/hash.ts";
import { randomId } from "../../electron/crypto/random.ts";
import { packageNamespace, signSsh } from "../../electron/crypto/sshsig.ts";
import { type OwnIdentity, ownIdentity, senderOf } from "../../electron/sync/identity.ts";
import { writeTar } from "../../electron/sync/tar.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import { noPreviousManifest, type OperationsManifest } from "../../shared/package/manifest.ts";
import type { Office } from "./office.ts";

export async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

export const keysOf = (office: Office): Promise<OwnIdentity> => ownIdentity(office.vault, office.device);

export interface Forgery {
  readonly from: Office;
  readonly to: Office;
  readonly operations?: readonly object[];
  /** In place of the lines of `operations`. */
  readonly lines?: Buffer;
  /** In place of the compressed lines. */
  readonly gz?: Buffer;
  /** Changes to the manifest, made before it is signed. */
  readonly manifest?: Partial<Record<keyof OperationsManifest, unknown>>;
  /** In place of the manifest's canonical text. */
  readonly text?: (text: string) => string;
  /** Signs in place of the sender. */
  readonly signer?: OwnIdentity;
  readonly namespace?: string;
  /** Changes to the signature file. */
  readonly signature?: (armored: string) => string;
  /** Members in place of the three. */
  readonly members?: (manifest: Buffer, signature: Buffer, gz: Buffer) => { name: string; content: Buffer }[];
  /** In place of the tar. */
  readonly tar?: (tar: Buffer) => Buffer;
  /** Sealed to, in place of the receiver. */
  readonly recipients?: readonly string[];
}

/** The first package of a stream from one office to another, with whatever is to be wrong about it. */
export async function forge(forgery: Forgery): Promise<Buffer> {
  const { from, to, operations = [] } = forgery;
  const [own, receiver] = [await keysOf(from), await keysOf(to)];
  const lines = forgery.lines ?? Buffer.from(operations.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const gz = forgery.gz ?? gzipSync(lines);
  const manifest = {
    v: 1,
    kind: "operations",
    packageId: randomId(),
    sender: senderOf(own),
    senderKeyId: own.keyId,
    recipientKeyIds: [receiver.recipientKeyId],
    createdAt: "2026-11-23T04:00:00.000Z",
    stream: receiver.keyId,
    seq: 1,
    prevManifestHash: noPreviousManifest,
    audit: { size: 1, root: "0".repeat(64), proof: [] },
    hlc: stampsOf(operations).sort().at(-1) ?? `019ab0000000-0000-${from.device}`,
    schema: 1,
    counts: { operations: Math.max(operations.length, 1), entities: countsOf(operations) },
    files: [{ name: "ops.jsonl.gz", size: gz.length, sha256: digest(gz), uncompressedSize: lines.length }],
    ...forgery.manifest,
  };
  const text = (forgery.text ?? ((same) => same))(canonicalText(manifest));
  const bytes = Buffer.from(text);
  const armored = signSsh((forgery.signer ?? own).seed, bytes, forgery.namespace ?? packageNamespace);
  const signature = Buffer.from((forgery.signature ?? ((same) => same))(armored));
  const members = forgery.members?.(bytes, signature, gz) ?? [
    { name: "manifest.json", content: bytes },
    { name: "manifest.json.sig", content: signature },
    { name: "ops.jsonl.gz", content: gz },
  ];
  const plain = await collect(
    writeTar(members.map((one) => ({ ...one, size: one.content.length, content: [one.content] }))),
  );
  const tar = forgery.tar?.(plain) ?? plain;
  return seal(tar, forgery.recipients ?? [receiver.recipient]);
}

/** Anybody can do this who has the recipients' public keys. */
export async function seal(content: Uint8Array, recipients: readonly string[]): Promise<Buffer> {
  async function* one(): AsyncGenerator<Uint8Array> {
    yield content;
  }
  return collect(sealAge(one(), recipients));
}

export const digest = (bytes: Uint8Array): string => sha256(bytes).toString("hex");

function stampsOf(operations: readonly object[]): string[] {
  return operations.flatMap((one) => ("at" in one && typeof one.at === "string" ? [one.at] : []));
}

function countsOf(operations: readonly object[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { entity } of operations as readonly Operation[]) counts[entity] = (counts[entity] ?? 0) + 1;
  return operations.length === 0 ? { client: 1 } : counts;
}
