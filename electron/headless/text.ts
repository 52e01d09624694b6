/** @file The few sentences of the command line, in three languages by the system's locale. */
import type { Language, Localized } from "../../shared/model/primitives.ts";
import type { Exit } from "./exit.ts";

/** `zh_TW.UTF-8`, `zh_HK`: 繁體; other `zh`: 简体; anything else English. First of LC_ALL, LC_MESSAGES and LANG that is set. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  if (/^zh[_-](TW|HK|MO|Hant)/i.test(locale)) return "zh-TW";
  return /^zh\b|^zh_/i.test(locale) ? "zh-CN" : "en";
}

export function say(
  sentence: Localized,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return sentence[language].replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** What each exit code means; also the sentence before an error's code. */
export const exitText: Record<Exit, Localized> = {
  ok: { "zh-CN": "完成", "zh-TW": "完成", en: "Done" },
  refused: {
    "zh-CN": "输入有问题，未接受，没有任何改动",
    "zh-TW": "輸入有問題，未接受，沒有任何變更",
    en: "The input was refused; nothing was changed",
  },
  usage: {
    "zh-CN": "命令用法不对，或没有提供口令",
    "zh-TW": "指令用法不對，或沒有提供口令",
    en: "Wrong usage, or no passphrase",
  },
  passphrase: {
    "zh-CN": "口令不对，或错误次数过多需要等待",
    "zh-TW": "口令不對，或錯誤次數過多需要等待",
    en: "Wrong passphrase, or too many wrong tries",
  },
  damaged: {
    "zh-CN": "保险库损坏，或此版本无法读取",
    "zh-TW": "保險庫損壞，或此版本無法讀取",
    en: "The vault is damaged, or this version cannot read it",
  },
  partly: {
    "zh-CN": "已完成，但有一部分输入未接受",
    "zh-TW": "已完成，但有一部分輸入未接受",
    en: "Done, but part of the input was refused",
  },
  vault: {
    "zh-CN": "保险库不存在、已存在，或正被占用",
    "zh-TW": "保險庫不存在、已存在，或正被占用",
    en: "The vault is missing, already there, or in use",
  },
  files: {
    "zh-CN": "文件或文件夹无法读写",
    "zh-TW": "檔案或資料夾無法讀寫",
    en: "A file or folder could not be read or written",
  },
  unexpected: { "zh-CN": "程序出错", "zh-TW": "程式出錯", en: "A fault of the program" },
};

/** How a difference of two rule packs bears on a sale. */
export const bearingText: Record<"stricter" | "more-lenient", Localized> = {
  stricter: { "zh-CN": "变严", "zh-TW": "變嚴", en: "stricter" },
  "more-lenient": { "zh-CN": "变宽", "zh-TW": "變寬", en: "more lenient" },
};

export const text = {
  packSound: { "zh-CN": "{id} 没有错误", "zh-TW": "{id} 沒有錯誤", en: "{id} has no faults" },
  packSame: { "zh-CN": "没有区别", "zh-TW": "沒有差異", en: "No difference" },
  packSigned: {
    "zh-CN": "{id} 已签发（指纹 {fingerprint}）：{file}",
    "zh-TW": "{id} 已簽發（指紋 {fingerprint}）：{file}",
    en: "{id} signed (fingerprint {fingerprint}): {file}",
  },
  packInstalled: {
    "zh-CN": "已收下 {id}，签发人{name}",
    "zh-TW": "已收下 {id}，簽發人{name}",
    en: "{id} taken in, signed by {name}",
  },
  enterPassphrase: { "zh-CN": "口令：", "zh-TW": "口令：", en: "Passphrase: " },
  repeatPassphrase: { "zh-CN": "再输一次：", "zh-TW": "再輸入一次：", en: "Once more: " },
  created: {
    "zh-CN": "保险库已建好：{dir}",
    "zh-TW": "保險庫已建好：{dir}",
    en: "Vault created: {dir}",
  },
  recoveryKey: {
    "zh-CN": "恢复密钥只显示这一次，请抄下来妥善保存：\n  {key}",
    "zh-TW": "復原金鑰只顯示這一次，請抄下來妥善保存：\n  {key}",
    en: "The recovery key is shown this once. Write it down and keep it safe:\n  {key}",
  },
  recovered: {
    "zh-CN": "“{label}”已换上新口令，旧口令失效",
    "zh-TW": "「{label}」已換上新口令，舊口令失效",
    en: "“{label}” has a new passphrase; the old one opens nothing",
  },
  checkedSound: {
    "zh-CN":
      "完好：{frames}帧，{operations}项操作，{segments}个日志段，{snapshots}份快照，{attachments}个附件文件，{checkpoints}处签名核对一致",
    "zh-TW":
      "完好：{frames}幀，{operations}項操作，{segments}個日誌段，{snapshots}份快照，{attachments}個附件檔案，{checkpoints}處簽章核對一致",
    en: "Sound: {frames} frames, {operations} operations, {segments} segments, {snapshots} snapshots, {attachments} attached files, {checkpoints} signed checkpoints agree",
  },
  checkedProblem: { "zh-CN": "{file}：{problem}", "zh-TW": "{file}：{problem}", en: "{file}: {problem}" },
  stats: {
    "zh-CN": "客户{clients}位，联系记录{contacts}条，测评{assessments}次，附件{attachments}份，操作{operations}项",
    "zh-TW": "客戶{clients}位，聯繫記錄{contacts}筆，測評{assessments}次，附件{attachments}份，操作{operations}項",
    en: "{clients} clients, {contacts} contacts, {assessments} assessments, {attachments} attachments, {operations} operations",
  },
  identity: {
    "zh-CN": "指纹 {fingerprint}\n收件公钥 {recipient}",
    "zh-TW": "指紋 {fingerprint}\n收件公鑰 {recipient}",
    en: "Fingerprint {fingerprint}\nRecipient {recipient}",
  },
  paired: { "zh-CN": "已与{name}配对", "zh-TW": "已與{name}配對", en: "Paired with {name}" },
  backedUp: {
    "zh-CN": "{at} 的备份已写入并读回：客户{clients}位，联系记录{contacts}条，测评{assessments}次，新写{newBytes}字节",
    "zh-TW":
      "{at} 的備份已寫入並讀回：客戶{clients}位，聯繫記錄{contacts}筆，測評{assessments}次，新寫{newBytes}位元組",
    en: "Backup of {at} written and read back: {clients} clients, {contacts} contacts, {assessments} assessments, {newBytes} new bytes",
  },
  backupSound: {
    "zh-CN": "{at} 的备份完好：客户{clients}位，联系记录{contacts}条，测评{assessments}次，操作{operations}项",
    "zh-TW": "{at} 的備份完好：客戶{clients}位，聯繫記錄{contacts}筆，測評{assessments}次，操作{operations}項",
    en: "The backup of {at} is sound: {clients} clients, {contacts} contacts, {assessments} assessments, {operations} operations",
  },
  restored: {
    "zh-CN": "{at} 的备份已恢复到 {dir}：客户{clients}位，联系记录{contacts}条，测评{assessments}次",
    "zh-TW": "{at} 的備份已還原到 {dir}：客戶{clients}位，聯繫記錄{contacts}筆，測評{assessments}次",
    en: "The backup of {at} is restored to {dir}: {clients} clients, {contacts} contacts, {assessments} assessments",
  },
  salvaged: {
    "zh-CN": "已抢救到 {dir}：{saves}次保存，{operations}项操作，{attachments}个附件",
    "zh-TW": "已搶救到 {dir}：{saves}次儲存，{operations}項操作，{attachments}個附件",
    en: "Salvaged into {dir}: {saves} saves, {operations} operations, {attachments} attachments",
  },
  salvageMissing: {
    "zh-CN": "缺第{from}到{to}次保存，在 {after} 与 {before} 之间",
    "zh-TW": "缺第{from}到{to}次儲存，在 {after} 與 {before} 之間",
    en: "Saves {from} to {to} are missing, between {after} and {before}",
  },
  imported: {
    "zh-CN":
      "读入{rows}行：客户{clients}位，联系记录{contacts}条；新建{created}，更新{updated}，相同{same}，未接受{refusedRows}行",
    "zh-TW":
      "讀入{rows}列：客戶{clients}位，聯繫記錄{contacts}筆；新建{created}，更新{updated}，相同{same}，未接受{refusedRows}列",
    en: "{rows} rows read: {clients} clients, {contacts} contacts; {created} created, {updated} updated, {same} same, {refusedRows} rows refused",
  },
  refusedRow: {
    "zh-CN": "第{line}行：{reason} {place}",
    "zh-TW": "第{line}列：{reason} {place}",
    en: "line {line}: {reason} {place}",
  },
  progress: { "zh-CN": "已读{rows} / {of}行", "zh-TW": "已讀{rows} / {of}列", en: "{rows} of {of} rows" },
  exported: {
    "zh-CN": "第{seq}包，{operations}项：{file}",
    "zh-TW": "第{seq}包，{operations}項：{file}",
    en: "Package {seq}, {operations} operations: {file}",
  },
  packageFrom: {
    "zh-CN": "{name}，第{seq}包，{createdAt}，{operations}项，签名人指纹 {fingerprint}",
    "zh-TW": "{name}，第{seq}包，{createdAt}，{operations}項，簽署人指紋 {fingerprint}",
    en: "{name}, package {seq}, {createdAt}, {operations} operations, signed by {fingerprint}",
  },
  packageSound: {
    "zh-CN": "完整且签名有效；是否信任签名人，请核对指纹",
    "zh-TW": "完整且簽章有效；是否信任簽署人，請核對指紋",
    en: "Whole, and the signature is valid. Whether to trust the signer: compare the fingerprint",
  },
  packageTaken: {
    "zh-CN": "已导入：新建{created}，更新{updated}，相同{same}",
    "zh-TW": "已匯入：新建{created}，更新{updated}，相同{same}",
    en: "Imported: {created} created, {updated} updated, {same} same",
  },
} as const satisfies Record<string, Localized>;

export const helpText = {
  title: {
    "zh-CN": "Suitbook 命令行：npm run -s suitbook -- 命令",
    "zh-TW": "Suitbook 命令列：npm run -s suitbook -- 指令",
    en: "Suitbook on the command line: npm run -s suitbook -- VERB",
  },
  passphrase: {
    "zh-CN":
      "口令取自环境变量 SUITBOOK_PASSPHRASE，没有时在终端询问，从不写在命令行上；vault recover 的新口令取自 SUITBOOK_NEW_PASSPHRASE。",
    "zh-TW":
      "口令取自環境變數 SUITBOOK_PASSPHRASE，沒有時在終端機詢問，從不寫在命令列上；vault recover 的新口令取自 SUITBOOK_NEW_PASSPHRASE。",
    en: "The passphrase comes from SUITBOOK_PASSPHRASE, or is asked for on the terminal; never from the command line. The new one of vault recover: SUITBOOK_NEW_PASSPHRASE.",
  },
  json: {
    "zh-CN": '--json：标准输出只有一个 JSON 对象，出错时为 {"error", "params"}。',
    "zh-TW": '--json：標準輸出只有一個 JSON 物件，出錯時為 {"error", "params"}。',
    en: '--json: exactly one JSON object on the standard output, on failure {"error", "params"}.',
  },
  exits: { "zh-CN": "退出码", "zh-TW": "結束碼", en: "Exit codes" },
} as const satisfies Record<string, Localized>;
