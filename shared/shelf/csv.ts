/**
 * @file Rows as a CSV a spreadsheet opens safely and in the right encoding.
 *
 * [Note: Formulas in lists]
 *
 * A cell that begins with = + - @ or a control character is a formula to a spreadsheet, and one
 * that somebody else wrote. It gets an apostrophe before it, which a spreadsheet takes as "text
 * follows"; our own import takes it off again.
 */

/** Without it a spreadsheet reads UTF-8 as the system's old encoding. */
const byteOrderMark = "\ufeff";

export function toCsv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(",")}\r\n`).join("");
}

function guarded(cell: string): string {
  return /^'*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before {@link toCsv} guarded it. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
