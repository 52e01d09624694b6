/** @file Where vaults lie unless told otherwise: the same folder in both shells. */
import path from "node:path";

export interface RootContext {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The user's own data folder on this system; on Windows the one that does not roam, a vault can be large. */
export function defaultRoot({ platform, env, home }: RootContext): string {
  if (platform === "win32") return path.win32.join(env["LOCALAPPDATA"] || `${home}\\AppData\\Local`, "Suitbook");
  if (platform === "darwin") return path.posix.join(home, "Library", "Application Support", "Suitbook");
  return path.posix.join(env["XDG_DATA_HOME"] || path.posix.join(home, ".local", "share"), "suitbook");
}
