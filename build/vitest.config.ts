import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");
const slow = ["test/e2e/**", "test/bench/**", "test/faults/**"];

export default defineConfig({
  root,
  test: {
    environment: "node",
    // Generous: a busy machine is slow, and no test is about time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: "rooms", include: ["test/architecture/**/*.test.ts"] } },
      {
        extends: true,
        test: { name: "unit", include: ["test/**/*.test.{ts,tsx}"], exclude: ["test/architecture/**", ...slow] },
      },
    ],
  },
});
