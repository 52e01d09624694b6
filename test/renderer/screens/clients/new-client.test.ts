import { expect, it } from "vitest";
import { withoutBlanks } from "../../../../renderer/parts/form.ts";
import { sameness } from "../../../../renderer/screens/clients/duplicate.ts";
import { emptyBoxes, newClientForm, restoreBoxes } from "../../../../renderer/screens/clients/new-client.ts";

const form = newClientForm("2026-11-22");

it("needs a name and nothing else", () => {
  expect(form.safeParse(withoutBlanks(emptyBoxes)).error?.issues.map((issue) => issue.path.join("."))).toEqual([
    "name",
  ]);
  expect(form.parse(withoutBlanks({ ...emptyBoxes, name: " 陆文澜 " }))).toEqual({
    kind: "individual",
    name: "陆文澜",
    tags: [],
  });
});

it("keeps a phone as digits, however it was typed", () => {
  const { phone } = form.parse(withoutBlanks({ ...emptyBoxes, name: "陆", phone: "138 0000-6027" }));
  expect(phone).toBe("13800006027");
});

it("takes a draft up where it was left", () => {
  expect(restoreBoxes({ name: "陆", tier: "vip", gone: 1 })).toEqual({ ...emptyBoxes, name: "陆", tier: "vip" });
  expect(restoreBoxes(undefined)).toEqual(emptyBoxes);
});

it("sees the same person by phone, by name or by both", () => {
  const lu = { name: "陆文澜", phone: "13800006027" };
  expect(sameness(lu, "陆 文澜", "138 0000 6027")).toBe("phone");
  expect(sameness(lu, " 陆文澜 ", "")).toBe("name");
  expect(sameness(lu, "陆文澜", "13800006027")).toBe("both");
  expect(sameness(lu, "", "")).toBeUndefined();
  expect(sameness({ name: "白景行" }, "白", "")).toBeUndefined();
});
