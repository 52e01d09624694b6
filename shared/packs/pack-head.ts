/** @file What every rule pack begins with, whatever its kind. */
import { z } from "zod";
import { Day, Localized } from "../model/primitives.ts";

export const PackId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
export const PackVersion = z.string().regex(/^[0-9A-Za-z.-]{1,20}$/);

export const PackHead = z.object({
  id: PackId,
  version: PackVersion,
  kind: z.string().max(40),
  title: Localized,
  effectiveFrom: Day,
  /** The last day; absent while in force. */
  effectiveUntil: Day.optional(),
});
export type PackHead = z.infer<typeof PackHead>;
