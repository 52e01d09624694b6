/** @file Real services on a temporary folder, for tests: what they emitted, and what they kept to themselves. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createServices, type Services, type ServicesOptions } from "../../../electron/services.ts";
import type { ChannelName, EventName } from "../../../shared/bridge/channels.ts";
import type { ChannelInput, ChannelOutput, Session } from "../../../shared/bridge/contract.ts";
import { dispatch } from "../../../shared/bridge/dispatch.ts";
import { unwrap } from "../../../shared/bridge/reply.ts";
import { createClock } from "../../../shared/log/hlc.ts";
import type { Operation } from "../../../shared/log/operation.ts";
import { ClientId, DeviceId, type Json } from "../../../shared/model/primitives.ts";

export const passphrase = "a long enough passphrase";
export const profile = { name: "陈立恒", role: "advisor", branch: "浦东支行" } as const;
export const startMs = Date.UTC(2026, 10, 23, 1, 12);
/** Cheap to derive, refused by the app: vaults of tests only. */
export const kdfFloor = 1024;

export interface Desk {
  readonly services: Services;
  readonly root: string;
  readonly emitted: [EventName, unknown][];
  readonly failures: unknown[];
  call<C extends ChannelName>(channel: C, input: ChannelInput<C>): Promise<ChannelOutput<C>>;
  stream(target: string, init?: RequestInit): Promise<Response>;
}

const desks: Desk[] = [];
const folders: string[] = [];

/** A folder that does not exist yet, in one that is deleted by {@link clearDesks}. */
export async function newRoot(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "suitbook-services-"));
  folders.push(folder);
  return path.join(folder, "vaults");
}

export function openDesk(root: string, options: Partial<ServicesOptions> = {}): Desk {
  const emitted: [EventName, unknown][] = [];
  const failures: unknown[] = [];
  const services = createServices({
    shell: "loopback",
    version: "0.0.0",
    emit: (event, payload) => emitted.push([event, payload]),
    root,
    now: () => startMs,
    uptimeMs: () => 0,
    hasPage: () => false,
    timers: { setTimeout: () => 0, clearTimeout: () => undefined },
    kdfFloor,
    onFailure: (_where, error) => failures.push(error),
    ...options,
  });
  const desk: Desk = {
    services,
    root,
    emitted,
    failures,
    async call(channel, input) {
      const reply = await dispatch(services.handlers, channel, input, (_where, error) => failures.push(error));
      return unwrap(reply) as never;
    },
    stream: (target, init) => services.handleStream(new Request(`http://127.0.0.1${target}`, init)),
  };
  desks.push(desk);
  return desk;
}

/** A desk on a new folder with one vault, open. */
export async function openNewVault(options: Partial<ServicesOptions> = {}): Promise<Desk & VaultOfDesk> {
  const desk = openDesk(await newRoot(), options);
  const { session, recoveryKey } = await desk.call("createVault", { label: "浦东", passphrase, profile });
  return { ...desk, session, recoveryKey, write: operationsOf(session) };
}

export interface VaultOfDesk {
  readonly session: Session;
  readonly recoveryKey: string;
  readonly write: ReturnType<typeof operationsOf>;
}

/** Makes operations as the screens of a session would. */
export function operationsOf({ device, profile: { id: actor } }: Session) {
  const clock = createClock(DeviceId.parse(device), () => startMs);
  return (entityId: string, patch: Record<string, Json>, changes: Partial<Record<string, unknown>> = {}): Operation =>
    ({
      id: crypto.randomUUID(),
      at: clock.tick(),
      device,
      actor,
      kind: "set",
      entity: "client",
      entityId,
      client: ClientId.parse(entityId),
      patch,
      ...changes,
    }) as Operation;
}

/** Every line of a stream, parsed. */
export async function linesOf(response: Response): Promise<Record<string, unknown>[]> {
  const text = await response.text();
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

export async function clearDesks(): Promise<void> {
  for (const desk of desks.splice(0)) await desk.services.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}
