/** @file `backup ...` and `vault salvage`: copies of a vault made, listed, tested and put back, and a damaged one copied. */
import { readdir } from "node:fs/promises";
import { AppError } from "../../shared/errors.ts";
import { say } from "../../shared/model/sentence.ts";
import { copyBackup, listBackups, type OpenBackup, openBackup } from "../backup/restore.ts";
import { makeBackup } from "../backup/run.ts";
import { verifyBackup } from "../backup/verify.ts";
import { noteEvent } from "../book/vault-events.ts";
import type { Job } from "../sync/jobs.ts";
import { diskFailure, makeFolder, nodeDisk } from "../vault/disk.ts";
import { salvageVault } from "../vault/salvage.ts";
import { unlockVault } from "../vault/vault.ts";
import {
  type Arguments,
  type Context,
  operand,
  optionalText,
  type Report,
  requiredOption,
  type Verb,
} from "./context.ts";
import { vaultDeps, withVault } from "./open.ts";
import { problemLines, text } from "./text.ts";

const which = { vault: { type: "string" }, at: { type: "string" } } as const;

export const backupVerbs: readonly Verb[] = [
  {
    words: "backup run",
    usage: "DIR FOLDER",
    about: {
      "zh-CN": "把保险库备份到文件夹，写完读回核对",
      "zh-TW": "把保險庫備份到資料夾，寫完讀回核對",
      en: "back a vault up into a folder and read it back",
    },
    operands: ["DIR", "FOLDER"],
    options: {},
    run,
  },
  {
    words: "backup list",
    usage: "FOLDER",
    about: {
      "zh-CN": "文件夹里有哪些备份，不需要口令",
      "zh-TW": "資料夾裡有哪些備份，不需要口令",
      en: "list the backups in a folder; asks for no passphrase",
    },
    operands: ["FOLDER"],
    options: {},
    run: list,
  },
  {
    words: "backup test",
    usage: "FOLDER [--vault ID] [--at INSTANT]",
    about: {
      "zh-CN": "逐帧核对一份备份，不指明时取最近一份",
      "zh-TW": "逐幀核對一份備份，不指明時取最近一份",
      en: "verify every frame of a backup, the newest unless told",
    },
    operands: ["FOLDER"],
    options: which,
    run: test,
  },
  {
    words: "backup restore",
    usage: "FOLDER --to DIR [--vault ID] [--at INSTANT]",
    about: {
      "zh-CN": "把一份备份恢复到新文件夹",
      "zh-TW": "把一份備份還原到新資料夾",
      en: "restore a backup into a new folder",
    },
    operands: ["FOLDER"],
    options: { ...which, to: { type: "string" } },
    required: ["to"],
    run: restore,
  },
  {
    words: "vault salvage",
    usage: "DIR --to DIR",
    about: {
      "zh-CN": "把损坏的保险库里读得出的内容复制到新文件夹",
      "zh-TW": "把損壞的保險庫裡讀得出的內容複製到新資料夾",
      en: "copy what can be read of a damaged vault into a new folder",
    },
    operands: ["DIR"],
    options: { to: { type: "string" } },
    required: ["to"],
    run: salvage,
  },
];

/** Nobody cancels on a command line but by ending the program, which leaves nothing half made. */
const job: Job = { signal: new AbortController().signal, progress: () => undefined };

function run(args: Arguments, context: Context): Promise<Report> {
  return withVault(operand(args, 0), context, async (vault) => {
    const folder = operand(args, 1);
    const made = await makeBackup({ vault, folder, disk: nodeDisk, now: context.clock.now, job });
    const { at, bytes, newBytes, counts } = made;
    const json = { vault: vault.id, at, bytes, newBytes, ...counts };
    return { json, lines: [say(text.backedUp, context.language, json)] };
  });
}

async function list(args: Arguments): Promise<Report> {
  const found = await listBackups(operand(args, 0));
  return {
    json: { vaults: found },
    lines: found.flatMap(({ vaultId, label, backups }) => backups.map((at) => `${at}  ${vaultId}  ${label}`)),
  };
}

async function test(args: Arguments, context: Context): Promise<Report> {
  const passphrase = await context.passphrase(false);
  const backup = await choose(args, passphrase, context);
  const { place, manifest, keys } = backup;
  try {
    const { sound, counts, problems } = await verifyBackup({ place, manifest, keys, job });
    const { language } = context;
    return {
      json: { at: manifest.at, sound, ...counts, problems },
      lines: sound
        ? [say(text.backupSound, language, { at: manifest.at, ...counts })]
        : problemLines(problems, context.language),
      ...(sound ? {} : { exit: "damaged" }),
    };
  } finally {
    keys.wipe();
  }
}

async function restore(args: Arguments, context: Context): Promise<Report> {
  const dir = await emptyFolder(requiredOption(args, "to"));
  const passphrase = await context.passphrase(false);
  const backup = await choose(args, passphrase, context);
  backup.keys.wipe();
  await copyBackup(backup, dir, nodeDisk, job);
  const vault = await unlockVault(dir, { passphrase }, vaultDeps(context));
  try {
    const { at } = backup.manifest;
    const { state } = vault.recovery;
    await noteEvent(vault, context.clock.now, { kind: "restored", backupAt: at });
    const { clients, contacts, assessments, operations } = await vault.stats();
    return {
      json: { at, state, clients, contacts, assessments, operations },
      lines: [say(text.restored, context.language, { dir, at, clients, contacts, assessments })],
      ...(vault.recovery.readOnly ? { exit: "damaged" } : {}),
    };
  } finally {
    await vault.close();
  }
}

async function salvage(args: Arguments, context: Context): Promise<Report> {
  const dir = await emptyFolder(requiredOption(args, "to"));
  const passphrase = await context.passphrase(false);
  const from = await unlockVault(operand(args, 0), { passphrase }, vaultDeps(context));
  try {
    const { vault, report } = await salvageVault(from, dir, passphrase, vaultDeps(context), job);
    try {
      await noteEvent(vault, context.clock.now, { kind: "salvaged", missing: report.missing });
    } finally {
      await vault.close();
    }
    const { saves, operations, attachments, missing } = report;
    const { language } = context;
    return {
      json: { saves, operations, attachments, missing },
      lines: [
        say(text.salvaged, language, { dir, saves, operations, attachments }),
        ...missing.map(({ from: first, to, after = "?", before = "?" }) =>
          say(text.salvageMissing, language, { from: first, to, after, before }),
        ),
      ],
      ...(missing.length > 0 ? { exit: "partly" } : {}),
    };
  } finally {
    await from.close();
  }
}

/** The backup the options name; without them the newest of the first vault. @throws AppError `backup-missing`, `wrong-passphrase` */
async function choose(args: Arguments, passphrase: string, context: Context): Promise<OpenBackup> {
  const folder = operand(args, 0);
  const wanted = optionalText(args, "vault");
  const set = (await listBackups(folder)).find(({ vaultId }) => wanted === undefined || vaultId === wanted);
  const at = optionalText(args, "at") ?? set?.backups[0];
  if (set === undefined || at === undefined) throw new AppError("backup-missing");
  return openBackup({ folder, vaultId: set.vaultId, at }, passphrase, vaultDeps(context));
}

/** @throws AppError `vault-exists`, `disk-error` */
async function emptyFolder(dir: string): Promise<string> {
  try {
    await makeFolder(dir);
    if ((await readdir(dir)).length > 0) throw new AppError("vault-exists");
    return dir;
  } catch (error) {
    throw diskFailure(error);
  }
}
