/**
 * @file Toneless pinyin of names, so that `lwl` and `luwenlan` find 陆文澜. Computed once,
 * when a name is merged, and kept in the row as `_pinyin` (see [Note: Merge laws]).
 */
import { pinyin } from "pinyin-pro";

/**
 * Surnames read otherwise than the common word, in the characters of Taiwan and Hong Kong,
 * which the reader's surname table lacks; it has their simplified forms.
 */
const simplifiedSurname: ReadonlyMap<string, string> = new Map([
  ["單", "单"],
  ["區", "区"],
  ["樂", "乐"],
  ["蓋", "盖"],
  ["繆", "缪"],
  ["賈", "贾"],
  ["員", "员"],
  ["樸", "朴"],
  ["尋", "寻"],
  ["車", "车"],
]);

/**
 * One syllable per Chinese character, Latin words and numbers as they are, in lower case,
 * parted by single spaces: `lu wen lan`. ü is written `v`, as people type it.
 * A person's first characters are read as a surname (单 shan, 仇 qiu); a company's are not.
 */
export function pinyinOf(name: string, kind: "individual" | "company"): string {
  const plain = name.normalize("NFKC");
  const first = simplifiedSurname.get(plain.charAt(0));
  const read = pinyin(kind === "individual" && first !== undefined ? first + plain.slice(1) : plain, {
    toneType: "none",
    nonZh: "consecutive",
    v: true,
    surname: kind === "individual" ? "head" : "off",
  });
  return read
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
