import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { createBuilder } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { channelNames, eventNames } from "../../../shared/bridge/channels.ts";

let folder = "";
let built = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suitbook-preload-"));
  const builder = await createBuilder({
    configFile: path.resolve("build/vite.config.ts"),
    logLevel: "silent",
    environments: { preload: { build: { outDir: folder, emptyOutDir: false } } },
  });
  const { preload } = builder.environments;
  if (!preload) throw new Error("no preload environment");
  await builder.build(preload);
  built = await readFile(path.join(folder, "preload.cjs"), "utf8");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Run the built preload as the sandbox does: `require` knows "electron" alone. */
function runPreload() {
  const required: string[] = [];
  const exposed: Record<string, unknown> = {};
  const invoked: unknown[][] = [];
  const listeners = new Map<string, (...args: unknown[]) => void>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => Object.assign(exposed, { [name]: value }) },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => invoked.push(args),
      on: (name: string, listener: (...args: unknown[]) => void) => void listeners.set(name, listener),
      off: (name: string) => void listeners.delete(name),
    },
  };
  const require = (name: string) => {
    required.push(name);
    return electron;
  };
  runInNewContext(built, { require, exports: {}, module: { exports: {} }, Promise, Set });
  return { required, exposed, invoked, listeners, bridge: exposed["suitbook"] as Bridge };
}
interface Bridge {
  invoke(channel: string, input: unknown): Promise<unknown>;
  on(event: string, listener: (...args: unknown[]) => void): () => void;
}

test("the built preload is one small file that requires electron and nothing else", async () => {
  expect(await readdir(folder)).toEqual(["preload.cjs"]);
  expect(runPreload().required).toEqual(["electron"]);
  expect([...built.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
  expect(built.length).toBeLessThan(4000);
});

test("the page gets two functions and no more", () => {
  const { exposed, bridge } = runPreload();
  expect(Object.keys(exposed)).toEqual(["suitbook"]);
  expect(Object.keys(bridge).sort()).toEqual(["invoke", "on"]);
});

test("only the channels of the contract reach the main process", async () => {
  const { bridge, invoked } = runPreload();
  for (const name of channelNames) await bridge.invoke(name, null);
  for (const name of ["", "toString", "__proto__", "ELECTRON_BROWSER_REQUIRE", "appinfo"]) {
    expect(await bridge.invoke(name, null)).toEqual({ ok: false, code: "bad-request", params: {} });
  }
  expect(invoked.map(([name]) => name)).toEqual(channelNames);
});

test("a listener hears the payload and never the event, until it unsubscribes", () => {
  const { bridge, listeners } = runPreload();
  const heard: unknown[][] = [];
  const offs = eventNames.map((name) => bridge.on(name, (...args) => heard.push([name, ...args])));
  for (const name of eventNames) listeners.get(name)?.({ sender: "the way into the main process" }, 7);
  expect(heard).toEqual(eventNames.map((name) => [name, 7]));
  for (const off of offs) off();
  expect([...listeners.keys()]).toEqual([]);
  bridge.on("__proto__", () => undefined)();
  expect([...listeners.keys()]).toEqual([]);
});
