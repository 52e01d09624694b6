/**
 * @file The one byte form of a JSON value (RFC 8785, JCS): what is signed, hashed
 * and compared. Both rooms may use it.
 */
import canonicalize from "canonicalize";

/** @throws Error for what JSON cannot hold: NaN, infinities, lone surrogates, cycles. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("not a JSON value");
  return text;
}

/**
 * The value of a text that is exactly its own canonical form.
 *
 * A name given twice, a reordered name, `1.0` for `1` or a space does not survive
 * parsing and writing again, so comparing the two texts refuses all of them.
 *
 * @throws Error when the text is not JSON or not canonical.
 */
export function parseCanonical(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (canonicalText(value) !== text) throw new Error("not in canonical form");
  return value;
}
