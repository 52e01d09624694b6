/**
 * @file A real vault with a real sync service in a temporary folder, under a clock
 * the test turns: one advisor's laptop, or the branch's.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createWriter, type Writer } from "../../electron/book/append.ts";
import { createAgeIdentity } from "../../electron/crypto/age.ts";
import { randomBytes } from "../../electron/crypto/random.ts";
import { createSync, type SyncDeps, type SyncService } from "../../electron/sync/service.ts";
import type { Disk } from "../../electron/vault/disk.ts";
import { createVault, unlockVault, type Vault } from "../../electron/vault/vault.ts";
import type { PackagePreview } from "../../shared/bridge/contract.ts";
import type { Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { createClock, type HlcClock } from "../../shared/log/hlc.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { ActorId, ClientId, DeviceId } from "../../shared/model/primitives.ts";

const passphrase = "correct horse battery staple again";

/** Timers that run when the test says so. */
function manualTimers() {
  let timers: { readonly run: () => void; readonly at: number }[] = [];
  let monotonicMs = 1_000;
  let onSet: () => void = () => undefined;
  return {
    monotonicMs: () => monotonicMs,
    setTimeout(run: () => void, ms: number): unknown {
      const timer = { run, at: monotonicMs + ms };
      timers.push(timer);
      onSet();
      return timer;
    },
    clearTimeout(timer: unknown): void {
      timers = timers.filter((other) => other !== timer);
    },
    get count() {
      return timers.length;
    },
    /** Resolves when the next timer is set: a repeating job sets it when its work is done. */
    nextSet: () =>
      new Promise<void>((resolve) => {
        onSet = resolve;
      }),
    /** Let time pass; each timer that is due runs, and is awaited until it sets its next. */
    async pass(ms: number): Promise<void> {
      const until = monotonicMs + ms;
      for (;;) {
        const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((other) => other !== due);
        monotonicMs = due.at;
        const isSet = this.nextSet();
        due.run();
        await isSet;
      }
      monotonicMs = until;
    },
  };
}

export interface Office {
  readonly dir: string;
  readonly vault: Vault;
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly clock: HlcClock;
  readonly write: Writer;
  readonly sync: SyncService;
  readonly timers: ReturnType<typeof manualTimers>;
  readonly events: { readonly event: string; readonly payload: unknown }[];
  readonly quarantineDir: string;
  /** Lock without ceremony and unlock again, as after a crash of the program. */
  reopen(deps?: OfficeDeps): Promise<Office>;
  close(): Promise<void>;
}

export interface OfficeDeps {
  readonly now?: () => number;
  /** Of the vault and of the sync service, so that steps of both stand in one order. Creation uses the plain one. */
  readonly disk?: Disk;
  readonly onEvent?: (event: string) => unknown;
  readonly sliceLimits?: SyncDeps["sliceLimits"];
  /** What the sync service is given in place of the real vault. */
  readonly wrap?: (vault: Vault) => Vault;
}

export const noon = Date.parse("2026-11-23T04:00:00.000Z");

/** In memory where the system offers it: these tests flush hundreds of times, and prove nothing about the disk. */
const temporary = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Temporary folders and open vaults, all gone at `end`. */
export function officeBlock() {
  const ends: (() => Promise<unknown>)[] = [];

  async function folder(): Promise<string> {
    const made = await mkdtemp(path.join(temporary, "suitbook-sync-"));
    ends.push(() => rm(made, { recursive: true, force: true }));
    return made;
  }

  async function unlock(dir: string, { now = () => noon, disk }: OfficeDeps): Promise<Vault> {
    return unlockVault(dir, { passphrase }, { now, kdfFloor: 16, ...(disk && { disk }) });
  }

  async function open(dir: string, vault: Vault, identity: { device: DeviceId; actor: ActorId }, deps: OfficeDeps) {
    const { device, actor } = identity;
    const now = deps.now ?? (() => noon);
    const seen = deps.wrap?.(vault) ?? vault;
    const clock = createClock(device, now);
    const write = createWriter({ vault: seen, device, actor, clock });
    const timers = manualTimers();
    const events: Office["events"][number][] = [];
    const quarantineDir = path.join(dir, "quarantine");
    const sync = createSync({
      vault: seen,
      device,
      clock,
      write,
      now,
      emit: (event, payload) => {
        events.push({ event, payload });
        deps.onEvent?.(event);
      },
      quarantineDir,
      timers,
      monotonicMs: timers.monotonicMs,
      ...(deps.disk && { disk: deps.disk }),
      ...(deps.sliceLimits && { sliceLimits: deps.sliceLimits }),
    });
    const close = async () => {
      await sync.stop();
      await vault.close();
    };
    ends.push(close);
    const office: Office = {
      dir,
      vault,
      device,
      actor,
      clock,
      write,
      sync,
      timers,
      events,
      quarantineDir,
      close,
      async reopen(next = deps) {
        await vault.close();
        return open(dir, await unlock(dir, next), identity, next);
      },
    };
    return office;
  }

  return {
    folder,
    async office(name: string, deps: OfficeDeps = {}): Promise<Office> {
      const dir = path.join(await folder(), "vault");
      const now = deps.now ?? (() => noon);
      const { vault } = await createVault(dir, { label: "book", passphrase }, { now, kdfFloor: 16 });
      const hex = (bytes: number) => Buffer.from(randomBytes(bytes)).toString("hex");
      const identity = { device: DeviceId.parse(hex(8)), actor: ActorId.parse(hex(8)) };
      const office = await open(dir, vault, identity, deps);
      const signingKey = Buffer.from(randomBytes(32)).toString("base64");
      const ageIdentity = await createAgeIdentity();
      await office.write.append([
        office.write.operation("identity", identity.device, { actor: identity.actor, signingKey, ageIdentity }),
        office.write.operation("profile", identity.actor, { name, role: "advisor", branch: "上海营业部" }),
      ]);
      return office;
    },
    /** The same vault once more, from the files of one that was closed: same keys, same pairings. */
    async twinOf(closed: Pick<Office, "dir" | "device" | "actor">, deps: OfficeDeps = {}): Promise<Office> {
      const dir = path.join(await folder(), "vault");
      await cp(closed.dir, dir, { recursive: true });
      return open(dir, await unlock(dir, deps), closed, deps);
    },
    async end(): Promise<void> {
      for (const end of ends.reverse()) await end();
      ends.length = 0;
    },
  };
}

/** Compare cards in person, both ways; `branch` receives `advisor`'s packages. */
export async function pairUp(advisor: Office, branch: Office): Promise<void> {
  const [ours, theirs] = [await advisor.sync.identityCard(), await branch.sync.identityCard()];
  await advisor.sync.pairPeer({ ...theirs, asBranch: true });
  await branch.sync.pairPeer({ ...ours, asBranch: false });
}

export function saveClient(office: Office, id: string, fields: Record<string, string | number | null>) {
  return office.write.set("client", id, fields, ClientId.parse(id));
}

export function newClient(office: Office, id: string, name: string, more: Record<string, string | number> = {}) {
  return saveClient(office, id, { kind: "individual", name, ...more });
}

export function logContact(office: Office, id: string, client: string, summary: string) {
  const values = { client, at: "2026-11-20T02:00:00.000Z", channel: "phone", summary };
  return office.write.set("contact", id, values, ClientId.parse(client));
}

/** Export everything that waits into one file, and its bytes. */
export async function exported(office: Office, folder: string, name = "package.age"): Promise<Buffer> {
  const file = path.join(folder, name);
  await office.sync.exportToFile(file);
  return readFile(file);
}

export async function* inPieces(bytes: Uint8Array, size = 50_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export type Preview = import("zod").infer<typeof PackagePreview>;

export function receive(office: Office, bytes: Uint8Array): Promise<Preview> {
  return office.sync.receive(inPieces(bytes));
}

export async function importBytes(office: Office, bytes: Uint8Array) {
  const { previewId } = await receive(office, bytes);
  return office.sync.importPreviewed(previewId);
}

/** The refusal's code and params; undefined when it went through. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; params: object } | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, params: error.params };
    throw error;
  }
}

/** Everything clients, contacts, assessments and people hold, by row key, stamps included. */
export async function bookOf(vault: Vault): Promise<Record<string, Row>> {
  const rows: Record<string, Row> = {};
  for await (const frame of vault.book()) {
    if (frame.kind === "rows") for (const row of frame.rows) rows[`${frame.entity}/${row.id}`] = row;
    if (frame.kind === "bundles") {
      for (const bundle of frame.rows) for (const row of bundle.contacts) rows[`contact/${row.id}`] = row;
    }
  }
  const kept = Object.entries(rows).filter(([key]) => /^(client|contact|assessment|profile)\//.test(key));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export async function allOperations(vault: Vault): Promise<Operation[]> {
  const all: Operation[] = [];
  for await (const { operations } of vault.operations(0)) all.push(...operations);
  return all;
}

/** Every file below a folder with its content, for looking for what should not be there. */
export async function filesIn(folder: string): Promise<Record<string, Buffer>> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const pairs = await Promise.all(
    files.map(async (file) => [path.relative(folder, file), await readFile(file)] as const),
  );
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
