/** @file `vault ...`: make, check and count a vault, show its keys, pair it. */

import { profileFields } from "../../shared/model/office.ts";
import { Line } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import { allowedSigner, packageNamespace, proofNamespace } from "../crypto/sshsig.ts";
import { ownIdentity } from "../sync/identity.ts";
import { changePassphrase } from "../vault/secrets.ts";
import { createVault, readVaultHeader, type Vault } from "../vault/vault.ts";
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
import { CommandError } from "./exit.ts";
import { authorOf, vaultDeps, withSync, withVault } from "./open.ts";
import { problemLines, text } from "./text.ts";

export const vaultVerbs: readonly Verb[] = [
  {
    words: "vault init",
    usage: "DIR [--label TEXT] [--name TEXT] [--role advisor|manager|compliance] [--branch TEXT]",
    about: {
      "zh-CN": "新建保险库，显示恢复密钥",
      "zh-TW": "新建保險庫，顯示復原金鑰",
      en: "make a vault and show its recovery key",
    },
    operands: ["DIR"],
    options: {
      label: { type: "string" },
      name: { type: "string" },
      role: { type: "string" },
      branch: { type: "string" },
    },
    run: init,
  },
  {
    words: "vault check",
    usage: "DIR",
    about: {
      "zh-CN": "逐帧核对保险库的每个文件",
      "zh-TW": "逐幀核對保險庫的每個檔案",
      en: "verify every frame of every file",
    },
    operands: ["DIR"],
    options: {},
    run: check,
  },
  {
    words: "vault stats",
    usage: "DIR",
    about: {
      "zh-CN": "客户、联系、测评和操作各有多少",
      "zh-TW": "客戶、聯繫、測評與操作各有多少",
      en: "count clients, contacts, assessments, operations",
    },
    operands: ["DIR"],
    options: {},
    run: stats,
  },
  {
    words: "vault identity",
    usage: "DIR [--allowed-signers]",
    about: {
      "zh-CN": "收件公钥和指纹；或供 ssh-keygen -Y verify 使用的一行",
      "zh-TW": "收件公鑰與指紋；或供 ssh-keygen -Y verify 使用的一行",
      en: "recipient and fingerprint; or the line for ssh-keygen -Y verify",
    },
    operands: ["DIR"],
    options: { "allowed-signers": { type: "boolean" } },
    run: identity,
  },
  {
    words: "vault card",
    usage: "DIR",
    about: {
      "zh-CN": "本机名片，供对方配对",
      "zh-TW": "本機名片，供對方配對",
      en: "this vault's identity card, for pairing",
    },
    operands: ["DIR"],
    options: {},
    run: card,
  },
  {
    words: "vault pair",
    usage: "DIR --card TEXT --fingerprint F [--branch]",
    about: {
      "zh-CN": "与当面核对过指纹的对方配对；--branch 表示今后导出给对方",
      "zh-TW": "與當面核對過指紋的對方配對；--branch 表示今後匯出給對方",
      en: "pair with a card whose fingerprint was compared in person; --branch sends packages there",
    },
    operands: ["DIR"],
    options: { card: { type: "string" }, fingerprint: { type: "string" }, branch: { type: "boolean" } },
    required: ["card", "fingerprint"],
    run: pair,
  },
  {
    words: "vault recover",
    usage: "DIR --identity KEYFILE",
    about: {
      "zh-CN": "用营业部的密钥文件（age-keygen）打开托管的保险库，设一个新口令",
      "zh-TW": "用營業部的金鑰檔案（age-keygen）打開託管的保險庫，設一個新口令",
      en: "open a vault in escrow with the branch's age-keygen file and set a new passphrase",
    },
    operands: ["DIR"],
    options: { identity: { type: "string" } },
    required: ["identity"],
    run: recover,
  },
];

/** The new passphrase comes from SUITBOOK_NEW_PASSPHRASE, or is asked for twice. */
async function recover(args: Arguments, context: Context): Promise<Report> {
  const dir = operand(args, 0);
  const escrowIdentity = await readText(requiredOption(args, "identity"));
  const newPassphrase = await context.newPassphrase();
  await changePassphrase(dir, { escrowIdentity }, newPassphrase, vaultDeps(context));
  const { id, label } = await readVaultHeader(dir);
  return { json: { id, label, recovered: true }, lines: [say(text.recovered, context.language, { label })] };
}

async function init(args: Arguments, context: Context): Promise<Report> {
  const dir = operand(args, 0);
  const profile = profileFrom(args);
  const label = labelFrom(args) ?? profile.name;
  const passphrase = await context.passphrase(true);
  const { vault, recoveryKey } = await createVault(dir, { label, passphrase }, vaultDeps(context));
  try {
    const { recipient, fingerprint } = await keysOf(vault, context, profile);
    return {
      json: { id: vault.id, label, recoveryKey, recipient, fingerprint },
      lines: [
        say(text.created, context.language, { dir }),
        say(text.identity, context.language, { recipient, fingerprint }),
        say(text.recoveryKey, context.language, { key: recoveryKey }),
      ],
    };
  } finally {
    await vault.close();
  }
}

function labelFrom(args: Arguments): string | undefined {
  const label = Line.min(1).optional().safeParse(optionalText(args, "label"));
  if (!label.success) throw new CommandError("usage", { option: "label" });
  return label.data;
}

function profileFrom(args: Arguments) {
  const name = profileFields.name.safeParse(optionalText(args, "name") ?? "Suitbook");
  const role = profileFields.role.safeParse(optionalText(args, "role") ?? "advisor");
  const branch = profileFields.branch.safeParse(optionalText(args, "branch") ?? "");
  if (!name.success) throw new CommandError("usage", { option: "name" });
  if (!role.success) throw new CommandError("usage", { option: "role" });
  if (!branch.success) throw new CommandError("usage", { option: "branch" });
  return { name: name.data, role: role.data, ...(branch.data === "" ? {} : { branch: branch.data }) };
}

async function keysOf(vault: Vault, context: Context, profile?: ReturnType<typeof profileFrom>) {
  const { device } = await authorOf(vault, context, profile);
  return ownIdentity(vault, device);
}

function check(args: Arguments, context: Context): Promise<Report> {
  return withVault(operand(args, 0), context, async (vault) => {
    const { state, droppedBytes, replaced = [] } = vault.recovery;
    const report = await vault.check();
    const isSound = report.problems.length === 0 && isWhole(state);
    const { problems, ...counts } = report;
    return {
      json: { sound: isSound, state, droppedBytes, replaced, ...report },
      lines: [
        ...replaced.map((file) => say(text.replaced, context.language, { file })),
        ...(isSound ? [say(text.checkedSound, context.language, counts)] : problemLines(problems, context.language)),
      ],
      ...(isSound ? {} : { exit: "damaged" }),
    };
  });
}

/** Whether everything acknowledged is there. */
function isWhole(state: Vault["recovery"]["state"]): boolean {
  return state === "clean" || state === "torn";
}

function stats(args: Arguments, context: Context): Promise<Report> {
  return withVault(operand(args, 0), context, async (vault) => {
    const { clients, contacts, assessments, attachments, operations } = await vault.stats();
    const { state } = vault.recovery;
    const counts = { clients, contacts, assessments, attachments, operations };
    const lines = [say(text.stats, context.language, counts)];
    if (isWhole(state)) return { json: counts, lines };
    return { json: { ...counts, state }, lines: [say(text.notWhole, context.language), ...lines], exit: "damaged" };
  });
}

function identity(args: Arguments, context: Context): Promise<Report> {
  return withVault(operand(args, 0), context, async (vault) => {
    const { device, recipient, fingerprint, verifyKey } = await keysOf(vault, context);
    const allowedSigners = allowedSigner(
      device,
      Buffer.from(verifyKey, "base64"),
      `${packageNamespace},${proofNamespace}`,
    );
    return {
      json: { device, recipient, fingerprint, allowedSigners },
      lines:
        args.options["allowed-signers"] === true
          ? [allowedSigners]
          : [say(text.identity, context.language, { recipient, fingerprint })],
    };
  });
}

function card(args: Arguments, context: Context): Promise<Report> {
  return withVault(operand(args, 0), context, (vault) =>
    withSync(vault, context, async (sync) => {
      const own = await sync.identityCard();
      return { json: { card: own.card, fingerprint: own.fingerprint }, lines: [own.card, own.fingerprint] };
    }),
  );
}

function pair(args: Arguments, context: Context): Promise<Report> {
  return withVault(operand(args, 0), context, (vault) =>
    withSync(vault, context, async (sync) => {
      const theirs = requiredOption(args, "card");
      const { name, role, branch } = await sync.readCard(theirs);
      const asBranch = args.options["branch"] === true;
      const fingerprint = requiredOption(args, "fingerprint");
      await sync.pairPeer({ card: theirs, fingerprint, asBranch });
      return {
        json: { paired: { name, role, branch, fingerprint, isBranch: asBranch } },
        lines: [say(text.paired, context.language, { name })],
      };
    }),
  );
}
