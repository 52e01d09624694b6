/**
 * @file What is known before any vault is open: language and colours, in plain
 * JSON beside the vaults. Never holds anything about a client or a vault.
 */
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Preferences } from "../../shared/bridge/contract.ts";
import { nodeDisk, replaceFile } from "../vault/disk.ts";

const fileName = "preferences.json";
const defaults: Preferences = { language: "zh-CN", colorScheme: "auto" };

/** The saved preferences; the defaults where there are none, or none that can be read. */
export async function readPreferences(root: string): Promise<Preferences> {
  try {
    return Preferences.parse(JSON.parse(await readFile(path.join(root, fileName), "utf8")));
  } catch {
    return defaults;
  }
}

/** Replace the file as a whole. */
export async function savePreferences(root: string, preferences: Preferences): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify(preferences, null, 2)}\n`;
  await replaceFile(nodeDisk, path.join(root, fileName), Buffer.from(text));
}
