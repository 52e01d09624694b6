/** @file Advice on passphrases, and the recovery key typed back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstWrongGroup, groupsOf, isComplete } from "../../../../renderer/parts/recovery-text.ts";
import { missingCharacters, reachesFloor, strengthOf } from "../../../../renderer/screens/unlock/strength.ts";

describe("a passphrase", () => {
  it.each([
    ["", "empty"],
    ["short", "short"],
    ["elevenchars", "short"],
    ["a b c d e", "repeated"],
    ["aaaaaaaaaaaaaaaa", "repeated"],
    ["121212121212", "repeated"],
    ["123456789012", "repeated"],
    ["abcdefghijklm", "repeated"],
    ["twelve chars", "fair"],
    ["Correct-Horse7", "fair"],
    ["seven calm herons cross water", "good"],
    ["外婆家门前的梨树一九九八年倒了", "good"],
  ])("“%s” is %s", (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });

  it("reaches the floor with 12 characters or 5 words", () => {
    expect(reachesFloor("twelve chars")).toBe(true);
    expect(reachesFloor("elevenchars")).toBe(false);
    expect(reachesFloor("a b c d e")).toBe(true);
    expect(missingCharacters("梨树倒了")).toBe(8);
  });
});

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
