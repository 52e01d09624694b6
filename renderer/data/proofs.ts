/** @file Proof packs on their way out: made and registered by the main process, saved by the system. */
import type { ChannelInput, ProofSummary } from "../../shared/bridge/contract.ts";
import { proofPath } from "../../shared/bridge/streams.ts";
import { call } from "../bridge.ts";
import { saveAs } from "./attachments.ts";

/**
 * Make a proof pack: first the register, then the pack, then the system's own way of saving.
 *
 * @throws AppError `proof-empty`, `pack-missing`, `pdf-failed`, `disk-*`, `vault-read-only`, `locked`:
 *   nothing went out
 */
export async function makeProof(input: ChannelInput<"makeProof">): Promise<ProofSummary> {
  const made = await call("makeProof", input);
  saveAs(`${proofPath}/${made.id}`);
  return made;
}
