/** @file Words for erasing a book, on the lock screen and in the security pane. */
import type { Texts } from "./text.ts";

export const erase = {
  way: { "zh-CN": "抹除客户簿", "zh-TW": "抹除客戶簿", en: "Erase a book" },
  title: { "zh-CN": "抹除“{book}”", "zh-TW": "抹除「{book}」", en: "Erase “{book}”" },
  means: {
    "zh-CN": "这台电脑上的整本客户簿会被抹除，包括附件和录音。无法撤销，恢复密钥和营业部的密钥也找不回来。",
    "zh-TW": "這台電腦上的整本客戶簿會被抹除，包括附件和錄音。無法復原，復原金鑰和營業部的金鑰也找不回來。",
    en: "The whole book on this computer is erased, attachments and recordings included. This cannot be undone, not with the recovery key nor the branch’s key.",
  },
  limits: {
    "zh-CN":
      "先覆盖并删除所有能打开它的密钥，再删除文件。固态硬盘可能留有旧块，备份里也有完整的一份：备份请另行销毁。法规要求保存的记录，请先确认已同步给营业部。",
    "zh-TW":
      "先覆寫並刪除所有能打開它的金鑰，再刪除檔案。固態硬碟可能留有舊區塊，備份裡也有完整的一份：備份請另行銷毀。法規要求保存的記錄，請先確認已同步給營業部。",
    en: "The keys that open it are overwritten and deleted first, then the files. A solid state disk may keep old blocks, and every backup is a whole copy: destroy those yourself. Records the law wants kept must have reached the branch before.",
  },
  confirm: {
    "zh-CN": "输入客户簿名称“{book}”以确认",
    "zh-TW": "輸入客戶簿名稱「{book}」以確認",
    en: "Type the book’s name, “{book}”, to confirm",
  },
  proof: { "zh-CN": "用什么证明", "zh-TW": "用什麼證明", en: "Prove it with" },
  passphrase: { "zh-CN": "口令", "zh-TW": "口令", en: "Passphrase" },
  recoveryKey: { "zh-CN": "恢复密钥", "zh-TW": "復原金鑰", en: "Recovery key" },
  submit: { "zh-CN": "永久抹除", "zh-TW": "永久抹除", en: "Erase for good" },
  working: { "zh-CN": "正在抹除", "zh-TW": "正在抹除", en: "Erasing" },
} satisfies Texts;
