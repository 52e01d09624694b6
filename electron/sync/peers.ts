/** @file Who this device is paired with: reading cards, pairing, parting. */
import type { z } from "zod";
import type { CardReading } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { Peer } from "../../shared/model/office.ts";
import { type Card, sameFingerprint } from "../../shared/package/card.ts";
import type { Writer } from "../book/append.ts";
import type { Vault } from "../vault/vault.ts";
import { readCard } from "./card.ts";
import { fingerprintOf, keyIdOf, type OwnIdentity } from "./identity.ts";

type Rows = Pick<Vault, "rows">;

/** Everyone paired and not removed since. */
export function pairedPeers(vault: Rows): Peer[] {
  return [...vault.rows("peer").values()].map((row) => Peer.parse(row)).filter((peer) => peer.removed !== true);
}

/** The receiver of our packages. */
export function branchPeer(vault: Rows): Peer | undefined {
  return pairedPeers(vault).find((peer) => peer.isBranch);
}

/** @throws AppError `card-unreadable`, `card-own`. */
export function describeCard(vault: Rows, own: OwnIdentity, text: string): z.infer<typeof CardReading> {
  const card = foreignCard(own, text);
  return {
    name: card.name,
    role: card.role,
    branch: card.branch,
    fingerprint: fingerprintOf(card.verifyKey, card.recipient),
    alreadyPaired: pairedPeers(vault).some((peer) => peer.id === keyIdOf(card.verifyKey)),
  };
}

export interface Pairing {
  readonly card: string;
  /** As the two people compared it. */
  readonly fingerprint: string;
  /** Makes them the receiver of our packages, in place of any other. */
  readonly asBranch: boolean;
}

/**
 * Trust the holder of a card. Pairing again renews what the card says.
 *
 * A device answers for what is written in its name, so two paired keys may not both
 * claim one device: after a change of keys the old pairing is removed first, by hand.
 *
 * @throws AppError `card-unreadable`, `card-own`, `card-fingerprint`, `card-device`.
 */
export async function pair(
  { vault, write, pairedAt }: { vault: Rows; write: Writer; pairedAt: string },
  own: OwnIdentity,
  pairing: Pairing,
): Promise<void> {
  const card = foreignCard(own, pairing.card);
  if (!sameFingerprint(pairing.fingerprint, fingerprintOf(card.verifyKey, card.recipient))) {
    throw new AppError("card-fingerprint");
  }
  const id = keyIdOf(card.verifyKey);
  const others = pairedPeers(vault).filter((peer) => peer.id !== id);
  const rival = others.find((peer) => peer.device === card.device);
  if (rival !== undefined) throw new AppError("card-device", { name: rival.name });
  const { name, role, branch, device, verifyKey, recipient } = card;
  const standing = { name, role, branch, device, verifyKey, recipient, pairedAt, removed: false };
  await write.append([
    ...(pairing.asBranch ? others.filter((peer) => peer.isBranch) : []).map((peer) =>
      write.operation("peer", peer.id, { isBranch: false }),
    ),
    write.operation("peer", id, { ...standing, isBranch: pairing.asBranch }),
  ]);
}

/** Stop accepting their packages and sending them ours. What was imported stays. */
export async function part(vault: Rows, write: Writer, id: string): Promise<void> {
  if (!pairedPeers(vault).some((peer) => peer.id === id)) return;
  await write.set("peer", id, { removed: true, isBranch: false });
}

function foreignCard(own: OwnIdentity, text: string): Card {
  const card = readCard(text);
  if (card.verifyKey === own.verifyKey || card.device === own.device) throw new AppError("card-own");
  return card;
}
