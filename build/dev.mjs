/**
 * @file `npm run dev`: Vite's development server behind the loopback host, so that
 * a changed screen shows at once and the book stays open. Runs under Node 24. The
 * trusted side runs from its sources; a change there wants a restart.
 */
import { once } from "node:events";
import { createServer as createTcpServer } from "node:net";
import { createServer } from "vite";
import { findBrowser, node24, runInherit } from "./setup.mjs";

const host = "127.0.0.1";
const port = await freePort();
// The page comes through the loopback host's port; its socket goes straight to Vite's.
const server = await createServer({
  configFile: "build/vite.config.ts",
  server: { host, port, strictPort: true, ws: { host, clientPort: port } },
});
await server.listen();
const browser = findBrowser();
const args = ["electron/loopback/main.ts", "--open", "--page", `http://${host}:${port}`, ...process.argv.slice(2)];
process.exitCode = await runInherit(node24(), args, {
  env: { ...process.env, ...(browser ? { CHROMIUM: browser } : {}) },
});
await server.close();

async function freePort() {
  const probe = createTcpServer().listen(0, host);
  await once(probe, "listening");
  const found = probe.address().port;
  probe.close();
  await once(probe, "close");
  return found;
}
