/** @file Product sheets for tests: one without a fault, changes to it, and any that the model allows. */
import * as fc from "fast-check";
import { feeKinds, holdingClasses, type ProductSheet } from "../../shared/model/product-sheet.ts";
import { regimes } from "../../shared/packs/gate-pack.ts";
import { grades } from "../../shared/packs/match-matrix.ts";
import { insuranceKinds, productTypes } from "../../shared/rules/sale-case.ts";

const plainSheet: ProductSheet = {
  id: "sheet-1",
  product: "product-1",
  version: 1,
  at: "2026-11-01T02:00:00.000Z",
  code: "WY2041",
  name: "稳盈固收增强",
  issuer: "澄明理财",
  regime: "NFRA_INVEST",
  issuerGrade: "R2",
  sellerGrade: "R2",
  gradedOn: "2026-06-01",
  gradeUntil: "2027-05-31",
  isActive: true,
  termMonths: 6,
  type: "fixed-income",
  isPrivate: false,
  minimum: 100_000,
  rights: [],
  fees: [{ kind: "management", percent: 0.3 }],
  lookThrough: [
    { holding: "credit-bond", percent: 70 },
    { holding: "government-bond", percent: 20 },
    { holding: "equity", percent: 10 },
  ],
  source: "产品名录 2026-11",
};

export function sheetOf(changes: Partial<ProductSheet> = {}): ProductSheet {
  return { ...plainSheet, ...changes };
}

/** What it says, without which version it is. */
export function valuesWith(changes: Partial<ProductSheet> = {}) {
  const { id: _id, product: _product, version: _version, at: _at, ...values } = sheetOf(changes);
  return values;
}

const day = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
/** Trimmed, without control characters and not a mere dash, as the model and the lists have it. */
const words = (max: number) =>
  fc
    .string({ unit: fc.constantFrom(..."稳盈固收 AbZ09=+-@',\"％%()·".split("")), minLength: 1, maxLength: max })
    .map((text) => text.trim())
    .filter((text) => text !== "" && !/^'*[-—－]$/.test(text));
const lines = fc.array(words(20), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("\n").trim());
const percent = fc.integer({ min: 0, max: 9999 }).map((hundredths) => hundredths / 100);
const note = fc.option(fc.constantFrom("100万元以下", "持有满7天", "under 1m", "第二年起"), { nil: undefined });
const share = note.chain((text) =>
  percent.map((value) => ({ percent: value, ...(text !== undefined && { note: text }) })),
);

/** Sheets whose parts are allowed one by one; whether they contradict each other is another question. */
export const anySheet: fc.Arbitrary<ProductSheet> = fc.record(
  {
    id: fc.uuid(),
    product: fc.uuid(),
    version: fc.integer({ min: 1, max: 50 }),
    at: fc
      .integer({ min: 0, max: 4000 })
      .map((days) => new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString()),
    code: fc.stringMatching(/^[A-Z0-9]{1,12}$/),
    name: words(20),
    issuer: words(20),
    regime: fc.constantFrom(...regimes),
    issuerGrade: fc.constantFrom(...grades),
    sellerGrade: fc.constantFrom(...grades),
    gradedOn: day,
    gradeUntil: day,
    isActive: fc.boolean(),
    termMonths: fc.integer({ min: 0, max: 1200 }),
    type: fc.constantFrom(...productTypes),
    catalogueEntry: fc.constantFrom("mixed-fund", "private-fund", "term-life"),
    isPrivate: fc.boolean(),
    minimum: fc.integer({ min: 0, max: 10 ** 12 }),
    rights: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 4 }),
    minimumAge: fc.integer({ min: 0, max: 150 }),
    maximumAge: fc.integer({ min: 0, max: 150 }),
    insurance: fc.record({ kind: fc.constantFrom(...insuranceKinds), isOverOneYear: fc.boolean() }),
    exclusions: lines,
    coolingOffDays: fc.integer({ min: 0, max: 60 }),
    // In the order of the columns: a list cannot say another.
    fees: fc
      .array(fc.tuple(fc.constantFrom(...feeKinds), share), { maxLength: 6 })
      .map((all) =>
        all
          .toSorted(([a], [b]) => feeKinds.indexOf(a) - feeKinds.indexOf(b))
          .map(([kind, rest]) => ({ kind, ...rest })),
      ),
    commission: percent,
    alternative: fc.record({ name: words(20), commission: percent }),
    liquidity: lines,
    leverage: fc.integer({ min: 0, max: 1000 }).map((n) => n / 10),
    structure: lines,
    lookThrough: fc
      .array(fc.tuple(fc.constantFrom(...holdingClasses), share), { maxLength: 6 })
      .map((all) => all.map(([holding, rest]) => ({ holding, ...rest }))),
    explanation: lines,
    risks: lines,
    drawdown: fc.record({ percent: percent.map((value) => Math.min(value, 100)), from: day, until: day }),
    volatility: percent,
    source: words(20),
  },
  {
    requiredKeys: [
      "id",
      "product",
      "version",
      "at",
      "code",
      "name",
      "regime",
      "sellerGrade",
      "isActive",
      "termMonths",
      "type",
      "isPrivate",
      "minimum",
      "rights",
      "fees",
      "lookThrough",
      "source",
    ],
  },
);
