/**
 * @file Reads from the view what the sale gate needs to know of every client, for
 * [Note: Facts of the whole book]. The rows are taken as they are, see
 * [Note: Rows were parsed before sealing].
 */
import type { Row } from "../../shared/bridge/streams.ts";
import type { InvestorStatus } from "../../shared/model/investor-status.ts";
import type { Statement } from "../../shared/model/statement.ts";
import {
  type AssessmentRecord,
  type ClientFacts,
  type ClientRecords,
  clientFacts,
} from "../../shared/rules/client-facts.ts";
import { clientRow, evidenceOf } from "./apply.ts";
import type { FactsBasis } from "./book-facts.ts";
import { breathe } from "./breathe.ts";
import type { BookDatabase, PaperRow } from "./db.ts";
import { type Drawn, readEveryDrawer } from "./drawers.ts";
import type { Book } from "./session.ts";

/** Clients between two breaths: the screen must answer meanwhile. */
const clientsAtOnce = 250;

/** The facts of every client, up to date; the same map as long as nothing changed. */
export function bringFacts(book: Book, basis: FactsBasis): Promise<ReadonlyMap<string, ClientFacts>> {
  return book.facts.bring(basis, {
    all: () => readAll(book, basis),
    again: (before, clients) => readAgain(book, before, clients, basis),
  });
}

async function readAgain(
  book: Book,
  before: ReadonlyMap<string, ClientFacts>,
  clients: readonly string[],
  { day, questionnaire }: FactsBasis,
): Promise<Map<string, ClientFacts>> {
  const facts = new Map(before);
  for (const id of clients) {
    const [row, evidence] = await Promise.all([clientRow(book, id), evidenceOf(book, id)]);
    const { assessment: assessments, statement: statements, investorStatus: statuses } = evidence;
    if (row === undefined || book.list.get(id) === undefined) facts.delete(id);
    else facts.set(id, clientFacts(recordsOf(row, { assessments, statements, statuses }), day, questionnaire));
  }
  return facts;
}

async function readAll(book: Book, { day, questionnaire }: FactsBasis): Promise<Map<string, ClientFacts>> {
  const { db, list } = book;
  const [clients, assessments, statements, statuses] = await Promise.all([
    allRows(db, "client", () => db.clients.toArray()),
    allRows(db, "assessment", () => db.assessments.toArray()).then(byClient),
    allRows(db, "statement", () => paperRows(db, "statement")).then(byClient),
    allRows(db, "investorStatus", () => paperRows(db, "investorStatus")).then(byClient),
  ]);
  const facts = new Map<string, ClientFacts>();
  let done = 0;
  for (const row of clients.values()) {
    if (list.get(row.id) === undefined) continue;
    const of = (rows: ReadonlyMap<string, Row[]>) => rows.get(row.id) ?? [];
    const lists = { assessments: of(assessments), statements: of(statements), statuses: of(statuses) };
    facts.set(row.id, clientFacts(recordsOf(row, lists), day, questionnaire));
    done += 1;
    if (done % clientsAtOnce === 0) await breathe();
  }
  return facts;
}

/** By id: what was written since the book was opened stands over what lies in the drawers. */
async function allRows(db: BookDatabase, entity: Drawn, own: () => Promise<Row[]>): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const row of await readEveryDrawer(db, entity)) rows.set(row.id, row);
  for (const row of await own()) rows.set(row.id, row);
  return rows;
}

async function paperRows(db: BookDatabase, entity: string): Promise<Row[]> {
  const papers: PaperRow[] = await db.papers.toArray();
  return papers.filter((paper) => paper.entity === entity).map(({ row }) => row);
}

function byClient(rows: ReadonlyMap<string, Row>): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows.values()) {
    const client = String(row["client"]);
    const list = found.get(client);
    if (list === undefined) found.set(client, [row]);
    else list.push(row);
  }
  return found;
}

interface Lists {
  readonly assessments: readonly Row[];
  readonly statements: readonly Row[];
  readonly statuses: readonly Row[];
}

function recordsOf(row: Row, { assessments, statements, statuses }: Lists): ClientRecords {
  return {
    client: row as unknown as ClientRecords["client"],
    assessments: assessments as unknown as readonly AssessmentRecord[],
    statements: statements as unknown as readonly Statement[],
    statuses: statuses as unknown as readonly InvestorStatus[],
  };
}
