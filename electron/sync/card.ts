/**
 * @file The text form of an identity card: one line that survives a chat window, a
 * printout and a QR code. `suitbook:1:<base64url of canonical JSON>:<CRC-32, 8 hex>`.
 *
 * The checksum tells a slip in copying apart from a card that was made wrong; the
 * signature shows that its maker holds the signing key. Who that is, only the
 * comparison of fingerprints in person can show.
 */
import { crc32 } from "node:zlib";
import { AppError } from "../../shared/errors.ts";
import { canonicalText, parseCanonical } from "../../shared/package/canonical.ts";
import { Card, cardPrefix, cardStatement } from "../../shared/package/card.ts";
import { isRecipient } from "../crypto/age.ts";
import { sign, verify } from "../crypto/sign.ts";
import type { OwnIdentity } from "./identity.ts";

export function writeCard({
  device,
  profile,
  verifyKey,
  recipient,
  seed,
}: Pick<OwnIdentity, "device" | "profile" | "verifyKey" | "recipient" | "seed">): string {
  const statement = {
    name: profile.name,
    role: profile.role,
    branch: profile.branch ?? "",
    device,
    verifyKey,
    recipient,
  };
  const signature = sign(seed, Buffer.from(cardStatement(statement))).toString("base64");
  const payload = Buffer.from(canonicalText({ ...statement, signature })).toString("base64url");
  return `${cardPrefix}${payload}:${checksum(payload)}`;
}

/**
 * The card in a text, whatever line breaks and spaces came with it.
 *
 * @throws AppError `card-unreadable`.
 */
export function readCard(text: string): Card {
  try {
    const [, payload = "", sum] = /^suitbook:1:([A-Za-z0-9_-]+):([0-9a-f]{8})$/.exec(text.replace(/\s/g, "")) ?? [];
    if (sum !== checksum(payload)) throw new Error("not a card, or mistyped");
    const json = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(payload, "base64url"));
    const card = Card.parse(parseCanonical(json));
    if (!isRecipient(card.recipient)) throw new Error("no such recipient");
    const statement = Buffer.from(cardStatement(card));
    if (!verify(Buffer.from(card.verifyKey, "base64"), statement, Buffer.from(card.signature, "base64"))) {
      throw new Error("not signed by its own key");
    }
    return card;
  } catch (cause) {
    throw new AppError("card-unreadable", {}, { cause });
  }
}

function checksum(payload: string): string {
  return crc32(payload).toString(16).padStart(8, "0");
}
