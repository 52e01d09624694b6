import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { connect } from "../../../renderer/bridge.ts";
import type { FactsBasis } from "../../../renderer/data/book-facts.ts";
import { finishAssessment, recordStatement, saveClient } from "../../../renderer/data/commands.ts";
import { bringFacts } from "../../../renderer/data/facts-reads.ts";
import { hydrate } from "../../../renderer/data/hydrate.ts";
import { clientAssessments, clientById, clientPapers } from "../../../renderer/data/reads.ts";
import { type Book, endSession, startSession } from "../../../renderer/data/session.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { type ClientFacts, clientFacts } from "../../../shared/rules/client-facts.ts";
import { findPack } from "../../support/packs.ts";
import { createHost, type Host, session } from "./host.ts";
import { assessment, client, editClient, finished, record } from "./operations.ts";

afterEach(endSession);

const basis: FactsBasis = { day: "2026-11-22", questionnaire: findPack };
const at = "2026-11-01T02:00:00.000Z";
const names = ["a", "b", "c", "d"];

async function opened(host: Host): Promise<Book> {
  connect(host);
  const book = startSession(session);
  await hydrate();
  return book;
}

function book(): Host {
  return createHost([
    ...names.map((name) => client(name, { birthDate: "1980-01-01", investableAssets: 100 })),
    assessment("a1", "a"),
    assessment("a2", "a", { finishedAt: "2026-11-20T02:00:00.000Z", level: "C4" }),
    assessment("b1", "b"),
    record({ entity: "statement", id: "s1", client: "a" }, { kind: "consent-given", client: "a", at }),
  ]);
}

/** One client after the other, by the reads a screen would use. */
async function oneByOne(open: Book): Promise<Map<string, ClientFacts>> {
  const facts = new Map<string, ClientFacts>();
  for (const { id } of open.list.rows) {
    const found = await clientById(open, id);
    if (found === null) continue;
    const [assessments, statements, statuses] = await Promise.all([
      clientAssessments(open, id),
      clientPapers(open, "statement", id),
      clientPapers(open, "investorStatus", id),
    ]);
    facts.set(id, clientFacts({ client: found, assessments, statements, statuses }, basis.day, basis.questionnaire));
  }
  return facts;
}

/** Without the records they were taken from, which carry stamps in the one and not in the other. */
function plain(facts: ReadonlyMap<string, ClientFacts>): unknown {
  return [...facts]
    .map(([id, { standing, ...rest }]) => ({ id, ...rest, capacity: standing.capacity, consent: standing.consent }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

test("the facts of the whole book are those of each client", async () => {
  const open = await opened(book());
  const facts = await bringFacts(open, basis);
  expect([...facts.keys()].sort()).toEqual(names);
  expect(facts.get("a")).toMatchObject({
    assessmentId: "a2",
    assessment: { level: "C4", earlier: [expect.any(String)] },
    client: { consent: "given", age: 46 },
    assets: 100,
  });
  expect(plain(facts)).toEqual(plain(await oneByOne(open)));
});

test("are read again for who was written about, and for nobody else", async () => {
  const host = book();
  const open = await opened(host);
  const before = await bringFacts(open, basis);
  expect(await bringFacts(open, basis)).toBe(before);
  const versions: number[] = [];
  open.facts.subscribe(() => versions.push(open.facts.version));

  await recordStatement({ kind: "consent-given", client: "b" as ClientId, at });
  await finishAssessment({ ...finished("c"), client: "c" as ClientId });
  await saveClient({ investableAssets: 500 }, { id: "d" });
  const after = await bringFacts(open, basis);
  expect(versions.length).toBeGreaterThanOrEqual(3);
  expect(after.get("a")).toBe(before.get("a"));
  expect(after.get("b")?.client.consent).toBe("given");
  expect(after.get("c")?.assessment).not.toBeNull();
  expect(after.get("d")?.assets).toBe(500);
  expect(plain(after)).toEqual(plain(await oneByOne(open)));
});

test("an import, a new client and one who is withdrawn show", async () => {
  const host = book();
  const open = await opened(host);
  await bringFacts(open, basis);
  host.receive(client("e", { birthDate: "1990-01-01" }), assessment("e1", "e"), editClient("a", { restricted: true }));
  await expect.poll(() => open.list.get("e")).toBeDefined();
  const facts = await bringFacts(open, basis);
  expect([...facts.keys()].sort()).toEqual(["b", "c", "d", "e"]);
  expect(plain(facts)).toEqual(plain(await oneByOne(open)));
});

test("what is written while they are being read is in them", async () => {
  const open = await opened(book());
  const bringing = bringFacts(open, basis);
  await Promise.all(names.map((name) => recordStatement({ kind: "consent-given", client: name as ClientId, at })));
  await bringing;
  const facts = await bringFacts(open, basis);
  expect([...facts.values()].map((one) => one.client.consent)).toEqual(names.map(() => "given"));
});

test("another day is another answer", async () => {
  const open = await opened(book());
  const today = await bringFacts(open, basis);
  const later = await bringFacts(open, { ...basis, day: "2030-11-22" });
  expect(today.get("a")?.client.age).toBe(46);
  expect(later.get("a")?.client.age).toBe(50);
});
