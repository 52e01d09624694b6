/** @file The view and the sealed log beside RxDB, an encrypted database for the browser, in the same Chromium. */
import type { Page } from "@playwright/test";
import { bundle, openBenchPage, openBlank, startApp } from "./browser.ts";
import { type Measured, median, type Suite } from "./figure.ts";
import type { PeerPage } from "./page/rxdb.ts";
import { passphrase, vaultOf } from "./vaults.ts";

const runs = 5;
const contacts = 10_000;
/** Clients asked for their newest contacts, in each run. */
const asked = 20;
const database = "peer";

interface Times {
  readonly insert: number;
  readonly newest: readonly number[];
  readonly open: number;
}

/** Both sides do the same: store the contacts, ask for some, come back later. */
interface Side {
  insert(clients: readonly string[]): Promise<number>;
  newest(client: string): Promise<number>;
  /** Leave and come back: milliseconds until a first query is answered. */
  reopen(client: string): Promise<number>;
}

export const peerSuite: Suite = {
  goals: {
    "peer.rxdb.insert": { bound: "at most", ratio: 0.25 },
    "peer.rxdb.newest": { bound: "at most", ratio: 0.1 },
    "peer.rxdb.open": { bound: "at most", ratio: 3 },
  },
  async *run(wanted) {
    const all: { ours: Times; baseline: Times }[] = [];
    for (let i = 0; i < runs; i += 1) all.push(await runOnce());
    const of = (pick: (times: Times) => number | readonly number[]) => {
      const side = (name: "ours" | "baseline") => median(all.flatMap((run) => pick(run[name])));
      return { ours: side("ours"), baseline: side("baseline") };
    };
    const figures: Measured[] = [
      { name: "peer.rxdb.insert", ...of((t) => t.insert), n: runs, unit: "ms", note: `${contacts} contacts` },
      { name: "peer.rxdb.newest", ...of((t) => t.newest), n: runs * asked, unit: "ms, p50", note: "50 of a client" },
      { name: "peer.rxdb.open", ...of((t) => t.open), n: runs, unit: "ms", note: "key ready to a first answer" },
    ];
    for (const figure of figures) if (wanted.has(figure.name)) yield figure;
  },
};

async function runOnce(): Promise<{ ours: Times; baseline: Times }> {
  const vault = await vaultOf("bare");
  const instance = await startApp(vault);
  try {
    await instance.page.close();
    let page = await openBenchPage(instance);
    await page.evaluate(([id, text]) => window.bench.open(id, text), [vault.id, passphrase] as const);
    const clients = await page.evaluate(() => window.bench.clients());
    const ours: Side = {
      insert: (ids) => page.evaluate(([of, n]) => window.bench.insert(of, n), [ids, contacts] as const),
      newest: (id) => page.evaluate((client) => window.bench.newest(client), id),
      async reopen(id) {
        const ids = await page.evaluate((client) => window.bench.newestIds(client), id);
        await page.evaluate(() => window.bench.lock());
        await page.close();
        page = await openBenchPage(instance);
        return page.evaluate(([of, text, client, wanted]) => window.bench.coldOpen(of, text, client, wanted), [
          vault.id,
          passphrase,
          id,
          ids,
        ] as const);
      },
    };
    const baseline = await rxdb(() => openBlank(instance), clients.at(-1) ?? "");
    return { ours: await timesOf(ours, clients), baseline: await timesOf(baseline, clients) };
  } finally {
    await instance.close();
    await vault.remove();
  }
}

async function timesOf(side: Side, clients: readonly string[]): Promise<Times> {
  const insert = await side.insert(clients);
  const newest: number[] = [];
  // Each client once: RxDB answers a query it has seen from its memory.
  for (const client of clients.slice(0, asked)) newest.push(await side.newest(client));
  return { insert, newest, open: await side.reopen(clients[asked] ?? "") };
}

declare global {
  interface Window {
    readonly peer: PeerPage;
  }
}

async function rxdb(newPage: () => Promise<Page>, client: string): Promise<Side> {
  let page = await newPage();
  await openRxdb(page, client);
  return {
    insert: (ids) => page.evaluate(([of, n]) => window.peer.insert(of, n), [ids, contacts] as const),
    newest: (id) => page.evaluate((of) => window.peer.newest(of), id),
    async reopen(id) {
      await page.evaluate(() => window.peer.close());
      await page.close();
      page = await newPage();
      return openRxdb(page, id);
    },
  };
}

let bundled: Promise<string> | undefined;

async function openRxdb(page: Page, client: string): Promise<number> {
  bundled ??= bundle("test/bench/page/rxdb.ts");
  await page.evaluate(await bundled);
  return page.evaluate(([name, of]) => window.peer.open(name, of), [database, client] as const);
}
