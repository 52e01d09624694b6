/** @file Reads a day, an amount or a number however it is typed, on a screen or in a list. Pure. */

/**
 * `1987-2-3`, `1987/02/03`, `1987.2.3`, `19870203`, `1987年2月3日` as `1987-02-03`.
 *
 * @returns undefined when it has not that shape; whether the day exists is the schema's business
 */
export function parseDay(text: string): string | undefined {
  const plain = text.normalize("NFKC").trim();
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain);
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Zeros that a unit stands for. */
const units: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8, k: 3, m: 6 };

/**
 * What somebody typed as an amount in yuan: `4200000`, `4,200,000`, `420万`, `1.5亿元`, `¥620k`.
 * Reads digits as text, because a fraction such as 0.29 times 100 is not a whole number in binary.
 *
 * @returns fen, or undefined when it is not an amount or does not come out at whole fen
 */
export function parseMoney(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,，¥元圆圓]/g, "");
  const match = /^(\d*)\.?(\d*)([万萬亿億km]?)$/i.exec(plain);
  const [, whole = "", fraction = "", unit = ""] = match ?? [];
  if (whole + fraction === "") return undefined;
  const places = (units[unit.toLowerCase()] ?? 0) + 2;
  if (/[1-9]/.test(fraction.slice(places))) return undefined;
  const fen = Number(whole + fraction.slice(0, places).padEnd(places, "0"));
  return Number.isSafeInteger(fen) ? fen : undefined;
}

/** `1,260`, `−14.6`, `.5`; undefined for anything else. */
export function parseNumber(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,]/g, "").replace("\u2212", "-");
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
