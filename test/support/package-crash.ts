/**
 * @file One export killed before its Nth step, by itself and with the folder emptied
 * meanwhile, and what the branch has in the end.
 */
import { cp, readdir, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { dyingDisk } from "./dying-disk.ts";
import { allOperations, importBytes, newClient, type Office, type officeBlock, pairUp, refusal } from "./office.ts";

export interface CrashBlock {
  /** Closed vaults, paired; the advisor has a folder, an earlier export and work waiting. */
  readonly advisor: Office;
  readonly branch: Office;
  readonly folder: string;
}

const settings = (folder: string) => ({ folder, everyHours: 0, atLock: false });

export async function crashBlock(block: ReturnType<typeof officeBlock>): Promise<CrashBlock> {
  const [advisor, branch] = [await block.office("陆文澜"), await block.office("周敏")];
  await pairUp(advisor, branch);
  const folder = await block.folder();
  await advisor.sync.saveSettings(settings(folder));
  await newClient(advisor, "c-1", "王建国");
  await advisor.sync.exportToFolder();
  await newClient(advisor, "c-2", "李芳");
  await newClient(advisor, "c-3", "赵敏");
  await advisor.close();
  await branch.close();
  return { advisor, branch, folder };
}

/** The steps of an export that nobody kills. */
export async function stepsOfExport(
  block: ReturnType<typeof officeBlock>,
  start: CrashBlock,
): Promise<readonly string[]> {
  const disk = dyingDisk();
  const { office } = await officeIn(block, start, disk);
  disk.arm(Number.POSITIVE_INFINITY);
  await office.sync.exportToFolder();
  return disk.log;
}

/**
 * Kill an export before its `step`th step, start again, save something, export, and
 * import at the branch every file that ever lay in the folder.
 *
 * @param isEmptied somebody takes the files away between the kill and the next export.
 * @returns what went wrong; undefined when every operation arrived once, in one chain.
 */
export async function crashCase(
  block: ReturnType<typeof officeBlock>,
  start: CrashBlock,
  step: number,
  isEmptied: boolean,
): Promise<string | undefined> {
  const disk = dyingDisk();
  const { office, folder } = await officeIn(block, start, disk);
  const carried = await block.folder();
  disk.arm(step);
  const died = await office.sync.exportToFolder().then(
    () => false,
    () => true,
  );
  if (!died) return `step ${step} was never taken`;
  if (isEmptied) await takeAway(folder, carried);

  const again = await office.reopen({});
  await newClient(again, "c-4", "孙悦");
  await again.sync.exportToFolder();
  await takeAway(folder, carried);
  const branch = await block.twinOf(start.branch);
  for (const name of (await readdir(carried)).sort()) {
    const outcome = await refusal(importBytes(branch, await readFile(path.join(carried, name))));
    if (outcome !== undefined && outcome.code !== "package-duplicate") return `${disk.log[step - 1]}: ${outcome.code}`;
  }
  const sent = (await allOperations(again.vault)).filter(({ entity }) => entity === "client" || entity === "profile");
  const got = (await allOperations(branch.vault)).filter(({ device }) => device === again.device);
  await again.close();
  await branch.close();
  const ids = (operations: typeof sent) => operations.map(({ id }) => id).join("\n");
  return ids(sent) === ids(got) ? undefined : `${disk.log[step - 1]}: sent ${sent.length}, arrived ${got.length}`;
}

async function officeIn(block: ReturnType<typeof officeBlock>, start: CrashBlock, disk: ReturnType<typeof dyingDisk>) {
  const folder = await block.folder();
  const office = await block.twinOf(start.advisor, { disk });
  for (const name of await readdir(start.folder)) {
    await cp(path.join(start.folder, name), path.join(folder, name));
  }
  await office.sync.saveSettings(settings(folder));
  return { office, folder };
}

/** Finished packages leave the folder, under a new name where one is taken. */
async function takeAway(folder: string, carried: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".age")) continue;
    const count = (await readdir(carried)).length;
    const order = name.match(/-(\d{4,})/)?.[1] ?? "";
    await rename(path.join(folder, name), path.join(carried, `${order}-${String(count).padStart(3, "0")}.age`));
  }
}
