/**
 * @file How hard a passphrase is to guess (security.md T3): what the vault takes, and advice
 * while it is typed. Refused are fewer than 12 characters and 5 words, and mere repetition.
 */

export type Strength = "empty" | "short" | "repeated" | "fair" | "good";

const floorCharacters = 12;
const floorWords = 5;

/** Whether a vault takes it: the rule behind `weak-passphrase`. */
export function isAcceptable(passphrase: string): boolean {
  const strength = strengthOf(passphrase);
  return strength === "fair" || strength === "good";
}

/** Whether it is long enough. */
export function reachesFloor(passphrase: string): boolean {
  return missingCharacters(passphrase) === 0 || wordsOf(passphrase).length >= floorWords;
}

/** Characters still missing to the floor; 0 from there on. */
export function missingCharacters(passphrase: string): number {
  return Math.max(0, floorCharacters - [...passphrase.normalize("NFKC").trim()].length);
}

export function strengthOf(passphrase: string): Strength {
  if (passphrase === "") return "empty";
  if (!reachesFloor(passphrase)) return "short";
  const characters = [...passphrase.normalize("NFKC").toLowerCase().replace(/\s/g, "")];
  const kinds = new Set(characters).size;
  const words = new Set(wordsOf(passphrase)).size;
  if (kinds < 6 || isRun(characters)) return "repeated";
  const han = characters.filter((character) => /\p{Script=Han}/u.test(character)).length;
  return characters.length >= 18 || words >= 6 || han >= 12 ? "good" : "fair";
}

function wordsOf(passphrase: string): string[] {
  return passphrase
    .normalize("NFKC")
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** `123456789012`, `abcdefabcdef`: most characters follow from the one before. */
function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, index) => Math.abs(code - (codes[index] ?? 0)) <= 1).length;
  return steps > codes.length * 0.6;
}
