/** @file The system's own age, tar, ssh-keygen and PDF reader, as the second opinion on our bytes. */
import { spawnSync } from "node:child_process";

export type Tool = "age" | "age-keygen" | "pdftotext" | "pdftoppm" | "ssh-keygen" | "tar";

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

/** Those of the tools that are not installed. */
export function missingTools(tools: readonly Tool[]): Tool[] {
  return tools.filter((tool) => spawnSync("sh", ["-c", `command -v ${tool}`]).status !== 0);
}
