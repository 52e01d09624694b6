/**
 * @file A checkpoint: what the log was at one moment, in the text form of C2SP
 * tlog-checkpoint, signed as a C2SP signed note, so that any tool for transparency
 * logs can check it without us.
 */
import { sha256 } from "../crypto/hash.ts";
import { publicKeyOf, sign, verify } from "../crypto/sign.ts";
import type { TreeHead } from "./tree.ts";

/** Ed25519, the first algorithm of C2SP signed-note. */
const algorithm = Uint8Array.of(1);
const signatureMark = "\u2014 ";

/** The log a checkpoint speaks of; also the name of the key in its signature line. */
export function originOf(vaultId: string): string {
  return `suitbook/${vaultId}`;
}

/** `origin`, size in decimal and root in base64, each on a line, then the signature line. */
export function signCheckpoint(origin: string, { size, root }: TreeHead, seed: Uint8Array): string {
  const text = checkpointText(origin, { size, root });
  const signature = Buffer.concat([keyHash(origin, publicKeyOf(seed)), sign(seed, Buffer.from(text))]);
  return `${text}\n${signatureMark}${origin} ${signature.toString("base64")}\n`;
}

/** Whether `note` is the checkpoint of exactly this head, signed by this key. */
export function isCheckpoint(note: string, origin: string, head: TreeHead, publicKey: Uint8Array): boolean {
  const text = checkpointText(origin, head);
  const start = `${text}\n${signatureMark}${origin} `;
  if (!note.startsWith(start) || !note.endsWith("\n")) return false;
  const signature = Buffer.from(note.slice(start.length, -1), "base64");
  const isOwnKey = signature.subarray(0, 4).equals(keyHash(origin, publicKey));
  return isOwnKey && verify(publicKey, Buffer.from(text), signature.subarray(4));
}

function checkpointText(origin: string, { size, root }: TreeHead): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
}

function keyHash(name: string, publicKey: Uint8Array): Buffer {
  return sha256(`${name}\n`, algorithm, publicKey).subarray(0, 4);
}
