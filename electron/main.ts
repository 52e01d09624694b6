/**
 * @file The story of start-up in Electron. Reads no data and holds no keys: that is
 * services.ts, the same as behind the loopback host.
 */
import { homedir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  type Session,
  safeStorage,
  session,
} from "electron";
import type { Emit, Handlers, Preferences } from "../shared/bridge/contract.ts";
import { systemClock } from "./book/clock.ts";
import { createDemo, type Demo } from "./book/demo.ts";
import { logText } from "./book/log-text.ts";
import { readPreferences } from "./book/preferences.ts";
import { defaultRoot } from "./book/root.ts";
import { createPage } from "./page/page.ts";
import { createServices, type Services } from "./services.ts";
import { scheme, startUrl } from "./shell/address.ts";
import { guardContents, guardSession } from "./shell/guards.ts";
import { registerIpc } from "./shell/ipc.ts";
import { createKeyStore } from "./shell/key-store.ts";
import { closeAfter, lockWithMachine, quitAfter, systemIdleMs } from "./shell/leave.ts";
import { createShellPdf } from "./shell/pdf.ts";
import { createAppHandler, schemes } from "./shell/protocol.ts";
import { themeSource, titleBarColours, windowOptions } from "./shell/window.ts";

const { values: args } = parseArgs({
  args: process.argv.slice(1),
  options: { root: { type: "string" }, demo: { type: "boolean", default: false } },
  // Chromium's own switches stand beside ours.
  strict: false,
});
const root =
  typeof args.root === "string"
    ? path.resolve(args.root)
    : defaultRoot({ platform: process.platform, env: process.env, home: homedir() });
const onFailure = (where: string, error: unknown) => console.error(`${where}: ${logText(error)}`);
let window: BrowserWindow | undefined;

process.on("unhandledRejection", (error) => onFailure("unhandled", error));
// A state nobody foresaw is not worked on: what was saved is on the disk, and the keys go with the process.
process.on("uncaughtException", (error) => {
  onFailure("uncaught", error);
  app.exit(1);
});

if (app.requestSingleInstanceLock()) {
  app.enableSandbox(); // before ready
  protocol.registerSchemesAsPrivileged(schemes); // before ready, and only once
  app.on("session-created", (created) => guardSession(created, { allowDevTools: !app.isPackaged }));
  app.on("web-contents-created", (_event, contents) => guardContents(contents));
  app.on("second-instance", showWindow);
  // Never awaited at the top level: Electron is ready only after this module has run (electron#40719).
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      onFailure("start", error);
      app.exit(1);
    });
} else {
  app.quit();
}

async function start(): Promise<void> {
  Menu.setApplicationMenu(process.platform === "darwin" ? macMenu() : null);
  nativeTheme.themeSource = themeSource((await readPreferences(root)).colorScheme);
  const demo = args.demo ? await createDemo(systemClock) : undefined;
  if (demo) console.log(`Demo book: the passphrase is "${demo.passphrase}".`);
  const inMemory = session.fromPartition("suitbook", { cache: false }); // no persist: prefix, so nothing of it reaches the disk
  const pdf = createShellPdf({ session: inMemory, open: (options) => new BrowserWindow(options) });
  const services = createServices({
    shell: "electron",
    version: app.getVersion(),
    emit: (event, payload) => {
      emit(event, payload);
      if (event === "locked") void startAfresh(inMemory);
    },
    hasPage,
    idleMs: () => systemIdleMs(powerMonitor),
    root,
    ...(demo ? { demo: demo.place } : {}),
    ...systemClock,
    chooseFolder,
    keyStore: createKeyStore(safeStorage, process.platform),
    pdf,
    onFailure,
  });
  guardSession(inMemory, { allowDevTools: !app.isPackaged });
  inMemory.protocol.handle(
    scheme,
    createAppHandler(createPage(path.join(import.meta.dirname, "../renderer")), services.handleStream, pdf.take),
  );
  registerIpc(ipcMain, followPreferences(services.handlers), onFailure);
  lockWithMachine(powerMonitor, services.lock);
  quitAfter(app, () => leave(services, demo));
  await openWindow(inMemory, services);
}

async function openWindow(inMemory: Session, services: Services): Promise<void> {
  const opened = new BrowserWindow(
    windowOptions({
      session: inMemory,
      preload: path.join(import.meta.dirname, "../preload/preload.cjs"),
      isPackaged: app.isPackaged,
      isDark: nativeTheme.shouldUseDarkColors,
    }),
  );
  window = opened;
  opened.once("ready-to-show", () => opened.show());
  closeAfter(opened, () => services.lock("quit"));
  opened.on("closed", () => {
    window = undefined;
  });
  nativeTheme.on("updated", () => {
    // macOS draws its own buttons; elsewhere they follow the page's colours.
    if (process.platform !== "darwin") window?.setTitleBarOverlay(titleBarColours(nativeTheme.shouldUseDarkColors));
  });
  await opened.loadURL(startUrl);
}

const emit: Emit = (event, payload) => {
  if (hasPage()) window?.webContents.send(event, payload);
};

function hasPage(): boolean {
  return window !== undefined && !window.isDestroyed() && !window.webContents.isCrashed();
}

/** After a lock nothing of the book is left in the page: its storage is emptied and the page loaded anew. */
async function startAfresh(inMemory: Session): Promise<void> {
  try {
    await inMemory.clearData();
    if (hasPage()) await window?.loadURL(startUrl);
  } catch (error) {
    onFailure("after lock", error);
  }
}

/** The window's own parts follow the page's choice of colours. */
function followPreferences(handlers: Handlers): Handlers {
  return {
    ...handlers,
    async setPreferences(preferences: Preferences) {
      nativeTheme.themeSource = themeSource(preferences.colorScheme);
      return handlers.setPreferences(preferences);
    },
  };
}

async function chooseFolder(): Promise<string | undefined> {
  const properties = ["openDirectory" as const, "createDirectory" as const];
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, { properties })
    : await dialog.showOpenDialog({ properties });
  return canceled ? undefined : filePaths[0];
}

function showWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

async function leave(services: Services, demo: Demo | undefined): Promise<void> {
  await services.close();
  await demo?.remove();
}

/** Without these roles macOS has no copy and paste; reload and developer tools are left out on purpose. */
function macMenu(): Menu {
  return Menu.buildFromTemplate([{ role: "appMenu" }, { role: "editMenu" }, { role: "windowMenu" }]);
}
