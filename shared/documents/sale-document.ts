/**
 * @file The documents of one sale, as the client reads and signs them: what the gate judged and the
 * product's sheet, put into the texts of the pack. What a sheet does not give is not made up. Pure.
 */
import type { Client } from "../model/client.ts";
import { shanghaiDay, shanghaiMinute } from "../model/dates.ts";
import type { ProductSheet } from "../model/product-sheet.ts";
import { type Say, say } from "../model/sentence.ts";
import type { SaleRules } from "../packs/gate-packs.ts";
import type { QuestionnairePack } from "../packs/questionnaire-pack.ts";
import { validUntil } from "../rules/assessment-limits.ts";
import type { SaleCase } from "../rules/sale-case.ts";
import { noPapers, type SaleDocumentKind } from "../rules/sale-documents.ts";
import type { MoneyShare } from "../rules/sale-facts.ts";
import {
  clocksOf,
  countingGrade,
  countingLevel,
  type Finding,
  hasFullCapacity,
  isMatchedFor,
  judgeSale,
  premiumTriggers,
} from "../rules/sale-gate.ts";
import { feeNames, productTypeNames } from "../shelf/words.ts";
import { yuanOf } from "./amounts.ts";
import { buildDocument, type DocumentContext } from "./build.ts";
import type { PrintDocument } from "./document.ts";
import type { DocumentInput } from "./inputs.ts";
import { gradeText, levelText } from "./named.ts";
import { premiumFigures } from "./premium-figures.ts";
import { saleWords, triggerWords, uncertainties } from "./sale-words.ts";

export interface SaleOf {
  readonly sale: SaleCase;
  readonly sheet: ProductSheet;
  readonly rules: SaleRules;
  readonly client: Pick<Client, "name" | "idNumber" | "customerNo">;
  /** Names the levels; absent where the client was not assessed, or by a pack that is not here. */
  readonly questionnaire: Pick<QuestionnairePack, "levels"> | undefined;
  readonly money: MoneyShare;
  /** Instant at which it is put before the client. */
  readonly at: string;
}

export type SaleDocumentContext = Omit<DocumentContext, "clientNo" | "byGuardian">;

/** One of the sale's documents with every word in place. */
export function saleDocument(kind: SaleDocumentKind, of: SaleOf, context: SaleDocumentContext): PrintDocument {
  return documentOf(kind, of, context);
}

function documentOf<K extends SaleDocumentKind>(kind: K, of: SaleOf, context: SaleDocumentContext): PrintDocument {
  const make: Makers[K] = makers[kind];
  return buildDocument(kind, make(new Telling(of, context)), {
    ...context,
    clientNo: of.client.customerNo,
    byGuardian: !hasFullCapacity(of.sale),
  });
}

type Makers = { readonly [K in SaleDocumentKind]: (telling: Telling) => DocumentInput<K> };
type Aspect = "level" | "term" | "type";
const aspects: readonly Aspect[] = ["level", "term", "type"];
/** What packs give the last answer of a range: no end. */
const openEnded = 1200;

const makers: Makers = {
  "conflict-statement": (telling) => ({
    values: {
      ...telling.client,
      ...telling.named,
      reason: telling.say(telling.of.sale.initiator === "client" ? saleWords.byClient : saleWords.byAdvisor),
    },
    rows: { ...telling.clientRows, offers: telling.offers(), interests: [] },
  }),
  "risk-disclosure": (telling) => ({
    values: {
      ...telling.client,
      ...telling.levels,
      ...telling.product,
      lossOfPrincipal: telling.risks(),
      lossBeyondPrincipal: telling.beyondPrincipal(),
      lossByFirm: telling.say(saleWords.lossByFirm),
      judgementByFirm: telling.say(saleWords.judgementByFirm),
      limits: telling.limits(),
      opinion: telling.opinion(),
    },
    rows: telling.clientRows,
  }),
  "sale-notice": (telling) => ({
    values: {
      ...telling.client,
      ...telling.levels,
      ...telling.product,
      basics: telling.basics(),
      risks: telling.risks(),
      fees: telling.fees(),
      opinion: telling.opinion(),
    },
    rows: { ...telling.clientRows, others: telling.others() },
  }),
  "insurance-notice": (telling) => ({
    values: {
      ...telling.client,
      ...telling.named,
      ...telling.insurance(),
      fees: telling.fees(),
      opinion: telling.opinion(),
    },
    rows: telling.clientRows,
  }),
  "high-risk-procedure": (telling) => ({
    values: { ...telling.client, ...telling.levels, ...telling.product, ...telling.care() },
    rows: { ...telling.clientRows, information: telling.information(), risks: telling.specialRisks() },
  }),
  "elder-care": (telling) => ({
    values: {
      ...telling.client,
      ...telling.levels,
      ...telling.product,
      ...telling.care(),
      age: telling.of.sale.client.age ?? "",
      elderAge: telling.of.rules.gate.numbers.elderAge,
    },
    rows: { ...telling.clientRows, risks: telling.specialRisks() },
  }),
  "applicant-statement": (telling) => ({
    values: { ...telling.client, ...telling.named },
    rows: {
      ...telling.clientRows,
      figures: premiumFigures(telling.of.sale, telling.say),
      triggers: telling.triggers(),
    },
  }),
  "mismatch-warning": (telling) => ({
    values: { ...telling.client, ...telling.levels, ...telling.product },
    rows: { ...telling.clientRows, mismatches: telling.compared((isWarned) => isWarned) },
  }),
  "insurance-self-choice": (telling) => ({
    values: { ...telling.client, ...telling.named },
    rows: { ...telling.clientRows, reasons: telling.reasons.map((text) => ({ text })) },
  }),
  "match-confirmation": (telling) => {
    const mismatches = telling.compared((isWarned) => isWarned);
    const matches = mismatches.length > 0 ? [] : telling.compared((isWarned) => !isWarned);
    return {
      values: { ...telling.client, ...telling.levels, ...telling.product },
      rows: { ...telling.clientRows, matches, mismatches },
    };
  },
};

/** A sale in the words of one language. */
class Telling {
  readonly of: SaleOf;
  readonly #context: SaleDocumentContext;
  /** Found with no paper there: what does not suit, whatever is signed. */
  readonly #warned: readonly Finding[];

  readonly say: Say = (sentence, values) => say(sentence, this.#context.language, values);

  constructor(of: SaleOf, context: SaleDocumentContext) {
    this.of = of;
    this.#context = context;
    const { sale, rules } = of;
    const { findings } = judgeSale({ ...sale, papers: noPapers }, rules);
    this.#warned = findings.filter(({ rule, weight }) => weight === "warn" && rule.endsWith("-warning"));
  }

  get client() {
    return { day: shanghaiDay(this.of.at), clientName: this.of.client.name };
  }

  get clientRows() {
    const { idNumber } = this.of.client;
    return { identity: idNumber === undefined ? [] : [{ number: idNumber }] };
  }

  get named() {
    return { product: this.of.sheet.name, productCode: this.of.sheet.code };
  }

  get product() {
    const grade = countingGrade(this.of.sale.product, this.of.rules.gate);
    return { ...this.named, grade, gradeText: gradeText(this.#context.texts, grade, this.#context.language) };
  }

  get levels() {
    const { sale, rules, questionnaire } = this.of;
    const level = countingLevel(sale);
    const { texts, language } = this.#context;
    const until = sale.assessment === null ? undefined : validUntil(sale.assessment.on, clocksOf(rules.gate));
    return {
      level: level ?? "",
      levelText:
        level === undefined ? this.say(saleWords.notAssessed) : levelText(texts, questionnaire, level, language),
      validUntil: until ?? this.say(saleWords.never),
    };
  }

  /** Why it does not suit, in the words of the rules. */
  get reasons(): readonly string[] {
    return this.#warned.map(({ rule }) => this.say(this.of.rules.gate.rules[rule].text));
  }

  opinion(): string {
    const values = { level: this.levels.levelText, grade: this.product.gradeText };
    if (this.reasons.length > 0) {
      return this.say(saleWords.differs, { ...values, reasons: this.reasons.join(this.say(saleWords.between)) });
    }
    const { sale, rules } = this.of;
    const isCompared = isMatchedFor(sale, rules.gate) && sale.assessment !== null;
    return this.say(isCompared ? saleWords.matches : saleWords.matchesUnassessed, values);
  }

  /** Client and product side by side. */
  compared(isWanted: (isWarned: boolean) => boolean) {
    const warned = new Set<string>(this.#warned.map(({ rule }) => rule));
    return aspects
      .filter((aspect) => isWanted(warned.has(`${aspect}-warning`)))
      .map((aspect) => ({ aspect: this.say(saleWords[aspect]), ...this.#sides(aspect) }));
  }

  #sides(aspect: Aspect): { readonly client: string; readonly product: string } {
    const { sale } = this.of;
    if (aspect === "level") return { client: this.levels.levelText, product: this.product.gradeText };
    if (aspect === "term") return { client: this.#spared(), product: this.#term(sale.product.termMonths) };
    return { client: this.#types(), product: this.say(productTypeNames[sale.product.type]) };
  }

  #spared(): string {
    const months = this.of.sale.assessment?.termMonths;
    if (months === undefined) return this.say(saleWords.notAssessed);
    const sentence = months === 0 ? saleWords.termShort : months >= openEnded ? saleWords.termOpen : saleWords.termFrom;
    return this.say(sentence, { months });
  }

  #term(months: number): string {
    return months === 0 ? this.say(saleWords.atCall) : this.say(saleWords.months, { months });
  }

  #types(): string {
    const types = this.of.sale.assessment?.types ?? [];
    if (types.length === 0) return this.say(saleWords.noTypes);
    return types.map((type) => this.say(productTypeNames[type])).join(this.say(saleWords.list));
  }

  fees(kinds: (kind: ProductSheet["fees"][number]["kind"]) => boolean = () => true): string {
    const fees = this.of.sheet.fees.filter(({ kind }) => kinds(kind));
    if (fees.length === 0) return this.say(saleWords.noFees);
    return fees
      .map(({ kind, percent, note }) => {
        const values = { name: this.say(feeNames[kind]), percent };
        return note === undefined ? this.say(saleWords.fee, values) : this.say(saleWords.feeNoted, { ...values, note });
      })
      .join(this.say(saleWords.between));
  }

  /** The product beside the one it could be exchanged for. */
  offers() {
    const { sheet } = this.of;
    const own = { product: sheet.name, fees: this.fees(), commission: this.#commission(sheet.commission) };
    const other = sheet.alternative;
    if (other === undefined) return [own];
    const product = this.say(saleWords.alternative, { name: other.name });
    const fees = this.say(saleWords.alternativeFees);
    return [own, { product, fees, commission: this.#commission(other.commission) }];
  }

  #commission(percent: number | undefined): string {
    if (percent === undefined) return this.say(saleWords.noCommission);
    const yuan = yuanOf(Math.round((this.of.sale.amount * percent) / 100));
    return this.say(saleWords.commission, { percent, yuan });
  }

  risks(): string {
    const { risks } = this.of.sheet;
    return this.#joined([risks === undefined ? this.say(saleWords.risks) : risks, this.#fell()]);
  }

  #fell(): string | undefined {
    const { drawdown } = this.of.sheet;
    return drawdown === undefined || drawdown.percent === 0 ? undefined : this.say(saleWords.fell, drawdown);
  }

  beyondPrincipal(): string {
    const found = this.#amplifiers();
    return found.length === 0 ? this.say(saleWords.nothingBeyond) : this.#joined(found);
  }

  #amplifiers(): readonly string[] {
    const { leverage = 1, lookThrough } = this.of.sheet;
    const hasDerivatives = lookThrough.some(({ holding, percent }) => holding === "derivative" && percent > 0);
    return [
      ...(leverage > 1 ? [this.say(saleWords.leverage, { leverage })] : []),
      ...(hasDerivatives ? [this.say(saleWords.derivatives)] : []),
    ];
  }

  limits(): string {
    const { termMonths, liquidity } = this.of.sheet;
    return this.#joined([
      termMonths > 0 ? this.say(saleWords.bound, { months: termMonths }) : undefined,
      liquidity === undefined ? undefined : this.#ended(liquidity),
      this.say(saleWords.byContract),
    ]);
  }

  basics(): string {
    const { sheet, sale } = this.of;
    const head = this.say(saleWords.basics, {
      type: this.say(productTypeNames[sale.product.type]),
      term: this.#term(sheet.termMonths),
      minimum: this.say(saleWords.yuan, { yuan: yuanOf(sheet.minimum) }),
    });
    return this.#joined([
      this.#ended(head),
      sheet.issuer === undefined || sheet.issuer === ""
        ? undefined
        : this.#ended(this.say(saleWords.issuer, { issuer: sheet.issuer })),
      sheet.structure === undefined
        ? undefined
        : this.#ended(this.say(saleWords.structure, { structure: sheet.structure })),
      sheet.explanation,
    ]);
  }

  others() {
    const { liquidity } = this.of.sheet;
    return [
      ...(liquidity === undefined ? [] : [{ text: this.#ended(this.say(saleWords.takenOut, { liquidity })) }]),
      { text: this.say(saleWords.complaints) },
    ];
  }

  insurance() {
    const { sheet, sale } = this.of;
    const { explanation, exclusions, coolingOffDays: days } = sheet;
    const kind = sale.product.insurance?.kind;
    const isLong = sale.product.insurance?.isOverOneYear === true;
    const hasSurrender = sheet.fees.some((fee) => fee.kind === "surrender");
    return {
      cover:
        explanation === undefined
          ? this.say(saleWords.cover)
          : this.say(saleWords.coverWith, { explanation: this.#ended(explanation) }),
      term: [this.say(saleWords.insuredFor, { term: this.#term(sheet.termMonths) }), this.#paid()].join(
        this.say(saleWords.between),
      ),
      exclusions:
        exclusions === undefined || exclusions === ""
          ? this.say(saleWords.exclusions)
          : this.say(saleWords.exclusionsWith, { exclusions: this.#inOne(exclusions) }),
      uncertainty: kind === undefined ? this.say(saleWords.never) : this.say(uncertainties[kind]),
      coolingOff: this.#coolingOff(isLong, days),
      surrender: this.#joined([
        this.say(days === 0 ? saleWords.surrenderAtOnce : saleWords.surrender),
        hasSurrender ? this.#ended(this.fees((fee) => fee === "surrender")) : undefined,
      ]),
    };
  }

  #coolingOff(isLong: boolean, days: number | undefined): string {
    if (days === undefined) return this.say(isLong ? saleWords.coolingOff : saleWords.noCoolingOff);
    return days === 0 ? this.say(saleWords.coolingOffNone) : this.say(saleWords.coolingOffDays, { days });
  }

  #paid(): string {
    const { payment, amount } = this.of.sale;
    const { annualPremium, singlePremium, paymentYears: years } = payment ?? {};
    if (annualPremium !== undefined) {
      const yuan = yuanOf(annualPremium);
      return years === undefined
        ? this.say(saleWords.paidYearly, { yuan })
        : this.say(saleWords.paidYears, { yuan, years });
    }
    if (singlePremium !== undefined) return this.say(saleWords.paidOnce, { yuan: yuanOf(singlePremium) });
    return this.say(saleWords.premium, { yuan: yuanOf(amount) });
  }

  /** Time to think and the follow-up, as the pack has them. */
  care() {
    const { considerHours, followUpDays } = this.of.rules.gate.numbers;
    const until = Date.parse(this.of.at) + considerHours * 3_600_000;
    return { considerUntil: shanghaiMinute(until), followUp: this.say(saleWords.followUp, { days: followUpDays }) };
  }

  information() {
    const { sale, money } = this.of;
    const yuan = yuanOf(sale.amount);
    const { percent, of } = money;
    const share =
      percent === undefined || of !== "assets"
        ? this.say(saleWords.amountOnly, { yuan })
        : this.say(saleWords.amountShare, { yuan, percent });
    const spared = this.say(saleWords.spared, { term: this.#spared(), types: this.#types() });
    return [{ text: share }, ...(sale.assessment === null ? [] : [{ text: spared }])];
  }

  /** Each is ticked by itself. */
  specialRisks() {
    const { sheet } = this.of;
    const { gradeText: grade } = this.product;
    const lines = (sheet.risks ?? "").split("\n").filter((line) => line.trim() !== "");
    const fell = this.#fell();
    return [
      this.say(saleWords.riskGrade, { grade }),
      ...(lines.length === 0 ? [this.say(saleWords.risks)] : lines),
      ...(fell === undefined ? [] : [fell]),
      ...this.#amplifiers(),
      ...(sheet.termMonths > 0 ? [this.say(saleWords.bound, { months: sheet.termMonths })] : []),
    ].map((text) => ({ text }));
  }

  triggers() {
    const { sale, rules } = this.of;
    const { singlePremiumIncomes, annualPremiumPercent, paymentAge, budgetPercent } = rules.gate.numbers;
    const values = {
      incomes: singlePremiumIncomes,
      percent: annualPremiumPercent,
      age: paymentAge,
      budget: budgetPercent,
    };
    return premiumTriggers(sale, rules.gate).map((trigger) => ({ text: this.say(triggerWords[trigger], values) }));
  }

  /** What the sheet says in its own words ends as a sentence does. */
  #ended(text: string): string {
    const trimmed = text.trim();
    return /[。！？.!?]$/.test(trimmed) ? trimmed : `${trimmed}${this.say(saleWords.end)}`;
  }

  /** What the sheet says in lines of their own, as one sentence. */
  #inOne(text: string): string {
    const lines = text.split("\n").map((line) => line.trim().replace(/[。.;；,，、]+$/, ""));
    return this.#ended(lines.filter((line) => line !== "").join(this.say(saleWords.between)));
  }

  #joined(sentences: readonly (string | undefined)[]): string {
    return sentences.filter((one) => one !== undefined).join(this.#context.language === "en" ? " " : "");
  }
}
