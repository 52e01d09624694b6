/**
 * @file Reads a vault's log once from its first transaction: the leaf of each, and every operation
 * that may come into a proof pack, with its place.
 */
import type { Operation } from "../../shared/log/operation.ts";
import type { ClientId } from "../../shared/model/primitives.ts";
import type { ProvenTransaction } from "../../shared/proof/proof.ts";
import { isCandidate } from "../../shared/proof/selection.ts";
import { leafOf, operationTree, partedLeaf } from "../evidence/leaf.ts";
import { Tree } from "../evidence/tree.ts";
import { isParted, operationsIn } from "../vault/transaction.ts";
import type { Vault } from "../vault/vault.ts";

/** A transaction that candidates stand in. */
interface Transaction {
  readonly seq: number;
  readonly count: number;
  readonly leaf: Uint8Array;
  /** Of a parted one. */
  readonly tree?: Tree;
}

interface Place {
  readonly transaction: Transaction;
  readonly index: number;
}

export class LogReader {
  readonly #log: Pick<Vault, "transactions">;
  readonly #isWanted: (operation: Operation) => boolean;
  readonly #leaves: Uint8Array[] = [];
  readonly #places = new Map<Operation, Place>();

  /** @param also what is wanted besides the candidates of a pack about this client */
  constructor(log: Pick<Vault, "transactions">, client: ClientId, also: (operation: Operation) => boolean) {
    this.#log = log;
    this.#isWanted = (operation) => isCandidate(operation, client) || also(operation);
  }

  /** Everything since the last call. */
  async readOn(): Promise<void> {
    for await (const { logSeq: seq, bytes } of this.#log.transactions(this.#leaves.length)) {
      const operations = operationsIn(bytes);
      const wanted = operations.flatMap((operation, index) =>
        this.#isWanted(operation) ? [{ operation, index }] : [],
      );
      if (wanted.length === 0) {
        this.#leaves.push(leafOf(bytes, operations));
        continue;
      }
      const tree = isParted(bytes) ? operationTree(operations) : undefined;
      const leaf = tree === undefined ? leafOf(bytes) : partedLeaf(tree.size, tree.root);
      const transaction = { seq, count: operations.length, leaf, ...(tree !== undefined && { tree }) };
      for (const { operation, index } of wanted) this.#places.set(operation, { transaction, index });
      this.#leaves.push(leaf);
    }
  }

  /** In the order of the log. */
  get candidates(): readonly Operation[] {
    return [...this.#places.keys()];
  }

  /** Leaves after the first `size`. */
  leavesAfter(size: number, until: number): readonly Uint8Array[] {
    return this.#leaves.slice(size, until);
  }

  seqOf(operation: Operation): number {
    return this.#placeOf(operation).transaction.seq;
  }

  /** The proof of chosen candidates in the log of the first `size` transactions, and what its root is. */
  prove(chosen: readonly Operation[], size: number): { root: string; transactions: ProvenTransaction[] } {
    const tree = new Tree(this.#leaves.slice(0, size));
    const bySeq = Map.groupBy(chosen, (operation) => this.seqOf(operation));
    const transactions = [...bySeq]
      .toSorted(([a], [b]) => a - b)
      .map(([seq, operations]) => this.#proven(operations, { seq, path: tree.path(seq - 1).map(hex) }));
    return { root: hex(tree.root), transactions };
  }

  #proven(operations: readonly Operation[], at: { seq: number; path: string[] }): ProvenTransaction {
    const { transaction } = this.#placeOf(operations[0] as Operation);
    const texts = operations.map((operation) => JSON.stringify(operation));
    const { tree, count, leaf } = transaction;
    if (tree !== undefined) {
      const parts = operations.map((operation, i) => {
        const { index } = this.#placeOf(operation);
        return { index, path: tree.path(index).map(hex), text: texts[i] as string };
      });
      return { form: "parted", ...at, count, operations: parts };
    }
    const isWhole = operations.length === count;
    return isWhole
      ? { form: "whole", ...at, operations: texts }
      : { form: "stated", ...at, leaf: hex(leaf), operations: texts };
  }

  #placeOf(operation: Operation): Place {
    const place = this.#places.get(operation);
    if (place === undefined) throw new Error("not an operation of this log");
    return place;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
