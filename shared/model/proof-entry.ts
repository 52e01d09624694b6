/** @file One line of the register of proof packs: what left the vault in the clear, written before the first byte. */
import { z } from "zod";
import { ClientId, Instant, Lines, RecordId } from "./primitives.ts";

/** What goes into a pack beside the evidence. */
export const ProofContents = z.strictObject({
  /** Everything the book knows of the client, with every change. */
  profile: z.boolean(),
  contacts: z.boolean(),
  files: z.boolean(),
});
export type ProofContents = z.infer<typeof ProofContents>;

export const proofEntryFields = {
  client: ClientId,
  /** Of a sale; absent: the whole client. */
  decision: RecordId,
  /** The pack's own id. */
  proof: z.string().regex(/^[0-9a-f]{32}$/),
  contents: ProofContents,
  reason: Lines.min(1),
  at: Instant,
} as const;
export const ProofEntry = z.object({ id: RecordId, ...z.object(proofEntryFields).partial({ decision: true }).shape });
export type ProofEntry = z.infer<typeof ProofEntry>;
