/** @file Tests that need a tool of the system's. */
import { test } from "vitest";
import { missingTools, type Tool } from "./run-tool.ts";

/** `test`, or, where a tool is missing, a skipped test that says so by name. */
export function testWith(...tools: Tool[]) {
  const missing = missingTools(tools);
  return (name: string, run: () => Promise<void> | void): void => {
    if (missing.length === 0) test(name, run);
    else test.skip(`${name} (skipped: ${missing.join(", ")} not installed)`, run);
  };
}
