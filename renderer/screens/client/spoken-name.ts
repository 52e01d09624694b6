/** @file How to say a Chinese name, for an English reader. */

/**
 * `lu wen lan` as `Lu Wenlan`; undefined where the name is not two to four Han.
 * Four Han begin with a double surname, as 欧阳 does.
 */
export function spokenName(name: string, pinyin: string): string | undefined {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return undefined;
  const syllables = pinyin.split(" ");
  if (syllables.length !== [...name].length) return undefined;
  const surname = syllables.length === 4 ? 2 : 1;
  return [syllables.slice(0, surname), syllables.slice(surname)].map((part) => capitalised(part.join(""))).join(" ");
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
