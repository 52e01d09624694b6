/** @file Looks at what an instance has left on the disk. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Every file below a folder, as absolute paths; empty when the folder is not there. */
export async function files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** The files below a folder that hold a text readably: in UTF-8, UTF-16 or base64, in content or name. */
export async function filesHolding(folder: string, text: string): Promise<string[]> {
  const utf8 = Buffer.from(text, "utf8");
  const needles = [utf8, Buffer.from(text, "utf16le"), ...base64Forms(utf8)];
  const found: string[] = [];
  for (const file of await files(folder)) {
    const bytes = await readFile(file);
    if (file.includes(text) || needles.some((needle) => bytes.includes(needle))) found.push(file);
  }
  return found;
}

/** How bytes look inside a longer base64 text, for each of the three places they can start at. */
function base64Forms(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    // The first and last characters depend on the neighbours.
    return Buffer.from(whole.slice(shift === 0 ? 0 : shift + 1, -4));
  });
}
