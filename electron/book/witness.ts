/**
 * @file Where the key store remembers how far a vault's log had come, see `Witness`.
 *
 * [Note: A restored book has a witness of its own]
 *
 * The witness belongs to the vault, whatever folder it lies in: an older copy does not
 * pass by being given another name. A book restored or salvaged on purpose is older, or
 * other, than the one it came from, and both may be opened; so from its making it has an
 * entry under its own folder's name, which only this program's key store can hold.
 */
import type { Witness } from "../vault/head.ts";
import type { KeyRing } from "./key-ring.ts";

/** The witness of the book in this folder: its own where it has one, else the vault's. */
export function witnessOf(ring: KeyRing, placeId: string): Witness {
  const own = async () => (await ring.read(placeId)).witness;
  return {
    read: async (vaultId) => (await own()) ?? (await ring.read(vaultId)).witness,
    async write(vaultId, head) {
      const id = (await own()) === undefined ? vaultId : placeId;
      await ring.update(id, { witness: head }).catch(() => undefined);
    },
  };
}

/** For a book that is just being made from another: remembers nothing yet, and then for itself. */
export function newWitness(ring: KeyRing, placeId: string): Witness {
  return {
    read: () => Promise.resolve(undefined),
    write: (_, head) => ring.update(placeId, { witness: head }).catch(() => undefined),
  };
}
