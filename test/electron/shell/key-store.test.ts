import { expect, test } from "vitest";
import { createKeyStore } from "../../../electron/shell/key-store.ts";

type Storage = Parameters<typeof createKeyStore>[0];

function storage(backend: ReturnType<Storage["getSelectedStorageBackend"]>, isAvailable = true): Storage {
  return {
    isAsyncEncryptionAvailable: async () => isAvailable,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text) => Buffer.from(text).reverse(),
    decryptStringAsync: async (bytes) => ({ result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: true }),
  };
}

test("refuses the store that protects nothing, though Electron calls it available", async () => {
  expect(await createKeyStore(storage("basic_text"), "linux").backend()).toBeUndefined();
  expect(await createKeyStore(storage("unknown"), "linux").backend()).toBeUndefined();
  expect(await createKeyStore(storage("gnome_libsecret", false), "linux").backend()).toBeUndefined();
});

test("names the store of each system", async () => {
  expect(await createKeyStore(storage("kwallet6"), "linux").backend()).toBe("kwallet6");
  expect(await createKeyStore(storage("unknown"), "darwin").backend()).toBe("keychain");
  expect(await createKeyStore(storage("unknown"), "win32").backend()).toBe("dpapi");
});

test("passes on that the system has a newer key", async () => {
  const store = createKeyStore(storage("kwallet6"), "linux");
  expect(await store.reveal(await store.protect("陆"))).toEqual({ text: "陆", isStale: true });
});
