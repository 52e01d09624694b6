/**
 * @file A document as it is printed: every word of it, in one language, and nothing about how it
 * looks. Made by build.ts from a text pack, drawn by sheet.ts; the main process takes no other
 * description of a page.
 */
import { z } from "zod";
import { Language, Level, Line, RecordId, Sha256 } from "../model/primitives.ts";
import type { Signature as GivenOnScreen } from "../model/signature.ts";
import { Grade } from "../packs/match-matrix.ts";
import { type DocumentKind, documentInputs } from "./inputs.ts";

const Text = z.string().max(8000);

/** A text with the mark that stands before it. */
const Marked = z.strictObject({ text: Text, level: Level.optional(), grade: Grade.optional() });
export type Marked = z.infer<typeof Marked>;

const Said = { text: Text, source: Text.optional() };

/** Half a megabyte of PNG, as base64. */
const Png = z
  .string()
  .max(700_000)
  .regex(/^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/);

const Signature = z.strictObject({
  /** The word beside the line. */
  who: Text,
  dateLabel: Text,
  /** What was signed on the screen; absent: a line to sign on paper. */
  signed: z
    .strictObject({
      /** Absent where the picture lies in another book; its hash stands for it. */
      png: Png.optional(),
      sha256: Sha256,
      how: Text,
      day: Text,
    })
    .optional(),
});
export type Signature = z.infer<typeof Signature>;

const list = <S extends z.ZodType>(item: S) => z.array(item).max(400);

export const DocumentBlock = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("paragraph"), ...Said }),
  z.strictObject({ kind: z.literal("facts"), facts: list(z.strictObject({ label: Text, values: list(Marked) })) }),
  z.strictObject({ kind: z.literal("items"), items: list(z.strictObject(Said)) }),
  z.strictObject({
    kind: z.literal("points"),
    hint: Text,
    /** `mark` says in a word whether it is ticked, for those who cannot see the box. */
    points: list(z.strictObject({ id: Text, ...Said, isTicked: z.boolean(), mark: Text })),
  }),
  z.strictObject({
    kind: z.literal("table"),
    head: list(z.strictObject({ text: Text, isNumber: z.boolean() })),
    rows: list(list(Marked)),
  }),
  z.strictObject({ kind: z.literal("note"), text: Text }),
  /** The laws it rests on, and the hash of the record it can be checked against. */
  z.strictObject({
    kind: z.literal("basis"),
    text: Text,
    record: z.strictObject({ label: Text, sha256: Sha256 }).optional(),
  }),
  /** Something named, with its hash. */
  z.strictObject({ kind: z.literal("hash"), label: Text, sha256: Sha256 }),
  z.strictObject({ kind: z.literal("sign"), clause: Text, source: Text.optional(), signatures: list(Signature) }),
]);
export type DocumentBlock = z.infer<typeof DocumentBlock>;

const kinds = Object.keys(documentInputs) as [DocumentKind, ...DocumentKind[]];
/** Which document of which pack. */
export const DocumentOrigin = z.strictObject({
  document: z.enum(kinds),
  /** What it speaks of: an assessment, a decision. */
  record: RecordId,
  texts: z.strictObject({ id: Line, version: Line }),
  language: Language,
});
export type DocumentOrigin = z.infer<typeof DocumentOrigin>;

export const PrintDocument = z.strictObject({
  origin: DocumentOrigin,
  title: Text,
  /** Head and foot of every page; empty where there is nothing to say. */
  institution: Text,
  version: Text,
  clientNo: Text,
  /** Has `{page}` and `{pages}`. */
  page: Text,
  evidence: Text,
  sections: list(z.strictObject({ heading: Text.optional(), blocks: list(DocumentBlock) })),
});
export type PrintDocument = z.infer<typeof PrintDocument>;

/** What is drawn: a document of a text pack, or any other with its language. */
export interface DrawnDocument extends Omit<PrintDocument, "origin"> {
  readonly origin: Pick<z.infer<typeof DocumentOrigin>, "language">;
}

/** A signature given on the screen, for the line it belongs on. */
export interface GivenSignature extends Pick<GivenOnScreen, "sha256" | "how" | "at"> {
  /** The picture, as base64; absent where it is not in this book. */
  readonly png?: string | undefined;
}
