/**
 * @file A signature given on the screen, as evidence holds it: the picture lies sealed among the
 * client's attachments. Only the picture is kept: how fast and how hard somebody writes is
 * biometric data, which is not to be collected (JR/T 0171 class C3).
 */
import { z } from "zod";
import { Instant, Language, Line } from "./primitives.ts";
import { DocumentRef } from "./statement.ts";

export const Signature = z.object({
  /** The picture. */
  ...DocumentRef.shape,
  /** `typed`: the full name, typed by somebody who cannot draw on the screen. */
  how: z.enum(["drawn", "typed"]),
  at: Instant,
  /** Whose clause was signed, and in which language it was read. */
  texts: z.object({ id: Line, version: Line }),
  language: Language,
});
export type Signature = z.infer<typeof Signature>;
