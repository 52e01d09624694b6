/** @file What a vault takes as a passphrase, and the advice while it is typed. */
import { describe, expect, it } from "vitest";
import { isAcceptable, missingCharacters, reachesFloor, strengthOf } from "../../../shared/rules/passphrase.ts";

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
    expect(isAcceptable(passphrase)).toBe(strength === "fair" || strength === "good");
  });

  it("reaches the floor with 12 characters or 5 words", () => {
    expect(reachesFloor("twelve chars")).toBe(true);
    expect(reachesFloor("elevenchars")).toBe(false);
    expect(reachesFloor("a b c d e")).toBe(true);
    expect(missingCharacters("梨树倒了")).toBe(8);
  });
});
