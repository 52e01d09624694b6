import { expect, it } from "vitest";
import { factsOf } from "../../../../renderer/screens/client/profile-facts.ts";
import type { Client, ClientField } from "../../../../shared/model/client.ts";
import type { ClientId, Json } from "../../../../shared/model/primitives.ts";
import { say } from "../../../../shared/model/sentence.ts";

const today = "2026-11-22";
const nobody: Client = { id: "c-1" as ClientId, kind: "individual", name: "陆文澜" };

function facts(block: Parameters<typeof factsOf>[0], client: Partial<Client>, changed: [ClientField, Json?][] = []) {
  const latest = new Map(changed.map(([field, before]) => [field, { at: "2026-10-28T06:50:00.000Z", before }]));
  const reader = {
    t: (...[sentence, values]: [Parameters<typeof say>[0], Parameters<typeof say>[2]?]) =>
      say(sentence, "zh-CN", values),
    language: "zh-CN",
    isMasked: false,
  } as const;
  return factsOf(block, { ...nobody, ...client }, { reader, latest, today }).map(({ label, value, reason }) =>
    [label, value, reason].filter((part) => part !== undefined),
  );
}

it("shows every field that counts, filled or not, and the others only when filled", () => {
  expect(facts("family", {})).toEqual([
    ["配偶", ""],
    ["子女", ""],
    ["父母", ""],
    ["紧急联系人", ""],
  ]);
  expect(facts("basic", {}).map(([label]) => label)).toEqual(["手机", "证件", "出生", "职业", "住址", "首选渠道"]);
  expect(facts("basic", { email: "lu@example.com" }).at(-1)).toEqual(["邮箱", "lu@example.com"]);
});

it("puts what belongs together on one line", () => {
  const client = {
    idType: "resident-id",
    idNumber: "990000198003180024",
    idExpiry: "2038-06-30",
    employer: "建筑设计院",
    occupation: "结构工程师",
    preferredChannel: "phone",
    preferredTime: "工作日 12:00–13:30",
    birthYear: 1980,
  } as const;
  const lines = Object.fromEntries(facts("basic", client));
  expect(lines).toMatchObject({
    证件: "居民身份证，2038-06-30 到期",
    职业: "建筑设计院，结构工程师",
    首选渠道: "电话，工作日 12:00–13:30",
    出生: "1980年",
  });
  expect(Object.fromEntries(facts("financial", { debtAmount: 96_000_000, debtServicePercent: 11 }))).toMatchObject({
    负债: "96万元，月还款占收入 11%",
  });
});

it("does not say an employer twice", () => {
  const work = (fields: object) => Object.fromEntries(facts("basic", fields))["职业"];
  expect(work({ employer: "软件公司", occupation: "软件公司，测试工程师" })).toBe("软件公司，测试工程师");
  expect(work({ employer: "软件公司" })).toBe("软件公司");
  expect(work({ occupation: "测试工程师" })).toBe("测试工程师");
});

it("never shows a whole document number", () => {
  const [, line] = facts("basic", { idNumber: "990000198003180024" })[1] ?? [];
  expect(line).toBe("990******24");
});

it("says that a document has run out", () => {
  const [, line] = facts("basic", { idType: "passport", idNumber: "E1234567", idExpiry: "2026-11-21" })[1] ?? [];
  expect(line).toBe("护照，2026-11-21 已到期");
});

it("says when a figure was last changed, and from what where that is known", () => {
  expect(facts("financial", { investableAssets: 420_000_000 }, [["investableAssets", 380_000_000]])[0]).toEqual([
    "可投资资产",
    "420万元",
    "10-28 更新，原380万元",
  ]);
  expect(facts("financial", { investableAssets: 420_000_000 }, [["investableAssets"]])[0]?.[2]).toBe("10-28 更新");
});

it("has other lines for a company", () => {
  const labels = facts("family", { kind: "company" }).map(([label]) => label);
  expect(labels).toEqual(["紧急联系人"]);
  expect(facts("basic", { kind: "company" }).map(([label]) => label)).toEqual(["联系电话", "证件", "地址", "首选渠道"]);
});
