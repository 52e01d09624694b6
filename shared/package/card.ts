/**
 * @file A device's public identity, as it is shown, pasted and scanned when two
 * people pair their devices. The text form and its signature: electron/sync/card.ts.
 */
import { z } from "zod";
import { peerFields, profileFields } from "../model/office.ts";
import { DeviceId } from "../model/primitives.ts";
import { canonicalText } from "./canonical.ts";

/** The start of every card's text; the number is the version. */
export const cardPrefix = "suitbook:1:";

const statement = {
  name: profileFields.name,
  role: profileFields.role,
  branch: profileFields.branch,
  device: DeviceId,
  verifyKey: peerFields.verifyKey,
  recipient: peerFields.recipient,
};

export const Card = z.strictObject({
  ...statement,
  /** Ed25519 over {@link cardStatement}, base64 of 64 bytes. Shows that the card's maker holds the signing key. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});
export type Card = z.infer<typeof Card>;
export type CardStatement = Omit<Card, "signature">;

/** The text under the card's own signature. */
export function cardStatement({ name, role, branch, device, verifyKey, recipient }: CardStatement): string {
  return `suitbook-card\n${canonicalText({ name, role, branch, device, verifyKey, recipient })}`;
}

/**
 * Four groups of four hex digits, `4E7A 19C2 B0D5 66F1`, for two people to compare.
 *
 * @param digest SHA-256, hex, of both public keys (electron/sync/identity.ts).
 */
export function fingerprintText(digest: string): string {
  return (digest.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(" ");
}

/** Whether two fingerprints are the same, however they were typed. */
export function sameFingerprint(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/[^0-9A-Fa-f]/g, "").toUpperCase();
  return plain(a).length === 16 && plain(a) === plain(b);
}
