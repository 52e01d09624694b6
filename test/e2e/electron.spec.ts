/** @file What only the real shell can show. Each says so where its runtime is absent, rather than pass. */
import type { ElectronApplication } from "@playwright/test";
import { eventNames } from "../../shared/bridge/channels.ts";
import { expect, test } from "./fixture.ts";
import { type Instance, noElectron, shell } from "./support/instance.ts";

test.skip(shell !== "electron", noElectron);

function appOf({ electron }: Instance): ElectronApplication {
  if (!electron) throw new Error(noElectron);
  return electron;
}

test("every page runs sandboxed and isolated, without Node", async ({ instance }) => {
  const found = await appOf(instance).evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Not in Electron's types, but in its documentation of tests.
      const read = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = read.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  expect(found).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
  ]);
});

test("the page's storage lives in memory: its session has no place on the disk", async ({ page, instance }) => {
  const place = await appOf(instance).evaluate(({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    return { isPersistent: session?.isPersistent(), storagePath: session?.storagePath ?? null };
  });
  expect(place).toEqual({ isPersistent: false, storagePath: null });
  // And yet the database works: the scheme is standard and secure.
  expect(await page.evaluate(async () => (await indexedDB.databases()).length >= 0 && isSecureContext)).toBe(true);
});

test("the page is refused what is not in the permission table", async ({ page }) => {
  const names = ["geolocation", "notifications", "camera", "microphone", "midi", "clipboard-read"];
  const states = await page.evaluate(
    (all) => Promise.all(all.map(async (name) => (await navigator.permissions.query({ name } as never)).state)),
    names,
  );
  expect(states).toEqual(names.map(() => "denied"));
});

test("the preload gives two functions, and no way to the event object", async ({ page }) => {
  const seen = await page.evaluate((names) => {
    const bridge = (window as unknown as { suitbook: { on(name: string, listener: () => void): () => void } }).suitbook;
    const offs = names.map((name) => typeof bridge.on(name, () => undefined));
    return { members: Object.keys(bridge).sort(), offs: [...new Set(offs)] };
  }, eventNames);
  expect(seen).toEqual({ members: ["invoke", "on"], offs: ["function"] });
});

test("the ciphers the vault stands on are there, under BoringSSL", async ({ instance }) => {
  const missing = await appOf(instance).evaluate(() => {
    const crypto = process.getBuiltinModule("node:crypto");
    const probes: Record<string, () => unknown> = {
      "aes-256-gcm": () => crypto.createCipheriv("aes-256-gcm", Buffer.alloc(32), Buffer.alloc(12)),
      scrypt: () => crypto.scryptSync("a", Buffer.alloc(16), 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 }),
      hkdf: () => crypto.hkdfSync("sha256", "k", "s", "i", 32),
      ed25519: () => crypto.generateKeyPairSync("ed25519"),
      x25519: () => crypto.generateKeyPairSync("x25519"),
      sha512: () => crypto.createHash("sha512"),
    };
    return Object.entries(probes).flatMap(([name, probe]) => {
      try {
        probe();
        return [];
      } catch {
        return [name];
      }
    });
  });
  expect(missing).toEqual([]);
});

test("a second start shows the window that is there already", async ({ instance }) => {
  const hasLock = await appOf(instance).evaluate(({ app }) => app.hasSingleInstanceLock());
  expect(hasLock).toBe(true);
});

test("no request leaves the machine, whoever in the program asks", async ({ instance }) => {
  const answers = await appOf(instance).evaluate(async ({ BrowserWindow, session }) => {
    const sessions = [session.defaultSession, BrowserWindow.getAllWindows()[0]?.webContents.session];
    return Promise.all(
      sessions.map(async (one) =>
        one?.fetch("https://example.com/").then(
          () => "answered",
          () => "stopped",
        ),
      ),
    );
  });
  expect(answers).toEqual(["stopped", "stopped"]);
});
