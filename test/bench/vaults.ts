/**
 * @file The books the benches work on: the demo's seeded generator at the sizes of perf.md,
 * in real vaults. Making the larger ones takes minutes, so they are kept below out/ for a day.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import { root as project } from "../../build/setup.mjs";
import { identify } from "../../electron/book/session.ts";
import { newVaultId } from "../../electron/book/vaults.ts";
import { createVault, type Vault } from "../../electron/vault/vault.ts";
import type { Operation } from "../../shared/log/operation.ts";
import { shanghaiDay } from "../../shared/model/dates.ts";
import { demoBook } from "../../shared/model/demo.ts";

/** Clients, nearly each with an assessment, and contacts of each. `bare` is for a bench that brings its own contacts. */
const sizes = {
  bare: { clients: 100, contactsPerClient: 0 },
  S: { clients: 1_000, contactsPerClient: 20 },
  M: { clients: 10_000, contactsPerClient: 20 },
} as const;
export type Size = keyof typeof sizes;

export const passphrase = "suitbook bench passphrase";
const operationsPerAppend = 2_000;

export interface BenchVault {
  readonly id: string;
  readonly dir: string;
  /** The folder to start a host on. A copy: what a bench saves is gone with it. */
  readonly root: string;
  remove(): Promise<void>;
}

/** A vault of this size, snapshot written, locked. */
export async function vaultOf(size: Size): Promise<BenchVault> {
  const kept = path.join(project, "out/bench", `book-${size}-${shanghaiDay(Date.now())}-${await recipe()}`);
  if (!existsSync(kept)) await make(kept, size);
  const [id = ""] = (await readdir(kept)).filter((name) => !name.includes("."));
  const root = await mkdtemp(path.join(tmpdir(), "suitbook-bench-"));
  await cp(kept, root, { recursive: true });
  return { id, dir: path.join(root, id), root, remove: () => rm(root, { recursive: true, force: true }) };
}

/** Changes when what a book is made of does. */
async function recipe(): Promise<string> {
  const folders = ["shared/log", "shared/model", "electron/vault"];
  const files = folders.map(async (folder) => {
    const names = (await readdir(path.join(project, folder))).sort();
    return Promise.all(names.map((name) => readFile(path.join(project, folder, name))));
  });
  return crc32(Buffer.concat((await Promise.all(files)).flat())).toString(16);
}

async function make(kept: string, size: Size): Promise<void> {
  console.error(`Making a book of size ${size} (${sizes[size].clients} clients) ...`);
  const making = `${kept}.part`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  const deps = { now: Date.now };
  const { vault } = await createVault(path.join(making, newVaultId()), { label: `Bench ${size}`, passphrase }, deps);
  await fill(vault, sizes[size]);
  await writeFile(path.join(making, "stats.json"), JSON.stringify(await vault.stats()));
  await vault.close();
  await rename(making, kept);
}

async function fill(
  vault: Vault,
  size: { readonly clients: number; readonly contactsPerClient: number },
): Promise<void> {
  const { device, actor } = await identify(vault, Date.now, { name: "陈立恒", role: "advisor", branch: "浦东" });
  let batch: Operation[] = [];
  for (const operation of demoBook({ ...size, nowMs: Date.now(), device, actor })) {
    batch.push(operation);
    if (batch.length < operationsPerAppend) continue;
    await vault.append(batch);
    batch = [];
  }
  if (batch.length > 0) await vault.append(batch);
  await vault.snapshot();
}
