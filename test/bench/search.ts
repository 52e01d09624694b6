/** @file From a keystroke to its results over 50,000 clients. */
import { openBenchPage, startApp } from "./browser.ts";
import { quantile, type Suite } from "./figure.ts";
import { vaultOf } from "./vaults.ts";

const clients = 50_000;
const rounds = 20;
/** One picture of a 60 Hz screen. */
const frameMs = 16.7;

/** What people type, a key at a time: pinyin initials and syllables, names, the end of a phone, a tag, nothing that is there. */
const typed = ["lwl", "luwen", "wang", "张伟", "欧阳", "6027", "1380", "养老", "alice", "zzzz", "没有这个人"];

export const searchSuite: Suite = {
  goals: { "search.50k": { bound: "at most", ratio: 0.5 } },
  async *run() {
    const vault = await vaultOf("S");
    const instance = await startApp(vault);
    try {
      const page = await openBenchPage(instance);
      await instance.page.close();
      const size = await page.evaluate((count) => window.bench.fillSearch(count), clients);
      const keystrokes = typed.flatMap((word) => Array.from(word, (_, i) => word.slice(0, i + 1)));
      const times: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const ms = await page.evaluate((queries) => queries.map((query) => window.bench.search(query)), keystrokes);
        // The first round is the compiler's.
        if (round > 0) times.push(...ms);
      }
      const note = `${size} clients, ${keystrokes.length} keystrokes; p50 ${quantile(times, 0.5).toFixed(2)} ms, worst ${Math.max(...times).toFixed(1)} ms`;
      yield {
        name: "search.50k",
        ours: quantile(times, 0.99),
        baseline: frameMs,
        n: times.length,
        unit: "ms, p99",
        note,
      };
    } finally {
      await instance.close();
      await vault.remove();
    }
  },
};
