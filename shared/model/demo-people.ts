/**
 * @file The people of the demo book: a fixed cast whom the pictures of the design
 * show, then as many invented ones as are asked for.
 */
import type { Client, KeyPerson, Tier } from "./client.ts";
import { addDays, addMonths } from "./dates.ts";
import type { Chance } from "./demo-random.ts";
import * as words from "./demo-words.ts";

/** What everything else about a demo client is derived from. */
export interface Persona {
  readonly name: string;
  readonly kind: Client["kind"];
  readonly gender?: "female" | "male";
  /** Full years; companies have none. */
  readonly age?: number;
  readonly tier: Tier;
  /** Investable assets in units of 10,000 yuan. */
  readonly wan: number;
  /** Appetite for risk, 0 to 1: how high on each scale the answers lie. */
  readonly appetite: number;
  /** Days since the last assessment; absent where there was none. */
  readonly assessedDaysAgo?: number;
  /** Share of the profile that is filled in, 0 to 1. */
  readonly known: number;
  readonly tags: readonly string[];
  /** What the pictures say of this client, instead of chance. */
  readonly facts?: Part;
  /** What they were decided to be, agreed to or withdrew; the rest have the usual papers. */
  readonly story?: Story;
}

/** Told in demo-papers.ts. */
export type Story =
  | "professional"
  | "converted"
  | "refused"
  | "qualified"
  | "withdrawn"
  | "minor"
  | "changed"
  | "no-papers";

type Part = Partial<Record<keyof Omit<Client, "id">, unknown>>;

const wenlan: Part = {
  birthDate: "1980-03-18",
  occupation: "建筑设计院，结构工程师",
  employer: "建筑设计院",
  address: "滨江区长河街道",
  preferredChannel: "phone",
  preferredTime: "工作日12:00–13:30",
  idExpiry: "2038-06-30",
  annualIncome: 62_000_000,
  debtAmount: 96_000_000,
  debtServicePercent: 11,
  reserveMonths: 8,
  netAssets: undefined,
  experience: "5至10年，混合基金为主",
  allocation: "权益40，债券35，黄金5，现金20",
  worstLoss: "2022年 −14.6%，继续持有",
  holdings: "7只，合计286万元",
  spouse: "程砚，47岁，自主创业",
  children: "程知微，17岁，高三",
  parents: "母亲74岁，同住",
  emergencyContact: undefined,
  needs: "女儿2027年9月出国读本科，教育储备尚未单列",
  goals: "2027年9月前备齐女儿的留学费用",
  taboos: "不喜欢晚上来电",
  hobbies: "越野跑，去年完成百公里",
  agreements: "大额决定前先与配偶商量",
};

/** The daughter of the first: what a minor's papers look like. */
const zhiwei: Part = {
  occupation: "高三学生",
  employer: undefined,
  education: "高中",
  maritalStatus: undefined,
  spouse: undefined,
  children: undefined,
  parents: "母亲陆文澜，父亲程砚",
  emergencyContact: undefined,
  annualIncome: undefined,
  annualSpending: undefined,
  debtAmount: 0,
  debtServicePercent: undefined,
  experience: undefined,
  allocation: undefined,
  worstLoss: undefined,
  holdings: undefined,
  needs: "压岁钱和奖学金，出国前不动用",
  goals: "2027年9月前保本",
  agreements: "任何产品先问母亲",
};

const cast: readonly Persona[] = [
  { ...person("陆文澜", "female", 46, "vip", 420, 0.55, 263, 0.96, "子女出国2027", "教育储备"), facts: wenlan },
  person("孟怀瑾", "male", 74, "vip", 1260, 0.62, 358, 0.98, "退休三年内"),
  { ...person("白景行", "male", 44, "vip", 1530, 0.97, 318, 0.9, "企业主"), story: "professional" },
  { ...person("韩叙白", "male", 52, "vip", 880, 0.72, 158, 0.92, "企业主"), story: "converted" },
  { ...person("顾念慈", "female", 61, "active", 310, 0.3, 344, 0.88, "退休三年内"), story: "refused" },
  person("梁书瑶", "female", 38, "active", 165, 0.52, 216, 0.9, "定投中"),
  { ...person("陆昭明", "male", 35, "active", 96, 0.7, 285, 0.78, "定投中"), story: "changed" },
  person("邵清和", "male", 68, "ordinary", 87, 0.08, 42, 0.86),
  person("罗维霖", "male", 49, "ordinary", 72, 0.5, 177, 0.74, "同类基金多"),
  { ...person("冯允中", "male", 57, "ordinary", 63, 0.32, 379, 0.7), story: "withdrawn" },
  person("唐若愚", "male", 60, "ordinary", 58, 0.34, 139, 0.82, "退休三年内"),
  person("阮青禾", "female", 47, "ordinary", 53, 0.5, 96, 0.72),
  person("许知衡", "male", 41, "ordinary", 44, 0.48, 240, 0.8),
  person("丁若水", "female", 33, "ordinary", 31, 0.5, 68, 0.66),
  { ...person("江予安", "female", 29, "prospect", 18, 0.36, 3, 0.62), story: "no-papers" },
  { ...person("钟离溪", "male", 31, "prospect", 12, 0.5, undefined, 0.4), story: "no-papers" },
  { ...person("沈一诺", "female", 26, "prospect", 6, 0.45, undefined, 0.34), story: "no-papers" },
  {
    name: "澄江精密制造有限公司",
    kind: "company",
    tier: "vip",
    wan: 2400,
    appetite: 0.6,
    known: 0.84,
    tags: ["企业主与 CFO"],
    story: "qualified",
  },
  { ...person("程知微", "female", 17, "prospect", 8, 0.2, undefined, 0.9, "教育储备"), facts: zhiwei, story: "minor" },
];
const castNames = new Set(cast.map((member) => member.name));

/** Endless, each name once: the cast, then invented people and now and then a company. */
export function* personas(chanceFor: (index: number) => Chance): Generator<Persona, never> {
  yield* cast;
  const taken = new Set(castNames);
  for (let index = cast.length; ; index++) {
    const chance = chanceFor(index);
    const invent = chance.maybe(0.025) ? inventCompany : inventPerson;
    let invented = invent(chance, "");
    // A crowded name takes a branch's number in the end, so that the loop always ends.
    for (let tries = 1; taken.has(invented.name); tries++) invented = invent(chance, tries > 40 ? String(index) : "");
    taken.add(invented.name);
    yield invented;
  }
}

function person(
  name: string,
  gender: "female" | "male",
  age: number,
  tier: Tier,
  wan: number,
  appetite: number,
  assessedDaysAgo: number | undefined,
  known: number,
  ...tags: string[]
): Persona {
  const assessed = assessedDaysAgo === undefined ? {} : { assessedDaysAgo };
  return { name, kind: "individual", gender, age, tier, wan, appetite, known, tags, ...assessed };
}

function inventPerson(chance: Chance, suffix: string): Persona {
  const gender = chance.maybe(0.52) ? "female" : "male";
  const family = chance.maybe(0.02) ? chance.pick(words.compoundSurnames) : chance.pick(words.surnames);
  const given =
    gender === "female"
      ? chance.pick(words.femaleFirst) + chance.pick(words.femaleSecond)
      : chance.pick(words.maleFirst) + chance.pick(words.maleSecond);
  const tier = tierByChance(chance);
  return {
    name: family + given + suffix,
    kind: "individual",
    gender,
    age: 20 + Math.floor(35 * (chance.next() + chance.next() * 0.72)),
    tier,
    wan: assetsOf(chance, tier),
    appetite: chance.next() * 0.6 + chance.next() * 0.4,
    ...assessedByChance(chance, tier),
    known: Math.min(1, { vip: 0.75, active: 0.65, ordinary: 0.5, prospect: 0.2 }[tier] + chance.next() * 0.35),
    tags: chance.maybe(0.55) ? [...new Set([chance.pick(words.tags), chance.pick(words.tags)])] : [],
  };
}

function inventCompany(chance: Chance, suffix: string): Persona {
  const tier = chance.maybe(0.5) ? "vip" : "active";
  const name = chance.pick(words.companyFirst) + chance.pick(words.companySecond) + chance.pick(words.companyTrades);
  return {
    name: `${name}${suffix}有限公司`,
    kind: "company",
    tier,
    wan: chance.int(30, 400) * 10,
    appetite: 0.5,
    known: 0.5 + chance.next() * 0.4,
    tags: [chance.pick(words.companyTags)],
  };
}

function tierByChance(chance: Chance): Tier {
  const drawn = chance.next();
  if (drawn < 0.07) return "vip";
  if (drawn < 0.18) return "active";
  return drawn < 0.7 ? "ordinary" : "prospect";
}

function assetsOf(chance: Chance, tier: Tier): number {
  const [least, most] = { vip: [300, 1800], active: [90, 300], ordinary: [12, 90], prospect: [2, 20] }[tier] as [
    number,
    number,
  ];
  return Math.round(least + (most - least) * chance.next() ** 2);
}

/** Some never, some expired, some about to expire, the rest spread over the year. */
function assessedByChance(chance: Chance, tier: Tier): { assessedDaysAgo?: number } {
  if (chance.maybe(tier === "prospect" ? 0.6 : 0.08)) return {};
  const drawn = chance.next();
  if (drawn < 0.05) return { assessedDaysAgo: chance.int(367, 470) };
  if (drawn < 0.12) return { assessedDaysAgo: chance.int(336, 364) };
  return { assessedDaysAgo: chance.int(2, 335) };
}

/** The profile, with as much of it as is known. `index` numbers the client in the book. */
export function profileOf(persona: Persona, index: number, today: string, chance: Chance): Omit<Client, "id"> {
  const known = <T>(value: T, weight = 1): T | undefined =>
    chance.maybe(Math.min(1, persona.known * weight)) ? value : undefined;
  return withoutGaps({
    kind: persona.kind,
    name: persona.name,
    gender: persona.gender,
    phone: known(phoneOf(index), 2),
    customerNo: `BJ-${String(index + 418).padStart(5, "0")}`,
    preferredChannel: known(chance.pick(["phone", "wechat", "face", "email", "sms"] as const)),
    preferredTime: known(chance.pick(words.times)),
    address: known(chance.pick(words.districts)),
    investableAssets: known(persona.wan * 1_000_000, 1.3),
    netAssets: known(Math.round(persona.wan * (1.2 + chance.next())) * 1_000_000, 0.9),
    experience: known(chance.pick(words.experiences)),
    allocation: known(chance.pick(words.allocations)),
    worstLoss: known(chance.pick(words.worstLosses)),
    holdings: known(`${chance.int(1, 9)}只，合计${Math.max(1, Math.round(persona.wan * 0.6))}万元`),
    agreements: known(chance.pick(words.agreements), 0.8),
    tags: persona.tags.length > 0 ? [...persona.tags] : undefined,
    tier: persona.tier,
    stage: chance.pick(words.stageOfTier[persona.tier]),
    origin: chance.pick(["网点到访", "转介绍", "代发客户", "线上开户", "活动"] as const),
    ...(persona.kind === "company" ? companyPart(chance) : personPart(persona, index, today, chance, known)),
    ...persona.facts,
  });
}

type Known = <T>(value: T, weight?: number) => T | undefined;

function personPart(
  { age = 40, wan, gender }: Persona,
  index: number,
  today: string,
  chance: Chance,
  known: Known,
): Part {
  const birthDate = birthDateOf(age, today, chance);
  const [place, ...jobs] = chance.pick(words.occupations);
  const retired = age >= (gender === "female" ? 56 : 61);
  const income = Math.round(8 + wan * 0.08 + chance.next() * 20);
  return {
    birthDate: known(birthDate, 1.6),
    idType: "resident-id",
    idNumber: known(idNumberOf(birthDate, index), 1.2),
    idExpiry: known(addMonths(today, chance.int(-2, 160))),
    email: known(`client${String(index).padStart(5, "0")}@example.com`, 0.6),
    wechat: known(`wx_${String(index).padStart(5, "0")}`, 0.8),
    occupation: known(retired ? "退休" : `${place}，${jobs[chance.int(0, jobs.length - 1)] ?? "职员"}`),
    employer: known(retired ? undefined : place, 0.7),
    education: known(chance.pick(words.educations)),
    maritalStatus: known(chance.maybe(0.75) ? "已婚" : "未婚"),
    annualIncome: known(income * 1_000_000),
    annualSpending: known(Math.round(income * 0.6) * 1_000_000),
    debtAmount: known((chance.maybe(0.4) ? chance.int(10, 180) : 0) * 1_000_000),
    debtServicePercent: known(chance.int(0, 35), 0.8),
    reserveMonths: known(chance.int(1, 18)),
    spouse: known(`${chance.pick(words.surnames)}${chance.pick(words.maleFirst)}，${age + chance.int(-4, 4)}岁`, 0.8),
    children: known(chance.pick(words.children), 0.9),
    parents: known(chance.pick(words.parents), 0.7),
    emergencyContact: known(`${chance.pick(words.surnames)}女士，${phoneOf(index + 5000)}`, 0.5),
    needs: known(chance.pick(words.needs), 0.9),
    goals: known(chance.pick(words.goals), 0.8),
    taboos: known(chance.pick(words.taboos), 0.5),
    hobbies: known(chance.pick(words.hobbies), 0.7),
  };
}

function companyPart(chance: Chance): Part {
  const member = (role: string, note: string): KeyPerson => ({
    name: chance.pick(words.surnames) + chance.pick(words.maleFirst) + chance.pick(words.maleSecond),
    role,
    phone: phoneOf(chance.int(0, 9999)),
    note,
  });
  return {
    idType: "company-code",
    annualIncome: chance.int(2000, 30_000) * 1_000_000,
    debtAmount: chance.int(0, 4000) * 1_000_000,
    needs: chance.pick(words.companyNeeds),
    keyPeople: [member("董事长", "重大决定本人拍板"), member("CFO", "日常联系人，周一上午例会")],
  };
}

/** Born so that this age is reached; some have their birthday in the next days. */
function birthDateOf(age: number, today: string, chance: Chance): string {
  const reached = addMonths(today, -12 * age);
  return addDays(reached, chance.maybe(0.04) ? -365 + chance.int(1, 12) : -chance.int(0, 350));
}

/** 138 0000 xxxx and its neighbours: runs of zeros that no carrier gives out to people. Distinct for 50,000 clients. */
function phoneOf(index: number): string {
  const run = ["1380000", "1390000", "1370000", "1360000", "1350000"][Math.floor(index / 10_000) % 5];
  return `${run}${String((index * 7919 + 6027) % 10_000).padStart(4, "0")}`;
}

/** Eighteen characters with a true check digit, of region 990000, which does not exist. */
function idNumberOf(birthDate: string, index: number): string {
  const digits = `990000${birthDate.replaceAll("-", "")}${String(index % 1000).padStart(3, "0")}`;
  const weighted = Array.from(digits).reduce((sum, digit, i) => sum + Number(digit) * (2 ** (17 - i) % 11), 0);
  return digits + ("10X98765432".charAt(weighted % 11) || "1");
}

/** `undefined` fields out: an operation carries JSON. */
function withoutGaps(fields: Part): Omit<Client, "id"> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Omit<Client, "id">;
}
