/** @file What `proof verify` and `proof make` say, in three languages. */
import type { Language, Localized } from "../../shared/model/primitives.ts";
import type { CheckName, ProofCode } from "../../shared/proof/problem.ts";
import type { absences } from "../../shared/proof/proof.ts";
import { exitCodes } from "./exit.ts";

/** `none`: there was nothing of the kind to look at. */
export const stateText: Readonly<Record<"ok" | "open" | "failed" | "none", Localized>> = {
  ok: { "zh-CN": "通过", "zh-TW": "通過", en: "ok    " },
  open: { "zh-CN": "未证", "zh-TW": "未證", en: "open  " },
  failed: { "zh-CN": "不符", "zh-TW": "不符", en: "failed" },
  none: { "zh-CN": "没有", "zh-TW": "沒有", en: "none  " },
};

export const checkText: Readonly<Record<CheckName, Localized>> = {
  form: { "zh-CN": "文件形式", "zh-TW": "檔案形式", en: "Form of the file" },
  signature: { "zh-CN": "签名", "zh-TW": "簽章", en: "Signature" },
  signer: { "zh-CN": "签名人", "zh-TW": "簽署人", en: "Signer" },
  checkpoint: { "zh-CN": "日志检查点", "zh-TW": "日誌檢查點", en: "Checkpoint of the log" },
  log: { "zh-CN": "每条记录在日志中的位置", "zh-TW": "每筆記錄在日誌中的位置", en: "Place of each record in the log" },
  records: { "zh-CN": "记录完整可读", "zh-TW": "記錄完整可讀", en: "Records are whole and readable" },
  subject: { "zh-CN": "客户身份", "zh-TW": "客戶身分", en: "Who the client is" },
  packs: { "zh-CN": "规则包", "zh-TW": "規則包", en: "Rule packs" },
  assessments: { "zh-CN": "测评重新计分", "zh-TW": "測評重新計分", en: "Assessments scored anew" },
  tests: { "zh-CN": "知识测试重新评分", "zh-TW": "知識測驗重新評分", en: "Knowledge tests marked anew" },
  decisions: { "zh-CN": "适当性决定重新判断", "zh-TW": "適當性決定重新判斷", en: "Decisions judged anew" },
  statuses: { "zh-CN": "投资者类别重新核对", "zh-TW": "投資者類別重新核對", en: "Investor classes checked anew" },
  facts: { "zh-CN": "决定所依据的事实", "zh-TW": "決定所依據的事實", en: "Facts the decisions rest on" },
  files: { "zh-CN": "附件与PDF", "zh-TW": "附件與PDF", en: "Files" },
  witnesses: { "zh-CN": "已交营业部的日志", "zh-TW": "已交分行的日誌", en: "The log as handed to the branch" },
};

/** A finding of the verifier, and the two ways making one is refused. */
export const problemText: Readonly<Record<ProofCode, Localized>> = {
  "proof-empty": {
    "zh-CN": "客户簿里没有这位客户或这笔销售的证据",
    "zh-TW": "客戶簿裡沒有這位客戶或這筆銷售的證據",
    en: "The book holds no evidence about this client or sale",
  },
  "proof-expired": {
    "zh-CN": "这份证明包已经取走，或客户簿已锁定，请重新制作",
    "zh-TW": "這份證明包已經取走，或客戶簿已鎖定，請重新製作",
    en: "This pack was fetched already, or the book was locked: make it again",
  },
  "proof-malformed": {
    "zh-CN": "文件不是完整的证明包：有多出、缺少或改动的部分",
    "zh-TW": "檔案不是完整的證明包：有多出、缺少或改動的部分",
    en: "Not a whole proof pack: something is added, missing or changed",
  },
  "proof-too-large": {
    "zh-CN": "文件里有一部分超过允许的大小",
    "zh-TW": "檔案裡有一部分超過允許的大小",
    en: "A part of the file is larger than allowed",
  },
  "proof-json": {
    "zh-CN": "proof.json不是规定的形式",
    "zh-TW": "proof.json不是規定的形式",
    en: "proof.json does not have its prescribed form",
  },
  "proof-newer": {
    "zh-CN": "由更新版本的软件制作，请更新后再核对",
    "zh-TW": "由更新版本的軟體製作，請更新後再核對",
    en: "Made by a newer version of Suitbook: update, then verify",
  },
  "proof-signature": {
    "zh-CN": "签名与内容不符：内容被改过，或不是此人所签",
    "zh-TW": "簽章與內容不符：內容被改過，或不是此人所簽",
    en: "The signature does not fit: the content was changed, or somebody else signed",
  },
  "proof-unknown-signer": {
    "zh-CN": "签名有效，但签名人不是指定的人，指纹 {fingerprint}",
    "zh-TW": "簽章有效，但簽署人不是指定的人，指紋 {fingerprint}",
    en: "Validly signed, but not by whom you named: fingerprint {fingerprint}",
  },
  "proof-checkpoint": {
    "zh-CN": "日志检查点不是签名人所签，或说的是另一份日志",
    "zh-TW": "日誌檢查點不是簽署人所簽，或說的是另一份日誌",
    en: "The checkpoint is not the signer's, or speaks of another log",
  },
  "proof-inclusion": {
    "zh-CN": "第{seq}次保存的记录不在日志的这个位置",
    "zh-TW": "第{seq}次儲存的記錄不在日誌的這個位置",
    en: "Save {seq}: its records do not stand in the log at this place",
  },
  "proof-stated": {
    "zh-CN": "第{seq}次保存在日志中；其中还有不能出示的其他记录，所示记录属于它只有签名人的说明",
    "zh-TW": "第{seq}次儲存在日誌中；其中還有不能出示的其他記錄，所示記錄屬於它只有簽署人的說明",
    en: "Save {seq} is in the log; that these records are part of it is the signer's word, for it holds others that may not be shown",
  },
  "proof-operation": {
    "zh-CN": "第{seq}次保存里有一条记录不合规定的形式",
    "zh-TW": "第{seq}次儲存裡有一筆記錄不合規定的形式",
    en: "Save {seq}: a record does not have its prescribed form",
  },
  "proof-unread": {
    "zh-CN": "第{seq}次保存里有这个版本不认识的内容，请用更新的版本核对",
    "zh-TW": "第{seq}次儲存裡有這個版本不認識的內容，請用更新的版本核對",
    en: "Save {seq}: it has fields this version does not know; verify with a newer one",
  },
  "proof-foreign": {
    "zh-CN": "第{seq}次保存里有一条记录与这位客户无关",
    "zh-TW": "第{seq}次儲存裡有一筆記錄與這位客戶無關",
    en: "Save {seq}: a record is not about this client",
  },
  "proof-incomplete": {
    "zh-CN": "记录 {by} 提到的 {id} 不在包里",
    "zh-TW": "記錄 {by} 提到的 {id} 不在包裡",
    en: "Record {by} names {id}, which is not in the pack",
  },
  "proof-subject": {
    "zh-CN": "所写的客户身份或决定与包里的记录不符",
    "zh-TW": "所寫的客戶身分或決定與包裡的記錄不符",
    en: "The client or the decision it names is not that of the records",
  },
  "proof-subject-stated": {
    "zh-CN": "包里没有客户资料，客户是谁只有签名人的说明",
    "zh-TW": "包裡沒有客戶資料，客戶是誰只有簽署人的說明",
    en: "The profile was left out: who the client is rests on the signer's word",
  },
  "proof-pack": {
    "zh-CN": "规则包 {id} 的内容与所写的散列值不符，或无法使用",
    "zh-TW": "規則包 {id} 的內容與所寫的雜湊值不符，或無法使用",
    en: "Rule pack {id} has another hash than stated, or cannot be used",
  },
  "proof-pack-differs": {
    "zh-CN": "规则包 {id} 与软件自带或客户簿收下的同名版本内容不同",
    "zh-TW": "規則包 {id} 與軟體內附或客戶簿收下的同名版本內容不同",
    en: "Rule pack {id} is not the one that ships or was taken in under that name and version",
  },
  "proof-pack-unknown": {
    "zh-CN": "规则包 {id} 不是这个版本自带的，日志里也没有收下它的记录",
    "zh-TW": "規則包 {id} 不是這個版本內附的，日誌裡也沒有收下它的記錄",
    en: "Rule pack {id} does not ship with this version, and the log has no record of it",
  },
  "proof-assessment": {
    "zh-CN": "测评 {id} 重新计分的结果不同",
    "zh-TW": "測評 {id} 重新計分的結果不同",
    en: "Assessment {id} comes out otherwise when scored anew",
  },
  "proof-test": {
    "zh-CN": "知识测试 {id} 重新评分的结果不同",
    "zh-TW": "知識測驗 {id} 重新評分的結果不同",
    en: "Knowledge test {id} comes out otherwise when marked anew",
  },
  "proof-decision": {
    "zh-CN": "决定 {id} 重新判断的结果不同",
    "zh-TW": "決定 {id} 重新判斷的結果不同",
    en: "Decision {id} comes out otherwise when judged anew",
  },
  "proof-status": {
    "zh-CN": "投资者类别 {id} 按所用标准核对，条件没有满足",
    "zh-TW": "投資者類別 {id} 按所用標準核對，條件沒有滿足",
    en: "Investor class {id}: what was shown does not meet its criterion",
  },
  "proof-facts": {
    "zh-CN": "决定 {id} 所依据的事实（{fact}）与它引用的记录不符",
    "zh-TW": "決定 {id} 所依據的事實（{fact}）與它引用的記錄不符",
    en: "Decision {id}: a fact it rests on ({fact}) is not what the records say",
  },
  "proof-file": {
    "zh-CN": "附件 {name} 与证据里登记的内容不符",
    "zh-TW": "附件 {name} 與證據裡登記的內容不符",
    en: "File {name} is not what the evidence names",
  },
  "proof-witness": {
    "zh-CN": "第{seq}个同步包交出的是另一份日志",
    "zh-TW": "第{seq}個同步包交出的是另一份日誌",
    en: "Package {seq} handed over another log",
  },
};

export const absenceText: Readonly<Record<(typeof absences)[number], Localized>> = {
  "left-out": { "zh-CN": "制作时没有放入", "zh-TW": "製作時沒有放入", en: "left out when the pack was made" },
  "kept-elsewhere": { "zh-CN": "由他处保管", "zh-TW": "由他處保管", en: "kept elsewhere" },
  missing: { "zh-CN": "制作时已经缺失", "zh-TW": "製作時已經缺失", en: "was missing when the pack was made" },
  damaged: { "zh-CN": "制作时已经损坏", "zh-TW": "製作時已經損壞", en: "was damaged when the pack was made" },
};

export const proofText = {
  about: {
    "zh-CN": "证明包 {id}：客户{name}，{madeAt} 由{maker}制作，指纹 {fingerprint}",
    "zh-TW": "證明包 {id}：客戶{name}，{madeAt} 由{maker}製作，指紋 {fingerprint}",
    en: "Proof pack {id}: client {name}, made {madeAt} by {maker}, fingerprint {fingerprint}",
  },
  counted: { "zh-CN": "{name}（{of}）", "zh-TW": "{name}（{of}）", en: "{name} ({of})" },
  absent: { "zh-CN": "未含 {sha256}：{why}", "zh-TW": "未含 {sha256}：{why}", en: "not in the pack: {sha256} ({why})" },
  untrusted: {
    "zh-CN": "是否信任签名人，请核对指纹，或用 --signer、--allowed-signers 指定",
    "zh-TW": "是否信任簽署人，請核對指紋，或用 --signer、--allowed-signers 指定",
    en: "Whether to trust the signer: compare the fingerprint, or name one with --signer or --allowed-signers",
  },
  made: {
    "zh-CN": "证明包已写好：{file}\n{records}条记录，{files}个文件，指纹 {fingerprint}",
    "zh-TW": "證明包已寫好：{file}\n{records}筆記錄，{files}個檔案，指紋 {fingerprint}",
    en: "Proof pack written: {file}\n{records} records, {files} files, fingerprint {fingerprint}",
  },
  withoutPdf: {
    "zh-CN": "没有PDF：这台电脑上没有可用的浏览器（Chromium、Chrome 或 Edge）",
    "zh-TW": "沒有PDF：這台電腦上沒有可用的瀏覽器（Chromium、Chrome 或 Edge）",
    en: "Without PDF: no browser on this machine to make one (Chromium, Chrome or Edge)",
  },
  reason: { "zh-CN": "命令行 proof make", "zh-TW": "命令列 proof make", en: "proof make on the command line" },
} as const satisfies Record<string, Localized>;

const verifyHelp: Localized = {
  "zh-CN": `逐项核对，每项一行：通过、不符、未证（没有错，但这个文件不能证明）、没有。
  --signer F             签名人的指纹（当面核对过的16位）
  --allowed-signers FILE OpenSSH 的 allowed_signers 文件；只取 suitbook-proof 或未限定用途的行，带其他限制的行不算
退出码：{ok} 全部通过；{refused} 有不符之处，或不是证明包；{unproven} 没有不符，但有未证之处；{files} 读不到文件
不用本软件也能核对签名和附件：
  tar xf FILE
  ssh-keygen -Y verify -f ALLOWED_SIGNERS -I PRINCIPAL -n suitbook-proof -s proof.json.sig < proof.json
  sha256sum files/*      （每个文件的名字就是它的散列值）`,
  "zh-TW": `逐項核對，每項一列：通過、不符、未證（沒有錯，但這個檔案不能證明）、沒有。
  --signer F             簽署人的指紋（當面核對過的16位）
  --allowed-signers FILE OpenSSH 的 allowed_signers 檔案；只取 suitbook-proof 或未限定用途的列，帶其他限制的列不算
結束碼：{ok} 全部通過；{refused} 有不符之處，或不是證明包；{unproven} 沒有不符，但有未證之處；{files} 讀不到檔案
不用本軟體也能核對簽章與附件：
  tar xf FILE
  ssh-keygen -Y verify -f ALLOWED_SIGNERS -I PRINCIPAL -n suitbook-proof -s proof.json.sig < proof.json
  sha256sum files/*      （每個檔案的名字就是它的雜湊值）`,
  en: `One line for each thing that was looked at: ok, failed, open (not wrong, but this file cannot prove it) or none.
  --signer F             the signer's fingerprint, sixteen digits as compared in person
  --allowed-signers FILE OpenSSH's allowed_signers; lines for suitbook-proof or without a namespace count, lines with any other option do not
Exit codes: {ok} everything holds; {refused} something does not, or this is no proof pack; {unproven} nothing is wrong, but something stays unproven; {files} the file cannot be read
Signature and files can be checked without Suitbook:
  tar xf FILE
  ssh-keygen -Y verify -f ALLOWED_SIGNERS -I PRINCIPAL -n suitbook-proof -s proof.json.sig < proof.json
  sha256sum files/*      (each file is named by its hash)`,
};

/** Help text of `proof verify`. */
export function verifyDetails(language: Language): readonly string[] {
  const { ok, refused, unproven, files } = exitCodes;
  const codes: Readonly<Record<string, number>> = { ok, refused, unproven, files };
  return verifyHelp[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(codes[name])).split("\n");
}
