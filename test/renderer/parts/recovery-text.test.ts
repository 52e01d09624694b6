/** @file The recovery key typed back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstWrongGroup, groupsOf, isComplete } from "../../../renderer/parts/recovery-text.ts";

describe("the recovery key typed back", () => {
  const symbols = fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ");
  const printedKeys = fc
    .array(symbols, { minLength: 56, maxLength: 56 })
    .map((all) => (all.join("").match(/.{4}/g) ?? []).join("-"));

  it("is the printed one in any case and with any separators", () => {
    fc.assert(
      fc.property(
        printedKeys,
        fc.constantFrom("-", " ", "", "\n", "–", "．"),
        fc.boolean(),
        (printed, separator, isLower) => {
          const typed = printed.replaceAll("-", separator);
          expect(firstWrongGroup(isLower ? typed.toLowerCase() : typed, printed)).toBeUndefined();
          expect(isComplete(typed)).toBe(true);
        },
      ),
    );
  });

  it("reads O as 0, and I and L as 1, as the vault does", () => {
    const printed = `0123-1111${"-AAAA".repeat(12)}`;
    expect(firstWrongGroup(`O123-ILil${"-aaaa".repeat(12)}`, printed)).toBeUndefined();
  });

  it("names the first group that differs, also while it is unfinished", () => {
    const printed = `N7E2-6ZEB-9CR7${"-AAAA".repeat(11)}`;
    expect(firstWrongGroup("N7E2-6ZEX", printed)).toBe(2);
    expect(firstWrongGroup("N7E2-6ZEB-X", printed)).toBe(3);
    expect(firstWrongGroup("N7E2-6Z", printed)).toBeUndefined();
    expect(isComplete("N7E2-6Z")).toBe(false);
    expect(groupsOf("n7e26z")).toEqual(["N7E2", "6Z"]);
  });

  it("notices any one wrong symbol", () => {
    fc.assert(
      fc.property(printedKeys, fc.nat(55), symbols, (printed, at, symbol) => {
        const plain = printed.replaceAll("-", "");
        fc.pre(plain[at] !== symbol);
        const typed = plain.slice(0, at) + symbol + plain.slice(at + 1);
        expect(firstWrongGroup(typed, printed)).toBe(Math.floor(at / 4) + 1);
      }),
    );
  });
});
