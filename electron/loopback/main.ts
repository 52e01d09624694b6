/**
 * @file Opens Suitbook without Electron: the same services behind 127.0.0.1 and a
 * private browser window. For development, tests and machines where the
 * Electron runtime is not to be had. Never packaged.
 *
 *   node electron/loopback/main.ts [--root DIR] [--port N] [--demo] [--open]
 *
 * The first line on the output is an address that opens the app once; whenever
 * one is used up, the next one follows on a line of its own.
 */
import { homedir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import packageJson from "../../package.json" with { type: "json" };
import { systemClock } from "../book/clock.ts";
import { createDemo } from "../book/demo.ts";
import { logText } from "../book/log-text.ts";
import { defaultRoot } from "../book/root.ts";
import { createPage } from "../page/page.ts";
import { createServices, type Services } from "../services.ts";
import { openBrowser } from "./browser.ts";
import { createLoopback, type Loopback } from "./server.ts";

const { values: args } = parseArgs({
  options: {
    root: { type: "string" },
    port: { type: "string", default: "0" },
    demo: { type: "boolean", default: false },
    open: { type: "boolean", default: false },
  },
});
const here = { platform: process.platform, env: process.env, home: homedir() };
const onFailure = (where: string, error: unknown) => console.error(`${where}: ${logText(error)}`);
const page = createPage(path.resolve(import.meta.dirname, "../../out/renderer"));

const demo = args.demo ? await createDemo(systemClock) : undefined;
const services: Services = createServices({
  shell: "loopback",
  version: packageJson.version,
  emit: (event, payload) => loopback.emit(event, payload),
  root: path.resolve(args.root ?? defaultRoot(here)),
  ...(demo === undefined ? {} : { demo: demo.place }),
  ...systemClock,
  onFailure,
});
const { handlers, handleStream } = services;
const loopback: Loopback = createLoopback({ handlers, handleStream, page, onFailure, onOpened: printAddress });

await loopback.listen(Number(args.port));
if (demo) console.error(`Demo book: the passphrase is "${demo.passphrase}". It is deleted when this program ends.`);
const browser = args.open ? openBrowser(loopback.makeAddress(), here) : undefined;
if (!browser) printAddress();
void browser?.closed.then(() => quit(0));

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void quit(0));

let isQuitting = false;
/** Lock first, so that what was begun is finished and the keys are gone; then end. */
async function quit(code: number): Promise<void> {
  if (isQuitting) return;
  isQuitting = true;
  await services.close();
  await loopback.close();
  await browser?.close();
  await demo?.remove();
  process.exit(code);
}

function printAddress(): void {
  if (!browser) console.log(loopback.makeAddress());
}
