/**
 * @file Looks into a package with an age identity alone, as a branch's own tools or an
 * auditor would: no vault, no pairing. The checks are those of every receiver
 * (electron/sync/incoming.ts); only whether the signer is known is left to a fingerprint.
 */
import type { Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import type { EntityName } from "../../shared/model/entities.ts";
import { sameFingerprint } from "../../shared/package/card.ts";
import { limits, type Manifest, manifestFile, parseManifest, signatureFile } from "../../shared/package/manifest.ts";
import { openAge, recipientOf } from "../crypto/age.ts";
import { sha256 } from "../crypto/hash.ts";
import { packageNamespace, verifySsh } from "../crypto/sshsig.ts";
import { readChunks } from "../sync/files.ts";
import { fingerprintOf, keyIdOf, recipientKeyIdOf } from "../sync/identity.ts";
import { examine } from "../sync/incoming.ts";
import { readTar } from "../sync/tar.ts";

export interface Inspection {
  readonly manifest: Manifest;
  /** SHA-256 of `manifest.json`, hex. */
  readonly manifestHash: string;
  /** Of the signer, to be compared with what they showed in person. */
  readonly fingerprint: string;
}

interface Opened extends Inspection {
  /** Ed25519 public key of the signer, base64. */
  readonly verifyKey: string;
}

/**
 * Manifest and signature; the content behind them is not looked at.
 *
 * @throws AppError `package-*`
 */
export async function inspectPackage(file: string, identities: readonly string[]): Promise<Inspection> {
  const { verifyKey: _, ...inspection } = await open(file, identities);
  return inspection;
}

/**
 * Everything a receiver verifies, as one who has all the packages before this one.
 *
 * @param signer fingerprint that the signer must have; any when not given
 * @throws AppError `package-*`; `package-unknown-sender` for another signer than `signer`
 */
export async function verifyPackage(
  file: string,
  identities: readonly string[],
  signer: string | undefined,
): Promise<Inspection> {
  const { verifyKey, ...inspection } = await open(file, identities);
  const { manifest, fingerprint } = inspection;
  if (signer !== undefined && !sameFingerprint(signer, fingerprint)) {
    throw new AppError("package-unknown-sender", { fingerprint });
  }
  const recipients = await Promise.all(identities.map(recipientOf));
  const index = recipients.findIndex((recipient) => manifest.recipientKeyIds.includes(recipientKeyIdOf(recipient)));
  const [ageIdentity, recipient] = [identities[index], recipients[index]];
  if (ageIdentity === undefined || recipient === undefined) throw new AppError("package-not-for-me");
  await examine(file, {
    vault: { rows: (entity: EntityName) => expectant(manifest, verifyKey).get(entity) ?? new Map() },
    own: { ageIdentity, recipientKeyId: recipientKeyIdOf(recipient) },
    job: { signal: new AbortController().signal, progress: () => undefined },
    onBytes: () => undefined,
    onOperation: () => undefined,
  });
  return inspection;
}

async function open(file: string, identities: readonly string[]): Promise<Opened> {
  const tar = readTar(openAge(readChunks(file), identities));
  try {
    const manifestBytes = await all(tar.member(manifestFile, limits.manifestBytes));
    const signature = await all(tar.member(signatureFile, limits.signatureBytes));
    const manifest = parseManifest(manifestBytes.toString("utf8"));
    const key = verifySsh(signature.toString("latin1"), manifestBytes, packageNamespace);
    const verifyKey = Buffer.from(key ?? []).toString("base64");
    if (key === undefined || keyIdOf(verifyKey) !== manifest.senderKeyId) throw new AppError("package-signature");
    return {
      manifest,
      manifestHash: sha256(manifestBytes).toString("hex"),
      fingerprint: fingerprintOf(verifyKey, manifest.sender.recipient),
      verifyKey,
    };
  } finally {
    await tar.close();
  }
}

/** The rows of a receiver who is paired with the signer and waits for exactly this package. */
function expectant(manifest: Manifest, verifyKey: string): ReadonlyMap<EntityName, ReadonlyMap<string, Row>> {
  const { device, recipient, name, role } = manifest.sender;
  const pairedAt = manifest.createdAt;
  const peer = { id: manifest.senderKeyId, name, role, device, verifyKey, recipient, pairedAt, isBranch: false };
  const rows = new Map<EntityName, ReadonlyMap<string, Row>>([["peer", new Map([[peer.id, peer]])]]);
  if (manifest.kind === "operations" && manifest.seq > 1) {
    const before = {
      id: "before",
      sender: peer.id,
      stream: manifest.stream,
      seq: manifest.seq - 1,
      importedAt: pairedAt,
      manifestHash: manifest.prevManifestHash,
      operations: 0,
      created: 0,
      updated: 0,
      same: 0,
    };
    rows.set("packageIn", new Map([[before.id, before]]));
  }
  if (manifest.kind === "receipt") {
    const { packageId, stream, seq, manifestHash } = manifest.answers;
    const sent = {
      id: packageId,
      stream,
      seq,
      createdAt: pairedAt,
      fileName: "",
      operations: 0,
      bytes: 0,
      throughLogSeq: 0,
      manifestHash,
      recipients: [recipient],
    };
    rows.set("packageOut", new Map([[packageId, sent]]));
  }
  return rows;
}

async function all(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}
