/** @file From a command to acknowledged, sealed on the disk and on the page; and how long a client takes to open. */
import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import { openBenchPage, startApp } from "./browser.ts";
import { type Measured, median, type Suite } from "./figure.ts";
import { passphrase, vaultOf } from "./vaults.ts";

const warmUp = 10;
const saves = 60;
const clients = 100;
/** A contact's operation as JSON and what sealing adds to it. */
const appendBytes = 720;

export const viewSuite: Suite = {
  goals: {
    "save.durable": { bound: "at most", ratio: 1.5 },
    "open.client": { bound: "at most", ratio: 2 },
  },
  async *run(wanted) {
    const vault = await vaultOf("S");
    const instance = await startApp(vault);
    try {
      const page = await openBenchPage(instance);
      await instance.page.close();
      await page.evaluate(([id, text]) => window.bench.open(id, text), [vault.id, passphrase] as const);
      if (wanted.has("open.client")) {
        const both: { ours: number; baseline: number }[] = [];
        for (let i = 0; i < clients + warmUp; i += 1)
          both.push(await page.evaluate((n) => window.bench.openClient(n), i));
        both.splice(0, warmUp);
        const note = "S: client, contacts, assessments and changes, parsed";
        yield figure(
          "open.client",
          both.map((b) => b.ours),
          both.map((b) => b.baseline),
          note,
        );
      }
      if (wanted.has("save.durable")) {
        const ours: number[] = [];
        const parts: { put: number; trip: number; append: number }[] = [];
        const file = await openScratch(vault.root);
        for (let i = 0; i < saves + warmUp; i += 1) {
          ours.push(await page.evaluate((n) => window.bench.save(n), i));
          const put = await page.evaluate((n) => window.bench.rawPut(n), i);
          const trip = await page.evaluate(() => window.bench.roundTrip());
          parts.push({ put, trip, append: await file.append() });
        }
        await file.close();
        ours.splice(0, warmUp);
        parts.splice(0, warmUp);
        const of = (pick: keyof (typeof parts)[number]) => median(parts.map((part) => part[pick])).toFixed(2);
        const note = `put ${of("put")}, round trip ${of("trip")}, append and fdatasync ${of("append")} ms`;
        yield figure(
          "save.durable",
          ours,
          parts.map(({ put, trip, append }) => put + trip + append),
          note,
        );
      }
    } finally {
      await instance.close();
      await vault.remove();
    }
  },
};

function figure(name: string, ours: readonly number[], baseline: readonly number[], note: string): Measured {
  return { name, ours: median(ours), baseline: median(baseline), n: ours.length, unit: "ms, p50", note };
}

/** A file beside the vault, on the same disk. */
async function openScratch(root: string): Promise<{ append(): Promise<number>; close(): Promise<void> }> {
  await mkdir(path.join(root, "scratch.d"), { recursive: true });
  const file = await open(path.join(root, "scratch.d", "append"), "a");
  const bytes = Buffer.alloc(appendBytes, 7);
  return {
    async append() {
      const start = performance.now();
      await file.write(bytes);
      await file.datasync();
      return performance.now() - start;
    },
    close: () => file.close(),
  };
}
