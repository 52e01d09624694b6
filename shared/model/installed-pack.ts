/** @file A rule pack that was taken in from a signed file. Evidence: every version stays, for what was decided by it. */
import { z } from "zod";
import { Instant, Line, RecordId } from "./primitives.ts";

export const installedPackFields = {
  kind: z.string().max(40),
  /** As the file has it; whoever uses it parses it by its kind. */
  pack: z.record(z.string(), z.json()),
  /** Of its canonical JSON, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  at: Instant,
  /** Fingerprint of the key that signed it, and whose it was then. */
  signer: z.object({ fingerprint: Line, name: Line }),
} as const;

/** Its id is `<pack id>.<version>`. */
export const InstalledPack = z.object({ id: RecordId, ...installedPackFields });
export type InstalledPack = z.infer<typeof InstalledPack>;
