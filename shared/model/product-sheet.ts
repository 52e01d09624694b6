/**
 * @file One version of a product on the shelf. Evidence: a change is a new version, because
 * matching an old sale needs the sheet it was made with. What a sheet may not say is in
 * rules/sheet-check.ts: an old one stays readable when the rules change.
 */
import { z } from "zod";
import { Regime } from "../packs/gate-pack.ts";
import { Grade } from "../packs/match-matrix.ts";
import { Insurance, ProductType } from "../rules/sale-case.ts";
import { Day, Instant, Line, Lines, Money, RecordId } from "./primitives.ts";

/** Per cent, to a hundredth. */
export const Percent = z.number().min(0).max(1000).multipleOf(0.01);

/** What the money ends up in. */
export const holdingClasses = [
  "cash",
  "deposit",
  "government-bond",
  "credit-bond",
  "convertible",
  "equity",
  "fund",
  "gold",
  "commodity",
  "derivative",
  "loan",
  "real-estate",
  "other",
] as const;
export const HoldingClass = z.enum(holdingClasses);
export type HoldingClass = z.infer<typeof HoldingClass>;

export const feeKinds = [
  "subscription",
  "management",
  "custody",
  "service",
  "performance",
  "redemption",
  "surrender",
  "other",
] as const;
export type FeeKind = (typeof feeKinds)[number];

export const productSheetFields = {
  /** The product this is a version of. */
  product: RecordId,
  /** Rises by one as its writer saw it. Of two made apart with one number the later is the newer. */
  version: z.int().min(1),
  at: Instant,
  /** The code under which it is traded or filed. */
  code: Line.min(1).max(40),
  name: Line.min(1),
  issuer: Line,
  regime: Regime,
  /** Absent where seller and issuer are one; the higher counts (NFRA Art. 22). */
  issuerGrade: Grade,
  sellerGrade: Grade,
  gradedOn: Day,
  /** The last day on which the grade counts as current. */
  gradeUntil: Day,
  isActive: z.boolean(),
  /** How long the money is bound, months; 0 when it can be taken out at any time. */
  termMonths: z.int().min(0).max(1200),
  type: ProductType,
  /** What kind of product it is, by id in the product catalogue; absent where none fits. */
  catalogueEntry: z.string().max(40),
  isPrivate: z.boolean(),
  /** Least that can be bought, fen. */
  minimum: Money,
  /** Trading rights it needs, by id. */
  rights: z.array(Line.min(1).max(60)).max(20),
  minimumAge: z.int().min(0).max(150),
  maximumAge: z.int().min(0).max(150),
  insurance: Insurance,
  /** What is not covered, in the client's words (NFRA Art. 37). */
  exclusions: Lines,
  /** In which an insurance contract can be undone; 0 is none. */
  coolingOffDays: z.int().min(0).max(60),
  fees: z.array(z.object({ kind: z.enum(feeKinds), percent: Percent, note: Line.optional() })).max(30),
  /** What the seller earns on it, per cent of the amount. */
  commission: Percent,
  /** The comparable product the client could have instead, and what the seller earns on that. */
  alternative: z.object({ name: Line.min(1), commission: Percent }),
  /** When and how the money comes back, in words. */
  liquidity: Lines,
  /** Total assets over net assets; 1 is none. */
  leverage: z.number().min(0).max(100),
  /** Tranches, barriers, guarantees, in words. */
  structure: Lines,
  /** What it holds in the end; the rest to 100 is unknown. */
  lookThrough: z.array(z.object({ holding: HoldingClass, percent: Percent, note: Line.optional() })).max(40),
  /** For the client, in plain words. */
  explanation: Lines,
  /** What may lose principal, and what more than principal (CSRC Order 130 Art. 23). */
  risks: Lines,
  /** Realised fall from the highest value, per cent, and over which days. */
  drawdown: z.object({ percent: z.number().min(0).max(100), from: Day, until: Day }),
  /** Of a year, per cent. */
  volatility: Percent,
  /** The file or person this came from. */
  source: Line,
} as const;

const ProductFields = z.object(productSheetFields).partial();

export const ProductSheet = z.object({
  id: RecordId,
  ...ProductFields.shape,
  ...z.object(productSheetFields).pick({
    product: true,
    version: true,
    at: true,
    code: true,
    name: true,
    regime: true,
    sellerGrade: true,
    isActive: true,
    termMonths: true,
    type: true,
    isPrivate: true,
    minimum: true,
    rights: true,
    fees: true,
    lookThrough: true,
  }).shape,
});
export type ProductSheet = z.infer<typeof ProductSheet>;
/** What a version says, apart from which version of which product it is. */
export type SheetValues = Omit<ProductSheet, "id" | "product" | "version" | "at">;
export type SheetField = keyof SheetValues;
