/**
 * @file What both shells serve: the answer to every channel and stream, over the
 * one book that may be open. Knows neither Electron nor HTTP.
 */
import path from "node:path";
import { type Emit, type Handlers, lockMinutes, type Session } from "../shared/bridge/contract.ts";
import { recordingPath } from "../shared/bridge/streams.ts";
import { AppError } from "../shared/errors.ts";
import { type Operation, parseValues } from "../shared/log/operation.ts";
import { entityRule } from "../shared/model/entities.ts";
import { startAutoLock } from "./book/auto-lock.ts";
import { type BookHolder, createBookHolder, type LockReason } from "./book/holder.ts";
import { createKeyHandlers } from "./book/key-handlers.ts";
import { createKeyRing, type KeyRing, type KeyStore } from "./book/key-ring.ts";
import { readPreferences, savePreferences } from "./book/preferences.ts";
import { type OpenBook, openBook } from "./book/session.ts";
import { answerStream } from "./book/streams.ts";
import { findVaults, newVaultId, summarise, type VaultPlace } from "./book/vaults.ts";
import { witnessOf } from "./book/witness.ts";
import { makeDocument } from "./printing/make-document.ts";
import type { PdfService } from "./printing/pdf-service.ts";
import { createStorage } from "./storage.ts";
import type { Timers } from "./sync/schedule.ts";
import { changePassphrase, verifyPassphrase } from "./vault/secrets.ts";
import type { Secret } from "./vault/slots.ts";
import { createVault, unlockVault, usualReserveBytes, type Vault, type VaultDeps } from "./vault/vault.ts";

export interface ServicesOptions {
  readonly shell: "electron" | "loopback";
  readonly version: string;
  readonly emit: Emit;
  /** Folder that holds the vaults and the preferences; made when it is first needed. */
  readonly root: string;
  /** A vault outside the root that is shown beside the others. */
  readonly demo?: VaultPlace;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly timers: Timers;
  /** Milliseconds since the machine started, sleep included. */
  readonly uptimeMs: () => number;
  /** How long nobody has touched the machine, where the shell can ask the system; else the page tells. */
  readonly idleMs?: () => number;
  /** Tests only: lock after so long instead of what the preferences say. */
  readonly idleLimitMs?: number;
  /** Whether a page is there that can be told something. */
  readonly hasPage: () => boolean;
  /** The system's folder dialog; absent where the shell has none. Undefined when cancelled. */
  readonly chooseFolder?: () => Promise<string | undefined>;
  /** Makes PDFs; absent where the shell cannot. */
  readonly pdf?: PdfService;
  /** The system's key store; absent where the shell has none. */
  readonly keyStore?: KeyStore;
  /** Tests only, see VaultDeps. */
  readonly kdfFloor?: number;
  /** Gets what must not cross the bridge. */
  readonly onFailure: (where: string, error: unknown) => void;
}

export interface Services {
  readonly handlers: Handlers;
  /** Answers the paths of streams.ts. Never rejects. */
  readonly handleStream: (request: Request) => Promise<Response>;
  /** Never rejects; resolves when the keys are gone. */
  readonly lock: (reason: LockReason) => Promise<void>;
  /** Lock for good: whatever comes later is answered as locked. */
  readonly close: () => Promise<void>;
}

export function createServices(options: ServicesOptions): Services {
  const holder = createBookHolder(options);
  const shelf = createShelf(options);
  const requireBook = () => {
    const book = holder.current();
    if (book === undefined) throw new AppError("locked");
    return book;
  };
  const { now, kdfFloor } = options;
  const vaultDeps: VaultDeps = {
    now,
    reserveBytes: usualReserveBytes,
    ...(kdfFloor === undefined ? {} : { kdfFloor }),
  };
  const ring = createKeyRing(path.join(options.root, ".keys"), options.keyStore);
  const storage = createStorage({ options, ring, vaultDeps, current: holder.current, requireBook });
  let isClosed = false;
  const presence = watchPresence(options, holder);
  const open = (make: () => Promise<OpenBook>) => {
    if (isClosed) throw new AppError("locked");
    presence.touch();
    return holder.open(make);
  };
  return {
    handlers: {
      ...appHandlers(options, shelf, holder),
      ...vaultHandlers({ options, ring, vaultDeps, shelf, holder, open, requireBook }),
      ...presence.handlers,
      ...syncHandlers(options, requireBook),
      ...attachmentHandlers(requireBook),
      ...packHandlers(requireBook),
      makeDocument: (input) => makeDocument(requireBook().attachments, options.pdf, input),
      ...storage.handlers,
      cancelJob({ job }) {
        const book = requireBook();
        for (const { cancel } of [book.sync, book.backups.jobs, storage]) cancel(job);
        return null;
      },
      appendOperations: (operations) => appendOperations(requireBook(), operations),
    },
    handleStream(request) {
      // A client is talking, though nobody touches a key.
      if (new URL(request.url).pathname.startsWith(recordingPath)) presence.touch();
      return answerStream(request, holder.current(), options.onFailure);
    },
    lock: (reason) => holder.lock(reason),
    async close() {
      isClosed = true;
      presence.stop();
      await holder.lock("quit");
    },
  };
}

/** Whether somebody is there, and who: nobody for a while locks the book, see [Note: Lock clocks]. */
function watchPresence(options: ServicesOptions, holder: BookHolder) {
  const { root, timers, uptimeMs, idleLimitMs } = options;
  let touchedAt = uptimeMs();
  const touch = () => {
    touchedAt = uptimeMs();
  };
  const stop = startAutoLock({
    timers,
    uptimeMs,
    idleMs: () => Math.min(uptimeMs() - touchedAt, options.idleMs?.() ?? Number.POSITIVE_INFINITY),
    limitMs: async () => idleLimitMs ?? ((await readPreferences(root)).lockMinutes ?? lockMinutes.usual) * 60_000,
    lock: (reason) => holder.lock(reason),
  });
  const handlers = {
    noteActivity() {
      touch();
      return null;
    },
    draftsKept() {
      holder.draftsKept();
      return null;
    },
  } satisfies Partial<Handlers>;
  return { touch, stop, handlers };
}

/** The vaults this machine knows. */
function createShelf({ root, demo }: ServicesOptions) {
  let changing: Promise<unknown> = Promise.resolve();
  const all = async () => [...(demo === undefined ? [] : [demo]), ...(await findVaults(root))];
  return {
    async all() {
      await changing;
      return all();
    },
    holdingList<T>(work: Promise<T>): Promise<T> {
      changing = work.catch(() => undefined);
      return work;
    },
    async place(id: string): Promise<VaultPlace> {
      const place = (await all()).find((known) => known.id === id);
      if (place === undefined) throw new AppError("vault-missing");
      return place;
    },
    newPlace(): VaultPlace {
      const id = newVaultId();
      return { id, dir: path.join(root, id), isDemo: false };
    },
  };
}
type Shelf = ReturnType<typeof createShelf>;

function appHandlers({ root, shell, version }: ServicesOptions, shelf: Shelf, holder: BookHolder) {
  return {
    async appInfo() {
      // Whoever has the laptop in a meeting must not reach the book by loading the page anew.
      if (holder.isMeeting()) await holder.lock("meeting");
      const [preferences, places] = await Promise.all([readPreferences(root), shelf.all()]);
      const session = holder.current()?.session;
      const vaults = await Promise.all(places.map(summarise));
      const lockedBy = holder.lockedBy();
      return {
        version,
        shell,
        preferences,
        vaults,
        ...(session === undefined ? {} : { session }),
        ...(lockedBy === undefined ? {} : { lockedBy }),
      };
    },
    async setPreferences(preferences) {
      await savePreferences(root, preferences);
      return null;
    },
  } satisfies Partial<Handlers>;
}

interface VaultContext {
  readonly options: ServicesOptions;
  readonly ring: KeyRing;
  readonly vaultDeps: VaultDeps;
  readonly shelf: Shelf;
  readonly holder: BookHolder;
  readonly open: BookHolder["open"];
  readonly requireBook: () => OpenBook;
}

function vaultHandlers({ options, ring, vaultDeps, shelf, holder, open, requireBook }: VaultContext) {
  const depsOf = (placeId: string): VaultDeps => ({ ...vaultDeps, witness: witnessOf(ring, placeId) });
  const bookDeps = { ...options, quarantineDir: path.join(options.root, ".quarantine") };

  async function unlock(id: string, secret: Secret): Promise<Session> {
    const place = await shelf.place(id);
    const book = await open(async () => {
      const vault = await unlockVault(place.dir, secret, depsOf(place.id));
      return openOrClose(vault, () => openBook(place, vault, bookDeps));
    });
    begin(book);
    return book.session;
  }

  async function recover(id: string, secret: Secret, newPassphrase: string): Promise<Session> {
    // Before the passphrase is replaced, not after.
    if (holder.current() !== undefined) throw new AppError("vault-in-use");
    await changePassphrase((await shelf.place(id)).dir, secret, newPassphrase, vaultDeps);
    return unlock(id, { passphrase: newPassphrase });
  }

  return {
    ...createKeyHandlers({
      emit: options.emit,
      ring,
      vaultDeps,
      place: shelf.place,
      holdingList: shelf.holdingList,
      holder,
      requireBook,
      unlock,
    }),
    async createVault({ label, passphrase, profile }) {
      const place = shelf.newPlace();
      let recoveryKey = "";
      const book = await open(async () => {
        const created = await createVault(place.dir, { label, passphrase, mustConfirm: true }, depsOf(place.id));
        recoveryKey = created.recoveryKey;
        return openOrClose(created.vault, () => openBook(place, created.vault, bookDeps, profile));
      });
      begin(book);
      return { session: book.session, recoveryKey };
    },
    unlockVault: ({ vault, passphrase }) => unlock(vault, { passphrase }),
    recoverVault: ({ vault, recoveryKey, newPassphrase }) => recover(vault, { recoveryKey }, newPassphrase),
    recoverFromEscrow: ({ vault, identity, newPassphrase }) =>
      recover(vault, { escrowIdentity: identity }, newPassphrase),
    async changePassphrase({ vault, passphrase, newPassphrase }) {
      await changePassphrase((await shelf.place(vault)).dir, { passphrase }, newPassphrase, vaultDeps);
      return null;
    },
    async verifyPassphrase({ passphrase }) {
      await verifyPassphrase(requireBook().place.dir, passphrase, vaultDeps);
      holder.endMeeting();
      return null;
    },
    beginMeeting() {
      requireBook();
      holder.beginMeeting();
      return null;
    },
    async lockVault() {
      await holder.lock("user");
      return null;
    },
  } satisfies Partial<Handlers>;
}

/** What runs by itself while the book is open. */
function begin({ sync, backups }: OpenBook): void {
  sync.start();
  void backups.start();
}

/** A vault that was opened but cannot be worked with is closed again, keys and all. */
async function openOrClose(vault: Vault, make: () => Promise<OpenBook>): Promise<OpenBook> {
  try {
    return await make();
  } catch (error) {
    await vault.close();
    throw error;
  }
}

function syncHandlers({ chooseFolder }: ServicesOptions, requireBook: () => OpenBook) {
  return {
    identityCard: () => requireBook().sync.identityCard(),
    readCard: ({ card }) => requireBook().sync.readCard(card),
    async pairPeer(input) {
      await requireBook().sync.pairPeer(input);
      return null;
    },
    async removePeer({ peer }) {
      await requireBook().sync.removePeer(peer);
      return null;
    },
    syncState: () => requireBook().sync.state(),
    async saveSyncSettings(settings) {
      const { sync } = requireBook();
      await sync.saveSettings(settings);
      return sync.state();
    },
    async chooseSyncFolder() {
      requireBook();
      const folder = await chooseFolder?.();
      return folder === undefined ? null : { folder };
    },
    exportPackage: () => requireBook().sync.exportToFolder(),
    importPackage: ({ previewId }) => requireBook().sync.importPreviewed(previewId),
    async discardPackage({ previewId }) {
      await requireBook().sync.discard(previewId);
      return null;
    },
  } satisfies Partial<Handlers>;
}

function attachmentHandlers(requireBook: () => OpenBook) {
  return {
    addReference: (input) => requireBook().attachments.addReference(input),
    beginRecording: (input) => requireBook().attachments.beginRecording(input),
    finishRecording: (input) => requireBook().attachments.finishRecording(input),
    interruptedRecordings: () => requireBook().attachments.recordings(),
    keepRecording: (input) => requireBook().attachments.keepRecording(input),
    async dropRecording(input) {
      await requireBook().attachments.dropRecording(input);
      return null;
    },
    async exportAttachment(input) {
      await requireBook().attachments.registerExport(input);
      return null;
    },
    makeProof: (input) => requireBook().proofs.make(input),
  } satisfies Partial<Handlers>;
}

function packHandlers(requireBook: () => OpenBook) {
  return {
    readPackFile: ({ text }) => requireBook().packs.read(text),
    installPack: ({ text }) => requireBook().packs.install(text),
  } satisfies Partial<Handlers>;
}

/**
 * Save what a screen did.
 *
 * @throws AppError `bad-operation` when it does not parse, writes what only the main process may write,
 *   or speaks for another device or person than this session's; `vault-read-only`; `disk-*`.
 */
async function appendOperations(book: OpenBook, raw: readonly Operation[]): Promise<{ logSeq: number }> {
  const operations = raw.map((one) => parseOwn(one, book));
  const saved = await book.vault.append(operations);
  for (const { at } of operations) book.clock.observe(at);
  return { logSeq: saved.logSeq };
}

function parseOwn(raw: Operation, book: OpenBook): Operation {
  const operation = parseValues(raw);
  const refuse = (why: string) => new AppError("bad-operation", {}, { cause: new Error(why) });
  if (entityRule(operation.entity).writer !== "screens") throw refuse(`${operation.entity} is not written by screens`);
  if (operation.device !== book.device || operation.actor !== book.actor) throw refuse("another device or actor");
  if (!operation.at.endsWith(book.device)) throw refuse("a stamp of another device");
  return operation;
}
