/**
 * @file Stands in for the "electron" module where its runtime is absent: writes down,
 * in order, what main.ts asks of it, and calls the page's handler and one channel the
 * way Electron would once the window loads. Loaded by hook.ts in a process of its own.
 */
const say = (...words: unknown[]) => console.log(words.join(" "));
const emitter = (name: string) => ({ on: (event: string) => say(name, "on", event), once: () => undefined });
type Handler = (event: unknown, input: unknown) => Promise<unknown>;
const channels = new Map<string, Handler>();
let serve: (request: Request) => Promise<Response>;

export const app = {
  ...emitter("app"),
  isPackaged: true,
  getVersion: () => "0.0.0",
  requestSingleInstanceLock: () => process.env["SECOND_START"] === undefined,
  enableSandbox: () => say("sandbox"),
  whenReady: async () => say("ready"),
  exit: (code: number) => say("exit", code),
  quit: () => say("quit"),
};
export const safeStorage = { isAsyncEncryptionAvailable: async () => false };
export const protocol = { registerSchemesAsPrivileged: () => say("schemes") };
export const session = {
  fromPartition: (name: string) => ({
    ...emitter("session"),
    isPersistent: () => name.startsWith("persist:"),
    setPermissionRequestHandler: () => say("permissions", name),
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
    setSpellCheckerEnabled: () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
    protocol: {
      handle(scheme: string, handler: typeof serve) {
        serve = handler;
        say("serves", scheme, "for", name);
      },
    },
  }),
};
export const ipcMain = {
  handle(name: string, handler: Handler) {
    if (channels.size === 0) say("channels");
    channels.set(name, handler);
  },
};
export const Menu = { setApplicationMenu: () => undefined, buildFromTemplate: () => undefined };
export const nativeTheme = { ...emitter("theme"), shouldUseDarkColors: false, themeSource: "" };
export const powerMonitor = { ...emitter("power"), getSystemIdleTime: () => 0 };
export const dialog = {};

export class BrowserWindow {
  readonly webContents = { send: () => undefined, isCrashed: () => false };
  constructor({ webPreferences }: { webPreferences: { session: { isPersistent(): boolean }; sandbox: boolean } }) {
    say("window", webPreferences.session.isPersistent() ? "on disk" : "in memory", webPreferences.sandbox);
  }
  once(): void {}
  on(): void {}
  isDestroyed(): boolean {
    return false;
  }
  async loadURL(url: string): Promise<void> {
    const { status } = await serve(new Request(url));
    const frame = { url };
    const reply = await channels.get("appInfo")?.({ senderFrame: frame, sender: { mainFrame: frame } }, null);
    say("loads", url, status, JSON.stringify(reply));
    process.exit(0);
  }
}
