/** @file Removes backups that are not kept any more, and the stored files that no backup names. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { type Disk, ignoreAbsent } from "../vault/disk.ts";
import { backupsIn, manifestFile, readManifest, storeOf } from "./manifest.ts";

/**
 * While one manifest cannot be read nobody knows what it names, and nothing stored is
 * removed. Never fails: what is left over costs room, not safety.
 */
export async function removeUnused(disk: Disk, place: string, kept: ReadonlySet<string>): Promise<void> {
  try {
    for (const at of await backupsIn(place)) if (!kept.has(at)) await disk.remove(manifestFile(place, at));
    const used = new Set<string>();
    for (const at of await backupsIn(place)) {
      const manifest = await readManifest(place, at);
      if (manifest === undefined) return;
      for (const { stored } of manifest.files) used.add(stored);
    }
    const store = storeOf(place);
    for (const folder of ["", "att/"]) {
      const entries = await readdir(path.join(store, folder), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const name = folder + entry.name;
        if (entry.isFile() && !used.has(name)) await disk.remove(path.join(store, name)).catch(ignoreAbsent);
      }
    }
  } catch {
    // The next backup tries again.
  }
}
