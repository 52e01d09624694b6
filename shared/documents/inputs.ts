/**
 * @file What each document is told, see [Note: Values and rows]: the names its text in the pack
 * may ask for, and no others. The gate and the result page fill them in; the pack says the rest.
 */

/** Of every document: the day it is made, and the client. */
const client = ["day", "clientName"] as const;
const clientRows = { identity: ["number"] } as const;
/** `level` and `grade` are `C3` and `R4`; the texts beside them have the name as well. */
const level = ["level", "levelText", "validUntil"] as const;
const product = ["product", "productCode", "grade", "gradeText"] as const;

export const documentInputs = {
  /** The result of an assessment, both sides keep a copy. */
  "result-notice": {
    values: [
      ...client,
      ...level,
      "validFrom",
      "total",
      "max",
      "finishedAt",
      "packId",
      "packVersion",
      "matrixId",
      "matrixVersion",
      "validMonths",
      "maxPerDay",
      "maxPer12Months",
    ],
    rows: {
      ...clientRows,
      byClient: [],
      byGuardian: [],
      fromPaper: [],
      grades: ["grade", "gradeText"],
      blocks: ["title", "points", "max"],
      /** Caps below the band: what the points alone would have given. */
      capped: ["bandText"],
      caps: ["reason", "source"],
      care: ["reason", "source"],
      changed: ["previousText", "confirmedAt"],
      unconfirmed: ["previousText"],
      lowest: [],
      /** Neither the lowest class nor the highest level: something lies above. */
      above: [],
    },
  },
  /** The product fits: level, term and type. Where a mismatch needs no warning of its own, it is listed instead of them. */
  "match-confirmation": {
    values: [...client, ...level, ...product],
    rows: {
      ...clientRows,
      matches: ["aspect", "client", "product"],
      mismatches: ["aspect", "client", "product"],
    },
  },
  /** CSRC: the product does not fit, and the client asks for it all the same. */
  "mismatch-warning": {
    values: [...client, ...level, ...product],
    rows: { ...clientRows, mismatches: ["aspect", "client", "product"] },
  },
  /** CSRC Art. 23: the six things told before a sale to an ordinary investor. */
  "risk-disclosure": {
    values: [
      ...client,
      ...level,
      ...product,
      "lossOfPrincipal",
      "lossBeyondPrincipal",
      "lossByFirm",
      "judgementByFirm",
      "limits",
      "opinion",
    ],
    rows: clientRows,
  },
  /** NFRA Art. 31: the notice before the sale of an investment product. */
  "sale-notice": {
    values: [...client, ...level, ...product, "basics", "risks", "fees", "opinion"],
    rows: { ...clientRows, others: ["text"] },
  },
  /** NFRA Art. 37: the notice before the sale of insurance. */
  "insurance-notice": {
    values: [
      ...client,
      "product",
      "productCode",
      "cover",
      "term",
      "exclusions",
      "uncertainty",
      "coolingOff",
      "surrender",
      "fees",
      "opinion",
    ],
    rows: clientRows,
  },
  /** What the institution earns, beside what the alternatives would have earned it. */
  "conflict-statement": {
    values: [...client, "product", "productCode", "reason"],
    rows: { ...clientRows, offers: ["product", "fees", "commission"], interests: ["text"] },
  },
  /** CSRC Art. 20: a high-risk product for an ordinary investor. */
  "high-risk-procedure": {
    values: [...client, ...level, ...product, "considerUntil", "followUp"],
    rows: { ...clientRows, information: ["text"], risks: ["text"] },
  },
  /** NFRA Art. 18: 65 and over, and a high-risk product. */
  "elder-care": {
    values: [...client, ...level, ...product, "age", "elderAge", "considerUntil", "followUp"],
    rows: { ...clientRows, risks: ["text"] },
  },
  /** NFRA Art. 38: insurance that does not fit, by the client's own choice. */
  "insurance-self-choice": {
    values: [...client, "product", "productCode"],
    rows: { ...clientRows, reasons: ["text"] },
  },
  /** NFRA Art. 39: premiums out of the ordinary. */
  "applicant-statement": {
    values: [...client, "product", "productCode"],
    rows: { ...clientRows, figures: ["label", "amount"], triggers: ["text"] },
  },
  /** Order 130 Arts. 11-12: an ordinary investor asks to be treated as a professional one. */
  "professional-application": {
    values: client,
    rows: { ...clientRows, criteria: ["criterion", "stated", "proof"] },
  },
  /** What follows from not telling what is asked. */
  "refusal-notice": {
    values: client,
    rows: { ...clientRows, withheld: ["text"], forProduct: ["product"] },
  },
} as const satisfies Record<string, { values: readonly string[]; rows: Record<string, readonly string[]> }>;

type Inputs = typeof documentInputs;
export type DocumentKind = keyof Inputs;
export const documentKinds = Object.keys(documentInputs) as readonly DocumentKind[];

type Value = string | number;
export interface DocumentInput<K extends DocumentKind> {
  readonly values: { readonly [V in Inputs[K]["values"][number]]: Value };
  readonly rows: {
    readonly [R in keyof Inputs[K]["rows"]]: Inputs[K]["rows"][R] extends readonly (infer C extends string)[]
      ? readonly { readonly [N in C]: Value }[]
      : never;
  };
}
