/** @file What can be wrong with a rule pack of any kind, and where. */
import { z } from "zod";

export const faultCodes = [
  /** Not the shape of a pack: a field is missing, unknown or of the wrong kind. */
  "shape",
  "missing-language",
  "missing-source",
  "option-without-points",
  "duplicate-id",
  "unknown-block",
  "unknown-question",
  "unknown-option",
  /** A condition or an output asks of a question what its kind does not have, such as an option of a number. */
  "wrong-kind",
  /** A question is to be shown by an answer that is not given before it. */
  "forward-reference",
  /** The limits of a number leave none: the least is above the most. */
  "number-limits",
  /** A range of points that is empty, out of order, or beyond the limits of its question. */
  "ranges-order",
  "ranges-hole",
  "ranges-overlap",
  /** A question declared monotone where something later brings fewer points. */
  "not-monotone",
  /** The six levels are not each named once, lowest first. */
  "level-list",
  "bands-order",
  "bands-hole",
  "bands-overlap",
  /** A sum that answers can reach lies in no band. */
  "points-outside-bands",
  "level-unreachable",
  /** A cap, flag, contradiction or `showIf` that no answers can set off. */
  "rule-never",
  /** The conditions depend on too many answers together to tell what can be reached. */
  "too-complex",
  "age-options",
  /** An option of a question that the matching reads does not say the months, or the types, it stands for. */
  "option-without-meaning",
  "dates",
  /** A question of a test whose options bring no points at all. */
  "no-right-answer",
  /** A test whose pass mark is above what all right answers bring. */
  "pass-unreachable",
  /** Grades that are not from one end up, or fewer for a higher level. */
  "grade-order",
  /** A grade that is allowed and forbidden. */
  "grade-both",
  /** Numbers that cannot hold together, or do not rise as they have to. */
  "number-order",
  /** A document's text asks for a value or a list that the document is not told. */
  "unknown-value",
  /** Not the same values in every language. */
  "unlike-languages",
  /** What can be granted has no criterion that leads to it. */
  "grant-unreachable",
] as const;
export type FaultCode = (typeof faultCodes)[number];

export const Fault = z
  .object({
    code: z.enum(faultCodes),
    /** Where, as a path of ids: `caps/age-75`. */
    at: z.string(),
    /** What exactly, where the place does not say it: an id, a number. */
    detail: z.string().optional(),
  })
  .readonly();
export type Fault = z.infer<typeof Fault>;
