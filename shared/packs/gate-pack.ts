/**
 * @file The shape of the sale gate's rule pack: numbers, readings of the law, and for each
 * rule its step, its articles and its sentence. A firm's compliance officer can choose
 * other readings without a release; every decision names the pack it rests on.
 */
import { z } from "zod";
import { Day, Localized } from "../model/primitives.ts";
import { Grade } from "./match-matrix.ts";

/** Whose rules a product falls under; it belongs to the product, not to the institution (NFRA Order 2025-7 Art. 3). */
export const regimes = ["CSRC", "NFRA_INVEST", "NFRA_INSURANCE"] as const;
export const Regime = z.enum(regimes);
export type Regime = z.infer<typeof Regime>;

/** What a choice of the law does to a sale that meets it. */
const reading = <const V extends readonly [string, string, ...string[]]>(...values: V) =>
  z.strictObject({ value: z.enum(values), note: Localized });

/** One field for each of readings.md; the first value of each is the default there. */
const Readings = z.strictObject({
  "I-01": reading("block-first", "first-step"),
  "I-02": reading("need-more", "block"),
  "I-03": reading("need-more", "block"),
  "I-04": reading("guardian", "block"),
  "I-05": reading("R1", "R2"),
  "I-06": reading("asked", "not-asked"),
  "I-07": reading("type-1", "all-professional-companies"),
  "I-08": reading("no-match", "full-match"),
  "I-09": reading("none", "as-investment"),
  "I-10": reading("need-more", "block"),
  "I-11": reading("valid", "expired"),
  "I-12": reading("month-end", "next-day"),
  "I-13": reading("drops", "counts"),
  "I-14": reading("skip", "judge"),
  "I-15": reading("higher", "seller"),
  "I-16": reading("block", "exempt"),
  "I-17": reading("need-more", "block"),
  "I-18": reading("block", "need-more"),
  "I-19": reading("block", "self-choice"),
  "I-20": reading("block", "self-choice"),
  "I-21": reading("block", "warn"),
  "I-22": reading("block", "warn"),
  "I-23": reading("block", "warn"),
  "I-24": reading("not-checked", "checked"),
  "I-25": reading("no-effect", "warn"),
  "I-26": reading("warn", "allow"),
  "I-27": reading("due", "not-due"),
  "I-28": reading("as-cited", "any"),
  "I-29": reading("allow", "warn"),
  "I-30": reading("need-more", "not-due"),
  "I-31": reading("unit-linked-any-age", "both-from-60"),
  "I-32": reading("not-due", "due"),
  "I-33": reading("allow", "warn"),
  "I-34": reading("block", "need-more"),
  "I-35": reading("need-more", "no-effect"),
  "I-36": reading("due", "unit-linked-only"),
  "I-37": reading("need-more", "block"),
  "I-38": reading("self-choice", "block"),
  "I-39": reading("in-confirmation", "own-document"),
  "I-40": reading("unsuitable", "no-effect"),
});
export type Readings = z.infer<typeof Readings>;

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const Citation = z.strictObject({ source: Id, article: z.string().max(40) });
export type Citation = z.infer<typeof Citation>;

const Cites = z.strictObject({
  CSRC: z.array(Citation),
  NFRA_INVEST: z.array(Citation),
  NFRA_INSURANCE: z.array(Citation),
});

const Rule = z.strictObject({
  /** 1 to 15 of domain.md 7.3. */
  step: z.int().min(1).max(15),
  cites: Cites,
  text: Localized,
});

/** What is looked at in a step, and by what law, whether it finds something or not. */
const Step = z.strictObject({ step: z.int().min(1).max(16), title: Localized, cites: Cites });

/** Step 16 in a sentence; `{reasons}` are the sentences of the rules that decided. */
const Outcomes = z.strictObject({
  ALLOW: Localized,
  ALLOW_WITH_WARNING: Localized,
  NEED_MORE: Localized,
  BLOCK: Localized,
});

/** Every rule the gate can name. A pack gives each its step, articles and sentence. */
export const ruleIds = [
  "identity",
  "no-capacity",
  "limited-capacity",
  "guardian",
  "consent",
  "refused-information",
  "no-assessment",
  "assessment-expired",
  "assessment-limits",
  "change-reported",
  "level-unconfirmed",
  "contradiction",
  "product-inactive",
  "grade-outdated",
  "grades-differ",
  "not-qualified",
  "qualification-unverified",
  "below-minimum",
  "right-missing",
  "age-range",
  "level-lowest",
  "level-mismatch",
  "level-warning",
  "term-mismatch",
  "term-warning",
  "type-mismatch",
  "type-warning",
  "money-mismatch",
  "money-warning",
  "declaration",
  "declaration-signed",
  "advisor-initiated",
  "notices",
  "high-risk-procedure",
  "elder-care",
  "extra-care-done",
  "recording",
  "confirmation",
  "special-warning",
  "self-choice",
] as const;
export type RuleId = (typeof ruleIds)[number];

export const GatePack = z.strictObject({
  id: Id,
  version: z.string().regex(/^[0-9A-Za-z.-]{1,20}$/),
  kind: z.literal("sale-gate"),
  title: Localized,
  effectiveFrom: Day,
  effectiveUntil: Day.optional(),
  /** `short` is the law's name in a table. */
  sources: z.array(z.strictObject({ id: Id, law: Localized, short: Localized, note: Localized.optional() })).min(1),
  /** What an article says, in the pack's own words; every article that is cited. */
  articles: z.array(z.strictObject({ ...Citation.shape, text: Localized })),
  numbers: z.strictObject({
    highRisk: z.array(Grade).min(1),
    elderAge: z.int().min(50).max(120),
    recordingAge: z.int().min(50).max(120),
    validMonths: z.int().min(1).max(60),
    maxPerDay: z.int().min(1).max(20),
    maxPer12Months: z.int().min(1).max(100),
    /** NFRA Art. 39: more than so many family annual incomes at once. */
    singlePremiumIncomes: z.number().positive(),
    /** More than this share of the family's annual income a year, in per cent. */
    annualPremiumPercent: z.number().positive(),
    /** Age and years of payment together, at least. */
    paymentAge: z.int().min(1).max(200),
    /** Premium over budget in per cent, at least. */
    budgetPercent: z.number().positive(),
    /**
     * From when on the money needed counts as clearly out of line (NFRA Art. 12 (2)), own design:
     * more than this share of the investable assets; of the year's income for what is paid yearly.
     */
    moneyAssetsPercent: z.number().positive(),
    moneyIncomePercent: z.number().positive(),
    /**
     * Of the procedures for high-risk products and for the elderly (CSRC Order 130 Art. 20, NFRA
     * Art. 18), which say "more time" and "timely": hours to think, days to the follow-up. Own design.
     */
    considerHours: z.int().min(0).max(720),
    followUpDays: z.int().min(1).max(365),
  }),
  /** The matching table it judges levels by. */
  matrix: z.strictObject({ id: Id, version: z.string() }),
  steps: z.array(Step).length(16),
  outcomes: Outcomes,
  readings: Readings,
  rules: z.record(z.enum(ruleIds), Rule),
});
export type GatePack = z.infer<typeof GatePack>;
