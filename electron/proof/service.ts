/**
 * @file Proof packs of the open book, for the shells and the command line: registered before the
 * first byte of one is out, made in memory, and handed out once.
 */
import type { ProofSummary } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { RecordId } from "../../shared/model/primitives.ts";
import { proofFileName } from "../../shared/proof/proof.ts";
import { randomId } from "../crypto/random.ts";
import { fingerprintOf } from "../sync/identity.ts";
import { type SealedProof, sizeOfProof, writeProof } from "./container.ts";
import { gather, type MakeDeps, makeProof, type ProofRequest } from "./make.ts";

export interface ProofsDeps extends MakeDeps {
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export class Proofs {
  readonly #deps: ProofsDeps;
  /** The one that was made last and not fetched. */
  #waiting: SealedProof | undefined;

  constructor(deps: ProofsDeps) {
    this.#deps = deps;
  }

  /**
   * Enter a pack in the register, and make it.
   *
   * @throws AppError `proof-empty`, before the register is written; `pack-missing`, `disk-*`,
   *   `vault-read-only`, `pdf-failed`
   */
  async make(request: ProofRequest & { readonly reason: string }): Promise<ProofSummary> {
    const { write, now } = this.#deps;
    const { client, decision, contents, reason } = request;
    const gathered = await gather(this.#deps, request);
    const head = { id: randomId(), madeAt: new Date(now()).toISOString() };
    const entry = { client, decision, proof: head.id, contents, reason, at: head.madeAt };
    await write.record("proofEntry", randomId(), entry, client);
    const pack = await makeProof(gathered, head, this.#deps);
    this.#waiting = pack;
    return summaryOf(pack);
  }

  /** A pack's bytes, once. @throws AppError `proof-expired`; while reading, what its files throw */
  take(id: RecordId): {
    readonly fileName: string;
    readonly bytes: number;
    readonly content: AsyncGenerator<Uint8Array>;
  } {
    const pack = this.#waiting;
    if (pack?.proof.id !== id) throw new AppError("proof-expired");
    this.#waiting = undefined;
    return { fileName: proofFileName(pack.proof), bytes: sizeOfProof(pack), content: writeProof(pack) };
  }
}

function summaryOf(pack: SealedProof): ProofSummary {
  const { id, maker, log, attachments, pdf, madeAt } = pack.proof;
  const absent = attachments.filter((one) => one.absent !== undefined).length;
  return {
    id,
    fileName: proofFileName({ id, madeAt }),
    bytes: sizeOfProof(pack),
    fingerprint: fingerprintOf(maker.verifyKey, maker.recipient),
    records: log.transactions.reduce((sum, { operations }) => sum + operations.length, 0),
    files: attachments.length - absent,
    absent,
    hasPdf: pdf !== undefined,
  };
}
