/**
 * @file The only door to the main process: requests, events and byte streams.
 * Electron's preload puts a transport on `window.suitbook`; without it the page was
 * served by the loopback host and talks HTTP (see [Note: Loopback transport]).
 */
import type { ChannelName, EventName } from "../shared/bridge/channels.ts";
import {
  type ChannelInput,
  type ChannelOutput,
  type EventPayload,
  events,
  type Transport,
} from "../shared/bridge/contract.ts";
import { Failure, type Reply, unwrap } from "../shared/bridge/reply.ts";
import { channelPath, eventsPath } from "../shared/bridge/streams.ts";
import { AppError } from "../shared/errors.ts";

declare global {
  interface Window {
    /** Put there by electron/preload.ts. */
    readonly suitbook?: Transport;
  }
}

/** Requests and events, and the streams beside them. */
export interface Door extends Transport {
  open(path: string, init?: RequestInit): Promise<Response>;
}

let door: Door | undefined;

/** Use another door than the window's. For tests and benches without a window. */
export function connect(other: Door): void {
  door = other;
}

/**
 * Ask the main process for something.
 *
 * @throws AppError with the code the handler gave; `unexpected` where there was no answer at all.
 */
export async function call<C extends ChannelName>(channel: C, input: ChannelInput<C>): Promise<ChannelOutput<C>> {
  let reply: Reply;
  try {
    reply = await current().invoke(channel, input);
  } catch (cause) {
    throw new AppError("unexpected", {}, { cause });
  }
  // The main process is trusted and dispatches by the same contract.
  return unwrap(reply) as ChannelOutput<C>;
}

/** Listen to an event. Returns its unsubscribe. A payload that is not what the contract says is dropped. */
export function on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  return current().on(event, (raw) => {
    const payload = events[event].safeParse(raw);
    if (payload.success) listener(payload.data as EventPayload<E>);
  });
}

/**
 * Open one of the byte streams (see [Note: Book stream]).
 *
 * @throws AppError with the code of the refusal, such as `locked`.
 */
export async function openStream(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await current().open(path, init);
  } catch (cause) {
    if (init?.signal?.aborted) throw new AppError("cancelled", {}, { cause });
    throw new AppError("unexpected", {}, { cause });
  }
  if (response.ok) return response;
  const failure = Failure.safeParse(await response.json().catch(() => undefined));
  throw failure.success ? new AppError(failure.data.code, failure.data.params) : new AppError("unexpected");
}

/** Whether the shell can open the system's own dialogs; the loopback host has none. */
export function hasSystemDialogs(): boolean {
  return window.suitbook !== undefined;
}

/** Load the page anew, so that nothing of the book is left in it. Electron's main process does so by itself. */
export function startAfresh(): void {
  if (window.suitbook === undefined) window.location.reload();
}

function current(): Door {
  door ??= { ...(window.suitbook ?? httpTransport()), open: (path, init) => fetch(path, init) };
  return door;
}

/** In UTF-16 units. A text this long is copied over and over on its way out of the page; a Blob's bytes are not. */
const longBody = 65_536;

function httpTransport(): Transport {
  let source: EventSource | undefined;
  let listening: Promise<unknown> | undefined;
  return {
    async invoke(channel, input) {
      // What an answer says is current only for a page that hears of what comes after it.
      await listening;
      const text = JSON.stringify({ input });
      const response = await fetch(channelPath + channel, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: text.length < longBody ? text : new Blob([text]),
      });
      if (!response.ok) throw new Error(`refused with status ${response.status}`);
      return (await response.json()) as Reply;
    },
    on(event, listener) {
      source ??= new EventSource(eventsPath);
      const opened = source;
      listening ??= new Promise((resolve) => {
        opened.addEventListener("open", resolve, { once: true });
        opened.addEventListener("error", resolve, { once: true });
      });
      const receive = (message: MessageEvent<string>) => listener(JSON.parse(message.data));
      opened.addEventListener(event, receive);
      return () => opened.removeEventListener(event, receive);
    },
  };
}
