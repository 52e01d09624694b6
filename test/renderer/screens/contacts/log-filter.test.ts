import { expect, it } from "vitest";
import { matchesText } from "../../../../renderer/screens/contacts/log-filter.ts";
import { Contact } from "../../../../shared/model/contact.ts";

const entry = Contact.parse({
  id: "k-1",
  client: "c-1",
  at: "2026-11-22T06:05:00.000Z",
  channel: "phone",
  summary: "问到明澈 STAR 混合 A",
  nextStep: "发费用对比",
});
const nobody = new Set<string>();

it("fits everything while nothing is typed", () => {
  expect(matchesText(entry, "  ", nobody)).toBe(true);
});

it("finds what was said or promised, whatever the case and width of letters", () => {
  expect(matchesText(entry, "star", nobody)).toBe(true);
  expect(matchesText(entry, "ＳＴＡＲ", nobody)).toBe(true);
  expect(matchesText(entry, "费用", nobody)).toBe(true);
  expect(matchesText(entry, "黄金", nobody)).toBe(false);
});

it("finds all entries of a client whose name was typed", () => {
  expect(matchesText(entry, "lwl", new Set(["c-1"]))).toBe(true);
});
