/**
 * @file One intended sale as a case for the gate: what the book knows of client and product, what
 * the advisor says of the sale, and what the client has signed. Pure.
 *
 * [Note: Open facts]
 *
 * Some rules cannot be applied while a fact is unknown: nobody may be taken for young because
 * the birth date was never asked. The case is built all the same, so that what is forbidden shows
 * at once; but while a fact is open it is not ready, whatever the gate says, and it is not recorded.
 */
import type { ProductSheet } from "../model/product-sheet.ts";
import type { GatePack } from "../packs/gate-pack.ts";
import type { ProductCatalogue } from "../packs/product-catalogue.ts";
import type { ClientFacts } from "./client-facts.ts";
import { catalogueEntry } from "./product-grade.ts";
import { isGradeCurrent } from "./product-sheets.ts";
import { declaredKinds, type SaleCase } from "./sale-case.ts";
import { isMatchedFor, type SaleOutcome } from "./sale-gate.ts";

export interface SaleIntent extends Pick<SaleCase, "initiator" | "channel" | "seller" | "amount"> {
  readonly payment?: SaleCase["payment"];
  /** The advisor's word on NFRA Art. 12 (2); absent: what the rule says. */
  readonly isMoneyOutOfLine?: boolean | undefined;
}

const openFacts = ["birth-date", "insurance", "payment", "money"] as const;
/** `money`: whether it is in line with the client's finances, which nobody wrote down. */
export type OpenFact = (typeof openFacts)[number];

export interface SaleFacts {
  readonly sale: SaleCase;
  /** See [Note: Open facts]. */
  readonly open: readonly OpenFact[];
  readonly money: MoneyShare;
}

interface SaleParts {
  readonly client: ClientFacts;
  readonly sheet: ProductSheet;
  readonly pack: GatePack;
  /** Says which private products are private funds; without it none is. */
  readonly catalogue: Pick<ProductCatalogue, "entries"> | undefined;
  readonly intent: SaleIntent;
  readonly papers: SaleCase["papers"];
  readonly day: string;
}

export function saleCaseOf({ client, sheet, pack, catalogue, intent, papers, day }: SaleParts): SaleFacts {
  const { initiator, channel, seller, amount, payment } = intent;
  const money = moneyShare(client, intent, pack);
  const isMoneyOutOfLine = intent.isMoneyOutOfLine ?? money.isOutOfLine;
  const sale: SaleCase = {
    on: day,
    initiator,
    channel,
    seller,
    client: { ...client.client, qualified: client.standing[qualifications[qualificationFor(sheet, catalogue)]] },
    assessment: client.assessment,
    product: productOf(sheet, day),
    amount,
    isMoneyOutOfLine: isMoneyOutOfLine === true,
    ...(payment !== undefined && { payment }),
    papers,
  };
  return { sale, open: openOf(sale, isMoneyOutOfLine, pack), money };
}

const qualifications = { qualified: "qualified", "qualified-fund": "qualifiedFund" } as const;

/** Which qualification a private product asks for. */
export function qualificationFor(
  sheet: ProductSheet,
  catalogue: SaleParts["catalogue"],
): "qualified" | "qualified-fund" {
  const isFund = sheet.isPrivate && catalogue !== undefined && catalogueEntry(sheet, catalogue)?.isFund === true;
  return isFund ? "qualified-fund" : "qualified";
}

/** The product's side of a case: a grade whose last day is past has to be set again. */
export function productOf(sheet: ProductSheet, day: string): SaleCase["product"] {
  const { regime, issuerGrade, sellerGrade, isActive, termMonths, type, isPrivate, minimum } = sheet;
  const { rights, minimumAge, maximumAge, insurance } = sheet;
  return {
    regime,
    ...(issuerGrade !== undefined && { issuerGrade }),
    sellerGrade,
    isActive,
    isGradeCurrent: isGradeCurrent(sheet, day),
    termMonths,
    type,
    isPrivate,
    minimum,
    rights,
    ...(minimumAge !== undefined && { minimumAge }),
    ...(maximumAge !== undefined && { maximumAge }),
    ...(insurance !== undefined && { insurance }),
  };
}

/** How much of what the client has, or earns in a year, the sale takes. */
export interface MoneyShare {
  /** Per cent, rounded to a tenth; undefined where there is nothing to compare with. */
  readonly percent: number | undefined;
  readonly of: "assets" | "income";
  /** More than so many per cent are clearly out of line. */
  readonly limit: number;
  /** Undefined where it cannot be told. */
  readonly isOutOfLine: boolean | undefined;
}

/** A rule of our own: the law gives no number (NFRA Art. 12 (2)). What is paid yearly is held against the income. */
export function moneyShare(
  { assets }: Pick<ClientFacts, "assets">,
  { amount, payment }: Pick<SaleIntent, "amount" | "payment">,
  { numbers }: GatePack,
): MoneyShare {
  const yearly = payment?.annualPremium;
  const isYearly = yearly !== undefined && payment?.singlePremium === undefined;
  const needed = isYearly ? yearly : amount;
  const there = isYearly ? payment?.familyAnnualIncome : assets;
  const of = isYearly ? "income" : "assets";
  const limit = isYearly ? numbers.moneyIncomePercent : numbers.moneyAssetsPercent;
  if (needed === 0) return { percent: 0, of, limit, isOutOfLine: false };
  if (there === undefined) return { percent: undefined, of, limit, isOutOfLine: undefined };
  const percent = there === 0 ? undefined : Math.round((needed * 1000) / there) / 10;
  return { percent, of, limit, isOutOfLine: 100 * needed > limit * there };
}

function openOf(sale: SaleCase, money: boolean | undefined, pack: GatePack): OpenFact[] {
  const { client, product, payment } = sale;
  const isInsurance = product.regime === "NFRA_INSURANCE";
  const isDeclared = isInsurance && declaredKinds.has(product.insurance?.kind ?? "");
  const isPaid = payment?.singlePremium !== undefined || payment?.annualPremium !== undefined;
  const hasEffect = product.regime !== "CSRC" || pack.readings["I-25"].value !== "no-effect";
  const isMoneyLookedAt = hasEffect && isMatchedFor(sale, pack);
  const open: OpenFact[] = [];
  if (client.kind === "person" && client.age === undefined) open.push("birth-date");
  if (isInsurance && product.insurance === undefined) open.push("insurance");
  if (isDeclared && !isPaid) open.push("payment");
  if (isMoneyLookedAt && money === undefined && sale.amount > 0) open.push("money");
  return open;
}

/** The outcome as it stands, see [Note: Open facts]. */
export function outcomeWith(outcome: SaleOutcome, open: readonly OpenFact[]): SaleOutcome {
  return open.length > 0 && outcome !== "BLOCK" ? "NEED_MORE" : outcome;
}
