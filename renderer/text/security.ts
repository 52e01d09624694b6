/** @file What the security pane says, and the notice that leads to it. */
import type { Texts } from "./text.ts";

export const security = {
  notice: {
    unconfirmed: {
      "zh-CN": "恢复密钥还没有核对过。如果当时没有保存，忘记口令就打不开了。请核对，或做一把新的。",
      "zh-TW": "復原金鑰還沒有核對過。如果當時沒有保存，忘記口令就打不開了。請核對，或做一把新的。",
      en: "The recovery key was never checked. If it was not kept, a forgotten passphrase closes the book for good. Check it, or make a new one.",
    },
    none: {
      "zh-CN": "数据密钥已更换，旧的恢复密钥失效。请做一把新的。",
      "zh-TW": "資料金鑰已更換，舊的復原金鑰失效。請做一把新的。",
      en: "The data key was replaced and the old recovery key opens nothing now. Make a new one.",
    },
    rotating: {
      "zh-CN": "数据密钥的更换还没有完成，输入口令就能接着做。",
      "zh-TW": "資料金鑰的更換還沒有完成，輸入口令就能接著做。",
      en: "The replacement of the data key is not finished. Enter the passphrase to go on with it.",
    },
    go: { "zh-CN": "去处理", "zh-TW": "去處理", en: "See to it" },
  },
  passphrase: {
    title: { "zh-CN": "口令", "zh-TW": "口令", en: "Passphrase" },
    help: {
      "zh-CN": "更换后旧口令立即失效；恢复密钥不变。",
      "zh-TW": "更換後舊口令立即失效；復原金鑰不變。",
      en: "The old passphrase stops working at once; the recovery key stays as it is.",
    },
    change: { "zh-CN": "更换口令", "zh-TW": "更換口令", en: "Change passphrase" },
  },
  recovery: {
    title: { "zh-CN": "恢复密钥", "zh-TW": "復原金鑰", en: "Recovery key" },
    confirmed: {
      "zh-CN": "已核对过。忘记口令时，用它打开这本客户簿。",
      "zh-TW": "已核對過。忘記口令時，用它打開這本客戶簿。",
      en: "Checked. It opens this book when the passphrase is forgotten.",
    },
    unconfirmed: {
      "zh-CN": "还没有核对过。手上有打印的那一页就核对一次；没有就做一把新的。",
      "zh-TW": "還沒有核對過。手上有列印的那一頁就核對一次；沒有就做一把新的。",
      en: "Never checked. If you have the sheet, check it now; if not, make a new one.",
    },
    none: {
      "zh-CN": "现在没有恢复密钥：忘记口令就打不开了。",
      "zh-TW": "現在沒有復原金鑰：忘記口令就打不開了。",
      en: "There is none now: a forgotten passphrase closes the book for good.",
    },
    test: { "zh-CN": "核对恢复密钥", "zh-TW": "核對復原金鑰", en: "Check the recovery key" },
    testLead: {
      "zh-CN": "照打印的那一页输入，看它还能不能打开这本客户簿。不会改动任何内容。",
      "zh-TW": "照列印的那一頁輸入，看它還能不能打開這本客戶簿。不會改動任何內容。",
      en: "Type it from the sheet to see that it still opens this book. Nothing is changed.",
    },
    testHelp: {
      "zh-CN": "大小写和分隔符不限。",
      "zh-TW": "大小寫和分隔符不限。",
      en: "Capitals and separators do not matter.",
    },
    testSubmit: { "zh-CN": "核对", "zh-TW": "核對", en: "Check" },
    testRight: {
      "zh-CN": "核对无误，它能打开这本客户簿。",
      "zh-TW": "核對無誤，它能打開這本客戶簿。",
      en: "It is right: it opens this book.",
    },
    renew: { "zh-CN": "做一把新的", "zh-TW": "做一把新的", en: "Make a new one" },
    renewTitle: { "zh-CN": "做一把新的恢复密钥", "zh-TW": "做一把新的復原金鑰", en: "Make a new recovery key" },
    renewLead: {
      "zh-CN": "旧的恢复密钥立即失效。新的只显示一次，要打印或手抄，再输入一遍。",
      "zh-TW": "舊的復原金鑰立即失效。新的只顯示一次，要列印或手抄，再輸入一遍。",
      en: "The old recovery key stops working at once. The new one is shown once: print it or copy it by hand, then type it back.",
    },
    renewSubmit: { "zh-CN": "显示新的恢复密钥", "zh-TW": "顯示新的復原金鑰", en: "Show the new recovery key" },
    renewDone: { "zh-CN": "核对无误，完成", "zh-TW": "核對無誤，完成", en: "It matches: done" },
  },
  escrow: {
    title: { "zh-CN": "营业部托管", "zh-TW": "營業部託管", en: "Branch escrow" },
    off: {
      "zh-CN": "没有托管。可以让营业部保管一把密钥：口令和恢复密钥都丢了，由营业部打开。",
      "zh-TW": "沒有託管。可以讓營業部保管一把金鑰：口令和復原金鑰都丟了，由營業部打開。",
      en: "None. The branch can keep a key that opens this book should passphrase and recovery key both be lost.",
    },
    on: {
      "zh-CN": "持有营业部密钥文件的人可以打开这本客户簿。",
      "zh-TW": "持有營業部金鑰檔案的人可以打開這本客戶簿。",
      en: "Whoever holds the branch’s key file can open this book.",
    },
    name: { "zh-CN": "营业部", "zh-TW": "營業部", en: "Branch" },
    fingerprint: { "zh-CN": "公钥指纹", "zh-TW": "公鑰指紋", en: "Fingerprint" },
    since: { "zh-CN": "托管于", "zh-TW": "託管於", en: "Since" },
    set: { "zh-CN": "设置托管", "zh-TW": "設定託管", en: "Set up escrow" },
    replace: { "zh-CN": "换一个营业部", "zh-TW": "換一個營業部", en: "Another branch" },
    lead: {
      "zh-CN": "向营业部要他们的公钥（age1 开头，由 age-keygen 生成），当面核对后粘贴。密钥文件留在营业部。",
      "zh-TW": "向營業部要他們的公鑰（age1 開頭，由 age-keygen 產生），當面核對後貼上。金鑰檔案留在營業部。",
      en: "Ask the branch for its public key (it begins with age1, made by age-keygen), compare it in person and paste it. The key file stays with the branch.",
    },
    recipient: { "zh-CN": "营业部的公钥", "zh-TW": "營業部的公鑰", en: "The branch’s public key" },
    key: { "zh-CN": "公钥", "zh-TW": "公鑰", en: "Public key" },
    save: { "zh-CN": "托管给这个营业部", "zh-TW": "託管給這個營業部", en: "Put in escrow there" },
    working: { "zh-CN": "正在保存", "zh-TW": "正在儲存", en: "Saving" },
    remove: { "zh-CN": "取消托管", "zh-TW": "取消託管", en: "End escrow" },
    removeLead: {
      "zh-CN":
        "从现在起，营业部的密钥打不开这本客户簿。以前的备份不受影响，仍能打开；要连它们也防住，请再更换数据密钥并销毁旧备份。",
      "zh-TW":
        "從現在起，營業部的金鑰打不開這本客戶簿。以前的備份不受影響，仍能打開；要連它們也防住，請再更換資料金鑰並銷毀舊備份。",
      en: "From now on the branch’s key does not open this book. Earlier backups still open with it; to keep those out too, replace the data key and destroy the old backups.",
    },
  },
  quick: {
    title: { "zh-CN": "快速解锁", "zh-TW": "快速解鎖", en: "Quick unlock" },
    off: {
      "zh-CN":
        "可以把一把密钥交给系统钥匙库，解锁时不用输口令。代价：谁能用您登录好的系统账户，谁就能打开这本客户簿。口令照样有效。",
      "zh-TW":
        "可以把一把金鑰交給系統金鑰庫，解鎖時不用輸口令。代價：誰能用您登入好的系統帳戶，誰就能打開這本客戶簿。口令照樣有效。",
      en: "The system’s key store can keep a key, so that unlocking needs no passphrase. The price: whoever can use your signed-in account can open the book. The passphrase goes on working.",
    },
    on: {
      "zh-CN": "已开启，密钥在系统钥匙库（{store}）里。登录了您系统账户的人可以直接打开。",
      "zh-TW": "已開啟，金鑰在系統金鑰庫（{store}）裡。登入了您系統帳戶的人可以直接打開。",
      en: "On; the key is in the system’s key store ({store}). Whoever is signed in to your account can open the book.",
    },
    absent: {
      "zh-CN": "这台电脑没有受保护的系统钥匙库，所以不提供快速解锁。",
      "zh-TW": "這台電腦沒有受保護的系統金鑰庫，所以不提供快速解鎖。",
      en: "Not offered: this computer has no protected key store.",
    },
    turnOn: { "zh-CN": "开启快速解锁", "zh-TW": "開啟快速解鎖", en: "Switch quick unlock on" },
    turnOff: { "zh-CN": "关闭快速解锁", "zh-TW": "關閉快速解鎖", en: "Switch quick unlock off" },
  },
  rotation: {
    title: { "zh-CN": "数据密钥", "zh-TW": "資料金鑰", en: "Data key" },
    help: {
      "zh-CN": "怀疑有人拿到过客户簿的副本，又知道口令或恢复密钥时，换一把。换口令不会重新加密内容，换数据密钥会。",
      "zh-TW": "懷疑有人拿到過客戶簿的副本，又知道口令或復原金鑰時，換一把。換口令不會重新加密內容，換資料金鑰會。",
      en: "Replace it when somebody may have had a copy of the book and a secret that opens it. A new passphrase does not encrypt the content anew; a new data key does.",
    },
    start: { "zh-CN": "更换数据密钥", "zh-TW": "更換資料金鑰", en: "Replace the data key" },
    resume: { "zh-CN": "接着更换", "zh-TW": "接著更換", en: "Go on replacing it" },
    lead: {
      "zh-CN":
        "全部内容用新密钥重新加密，期间可以照常工作；断电或锁定后可以接着做。完成时客户簿会锁定，用口令重新打开。恢复密钥和快速解锁随之失效，要重新设置；托管不变。以前的备份仍是旧密钥，请另行销毁。",
      "zh-TW":
        "全部內容用新金鑰重新加密，期間可以照常工作；斷電或鎖定後可以接著做。完成時客戶簿會鎖定，用口令重新打開。復原金鑰和快速解鎖隨之失效，要重新設定；託管不變。以前的備份仍是舊金鑰，請另行銷毀。",
      en: "Everything is encrypted anew while you go on working; after a power cut or a lock it can be continued. At the end the book locks and opens with its passphrase. Recovery key and quick unlock stop working and are set up again; escrow stays. Earlier backups keep the old key: destroy them.",
    },
    changeFirst: {
      "zh-CN": "口令可能已泄露的话，请先更换口令。",
      "zh-TW": "口令可能已洩露的話，請先更換口令。",
      en: "If the passphrase may be known, change that first.",
    },
    working: { "zh-CN": "正在重新加密", "zh-TW": "正在重新加密", en: "Encrypting anew" },
  },
  erase: {
    title: { "zh-CN": "抹除", "zh-TW": "抹除", en: "Erase" },
    help: {
      "zh-CN": "从这台电脑上永久抹除这本客户簿，例如移交或报废电脑之前。",
      "zh-TW": "從這台電腦上永久抹除這本客戶簿，例如移交或報廢電腦之前。",
      en: "Remove this book from this computer for good, for instance before the computer is handed on or scrapped.",
    },
    start: { "zh-CN": "抹除客户簿", "zh-TW": "抹除客戶簿", en: "Erase the book" },
  },
} satisfies Texts;
