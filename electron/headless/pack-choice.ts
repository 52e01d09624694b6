/**
 * @file The rule packs that a verb judges by: those that ship, with `--vault` those of a book as
 * well, with `--pack` one of them by its id or one from a file, signed or not yet.
 */
import { stat } from "node:fs/promises";
import { AppError } from "../../shared/errors.ts";
import { Json, type Language, type Localized } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { canonicalText } from "../../shared/package/canonical.ts";
import { faultTexts } from "../../shared/packs/fault-texts.ts";
import type { Fault } from "../../shared/packs/faults.ts";
import { faultsOf, type PackKind, type PackLibrary, packKinds, packLibrary } from "../../shared/packs/library.ts";
import { PackHead } from "../../shared/packs/pack-head.ts";
import { installedIn } from "../packs/library.ts";
import { readPackFile } from "../packs/pack-file.ts";
import { type Arguments, type Context, optionalText, type Report, readText } from "./context.ts";
import { CommandError } from "./exit.ts";
import { withVault } from "./open.ts";

/** What the help of these verbs says of their options. */
export const packOptions: Localized = {
  "zh-CN":
    "--pack 写规则包的编号，或规则包文件（签名或未签名的都可以，先查错，有错误就全部列出、不予使用）；--vault 连同这个客户簿已收下的规则包，按当日有效的版本。",
  "zh-TW":
    "--pack 寫規則包的編號，或規則包檔案（簽署或未簽署的都可以，先查錯，有錯誤就全部列出、不予使用）；--vault 連同這個客戶簿已收下的規則包，按當日有效的版本。",
  en: "--pack takes the id of a rule pack or a file of one, signed or not; a file is checked first and, with any fault, not used and every fault listed. --vault adds the packs that a book has taken in, by the version in force on the day.",
};

interface NamedPack {
  readonly kind: PackKind;
  readonly id: string;
  readonly version: string;
}

export interface PackChoice {
  /** Those from files are in it. */
  readonly packs: PackLibrary;
  /** What `--pack` names, in its order. */
  readonly named: readonly NamedPack[];
}

/** A pack from a file that may not be used. */
interface Refused {
  readonly refused: Report;
}

/**
 * @param names the values of `--pack`
 * @param kinds what they may be
 * @throws CommandError `usage` for a pack of another kind, `file-unreadable`; AppError `pack-missing`,
 * `pack-file`, `pack-signature`, and as opening a vault throws
 */
export async function choosePacks(
  { names, kinds }: { readonly names: readonly string[]; readonly kinds: readonly PackKind[] },
  args: Arguments,
  context: Context,
): Promise<PackChoice | Refused> {
  const vault = optionalText(args, "vault");
  const installed = vault === undefined ? [] : await withVault(vault, context, async (open) => installedIn(open));
  const known = packLibrary(installed);
  const found: (NamedPack & { readonly pack?: Record<string, Json> })[] = [];
  for (const name of names) {
    const there = findNamed(known, name, optionalText(args, "version"));
    if (there !== undefined) found.push(there);
    else {
      if (PackHead.shape.id.safeParse(name).success && !(await isThere(name))) {
        throw new AppError("pack-missing", { id: name });
      }
      const pack = packIn(await readText(name));
      const faults = faultsOf(pack);
      if (faults.length > 0) return { refused: faultReport(pack, faults, context.language) };
      const { id, version, kind } = PackHead.parse(pack);
      found.push({ kind: kind as PackKind, id, version, pack: pack as Record<string, Json> });
    }
  }
  if (found.some(({ kind }) => !kinds.includes(kind))) throw new CommandError("usage", { option: "pack" });
  const own = found.flatMap(({ kind, pack }) => (pack === undefined ? [] : [{ kind, pack }]));
  return { packs: packLibrary([...installed, ...own]), named: found };
}

function findNamed(packs: PackLibrary, id: string, version: string | undefined): NamedPack | undefined {
  return packKinds.flatMap((kind) => packs.find(kind, id, version) ?? [])[0];
}

/** A signed file's pack, or the file itself. @throws AppError `pack-file`, `pack-signature` */
function packIn(content: string): Json {
  const raw = jsonIn(content);
  const isSigned = typeof raw === "object" && raw !== null && "signature" in raw;
  return isSigned ? readPackFile(content).pack : raw;
}

/** @throws AppError `pack-file` when it is no JSON, or JSON that has no canonical form and so cannot be signed */
export function jsonIn(content: string): Json {
  try {
    const value = Json.parse(JSON.parse(content));
    canonicalText(value);
    return value;
  } catch (cause) {
    throw new AppError("pack-file", {}, { cause });
  }
}

/** Everything wrong with a pack, a fault a line: its code, where it is, and what it means. */
export function faultReport(pack: Json, faults: readonly Fault[], language: Language): Report {
  const { id, version, kind } = PackHead.safeParse(pack).data ?? {};
  return {
    json: { id, version, kind, faults },
    lines: faults.map(({ code, at, detail }) =>
      [code, at, detail, say(faultTexts[code], language)].filter(Boolean).join("  "),
    ),
    exit: "refused",
  };
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
