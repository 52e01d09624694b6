/** @file Reads a day however it is typed. */

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
