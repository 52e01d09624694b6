import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { createKeyRing, type KeyStore } from "../../../electron/book/key-ring.ts";
import { temporaryFolder } from "../vault/fixture.ts";
import { storeNamed } from "./store.ts";

const id = "ab".repeat(16);
const quickKey = Buffer.alloc(32, 7);
const witness = Buffer.from("as far as this");

test("keeps what it is given, each part by itself, readable by its owner only", async () => {
  const dir = path.join(await temporaryFolder(), "keys");
  const ring = createKeyRing(dir, storeNamed("kwallet6"));
  expect(await ring.read(id)).toEqual({});
  await Promise.all([ring.update(id, { quickKey }), ring.update(id, { witness })]);
  expect(await ring.read(id)).toEqual({ quickKey, witness });
  const [name = ""] = await readdir(dir);
  expect(await readFile(path.join(dir, name), "utf8")).not.toContain(quickKey.toString("base64"));
  if (process.platform !== "win32") expect((await stat(path.join(dir, name))).mode & 0o77).toBe(0);
  await ring.update(id, { quickKey: null });
  expect(await ring.read(id)).toEqual({ witness });
  await ring.remove(id);
  await ring.remove(id);
  expect(await readdir(dir)).toEqual([]);
});

test("a store that changed, went away, fails or gives garbage has nothing, and nothing is deleted for it", async () => {
  const dir = path.join(await temporaryFolder(), "keys");
  const mine = createKeyRing(dir, storeNamed("kwallet6"));
  await mine.update(id, { quickKey });
  const failing = { ...storeNamed("kwallet6"), reveal: () => Promise.reject(new Error("no")) };
  const others = [storeNamed("gnome_libsecret"), storeNamed(undefined), undefined, storeNamed("kwallet6", 3), failing];
  for (const store of others) expect(await createKeyRing(dir, store).read(id)).toEqual({});
  expect(await mine.read(id)).toEqual({ quickKey });
});

test("without a protected store nothing is written", async () => {
  const dir = path.join(await temporaryFolder(), "keys");
  for (const store of [undefined, storeNamed(undefined)]) {
    const ring = createKeyRing(dir, store);
    expect(await ring.backend()).toBeUndefined();
    await expect(ring.update(id, { quickKey })).rejects.toThrow();
  }
  await expect(readdir(dir)).rejects.toMatchObject({ code: "ENOENT" });
});

test("what the system says is stale is protected anew when it is read", async () => {
  const dir = path.join(await temporaryFolder(), "keys");
  let count = 0;
  const store = storeNamed("keychain", 1, true);
  const counting: KeyStore = {
    ...store,
    protect(text) {
      count++;
      return store.protect(text);
    },
  };
  const ring = createKeyRing(dir, counting);
  await ring.update(id, { quickKey });
  expect(await ring.read(id)).toEqual({ quickKey });
  expect(count).toBe(2);
});
