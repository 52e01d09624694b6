/** @file Child processes of the fault plan: started, read line by line, killed. */
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

export interface Child {
  readonly process: ChildProcess;
  /** Everything it printed, once it is gone; and what ended it. */
  readonly done: Promise<{
    readonly lines: readonly string[];
    readonly signal: string | null;
    readonly errors: string;
  }>;
}

export function programPath(name: string): string {
  return path.join(import.meta.dirname, "programs", name);
}

/** Start a command; `onLine` hears each line of its output as it comes. */
export function start(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
  onLine: (line: string, child: ChildProcess) => void = () => undefined,
): Child {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
  const lines: string[] = [];
  let rest = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts) {
      lines.push(line);
      onLine(line, child);
    }
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const done = new Promise<Awaited<Child["done"]>>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (_, signal) => resolve({ lines, signal, errors }));
  });
  return { process: child, done };
}

/** The numbers of the saves it was told are on the disk. */
export function acknowledged(lines: readonly string[]): number[] {
  return lines.flatMap((line) => (line.startsWith("ack ") ? [Number(line.slice(4))] : []));
}
