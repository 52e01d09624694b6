/**
 * @file A signed rule pack as a file: JSON with the pack and an SSH signature over its
 * canonical form (`ssh-keygen -Y verify -n suitbook-pack` accepts it). Who signed is for
 * the caller to judge.
 */
import { z } from "zod";
import { AppError } from "../../shared/errors.ts";
import { Json } from "../../shared/model/primitives.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import { sha256 } from "../crypto/hash.ts";
import { signSsh, verifySsh } from "../crypto/sshsig.ts";

const packNamespace = "suitbook-pack";

const PackFile = z.strictObject({
  format: z.literal("suitbook-pack"),
  v: z.literal(1),
  pack: z.record(z.string(), Json),
  signature: z.string().max(4000),
});

export interface ReadPackFile {
  readonly pack: Record<string, Json>;
  /** Of its canonical form, hex. */
  readonly sha256: string;
  /** Ed25519 public key it was signed with, base64. */
  readonly verifyKey: string;
}

/** @throws AppError `pack-file` when it is none, `pack-signature` when what it holds is not what was signed */
export function readPackFile(text: string): ReadPackFile {
  const { pack, signature, canonical } = fileIn(text);
  const key = verifySsh(signature, canonical, packNamespace);
  if (key === undefined) throw new AppError("pack-signature");
  return { pack, sha256: digestOf(pack), verifyKey: Buffer.from(key).toString("base64") };
}

/** The file of a pack, signed with an Ed25519 seed. */
export function writePackFile(pack: Json, seed: Uint8Array): string {
  const signature = signSsh(seed, Buffer.from(canonicalText(pack)), packNamespace);
  return `${JSON.stringify({ format: "suitbook-pack", v: 1, pack, signature }, null, 2)}\n`;
}

/** SHA-256 of a pack's canonical form, hex: what it is told apart by. */
export function digestOf(pack: unknown): string {
  return sha256(Buffer.from(canonicalText(pack))).toString("hex");
}

/** What it says, in a form that can be signed: nested within reason, no half characters. */
function fileIn(text: string): z.infer<typeof PackFile> & { readonly canonical: Buffer } {
  try {
    const file = PackFile.parse(JSON.parse(text));
    return { ...file, canonical: Buffer.from(canonicalText(file.pack)) };
  } catch (cause) {
    throw new AppError("pack-file", {}, { cause });
  }
}
