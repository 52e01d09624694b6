/** @file The few sentences of the command line, in three languages by the system's locale. */
import type { Language, Localized } from "../../shared/model/primitives.ts";
import { say } from "../../shared/model/sentence.ts";
import type { BackupProblem } from "../backup/verify.ts";
import type { RefusedRow } from "../lists/import-list.ts";
import type { CheckProblem } from "../vault/check.ts";
import type { Exit } from "./exit.ts";

/** `zh_TW.UTF-8`, `zh_HK`: 繁體; other `zh`: 简体; anything else English. First of LC_ALL, LC_MESSAGES and LANG that is set. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  if (/^zh[_-](TW|HK|MO|Hant)/i.test(locale)) return "zh-TW";
  return /^zh\b|^zh_/i.test(locale) ? "zh-CN" : "en";
}

/** What each exit code means. */
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
  unproven: {
    "zh-CN": "没有不符之处，但有一部分无法证明",
    "zh-TW": "沒有不符之處，但有一部分無法證明",
    en: "Nothing is wrong, but part of it cannot be proven",
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
  replaced: {
    "zh-CN": "{file}：打开时有一份已损坏，已由备用的一份补上，内容没有丢失",
    "zh-TW": "{file}：開啟時有一份已損壞，已由備用的一份補上，內容沒有遺失",
    en: "{file}: one copy was damaged and has been put right from its spare; nothing was lost",
  },
  notWhole: {
    "zh-CN": "注意：保险库有损坏，以下只是读得出的部分；请先运行 vault check",
    "zh-TW": "注意：保險庫有損壞，以下只是讀得出的部分；請先執行 vault check",
    en: "Beware: the vault is damaged, and this is only what can be read; run vault check",
  },
  stats: {
    "zh-CN": "客户{clients}位，联系记录{contacts}条，测评{assessments}次，附件{attachments}份，操作{operations}项",
    "zh-TW": "客戶{clients}位，聯繫記錄{contacts}筆，測評{assessments}次，附件{attachments}份，操作{operations}項",
    en: "{clients} {clients|client|clients}, {contacts} {contacts|contact|contacts}, {assessments} {assessments|assessment|assessments}, {attachments} {attachments|attachment|attachments}, {operations} {operations|operation|operations}",
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
    en: "{rows} {rows|row|rows} read: {clients} {clients|client|clients}, {contacts} {contacts|contact|contacts}; {created} created, {updated} updated, {same} same, {refusedRows} {refusedRows|row|rows} refused",
  },
  refusedRow: {
    "zh-CN": "第{line}行：{why} {place}",
    "zh-TW": "第{line}列：{why} {place}",
    en: "line {line}: {why} {place}",
  },
  progress: { "zh-CN": "已读{rows} / {of}行", "zh-TW": "已讀{rows} / {of}列", en: "{rows} of {of} rows" },
  exported: {
    "zh-CN": "第{seq}包，{operations}项：{file}",
    "zh-TW": "第{seq}包，{operations}項：{file}",
    en: "Package {seq}, {operations} {operations|operation|operations}: {file}",
  },
  packageFrom: {
    "zh-CN": "{name}，第{seq}包，{createdAt}，{operations}项，签名人指纹 {fingerprint}",
    "zh-TW": "{name}，第{seq}包，{createdAt}，{operations}項，簽署人指紋 {fingerprint}",
    en: "{name}, package {seq}, {createdAt}, {operations} {operations|operation|operations}, signed by {fingerprint}",
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

export const shelfText = {
  taken: {
    "zh-CN": "已写入{written}个产品：新建{create}，新版本{update}，相同{same}，未接受{refused}行",
    "zh-TW": "已寫入{written}個產品：新建{create}，新版本{update}，相同{same}，未接受{refused}列",
    en: "{written} products written: {create} new, {update} new versions, {same} same, {refused} rows refused",
  },
  preview: {
    "zh-CN": "只是预览，没有写入：新建{create}，新版本{update}，相同{same}，未接受{refused}行",
    "zh-TW": "只是預覽，沒有寫入：新建{create}，新版本{update}，相同{same}，未接受{refused}列",
    en: "A preview, nothing was written: {create} new, {update} new versions, {same} same, {refused} rows refused",
  },
  refused: {
    "zh-CN": "没有写入，原来的产品照旧有效：新建{create}，新版本{update}，相同{same}，未接受{refused}行",
    "zh-TW": "沒有寫入，原來的產品照舊有效：新建{create}，新版本{update}，相同{same}，未接受{refused}列",
    en: "Nothing was written and the shelf stays as it is: {create} new, {update} new versions, {same} same, {refused} rows refused",
  },
  ignored: { "zh-CN": "没有用到的列：{heads}", "zh-TW": "沒有用到的欄：{heads}", en: "Columns not used: {heads}" },
  row: {
    "zh-CN": "第{line}行 {code} {place}：{sentence}",
    "zh-TW": "第{line}列 {code} {place}：{sentence}",
    en: "line {line} {code} {place}: {sentence}",
  },
  help: {
    "zh-CN":
      "产品按代码辨认；同一代码的内容有变就成为新版本，原版本保留。空格表示不变，减号表示去掉。\n费用和穿透可以一格写几项，每项一行：1.5 100万元以下。\n每行都要有来源：来源列、映射文件的 source，或 --source。--preview 只看不写；--accepted 只写入通过的行。\n映射文件的写法见 shared/shelf/shelf-map.ts。列（* 为新产品必填；表头可用三种语言或下面的标识）：",
    "zh-TW":
      "產品按代碼辨認；同一代碼的內容有變就成為新版本，原版本保留。空格表示不變，減號表示去掉。\n費用和穿透可以一格寫幾項，每項一行：1.5 100萬元以下。\n每列都要有來源：來源欄、對應檔的 source，或 --source。--preview 只看不寫；--accepted 只寫入通過的列。\n對應檔的寫法見 shared/shelf/shelf-map.ts。欄（* 為新產品必填；表頭可用三種語言或下面的識別碼）：",
    en: "A product is known by its code; what differs becomes a new version and the old one stays. An empty cell changes nothing, a dash takes away.\nFees and holdings may have several entries in a cell, one a line: 1.5 below 1m.\nEvery row needs a source: its own column, `source` in the map, or --source. --preview writes nothing; --accepted writes the rows that pass.\nMaps are described in shared/shelf/shelf-map.ts. Columns (* needed for a new product; heads in any of three languages, or these ids):",
  },
} as const satisfies Record<string, Localized>;
/** Why a row of a list was left out. */
export const refusalText: Record<RefusedRow["reason"], Localized> = {
  "not-a-number": { "zh-CN": "不是数字", "zh-TW": "不是數字", en: "not a number" },
  negative: { "zh-CN": "金额为负", "zh-TW": "金額為負", en: "a negative amount" },
  "not-a-date": { "zh-CN": "不是日期", "zh-TW": "不是日期", en: "not a date" },
  "not-in-table": { "zh-CN": "不在对照表里", "zh-TW": "不在對照表裡", en: "not in the table" },
  "row-length": { "zh-CN": "格数与表头不同", "zh-TW": "格數與表頭不同", en: "not as many cells as the header" },
  "no-key": { "zh-CN": "没有编号", "zh-TW": "沒有編號", en: "no key" },
  "not-accepted": { "zh-CN": "值不合格", "zh-TW": "值不合格", en: "not an acceptable value" },
};

/** What `vault check` and `backup test` found. */
const problemText: Record<CheckProblem["problem"] | BackupProblem["problem"], Localized> = {
  damaged: { "zh-CN": "已损坏", "zh-TW": "已損壞", en: "damaged" },
  missing: { "zh-CN": "缺失", "zh-TW": "缺失", en: "missing" },
  spare: { "zh-CN": "两份之一不完好", "zh-TW": "兩份之一不完好", en: "one of its two copies is not sound" },
  unreadable: { "zh-CN": "此版本读不懂", "zh-TW": "此版本讀不懂", en: "holds what this version cannot read" },
  counts: { "zh-CN": "内容少于备份时", "zh-TW": "內容少於備份時", en: "holds less than was backed up" },
  rewritten: { "zh-CN": "与签名时不符", "zh-TW": "與簽章時不符", en: "not what was signed" },
};

export function problemLines(
  problems: readonly { readonly file: string; readonly problem: keyof typeof problemText }[],
  language: Language,
): readonly string[] {
  return problems.map(({ file, problem }) =>
    say(text.checkedProblem, language, { file, problem: problemText[problem][language] }),
  );
}

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
