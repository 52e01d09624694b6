/**
 * @file A main process in memory, for the tests of the view: the real contract, the real parsing
 * and merging, a list instead of files. The vault has its own tests; test/e2e has the whole.
 */

import type { Door } from "../../../renderer/bridge.ts";
import type { EventName } from "../../../shared/bridge/channels.ts";
import { contract, type EventPayload, type Handlers, type Session } from "../../../shared/bridge/contract.ts";
import { dispatch } from "../../../shared/bridge/dispatch.ts";
import { failure } from "../../../shared/bridge/reply.ts";
import type { BookFrame, Bundle, LogFrame, Row } from "../../../shared/bridge/streams.ts";
import { AppError, type ErrorCode } from "../../../shared/errors.ts";
import { changeOf, mergeRow, rowKey } from "../../../shared/log/merge.ts";
import { type Operation, parseOperation } from "../../../shared/log/operation.ts";
import { type EntityName, entityNames } from "../../../shared/model/entities.ts";

export const device = "00000000000000aa";
export const actor = "p-1";

export const session: Session = contract.unlockVault.output.parse({
  vault: { id: "vault0001", label: "滨江", createdAt: "2026-01-01T00:00:00.000Z", place: "/", isDemo: false },
  profile: { id: actor, name: "周明远", role: "advisor" },
  device,
  recovery: { state: "clean", droppedBytes: 0, readOnly: false },
});

/** Contacts before this instant travel in bundles. */
export const bundledBefore = "2026-08-25T00:00:00.000Z";

export interface Host extends Door {
  /** One entry per append. */
  readonly log: readonly (readonly Operation[])[];
  /** The oracle: every row, merged one operation after the other. */
  rows(): ReadonlyMap<string, Row>;
  /** Operations that come from elsewhere: an import. Announced like any append. */
  receive(...operations: Operation[]): void;
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void;
  /** What the next requests do instead of answering; undefined mends it. */
  refuse: ErrorCode | undefined;
  /** Called before each frame of the book goes out. */
  beforeFrame: (frame: BookFrame) => Promise<void>;
  /** What becomes of the book's frames on the way. */
  reshape: (frames: readonly BookFrame[]) => readonly BookFrame[];
  /** Streams opened so far. */
  readonly opened: string[];
  /** Rows in a frame. */
  frameRows: number;
  /** Ends the book without its last frame. */
  breakOff: boolean;
}

export function createHost(initial: readonly Operation[] = []): Host {
  const log: Operation[][] = initial.length > 0 ? [[...initial]] : [];
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const handlers = {
    appendOperations(operations) {
      if (host.refuse !== undefined) throw new AppError(host.refuse);
      const logSeq = log.push(operations.map(parseOperation));
      host.emit("logChanged", { logSeq });
      return { logSeq };
    },
  } satisfies Partial<Handlers> as unknown as Handlers;

  const host: Host = {
    log,
    opened: [],
    refuse: undefined,
    frameRows: 3,
    breakOff: false,
    beforeFrame: async () => undefined,
    reshape: (frames) => frames,
    // Both ways as JSON, as over any wire.
    invoke: async (channel, input) =>
      JSON.parse(JSON.stringify(await dispatch(handlers, channel, JSON.parse(JSON.stringify(input)), () => undefined))),
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => heard.delete(listener);
    },
    emit(event, payload) {
      for (const listener of [...(listeners.get(event) ?? [])]) listener(payload);
    },
    receive(...operations) {
      host.emit("logChanged", { logSeq: log.push(operations) });
    },
    rows() {
      const rows = new Map<string, Row>();
      for (const operation of log.flat()) rows.set(rowKey(operation), mergeRow(rows.get(rowKey(operation)), operation));
      return rows;
    },
    async open(path) {
      host.opened.push(path);
      if (host.refuse !== undefined) return Response.json(failure(new AppError(host.refuse)), { status: 401 });
      const after = new URL(path, "http://host").searchParams.get("after");
      return after === null ? respond(bookFrames(host)) : respond(logFrames(log, Number(after)));
    },
  };
  return host;
}

async function* bookFrames(host: Host): AsyncGenerator<BookFrame> {
  const rows = host.rows();
  const of = (entity: EntityName) => [...rows].flatMap(([key, row]) => (key.startsWith(`${entity}/`) ? [row] : []));
  const isOld = (row: Row) =>
    typeof row["client"] === "string" && typeof row["at"] === "string" && row["at"] < bundledBefore;
  const contacts = of("contact");
  const totals = { client: of("client").length, contact: contacts.length, assessment: of("assessment").length };
  const frames: BookFrame[] = [
    { kind: "begin", logSeq: host.log.length, totals },
    ...framesOf("client", of("client"), host.frameRows),
    ...framesOf("assessment", of("assessment"), host.frameRows),
    ...framesOf(
      "contact",
      contacts.filter((row) => !isOld(row)),
      host.frameRows,
    ),
    { kind: "bundles", rows: bundlesOf(contacts.filter(isOld), host.log.flat()) },
    ...entityNames
      .filter((entity) => !["client", "assessment", "contact", "identity"].includes(entity))
      .flatMap((entity) => framesOf(entity, of(entity), host.frameRows)),
    { kind: "end" },
  ];
  for (const frame of host.reshape(frames)) {
    if (frame.kind === "end" && host.breakOff) return;
    await host.beforeFrame(frame);
    yield frame;
  }
}

function framesOf(entity: EntityName, rows: readonly Row[], size: number): BookFrame[] {
  const frames: BookFrame[] = [];
  for (let from = 0; from < rows.length; from += size)
    frames.push({ kind: "rows", entity, rows: rows.slice(from, from + size) });
  return frames;
}

function bundlesOf(contacts: readonly Row[], operations: readonly Operation[]): Bundle[] {
  const bundles = new Map<string, Bundle>();
  const bundle = (id: string) => {
    const found = bundles.get(id) ?? { id, contacts: [], changes: [] };
    bundles.set(id, found);
    return found;
  };
  for (const row of contacts) bundle(String(row["client"])).contacts.push(row);
  for (const change of operations.flatMap((operation) => changeOf(operation) ?? [])) {
    bundle(String(change["client"])).changes.push(change);
  }
  return [...bundles.values()];
}

async function* logFrames(log: readonly (readonly Operation[])[], after: number): AsyncGenerator<LogFrame> {
  for (const [index, operations] of log.entries()) {
    if (index >= after) yield { kind: "operations", logSeq: index + 1, operations: [...operations] };
  }
  yield { kind: "end", logSeq: log.length };
}

/** Cut into small chunks, inside lines and inside characters, as a pipe may do. */
function respond(frames: AsyncGenerator<unknown>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await frames.next();
      if (next.done === true) return controller.close();
      const bytes = encoder.encode(`${JSON.stringify(next.value)}\n`);
      for (let from = 0; from < bytes.length; from += 1000) controller.enqueue(bytes.slice(from, from + 1000));
    },
  });
  return new Response(body);
}
