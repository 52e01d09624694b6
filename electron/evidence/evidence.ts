/**
 * @file The log as evidence (security.md 3.5): checkpoints signed at export and at
 * lock, and the proof each package carries that the log it comes from still begins
 * with the one the branch has seen.
 *
 * [Note: What the evidence promises]
 *
 * Whoever holds this device's key can rewrite what no package has carried out yet,
 * and nothing before: the receiver keeps the last head and asks for a proof at each
 * import. Leaves are whole transactions as they lie in the log, in its order, so a
 * change to a draft or a setting is as visible as one to a client. One operation can be
 * shown to be in it without the rest: [Note: Parted transactions], electron/proof.
 */
import { Checkpoint, type TreeState } from "../../shared/model/office.ts";
import type { DeviceId } from "../../shared/model/primitives.ts";
import type { Writer } from "../book/append.ts";
import type { Vault } from "../vault/vault.ts";
import { leafOf } from "./leaf.ts";
import { originOf, signCheckpoint } from "./note.ts";
import { emptyTree, type Frontier, grow, proveConsistency, rootOf } from "./tree.ts";

type Log = Pick<Vault, "id" | "logSeq" | "rows" | "transactions">;

/** The log's tree as it is now, and the hashes that join it to an earlier one. */
export interface Grown {
  readonly state: TreeState;
  /** Hex, for a manifest. */
  readonly proof: readonly string[];
}

/** @param earlier What the proof begins with; without it there is nothing to prove and the last checkpoint shortens the way. */
export async function growTree(log: Log, device: DeviceId, earlier?: TreeState): Promise<Grown> {
  const known = frontierOf(earlier ?? lastCheckpoint(log, device));
  const leaves: Buffer[] = [];
  for await (const { bytes } of log.transactions(known.size)) leaves.push(leafOf(bytes));
  const now = grow(known, leaves);
  const proof = earlier === undefined ? [] : proveConsistency(known, leaves).map(hex);
  return { state: stateOf(now), proof };
}

/**
 * Sign the log as it is and keep the checkpoint in it. Nothing when the last one was
 * the last thing that happened.
 *
 * @throws AppError `disk-*`, `vault-read-only`
 */
export async function writeCheckpoint(log: Log, device: DeviceId, seed: Uint8Array, write: Writer): Promise<void> {
  const last = lastCheckpoint(log, device);
  if (log.logSeq <= (last === undefined ? 0 : last.size + 1)) return;
  const { state } = await growTree(log, device);
  const head = { size: state.size, root: Buffer.from(state.root, "hex") };
  await write.set("checkpoint", device, { ...state, note: signCheckpoint(originOf(log.id), head, seed) });
}

function lastCheckpoint(log: Log, device: DeviceId): Checkpoint | undefined {
  const row = log.rows("checkpoint").get(device);
  return row === undefined ? undefined : Checkpoint.parse(row);
}

function frontierOf(state: TreeState | undefined): Frontier {
  if (state === undefined) return emptyTree;
  return { size: state.size, hashes: state.frontier.map((hash) => Buffer.from(hash, "hex")) };
}

function stateOf(frontier: Frontier): TreeState {
  return { size: frontier.size, root: hex(rootOf(frontier)), frontier: frontier.hashes.map(hex) };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
