/**
 * @file A second opinion on every sale, written from the law as domain.md (0, 1.2-1.4, 2,
 * 7.3) and readings.md put it, without reading the gate; where the two differed, the text
 * decided. Tables where the gate computes, one line of law for each finding; it shares
 * nothing with the gate but the case.
 */
import type { SaleCase } from "../../../shared/rules/sale-case.ts";

export type Outcome = "ALLOW" | "ALLOW_WITH_WARNING" | "NEED_MORE" | "BLOCK";
export interface Verdict {
  readonly outcome: Outcome;
  /** Sorted. */
  readonly rules: readonly string[];
}

/**
 * Matrix of domain.md 1.4 with the columns spelt out: R1 to R5 for a client who asks, then
 * for an advisor who offers. `.` direct match, `W` warning, `L` lowest class, `X` forbidden;
 * `A` and `M` the last two, and forbidden besides because the advisor began it.
 */
const matrix: Record<string, Record<string, readonly [client: string, advisor: string]>> = {
  // Order 130 Art. 19 and 22.
  CSRC: {
    C1_LOWEST: [".LLLL", ".MMMM"],
    C1: [".WWWW", ".AAAA"],
    C2: ["..WWW", "..AAA"],
    C3: ["...WW", "...AA"],
    C4: ["....W", "....A"],
    C5: [".....", "....."],
  },
  // NFRA Art. 12: no override, whoever began; Art. 13 (3): nor may an advisor begin it.
  NFRA_INVEST: {
    C1_LOWEST: [".LLLL", ".MMMM"],
    C1: [".XXXX", ".AAAA"],
    C2: ["..XXX", "..AAA"],
    C3: ["...XX", "...AA"],
    C4: ["....X", "....A"],
    C5: [".....", "....."],
  },
  // NFRA Art. 38, I-19, I-20.
  NFRA_INSURANCE: {
    C1_LOWEST: [".LLLL", ".MMMM"],
    C1: [".WWWW", ".AAAA"],
    C2: ["..WWW", "..AAA"],
    C3: ["...WW", "...AA"],
    C4: ["....W", "....A"],
    C5: [".....", "....."],
  },
};

/** Off in term or type: lowest class, others; each a client who asks, then an advisor who offers (I-21 to I-23, I-40). */
const offGoal: Record<string, { lowest: string; others: string }> = {
  // Art. 22: no advisor may recommend off the goals.
  CSRC: { lowest: "XA", others: "WA" },
  // Art. 13 (3) speaks of the level alone.
  NFRA_INVEST: { lowest: "XX", others: "XX" },
  NFRA_INSURANCE: { lowest: "WA", others: "WA" },
};

/** Money out of line: a client who asks, then an advisor who offers (I-25, I-38, I-19). */
const outOfLine: Record<string, string> = { CSRC: "..", NFRA_INVEST: "XX", NFRA_INSURANCE: "WA" };

const gradeOrder = "R1 R2 R3 R4 R5".split(" ");

type Weight = "block" | "need" | "warn";
type Finding = readonly [rule: string, weight: Weight];

export function oracle(sale: SaleCase): Verdict {
  const findings = [...clientFindings(sale), ...productFindings(sale), ...matchFindings(sale)];
  // Art. 38: unsuitable, and the client insists.
  const insists = sale.initiator === "client" && findings.some(([rule]) => rule.endsWith("-warning"));
  findings.push(...paperFindings(sale, insists));
  const has = (weight: Weight) => findings.some(([, its]) => its === weight);
  return {
    // I-01: what no paper can cure first.
    outcome: has("block") ? "BLOCK" : has("need") ? "NEED_MORE" : has("warn") ? "ALLOW_WITH_WARNING" : "ALLOW",
    rules: [...new Set(findings.map(([rule]) => rule))].sort(),
  };
}

/** I-15, domain.md 2 Art. 22: the higher of issuer and seller. */
function gradeOf({ product: { issuerGrade, sellerGrade } }: SaleCase): number {
  return Math.max(gradeOrder.indexOf(sellerGrade), issuerGrade === undefined ? 0 : gradeOrder.indexOf(issuerGrade)) + 1;
}

/**
 * Civil capacity, and the want of it, is a person's. Civil Code: under 8 none (Art. 20), from 8
 * to 17 limited (Art. 19), but from 16 full for who lives by their own work (Art. 18).
 */
function capacityOf({ client: { kind, age = 18, capacity } }: SaleCase): "full" | "limited" | "none" {
  if (kind === "company") return "full";
  if (age <= 7) return "none";
  return age <= 15 && capacity === "full" ? "limited" : capacity;
}

/** domain.md 0.4, I-07, I-09; without full capacity a client is of the lowest class (1.3), whatever else he is. */
function isProfessional(sale: SaleCase): boolean {
  const { regime } = sale.product;
  const { kind, investorClass } = sale.client;
  if (regime === "CSRC") {
    // Art. 8 (1)-(3): no natural person is of type I.
    const classes =
      kind === "person" ? ["professional-2", "professional-3"] : ["professional-1", "professional-2", "professional-3"];
    return classes.includes(investorClass) && capacityOf(sale) === "full";
  }
  return regime === "NFRA_INVEST" && kind === "company" && investorClass === "professional-1";
}

/** Steps 1 to 4. */
function clientFindings(sale: SaleCase): Finding[] {
  const { client, product, assessment } = sale;
  const found: Finding[] = [];
  const isLowRisk = gradeOf(sale) === 1;
  if (!client.identityVerified) found.push(["identity", "need"]); // I-03
  const capacity = capacityOf(sale);
  if (product.regime === "CSRC") {
    if (capacity !== "full" && !client.guardianConsents) found.push(["guardian", "need"]); // I-04, I-06
  } else if (capacity === "none")
    found.push(["no-capacity", "block"]); // NFRA Art. 19
  else if (capacity === "limited" && !isLowRisk)
    found.push(["limited-capacity", "block"]); // Art. 19, I-05
  else if (capacity === "limited" && !client.guardianConsents) found.push(["guardian", "need"]); // Art. 19
  if (client.consent !== "given") found.push(["consent", "need"]); // I-02
  if (client.refusesInformation) found.push(["refused-information", "block"]); // Art. 88, I-34
  if (isProfessional(sale)) return found;
  if (assessment === null) return [...found, ["no-assessment", "need"]]; // I-36
  if (!isInForce(sale.on, assessment.on)) found.push(["assessment-expired", "need"]);
  if (isOneTooMany(assessment)) found.push(["assessment-limits", "need"]); // I-10
  if (assessment.changeReported) found.push(["change-reported", "need"]); // I-35
  if (assessment.levelChange === "unconfirmed") found.push(["level-unconfirmed", "need"]); // I-35
  if (assessment.openContradictions > 0) found.push(["contradiction", "need"]);
  return found;
}

/** From its day to the same day twelve months on (I-11); one made after the sale is none for it. */
function isInForce(on: string, assessedOn: string): boolean {
  return assessedOn <= on && on <= yearAfter(assessedOn);
}

/** NFRA Art. 29: the third of its day, or the ninth in twelve months (I-13). */
function isOneTooMany({ on, earlier }: NonNullable<SaleCase["assessment"]>): boolean {
  const before = earlier.filter((day) => day <= on);
  return before.filter((day) => day === on).length >= 2 || before.filter((day) => yearAfter(day) > on).length >= 8;
}

/** I-12: 29 February falls on the 28th. */
function yearAfter(day: string): string {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return later.endsWith("-02-29") ? later.replace("-02-29", "-02-28") : later;
}

/** Steps 5 and 6. */
function productFindings({ client, product, amount }: SaleCase): Finding[] {
  const found: Finding[] = [];
  if (!product.isActive) found.push(["product-inactive", "block"]);
  if (!product.isGradeCurrent) found.push(["grade-outdated", "need"]); // I-37
  if (product.isPrivate) {
    if (client.qualified === "no") found.push(["not-qualified", "block"]); // I-16
    if (client.qualified === "unverified") found.push(["qualification-unverified", "need"]); // I-17
    if (amount < product.minimum) found.push(["below-minimum", "block"]); // I-18
  }
  for (const right of product.rights) if (!client.rights.includes(right)) found.push(["right-missing", "block"]);
  if (client.age !== undefined) {
    const { minimumAge = 0, maximumAge = 1000 } = product;
    if (client.age < minimumAge || client.age > maximumAge) found.push(["age-range", "block"]);
  }
  return found;
}

/** Steps 7 to 11. */
function matchFindings(sale: SaleCase): Finding[] {
  const { assessment, product, initiator } = sale;
  if (isProfessional(sale)) return []; // I-08, I-24
  const side = initiator === "client" ? 0 : 1;
  const found = named("money", outOfLine[product.regime]?.[side], sale.isMoneyOutOfLine);
  if (product.regime === "NFRA_INSURANCE" && passesThreshold(sale)) {
    found.push(sale.papers.declaration ? ["declaration-signed", "warn"] : ["declaration", "need"]); // I-26
  }
  // I-14, I-10: an old level, or one from an assessment that is not valid, proves nothing.
  const proves =
    assessment !== null && isInForce(sale.on, assessment.on) && !assessment.changeReported && !isOneTooMany(assessment);
  // 1.3, of the securities regime: the lowest class by capacity needs no assessment to prove it.
  const isLowestClass = product.regime === "CSRC" && capacityOf(sale) !== "full";
  const level = isLowestClass ? "C1_LOWEST" : proves ? assessment.level : undefined;
  if (level !== undefined) {
    found.push(...named("level", matrix[product.regime]?.[level]?.[side][gradeOf(sale) - 1], true));
  }
  if (!proves) return found;
  const off = offGoal[product.regime]?.[level === "C1_LOWEST" ? "lowest" : "others"][side];
  found.push(...named("term", off, product.termMonths > assessment.termMonths));
  found.push(...named("type", off, !assessment.types.includes(product.type)));
  return found;
}

function named(what: string, cell: string | undefined, applies: boolean): Finding[] {
  if (!applies || cell === ".") return [];
  if (cell === "W") return [[`${what}-warning`, "warn"]];
  if (cell === "L") return [[`${what}-lowest`, "block"]];
  if (cell === "X") return [[`${what}-mismatch`, "block"]];
  // What is forbidden is not warned of: Order 130 Art. 19 is for the client who asks.
  const offered: Finding = ["advisor-initiated", "block"];
  if (cell === "M") return [[`${what}-lowest`, "block"], offered];
  if (cell === "A") return [[`${what}-mismatch`, "block"], offered];
  throw new Error(`no cell: ${cell}`);
}

/** NFRA Art. 39: over 4 incomes, over 20 per cent a year, 75 years and 150 per cent of the budget or more. */
function passesThreshold({ product: { insurance }, payment, client: { age } }: SaleCase): boolean {
  if (payment === undefined || !["participating", "universal", "unit-linked"].includes(insurance?.kind ?? "")) {
    return false;
  }
  const { singlePremium = 0, annualPremium = 0, familyAnnualIncome, budget } = payment;
  // (3) knows no premium it does not look at: what is paid yearly is paid for a year or more, what is paid once for none.
  let { paymentYears } = payment;
  if (paymentYears === undefined && annualPremium > 0) paymentYears = 1;
  else if (paymentYears === undefined && singlePremium > 0) paymentYears = 0;
  return (
    singlePremium > 4 * familyAnnualIncome ||
    5 * annualPremium > familyAnnualIncome ||
    (paymentYears !== undefined && age !== undefined && paymentYears + age >= 75) ||
    (budget !== undefined && [singlePremium, annualPremium].some((paid) => paid > 0 && 2 * paid >= 3 * budget))
  );
}

/** Steps 12 to 15. */
function paperFindings(sale: SaleCase, insists: boolean): Finding[] {
  const { papers, product, client } = sale;
  const ordinary = !isProfessional(sale); // I-32
  const highRisk = gradeOf(sale) >= 4;
  const found: Finding[] = [];
  if (ordinary && !papers.notices) found.push(["notices", "need"]); // Art. 23, 31, 37
  if (ordinary && product.regime === "CSRC" && highRisk && !papers.highRiskProcedure) {
    found.push(["high-risk-procedure", "need"]); // Art. 20, I-28
  }
  if (highRisk && (client.age ?? 0) >= 65 && !papers.elderCare) found.push(["elder-care", "need"]); // Art. 18, I-27
  if (recordingDue(sale, ordinary) && !papers.recording) found.push(["recording", "need"]);
  if (ordinary && !papers.confirmation) found.push(["confirmation", "need"]); // Art. 24; I-39: holds the warning too
  if (product.regime === "NFRA_INSURANCE" && insists && !papers.selfChoice) found.push(["self-choice", "need"]); // Art. 38
  return found;
}

function recordingDue(
  { product: { regime, insurance }, channel, seller, client }: SaleCase,
  ordinary: boolean,
): boolean {
  if (regime === "CSRC") return ordinary && channel === "branch"; // Art. 25
  if (regime === "NFRA_INVEST") return channel === "branch"; // I-30
  if (channel === "phone") return true;
  if (channel === "online" || insurance === undefined) return false;
  const isLongLife = insurance.kind !== "property" && insurance.isOverOneYear;
  if (seller === "bank") return isLongLife;
  return insurance.kind === "unit-linked" || (isLongLife && (client.age ?? 0) >= 60); // I-31
}
