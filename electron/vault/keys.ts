/**
 * @file The vault's one data key, and the keys made from it: one per file and
 * purpose, from that file's own random salt, so that no nonce can ever repeat.
 */
import { hkdf } from "../crypto/kdf.ts";

export const dataKeyBytes = 32;
export const saltBytes = 32;

/** `commit` keys prove a file's header before any of its bytes is trusted; the others seal. */
type KeyPurpose =
  | "segment"
  | "segment commit"
  | "snapshot"
  | "snapshot commit"
  | "recording"
  | "recording commit"
  | "attachment commit"
  | `attachment ${string}`
  | "head"
  | "header"
  | "backup"
  | "backup counts";

export interface VaultKeys {
  readonly vaultId: string;
  /** The key for one purpose in the file with this salt. The caller wipes it. */
  derive(purpose: KeyPurpose, salt: Uint8Array): Buffer;
  /** Forget the data key. Never fails; deriving afterwards does. */
  wipe(): void;
}

/** Takes over `dataKey`: it is zeroed by `wipe`. */
export function openKeys(vaultId: string, dataKey: Buffer): VaultKeys {
  let isWiped = false;
  return {
    vaultId,
    derive(purpose, salt) {
      if (isWiped) throw new Error("the vault is closed");
      return hkdf(dataKey, salt, `suitbook ${vaultId} ${purpose}`);
    },
    wipe() {
      isWiped = true;
      dataKey.fill(0);
    },
  };
}
