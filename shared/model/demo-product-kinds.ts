/** @file The kinds of the demo book's products, with what is common to each. The products themselves are in demo-shelf.json. All invented. */
import type { Regime } from "../packs/gate-pack.ts";
import type { Grade } from "../packs/match-matrix.ts";
import type { Insurance, ProductType } from "../rules/sale-case.ts";
import type { FeeKind, HoldingClass, SheetValues } from "./product-sheet.ts";

export interface DemoKind {
  readonly regime: Regime;
  /** In the product catalogue. */
  readonly entry: string;
  readonly type: ProductType;
  readonly isPrivate?: true;
  readonly insurance?: Insurance;
  readonly exclusions?: string;
  readonly coolingOffDays?: number;
  readonly fees: readonly (readonly [FeeKind, number, string?])[];
  readonly liquidity: string;
  readonly leverage?: number;
  readonly structure: string;
  readonly explanation: string;
  readonly risks: string;
}

export interface DemoProduct {
  readonly kind: keyof typeof demoKinds;
  readonly code: string;
  readonly name: string;
  readonly issuer: string;
  readonly grade: Grade;
  readonly issuerGrade?: Grade;
  readonly termMonths: number;
  readonly minimumYuan: number;
  readonly commission: number;
  readonly alternative?: readonly [name: string, commission: number];
  readonly holds: readonly (readonly [HoldingClass, number, string?])[];
  /** Greatest fall in five years, per cent. */
  readonly fell?: number;
  readonly volatility?: number;
  readonly gradedDaysAgo?: number;
  readonly isActive?: false;
  readonly rights?: readonly string[];
  readonly ages?: readonly [number, number];
  readonly liquidity?: string;
  readonly structure?: string;
  readonly explanation?: string;
  /** What was otherwise in earlier versions, oldest first. */
  readonly earlier?: readonly Partial<SheetValues>[];
}

const plainStructure = "单一份额，没有分级，没有对赌条款";
/** Of every contract that pays on death. */
const lifeExclusions = [
  "投保人故意伤害被保险人",
  "被保险人故意犯罪，或者抗拒刑事强制措施",
  "合同生效或者复效两年内自杀",
  "吸毒、酒后驾车、无证驾车",
  "战争、武装冲突、核辐射",
].join("\n");
const marketRisk = "净值随市场涨跌，可能亏损本金。过去的业绩不代表以后。";

export const demoKinds = {
  money: {
    regime: "CSRC",
    entry: "money-fund",
    type: "cash",
    fees: [
      ["management", 0.25],
      ["custody", 0.05],
      ["service", 0.25],
    ],
    liquidity: "T+0快速赎回每日1万元，超过部分次日到账",
    leverage: 1.1,
    structure: plainStructure,
    explanation: "把零钱放进存单和短期国债，随用随取。收益每天有高有低，不是存款。",
    risks: "货币市场利率下行时收益减少；极端情况下可能出现负收益。",
  },
  bond: {
    regime: "CSRC",
    entry: "short-bond-fund",
    type: "fixed-income",
    fees: [
      ["subscription", 0.4, "100万元以下"],
      ["management", 0.3],
      ["custody", 0.1],
      ["redemption", 1.5, "持有不满7天"],
    ],
    liquidity: "每个交易日可赎回，两个工作日到账",
    leverage: 1.2,
    structure: plainStructure,
    explanation: "像把钱借给国家和企业，按期收利息。市场利率上升时债券价格会跌，短期可能亏一点。",
    risks: "利率上升、企业违约都会让净值下跌，可能亏损本金。",
  },
  plus: {
    regime: "CSRC",
    entry: "fixed-plus",
    type: "mixed",
    fees: [
      ["subscription", 0.8, "100万元以下"],
      ["management", 0.6],
      ["custody", 0.15],
      ["redemption", 0.5, "持有不满30天"],
    ],
    liquidity: "每个交易日可赎回，三个工作日到账",
    leverage: 1.2,
    structure: plainStructure,
    explanation: "大部分是债券，小部分是股票。股票是调味，不是主菜：涨时多一些，跌时也会亏。",
    risks: marketRisk,
  },
  mixed: {
    regime: "CSRC",
    entry: "mixed-fund",
    type: "mixed",
    fees: [
      ["subscription", 1.5, "100万元以下"],
      ["subscription", 1, "100万元至500万元"],
      ["management", 1.2],
      ["custody", 0.2],
      ["redemption", 0.5, "持有不满一年"],
    ],
    liquidity: "每个交易日可赎回，四个工作日到账",
    leverage: 1,
    structure: plainStructure,
    explanation: "股票占大头，跟着股市走。好年景涨得多，坏年景跌两三成也见过，要用几年内用不到的钱。",
    risks: marketRisk,
  },
  index: {
    regime: "CSRC",
    entry: "equity-fund",
    type: "equity",
    fees: [
      ["subscription", 1, "100万元以下"],
      ["management", 0.5],
      ["custody", 0.1],
      ["redemption", 0.5, "持有不满一年"],
    ],
    liquidity: "每个交易日可赎回，三个工作日到账",
    leverage: 1,
    structure: plainStructure,
    explanation: "跟着指数买股票，指数跌多少它就跌多少，没有人替你躲开。",
    risks: marketRisk,
  },
  gold: {
    regime: "CSRC",
    entry: "spot-gold",
    type: "equity",
    fees: [
      ["subscription", 0.6],
      ["management", 0.5],
      ["custody", 0.1],
    ],
    liquidity: "每个交易日可赎回，两个工作日到账",
    leverage: 1,
    structure: plainStructure,
    explanation: "跟着金价走。黄金没有利息，只有价格涨跌。",
    risks: "金价和汇率都会波动，可能亏损本金。",
  },
  note: {
    regime: "CSRC",
    entry: "protected-note",
    type: "fixed-income",
    fees: [["other", 0, "不另收费"]],
    liquidity: "到期前不能赎回",
    leverage: 1,
    structure: "证券公司的债务，本金和利息由发行的证券公司用自己的信用偿付",
    explanation: "把钱借给证券公司，到期还本付息。证券公司还不上时会受损失。",
    risks: "发行人信用风险；到期前不能取出。",
  },
  plan: {
    regime: "CSRC",
    entry: "private-plan",
    type: "mixed",
    isPrivate: true,
    fees: [
      ["management", 1],
      ["custody", 0.1],
      ["performance", 20, "年化超过6%的部分"],
    ],
    liquidity: "封闭一年，之后每季度开放5个工作日",
    leverage: 1.4,
    structure: "平层，不分优先和劣后；可用股指期货对冲",
    explanation: "管理人有较大的自由，可以加一点杠杆，也可以做对冲。涨跌都可能比公募大。",
    risks: "杠杆会放大亏损；开放期以外不能赎回；可能亏损全部本金。",
  },
  fund: {
    regime: "CSRC",
    entry: "private-fund",
    type: "equity",
    isPrivate: true,
    fees: [
      ["subscription", 1],
      ["management", 1.5],
      ["performance", 20, "超过历史最高净值的部分"],
    ],
    liquidity: "封闭两年，之后每月开放一次",
    leverage: 2,
    structure: "平层；杠杆不超过两倍，设预警线0.85和止损线0.80",
    explanation: "管理人用量化模型频繁交易，并借钱放大。净值到0.80会强制卖出，那时已亏两成。",
    risks: "杠杆放大亏损，止损线不是下限；可能亏损全部本金。",
  },
  wealth: {
    regime: "NFRA_INVEST",
    entry: "fixed-wealth",
    type: "fixed-income",
    fees: [
      ["management", 0.2],
      ["custody", 0.02],
      ["service", 0.3],
    ],
    liquidity: "到期一次兑付，期间不能赎回",
    leverage: 1.2,
    structure: plainStructure,
    explanation: "理财公司管理，主要买债券和存单。业绩比较基准只是目标，不是承诺，到期多少以净值为准。",
    risks: "债券价格下跌或企业违约时可能亏损本金；期间不能取出。",
  },
  cashWealth: {
    regime: "NFRA_INVEST",
    entry: "cash-wealth",
    type: "cash",
    fees: [
      ["management", 0.15],
      ["service", 0.2],
    ],
    liquidity: "工作日可赎回，次日到账",
    leverage: 1.1,
    structure: plainStructure,
    explanation: "理财公司的活期类产品，买存单和短债。它是理财，不是存款。",
    risks: "收益随利率变化；大额赎回可能延期。",
  },
  mixedWealth: {
    regime: "NFRA_INVEST",
    entry: "mixed-fund",
    type: "mixed",
    fees: [
      ["subscription", 0.5],
      ["management", 0.8],
      ["custody", 0.05],
    ],
    liquidity: "持有期满后每个工作日可赎回",
    leverage: 1.2,
    structure: plainStructure,
    explanation: "债券打底，两三成股票和黄金。净值会跌，持有期内不能取。",
    risks: marketRisk,
  },
  structured: {
    regime: "NFRA_INVEST",
    entry: "structured-deposit",
    type: "fixed-income",
    fees: [["other", 0, "不另收费"]],
    liquidity: "到期一次兑付，期间不能支取",
    structure: "本金存入银行，利息的一部分用来买期权，挂钩黄金价格",
    explanation: "利息有高有低，要看到期时金价在哪个区间，可能只拿到最低一档。",
    risks: "挂钩标的不如预期时利息很低；期间不能支取。",
  },
  trust: {
    regime: "NFRA_INVEST",
    entry: "trust-plan",
    type: "fixed-income",
    isPrivate: true,
    fees: [
      ["management", 0.8],
      ["custody", 0.05],
    ],
    liquidity: "两年封闭，到期分配",
    leverage: 1,
    structure: "信托资金借给项目公司，以土地使用权抵押",
    explanation: "把钱借给一个项目，靠项目回款还钱。项目不顺时可能延期，甚至还不全。",
    risks: "项目方违约、抵押物难以变现，可能亏损大部分本金。",
  },
  participating: {
    regime: "NFRA_INSURANCE",
    entry: "participating-life",
    type: "fixed-income",
    insurance: { kind: "participating", isOverOneYear: true },
    fees: [["surrender", 40, "第一年退保约损失已交保费的40%"]],
    exclusions: lifeExclusions,
    coolingOffDays: 15,
    liquidity: "退保只退现金价值",
    structure: "基本保额写进合同，分红每年由保险公司公布",
    explanation: "先是保障，再是分红。分红每年不同，可能为零；前几年退保会亏。",
    risks: "分红不确定；提前退保有损失。",
  },
  universal: {
    regime: "NFRA_INSURANCE",
    entry: "universal-life",
    type: "fixed-income",
    insurance: { kind: "universal", isOverOneYear: true },
    fees: [
      ["subscription", 3, "初始费用"],
      ["surrender", 5, "第一年"],
      ["surrender", 1, "第五年"],
    ],
    exclusions: lifeExclusions,
    coolingOffDays: 15,
    liquidity: "可部分领取，前五年收退保费用",
    structure: "设最低结算利率，高出部分每月公布，可能调整",
    explanation: "保险加一个按月结算的账户。写进合同的只有最低一档，其余每月会变。",
    risks: "结算利率会下调；提前领取有费用。",
  },
  unitLinked: {
    regime: "NFRA_INSURANCE",
    entry: "unit-linked",
    type: "equity",
    insurance: { kind: "unit-linked", isOverOneYear: true },
    fees: [
      ["subscription", 2, "初始费用"],
      ["management", 1.5],
      ["surrender", 5, "第一年"],
    ],
    exclusions: lifeExclusions,
    coolingOffDays: 15,
    liquidity: "可随时领取账户价值",
    structure: "保费进入投资账户，盈亏由投保人承担",
    explanation: "账户里主要是股票和基金，涨跌都是自己的，没有最低结算利率。",
    risks: marketRisk,
  },
  life: {
    regime: "NFRA_INSURANCE",
    entry: "term-life",
    type: "fixed-income",
    insurance: { kind: "other-life", isOverOneYear: true },
    fees: [["surrender", 60, "第一年退保约损失已交保费的60%"]],
    exclusions: lifeExclusions,
    coolingOffDays: 15,
    liquidity: "退保只退现金价值",
    structure: "保障型，没有投资账户",
    explanation: "只管保障：保险期内出险才赔，平安到期不返还。",
    risks: "不出险没有返还；告知不实可能拒赔。",
  },
  medical: {
    regime: "NFRA_INSURANCE",
    entry: "term-life",
    type: "fixed-income",
    insurance: { kind: "other-life", isOverOneYear: false },
    fees: [["surrender", 35, "未满期退保，按剩余天数退费时扣除"]],
    exclusions: [
      "投保前已有的疾病及其并发症",
      "等待期30天内确诊的疾病，续保不受此限",
      "整形美容、牙科、生育和不孕不育治疗",
      "体检、疗养和康复",
      "酒后驾车、吸毒、自残，战争和核辐射",
    ].join("\n"),
    coolingOffDays: 0,
    liquidity: "退保按剩余天数退费",
    structure: "一年期医疗险，没有投资账户",
    explanation: "住院花的钱，医保报销后超过免赔额的部分由保险付。一年一保，明年能不能续、多少钱，明年再看。",
    risks: "不出险没有返还；产品停售后可能不能续保；告知不实可能拒赔。",
  },
} as const satisfies Record<string, DemoKind>;
