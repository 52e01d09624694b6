/**
 * @file What is known before any vault is open: language and colours, in plain
 * JSON beside the vaults. Never holds anything about a client or a vault.
 */
import { mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { Preferences } from "../../shared/bridge/contract.ts";

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

/** Replace the file as a whole: written beside, flushed, renamed. */
export async function savePreferences(root: string, preferences: Preferences): Promise<void> {
  await mkdir(root, { recursive: true });
  const beside = path.join(root, `${fileName}.new`);
  const file = await open(beside, "w", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(preferences, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path.join(root, fileName));
}
