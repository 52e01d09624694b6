/** @file What the security pane says. */
import type { Texts } from "./text.ts";

export const security = {
  passphrase: {
    title: { "zh-CN": "口令", "zh-TW": "口令", en: "Passphrase" },
    help: {
      "zh-CN": "更换后旧口令立即失效；恢复密钥不变。",
      "zh-TW": "更換後舊口令立即失效；復原金鑰不變。",
      en: "The old passphrase stops working at once; the recovery key stays as it is.",
    },
    change: { "zh-CN": "更换口令", "zh-TW": "更換口令", en: "Change passphrase" },
  },
} satisfies Texts;
