/** @file Does the log still say what its checkpoints and packages said it did? Run by `vault check` over every transaction. */
import type { Operation } from "../../shared/log/operation.ts";
import { equalBytes } from "../crypto/hash.ts";
import { publicKeyOf } from "../crypto/sign.ts";
import { leafOf } from "./leaf.ts";
import { isCheckpoint, originOf } from "./note.ts";
import { emptyTree, type Frontier, grow, rootOf } from "./tree.ts";

/** What the log claims to have been at `size`. */
interface Claim {
  readonly size: number;
  readonly root: string;
  /** Packages have theirs inside, under the package's own signature. */
  readonly note?: string;
  readonly device: string;
}

export interface AuditResult {
  /** Checkpoints and packages whose word was compared. */
  readonly compared: number;
  /** Sizes at which the log is not what was signed, in order. */
  readonly rewritten: readonly number[];
}

/** Fed with the transactions of the log from its first, in order. */
export class Audit {
  readonly #origin: string;
  readonly #leaves: Uint8Array[] = [];
  readonly #claims: Claim[] = [];
  /** Ed25519 public key by device. */
  readonly #keys = new Map<string, Uint8Array>();

  constructor(vaultId: string) {
    this.#origin = originOf(vaultId);
  }

  add(plaintext: Buffer, operations: readonly Operation[]): void {
    this.#leaves.push(leafOf(plaintext, operations));
    for (const operation of operations) this.#read(operation);
  }

  #read(operation: Operation): void {
    const values = operation.kind === "set" ? operation.patch : operation.value;
    if (operation.entity === "identity" && typeof values["signingKey"] === "string") {
      this.#keys.set(operation.entityId, publicKeyOf(Buffer.from(values["signingKey"], "base64")));
    }
    if (operation.entity === "checkpoint") {
      this.#claims.push({ ...(values as unknown as Omit<Claim, "device">), device: operation.entityId });
    }
    if (operation.entity === "packageOut" && values["audit"] !== undefined) {
      this.#claims.push({ ...(values["audit"] as unknown as Omit<Claim, "device">), device: operation.device });
    }
  }

  finish(): AuditResult {
    const claims = this.#claims.toSorted((a, b) => a.size - b.size);
    let tree: Frontier = emptyTree;
    const rewritten: number[] = [];
    for (const claim of claims) {
      tree = grow(tree, this.#leaves.slice(tree.size, claim.size));
      if (tree.size !== claim.size || !this.#holds(claim, rootOf(tree))) rewritten.push(claim.size);
    }
    return { compared: claims.length, rewritten };
  }

  #holds({ size, root, note, device }: Claim, found: Uint8Array): boolean {
    if (!equalBytes(found, Buffer.from(root, "hex"))) return false;
    if (note === undefined) return true;
    const key = this.#keys.get(device);
    return key !== undefined && isCheckpoint(note, this.#origin, { size, root: found }, key);
  }
}
