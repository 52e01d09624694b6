import type { IpcMainInvokeEvent } from "electron";
import { describe, expect, test } from "vitest";
import { isTrustedSender, registerIpc } from "../../../electron/shell/ipc.ts";
import { channelNames } from "../../../shared/bridge/channels.ts";
import type { Handlers } from "../../../shared/bridge/contract.ts";
import type { Reply } from "../../../shared/bridge/reply.ts";
import { AppError } from "../../../shared/errors.ts";

type Listener = (event: IpcMainInvokeEvent, raw: unknown) => Promise<Reply>;

const mainFrame = { url: "app://suitbook/" };
const trusted = { senderFrame: mainFrame, sender: { mainFrame } } as unknown as IpcMainInvokeEvent;

/** A handler for every channel that notes it was reached; some fail on purpose. */
function setUp() {
  const reached: string[] = [];
  const failures: string[] = [];
  const listeners = new Map<string, Listener>();
  const handlers = Object.fromEntries(
    channelNames.map((name) => [name, () => reached.push(name)]),
  ) as unknown as Record<string, unknown>;
  handlers["lockVault"] = () => {
    throw new TypeError("/home/ana/王小明");
  };
  handlers["syncState"] = () => Promise.reject(new AppError("locked"));
  const ipcMain = { handle: (name: string, listener: unknown) => void listeners.set(name, listener as Listener) };
  registerIpc(ipcMain, handlers as unknown as Handlers, (channel) => failures.push(channel));
  const call = async (name: string, event: unknown, raw: unknown = null) => {
    const listener = listeners.get(name);
    if (!listener) throw new Error(`${name} is not registered`);
    return listener(event as IpcMainInvokeEvent, raw);
  };
  return { reached, failures, listeners, call };
}

describe("the channels on Electron's IPC", () => {
  test("are those of the contract, all of them and no other", () => {
    expect([...setUp().listeners.keys()].sort()).toEqual([...channelNames].sort());
  });

  test("answer our own page", async () => {
    const { call, reached } = setUp();
    expect(await call("appInfo", trusted)).toEqual({ ok: true, value: 1 });
    expect(reached).toEqual(["appInfo"]);
  });

  const strangers: readonly (readonly [string, unknown])[] = [
    ["a sub-frame of our page", { senderFrame: { url: "app://suitbook/" }, sender: { mainFrame } }],
    ["a page from the network", frameOf("https://example.com/")],
    ["a page of another host of our scheme", frameOf("app://other/")],
    ["a file", frameOf("file:///tmp/x.html")],
    ["an empty window", frameOf("about:blank")],
    ["a frame that is gone", { senderFrame: null, sender: { mainFrame } }],
  ];
  test.each(strangers)("turn away %s on every channel before its handler runs", async (_who, event) => {
    const { call, reached, failures } = setUp();
    for (const name of channelNames) {
      expect(await call(name, event)).toEqual({ ok: false, code: "bad-request", params: {} });
    }
    expect(reached).toEqual([]);
    expect(failures).toEqual(channelNames);
    expect(isTrustedSender(event as IpcMainInvokeEvent)).toBe(false);
  });

  test("refuse what the schema refuses, and reach no handler with it", async () => {
    const { call, reached } = setUp();
    expect(await call("unlockVault", trusted, { vault: "../etc", passphrase: "x" })).toMatchObject({
      code: "bad-request",
    });
    expect(await call("appInfo", trusted, {})).toMatchObject({ code: "bad-request" });
    expect(reached).toEqual([]);
  });

  test("say nothing about an unforeseen failure but that there was one", async () => {
    expect(await setUp().call("lockVault", trusted)).toEqual({ ok: false, code: "unexpected", params: {} });
    expect(await setUp().call("syncState", trusted)).toEqual({ ok: false, code: "locked", params: {} });
  });
});

function frameOf(url: string) {
  const frame = { url };
  return { senderFrame: frame, sender: { mainFrame: frame } };
}
