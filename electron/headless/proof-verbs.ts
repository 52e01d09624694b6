/** @file `proof ...`: proof packs without a screen; verifying one needs nothing but its file. */
import { stat } from "node:fs/promises";
import packageJson from "../../package.json" with { type: "json" };
import { ClientId, RecordId } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import type { Check } from "../../shared/proof/problem.ts";
import { Attachments } from "../attachments/service.ts";
import { createWriter } from "../book/append.ts";
import { allowedKeys, proofNamespace } from "../crypto/sshsig.ts";
import { drawer } from "../proof/draw.ts";
import { Proofs } from "../proof/service.ts";
import { type Trust, type Verdict, verifyProof } from "../proof/verify.ts";
import { folderFailure, readChunks, writeWhole } from "../sync/files.ts";
import { nodeDisk } from "../vault/disk.ts";
import {
  type Arguments,
  type Context,
  operand,
  optionalText,
  type Report,
  readText,
  requiredOption,
  type Verb,
} from "./context.ts";
import { CommandError, type Exit } from "./exit.ts";
import { authorOf, withVault } from "./open.ts";
import { absenceText, checkText, problemText, proofText, stateText, verifyDetails } from "./proof-text.ts";

export const proofVerbs: readonly Verb[] = [
  {
    words: "proof verify",
    usage: "FILE [--signer FINGERPRINT] [--allowed-signers FILE]",
    about: {
      "zh-CN": "核对证明包：签名、日志位置、附件，并按包内规则包重新计分和判断；不需要保险库",
      "zh-TW": "核對證明包：簽章、日誌位置、附件，並按包內規則包重新計分與判斷；不需要保險庫",
      en: "verify a proof pack: signature, place in the log, files, every score and decision anew; needs no vault",
    },
    details: verifyDetails,
    operands: ["FILE"],
    options: { signer: { type: "string" }, "allowed-signers": { type: "string" } },
    run: verify,
  },
  {
    words: "proof make",
    usage:
      "--vault DIR --client ID [--decision ID] --to FILE [--files] [--contacts] [--without-profile] [--reason TEXT]",
    about: {
      "zh-CN": "为一位客户或一笔销售制作证明包（未加密）并登记；--files 放入附件",
      "zh-TW": "為一位客戶或一筆銷售製作證明包（未加密）並登記；--files 放入附件",
      en: "make a proof pack of a client or a sale, in the clear, and enter it in the register; --files puts the attachments in",
    },
    operands: [],
    options: {
      vault: { type: "string" },
      client: { type: "string" },
      decision: { type: "string" },
      to: { type: "string" },
      files: { type: "boolean" },
      contacts: { type: "boolean" },
      "without-profile": { type: "boolean" },
      reason: { type: "string" },
    },
    required: ["vault", "client", "to"],
    run: make,
  },
];

async function verify(args: Arguments, context: Context): Promise<Report> {
  const file = operand(args, 0);
  const trust = await trustOf(args);
  await requireFile(file);
  const verdict = await verifyProof(readChunks(file), trust);
  const isTrusted = trust.fingerprint !== undefined || trust.keys !== undefined;
  const { checks, proof, fingerprint } = verdict;
  const has = (state: Check["state"]) => checks.some((check) => check.state === state);
  const exit: Exit = has("failed") ? "refused" : has("open") ? "unproven" : "ok";
  const json = {
    valid: !has("failed"),
    proven: exit === "ok",
    trusted: isTrusted && !has("failed"),
    ...(proof && {
      id: proof.id,
      madeAt: proof.madeAt,
      maker: proof.maker,
      subject: proof.subject,
      attachments: proof.attachments,
    }),
    ...(fingerprint !== undefined && { fingerprint }),
    checks,
  };
  return { json, lines: linesOf(verdict, isTrusted, context), exit };
}

async function trustOf(args: Arguments): Promise<Trust> {
  const signers = optionalText(args, "allowed-signers");
  return {
    fingerprint: optionalText(args, "signer"),
    keys: signers === undefined ? undefined : allowedKeys(await readText(signers), proofNamespace),
  };
}

function linesOf({ checks, proof, fingerprint = "" }: Verdict, isTrusted: boolean, { language }: Context): string[] {
  const lines = checks.flatMap(({ name, state, of, problems }) => {
    const label = say(checkText[name], language);
    const counted = of > 1 ? say(proofText.counted, language, { name: label, of }) : label;
    const shown = of === 0 && state === "ok" ? "none" : state;
    const told = problems.map(({ code, params }) => `        ${say(problemText[code], language, params)} [${code}]`);
    return [`${say(stateText[shown], language)}  ${counted}`, ...told];
  });
  if (proof === undefined) return lines;
  const { id, madeAt, maker, subject, attachments } = proof;
  const about = { id, madeAt, maker: maker.name, name: subject.identity.name, fingerprint };
  const absent = attachments.flatMap(({ sha256, absent: why }) =>
    why === undefined
      ? []
      : [`        ${say(proofText.absent, language, { sha256, why: say(absenceText[why], language) })}`],
  );
  const untrusted = isTrusted ? [] : [say(proofText.untrusted, language)];
  return [say(proofText.about, language, about), ...lines, ...absent, ...untrusted];
}

function make(args: Arguments, context: Context): Promise<Report> {
  const client = ClientId.safeParse(requiredOption(args, "client"));
  const decision = RecordId.optional().safeParse(optionalText(args, "decision"));
  if (!client.success) throw new CommandError("usage", { option: "client" });
  if (!decision.success) throw new CommandError("usage", { option: "decision" });
  const file = requiredOption(args, "to");
  const { language, clock } = context;
  const isOn = (name: string) => args.options[name] === true;
  const contents = { profile: !isOn("without-profile"), contacts: isOn("contacts"), files: isOn("files") };
  const reason = optionalText(args, "reason") ?? say(proofText.reason, language);
  return withVault(requiredOption(args, "vault"), context, async (vault) => {
    const { device, actor, clock: stamps } = await authorOf(vault, context);
    const write = createWriter({ vault, device, actor, clock: stamps });
    const attachments = new Attachments({ vault, write, now: clock.now });
    const proofs = new Proofs({
      ...{ vault, attachments, device, write, now: clock.now },
      software: packageJson.version,
      draw: drawer(context.pdf),
    });
    const subject = { client: client.data, decision: decision.data };
    const { id, bytes, records, files, absent, hasPdf, fingerprint } = await proofs.make({
      ...subject,
      contents,
      language,
      reason,
    });
    await writeWhole(nodeDisk, file, proofs.take(id).content).catch((error: unknown) => {
      throw folderFailure(error);
    });
    return {
      json: { file, id, bytes, records, files, absent, pdf: hasPdf, fingerprint },
      lines: [
        say(proofText.made, language, { file, records, files, fingerprint }),
        ...(hasPdf ? [] : [say(proofText.withoutPdf, language)]),
      ],
    };
  });
}

/** @throws CommandError `file-unreadable` */
async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new CommandError("file-unreadable", { file }, { cause });
  });
  if (!found.isFile()) throw new CommandError("file-unreadable", { file });
}
