/** @file The channels about what opens a vault: recovery key, branch escrow, quick unlock, erasing. */
import type { Emit, Handlers, KeyState, Session } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { fingerprintText } from "../../shared/package/card.ts";
import { sha256 } from "../crypto/hash.ts";
import { randomBytes } from "../crypto/random.ts";
import { eraseVault } from "../vault/erase.ts";
import { rotateDataKey } from "../vault/rotation.ts";
import {
  readKeyState,
  removeEscrow,
  renewRecoveryKey,
  setEscrow,
  setQuickKey,
  testRecoveryKey,
} from "../vault/secrets.ts";
import type { Secret } from "../vault/slots.ts";
import { readVaultHeader, type VaultDeps } from "../vault/vault.ts";
import type { BookHolder } from "./holder.ts";
import type { KeyRing } from "./key-ring.ts";
import type { OpenBook } from "./session.ts";
import type { VaultPlace } from "./vaults.ts";

interface KeyHandlerDeps {
  readonly emit: Emit;
  readonly ring: KeyRing;
  readonly vaultDeps: VaultDeps;
  readonly place: (id: string) => Promise<VaultPlace>;
  /** Whoever asks for the list of vaults meanwhile waits for the end of this. */
  readonly holdingList: <T>(work: Promise<T>) => Promise<T>;
  readonly holder: BookHolder;
  /** @throws AppError `locked` */
  readonly requireBook: () => OpenBook;
  readonly unlock: (id: string, secret: Secret) => Promise<Session>;
}

export function createKeyHandlers(deps: KeyHandlerDeps) {
  const { emit, ring, vaultDeps, place, holdingList, holder, requireBook, unlock } = deps;
  const openDir = () => requireBook().place.dir;
  const state = () => keyState(requireBook(), ring);
  return {
    keyState: state,
    async renewRecoveryKey({ passphrase }) {
      return { recoveryKey: await renewRecoveryKey(openDir(), passphrase, vaultDeps) };
    },
    async testRecoveryKey({ recoveryKey }) {
      await testRecoveryKey(openDir(), recoveryKey, vaultDeps);
      return state();
    },
    async setEscrow({ passphrase, recipient, name }) {
      await setEscrow(openDir(), passphrase, { recipient: recipient.trim(), name: name || undefined }, vaultDeps);
      return state();
    },
    async removeEscrow({ passphrase }) {
      await removeEscrow(openDir(), passphrase, vaultDeps);
      return state();
    },
    async setQuickUnlock({ passphrase, isOn }) {
      const { dir, id } = requireBook().vault;
      if (isOn && (await ring.backend()) === undefined) throw new AppError("quick-unlock-unavailable");
      const quickKey = isOn ? randomBytes(32) : undefined;
      await setQuickKey(dir, passphrase, quickKey, vaultDeps);
      await ring.update(id, { quickKey: quickKey ?? null }).catch((cause: unknown) => {
        if (isOn) throw new AppError("quick-unlock-unavailable", {}, { cause });
      });
      return state();
    },
    async quickUnlock({ vault }) {
      const { id } = await readVaultHeader((await place(vault)).dir);
      const { quickKey } = await ring.read(id);
      if (quickKey === undefined) throw new AppError("quick-unlock-failed");
      return unlock(vault, { quickKey });
    },
    async rotateDataKey({ passphrase }) {
      const book = requireBook();
      if (book.vault.recovery.readOnly) throw new AppError("vault-read-only");
      const breaking = new AbortController();
      const breakOff = () => breaking.abort(new AppError("cancelled"));
      // A lock ends it like every stream; the next call goes on.
      book.streams.add(breakOff);
      try {
        await rotateDataKey(book.vault.dir, passphrase, {
          ...vaultDeps,
          signal: breaking.signal,
          onProgress: (done, of) => emit("jobProgress", { job: "rotate", done, of }),
          async close() {
            book.streams.delete(breakOff);
            await holder.lock("user");
          },
        });
      } finally {
        book.streams.delete(breakOff);
      }
      // Sealed under the old key, or a way to it.
      for (const id of [book.vault.id, book.place.id]) await ring.remove(id);
      return null;
    },
    async eraseVault({ vault, label, secret }) {
      const { dir } = await place(vault);
      const header = await readVaultHeader(dir);
      if (label.normalize("NFKC").trim() !== header.label.normalize("NFKC").trim()) {
        throw new AppError("confirmation-differs");
      }
      const beforeErasing = async () => {
        if (holder.current()?.place.id === vault) await holder.lock("user");
        for (const id of [header.id, vault]) await ring.remove(id);
      };
      // The lock screen comes at the lock, and must not list what is about to go.
      await holdingList(eraseVault(dir, secret, { ...vaultDeps, beforeErasing }));
      return null;
    },
  } satisfies Partial<Handlers>;
}

async function keyState({ vault }: OpenBook, ring: KeyRing): Promise<KeyState> {
  const { recovery, escrow, hasQuick, isRotating } = await readKeyState(vault.dir);
  const store = await ring.backend();
  const isOn = hasQuick && (await ring.read(vault.id)).quickKey !== undefined;
  return {
    recovery,
    ...(escrow === undefined
      ? {}
      : { escrow: { ...escrow, fingerprint: fingerprintText(sha256(escrow.recipient).toString("hex")) } }),
    quick: { isOn, ...(store === undefined ? {} : { store }) },
    isRotating,
  };
}
