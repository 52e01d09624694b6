/** @file The fact each step rests on, as one line of the table. Pure; `tell` brings language and mask. */

import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { Level } from "../../../shared/model/primitives.ts";
import type { Statement, StatementKind } from "../../../shared/model/statement.ts";
import { grades } from "../../../shared/packs/match-matrix.ts";
import { assessmentAllowance, validUntil } from "../../../shared/rules/assessment-limits.ts";
import { isProfessionalUnder } from "../../../shared/rules/investor-class.ts";
import { stepOf } from "../../../shared/rules/sale-documents.ts";
import { clocksOf, countingGrade, isMatchedFor } from "../../../shared/rules/sale-gate.ts";
import { investorClassNames } from "../../text/clients.ts";
import { capacityNames, productTypeNames, regimeNames } from "../../text/eligibility.ts";
import { formatInstant, formatPercent } from "../../text/format.ts";
import { documentNames, stepFacts as words } from "../../text/gate.ts";
import type { Say } from "../../text/text.ts";
import type { ShownSale } from "./sale-view.ts";
import { isUnproven } from "./step-rows.ts";

export interface Tell {
  readonly t: Say;
  /** An amount, or what stands for one while amounts are hidden. */
  readonly money: (fen: number) => string;
}

type Telling = (shown: ShownSale, tell: Tell) => string;

/** Steps 1 to 15 in words; 16 is the outcome's own. */
export function stepFact(step: number, shown: ShownSale, tell: Tell): string {
  return tellings[step - 1]?.(shown, tell) ?? "";
}

const tellings: readonly Telling[] = [
  identity,
  consent,
  investorClass,
  assessment,
  product,
  entry,
  level,
  term,
  type,
  money,
  initiator,
  notices,
  extraCare,
  recording,
  confirmation,
];

/** `C1` for the lowest class too: its mark says the rest. */
export function levelCode(level: Level): string {
  return level === "C1_LOWEST" ? "C1" : level;
}

function said<K extends StatementKind>({ statements }: ShownSale, ...kinds: readonly K[]) {
  return statements.findLast((one): one is Extract<Statement, { kind: K }> =>
    (kinds as readonly string[]).includes(one.kind),
  );
}

function joined({ t }: Tell, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(t(words.and));
}

function identity(shown: ShownSale, tell: Tell): string {
  const { t } = tell;
  const { client } = shown.sale;
  const until = said(shown, "identity")?.until;
  const verified = until === undefined ? t(words.verified) : t(words.verifiedUntil, { day: until });
  const unverified = until === undefined ? t(words.unverified) : t(words.idExpired, { day: until });
  const isPerson = client.kind === "person";
  return joined(
    tell,
    client.identityVerified ? verified : unverified,
    isPerson ? t(capacityNames[client.capacity]) : undefined,
    isPerson && client.capacity !== "full"
      ? t(client.guardianConsents ? words.guardianGiven : words.guardianMissing)
      : undefined,
    shown.open.includes("birth-date") ? t(words.noBirthDate) : undefined,
  );
}

function consent(shown: ShownSale, { t }: Tell): string {
  const newest = said(shown, "consent-given", "consent-withdrawn");
  const day = newest === undefined ? "" : shanghaiDay(newest.at);
  const { consent: given } = shown.sale.client;
  if (given === "given") return t(words.consentGiven, { day });
  return given === "missing" ? t(words.consentMissing) : t(words.consentWithdrawn, { day });
}

function investorClass({ sale, rules }: ShownSale, tell: Tell): string {
  const { t } = tell;
  const { client, product: wanted } = sale;
  const name = t(investorClassNames[client.investorClass]);
  const regime = t(regimeNames[wanted.regime]);
  const isElsewhere = client.investorClass !== "ordinary" && !isProfessionalUnder(wanted.regime, client, rules.gate);
  return joined(
    tell,
    t(isElsewhere ? words.classElsewhere : words.classIn, { class: name, regime }),
    client.refusesInformation ? t(words.refused) : undefined,
  );
}

function assessment(shown: ShownSale, tell: Tell): string {
  const { t } = tell;
  const { sale, rules, assessment: record } = shown;
  const found = new Set(shown.findings.map(({ rule }) => rule));
  if (sale.assessment === null) return t(isMatchedFor(sale, rules.gate) ? words.unassessed : words.notAssessed);
  const { on, earlier, level: own, openContradictions } = sale.assessment;
  const clocks = clocksOf(rules.gate);
  const until = validUntil(on, clocks);
  const { last12Months: count, maxPer12Months: most } = assessmentAllowance([...earlier, on], sale.on, clocks);
  const values = { level: levelCode(own), until, count, most };
  return joined(
    tell,
    record === undefined
      ? t(words.assessedNoPoints, values)
      : t(words.assessed, { ...values, points: record.score.total }),
    found.has("assessment-expired") ? t(words.expired, { until }) : undefined,
    found.has("assessment-limits") ? t(words.overLimits) : undefined,
    sale.assessment.changeReported ? t(words.changed) : undefined,
    sale.assessment.levelChange === "unconfirmed" ? t(words.unconfirmed) : undefined,
    openContradictions > 0 ? t(words.contradictions, { count: openContradictions }) : undefined,
  );
}

function product({ sale, sheet, open, rules }: ShownSale, tell: Tell): string {
  const { t } = tell;
  const { issuerGrade, sellerGrade, isActive, isGradeCurrent } = sale.product;
  const differs = issuerGrade !== undefined && issuerGrade !== sellerGrade;
  const grade = countingGrade(sale.product, rules.gate);
  return joined(
    tell,
    differs
      ? t(words.gradeBoth, { issuer: issuerGrade, seller: sellerGrade, grade })
      : t(words.gradeSeller, { grade: sellerGrade }),
    isGradeCurrent && sheet?.gradeUntil !== undefined ? t(words.gradeUntil, { day: sheet.gradeUntil }) : undefined,
    isGradeCurrent ? undefined : t(words.gradeOld),
    isActive ? undefined : t(words.inactive),
    open.includes("insurance") ? t(words.noInsurance) : undefined,
  );
}

function entry({ sale }: ShownSale, tell: Tell): string {
  const { t, money: told } = tell;
  const { client, product: wanted, amount } = sale;
  const { minimumAge: from, maximumAge: to } = wanted;
  const qualified = { yes: words.qualifiedYes, no: words.qualifiedNo, unverified: words.qualifiedUnverified };
  const missing = wanted.rights.filter((right) => !client.rights.includes(right));
  const rights = (list: readonly string[]) => ({ rights: list.join(t(words.list)) });
  const ages =
    from !== undefined && to !== undefined
      ? t(words.ages, { from, to })
      : from !== undefined
        ? t(words.agesFrom, { from })
        : to !== undefined
          ? t(words.agesTo, { to })
          : undefined;
  return joined(
    tell,
    wanted.isPrivate ? t(words.private, { minimum: told(wanted.minimum) }) : undefined,
    wanted.isPrivate ? t(qualified[client.qualified]) : undefined,
    wanted.isPrivate && amount < wanted.minimum ? t(words.below) : undefined,
    missing.length > 0 ? t(words.rightsMissing, rights(missing)) : undefined,
    missing.length === 0 && wanted.rights.length > 0 ? t(words.rightsOpen, rights(wanted.rights)) : undefined,
    ages,
    wanted.isPrivate || wanted.rights.length > 0 || ages !== undefined ? undefined : t(words.public),
  );
}

/** Whether level, term and type are compared, and why not. */
function uncompared(shown: ShownSale, { t }: Tell): string | undefined {
  if (!isMatchedFor(shown.sale, shown.rules.gate)) return t(words.notMatched);
  return isUnproven(shown) ? t(words.levelNone) : undefined;
}

function level(shown: ShownSale, tell: Tell): string {
  const { sale, findings, rules } = shown;
  if (findings.some(({ rule }) => rule === "level-lowest")) return tell.t(words.levelLowest);
  const none = uncompared(shown, tell);
  if (none !== undefined || sale.assessment === null) return none ?? "";
  const grade = countingGrade(sale.product, rules.gate);
  const own = sale.assessment.level;
  const direct = rules.matrix.direct[own];
  const steps = grades.indexOf(grade) - grades.indexOf(direct.at(-1) ?? "R1");
  const values = { level: levelCode(own), grade, steps };
  return tell.t(direct.includes(grade) ? words.levelFits : words.levelAbove, values);
}

function term(shown: ShownSale, tell: Tell): string {
  const none = uncompared(shown, tell);
  const { assessment: assessed, product: wanted } = shown.sale;
  if (none !== undefined || assessed === null) return none ?? "";
  const { termMonths: months } = assessed;
  if (wanted.termMonths === 0) return tell.t(words.termFree);
  const sentence = months === 0 ? words.termShort : months >= openEnded ? words.termOpen : words.term;
  return tell.t(sentence, { months, product: wanted.termMonths });
}
/** What packs give the last answer of a range: no end. */
const openEnded = 1200;

function type(shown: ShownSale, tell: Tell): string {
  const { t } = tell;
  const none = uncompared(shown, tell);
  const { assessment: assessed, product: wanted } = shown.sale;
  if (none !== undefined || assessed === null) return none ?? "";
  const name = t(productTypeNames[wanted.type]);
  if (assessed.types.includes(wanted.type)) return t(words.typeIn, { type: name });
  if (assessed.types.length === 0) return t(words.typeNone, { type: name });
  const types = assessed.types.map((one) => t(productTypeNames[one])).join(t(words.list));
  return t(words.typeOut, { type: name, types });
}

function money(shown: ShownSale, tell: Tell): string {
  const { t, money: told } = tell;
  const { sale, money: share, findings, open } = shown;
  const yearly = sale.payment?.annualPremium;
  const isYearly = yearly !== undefined && sale.payment?.singlePremium === undefined;
  const amount = told(isYearly ? yearly : sale.amount);
  const percent = share?.percent === undefined ? undefined : formatPercent(share.percent / 100, 1);
  const ofAssets =
    percent !== undefined
      ? t(isYearly ? words.moneyYearly : words.money, { amount, percent })
      : share === undefined
        ? t(words.moneyOnly, { amount })
        : t(share.isOutOfLine === undefined ? words.moneyUnknown : words.moneyNothing, { amount });
  const rules = new Set(findings.map(({ rule }) => rule));
  const isOverruled = share !== undefined && share.isOutOfLine !== sale.isMoneyOutOfLine && !open.includes("money");
  return joined(
    tell,
    ofAssets,
    sale.isMoneyOutOfLine ? t(words.moneyOut) : isOverruled ? t(words.moneyIn) : undefined,
    rules.has("declaration") ? t(words.undeclared) : undefined,
    rules.has("declaration-signed") ? t(words.declared) : undefined,
    open.includes("payment") ? t(words.noPayment) : undefined,
  );
}

function initiator({ sale }: ShownSale, tell: Tell): string {
  return joined(
    tell,
    tell.t(sale.initiator === "client" ? words.byClient : words.byAdvisor),
    tell.t(words.at[sale.channel]),
  );
}

/** How many of a step's documents are signed. */
function signedAt(step: number, { due, documents }: ShownSale) {
  const kinds = due.kinds.filter((kind) => stepOf(kind) === step);
  return { kinds, of: kinds.length, done: kinds.filter((kind) => documents.has(kind)).length };
}

function notices(shown: ShownSale, { t }: Tell): string {
  if (shown.outcome === "BLOCK") return t(words.forbidden);
  const { of, done } = signedAt(12, shown);
  return of === 0 ? t(words.notDue) : t(words.read, { done, of });
}

function extraCare(shown: ShownSale, { t }: Tell): string {
  const { sale, outcome, rules } = shown;
  if (outcome === "BLOCK") return t(words.forbidden);
  const { kinds, of, done } = signedAt(13, shown);
  if (of > 0) {
    const documents = kinds.map((kind) => t(documentNames[kind])).join(t(words.list));
    return t(words.careDue, { documents, done, of });
  }
  const isHighRisk = rules.gate.numbers.highRisk.includes(countingGrade(sale.product, rules.gate));
  return t(isHighRisk ? words.noCareRecord : words.noCare);
}

function recording(shown: ShownSale, { t }: Tell): string {
  const { outcome, due, recording: kept, sale } = shown;
  if (outcome === "BLOCK") return t(words.forbidden);
  if (kept !== undefined) {
    return kept.kind === "reference"
      ? t(words.recordedHeld, { reference: kept.reference, holder: kept.heldBy })
      : t(words.recorded, { name: kept.name });
  }
  if (sale.papers.recording) return t(words.recordingGiven);
  return t(due.isRecordingDue ? words.recordingDue : words.notDue);
}

function confirmation(shown: ShownSale, { t }: Tell): string {
  if (shown.outcome === "BLOCK") return t(words.forbidden);
  const [kind] = signedAt(15, shown).kinds;
  if (kind === undefined) return t(shown.sale.papers.confirmation ? words.confirmedRecord : words.notDue);
  const at = shown.documents.get(kind)?.signedAt;
  const document = t(documentNames[kind]);
  if (at === undefined) return t(words.unconfirmedDoc, { document });
  return t(words.confirmed, { document, time: formatInstant(at) });
}
