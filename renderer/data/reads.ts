/**
 * @file What the hooks of queries.ts ask of the open book. Records come out parsed and clean
 * of stamps; one that is not whole yet (an edit that came before its creation) is left out.
 */
import type { z } from "zod";
import type { Row } from "../../shared/bridge/streams.ts";
import { rowKey } from "../../shared/log/merge.ts";
import { Assessment } from "../../shared/model/assessment.ts";
import type { Attachment, Withdrawal } from "../../shared/model/attachment.ts";
import { type Channel, Client } from "../../shared/model/client.ts";
import { Contact, type Purpose } from "../../shared/model/contact.ts";
import { type EntityName, entityRule, type RecordOf } from "../../shared/model/entities.ts";
import type { Draft } from "../../shared/model/office.ts";
import { bundleOf, clientRow, contactsOf, evidenceOf, newestContactsOf } from "./apply.ts";
import { type DraftName, draftId } from "./commands.ts";
import type { LogLine } from "./contact-log.ts";
import { type PaperEntity, readDrawers } from "./drawers.ts";
import { withHashes } from "./hashed.ts";
import { readRecents } from "./recents.ts";
import type { Book } from "./session.ts";
import { newestFirst, type TimelineItem, timelineOf } from "./timeline.ts";

export interface ContactFilter {
  /** Instants, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly channel?: Channel;
  readonly purpose?: Purpose;
  /** Look through older history too: reads every bundle, so only when asked. */
  readonly older?: boolean;
  /** Default 500. */
  readonly limit?: number;
}

/** One client. A withdrawn one too: screens ask the list first. */
export async function clientById(book: Book, id: string): Promise<Client | null> {
  return parsed(Client, await clientRow(book, id)) ?? null;
}

/** Everything that happened with a client, newest first, and whether older history has arrived. */
export async function readTimeline(
  book: Book,
  client: string,
): Promise<{ readonly items: readonly TimelineItem[]; readonly hasBundle: boolean }> {
  const { db } = book;
  const tables = [db.contacts, db.recents, db.bundles, db.assessments, db.papers, db.drawers, db.changes];
  // One transaction: each read in one of its own would cost as much again.
  const [contacts, { assessment: assessments, ...papers }, changes, bundle] = await db.transaction("r", tables, () => {
    const bundled = bundleOf(book, client);
    return Promise.all([
      contactsOf(book, client, bundled),
      evidenceOf(book, client),
      db.changes.where("[client+at]").between([client, ""], [client, "\uffff"]).toArray(),
      bundled,
    ]);
  });
  const all = [...(bundle?.changes ?? []), ...changes];
  const items = timelineOf({ contacts, assessments, papers, changes: all });
  return { items: await withHashes(items), hasBundle: bundle !== undefined };
}

/** A client's contacts, newest first; the newest `limit` of them. */
export async function clientContacts(book: Book, client: string, limit?: number): Promise<readonly Contact[]> {
  return shown(await (limit === undefined ? contactsOf(book, client) : newestContactsOf(book, client, limit)), limit);
}

/** The contact log across clients, newest first: the last three months, and older where asked. */
export async function contactLog(book: Book, filter: ContactFilter): Promise<readonly Contact[]> {
  const { from = "", to = "\uffff", channel, purpose, older = false, limit = 500 } = filter;
  const fits = (row: { readonly at: string; readonly channel: Channel; readonly purpose?: Purpose | undefined }) =>
    row.at >= from &&
    row.at <= to &&
    (channel === undefined || row.channel === channel) &&
    (purpose === undefined || row.purpose === purpose);
  const rows = await rowsOf(book, book.log.newest(limit, fits));
  if (older) {
    await book.db.bundles.each((pack) => {
      for (const row of pack.flatMap(({ contacts }) => contacts)) {
        if (!book.lifted.has(row.id) && fits(row as unknown as Contact)) rows.push(row);
      }
    });
  }
  return shown(rows, limit);
}

/** The records of lines of the log. */
async function rowsOf(book: Book, lines: readonly LogLine[]): Promise<Row[]> {
  const own = await book.db.contacts.bulkGet(lines.map((line) => line.id));
  const rows = own.filter((row) => row !== undefined);
  const ids = new Set(rows.map((row) => row.id));
  const missing = new Set(lines.flatMap((line) => (ids.has(line.id) ? [] : [line.id])));
  const clients = new Set(lines.flatMap((line) => (missing.has(line.id) ? [line.client] : [])));
  for (const row of await readRecents(book, clients)) if (missing.has(row.id)) rows.push(row);
  return rows;
}

/** A client's finished assessments, newest first. */
export async function clientAssessments(book: Book, client: string): Promise<readonly Assessment[]> {
  const { assessment: rows } = await evidenceOf(book, client);
  const assessments = rows.flatMap((row) => parsed(Assessment, row) ?? []);
  return assessments.sort((a, b) => newestFirst({ at: a.finishedAt, id: a.id }, { at: b.finishedAt, id: b.id }));
}

/** One finished assessment. */
export async function assessmentById({ db, assessed }: Book, id: string): Promise<Assessment | null> {
  const client = assessed.get(id);
  const [own, drawn] = await Promise.all([
    db.assessments.get(id),
    client === undefined ? [] : readDrawers(db, "assessment", [client]),
  ]);
  return parsed(Assessment, own ?? drawn.find((row) => row.id === id)) ?? null;
}

/** A form's half-filled values; null where there are none or they were dropped. */
export async function readDraft({ db }: Book, draft: DraftName): Promise<Draft | null> {
  const found = await db.office.get(rowKey({ entity: "draft", entityId: draftId(draft) }));
  const record = parsed(entityRule("draft").record as z.ZodType<Draft>, found?.row);
  return record?.values === undefined ? null : record;
}

/** A client's file, with the record that withdrew it. */
export type FiledAttachment = Attachment & { readonly withdrawn?: Withdrawal };

/** A client's files and references, newest first; withdrawn ones too, marked. */
export async function clientAttachments(book: Book, client: string): Promise<readonly FiledAttachment[]> {
  const [attachments, withdrawals] = await Promise.all([
    officeRecords(book, "attachment"),
    officeRecords(book, "withdrawal"),
  ]);
  const withdrawn = new Map(withdrawals.map((withdrawal) => [withdrawal.attachment, withdrawal]));
  return attachments
    .filter((attachment) => attachment.client === client)
    .map((attachment) => {
      const withdrawal = withdrawn.get(attachment.id);
      return withdrawal === undefined ? attachment : { ...attachment, withdrawn: withdrawal };
    })
    .sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1));
}

/** A client's papers of one kind, newest first. */
export async function clientPapers<E extends PaperEntity>(
  book: Book,
  entity: E,
  client: string,
): Promise<readonly RecordOf<E>[]> {
  const record = entityRule(entity).record as z.ZodType<RecordOf<E>>;
  const { [entity]: rows } = await evidenceOf(book, client);
  return rows.flatMap((row) => parsed(record, row) ?? []).sort(newestFirst);
}

/** All records of an office entity, in no particular order. */
export async function officeRecords<E extends EntityName>({ db }: Book, entity: E): Promise<readonly RecordOf<E>[]> {
  const rows = await db.office.where("entity").equals(entity).toArray();
  const { record } = entityRule(entity);
  return rows.flatMap(({ row }) => parsed(record as z.ZodType<RecordOf<E>>, row) ?? []);
}

/** Newest first; only as many are parsed as are asked for. */
function shown(rows: readonly Row[], limit = Number.POSITIVE_INFINITY): readonly Contact[] {
  const found: Contact[] = [];
  const atOf = ({ at }: Row) => (typeof at === "string" ? at : "");
  const ordered = rows.map((row) => ({ row, id: row.id, at: atOf(row) })).sort(newestFirst);
  for (const { row } of ordered) {
    if (found.length >= limit) break;
    const contact = parsed(Contact, row);
    if (contact !== undefined && contact.restricted !== true) found.push(contact);
  }
  return found;
}

function parsed<T>(schema: z.ZodType<T>, row: Row | undefined): T | undefined {
  return row === undefined ? undefined : schema.safeParse(row).data;
}
