/**
 * @file Which product grades match which level (domain.md 1.4), as a pack. A grade that is
 * neither `direct` nor `never` depends on the product's regime: CSRC asks for the client's own
 * initiative and a warning, NFRA forbids it (domain.md 0.2).
 */
import { z } from "zod";
import { Day, Localized } from "../model/primitives.ts";

/** Product risk grades, lowest first. */
export const grades = ["R1", "R2", "R3", "R4", "R5"] as const;
export const Grade = z.enum(grades);
export type Grade = z.infer<typeof Grade>;

const byLevel = z.strictObject({
  C1_LOWEST: z.array(Grade),
  C1: z.array(Grade),
  C2: z.array(Grade),
  C3: z.array(Grade),
  C4: z.array(Grade),
  C5: z.array(Grade),
});

export const MatchMatrix = z.strictObject({
  id: z.string(),
  version: z.string(),
  kind: z.literal("match-matrix"),
  title: Localized,
  effectiveFrom: Day,
  effectiveUntil: Day.optional(),
  sources: z.array(z.strictObject({ id: z.string(), law: Localized, note: Localized })).min(1),
  /** Grades a level may hold without any warning; a match on term and type comes on top. */
  direct: byLevel,
  /** Not to be sold whatever is signed. */
  never: byLevel.partial(),
});
export type MatchMatrix = z.infer<typeof MatchMatrix>;
