/** @file What the storage and health pane says. */
import type { Texts } from "./text.ts";

export const storage = {
  sizes: {
    title: { "zh-CN": "占用空间", "zh-TW": "佔用空間", en: "Space used" },
    place: { "zh-CN": "位置", "zh-TW": "位置", en: "Place" },
  },
} satisfies Texts;
