/** @file `export`, `import`, `package ...`: sync packages without a screen. */
import path from "node:path";
import { AppError } from "../../shared/errors.ts";
import { say } from "../../shared/model/sentence.ts";
import { sameFingerprint } from "../../shared/package/card.ts";
import { isRecipient } from "../crypto/age.ts";
import { readChunks } from "../sync/files.ts";
import type { SyncService } from "../sync/service.ts";
import {
  type Arguments,
  type Context,
  operand,
  optionalText,
  type Report,
  readText,
  requiredOption,
  requireFile,
  type Verb,
} from "./context.ts";
import { CommandError } from "./exit.ts";
import { type Inspection, inspectPackage, verifyPackage } from "./inspect.ts";
import { withSync, withVault } from "./open.ts";
import { text } from "./text.ts";

export const packageVerbs: readonly Verb[] = [
  {
    words: "export",
    usage: "--vault DIR --to FILE [--recipient age1...]...",
    about: {
      "zh-CN": "把等待的改动封成同步包；一包装不下时另存为 FILE 旁边的 -2、-3……",
      "zh-TW": "把等待的變更封成同步包；一包裝不下時另存為 FILE 旁邊的 -2、-3……",
      en: "seal what waits into a package; what one cannot hold goes beside FILE as -2, -3 ...",
    },
    operands: [],
    options: { vault: { type: "string" }, to: { type: "string" }, recipient: { type: "string", multiple: true } },
    required: ["vault", "to"],
    run: exportAll,
  },
  {
    words: "import",
    usage: "FILE --vault DIR",
    about: { "zh-CN": "核对并导入一个同步包", "zh-TW": "核對並匯入一個同步包", en: "verify a package and import it" },
    operands: ["FILE"],
    options: { vault: { type: "string" } },
    required: ["vault"],
    run: importOne,
  },
  {
    words: "package inspect",
    usage: "FILE --identity KEYFILE",
    about: {
      "zh-CN": "打开同步包，显示清单和签名人",
      "zh-TW": "開啟同步包，顯示清單與簽署人",
      en: "open a package and show its manifest and signer",
    },
    operands: ["FILE"],
    options: { identity: { type: "string" } },
    required: ["identity"],
    run: inspect,
  },
  {
    words: "package verify",
    usage: "FILE --identity KEYFILE [--signer FINGERPRINT]",
    about: {
      "zh-CN": "核对同步包的每一项，不需要保险库",
      "zh-TW": "核對同步包的每一項，不需要保險庫",
      en: "verify everything in a package, without a vault",
    },
    operands: ["FILE"],
    options: { identity: { type: "string" }, signer: { type: "string" } },
    required: ["identity"],
    run: verify,
  },
];

function exportAll(args: Arguments, context: Context): Promise<Report> {
  const target = requiredOption(args, "to");
  const named = args.options["recipient"];
  const recipients = Array.isArray(named) ? named : [];
  if (!recipients.every(isRecipient)) throw new CommandError("usage", { option: "recipient" });
  return withVault(requiredOption(args, "vault"), context, (vault) =>
    withSync(vault, context, async (sync) => {
      const packages = await exportPackages(sync, target, recipients);
      return {
        json: { packages },
        lines: packages.map((made) => say(text.exported, context.language, made)),
      };
    }),
  );
}

type Made = { readonly file: string; readonly seq: number; readonly operations: number; readonly bytes: number };

/** One file after the other until nothing waits. @throws AppError `nothing-to-export` when there was not even one */
async function exportPackages(sync: SyncService, target: string, recipients: readonly string[]): Promise<Made[]> {
  const packages: Made[] = [];
  for (;;) {
    const { dir, name, ext } = path.parse(target);
    const file = packages.length === 0 ? target : path.join(dir, `${name}-${packages.length + 1}${ext}`);
    try {
      const { seq, operations, bytes } = await sync.exportToFile(file, { recipients });
      packages.push({ file, seq, operations, bytes });
    } catch (error) {
      if (packages.length > 0 && error instanceof AppError && error.code === "nothing-to-export") return packages;
      throw error;
    }
  }
}

async function importOne(args: Arguments, context: Context): Promise<Report> {
  const file = operand(args, 0);
  await requireFile(file);
  return withVault(requiredOption(args, "vault"), context, (vault) =>
    withSync(vault, context, async (sync) => {
      const { previewId, kind, sender, fingerprint, seq, operations } = await sync.receive(readChunks(file));
      const { created, updated, same } = await sync.importPreviewed(previewId);
      return {
        json: { kind, sender, fingerprint, seq, operations, created, updated, same },
        lines: [say(text.packageTaken, context.language, { created, updated, same })],
      };
    }),
  );
}

async function inspect(args: Arguments, context: Context): Promise<Report> {
  const { file, identities } = await packageArguments(args);
  const inspection = await inspectPackage(file, identities);
  return { json: { ...inspection }, lines: [describe(inspection, context)] };
}

async function verify(args: Arguments, context: Context): Promise<Report> {
  const { file, identities } = await packageArguments(args);
  const signer = optionalText(args, "signer");
  if (signer !== undefined && !sameFingerprint(signer, signer)) throw new CommandError("usage", { option: "signer" });
  const inspection = await verifyPackage(file, identities, signer);
  const sound = signer === undefined ? [say(text.packageSound, context.language)] : [];
  return {
    json: { valid: true, trusted: signer !== undefined, ...inspection },
    lines: [describe(inspection, context), ...sound],
  };
}

function describe({ manifest, fingerprint }: Inspection, context: Context): string {
  const isSlice = manifest.kind === "operations";
  return say(text.packageFrom, context.language, {
    name: manifest.sender.name,
    seq: isSlice ? manifest.seq : manifest.answers.seq,
    createdAt: manifest.createdAt,
    operations: isSlice ? manifest.counts.operations : 0,
    fingerprint,
  });
}

async function packageArguments(args: Arguments): Promise<{ file: string; identities: readonly string[] }> {
  const file = operand(args, 0);
  await requireFile(file);
  const keyFile = requiredOption(args, "identity");
  const lines = (await readText(keyFile)).split(/\r?\n/).map((line) => line.trim());
  const identities = lines.filter((line) => line.startsWith("AGE-SECRET-KEY-1"));
  if (identities.length === 0) throw new CommandError("file-unreadable", { file: keyFile });
  return { file, identities };
}
