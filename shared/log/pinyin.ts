/**
 * @file Toneless pinyin of names, so that `lwl` and `luwenlan` find 陆文澜. Computed once,
 * when a name is merged, and kept in the row as `_pinyin` (see [Note: Merge laws]).
 */
import { pinyin } from "pinyin-pro";

/**
 * Surnames read otherwise than the common word, in the characters of Taiwan and Hong Kong,
 * which the reader's surname table lacks; it has their simplified forms.
 */
const simplifiedSurnames: readonly (readonly [traditional: string, simplified: string])[] = [
  ["尉遲", "尉迟"],
  ["長孫", "长孙"],
  ["單于", "单于"],
  ["萬俟", "万俟"],
  ["澹臺", "澹台"],
  ["單", "单"],
  ["區", "区"],
  ["樂", "乐"],
  ["蓋", "盖"],
  ["繆", "缪"],
  ["員", "员"],
  ["樸", "朴"],
];

/**
 * One syllable per Chinese character, Latin words and numbers as they are, in lower case,
 * parted by single spaces: `lu wen lan`. ü is written `v`, as people type it.
 * A person's first characters are read as a surname (单 shan, 仇 qiu); a company's are not.
 */
export function pinyinOf(name: string, kind: "individual" | "company"): string {
  const plain = name.normalize("NFKC");
  const read = pinyin(kind === "individual" ? withSimplifiedSurname(plain) : plain, {
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

function withSimplifiedSurname(name: string): string {
  const surname = simplifiedSurnames.find(([traditional]) => name.startsWith(traditional));
  return surname === undefined ? name : surname[1] + name.slice(surname[0].length);
}
