/** @file What is printed once must be read back years later, however it is typed. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { formatRecoveryKey, parseRecoveryKey } from "../../../electron/vault/recovery-key.ts";

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });
const frozen = "008J-4CT4-ANK7-F24S-NAXW-SQFE-ZW0J-6HB7-H6NW-VVRF-3RPK-RJTT-D5W0-9FRE";
const example = Buffer.from("00112233445566778899aabbccddeeff0123456789abcdef0f1e2d3c4b5a6978", "hex");

it("is read back from what was printed", () => {
  fc.assert(
    fc.property(keys, (key) => {
      const printed = formatRecoveryKey(key);
      expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(parseRecoveryKey(printed)).toEqual(Buffer.from(key));
    }),
  );
});

it("is printed the same by every version", () => {
  expect(formatRecoveryKey(example)).toBe(frozen);
});

it("may be typed in small letters, without dashes, with spaces, and with O for 0, I and L for 1", () => {
  const spoken = frozen.replaceAll("0", "o").replaceAll("1", "l");
  for (const typed of [
    frozen.toLowerCase(),
    frozen.replaceAll("-", ""),
    ` ${frozen.replaceAll("-", "  ")}\n`,
    spoken,
    frozen.replaceAll("1", "I").replaceAll("0", "O"),
    frozen.replaceAll("-", "\u2014"),
    [...frozen].map((c) => (c === "-" ? "－" : String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0))).join(""),
  ]) {
    expect(parseRecoveryKey(typed), typed).toEqual(example);
  }
});

it("is refused with any one symbol mistyped, any two neighbours swapped, or one missing", () => {
  const symbols = frozen.replaceAll("-", "");
  for (let i = 0; i < symbols.length; i++) {
    for (const other of "0123456789ABCDEFGHJKMNPQRSTVWXYZ") {
      if (other === symbols[i]) continue;
      expect(parseRecoveryKey(symbols.slice(0, i) + other + symbols.slice(i + 1))).toBeUndefined();
    }
    expect(parseRecoveryKey(symbols.slice(0, i) + symbols.slice(i + 1))).toBeUndefined();
    const [a = "", b = ""] = symbols.slice(i, i + 2);
    if (a !== b && b !== "")
      expect(parseRecoveryKey(symbols.slice(0, i) + b + a + symbols.slice(i + 2))).toBeUndefined();
  }
  expect(parseRecoveryKey("")).toBeUndefined();
  expect(parseRecoveryKey(`${frozen}-0000`)).toBeUndefined();
});
