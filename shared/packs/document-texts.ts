/**
 * @file The shape of the pack that holds the text of every document handed to a client: a
 * compliance officer can change a clause without a release, and each document names the pack
 * it was made from.
 *
 * [Note: Values and rows]
 *
 * A text asks for values, which are always given, and inside `each` for the columns of a list,
 * which has none, one or many rows. So whatever may be absent is a list: a clause for the lowest
 * class stands in a block with `each: "lowest"`, and a list without columns is a yes or no.
 */
import { z } from "zod";
import { type DocumentKind, documentInputs } from "../documents/inputs.ts";
import { Day, Localized } from "../model/primitives.ts";
import { PackId, PackVersion } from "./pack-head.ts";

const Name = z.string().regex(/^[a-z][A-Za-z]{0,39}$/);

const Cite = z.strictObject({
  source: PackId,
  /** `19`, `22-23`, or `23(2)` for the second item of Article 23. Absent: the whole law. */
  article: z
    .string()
    .regex(/^\d+(?:-\d+)?(?:\(\d+\))?$/)
    .optional(),
});
export type Cite = z.infer<typeof Cite>;

/** Draws the stair or the diamonds before a text, of the level or grade that stands in the value of this name. */
const Mark = z.union([z.strictObject({ level: Name }), z.strictObject({ grade: Name })]);
export type Mark = z.infer<typeof Mark>;

/** Who signs, by the word beside the line. A guardian signs in the client's place. */
const signerRoles = ["client", "institution"] as const;

/** Told apart by id, so that a newer version can be set beside it sentence by sentence. */
const each = { id: PackId, each: Name.optional() };
const cites = { cites: z.array(Cite).optional() };

const Block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("paragraph"), text: Localized, ...cites, ...each }),
  /** A label and its value; with `each` one label and several values. */
  z.strictObject({ kind: z.literal("fact"), label: Localized, text: Localized, mark: Mark.optional(), ...each }),
  /** `sourceFrom` names the value that says where it comes from, beside what it cites. */
  z.strictObject({ kind: z.literal("item"), text: Localized, sourceFrom: Name.optional(), ...cites, ...each }),
  /** What the client ticks by itself, having read it; what was ticked is known by its id. */
  z.strictObject({ kind: z.literal("point"), text: Localized, ...cites, ...each }),
  z.strictObject({
    kind: z.literal("table"),
    id: PackId,
    each: Name,
    columns: z
      .array(
        z.strictObject({
          head: Localized,
          text: Localized,
          mark: Mark.optional(),
          isNumber: z.literal(true).optional(),
        }),
      )
      .min(2)
      .max(6),
  }),
  z.strictObject({ kind: z.literal("note"), text: Localized, ...each }),
  /** The clause that is signed, with its lines: never apart on two pages. */
  z.strictObject({
    kind: z.literal("sign"),
    clause: Localized,
    ...cites,
    ...each,
    signers: z.array(z.enum(signerRoles)).min(1).max(2),
  }),
]);
export type TextBlock = z.infer<typeof Block>;

const Section = z.strictObject({
  id: PackId,
  heading: Localized.optional(),
  /** Left out, heading and all, while this list has no row. */
  only: Name.optional(),
  blocks: z.array(Block).min(1).max(40),
});

const DocumentText = z.strictObject({
  title: Localized,
  /** What it is for and when it is used, for whoever reads the pack. */
  purpose: Localized,
  sections: z.array(Section).min(1).max(20),
});
export type DocumentText = z.infer<typeof DocumentText>;

/** Words around the text of every document. */
const Words = z.strictObject({
  /** `{no}` */
  clientNo: Localized,
  /** `{page}`, `{pages}` */
  page: Localized,
  /** `{version}` */
  version: Localized,
  /** `{hash}` */
  evidence: Localized,
  recordHash: Localized,
  /** `{laws}` */
  basis: Localized,
  /** `{law}`, `{article}` */
  cite: Localized,
  /** `{n}` */
  article: Localized,
  /** `{n}`, `{item}` */
  articleItem: Localized,
  /** `{from}`, `{to}` */
  articleRange: Localized,
  /** Between articles of one law, and between laws. */
  betweenArticles: Localized,
  betweenLaws: Localized,
  tickEach: Localized,
  ticked: Localized,
  unticked: Localized,
  date: Localized,
  /** `{at}` */
  signedAt: Localized,
  typedAt: Localized,
  signers: z.strictObject({ client: Localized, guardian: Localized, institution: Localized }),
  /** Names of the product grades. */
  grades: z.strictObject({ R1: Localized, R2: Localized, R3: Localized, R4: Localized, R5: Localized }),
  /** `{code}`, `{name}` */
  named: Localized,
});

const kinds = Object.keys(documentInputs) as [DocumentKind, ...DocumentKind[]];

export const DocumentTexts = z.strictObject({
  id: PackId,
  version: PackVersion,
  kind: z.literal("document-texts"),
  title: Localized,
  effectiveFrom: Day,
  effectiveUntil: Day.optional(),
  sources: z.array(z.strictObject({ id: PackId, law: Localized, short: Localized, note: Localized.optional() })).min(1),
  words: Words,
  documents: z.record(z.enum(kinds), DocumentText),
});
export type DocumentTexts = z.infer<typeof DocumentTexts>;
