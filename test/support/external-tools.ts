/** @file The system's own age, tar and ssh-keygen, as the second opinion on our bytes. */
import { spawnSync } from "node:child_process";
import { test } from "vitest";

type Tool = "age" | "age-keygen" | "ssh-keygen" | "tar";

/** `test`, or, where a tool is missing, a skipped test that says so by name. */
export function testWith(...tools: Tool[]) {
  const missing = tools.filter((tool) => spawnSync("sh", ["-c", `command -v ${tool}`]).status !== 0);
  return (name: string, run: () => Promise<void> | void): void => {
    if (missing.length === 0) test(name, run);
    else test.skip(`${name} (skipped: ${missing.join(", ")} not installed)`, run);
  };
}

export interface ToolRun {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export function runTool(
  tool: Tool,
  args: readonly string[],
  options: { readonly input?: Uint8Array; readonly cwd?: string } = {},
): ToolRun {
  const { status, stdout, stderr } = spawnSync(tool, args, { ...options, maxBuffer: 1024 * 1024 * 1024 });
  return { status: status ?? -1, stdout, stderr: stderr.toString("utf8") };
}
