/** @file The recovery key as it is typed back: 14 groups of 4, in any case, with any separators. */

export const groupCount = 14;
const groupLength = 4;

/** Only what counts: upper case, without separators, O read as 0, I and L as 1, as the vault reads it. */
function foldKey(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .slice(0, groupCount * groupLength);
}

/** The groups of a typed or printed key; the last may be unfinished. */
export function groupsOf(text: string): readonly string[] {
  return foldKey(text).match(/.{1,4}/g) ?? [];
}

/** Whether all groups are there. */
export function isComplete(text: string): boolean {
  return foldKey(text).length === groupCount * groupLength;
}

/** The first group that differs from the printed key, counted from 1, as far as typed; undefined while none does. */
export function firstWrongGroup(typed: string, printed: string): number | undefined {
  const expected = groupsOf(printed);
  const wrong = groupsOf(typed).findIndex((group, index) => !expected[index]?.startsWith(group));
  return wrong < 0 ? undefined : wrong + 1;
}
