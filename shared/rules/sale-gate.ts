/**
 * @file The sale gate: may this client buy this product now? Fifteen steps in the order
 * of domain.md 7.3 and, as the sixteenth, their outcome. Pure: the same facts and the same pack give the
 * same decision for ever.
 *
 * [Note: What the gate weighs]
 *
 * Every step is looked at, whatever the steps before it found, so that the client is told
 * everything that is missing at once. What forbids outweighs what is missing, that outweighs
 * a warning (reading I-01). Only levels, terms and types are left alone where the
 * result they would be compared with proves nothing (I-14).
 */
import { AppError } from "../errors.ts";
import type { Level } from "../model/primitives.ts";
import type { Citation, GatePack, RuleId } from "../packs/gate-pack.ts";
import type { SaleRules } from "../packs/gate-packs.ts";
import { type Grade, grades, type MatchMatrix } from "../packs/match-matrix.ts";
import { assessmentAllowance, type ClockRules, isValidOn, validUntil } from "./assessment-limits.ts";
import { capacityAtAge } from "./capacity.ts";
import { isProfessionalUnder } from "./investor-class.ts";
import { declaredKinds, type SaleCase } from "./sale-case.ts";

export type Weight = "warn" | "need-more" | "block";
export type SaleOutcome = "ALLOW" | "ALLOW_WITH_WARNING" | "NEED_MORE" | "BLOCK";

export interface Finding {
  readonly rule: RuleId;
  readonly step: number;
  readonly weight: Weight;
  readonly cites: readonly Citation[];
}

export interface SaleDecision {
  readonly outcome: SaleOutcome;
  /** In the order of the steps. */
  readonly findings: readonly Finding[];
  readonly pack: { readonly id: string; readonly version: string };
  /** The grade that counts. */
  readonly grade: Grade;
}

type Found = readonly [rule: RuleId, weight: Weight];

/**
 * Judge one sale.
 *
 * @throws AppError `pack-missing` where the matrix is not the one that the gate names
 */
export function judgeSale(sale: SaleCase, { gate: pack, matrix }: SaleRules): SaleDecision {
  if (matrix.id !== pack.matrix.id || matrix.version !== pack.matrix.version) {
    throw new AppError("pack-missing", { id: pack.matrix.id });
  }
  const facts = factsOf(sale, pack, matrix);
  // Several mismatches are forbidden, or insisted on, once.
  const found = new Map(steps.flatMap((step) => step(facts)));
  const findings = [...found]
    .map(([rule, weight]): Finding => {
      const { step, cites } = pack.rules[rule];
      return { rule, step, weight, cites: cites[sale.product.regime] };
    })
    .toSorted((a, b) => a.step - b.step);
  const { id, version } = pack;
  return { outcome: outcomeOf(findings, pack), findings, pack: { id, version }, grade: facts.grade };
}

function outcomeOf(findings: readonly Finding[], { readings }: GatePack): SaleOutcome {
  const has = (weight: Weight) => findings.some((finding) => finding.weight === weight);
  const first = findings.find(({ weight }) => weight !== "warn");
  const stops = has("block") || has("need-more");
  if (stops && readings["I-01"].value === "first-step") return first?.weight === "block" ? "BLOCK" : "NEED_MORE";
  if (has("block")) return "BLOCK";
  if (has("need-more")) return "NEED_MORE";
  return has("warn") ? "ALLOW_WITH_WARNING" : "ALLOW";
}

/** What several steps ask for. */
interface Facts extends SaleCase {
  readonly pack: GatePack;
  readonly matrix: MatchMatrix;
  readonly grade: Grade;
  readonly isHighRisk: boolean;
  readonly isProfessional: boolean;
  /** No professional's shortcut: level, term, type and money are compared. */
  readonly isMatched: boolean;
  /** The level that counts; undefined while there is no result that proves one. */
  readonly level: Level | undefined;
  /** The result may be compared with the product. */
  readonly isProven: boolean;
  /** What is wrong with the result. */
  readonly faults: readonly Found[];
  readonly isElder: boolean;
}

type Choice<K extends keyof GatePack["readings"]> = GatePack["readings"][K]["value"];
function reads<K extends keyof GatePack["readings"]>({ pack }: Pick<Facts, "pack">, id: K): Choice<K> {
  return pack.readings[id].value;
}

function factsOf(sale: SaleCase, pack: GatePack, matrix: MatchMatrix): Facts {
  const grade = countingGrade(sale.product, pack);
  const isProfessional = isProfessionalFor(sale, pack);
  const isMatched = isMatchedFor(sale, pack);
  const base = { ...sale, pack, matrix, grade, isProfessional, isMatched };
  const faults = assessmentFaults(base);
  const isProven = faults.every(([rule]) => !provesNothing.has(rule));
  const isJudged = sale.assessment !== null && (isProven || reads(base, "I-14") === "judge");
  const level = isLowestByCapacity(sale) || isJudged ? countingLevel(sale) : undefined;
  return {
    ...base,
    isHighRisk: pack.numbers.highRisk.includes(grade),
    level,
    isProven: isJudged,
    faults,
    isElder: sale.client.kind === "person" && (sale.client.age ?? 0) >= pack.numbers.elderAge,
  };
}

/** Which of a product's two grades counts: NFRA Art. 22; I-15. */
export function countingGrade(
  { regime, issuerGrade, sellerGrade }: Pick<SaleCase["product"], "regime" | "issuerGrade" | "sellerGrade">,
  { readings }: Pick<GatePack, "readings">,
): Grade {
  if (issuerGrade === undefined || (regime === "CSRC" && readings["I-15"].value === "seller")) return sellerGrade;
  return grades.indexOf(issuerGrade) > grades.indexOf(sellerGrade) ? issuerGrade : sellerGrade;
}

/** The level a sale is judged by, if its assessment proves one: what documents name. */
export function countingLevel(sale: SaleCase): Level | undefined {
  return isLowestByCapacity(sale) ? "C1_LOWEST" : sale.assessment?.level;
}

/**
 * In the securities regime whoever lacks full capacity is of the lowest class, whatever was assessed
 * (domain.md 1.3); elsewhere NFRA Art. 19 says what he may buy (I-05).
 */
function isLowestByCapacity(sale: SaleCase): boolean {
  return !isNfra(sale) && !hasFullCapacity(sale);
}

/** Without it a guardian signs. */
export function hasFullCapacity(sale: Pick<SaleCase, "client">): boolean {
  return capacityOf(sale) === "full";
}

/** Whether level, term, type and money are compared at all: not for a professional, see I-08. */
export function isMatchedFor(sale: SaleCase, pack: GatePack): boolean {
  return !isProfessionalFor(sale, pack) || (isNfra(sale) && pack.readings["I-08"].value === "full-match");
}

function isProfessionalFor(sale: SaleCase, pack: GatePack): boolean {
  return isProfessionalUnder(sale.product.regime, { ...sale.client, capacity: capacityOf(sale) }, pack);
}

const isNfra = ({ product }: Pick<SaleCase, "product">) => product.regime !== "CSRC";
const isInsurance = ({ product }: Pick<SaleCase, "product">) => product.regime === "NFRA_INSURANCE";
/** Civil capacity, and the want of it, is a natural person's; nobody has more of it than the age allows. */
const capacityOf = ({ client }: Pick<SaleCase, "client">) =>
  client.kind === "company" ? "full" : capacityAtAge(client.age, client.capacity);
const above = (grade: Grade, limit: Grade) => grades.indexOf(grade) > grades.indexOf(limit);

/** Step 1: identity and capacity (NFRA Art. 19; domain.md 3.4). */
function identity(facts: Facts): Found[] {
  const { client, grade } = facts;
  const found: Found[] = client.identityVerified ? [] : [["identity", reads(facts, "I-03")]];
  const guardian: Found[] = client.guardianConsents ? [] : [["guardian", "need-more"]];
  const capacity = capacityOf(facts);
  if (capacity === "none") {
    const isBarred = isNfra(facts) || reads(facts, "I-04") === "block";
    return isBarred ? [...found, ["no-capacity", "block"]] : [...found, ...guardian];
  }
  if (capacity === "full") return found;
  if (isNfra(facts) && above(grade, reads(facts, "I-05"))) return [...found, ["limited-capacity", "block"]];
  return isNfra(facts) || reads(facts, "I-06") === "asked" ? [...found, ...guardian] : found;
}

/** Steps 2 and 3: consent (PIPL Art. 13-16, 28-30) and what is known of the client (Securities Law Art. 88, NFRA Art. 10). */
function consent(facts: Facts): Found[] {
  const found: Found[] = facts.client.consent === "given" ? [] : [["consent", reads(facts, "I-02")]];
  if (!facts.client.refusesInformation) return found;
  return [...found, ["refused-information", isNfra(facts) ? reads(facts, "I-34") : "block"]];
}

/** What makes a result prove nothing about the client (I-10, I-14). */
const provesNothing: ReadonlySet<RuleId> = new Set([
  "no-assessment",
  "assessment-expired",
  "assessment-limits",
  "change-reported",
]);

/** Step 4: a result that holds is due from all who are matched (I-36). */
function assessed(facts: Facts): readonly Found[] {
  const isLinked = facts.product.insurance?.kind === "unit-linked";
  const isNotDue = isInsurance(facts) && !isLinked && reads(facts, "I-36") === "unit-linked-only";
  return facts.isMatched && !isNotDue ? facts.faults : [];
}

/** What is wrong with the result (NFRA Art. 29, CSRC Order 130 Art. 21). */
function assessmentFaults(facts: SaleCase & Pick<Facts, "pack">): Found[] {
  const { assessment, on, pack } = facts;
  if (assessment === null) return [["no-assessment", "need-more"]];
  const found: Found[] = [];
  const clocks = clocksOf(pack);
  const isInForce = assessment.on <= on && isValidOn(validUntil(assessment.on, clocks), on, clocks);
  if (!isInForce) found.push(["assessment-expired", "need-more"]);
  if (isOverLimits(assessment, pack, clocks)) found.push(["assessment-limits", reads(facts, "I-10")]);
  const changes = isNfra(facts) ? "need-more" : reads(facts, "I-35");
  if (changes !== "no-effect") {
    if (assessment.changeReported) found.push(["change-reported", changes]);
    if (assessment.levelChange === "unconfirmed") found.push(["level-unconfirmed", changes]);
  }
  if (assessment.openContradictions > 0) found.push(["contradiction", "need-more"]);
  return found;
}

/** Whether it was one too many when it was made: the third of its day, the ninth of twelve months (I-10, I-13). */
function isOverLimits(
  { on, earlier }: NonNullable<SaleCase["assessment"]>,
  pack: GatePack,
  clocks: ClockRules,
): boolean {
  const { maxPerDay, maxPer12Months } = pack.numbers;
  const before = earlier.filter((day) => day <= on);
  // Most clients have far fewer: a whole book is judged without counting months.
  if (before.length < Math.min(maxPerDay, maxPer12Months)) return false;
  return !assessmentAllowance(before, on, clocks).allowed;
}

/** The pack's numbers and readings as the assessment's own limits take them. */
export function clocksOf({ numbers, readings }: GatePack): ClockRules {
  return {
    validMonths: { value: numbers.validMonths },
    maxPerDay: { value: numbers.maxPerDay },
    maxPer12Months: { value: numbers.maxPer12Months },
    readings: { lastDay: readings["I-11"], shortMonth: readings["I-12"], twelveMonthsOld: readings["I-13"] },
  };
}

/** Step 5: the product (NFRA Art. 22). */
function product(facts: Facts): Found[] {
  const { isActive, isGradeCurrent, issuerGrade, sellerGrade } = facts.product;
  const found: Found[] = isActive ? [] : [["product-inactive", "block"]];
  if (!isGradeCurrent) found.push(["grade-outdated", reads(facts, "I-37")]);
  const differs = issuerGrade !== undefined && issuerGrade !== sellerGrade;
  if (differs && reads(facts, "I-33") === "warn") found.push(["grades-differ", "warn"]);
  return found;
}

/** Step 6: who may enter at all (CSRC Order 130 Art. 22 (1), NFRA Art. 30). */
function entry(facts: Facts): Found[] {
  const { client, product: wanted, amount, isProfessional } = facts;
  const found: Found[] = [];
  if (wanted.isPrivate) {
    const isTypeOne = isProfessional && client.investorClass === "professional-1";
    const isExempt = wanted.regime === "CSRC" && isTypeOne && reads(facts, "I-16") === "exempt";
    if (client.qualified === "no" && !isExempt) found.push(["not-qualified", "block"]);
    if (client.qualified === "unverified") found.push(["qualification-unverified", reads(facts, "I-17")]);
    if (amount < wanted.minimum) found.push(["below-minimum", reads(facts, "I-18")]);
  }
  if (!wanted.rights.every((right) => client.rights.includes(right))) found.push(["right-missing", "block"]);
  const { age } = client;
  const isTooYoung = age !== undefined && age < (wanted.minimumAge ?? 0);
  const isTooOld = age !== undefined && age > (wanted.maximumAge ?? 150);
  if (isTooYoung || isTooOld) found.push(["age-range", "block"]);
  return found;
}

/** Step 7: level and grade (CSRC Order 130 Art. 19, 22; NFRA Art. 12, 13, 38). */
function level(facts: Facts): Found[] {
  const { level: own, grade, isMatched, matrix, product: wanted } = facts;
  if (!isMatched || own === undefined || matrix.direct[own].includes(grade)) return [];
  if (own === "C1_LOWEST") {
    const isSelfChoice = isInsurance(facts) && capacityOf(facts) === "full" && reads(facts, "I-20") === "self-choice";
    if (!isSelfChoice) return [["level-lowest", "block"], ...advised(facts)];
  }
  if (wanted.regime === "NFRA_INVEST") return [["level-mismatch", "block"], ...advised(facts)];
  return unsuitable(facts, "level", isInsurance(facts) ? reads(facts, "I-19") : "block");
}

/** Steps 8 and 9: term and type, each with its own warning (SAC guideline; domain.md 1.4). */
function termAndType(facts: Facts): Found[] {
  const { assessment, product: wanted, isProfessional, isProven } = facts;
  if (assessment === null || !isProven) return [];
  if (isProfessional && reads(facts, "I-24") === "not-checked") return [];
  return [
    ...(wanted.termMonths <= assessment.termMonths ? [] : offGoal(facts, "term")),
    ...(assessment.types.includes(wanted.type) ? [] : offGoal(facts, "type")),
  ];
}

function offGoal(facts: Facts, what: "term" | "type"): Found[] {
  const { product: wanted, level: own } = facts;
  if (wanted.regime === "NFRA_INVEST") {
    return reads(facts, "I-22") === "block" ? [[`${what}-mismatch`, "block"]] : [[`${what}-warning`, "warn"]];
  }
  if (isInsurance(facts)) {
    return reads(facts, "I-40") === "no-effect" ? [] : unsuitable(facts, what, reads(facts, "I-19"));
  }
  if (own === "C1_LOWEST" && reads(facts, "I-23") === "block") {
    return [[`${what}-mismatch`, "block"], ...(reads(facts, "I-21") === "block" ? advised(facts) : [])];
  }
  return unsuitable(facts, what, reads(facts, "I-21"));
}

/**
 * Unsuitable, and not forbidden by that alone. The client may insist: after the special warning
 * (CSRC Order 130 Art. 19), by written self-choice (NFRA Art. 38). An advisor may not have begun
 * it: there is nothing to warn of then, it is forbidden.
 */
function unsuitable(
  facts: Facts,
  what: "level" | "term" | "type" | "money",
  whenAdvised: "block" | "warn" | "self-choice",
): Found[] {
  const isForbidden = facts.initiator === "advisor" && whenAdvised === "block";
  return isForbidden
    ? [[`${what}-mismatch`, "block"], ...advised(facts)]
    : [[`${what}-warning`, "warn"], ...insisting(facts)];
}

/** Step 11: no advisor may recommend above the level, nor off the goals (CSRC Order 130 Art. 22; NFRA Art. 13). */
function advised({ initiator }: Facts): Found[] {
  return initiator === "advisor" ? [["advisor-initiated", "block"]] : [];
}

/** What the client signs to insist. */
function insisting(facts: Facts): Found[] {
  const { papers } = facts;
  if (isInsurance(facts)) return papers.selfChoice ? [] : [["self-choice", "need-more"]];
  const isOwnPaper = reads(facts, "I-39") === "own-document";
  return isOwnPaper && !papers.specialWarning ? [["special-warning", "need-more"]] : [];
}

/** Step 10: money and finances (NFRA Art. 12 (2), 38, 39). */
function money(facts: Facts): Found[] {
  return [...outOfLine(facts), ...declared(facts)];
}

function outOfLine(facts: Facts): Found[] {
  const { isMoneyOutOfLine, isMatched, product: wanted } = facts;
  if (!isMoneyOutOfLine || !isMatched) return [];
  if (wanted.regime === "NFRA_INVEST") return [["money-mismatch", "block"]];
  if (wanted.regime === "CSRC") return reads(facts, "I-25") === "warn" ? [["money-warning", "warn"]] : [];
  if (reads(facts, "I-38") === "block") return [["money-mismatch", "block"]];
  return unsuitable(facts, "money", reads(facts, "I-19"));
}

function declared(facts: Facts): Found[] {
  const { product: wanted, papers } = facts;
  if (!isInsurance(facts) || !declaredKinds.has(wanted.insurance?.kind ?? "")) return [];
  if (premiumTriggers(facts, facts.pack).length === 0) return [];
  if (!papers.declaration) return [["declaration", "need-more"]];
  return reads(facts, "I-26") === "warn" ? [["declaration-signed", "warn"]] : [];
}

/** Why a premium has to be declared. */
export type PremiumTrigger = "single-income" | "annual-income" | "age" | "budget";

/** NFRA Art. 39: "more than" the income thresholds, "at least" the age and the budget. */
export function premiumTriggers(
  { payment, client }: Pick<SaleCase, "payment" | "client">,
  { numbers }: Pick<GatePack, "numbers">,
): readonly PremiumTrigger[] {
  if (payment === undefined) return [];
  const { singlePremium, annualPremium, paymentYears, familyAnnualIncome, budget } = payment;
  const { singlePremiumIncomes, annualPremiumPercent, paymentAge, budgetPercent } = numbers;
  const premium = Math.max(singlePremium ?? 0, annualPremium ?? 0);
  const found: PremiumTrigger[] = [];
  if (singlePremium !== undefined && singlePremium > singlePremiumIncomes * familyAnnualIncome) {
    found.push("single-income");
  }
  if (annualPremium !== undefined && 100 * annualPremium > annualPremiumPercent * familyAnnualIncome) {
    found.push("annual-income");
  }
  // Years not said: a yearly premium is paid for one at least, a single one adds none.
  const years = paymentYears ?? ((annualPremium ?? 0) > 0 ? 1 : 0);
  const isPaid = paymentYears !== undefined || premium > 0;
  if (isPaid && client.age !== undefined && years + client.age >= paymentAge) found.push("age");
  if (budget !== undefined && premium > 0 && 100 * premium >= budgetPercent * budget) found.push("budget");
  return found;
}

const isProtected = (facts: Facts) => !facts.isProfessional || reads(facts, "I-32") === "due";

/** Step 12: notices (CSRC Order 130 Art. 23-24; NFRA Art. 31, 37). */
function notices(facts: Facts): Found[] {
  return isProtected(facts) && !facts.papers.notices ? [["notices", "need-more"]] : [];
}

/** Step 13: extra care (CSRC Order 130 Art. 20; NFRA Art. 18). */
function extraCare(facts: Facts): Found[] {
  const { papers, isProfessional } = facts;
  const isAny = reads(facts, "I-28") === "any";
  const isLowest = isAny && facts.level === "C1_LOWEST";
  const isElderCareDue =
    (isAny ? facts.isElder : facts.isElder && facts.isHighRisk) && (isNfra(facts) || reads(facts, "I-27") === "due");
  const isProcedureDue = (facts.isHighRisk || isLowest) && !isProfessional && (!isNfra(facts) || isAny);
  const found: Found[] = [];
  if (isElderCareDue && !papers.elderCare) found.push(["elder-care", "need-more"]);
  if (isProcedureDue && !papers.highRiskProcedure) found.push(["high-risk-procedure", "need-more"]);
  const isDone = (isElderCareDue || isProcedureDue) && found.length === 0;
  return isDone && reads(facts, "I-29") === "warn" ? [["extra-care-done", "warn"]] : found;
}

/** Step 14: a reference to the recording (CSRC Order 130 Art. 25; bank rule of 2017; insurance rule of 2017). */
function recording(facts: Facts): Found[] {
  return isRecordingDue(facts) && !facts.papers.recording ? [["recording", "need-more"]] : [];
}

function isRecordingDue(facts: Facts): boolean {
  if (isInsurance(facts)) return isInsuranceRecorded(facts);
  if (facts.channel !== "branch") return false;
  // An NFRA professional's too: "simplified" leaves only the match away (I-08).
  return isNfra(facts) ? reads(facts, "I-30") === "need-more" : isProtected(facts);
}

function isInsuranceRecorded(facts: Facts): boolean {
  const { channel, seller, client, pack } = facts;
  const kind = facts.product.insurance?.kind;
  if (channel === "online") return false;
  if (channel === "phone") return true;
  if (kind === undefined || kind === "property") return false;
  const isLong = facts.product.insurance?.isOverOneYear === true;
  if (seller === "bank") return isLong;
  const isOld = client.kind === "person" && (client.age ?? 0) >= pack.numbers.recordingAge;
  if (kind === "unit-linked") return isOld || reads(facts, "I-31") === "unit-linked-any-age";
  return isLong && isOld;
}

/** Step 15: the client's confirmation (CSRC Order 130 Art. 24-25; NFRA Art. 31). */
function confirmation(facts: Facts): Found[] {
  return isProtected(facts) && !facts.papers.confirmation ? [["confirmation", "need-more"]] : [];
}

const steps: readonly ((facts: Facts) => readonly Found[])[] = [
  identity,
  consent,
  assessed,
  product,
  entry,
  level,
  termAndType,
  money,
  notices,
  extraCare,
  recording,
  confirmation,
];
