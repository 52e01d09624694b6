/**
 * @file The only writers. Each parses, stamps and sends one user action as operations, and
 * resolves when they are on the disk *and* in the view. A rejected command has changed nothing.
 */
import type { z } from "zod";
import type { Row } from "../../shared/bridge/streams.ts";
import { AppError } from "../../shared/errors.ts";
import { mergeRow, rowKey } from "../../shared/log/merge.ts";
import { type Hlc, type Operation, parseOperation } from "../../shared/log/operation.ts";
import type { Assessment, assessmentFields } from "../../shared/model/assessment.ts";
import type { clientFields } from "../../shared/model/client.ts";
import type { contactFields } from "../../shared/model/contact.ts";
import type { Decision } from "../../shared/model/decision.ts";
import { type EntityName, entities } from "../../shared/model/entities.ts";
import type { InvestorStatus } from "../../shared/model/investor-status.ts";
import type { KnowledgeTest } from "../../shared/model/knowledge-test.ts";
import type { ClientId, Json, RecordId } from "../../shared/model/primitives.ts";
import type { ProductSheet } from "../../shared/model/product-sheet.ts";
import type { Statement } from "../../shared/model/statement.ts";
import { call } from "../bridge.ts";
import { applyOperations, readRows } from "./apply.ts";
import type { PaperEntity } from "./drawers.ts";
import { catchUp } from "./hydrate.ts";
import { type Book, inTurn, requireBook } from "./session.ts";

/** Fields to set; null clears one; what is undefined or absent stays as it is. */
type Patch<Fields extends Record<string, z.ZodType>> = {
  readonly [Name in keyof Fields]?: z.input<Fields[Name]> | null | undefined;
};
export type ClientPatch = Patch<typeof clientFields>;
export type ContactPatch = Patch<typeof contactFields>;
/** The values of a finished assessment, without its id. */
export type FinishedAssessment = z.input<z.ZodObject<typeof assessmentFields>>;

/** The same of a knowledge test. */
export type FinishedTest = Omit<KnowledgeTest, "id">;

/** The draft this action finishes: it is dropped in the same write. */
export interface DraftName {
  readonly form: string;
  /** What the form is about: a client's id, or `new`. */
  readonly subject: string;
}

export interface SaveOptions {
  /** The record to change; absent to create one. */
  readonly id?: RecordId | undefined;
  /** Why, where the screen asked. */
  readonly reason?: string | undefined;
  readonly draft?: DraftName | undefined;
}

/** What commands tell the title bar. */
export type SaveEvent =
  | { readonly status: "saving" }
  | { readonly status: "saved"; readonly at: Date }
  | { readonly status: "failed"; readonly error: unknown };

const listeners = new Set<(event: SaveEvent) => void>();

/** Hear of every save. Returns the unsubscribe. */
export function onSave(listener: (event: SaveEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Create or change a client. Only fields that differ are written.
 *
 * @returns its id
 * @throws AppError `bad-operation` when a field does not parse or a new client lacks kind
 *   or name; `locked`; what `appendOperations` throws.
 */
export async function saveClient(patch: ClientPatch, options: SaveOptions = {}): Promise<ClientId> {
  const id = (options.id ?? crypto.randomUUID()) as ClientId;
  await save([{ kind: "set", entity: "client", id, client: id, patch, isNew: options.id === undefined }], options);
  return id;
}

/**
 * Log a contact, or change one that was logged.
 *
 * @param values must name the client, also when changing: that is where an older contact is kept.
 * @returns its id
 * @throws AppError as {@link saveClient} does
 */
export async function logContact(
  values: ContactPatch & { readonly client: string },
  options: SaveOptions = {},
): Promise<RecordId> {
  const id = options.id ?? crypto.randomUUID();
  const isNew = options.id === undefined;
  await save([{ kind: "set", entity: "contact", id, client: values.client, patch: values, isNew }], options);
  return id;
}

/**
 * Record a finished assessment, once and for good.
 *
 * @returns its id
 * @throws AppError as {@link saveClient} does
 */
export async function finishAssessment(
  value: FinishedAssessment,
  options: Pick<SaveOptions, "draft"> = {},
): Promise<Assessment["id"]> {
  const id = crypto.randomUUID();
  await save([{ kind: "record", entity: "assessment", id, client: value.client, value, isNew: true }], options);
  return id;
}

type DraftOption = Pick<SaveOptions, "draft">;

/**
 * Record what a client has shown, agreed to, refused or reported.
 *
 * @returns its id
 * @throws AppError as {@link saveClient} does
 */
export function recordStatement(value: WithoutId<Statement>, options: DraftOption = {}): Promise<RecordId> {
  return record("statement", value, options);
}

/** Record what the institution decided about a client's class. @see {@link recordStatement} */
export function recordInvestorStatus(value: WithoutId<InvestorStatus>, options: DraftOption = {}): Promise<RecordId> {
  return record("investorStatus", value, options);
}

/** Record a finished knowledge test, once and for good. @see {@link recordStatement} */
export function finishTest(value: FinishedTest, options: DraftOption = {}): Promise<RecordId> {
  return record("knowledgeTest", value, options);
}

/** Record what the sale gate decided, under the id its documents name already. @see {@link recordStatement} */
export function recordDecision(
  value: WithoutId<Decision>,
  options: DraftOption & { readonly id?: RecordId } = {},
): Promise<RecordId> {
  return record("decision", value, options);
}

/** Put versions of products on the shelf, all or none. @throws AppError as {@link saveClient} does */
export async function recordSheets(
  sheets: readonly WithoutId<ProductSheet>[],
  options: DraftOption = {},
): Promise<void> {
  const intents = sheets.map(
    (value): Intent => ({
      kind: "record",
      entity: "productSheet",
      id: crypto.randomUUID(),
      value,
      isNew: true,
    }),
  );
  await save(intents, options);
}

/** Distributes over a union, so that each kind keeps its own fields. */
type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;

async function record(
  entity: PaperEntity,
  value: object & { readonly client: string },
  options: DraftOption & { readonly id?: RecordId },
): Promise<RecordId> {
  const id = options.id ?? crypto.randomUUID();
  await save([{ kind: "record", entity, id, client: value.client, value, isNew: true }], options);
  return id;
}

/**
 * Mark an attachment as filed by mistake or superseded. It stays readable: evidence is never taken back.
 *
 * @throws AppError as {@link saveClient} does
 */
export async function withdrawAttachment(attachment: RecordId, client: ClientId, reason: string): Promise<void> {
  const value = { client, attachment, reason, at: new Date().toISOString() };
  await save([{ kind: "record", entity: "withdrawal", id: crypto.randomUUID(), client, value, isNew: true }], {});
}

/**
 * Keep a half-filled form, sealed like everything else.
 *
 * @param values as the form has them, unparsed; undefined ones are left out.
 */
export async function saveDraft(form: string, subject: string, values: unknown): Promise<void> {
  const plain = JSON.parse(JSON.stringify(values)) as Json;
  await save([draftIntent({ form, subject }, plain)], {});
}

/** Forget a draft. Without one it does nothing. */
export async function dropDraft(form: string, subject: string): Promise<void> {
  await save([], { draft: { form, subject } });
}

/** Where a form's draft is kept. */
export function draftId({ form, subject }: DraftName): RecordId {
  return `${form}.${subject}`;
}

/** What a command wants written, before stamps. */
type Intent =
  | {
      readonly kind: "set";
      readonly entity: EntityName;
      readonly id: RecordId;
      readonly client?: string;
      readonly patch: object;
      /** Made by this action; absent for one that has to be there, or may be. */
      readonly isNew?: boolean;
    }
  | {
      readonly kind: "record";
      readonly entity: EntityName;
      readonly id: RecordId;
      readonly client?: string;
      readonly value: object;
      readonly isNew: true;
    };

function draftIntent(draft: DraftName, values: Json): Intent {
  const patch = { form: draft.form, savedAt: new Date().toISOString(), values };
  return { kind: "set", entity: "draft", id: draftId(draft), patch };
}

const running = new Set<Promise<void>>();

/** Settles when what was being saved at the call is on the disk, or has failed. */
export async function savesSettled(): Promise<void> {
  await Promise.allSettled(running);
}

function save(intents: readonly Intent[], options: SaveOptions): Promise<void> {
  const saving = saveNow(intents, options).finally(() => running.delete(saving));
  running.add(saving);
  return saving;
}

async function saveNow(intents: readonly Intent[], options: SaveOptions): Promise<void> {
  const book = requireBook();
  tell({ status: "saving" });
  try {
    await clientsAreIn(book);
    await inTurn(book, () => write(book, intents, options));
    tell({ status: "saved", at: new Date() });
  } catch (error) {
    tell({ status: "failed", error });
    throw error;
  }
}

async function write(book: Book, intents: readonly Intent[], { reason, draft }: SaveOptions): Promise<void> {
  const all = draft === undefined ? intents : [...intents, draftIntent(draft, null)];
  // A record made now has no row to read.
  const rows = await readRows(
    book,
    all.filter((intent) => intent.isNew !== true),
  );
  const operations = all.flatMap((intent) => {
    const row = rows.get(rowKey({ entity: intent.entity, entityId: intent.id }));
    const isIdle = intent.entity === "draft" && isCleared(intent) && row?.["values"] === undefined && isWhole(book);
    return isIdle ? [] : operationsOf(book, intent, row, reason);
  });
  if (operations.length === 0) return;
  const { logSeq } = await call("appendOperations", operations);
  try {
    await applyOperations(book, operations, rows);
    // While hydrating it is to be applied once more at the end.
    if (isWhole(book) && logSeq === book.applied + 1) book.applied = logSeq;
  } catch (cause) {
    if (book.closing.signal.aborted) return;
    // It is on the disk, so it must not be called a failure: the log is applied again, from before it.
    void catchUp(book).catch(() => undefined);
    console.error("a saved change did not reach the view at once", cause);
  }
}

/** See [Note: Hydration and saves]. Where hydration failed, the save goes ahead with what there is. */
function clientsAreIn({ progress, closing }: Book): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new AppError("locked"));
    const check = () => {
      if (progress.now.phase === "clients") return;
      stop();
      closing.signal.removeEventListener("abort", leave);
      resolve();
    };
    const stop = progress.subscribe(check);
    closing.signal.addEventListener("abort", leave);
    check();
  });
}

/** Everything is in: what is not there does not exist. */
function isWhole({ progress }: Book): boolean {
  return progress.now.phase === "done";
}

function operationsOf(book: Book, intent: Intent, row: Row | undefined, reason: string | undefined): Operation[] {
  if (intent.kind === "record") return [stamped(book, intent, { value: intent.value }, undefined, undefined)];
  // An edit of something that is not there is a mistake, not a creation.
  if (intent.isNew === false && row === undefined) {
    throw new AppError("bad-operation", {}, { cause: new Error(`no ${intent.entity} ${intent.id}`) });
  }
  const { entity } = intent;
  const parsed = stamped(book, intent, { patch: withoutUndefined(intent.patch) }, row, reason);
  if (parsed.kind !== "set") throw new AppError("bad-operation");
  const isKnown = row !== undefined || isWhole(book);
  const fields = Object.entries(parsed.patch).filter(([name, value]) => !isKnown || differs(row?.[name], value));
  if (fields.length === 0) return [];
  const was = entity === "client" && row !== undefined ? wasOf(row, fields) : undefined;
  const operation: Operation = { ...parsed, patch: Object.fromEntries(fields), ...(was !== undefined && { was }) };
  const whole = entities[intent.entity].record.safeParse(mergeRow(row, operation));
  if (!whole.success) throw new AppError("bad-operation", {}, { cause: whole.error });
  return row === undefined ? [operation] : partedFromCreation(book, operation);
}

/** An edit of both kind and name would pass for a creation on the timeline, see changeOf in merge.ts. */
function partedFromCreation(book: Book, operation: Operation & { kind: "set" }): Operation[] {
  const { kind, ...others } = operation.patch;
  if (operation.entity !== "client" || kind == null || others["name"] == null) return [operation];
  const { kind: wasKind, ...wasOthers } = operation.was ?? {};
  const first: Operation = { ...operation, patch: { kind }, was: { ...(wasKind !== undefined && { kind: wasKind }) } };
  const at = book.clock.tick(operation.at);
  return [first, { ...operation, id: crypto.randomUUID(), at, patch: others, was: wasOthers }];
}

/** What stood in these fields until now. */
function wasOf(row: Row, fields: readonly (readonly [string, Json])[]): Record<string, Json> {
  const known = fields.flatMap(([name]) => (row[name] === undefined ? [] : [[name, row[name] as Json] as const]));
  return Object.fromEntries(known);
}

/** Parse an intent as an operation with a stamp later than every value it replaces. */
function stamped(
  book: Book,
  { kind, entity, id, client }: Intent,
  content: { readonly value: object } | { readonly patch: object },
  row: Row | undefined,
  reason: string | undefined,
): Operation {
  return parseOperation({
    kind,
    entity,
    entityId: id,
    id: crypto.randomUUID(),
    at: book.clock.tick(newestStamp(row)),
    device: book.device,
    actor: book.actor,
    ...(client !== undefined && { client }),
    ...(reason !== undefined && { reason }),
    ...content,
  });
}

function newestStamp(row: Row | undefined): Hlc | undefined {
  let newest: Hlc | undefined;
  for (const stamp of Object.values(row?._at ?? {})) if (newest === undefined || stamp > newest) newest = stamp;
  return newest;
}

function isCleared(intent: Intent): boolean {
  return intent.kind === "set" && (intent.patch as { values?: unknown }).values === null;
}

function differs(before: unknown, after: Json): boolean {
  return JSON.stringify(before ?? null) !== JSON.stringify(after);
}

function withoutUndefined(patch: object): object {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function tell(event: SaveEvent): void {
  for (const listener of [...listeners]) listener(event);
}
