/**
 * @file What every end-to-end spec starts from: `import { expect, test } from "./fixture.ts"`.
 *
 * `page` is the app on a fresh, empty folder (`test.use({ demo: true })`: with the
 * demo book); `instance` is the same with its folder and its lists; `twoVaults`
 * are two that share nothing. Helpers: support/{ask,axe,files}.ts. After each
 * test: no console error, no request beyond the app's own origin, no failure in
 * the main process nobody foresaw, and the instance ended cleanly. A test that
 * provokes an error takes it out of `instance.problems` itself.
 */
import { expect, test as playwright } from "@playwright/test";
import { findBrowser } from "../../build/setup.mjs";
import { type Instance, type InstanceOptions, shell, startInstance } from "./support/instance.ts";

export { expect };

/** The browser's own word for a page that was reading when the book was locked: it hears that and goes. */
const overtaken = /^console: Failed to load resource: .* 401 .*\/stream\/(?:book|log)(?:\?after=\d+)?\)$/;

interface Fixtures {
  /** Option: start with the demo book. */
  demo: boolean;
  /** Option: lock after so many seconds without a touch. Loopback only. */
  idleSeconds: number | undefined;
  /** Option: a screen that is touched. Loopback only. */
  touch: boolean;
  instance: Instance;
  /** Two instances side by side, as on two machines. */
  twoVaults: readonly [Instance, Instance];
}

const switches = [
  "--lang=zh-CN",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-spell-checking",
  // A microphone that beeps, and is allowed: no machine's own is asked for.
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  // Chromium will not start its sandbox as root; it loads nothing but our own page.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

const watched = playwright.extend<Fixtures, { announced: undefined }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const executablePath = launchOptions.executablePath ?? findBrowser();
      const args = [...(launchOptions.args ?? []), ...switches];
      await use({ ...launchOptions, ...(executablePath === undefined ? {} : { executablePath }), args });
    },
    { scope: "worker" },
  ],
  announced: [
    async ({ browserName }, use) => {
      console.log(`Driving ${shell === "electron" ? "Electron" : `${browserName} against the loopback host`}.`);
      await use(undefined);
    },
    { scope: "worker", auto: true },
  ],
  demo: [false, { option: true }],
  idleSeconds: [undefined, { option: true }],
  touch: [false, { option: true }],
  page: async ({ instance }, use) => {
    await use(instance.page);
  },
});

/** In Electron the browser fixture is not asked for, so that none is launched. */
export const test =
  shell === "electron"
    ? watched.extend<Fixtures>({
        instance: async ({ demo }, use) => withInstance({ demo }, use),
        twoVaults: async ({ demo }, use) => withTwo({ demo }, use),
      })
    : watched.extend<Fixtures>({
        instance: async ({ browser, demo, idleSeconds, touch }, use) =>
          withInstance({ browser, demo, idleSeconds, touch }, use),
        twoVaults: async ({ browser, demo }, use) => withTwo({ browser, demo }, use),
      });

async function withTwo(
  options: InstanceOptions,
  use: (pair: readonly [Instance, Instance]) => Promise<void>,
): Promise<void> {
  await withInstance(options, (left) => withInstance(options, (right) => use([left, right])));
}

async function withInstance(options: InstanceOptions, use: (instance: Instance) => Promise<void>): Promise<void> {
  const instance = await startInstance(options);
  let exitCode: number | null;
  try {
    await use(instance);
  } finally {
    exitCode = await instance.close();
  }
  const foreign = instance.requests.filter((url) => !isOwn(url, instance.origin));
  expect.soft(foreign, "requests beyond the app's own origin").toEqual([]);
  const problems = instance.problems.filter((problem) => !overtaken.test(problem));
  expect.soft(problems, "errors in the page or the main process").toEqual([]);
  expect(exitCode, "the app ends cleanly").toBe(0);
}

function isOwn(url: string, origin: string): boolean {
  return url.startsWith("data:") || url.replace(/^blob:/, "").startsWith(`${origin}/`);
}
