import { describe, expect, it } from "vitest";
import { standingSections } from "../../../../../renderer/screens/client/eligibility/standing-rows.ts";
import type { Client } from "../../../../../shared/model/client.ts";
import { InvestorStatus } from "../../../../../shared/model/investor-status.ts";
import { ClientId, type Language } from "../../../../../shared/model/primitives.ts";
import { say } from "../../../../../shared/model/sentence.ts";
import { Statement } from "../../../../../shared/model/statement.ts";
import { standingOf } from "../../../../../shared/rules/standing.ts";
import { shippedPack } from "../../../../support/packs.ts";

const today = "2026-11-23";
const person: Client = { id: ClientId.parse("c-1"), kind: "individual", name: "陆文澜", birthDate: "1980-03-18" };
const company: Client = { id: ClientId.parse("c-2"), kind: "company", name: "澄江精密制造有限公司" };
const criteria = shippedPack("investor-criteria");

let counter = 0;
function frame() {
  counter += 1;
  return { id: `x-${counter}`, client: "c-1", at: "2026-03-05T02:00:00.000Z" };
}
const said = (kind: string, more: object = {}) => Statement.parse({ ...frame(), kind, ...more });
const decided = (more: object) =>
  InvestorStatus.parse({
    ...frame(),
    subject: "professional",
    outcome: "granted",
    class: "professional-2",
    criterion: "pro-2-person",
    facts: {},
    pack: { id: "p", version: "1" },
    proofs: [],
    reviewOn: "2027-03-05",
    ...more,
  });

interface Given {
  readonly client?: Client;
  readonly statements?: readonly Statement[];
  readonly statuses?: readonly InvestorStatus[];
  readonly isMasked?: boolean;
  readonly language?: Language;
}
function rows({ client = person, statements = [], statuses = [], isMasked = false, language = "zh-CN" }: Given) {
  const t = (...[sentence, values]: [Parameters<typeof say>[0], Parameters<typeof say>[2]?]) =>
    say(sentence, language, values);
  const standing = standingOf({ client, statements, statuses, assessedAt: undefined, day: today });
  const view = { client, standing, criteria, gate: shippedPack("sale-gate"), reader: { t, language, isMasked } };
  const all = standingSections(view).flatMap((section) => section.rows);
  return new Map(
    all.map((row) => [
      row.key,
      {
        says: [row.value, ...row.reasons].join(" "),
        tone: row.tone,
        cites: row.cites,
        does: row.actions.map((action) =>
          "statement" in action ? action.statement : `${action.does} ${action.subject}`,
        ),
      },
    ]),
  );
}

describe("the investor class, regime by regime", () => {
  it("is ordinary while nothing was decided, and leads to the application", () => {
    const found = rows({});
    expect(found.get("CSRC")).toEqual({
      says: "普通投资者 没有认定记录",
      tone: "ink2",
      cites: "130号令 第8条第5项、第11条",
      does: ["apply professional"],
    });
    expect(found.get("NFRA_INVEST")).toMatchObject({
      says: "普通投资者 自然人一律为普通投资者",
      cites: "金监总局7号令 第27条",
      does: [],
    });
    expect(found.get("NFRA_INSURANCE")?.says).toBe("普通投资者 专业投资者之分只用于投资类产品");
  });

  it("says by which article it was granted and until when, and how it ends", () => {
    expect(rows({ statuses: [decided({})] }).get("CSRC")).toMatchObject({
      says: "专业投资者（二类） 2026-03-05 认定，复核至 2027-03-05",
      cites: "130号令 第8条第5项",
      does: ["apply professional", "end professional"],
    });
  });

  it("under the NFRA counts for type I institutions alone", () => {
    const first = decided({ class: "professional-1", criterion: "pro-1-licensed" });
    const found = rows({ client: company, statuses: [first] });
    expect(found.get("NFRA_INVEST")?.says).toBe("专业投资者 专业投资者（一类）在这里也算专业投资者");
    const second = decided({ criterion: "pro-2-company" });
    expect(rows({ client: company, statuses: [second] }).get("NFRA_INVEST")?.says).toBe(
      "普通投资者 只有一类机构和产品算专业投资者",
    );
  });

  it("tells a refusal, an ending, a review that is due and a holder who cannot hold it", () => {
    const csrc = (given: Given) => rows(given).get("CSRC");
    expect(csrc({ statuses: [decided({ outcome: "refused", reason: "经历不满一年" })] })?.says).toBe(
      "普通投资者 2026-03-05 不予认定：经历不满一年",
    );
    expect(csrc({ statuses: [decided({ outcome: "ended", endedBy: "client", reason: "客户要求" })] })?.says).toContain(
      "结束：客户要求",
    );
    expect(csrc({ statuses: [decided({ reviewOn: "2026-11-22" })] })).toMatchObject({
      says: "普通投资者 2026-11-22 应复核，逾期按普通投资者对待",
      tone: "warn",
    });
    const minor = { ...person, birthDate: "2010-01-01" };
    expect(csrc({ client: minor, statuses: [decided({})] })).toMatchObject({ cites: "民法典 第17至24条" });
  });

  it("does not count what an old book says in the profile, and says so", () => {
    const old = { ...person, investorClass: "professional-2" } as const;
    expect(rows({ client: old }).get("CSRC")?.says).toContain("旧资料填作专业投资者（二类），没有认定记录，不作数");
  });
});

describe("being qualified", () => {
  it("is said for each kind of private product with where it begins", () => {
    const status = decided({ subject: "qualified", class: undefined, criterion: "qualified-person" });
    const found = rows({ statuses: [status] });
    expect(found.get("qualified")).toMatchObject({ tone: "ok", does: ["apply qualified", "end qualified"] });
    expect(found.get("qualified")?.says).toBe(
      "已核验 2026-03-05 核验，复核至 2027-03-05 现金管理、固定收益30万元起 混合40万元起 权益、商品及衍生品等100万元起",
    );
    expect(found.get("qualified-fund")).toMatchObject({
      says: "未核验 核验资产、收入和经历以前，不能买私募产品 单只100万元起",
      does: ["apply qualified-fund"],
    });
  });

  it("that ran out is not verified, and says since when", () => {
    const status = decided({ subject: "qualified-fund", criterion: "fund-person", reviewOn: "2026-11-01" });
    expect(rows({ statuses: [status] }).get("qualified-fund")).toMatchObject({
      says: "未核验 2026-11-01 应复核，已过 单只100万元起",
      tone: "warn",
    });
  });
});

describe("what a client has shown, agreed to, refused and reported", () => {
  it("is nothing at first, with what can be done about it", () => {
    const found = rows({});
    expect(found.get("identity")).toMatchObject({ says: "还没有核验", does: ["identity"] });
    expect(found.get("capacity")?.says).toBe("完全民事行为能力 按46岁推定");
    expect(found.get("consent")).toMatchObject({ does: ["consent-given"] });
    expect(found.get("refusal")?.says).toBe("没有");
    expect(found.get("change")?.does).toEqual(["change-reported"]);
    expect(found.get("rights")).toMatchObject({ does: ["right-opened"] });
    expect(found.has("guardian")).toBe(false);
  });

  it("has a guardian's row for whom it matters, and hides the name under the mask", () => {
    const minor = { ...person, birthDate: "2010-01-01" };
    expect(rows({ client: minor }).get("guardian")?.does).toEqual(["guardian-consent"]);
    const given = { client: minor, statements: [said("guardian-consent", { who: "程砚" })] };
    expect(rows(given).get("guardian")).toMatchObject({ tone: "ok", does: ["guardian-withdrawn"] });
    expect(rows(given).get("guardian")?.says).toContain("2026-03-05 程砚 同意");
    expect(rows({ ...given, isMasked: true }).get("guardian")?.says).not.toContain("程砚");
  });

  it("warns of what stands against a sale", () => {
    const found = rows({
      statements: [
        said("identity", { capacity: "full", until: "2026-11-22" }),
        said("consent-withdrawn"),
        said("information-refused", { note: "收入" }),
        said("change-reported", { note: "失业" }),
      ],
    });
    expect(found.get("identity")).toMatchObject({ tone: "bad", says: "2026-03-05 已核验 证件 2026-11-22 已到期" });
    expect(found.get("consent")).toMatchObject({ tone: "bad", does: ["consent-given"] });
    expect(found.get("refusal")?.says).toBe("2026-03-05 拒绝 后果已告知；重新测评以前不能销售 收入");
    expect(found.get("change")?.says).toBe("2026-03-05 报告 原来的测评不再作数，请重新测评 失业");
  });

  it("lists each open right with its way to close it", () => {
    const found = rows({ statements: [said("right-opened", { right: "融资融券" })] });
    expect(found.get("right-融资融券")).toMatchObject({ says: "2026-03-05 开通", does: ["right-closed"] });
  });

  it("reads in English and Traditional Chinese", () => {
    expect(rows({ language: "en" }).get("CSRC")).toMatchObject({
      says: "Ordinary nothing was decided",
      cites: "Order 130 Art. 8(5), Art. 11",
    });
    expect(rows({ language: "zh-TW" }).get("identity")?.says).toBe("還沒有核驗");
  });
});
