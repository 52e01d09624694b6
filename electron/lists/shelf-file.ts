/** @file The shelf of an open book as a CSV, and every version it holds. */
import type { ShelfQuery } from "../../shared/bridge/streams.ts";
import type { Localized } from "../../shared/model/primitives.ts";
import { ProductSheet } from "../../shared/model/product-sheet.ts";
import { currentSheets } from "../../shared/rules/product-sheets.ts";
import { shelfCsv, shelfTemplate } from "../../shared/shelf/write-shelf.ts";
import type { Vault } from "../vault/vault.ts";

const names: Readonly<Record<ShelfQuery["content"], Localized>> = {
  shelf: { "zh-CN": "产品名录.csv", "zh-TW": "產品名錄.csv", en: "products.csv" },
  template: { "zh-CN": "产品名录模板.csv", "zh-TW": "產品名錄範本.csv", en: "product-list-template.csv" },
};

export function shelfFile(
  vault: Pick<Vault, "rows">,
  { content, language }: ShelfQuery,
): { name: string; csv: string } {
  const csv = content === "template" ? shelfTemplate(language) : shelfCsv(currentSheets(sheetsOf(vault)), language);
  return { name: names[content][language], csv };
}

/** Every version in the book. One that this version of the program cannot read is not there for it. */
export function sheetsOf(vault: Pick<Vault, "rows">): ProductSheet[] {
  return [...vault.rows("productSheet").values()].flatMap((row) => ProductSheet.safeParse(row).data ?? []);
}
