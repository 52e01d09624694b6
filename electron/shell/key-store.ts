/** @file Electron's door to the system's key store, with what it must not be trusted with left out. See security.md 2.5. */
import type { SafeStorage } from "electron";
import type { KeyStore } from "../book/key-ring.ts";

type Storage = Pick<
  SafeStorage,
  "isAsyncEncryptionAvailable" | "encryptStringAsync" | "decryptStringAsync" | "getSelectedStorageBackend"
>;

/** Use after `ready`. */
export function createKeyStore(storage: Storage, platform: NodeJS.Platform): KeyStore {
  return {
    async backend() {
      if (!(await storage.isAsyncEncryptionAvailable())) return undefined;
      if (platform !== "linux") return platform === "darwin" ? "keychain" : "dpapi";
      // Without a wallet Chromium encrypts with a password that is in its source code, and says it is available.
      const backend = storage.getSelectedStorageBackend();
      return backend === "basic_text" || backend === "unknown" ? undefined : backend;
    },
    protect: (text) => storage.encryptStringAsync(text),
    async reveal(bytes) {
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(bytes));
      return { text: result, isStale: shouldReEncrypt };
    },
  };
}
