/** @file The boxes in which the advisor says what is to be sold, and what they become. Pure. */
import { z } from "zod";
import type { Client } from "../../../shared/model/client.ts";
import { Money } from "../../../shared/model/primitives.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import { declaredKinds, SaleCase } from "../../../shared/rules/sale-case.ts";
import { formMessage } from "../../parts/form.ts";
import { parts } from "../../text/parts.ts";
import { SaleIntentDraft } from "./sale-draft.ts";

/** What the boxes hold; a box that does not parse holds what was typed. */
export interface IntentBoxes {
  initiator: string;
  channel: string;
  seller: string;
  amount: number | string | null;
  frequency: string;
  years: number | string | null;
  income: number | string | null;
  budget: number | string | null;
}

const Amount = Money.min(1);
const Asked = z.object({
  initiator: SaleCase.shape.initiator,
  channel: SaleCase.shape.channel,
  seller: SaleCase.shape.seller.unwrap(),
  amount: Amount,
  frequency: z.enum(["single", "annual"]).optional(),
  years: z.int().min(1).max(120).optional(),
  income: Money.optional(),
  budget: Amount.optional(),
});
export type IntentValues = z.infer<typeof Asked>;

/** Whether NFRA Art. 39 looks at what is paid. */
export function asksPayment({ regime, insurance }: Pick<ProductSheet, "regime" | "insurance">): boolean {
  return regime === "NFRA_INSURANCE" && declaredKinds.has(insurance?.kind ?? "");
}

export function intentForm(sheet: ProductSheet): z.ZodType<IntentValues> {
  if (!asksPayment(sheet)) return Asked;
  return Asked.superRefine((values, context) => {
    // Art. 39 adds the years of payment to the age.
    const yearly = values.frequency === "annual" ? (["years"] as const) : [];
    const missing = (["frequency", ...yearly, "income"] as const).filter((name) => values[name] === undefined);
    for (const name of missing) {
      context.addIssue({ code: "custom", path: [name], message: formMessage(parts.form.required) });
    }
  });
}

export function emptyIntent(sheet: ProductSheet, client: Client, before: SaleIntentDraft | undefined): IntentBoxes {
  const payment = before?.payment;
  const frequency = payment === undefined ? "" : payment.annualPremium === undefined ? "single" : "annual";
  return {
    // Nobody's guess: what is chosen here decides what may be sold.
    initiator: before?.initiator ?? "",
    channel: before?.channel ?? "branch",
    seller: before?.seller ?? (sheet.regime === "CSRC" ? "securities" : "bank"),
    amount: before?.amount ?? null,
    frequency,
    years: payment?.paymentYears ?? null,
    income: payment?.familyAnnualIncome ?? client.annualIncome ?? null,
    budget: payment?.budget ?? null,
  };
}

export function intentOf(values: IntentValues, sheet: ProductSheet): SaleIntentDraft {
  const { initiator, channel, seller, amount, frequency, years, income, budget } = values;
  const payment =
    asksPayment(sheet) && income !== undefined
      ? {
          ...(frequency === "annual" ? { annualPremium: amount } : { singlePremium: amount }),
          ...(frequency === "annual" && years !== undefined && { paymentYears: years }),
          familyAnnualIncome: income,
          ...(budget !== undefined && { budget }),
        }
      : undefined;
  return SaleIntentDraft.parse({ initiator, channel, seller, amount, ...(payment !== undefined && { payment }) });
}
