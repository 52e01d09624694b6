/** @file What the command line says of failures besides the sentences of the screens (shared/error-texts.ts). */
import type { ErrorCode } from "../../shared/errors.ts";
import type { Localized } from "../../shared/model/primitives.ts";
import type { CommandErrorCode } from "./exit.ts";

export const usageText = {
  none: {
    "zh-CN": "请写明要做什么，全部命令见 --help",
    "zh-TW": "請寫明要做什麼，全部指令見 --help",
    en: "Say what is to be done; --help lists all verbs",
  },
  verb: {
    "zh-CN": "没有“{verb}”这个命令，全部命令见 --help",
    "zh-TW": "沒有「{verb}」這個指令，全部指令見 --help",
    en: "There is no verb “{verb}”; --help lists them all",
  },
  shape: {
    "zh-CN": "用法不对，应为：{verb} {usage}",
    "zh-TW": "用法不對，應為：{verb} {usage}",
    en: "Wrong usage; it is: {verb} {usage}",
  },
  option: {
    "zh-CN": "--{option} 的值不对，见 --help",
    "zh-TW": "--{option} 的值不對，見 --help",
    en: "The value of --{option} is not acceptable, see --help",
  },
} as const satisfies Record<string, Localized>;

export const commandText: Readonly<Record<Exclude<CommandErrorCode, "usage">, Localized>> = {
  "passphrase-missing": {
    "zh-CN": "没有口令。请设环境变量 SUITBOOK_PASSPHRASE，或在终端运行",
    "zh-TW": "沒有口令。請設環境變數 SUITBOOK_PASSPHRASE，或在終端機執行",
    en: "No passphrase: set SUITBOOK_PASSPHRASE, or run it on a terminal",
  },
  "passphrase-differs": {
    "zh-CN": "两次输入的口令不一样，没有任何改动，请再试一次",
    "zh-TW": "兩次輸入的口令不一樣，沒有任何變更，請再試一次",
    en: "The two passphrases differ; nothing was changed. Try again",
  },
  "file-unreadable": {
    "zh-CN": "读不了 {file}：不存在、不是文件、太大、没有权限，或不是要求的内容",
    "zh-TW": "讀不了 {file}：不存在、不是檔案、太大、沒有權限，或不是要求的內容",
    en: "Cannot read {file}: it is not there, no file, too large, out of reach, or not what is asked for",
  },
};

/** What to do next, where a command line offers another way than a screen. */
export const ownNextText: Readonly<Partial<Record<ErrorCode, Localized>>> = {
  "no-branch": {
    "zh-CN": "请用 vault pair --branch 与营业部配对，或用 --recipient 写明收件公钥。",
    "zh-TW": "請用 vault pair --branch 與營業部配對，或用 --recipient 寫明收件公鑰。",
    en: "Pair with the branch by vault pair --branch, or name a recipient by --recipient.",
  },
  "folder-absent": {
    "zh-CN": "请先建好或接上这个文件夹，再试一次。",
    "zh-TW": "請先建好或接上這個資料夾，再試一次。",
    en: "Make or connect the folder, then try again.",
  },
};

export const noMapText: Localized = {
  "zh-CN": "映射文件不是 JSON 对象，格式见本命令的 --help",
  "zh-TW": "對應檔不是 JSON 物件，格式見本指令的 --help",
  en: "The map is no JSON object; for its form see --help of this verb",
};

/** Why a list cannot be read, and what to do: by `reason` of `list-unreadable`. */
export const listReasonText = {
  encoding: {
    "zh-CN": "第{line}行起不是可读的文字：请存为 UTF-8、GB18030 或 UTF-16 的 CSV",
    "zh-TW": "第{line}行起不是可讀的文字：請存為 UTF-8、GB18030 或 UTF-16 的 CSV",
    en: "From line {line} on this is no readable text: save it as CSV in UTF-8, GB18030 or UTF-16",
  },
  nul: {
    "zh-CN": "第{line}行有空字符（NUL），不是文字文件",
    "zh-TW": "第{line}行有空字元（NUL），不是文字檔案",
    en: "There is a NUL in line {line}: this is no text file",
  },
  quotes: {
    "zh-CN": "第{line}行的引号不成对：请在表格软件里另存为 CSV",
    "zh-TW": "第{line}行的引號不成對：請在試算表軟體裡另存為 CSV",
    en: "The quotes in line {line} do not match: save the list as CSV from a spreadsheet",
  },
  "row-too-long": {
    "zh-CN": "第{line}行超过一行允许的长度；确实需要时用 --max-row-chars 放宽",
    "zh-TW": "第{line}行超過一行允許的長度；確實需要時用 --max-row-chars 放寬",
    en: "Line {line} is longer than a row may be; --max-row-chars allows more",
  },
  "too-large": {
    "zh-CN": "名单（解压后）太大；确实需要时用 --max-bytes 放宽",
    "zh-TW": "名單（解壓縮後）太大；確實需要時用 --max-bytes 放寬",
    en: "The list, unpacked, is too large; --max-bytes allows more",
  },
  "too-many-rows": {
    "zh-CN": "名单的行数太多；确实需要时用 --max-rows 放宽",
    "zh-TW": "名單的列數太多；確實需要時用 --max-rows 放寬",
    en: "The list has too many rows; --max-rows allows more",
  },
  "too-many-columns": {
    "zh-CN": "第{line}行的列数太多：请删去用不到的列",
    "zh-TW": "第{line}行的欄數太多：請刪去用不到的欄",
    en: "Line {line} has too many columns: leave out those that are not needed",
  },
  compression: {
    "zh-CN": "压缩文件不完整或已损坏：请重新取得",
    "zh-TW": "壓縮檔案不完整或已損壞：請重新取得",
    en: "The compressed file is cut short or damaged: fetch it again",
  },
  empty: {
    "zh-CN": "名单是空的，连表头也没有",
    "zh-TW": "名單是空的，連表頭也沒有",
    en: "The list is empty; there is not even a header",
  },
} as const satisfies Record<string, Localized>;
