/**
 * @file Runs in the sandbox before the page: gives it a transport that knows the
 * names of the contract and nothing else. Holds no logic and no schema; bundled
 * to one file, because a sandboxed preload can load only "electron".
 */
import { contextBridge, ipcRenderer } from "electron";
import { type ChannelName, channelNames, type EventName, eventNames } from "../shared/bridge/channels.ts";
import type { Transport } from "../shared/bridge/contract.ts";
import type { Reply } from "../shared/bridge/reply.ts";

const channels: ReadonlySet<string> = new Set(channelNames);
const events: ReadonlySet<string> = new Set(eventNames);

const transport: Transport = {
  invoke: (channel: ChannelName, input: unknown): Promise<Reply> =>
    channels.has(channel)
      ? ipcRenderer.invoke(channel, input)
      : Promise.resolve({ ok: false, code: "bad-request", params: {} }),
  on(event: EventName, listener: (payload: unknown) => void) {
    if (!events.has(event)) return () => undefined;
    // The event object stays here: it holds the sender, which the page must never have.
    const receive = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(event, receive);
    return () => ipcRenderer.off(event, receive);
  },
};

contextBridge.exposeInMainWorld("suitbook", transport);
