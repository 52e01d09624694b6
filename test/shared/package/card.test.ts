import { expect, test } from "vitest";
import { DeviceId } from "../../../shared/model/primitives.ts";
import { cardStatement, fingerprintText, sameFingerprint } from "../../../shared/package/card.ts";

test("a fingerprint is four groups of four digits", () => {
  expect(fingerprintText(`4e7a19c2b0d566f1${"0".repeat(48)}`)).toBe("4E7A 19C2 B0D5 66F1");
});

test("a fingerprint is the same however it is typed, and another one never is", () => {
  expect(sameFingerprint("4E7A 19C2 B0D5 66F1", " 4e7a-19c2 b0d566f1\n")).toBe(true);
  expect(sameFingerprint("4E7A 19C2 B0D5 66F1", "4E7A 19C2 B0D5 66F2")).toBe(false);
  expect(sameFingerprint("4E7A 19C2", "4E7A 19C2")).toBe(false);
  expect(sameFingerprint("", "")).toBe(false);
});

test("what a card's signature covers does not depend on the order its fields were written in", () => {
  const card = {
    name: "陆文澜",
    role: "advisor",
    branch: "",
    device: DeviceId.parse("4e7a19c2b0d566f1"),
    verifyKey: "k",
    recipient: "age1",
  } as const;
  const turned = { ...Object.fromEntries(Object.entries(card).reverse()), extra: 1 } as unknown as typeof card;
  expect(cardStatement(turned)).toBe(cardStatement(card));
});
