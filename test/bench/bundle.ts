/** @file How much JavaScript the window loads before it can show anything, against its libraries alone. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { root as project } from "../../build/setup.mjs";
import { bundle } from "./browser.ts";
import type { Suite } from "./figure.ts";

export const bundleSuite: Suite = {
  goals: { "bundle.js": { bound: "at most", ratio: 1.5 } },
  async *run() {
    const out = path.join(project, "out/renderer");
    const html = await readFile(path.join(out, "index.html"), "utf8");
    // What the page names itself: the entry and what it imports before it runs.
    const scripts = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1] ?? "");
    if (scripts.length === 0) return yield { name: "bundle.js", why: "out/renderer has no scripts: build first" };
    const sizes = await Promise.all(
      scripts.map(async (file) => gzipSync(await readFile(path.join(out, file)), { level: 9 }).length),
    );
    const ours = sizes.reduce((sum, bytes) => sum + bytes, 0);
    const baseline = gzipSync(await bundle("test/bench/page/libraries.tsx"), { level: 9 }).length;
    yield { name: "bundle.js", ours, baseline, n: 1, unit: "bytes, gzip", note: `${scripts.length} scripts` };
  },
};
