/** @file Numbers as they are read, on the screen and in print. */

/** U+2212. */
export const minus = "\u2212";

/** Group by thousands; at most `most` and at least `least` decimals; U+2212 for negatives. */
export function formatNumber(value: number, most = 0, least = 0): string {
  const text = formatOf(most, least).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? minus + text : text;
}

/** Making one costs fifty times what using it does, and a table says hundreds of numbers. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(most: number, least: number): Intl.NumberFormat {
  const key = `${most}/${least}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat("en-US", { maximumFractionDigits: most, minimumFractionDigits: least });
    formats.set(key, format);
  }
  return format;
}

/** `3,200.5`; two decimals at most, and none that are zeros. */
export function formatDecimal(value: number): string {
  return formatNumber(value, 2);
}
