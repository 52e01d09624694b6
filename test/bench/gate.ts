/** @file One product against every client of a book of 10,000, as the screen of its match judges them. */
import { openBenchPage, startApp } from "./browser.ts";
import { median, type Suite } from "./figure.ts";
import { passphrase, vaultOf } from "./vaults.ts";

const measuredRounds = 7;
/** One picture of a 60 Hz screen for every so many clients. */
const frameMs = 16.7;
const clientsPerFrame = 1_000;

export const gateSuite: Suite = {
  goals: { "gate.book": { bound: "at most", ratio: 1 } },
  async *run() {
    const vault = await vaultOf("M");
    const instance = await startApp(vault);
    try {
      const page = await openBenchPage(instance);
      await instance.page.close();
      await page.evaluate(([id, text]) => window.bench.open(id, text), [vault.id, passphrase] as const);
      const { clients, products, ms } = await page.evaluate(() => window.bench.readFacts());
      const times: number[][] = [];
      const seen = new Set<string>();
      for (let product = 0; product < products; product += 1) {
        const rounds: number[] = [];
        for (let round = 0; round < measuredRounds; round += 1) {
          const judged = await page.evaluate((n) => window.bench.matchBook(n), product);
          rounds.push(judged.ms);
          for (const [name, count] of Object.entries(judged.counts)) if (count > 0) seen.add(name);
        }
        times.push(rounds);
      }
      const medians = times.map(median);
      // The compiler is in it: a screen judges a product once.
      const first = times[0]?.[0] ?? Number.NaN;
      const note = `${clients} clients, ${products} products, each the median of ${measuredRounds}; median product ${median(medians).toFixed(1)}, the very first ${first.toFixed(1)}, facts read once in ${ms.toFixed(0)} ms; classes: ${[...seen].join(", ")}`;
      yield {
        name: "gate.book",
        ours: Math.max(...medians),
        baseline: (frameMs * clients) / clientsPerFrame,
        n: times.flat().length,
        unit: "ms, slowest product",
        note,
      };
    } finally {
      await instance.close();
      await vault.remove();
    }
  },
};
