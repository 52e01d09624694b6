/**
 * @file One sentence set for every error code: what broke, what was not changed, what
 * to do next. A code without one does not compile. Wrong passphrase and damaged file
 * share no words, because the reader does different things next.
 */
import type { ErrorCode } from "./errors.ts";
import type { Localized } from "./model/primitives.ts";

export interface ErrorText {
  readonly broke: Localized;
  readonly kept: Localized;
  readonly next: Localized;
}

const rulesStay = {
  "zh-CN": "原来的规则包继续有效。",
  "zh-TW": "原來的規則包繼續有效。",
  en: "The present rule packs stay in force.",
} as const;
const nothingSaved: Localized = {
  "zh-CN": "这次的内容没有保存，原有内容不变。",
  "zh-TW": "這次的內容沒有儲存，原有內容不變。",
  en: "This change was not saved; what was there before is unchanged.",
};
const nothingAdded: Localized = {
  "zh-CN": "没有存入任何内容，原文件不变。",
  "zh-TW": "沒有存入任何內容，原檔案不變。",
  en: "Nothing was added; the original file is unchanged.",
};
const nothingImported: Localized = {
  "zh-CN": "没有导入任何内容，客户簿不变。",
  "zh-TW": "沒有匯入任何內容，客戶簿不變。",
  en: "Nothing was imported; the book is unchanged.",
};
const nothingExported: Localized = {
  "zh-CN": "没有写出任何文件，待导出的内容还在。",
  "zh-TW": "沒有寫出任何檔案，待匯出的內容還在。",
  en: "No file was written; what waits to be exported is still waiting.",
};
const nothingWritten: Localized = {
  "zh-CN": "没有写出任何文件。",
  "zh-TW": "沒有寫出任何檔案。",
  en: "No file was written.",
};
const fileUntouched: Localized = {
  "zh-CN": "没有改动任何文件。",
  "zh-TW": "沒有改動任何檔案。",
  en: "No file was changed.",
};
const noDocument: Localized = {
  "zh-CN": "没有存入文件，测评结果不变。",
  "zh-TW": "沒有存入文件，測評結果不變。",
  en: "No document was filed; the record is unchanged.",
};
const notPaired: Localized = {
  "zh-CN": "没有建立配对。",
  "zh-TW": "沒有建立配對。",
  en: "No pairing was made.",
};
const askAgain: Localized = {
  "zh-CN": "请对方重新导出，再导入一次。",
  "zh-TW": "請對方重新匯出，再匯入一次。",
  en: "Ask the sender to export it again, then import the new file.",
};
const noProof: Localized = {
  "zh-CN": "没有写出证明包。",
  "zh-TW": "沒有寫出證明包。",
  en: "No proof pack was written.",
};
const askOriginal: Localized = {
  "zh-CN": "请向制作人索取原件，用原件核对。",
  "zh-TW": "請向製作人索取原件，用原件核對。",
  en: "Ask its maker for the original file and verify that.",
};
const notProven: Localized = {
  "zh-CN": "这一项不能作为证据，请向制作人查问。",
  "zh-TW": "這一項不能作為證據，請向製作人查問。",
  en: "This part proves nothing; ask its maker about it.",
};
const updateApp: Localized = {
  "zh-CN": "请先更新本软件，再试一次。",
  "zh-TW": "請先更新本軟體，再試一次。",
  en: "Update Suitbook, then try again.",
};

export const errors: Readonly<Record<ErrorCode, ErrorText>> = {
  unexpected: {
    broke: { "zh-CN": "出了没有料到的问题", "zh-TW": "出了沒有料到的問題", en: "Something unforeseen went wrong" },
    kept: {
      "zh-CN": "已保存的内容不受影响。",
      "zh-TW": "已儲存的內容不受影響。",
      en: "What was saved before is not affected.",
    },
    next: {
      "zh-CN": "请再试一次；如果还是这样，请锁定后重新打开。",
      "zh-TW": "請再試一次；如果還是這樣，請鎖定後重新開啟。",
      en: "Try again; if it stays so, lock the book and open it anew.",
    },
  },
  "bad-request": {
    broke: {
      "zh-CN": "这个请求本软件看不懂",
      "zh-TW": "這個請求本軟體看不懂",
      en: "Suitbook did not understand this request",
    },
    kept: nothingSaved,
    next: {
      "zh-CN": "这是软件的错，不是您的错。请换一种做法，并把错误代码告诉维护的人。",
      "zh-TW": "這是軟體的錯，不是您的錯。請換一種做法，並把錯誤代碼告訴維護的人。",
      en: "This is our fault, not yours. Try another way, and pass the error code on to whoever looks after Suitbook.",
    },
  },
  locked: {
    broke: { "zh-CN": "客户簿已锁定", "zh-TW": "客戶簿已鎖定", en: "The book is locked" },
    kept: nothingSaved,
    next: { "zh-CN": "请先解锁。", "zh-TW": "請先解鎖。", en: "Unlock it first." },
  },
  "wrong-passphrase": {
    broke: { "zh-CN": "口令不对", "zh-TW": "口令不對", en: "The passphrase is not right" },
    kept: { "zh-CN": "文件完好，没有损坏。", "zh-TW": "檔案完好，沒有損壞。", en: "The book itself is intact." },
    next: {
      "zh-CN": "请检查大小写和输入法，或改用恢复密钥。",
      "zh-TW": "請檢查大小寫和輸入法，或改用復原金鑰。",
      en: "Check capitals and input method, or use the recovery key.",
    },
  },
  "wait-before-retry": {
    broke: {
      "zh-CN": "错得太多，暂停一会儿",
      "zh-TW": "錯得太多，暫停一會兒",
      en: "Too many wrong tries: a short pause",
    },
    kept: { "zh-CN": "文件完好，没有损坏。", "zh-TW": "檔案完好，沒有損壞。", en: "The book itself is intact." },
    next: {
      "zh-CN": "请{waitSeconds}秒后再试。",
      "zh-TW": "請{waitSeconds}秒後再試。",
      en: "Try again in {waitSeconds} {waitSeconds|second|seconds}.",
    },
  },
  "wrong-recovery-key": {
    broke: {
      "zh-CN": "恢复密钥打不开这本客户簿",
      "zh-TW": "復原金鑰打不開這本客戶簿",
      en: "The recovery key does not open this book",
    },
    kept: {
      "zh-CN": "文件完好，口令也没有改变。",
      "zh-TW": "檔案完好，口令也沒有改變。",
      en: "The book is intact, and the passphrase is unchanged.",
    },
    next: {
      "zh-CN": "请对照打印的那一页逐组核对，并确认它属于这本客户簿。",
      "zh-TW": "請對照列印的那一頁逐組核對，並確認它屬於這本客戶簿。",
      en: "Compare it group by group with the printed sheet, and make sure the sheet belongs to this book.",
    },
  },
  "wrong-escrow-key": {
    broke: {
      "zh-CN": "这把密钥打不开这本客户簿",
      "zh-TW": "這把金鑰打不開這本客戶簿",
      en: "This key does not open the book",
    },
    kept: {
      "zh-CN": "文件完好，没有任何改动。",
      "zh-TW": "檔案完好，沒有任何變更。",
      en: "The book is intact; nothing was changed.",
    },
    next: {
      "zh-CN": "请确认选的是营业部保管的密钥文件（AGE-SECRET-KEY-1 开头），并且这本客户簿托管给了这个营业部。",
      "zh-TW": "請確認選的是營業部保管的金鑰檔案（AGE-SECRET-KEY-1 開頭），並且這本客戶簿託管給了這個營業部。",
      en: "Check that it is the branch’s key file (it holds AGE-SECRET-KEY-1…) and that this book is in escrow with that branch.",
    },
  },
  "escrow-recipient": {
    broke: {
      "zh-CN": "这不是营业部的公钥",
      "zh-TW": "這不是營業部的公鑰",
      en: "This is not a branch’s public key",
    },
    kept: {
      "zh-CN": "文件完好，没有任何改动。",
      "zh-TW": "檔案完好，沒有任何變更。",
      en: "The book is intact; nothing was changed.",
    },
    next: {
      "zh-CN": "公钥以 age1 开头，共62个字符。请从营业部给的文件里整行复制。",
      "zh-TW": "公鑰以 age1 開頭，共62個字元。請從營業部給的檔案裡整行複製。",
      en: "A public key begins with age1 and has 62 characters. Copy the whole line from the branch’s file.",
    },
  },
  "quick-unlock-unavailable": {
    broke: {
      "zh-CN": "这台电脑没有受保护的系统钥匙库",
      "zh-TW": "這台電腦沒有受保護的系統金鑰庫",
      en: "This computer has no protected key store",
    },
    kept: {
      "zh-CN": "文件完好，没有任何改动。",
      "zh-TW": "檔案完好，沒有任何變更。",
      en: "The book is intact; nothing was changed.",
    },
    next: {
      "zh-CN": "请继续用口令解锁。",
      "zh-TW": "請繼續用口令解鎖。",
      en: "Go on unlocking with the passphrase.",
    },
  },
  "quick-unlock-failed": {
    broke: {
      "zh-CN": "系统钥匙库没有给出密钥",
      "zh-TW": "系統金鑰庫沒有給出金鑰",
      en: "The system’s key store did not give the key",
    },
    kept: {
      "zh-CN": "文件完好，没有任何改动。",
      "zh-TW": "檔案完好，沒有任何變更。",
      en: "The book is intact; nothing was changed.",
    },
    next: {
      "zh-CN": "请用口令解锁，再到设置的“安全”里重新开启快速解锁。",
      "zh-TW": "請用口令解鎖，再到設定的「安全」裡重新開啟快速解鎖。",
      en: "Unlock with the passphrase, then switch quick unlock on again under Settings, Security.",
    },
  },
  "rotation-unfinished": {
    broke: {
      "zh-CN": "数据密钥正在更换，还没有完成",
      "zh-TW": "資料金鑰正在更換，還沒有完成",
      en: "The data key is still being replaced",
    },
    kept: {
      "zh-CN": "文件完好，没有任何改动。",
      "zh-TW": "檔案完好，沒有任何變更。",
      en: "The book is intact; nothing was changed.",
    },
    next: {
      "zh-CN": "请先在设置的“安全”里完成更换，再试一次。",
      "zh-TW": "請先在設定的「安全」裡完成更換，再試一次。",
      en: "Finish that first under Settings, Security, then try again.",
    },
  },
  "confirmation-differs": {
    broke: {
      "zh-CN": "输入的名称和客户簿名称不一样",
      "zh-TW": "輸入的名稱和客戶簿名稱不一樣",
      en: "What you typed is not the book’s name",
    },
    kept: {
      "zh-CN": "什么都没有删除。",
      "zh-TW": "什麼都沒有刪除。",
      en: "Nothing was erased.",
    },
    next: {
      "zh-CN": "请照客户簿名称逐字输入。",
      "zh-TW": "請照客戶簿名稱逐字輸入。",
      en: "Type the book’s name exactly as it is shown.",
    },
  },
  "weak-passphrase": {
    broke: { "zh-CN": "这个口令太容易猜到", "zh-TW": "這個口令太容易猜到", en: "This passphrase is too easy to guess" },
    kept: { "zh-CN": "口令没有改变。", "zh-TW": "口令沒有改變。", en: "No passphrase was set." },
    next: {
      "zh-CN": "请用至少12个字符，或5个词以上的一句话。",
      "zh-TW": "請用至少12個字元，或5個詞以上的一句話。",
      en: "Use at least 12 characters, or a sentence of 5 words or more.",
    },
  },
  "vault-damaged": {
    broke: {
      "zh-CN": "数据文件 {file} 已损坏",
      "zh-TW": "資料檔 {file} 已損壞",
      en: "The data file {file} is damaged",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "请先整份复制这个文件夹，再用最近的备份恢复。",
      "zh-TW": "請先整份複製這個資料夾，再用最近的備份還原。",
      en: "Copy the whole folder first, then restore the latest backup.",
    },
  },
  "vault-newer": {
    broke: {
      "zh-CN": "这本客户簿由更新的版本写成",
      "zh-TW": "這本客戶簿由更新的版本寫成",
      en: "This book was written by a newer version",
    },
    kept: fileUntouched,
    next: updateApp,
  },
  "vault-parameters": {
    broke: {
      "zh-CN": "文件头里的加密参数不合常理，已拒绝打开",
      "zh-TW": "檔頭裡的加密參數不合常理，已拒絕開啟",
      en: "The encryption settings in the file header are out of bounds, so it was not opened",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "文件可能被人改过。请用备份恢复。",
      "zh-TW": "檔案可能被人改過。請用備份還原。",
      en: "Somebody may have altered the file. Restore a backup.",
    },
  },
  "vault-exists": {
    broke: {
      "zh-CN": "那个文件夹里已经有东西",
      "zh-TW": "那個資料夾裡已經有東西",
      en: "There is something in that folder already",
    },
    kept: {
      "zh-CN": "没有新建客户簿，里面的内容没有动。",
      "zh-TW": "沒有新建客戶簿，裡面的內容沒有動。",
      en: "No book was created, and what lies there was not touched.",
    },
    next: { "zh-CN": "请换一个空文件夹。", "zh-TW": "請換一個空資料夾。", en: "Choose an empty folder." },
  },
  "vault-missing": {
    broke: {
      "zh-CN": "原来的位置上没有这本客户簿",
      "zh-TW": "原來的位置上沒有這本客戶簿",
      en: "The book is no longer in its place",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "如果放在 U 盘或网络盘上，请先接好；如果移动过，请移回原处。",
      "zh-TW": "如果放在隨身碟或網路磁碟上，請先接好；如果移動過，請移回原處。",
      en: "If it lies on a USB stick or network drive, connect that first; if it was moved, move it back.",
    },
  },
  "vault-in-use": {
    broke: {
      "zh-CN": "这本客户簿正被另一个窗口使用",
      "zh-TW": "這本客戶簿正被另一個視窗使用",
      en: "Another window has this book open",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "请关闭另一个窗口，再试一次。",
      "zh-TW": "請關閉另一個視窗，再試一次。",
      en: "Close the other window, then try again.",
    },
  },
  "vault-read-only": {
    broke: {
      "zh-CN": "现在只能看，不能保存",
      "zh-TW": "現在只能看，不能儲存",
      en: "The book is open for reading only",
    },
    kept: nothingSaved,
    next: {
      "zh-CN": "数据文件有损坏，或文件夹不能写入。先看文件夹能否写入；有损坏时，请整份复制文件夹，再用最近的备份恢复。",
      "zh-TW": "資料檔有損壞，或資料夾不能寫入。先看資料夾能否寫入；有損壞時，請整份複製資料夾，再用最近的備份還原。",
      en: "A data file is damaged, or the folder cannot be written. See whether it can be; where it is damaged, copy the folder, then restore the latest backup.",
    },
  },
  "disk-full": {
    broke: {
      "zh-CN": "磁盘已满，刚才的改动没有保存",
      "zh-TW": "磁碟已滿，剛才的改動沒有儲存",
      en: "The disk is full: the last change was not saved",
    },
    kept: { "zh-CN": "此前保存的内容都在。", "zh-TW": "此前儲存的內容都在。", en: "Everything saved before is there." },
    next: {
      "zh-CN": "请腾出一些空间，再保存一次。",
      "zh-TW": "請騰出一些空間，再儲存一次。",
      en: "Free some space, then save again.",
    },
  },
  "disk-error": {
    broke: {
      "zh-CN": "磁盘没有接受刚才的改动",
      "zh-TW": "磁碟沒有接受剛才的改動",
      en: "The disk did not take the last change",
    },
    kept: {
      "zh-CN": "这次的改动没有保存，此前保存的内容都在。",
      "zh-TW": "這次的改動沒有儲存，此前儲存的內容都在。",
      en: "This change was not saved; everything saved before is there.",
    },
    next: {
      "zh-CN": "请检查磁盘是否接好、能否写入，再保存一次。",
      "zh-TW": "請檢查磁碟是否接好、能否寫入，再儲存一次。",
      en: "Check that the disk is connected and can be written, then save again.",
    },
  },
  "no-room": {
    broke: {
      "zh-CN": "空间不够：需要{needed} MB，只剩{free} MB。",
      "zh-TW": "空間不夠：需要{needed} MB，只剩{free} MB。",
      en: "Too little space: {needed} MB needed, {free} MB free.",
    },
    kept: nothingWritten,
    next: {
      "zh-CN": "请清出空间，或换一个文件夹，再试一次。",
      "zh-TW": "請清出空間，或換一個資料夾，再試一次。",
      en: "Free some space or choose another folder, then try again.",
    },
  },
  "backup-failed": {
    broke: {
      "zh-CN": "备份写入后读回不一致（{file}）。",
      "zh-TW": "備份寫入後讀回不一致（{file}）。",
      en: "The backup did not read back as it was written ({file}).",
    },
    kept: {
      "zh-CN": "客户簿和以前的备份不受影响，这一份没有列入。",
      "zh-TW": "客戶簿和以前的備份不受影響，這一份沒有列入。",
      en: "The book and earlier backups are not affected; this one was not listed.",
    },
    next: {
      "zh-CN": "备份盘可能有坏处。请换一个盘或文件夹再备份。",
      "zh-TW": "備份碟可能有壞處。請換一個碟或資料夾再備份。",
      en: "The drive may be failing. Back up to another drive or folder.",
    },
  },
  "backup-missing": {
    broke: {
      "zh-CN": "找不到这份备份，或它的清单读不出来。",
      "zh-TW": "找不到這份備份，或它的清單讀不出來。",
      en: "This backup is not there, or its list cannot be read.",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "请检查备份文件夹，或选另一份备份。",
      "zh-TW": "請檢查備份資料夾，或選另一份備份。",
      en: "Check the backup folder, or choose another backup.",
    },
  },
  "backup-older-key": {
    broke: {
      "zh-CN": "这份备份是更换数据密钥之前做的，现在的密钥验不了它。",
      "zh-TW": "這份備份是更換資料金鑰之前做的，現在的金鑰驗不了它。",
      en: "This backup was made before the data key was changed; the present key cannot verify it.",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "请用“恢复”打开预览，输入当时的口令来检查；并尽快做一份新备份。",
      "zh-TW": "請用「還原」開啟預覽，輸入當時的口令來檢查；並儘快做一份新備份。",
      en: "Open the preview under Restore with the passphrase of that time, and make a new backup soon.",
    },
  },
  "bad-operation": {
    broke: {
      "zh-CN": "有一项内容不合要求，没有保存",
      "zh-TW": "有一項內容不合要求，沒有儲存",
      en: "One of the values was not acceptable, so nothing was saved",
    },
    kept: nothingSaved,
    next: {
      "zh-CN": "请检查刚才填写的内容，再保存一次。",
      "zh-TW": "請檢查剛才填寫的內容，再儲存一次。",
      en: "Check what you entered, then save again.",
    },
  },
  "attachment-empty": {
    broke: { "zh-CN": "这个文件是空的", "zh-TW": "這個檔案是空的", en: "This file is empty" },
    kept: nothingAdded,
    next: {
      "zh-CN": "请检查原文件，重新选择。",
      "zh-TW": "請檢查原檔案，重新選擇。",
      en: "Check the original and choose it again.",
    },
  },
  "attachment-too-large": {
    broke: {
      "zh-CN": "文件超过{limitMb} MB",
      "zh-TW": "檔案超過{limitMb} MB",
      en: "The file is larger than {limitMb} MB",
    },
    kept: nothingAdded,
    next: {
      "zh-CN": "请降低扫描分辨率，或拆成几份再添加。",
      "zh-TW": "請降低掃描解析度，或拆成幾份再加入。",
      en: "Scan it at a lower resolution, or split it into parts.",
    },
  },
  "attachment-type": {
    broke: {
      "zh-CN": "这种文件不能存入客户簿",
      "zh-TW": "這種檔案不能存入客戶簿",
      en: "This kind of file cannot be kept in the book",
    },
    kept: nothingAdded,
    next: {
      "zh-CN": "请改用 JPEG、PNG、WebP 图片，PDF 文件，或 WebM、WAV、MP3、M4A 录音。",
      "zh-TW": "請改用 JPEG、PNG、WebP 圖片，PDF 檔案，或 WebM、WAV、MP3、M4A 錄音。",
      en: "Use a JPEG, PNG or WebP picture, a PDF, or a WebM, WAV, MP3 or M4A recording.",
    },
  },
  "attachment-markup": {
    broke: {
      "zh-CN": "这是网页或矢量图，里面可能带有程序",
      "zh-TW": "這是網頁或向量圖，裡面可能帶有程式",
      en: "This is a web page or a vector drawing, which can carry a program",
    },
    kept: nothingAdded,
    next: {
      "zh-CN": "请打印成 PDF，或截成图片再添加。",
      "zh-TW": "請列印成 PDF，或截成圖片再加入。",
      en: "Print it to PDF or take a picture of it, then add that.",
    },
  },
  "attachment-archive": {
    broke: {
      "zh-CN": "这是压缩包或 Office 文件，里面的内容无法核查",
      "zh-TW": "這是壓縮檔或 Office 檔案，裡面的內容無法核查",
      en: "This is an archive or an Office file, whose content cannot be checked",
    },
    kept: nothingAdded,
    next: {
      "zh-CN": "请先解压，或另存为 PDF，再逐份添加。",
      "zh-TW": "請先解壓縮，或另存為 PDF，再逐份加入。",
      en: "Unpack it or save it as PDF, then add the parts.",
    },
  },
  "attachment-program": {
    broke: { "zh-CN": "这是程序或脚本", "zh-TW": "這是程式或指令碼", en: "This is a program or a script" },
    kept: nothingAdded,
    next: {
      "zh-CN": "它不该放在客户资料里。请不要打开来历不明的文件。",
      "zh-TW": "它不該放在客戶資料裡。請不要開啟來歷不明的檔案。",
      en: "It has no place among a client’s papers. Do not open files of unknown origin.",
    },
  },
  "attachment-kind": {
    broke: {
      "zh-CN": "这里不能放这种文件",
      "zh-TW": "這裡不能放這種檔案",
      en: "This kind of file does not belong here",
    },
    kept: nothingAdded,
    next: {
      "zh-CN": "照片和签名请用图片，录音请用音频，其他请作为文件添加。",
      "zh-TW": "照片和簽名請用圖片，錄音請用音訊，其他請作為文件加入。",
      en: "Photos and signatures are pictures, recordings are sound; add anything else as a document.",
    },
  },
  "attachment-pixels": {
    broke: {
      "zh-CN": "图片太大：{width}×{height}像素",
      "zh-TW": "圖片太大：{width}×{height}像素",
      en: "The picture is too large: {width}×{height} pixels",
    },
    kept: nothingAdded,
    next: {
      "zh-CN": "请缩小到4,000万像素以内，任一边不超过16,384像素。",
      "zh-TW": "請縮小到4,000萬像素以內，任一邊不超過16,384像素。",
      en: "Reduce it to at most 40 million pixels and 16,384 on either side.",
    },
  },
  "attachment-picture": {
    broke: {
      "zh-CN": "图片文件不完整或已损坏",
      "zh-TW": "圖片檔案不完整或已損壞",
      en: "The picture file is incomplete or damaged",
    },
    kept: nothingAdded,
    next: {
      "zh-CN": "请从原处重新取得图片，再添加一次。",
      "zh-TW": "請從原處重新取得圖片，再加入一次。",
      en: "Fetch the picture from its source again, then add it.",
    },
  },
  "attachment-strip": {
    broke: {
      "zh-CN": "只有图片能清除拍摄信息",
      "zh-TW": "只有圖片能清除拍攝資訊",
      en: "Only pictures can have their hidden data removed",
    },
    kept: nothingAdded,
    next: {
      "zh-CN": "请取消“清除拍摄信息”，或把这份文件转成图片再添加。",
      "zh-TW": "請取消「清除拍攝資訊」，或把這份檔案轉成圖片再加入。",
      en: "Switch the removal off, or turn the file into a picture first.",
    },
  },
  "attachment-name": {
    broke: {
      "zh-CN": "文件名里没有可用的文字",
      "zh-TW": "檔名裡沒有可用的文字",
      en: "Nothing of the file name can be used",
    },
    kept: nothingAdded,
    next: { "zh-CN": "请给文件另取一个名字。", "zh-TW": "請給檔案另取一個名字。", en: "Give the file another name." },
  },
  "attachment-missing": {
    broke: {
      "zh-CN": "找不到这份附件的文件",
      "zh-TW": "找不到這份附件的檔案",
      en: "The file of this attachment is not there",
    },
    kept: {
      "zh-CN": "附件的记录还在，其他附件不受影响。",
      "zh-TW": "附件的紀錄還在，其他附件不受影響。",
      en: "Its record is still there, and other attachments are not affected.",
    },
    next: {
      "zh-CN": "请到“存储与健康”做一次检查，再从备份恢复。",
      "zh-TW": "請到「儲存與健康」做一次檢查，再從備份復原。",
      en: "Run a check under Storage and health, then restore it from a backup.",
    },
  },
  "attachment-damaged": {
    broke: {
      "zh-CN": "这份附件的文件已损坏",
      "zh-TW": "這份附件的檔案已損壞",
      en: "The file of this attachment is damaged",
    },
    kept: {
      "zh-CN": "没有显示或写出任何未经核实的内容。",
      "zh-TW": "沒有顯示或寫出任何未經核實的內容。",
      en: "Nothing that could not be verified was shown or written.",
    },
    next: {
      "zh-CN": "请到“存储与健康”做一次检查，再从备份恢复。",
      "zh-TW": "請到「儲存與健康」做一次檢查，再從備份復原。",
      en: "Run a check under Storage and health, then restore it from a backup.",
    },
  },
  "export-unregistered": {
    broke: {
      "zh-CN": "这次导出还没有登记",
      "zh-TW": "這次匯出還沒有登記",
      en: "This export is not in the register yet",
    },
    kept: nothingExported,
    next: {
      "zh-CN": "请写明原因，重新导出。",
      "zh-TW": "請寫明原因，重新匯出。",
      en: "State the reason and export it again.",
    },
  },
  "recording-missing": {
    broke: {
      "zh-CN": "这段录音已经不在待处理之列",
      "zh-TW": "這段錄音已經不在待處理之列",
      en: "This recording is no longer waiting",
    },
    kept: {
      "zh-CN": "已归档的录音不受影响。",
      "zh-TW": "已歸檔的錄音不受影響。",
      en: "Recordings already filed are not affected.",
    },
    next: {
      "zh-CN": "请查看客户的录音列表；如需继续，请重新开始录音。",
      "zh-TW": "請查看客戶的錄音列表；如需繼續，請重新開始錄音。",
      en: "Look in the client’s recordings; to go on, start a new recording.",
    },
  },
  "recording-order": {
    broke: {
      "zh-CN": "录音的片段没有接上",
      "zh-TW": "錄音的片段沒有接上",
      en: "A piece of the recording does not follow the last",
    },
    kept: {
      "zh-CN": "之前的{bytes}字节都已保存。",
      "zh-TW": "之前的{bytes}位元組都已儲存。",
      en: "The {bytes} bytes before it are saved.",
    },
    next: {
      "zh-CN": "请停止录音并保留已录部分，再重新开始。",
      "zh-TW": "請停止錄音並保留已錄部分，再重新開始。",
      en: "Stop, keep what was recorded, and start again.",
    },
  },
  "package-too-large": {
    broke: {
      "zh-CN": "这个文件大得不像同步包",
      "zh-TW": "這個檔案大得不像同步包",
      en: "This file is too large for a sync package",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请确认选对了文件；如果没错，请对方分次导出。",
      "zh-TW": "請確認選對了檔案；如果沒錯，請對方分次匯出。",
      en: "Make sure it is the right file; if it is, ask the sender to export in smaller parts.",
    },
  },
  "package-not-age": {
    broke: { "zh-CN": "这个文件不是同步包", "zh-TW": "這個檔案不是同步包", en: "This file is not a sync package" },
    kept: nothingImported,
    next: {
      "zh-CN": "同步包的文件名以 .age 结尾。请重新选择；如果没选错，说明拷贝时受损，请再拷一次。",
      "zh-TW": "同步包的檔名以 .age 結尾。請重新選擇；如果沒選錯，說明複製時受損，請再複製一次。",
      en: "Package names end in .age. Choose again; if it was the right one it suffered on the way, so copy it anew.",
    },
  },
  "package-wrong-recipient": {
    broke: {
      "zh-CN": "这个同步包不是给本客户簿的，无法打开",
      "zh-TW": "這個同步包不是給本客戶簿的，無法開啟",
      en: "This package is not sealed for this book, so it cannot be opened",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请对方确认配对的是您现在的身份卡，再重新导出。",
      "zh-TW": "請對方確認配對的是您現在的身分卡，再重新匯出。",
      en: "Ask the sender to check that they are paired with your present identity card, then to export again.",
    },
  },
  "package-damaged": {
    broke: {
      "zh-CN": "同步包已损坏或不完整",
      "zh-TW": "同步包已損壞或不完整",
      en: "The package is damaged or cut short",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请再拷贝一次；如果仍然打不开，请对方重新导出。",
      "zh-TW": "請再複製一次；如果仍然打不開，請對方重新匯出。",
      en: "Copy it again; if it still does not open, ask the sender to export it anew.",
    },
  },
  "package-malformed": {
    broke: {
      "zh-CN": "文件能解开，但里面不是同步包的内容",
      "zh-TW": "檔案能解開，但裡面不是同步包的內容",
      en: "The file opens, but what is inside is not a sync package",
    },
    kept: nothingImported,
    next: askAgain,
  },
  "package-manifest": {
    broke: {
      "zh-CN": "同步包的清单不合规定",
      "zh-TW": "同步包的清單不合規定",
      en: "The package's manifest does not follow the rules",
    },
    kept: nothingImported,
    next: askAgain,
  },
  "package-signature": {
    broke: {
      "zh-CN": "签名与内容不符，不能相信这个同步包",
      "zh-TW": "簽章與內容不符，不能相信這個同步包",
      en: "The signature does not fit the content, so this package cannot be trusted",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请当面或打电话向对方核实，再请对方重新导出。",
      "zh-TW": "請當面或打電話向對方核實，再請對方重新匯出。",
      en: "Check with the sender in person or by phone, then ask for a new export.",
    },
  },
  "package-unknown-sender": {
    broke: {
      "zh-CN": "签名的人还没有与本客户簿配对",
      "zh-TW": "簽章的人還沒有與本客戶簿配對",
      en: "It is signed by somebody this book is not paired with",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "如果认识对方，请先当面核对指纹 {fingerprint} 并配对，再导入。",
      "zh-TW": "如果認識對方，請先當面核對指紋 {fingerprint} 並配對，再匯入。",
      en: "If you know the sender, compare the fingerprint {fingerprint} in person and pair first, then import.",
    },
  },
  "package-not-for-me": {
    broke: {
      "zh-CN": "签名的收件人名单里没有本客户簿",
      "zh-TW": "簽章的收件人名單裡沒有本客戶簿",
      en: "This book is not among the recipients the sender signed for",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请对方选择您为收件人，重新导出。",
      "zh-TW": "請對方選擇您為收件人，重新匯出。",
      en: "Ask the sender to choose you as a recipient and export again.",
    },
  },
  "package-duplicate": {
    broke: {
      "zh-CN": "第{seq}号同步包已经导入过",
      "zh-TW": "第{seq}號同步包已經匯入過",
      en: "Package {seq} has been imported before",
    },
    kept: {
      "zh-CN": "内容都在，没有重复写入。",
      "zh-TW": "內容都在，沒有重複寫入。",
      en: "Its content is there; nothing was written twice.",
    },
    next: { "zh-CN": "不需要再做什么。", "zh-TW": "不需要再做什麼。", en: "There is nothing more to do." },
  },
  "package-fork": {
    broke: {
      "zh-CN": "第{seq}号同步包与以前导入的内容不同",
      "zh-TW": "第{seq}號同步包與以前匯入的內容不同",
      en: "Package {seq} differs from the one imported before under that number",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "对方可能在用同一本客户簿的两份拷贝。请对方只留一份，再重新导出。",
      "zh-TW": "對方可能在用同一本客戶簿的兩份複本。請對方只留一份，再重新匯出。",
      en: "The sender may be using two copies of one book. Ask them to keep one, then to export again.",
    },
  },
  "package-history": {
    broke: {
      "zh-CN": "第{seq}号同步包背后的记录与上一个包时不同：已经交出的历史被改过",
      "zh-TW": "第{seq}號同步包背後的記錄與上一個包時不同：已經交出的歷史被改過",
      en: "The record behind package {seq} no longer contains what was there at the last one: history that had been handed over was changed",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请保留这个文件，并请合规人员查看对方的客户簿。对方要重新配对后才能继续。",
      "zh-TW": "請保留這個檔案，並請合規人員查看對方的客戶簿。對方要重新配對後才能繼續。",
      en: "Keep this file and ask compliance to look at the sender's book. The sender must pair again before going on.",
    },
  },
  "package-gap": {
    broke: {
      "zh-CN": "前面还缺同步包：第{missing}号",
      "zh-TW": "前面還缺同步包：第{missing}號",
      en: "Earlier packages are missing: {missing}",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请先导入缺少的，或请对方补发。",
      "zh-TW": "請先匯入缺少的，或請對方補發。",
      en: "Import the missing ones first, or ask the sender for them.",
    },
  },
  "package-content": {
    broke: {
      "zh-CN": "包内文件与清单记载的不一致",
      "zh-TW": "包內檔案與清單記載的不一致",
      en: "A file inside differs from what the manifest says",
    },
    kept: nothingImported,
    next: askAgain,
  },
  "package-operation": {
    broke: {
      "zh-CN": "包内第{line}行的改动不合要求",
      "zh-TW": "包內第{line}行的改動不合要求",
      en: "The change in line {line} of the package is not acceptable",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请把错误代码和行号告诉对方，由对方更正后重新导出。",
      "zh-TW": "請把錯誤代碼和行號告訴對方，由對方更正後重新匯出。",
      en: "Give the sender the error code and the line; they correct it and export again.",
    },
  },
  "package-newer": {
    broke: {
      "zh-CN": "这个同步包由更新的版本导出",
      "zh-TW": "這個同步包由更新的版本匯出",
      en: "This package was exported by a newer version",
    },
    kept: nothingImported,
    next: updateApp,
  },
  "import-expired": {
    broke: { "zh-CN": "这次预览已经失效", "zh-TW": "這次預覽已經失效", en: "This preview is no longer valid" },
    kept: nothingImported,
    next: { "zh-CN": "请重新选择文件。", "zh-TW": "請重新選擇檔案。", en: "Choose the file again." },
  },
  "card-unreadable": {
    broke: {
      "zh-CN": "粘贴的内容不是身份卡",
      "zh-TW": "貼上的內容不是身分卡",
      en: "The pasted text is not an identity card",
    },
    kept: notPaired,
    next: {
      "zh-CN": "请让对方整行复制身份卡，再粘贴一次。",
      "zh-TW": "請讓對方整行複製身分卡，再貼上一次。",
      en: "Ask for the whole line of the card, then paste it again.",
    },
  },
  "card-own": {
    broke: {
      "zh-CN": "这是本客户簿自己的身份卡",
      "zh-TW": "這是本客戶簿自己的身分卡",
      en: "This is your own identity card",
    },
    kept: notPaired,
    next: { "zh-CN": "请粘贴对方的身份卡。", "zh-TW": "請貼上對方的身分卡。", en: "Paste the other side's card." },
  },
  "card-device": {
    broke: {
      "zh-CN": "这张身份卡用的是 {name} 的设备编号",
      "zh-TW": "這張身分卡用的是 {name} 的裝置編號",
      en: "This card carries the device number of {name}",
    },
    kept: notPaired,
    next: {
      "zh-CN": "如果确实换了身份，请先解除与 {name} 的配对。",
      "zh-TW": "如果確實換了身分，請先解除與 {name} 的配對。",
      en: "If the identity really changed, remove the pairing with {name} first.",
    },
  },
  "card-fingerprint": {
    broke: { "zh-CN": "指纹与身份卡不符", "zh-TW": "指紋與身分卡不符", en: "The fingerprint does not fit the card" },
    kept: notPaired,
    next: {
      "zh-CN": "请当面或打电话重新核对；仍然不符就不要配对。",
      "zh-TW": "請當面或打電話重新核對；仍然不符就不要配對。",
      en: "Compare again in person or by phone; if it still differs, do not pair.",
    },
  },
  "no-branch": {
    broke: { "zh-CN": "还没有与分支机构配对", "zh-TW": "還沒有與分支機構配對", en: "No branch is paired yet" },
    kept: nothingExported,
    next: {
      "zh-CN": "请先在同步页粘贴分支机构的身份卡并核对指纹。",
      "zh-TW": "請先在同步頁貼上分支機構的身分卡並核對指紋。",
      en: "On the sync page, paste the branch's card and compare its fingerprint first.",
    },
  },
  "folder-absent": {
    broke: { "zh-CN": "这个文件夹现在不在", "zh-TW": "這個資料夾現在不在", en: "The folder is not there now" },
    kept: nothingWritten,
    next: {
      "zh-CN": "接好 U 盘或网络盘后会自动写出。",
      "zh-TW": "接好隨身碟或網路磁碟後會自動寫出。",
      en: "Connect the USB stick or network drive; what is due is then written by itself.",
    },
  },
  "folder-not-writable": {
    broke: { "zh-CN": "这个文件夹不能写入", "zh-TW": "這個資料夾不能寫入", en: "This folder cannot be written" },
    kept: nothingWritten,
    next: {
      "zh-CN": "请换一个文件夹，或向管理员要写入权限。",
      "zh-TW": "請換一個資料夾，或向管理員要寫入權限。",
      en: "Choose another folder, or ask for the right to write there.",
    },
  },
  "nothing-to-export": {
    broke: { "zh-CN": "没有需要导出的内容", "zh-TW": "沒有需要匯出的內容", en: "There is nothing to export" },
    kept: {
      "zh-CN": "上次导出之后没有新的改动。",
      "zh-TW": "上次匯出之後沒有新的改動。",
      en: "Nothing has changed since the last export.",
    },
    next: { "zh-CN": "不需要再做什么。", "zh-TW": "不需要再做什麼。", en: "There is nothing more to do." },
  },
  cancelled: {
    broke: { "zh-CN": "已取消", "zh-TW": "已取消", en: "Cancelled" },
    kept: { "zh-CN": "已做的部分已经还原。", "zh-TW": "已做的部分已經復原。", en: "What had begun was undone." },
    next: { "zh-CN": "需要时可以重新开始。", "zh-TW": "需要時可以重新開始。", en: "Start again whenever you like." },
  },
  "pdf-password": {
    broke: {
      "zh-CN": "这份 PDF 另设了打开密码",
      "zh-TW": "這份 PDF 另設了開啟密碼",
      en: "This PDF is locked with a password of its own",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "请向对方要一份不设密码的 PDF，再添加一次。",
      "zh-TW": "請向對方要一份不設密碼的 PDF，再新增一次。",
      en: "Ask for a copy without a password and add that one.",
    },
  },
  "pdf-damaged": {
    broke: {
      "zh-CN": "这份 PDF 的内容读不出来",
      "zh-TW": "這份 PDF 的內容讀不出來",
      en: "The contents of this PDF cannot be read",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "密封保存的文件与添加时一致；请向对方要一份能打开的 PDF。",
      "zh-TW": "密封儲存的文件與新增時一致；請向對方要一份能開啟的 PDF。",
      en: "The sealed file is as it was added; ask for a PDF that opens.",
    },
  },
  "pdf-page": {
    broke: { "zh-CN": "这一页画不出来", "zh-TW": "這一頁畫不出來", en: "This page cannot be drawn" },
    kept: fileUntouched,
    next: {
      "zh-CN": "其他页仍可翻看；如果要看这一页，请导出后用别的软件打开。",
      "zh-TW": "其他頁仍可翻看；如果要看這一頁，請匯出後用別的軟體開啟。",
      en: "The other pages can still be read; to see this one, export the file and open it elsewhere.",
    },
  },
  "pdf-unavailable": {
    broke: {
      "zh-CN": "这台电脑上没有能生成 PDF 的浏览器",
      "zh-TW": "這台電腦上沒有能產生 PDF 的瀏覽器",
      en: "No browser on this computer can make a PDF",
    },
    kept: noDocument,
    next: {
      "zh-CN": "请安装 Chromium、Chrome 或 Edge，再生成一次；也可以先打印在纸上。",
      "zh-TW": "請安裝 Chromium、Chrome 或 Edge，再產生一次；也可以先列印在紙上。",
      en: "Install Chromium, Chrome or Edge and make it again; printing on paper works meanwhile.",
    },
  },
  "pdf-failed": {
    broke: { "zh-CN": "这次没能生成 PDF", "zh-TW": "這次沒能產生 PDF", en: "The PDF could not be made this time" },
    kept: noDocument,
    next: {
      "zh-CN": "请再生成一次；还是不行，可以先打印在纸上。",
      "zh-TW": "請再產生一次；還是不行，可以先列印在紙上。",
      en: "Make it again; if it fails once more, print it on paper.",
    },
  },
  "microphone-refused": {
    broke: { "zh-CN": "没有使用麦克风的许可", "zh-TW": "沒有使用麥克風的許可", en: "The microphone may not be used" },
    kept: { "zh-CN": "录音没有开始。", "zh-TW": "錄音沒有開始。", en: "No recording was begun." },
    next: {
      "zh-CN": "请在系统的隐私设置里允许使用麦克风，再试一次。",
      "zh-TW": "請在系統的隱私設定裡允許使用麥克風，再試一次。",
      en: "Allow the microphone in the system’s privacy settings, then try again.",
    },
  },
  "microphone-missing": {
    broke: { "zh-CN": "没有可用的麦克风", "zh-TW": "沒有可用的麥克風", en: "There is no microphone to use" },
    kept: { "zh-CN": "录音没有开始。", "zh-TW": "錄音沒有開始。", en: "No recording was begun." },
    next: {
      "zh-CN": "请接好麦克风，或关掉正在使用它的软件，再试一次。",
      "zh-TW": "請接好麥克風，或關掉正在使用它的軟體，再試一次。",
      en: "Connect one, or close the program that is using it, then try again.",
    },
  },
  "recording-running": {
    broke: { "zh-CN": "已经在录音", "zh-TW": "已經在錄音", en: "A recording is running already" },
    kept: { "zh-CN": "正在进行的录音不受影响。", "zh-TW": "正在進行的錄音不受影響。", en: "It goes on undisturbed." },
    next: {
      "zh-CN": "请先结束它，再开始下一段。",
      "zh-TW": "請先結束它，再開始下一段。",
      en: "End it first, then begin the next.",
    },
  },
  "proof-empty": {
    broke: {
      "zh-CN": "客户簿里没有可以证明的记录",
      "zh-TW": "客戶簿裡沒有可以證明的記錄",
      en: "The book has nothing to prove here",
    },
    kept: noProof,
    next: {
      "zh-CN": "先为这位客户做测评、登记声明或走一次销售检查，再制作证明包。",
      "zh-TW": "先為這位客戶做測評、登記聲明或走一次銷售檢查，再製作證明包。",
      en: "Assess the client, record a statement or run a sale through the gate first, then make the proof pack.",
    },
  },
  "proof-expired": {
    broke: {
      "zh-CN": "这份证明包已经取走，或客户簿锁定过",
      "zh-TW": "這份證明包已經取走，或客戶簿鎖定過",
      en: "This proof pack was saved already, or the book was locked since",
    },
    kept: noProof,
    next: {
      "zh-CN": "请重新制作一份；登记簿会另记一行。",
      "zh-TW": "請重新製作一份；登記簿會另記一列。",
      en: "Make it again; the register gets another line.",
    },
  },
  "proof-malformed": {
    broke: {
      "zh-CN": "这个文件不是完整的证明包",
      "zh-TW": "這個檔案不是完整的證明包",
      en: "This file is not a whole proof pack",
    },
    kept: fileUntouched,
    next: askOriginal,
  },
  "proof-too-large": {
    broke: {
      "zh-CN": "证明包里有一部分超过允许的大小",
      "zh-TW": "證明包裡有一部分超過允許的大小",
      en: "A part of the proof pack is larger than allowed",
    },
    kept: fileUntouched,
    next: askOriginal,
  },
  "proof-json": {
    broke: {
      "zh-CN": "证明包的清单不是规定的形式",
      "zh-TW": "證明包的清單不是規定的形式",
      en: "The proof pack’s contents are not in their prescribed form",
    },
    kept: fileUntouched,
    next: askOriginal,
  },
  "proof-newer": {
    broke: {
      "zh-CN": "这份证明包由更新版本的软件制作",
      "zh-TW": "這份證明包由更新版本的軟體製作",
      en: "A newer version of Suitbook made this proof pack",
    },
    kept: fileUntouched,
    next: updateApp,
  },
  "proof-signature": {
    broke: {
      "zh-CN": "证明包的签名与内容不符",
      "zh-TW": "證明包的簽章與內容不符",
      en: "The proof pack’s signature does not fit its content",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "内容被改过，或不是此人所签，不要采信；请向制作人索取原件。",
      "zh-TW": "內容被改過，或不是此人所簽，不要採信；請向製作人索取原件。",
      en: "It was changed, or somebody else signed it. Do not rely on it; ask its maker for the original.",
    },
  },
  "proof-unknown-signer": {
    broke: {
      "zh-CN": "证明包有效，但签名人不是您指定的人，指纹{fingerprint}",
      "zh-TW": "證明包有效，但簽署人不是您指定的人，指紋{fingerprint}",
      en: "The proof pack is sound, but signed by somebody else than you named: fingerprint {fingerprint}",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "请与制作人当面核对指纹。",
      "zh-TW": "請與製作人當面核對指紋。",
      en: "Compare the fingerprint with its maker in person.",
    },
  },
  "proof-checkpoint": {
    broke: {
      "zh-CN": "日志检查点不是签名人所签",
      "zh-TW": "日誌檢查點不是簽署人所簽",
      en: "The log’s checkpoint is not the signer’s",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-inclusion": {
    broke: {
      "zh-CN": "第{seq}次保存的记录不在日志的这个位置",
      "zh-TW": "第{seq}次儲存的記錄不在日誌的這個位置",
      en: "The records of save {seq} do not stand in the log at this place",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-stated": {
    broke: {
      "zh-CN": "第{seq}次保存在日志中，但所示记录属于它只有签名人的说明",
      "zh-TW": "第{seq}次儲存在日誌中，但所示記錄屬於它只有簽署人的說明",
      en: "Save {seq} is in the log; that these records are part of it is the signer’s word",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "需要时请在原客户簿上核对这次保存。",
      "zh-TW": "需要時請在原客戶簿上核對這次儲存。",
      en: "Where it matters, check this save in the book itself.",
    },
  },
  "proof-operation": {
    broke: {
      "zh-CN": "第{seq}次保存里有一条记录不合规定的形式",
      "zh-TW": "第{seq}次儲存裡有一筆記錄不合規定的形式",
      en: "A record of save {seq} does not have its prescribed form",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-unread": {
    broke: {
      "zh-CN": "第{seq}次保存里有这个版本不认识的内容",
      "zh-TW": "第{seq}次儲存裡有這個版本不認識的內容",
      en: "Save {seq} has fields this version does not know",
    },
    kept: fileUntouched,
    next: updateApp,
  },
  "proof-foreign": {
    broke: {
      "zh-CN": "第{seq}次保存里有一条记录与这位客户无关",
      "zh-TW": "第{seq}次儲存裡有一筆記錄與這位客戶無關",
      en: "A record of save {seq} is not about this client",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-incomplete": {
    broke: {
      "zh-CN": "记录{by}提到的{id}不在证明包里",
      "zh-TW": "記錄{by}提到的{id}不在證明包裡",
      en: "Record {by} names {id}, which is not in the proof pack",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "请制作人补上，或说明为什么没有。",
      "zh-TW": "請製作人補上，或說明為什麼沒有。",
      en: "Ask its maker to add it, or why it is not there.",
    },
  },
  "proof-subject": {
    broke: {
      "zh-CN": "所写的客户或决定与记录不符",
      "zh-TW": "所寫的客戶或決定與記錄不符",
      en: "The client or decision it names is not that of the records",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-subject-stated": {
    broke: {
      "zh-CN": "客户是谁只有签名人的说明",
      "zh-TW": "客戶是誰只有簽署人的說明",
      en: "Who the client is rests on the signer’s word",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "需要时请重新制作，选上客户资料。",
      "zh-TW": "需要時請重新製作，選上客戶資料。",
      en: "Where it matters, make it again with the profile in it.",
    },
  },
  "proof-pack": {
    broke: {
      "zh-CN": "规则包{id}的内容与所写的散列值不符，或无法使用",
      "zh-TW": "規則包{id}的內容與所寫的雜湊值不符，或無法使用",
      en: "Rule pack {id} has another hash than stated, or cannot be used",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-pack-differs": {
    broke: {
      "zh-CN": "规则包{id}与同名版本的内容不同",
      "zh-TW": "規則包{id}與同名版本的內容不同",
      en: "Rule pack {id} is not the one known under that name and version",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-pack-unknown": {
    broke: {
      "zh-CN": "规则包{id}不是这个版本自带的，日志里也没有收下它的记录",
      "zh-TW": "規則包{id}不是這個版本內附的，日誌裡也沒有收下它的記錄",
      en: "Rule pack {id} does not ship with this version, and the log has no record of it",
    },
    kept: fileUntouched,
    next: {
      "zh-CN": "请用制作时的版本或更新的版本核对。",
      "zh-TW": "請用製作時的版本或更新的版本核對。",
      en: "Verify with the version it was made by, or a newer one.",
    },
  },
  "proof-assessment": {
    broke: {
      "zh-CN": "测评{id}重新计分的结果不同",
      "zh-TW": "測評{id}重新計分的結果不同",
      en: "Assessment {id} comes out otherwise when scored anew",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-test": {
    broke: {
      "zh-CN": "知识测试{id}重新评分的结果不同",
      "zh-TW": "知識測驗{id}重新評分的結果不同",
      en: "Knowledge test {id} comes out otherwise when marked anew",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-decision": {
    broke: {
      "zh-CN": "决定{id}重新判断的结果不同",
      "zh-TW": "決定{id}重新判斷的結果不同",
      en: "Decision {id} comes out otherwise when judged anew",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-status": {
    broke: {
      "zh-CN": "投资者类别{id}按所用标准核对，条件没有满足",
      "zh-TW": "投資者類別{id}按所用標準核對，條件沒有滿足",
      en: "Investor class {id}: what was shown does not meet its criterion",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-facts": {
    broke: {
      "zh-CN": "决定{id}所依据的事实（{fact}）与它引用的记录不符",
      "zh-TW": "決定{id}所依據的事實（{fact}）與它引用的記錄不符",
      en: "Decision {id}: a fact it rests on ({fact}) is not what the records say",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "proof-file": {
    broke: {
      "zh-CN": "附件{name}与证据里登记的内容不符",
      "zh-TW": "附件{name}與證據裡登記的內容不符",
      en: "File {name} is not what the evidence names",
    },
    kept: fileUntouched,
    next: askOriginal,
  },
  "proof-witness": {
    broke: {
      "zh-CN": "第{seq}个同步包交出的是另一份日志",
      "zh-TW": "第{seq}個同步包交出的是另一份日誌",
      en: "Package {seq} handed over another log",
    },
    kept: fileUntouched,
    next: notProven,
  },
  "list-unreadable": {
    broke: {
      "zh-CN": "名单从第{line}行起读不出来",
      "zh-TW": "名單從第{line}行起讀不出來",
      en: "The list cannot be read from line {line} on",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请在表格软件里检查那一行的列数，另存为 CSV（UTF-8）后再试。",
      "zh-TW": "請在試算表軟體裡檢查那一行的欄數，另存為 CSV（UTF-8）後再試。",
      en: "Check that line's columns in a spreadsheet, save as CSV (UTF-8), then try again.",
    },
  },
  "list-too-large": {
    broke: {
      "zh-CN": "名单超过{rows}行或 {mb} MB",
      "zh-TW": "名單超過{rows}列或 {mb} MB",
      en: "The list has more than {rows} rows or {mb} MB",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请把名单分成几个文件，分别导入。",
      "zh-TW": "請把名單分成幾個檔案，分別匯入。",
      en: "Split it into several files and import each.",
    },
  },
  "list-map": {
    broke: {
      "zh-CN": "列的对应关系里有认不出或重复的名称：{name}",
      "zh-TW": "欄位對應裡有認不出或重複的名稱：{name}",
      en: "The column map names something that is unknown or there twice: {name}",
    },
    kept: nothingImported,
    next: {
      "zh-CN": "请改正对应关系，再试一次。",
      "zh-TW": "請改正對應關係，再試一次。",
      en: "Correct the map, then try again.",
    },
  },
  "pack-invalid": {
    broke: {
      "zh-CN": "规则包有错误：{faults}",
      "zh-TW": "規則包有錯誤：{faults}",
      en: "The rule pack has faults: {faults}",
    },
    kept: rulesStay,
    next: {
      "zh-CN": "请向发包的人要更正后的版本。",
      "zh-TW": "請向發包的人要更正後的版本。",
      en: "Ask its issuer for a corrected version.",
    },
  },
  "pack-missing": {
    broke: { "zh-CN": "找不到所需的规则包", "zh-TW": "找不到所需的規則包", en: "The rule pack this needs is not here" },
    kept: nothingSaved,
    next: { "zh-CN": "请先导入这个规则包。", "zh-TW": "請先匯入這個規則包。", en: "Import that rule pack first." },
  },
  "pack-file": {
    broke: {
      "zh-CN": "这不是签名的规则包文件",
      "zh-TW": "這不是簽署過的規則包檔案",
      en: "This is not a file of a signed rule pack",
    },
    kept: rulesStay,
    next: {
      "zh-CN": "请选择营业部发来的 .suitbook-pack 文件。",
      "zh-TW": "請選擇分行發來的 .suitbook-pack 檔案。",
      en: "Choose the .suitbook-pack file your branch sent.",
    },
  },
  "pack-signature": {
    broke: {
      "zh-CN": "规则包在签名之后被改动过",
      "zh-TW": "規則包在簽署之後被改動過",
      en: "The rule pack was changed after it was signed",
    },
    kept: rulesStay,
    next: {
      "zh-CN": "请向发包的人重新要一份。",
      "zh-TW": "請向發包的人重新要一份。",
      en: "Ask whoever sent it for a fresh copy.",
    },
  },
  "pack-signer": {
    broke: {
      "zh-CN": "签名人无权下发规则（{name} {fingerprint}）",
      "zh-TW": "簽署人無權下發規則（{name} {fingerprint}）",
      en: "The signer has no say in the rules here ({name} {fingerprint})",
    },
    kept: rulesStay,
    next: {
      "zh-CN": "规则包须由已配对的营业部、主管或合规人员签名。请先与签名人配对，或请他们签发。",
      "zh-TW": "規則包須由已配對的分行、主管或合規人員簽署。請先與簽署人配對，或請他們簽發。",
      en: "A rule pack has to be signed by a branch, manager or compliance officer you are paired with. Pair with the signer first, or ask one of them to sign it.",
    },
  },
  "pack-taken": {
    broke: {
      "zh-CN": "编号和版本都相同的规则包已经有了：{id} {version}",
      "zh-TW": "編號和版本都相同的規則包已經有了：{id} {version}",
      en: "A rule pack with this id and version is already here: {id} {version}",
    },
    kept: rulesStay,
    next: {
      "zh-CN": "改过的规则要用新的版本号。请向发包的人要新版本。",
      "zh-TW": "改過的規則要用新的版本號。請向發包的人要新版本。",
      en: "Changed rules need a new version. Ask whoever sent it for one.",
    },
  },
  "answers-invalid": {
    broke: {
      "zh-CN": "有一题没有答，或答案不在选项里：{question}",
      "zh-TW": "有一題沒有答，或答案不在選項裡：{question}",
      en: "One question is unanswered, or its answer is not among the options: {question}",
    },
    kept: {
      "zh-CN": "还没有生成测评结果，已答的内容都在。",
      "zh-TW": "還沒有產生測評結果，已答的內容都在。",
      en: "No result was made; the answers given so far are there.",
    },
    next: { "zh-CN": "请补答这一题。", "zh-TW": "請補答這一題。", en: "Answer that question." },
  },
  "assessment-limit-day": {
    broke: {
      "zh-CN": "这位客户今天已经测评两次",
      "zh-TW": "這位客戶今天已經測評兩次",
      en: "This client has been assessed twice today",
    },
    kept: {
      "zh-CN": "没有开始新的测评，现有等级不变。",
      "zh-TW": "沒有開始新的測評，現有等級不變。",
      en: "No new assessment was begun; the present level stays.",
    },
    next: {
      "zh-CN": "按规定每天最多两次，请明天再做。",
      "zh-TW": "按規定每天最多兩次，請明天再做。",
      en: "The rule allows two a day: come back tomorrow.",
    },
  },
  "assessment-limit-year": {
    broke: {
      "zh-CN": "这位客户近12个月已经测评八次",
      "zh-TW": "這位客戶近12個月已經測評八次",
      en: "This client has been assessed eight times within 12 months",
    },
    kept: {
      "zh-CN": "没有开始新的测评，现有等级不变。",
      "zh-TW": "沒有開始新的測評，現有等級不變。",
      en: "No new assessment was begun; the present level stays.",
    },
    next: {
      "zh-CN": "按规定12个月内最多八次，请等最早的一次满12个月。",
      "zh-TW": "按規定12個月內最多八次，請等最早的一次滿12個月。",
      en: "The rule allows eight in 12 months: wait until the earliest is 12 months old.",
    },
  },
};
