/** @file `pack ...`: rule packs without a screen: find every fault, compare, sign, take in. */
import { writeFile } from "node:fs/promises";
import type { Json } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { packDifferences } from "../../shared/packs/differences.ts";
import { faultsOf } from "../../shared/packs/library.ts";
import { PackHead } from "../../shared/packs/pack-head.ts";
import { createWriter } from "../book/append.ts";
import { createPackIntake } from "../packs/intake.ts";
import { writePackFile } from "../packs/pack-file.ts";
import { ownIdentity } from "../sync/identity.ts";
import { type Arguments, type Context, operand, type Report, readText, requiredOption, type Verb } from "./context.ts";
import { CommandError } from "./exit.ts";
import { authorOf, withVault } from "./open.ts";
import { faultReport, jsonIn } from "./pack-choice.ts";
import { bearingText, text } from "./text.ts";

export const packVerbs: readonly Verb[] = [
  {
    words: "pack check",
    usage: "PACK.json",
    about: {
      "zh-CN": "检查规则包，列出全部错误",
      "zh-TW": "檢查規則包，列出全部錯誤",
      en: "find everything wrong with a rule pack",
    },
    operands: ["PACK.json"],
    options: {},
    run: check,
  },
  {
    words: "pack diff",
    usage: "OLD.json NEW.json",
    about: {
      "zh-CN": "比较两个规则包；标明哪些取舍变严、哪些变宽",
      "zh-TW": "比較兩個規則包；標明哪些取捨變嚴、哪些變寬",
      en: "compare two rule packs, and say which choices became stricter or more lenient",
    },
    operands: ["OLD.json", "NEW.json"],
    options: {},
    run: diff,
  },
  {
    words: "pack sign",
    usage: "PACK.json --vault DIR --to FILE",
    about: {
      "zh-CN": "以本机密钥签发规则包（没有错误才签），对方须已与本机配对",
      "zh-TW": "以本機金鑰簽發規則包（沒有錯誤才簽），對方須已與本機配對",
      en: "sign a rule pack without faults with this vault's key, for those paired with it",
    },
    operands: ["PACK.json"],
    options: { vault: { type: "string" }, to: { type: "string" } },
    required: ["vault", "to"],
    run: sign,
  },
  {
    words: "pack install",
    usage: "FILE --vault DIR",
    about: {
      "zh-CN": "核对签名并收下规则包",
      "zh-TW": "核對簽章並收下規則包",
      en: "verify a signed rule pack and take it in",
    },
    operands: ["FILE"],
    options: { vault: { type: "string" } },
    required: ["vault"],
    run: install,
  },
];

async function check(args: Arguments, { language }: Context): Promise<Report> {
  const pack = await readPack(operand(args, 0));
  const faults = faultsOf(pack);
  const { id, version } = PackHead.safeParse(pack).data ?? {};
  return {
    ...faultReport(pack, faults, language),
    ...(faults.length === 0 && { lines: [say(text.packSound, language, { id: `${id} ${version}` })], exit: "ok" }),
  };
}

async function diff(args: Arguments, { language }: Context): Promise<Report> {
  const [before, after] = await Promise.all([readPack(operand(args, 0)), readPack(operand(args, 1))]);
  const differences = packDifferences(before, after);
  const lines = differences.map(({ path, before: was, after: is, bearing }) => {
    const mark = bearing === undefined ? "" : `  (${say(bearingText[bearing], language)})`;
    return `${path.join(" / ")}: ${shown(was)} -> ${shown(is)}${mark}`;
  });
  return { json: { differences }, lines: lines.length > 0 ? lines : [say(text.packSame, language)] };
}

async function sign(args: Arguments, context: Context): Promise<Report> {
  const pack = await readPack(operand(args, 0));
  const faults = faultsOf(pack);
  if (faults.length > 0) {
    return faultReport(pack, faults, context.language);
  }
  const to = requiredOption(args, "to");
  const { id, version } = PackHead.parse(pack);
  const { seed, fingerprint } = await withVault(requiredOption(args, "vault"), context, async (vault) =>
    ownIdentity(vault, (await authorOf(vault, context)).device),
  );
  try {
    await writeFile(to, writePackFile(pack, seed), { flag: "wx" });
  } catch (cause) {
    throw new CommandError("file-unreadable", { file: to }, { cause });
  }
  return {
    json: { id, version, fingerprint, file: to },
    lines: [say(text.packSigned, context.language, { id: `${id} ${version}`, fingerprint, file: to })],
  };
}

async function install(args: Arguments, context: Context): Promise<Report> {
  const file = await readText(operand(args, 0));
  return withVault(requiredOption(args, "vault"), context, async (vault) => {
    const author = await authorOf(vault, context);
    const write = createWriter({ vault, ...author });
    const { id, signer } = await createPackIntake({ vault, ...author, write, now: context.clock.now }).install(file);
    return { json: { id, signer }, lines: [say(text.packInstalled, context.language, { id, name: signer.name })] };
  });
}

/** @throws CommandError `file-unreadable`, AppError `pack-file` when it is no JSON */
async function readPack(file: string): Promise<Json> {
  return jsonIn(await readText(file));
}

function shown(value: Json | undefined): string {
  return value === undefined ? "-" : JSON.stringify(value);
}
