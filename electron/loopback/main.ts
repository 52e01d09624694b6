/**
 * @file Opens Suitbook without Electron: the same services behind 127.0.0.1 and a
 * private browser window. For development, tests and machines where the
 * Electron runtime is not to be had. Never packaged.
 *
 *   node electron/loopback/main.ts [--root DIR] [--port N] [--demo] [--open] [--page ORIGIN] [--idle SECONDS]
 *
 * The first line on the output is an address that opens the app once; whenever
 * one is used up, the next one follows on a line of its own. `--page` takes the
 * page from a development server, see build/dev.mjs. `--idle` is for tests: it
 * locks after so long instead of what the preferences say.
 */
import { homedir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import packageJson from "../../package.json" with { type: "json" };
import { systemClock } from "../book/clock.ts";
import { createDemo, type Demo } from "../book/demo.ts";
import { logText } from "../book/log-text.ts";
import { defaultRoot } from "../book/root.ts";
import { createPage } from "../page/page.ts";
import { createServices, type Services } from "../services.ts";
import { openBrowser } from "./browser.ts";
import { createDevPage } from "./dev-page.ts";
import { createBrowserPdf } from "./pdf.ts";
import { createLoopback, type Loopback } from "./server.ts";

const { values: args } = parseArgs({
  options: {
    root: { type: "string" },
    port: { type: "string", default: "0" },
    demo: { type: "boolean", default: false },
    open: { type: "boolean", default: false },
    page: { type: "string" },
    idle: { type: "string" },
  },
});
const here = { platform: process.platform, env: process.env, home: homedir() };
const onFailure = (where: string, error: unknown) => console.error(`${where}: ${logText(error)}`);
const page =
  args.page === undefined
    ? createPage(path.resolve(import.meta.dirname, "../../out/renderer"))
    : createDevPage(args.page);

/** What is to be undone at the end, in the order it was made. */
const made: (() => Promise<void>)[] = [];
// From the outset, so that an early Ctrl-C leaves nothing behind either.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void quit());

const demo = args.demo ? await makeDemo() : undefined;
const services: Services = createServices({
  shell: "loopback",
  version: packageJson.version,
  emit: (event, payload) => loopback.emit(event, payload),
  hasPage: () => loopback.hasPage(),
  root: path.resolve(args.root ?? defaultRoot(here)),
  ...(demo === undefined ? {} : { demo: demo.place }),
  ...systemClock,
  pdf: createBrowserPdf({ browser: process.env["CHROMIUM"] }),
  ...(args.idle === undefined ? {} : { idleLimitMs: Number(args.idle) * 1000 }),
  onFailure,
});
made.push(services.close);
let hasOwnWindow = args.open;
const { handlers, handleStream } = services;
const loopback: Loopback = createLoopback({
  handlers,
  handleStream,
  page,
  onFailure,
  // Whoever took the address may want another window; our own window has no need of one.
  onOpened: () => hasOwnWindow || console.log(loopback.makeAddress()),
});
await loopback.listen(Number(args.port));
made.push(loopback.close);

const browser = args.open ? await openBrowser(loopback.makeAddress(), here) : undefined;
hasOwnWindow = browser !== undefined;
if (browser) {
  made.push(browser.close);
  void browser.closed.then(quit);
} else {
  console.log(loopback.makeAddress());
}

async function makeDemo(): Promise<Demo> {
  const created = await createDemo(systemClock);
  made.push(created.remove);
  console.error(`Demo book: the passphrase is "${created.passphrase}". It is deleted when this program ends.`);
  return created;
}

/** Last made, first ended: the window, the server, then the vault, whose keys are gone before the demo's files are. */
async function quit(): Promise<void> {
  for (let end = made.pop(); end; end = made.pop()) await end();
  process.exit(0);
}
