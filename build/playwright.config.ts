import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";

const root = path.resolve(import.meta.dirname, "..");
const executablePath = process.env["CHROMIUM"];

export default defineConfig({
  testDir: path.join(root, "test/e2e"),
  outputDir: path.join(root, "out/e2e"),
  // Each test has an instance of its own, so that any two can run side by side.
  fullyParallel: true,
  workers: Math.max(2, availableParallelism()),
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: path.join(root, "out/test/e2e.json") }]],
  use: {
    browserName: "chromium",
    actionTimeout: 20_000,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1280, height: 800 },
    screenshot: "only-on-failure",
    // Recording every step of every test takes a quarter of the time: `npm run e2e -- --trace retain-on-failure` to look closer.
    trace: "off",
    launchOptions: executablePath ? { executablePath } : {},
  },
});
