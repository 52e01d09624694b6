/** @file Takes signed rule packs into the book: whose signature counts, what is wrong with a pack, whether it is new. */
import type { PackReading } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { InstalledPack } from "../../shared/model/installed-pack.ts";
import type { DeviceId } from "../../shared/model/primitives.ts";
import { fingerprintText } from "../../shared/package/card.ts";
import { faultsOf, packKinds } from "../../shared/packs/library.ts";
import { PackHead } from "../../shared/packs/pack-head.ts";
import type { Writer } from "../book/append.ts";
import { fingerprintOf, keyIdOf, ownIdentity } from "../sync/identity.ts";
import { pairedPeers } from "../sync/peers.ts";
import type { Vault } from "../vault/vault.ts";
import { packsOf } from "./library.ts";
import { digestOf, readPackFile } from "./pack-file.ts";

export interface PackIntakeDeps {
  readonly vault: Pick<Vault, "rows">;
  readonly device: DeviceId;
  readonly write: Pick<Writer, "record">;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export type PackIntake = ReturnType<typeof createPackIntake>;

export function createPackIntake({ vault, device, write, now }: PackIntakeDeps) {
  /**
   * What a pack file holds; nothing is written.
   *
   * @throws AppError `pack-file`, `pack-signature`, `pack-signer`
   */
  async function read(text: string): Promise<PackReading> {
    const { pack, sha256, verifyKey } = readPackFile(text);
    const signer = await signerOf(verifyKey);
    const faults = [...faultsOf(pack)];
    return { pack, sha256, signer, faults, standing: standingOf(pack, sha256) };
  }

  /**
   * Take a pack in; it comes into force on its day.
   *
   * @throws AppError as `read` does; `pack-invalid`, `pack-taken`; `vault-read-only`, `disk-*`
   */
  async function install(text: string): Promise<InstalledPack> {
    const { pack, sha256, signer, faults, standing } = await read(text);
    if (faults.length > 0) {
      throw new AppError("pack-invalid", {
        faults: faults
          .map(({ code, at }) => `${code} ${at}`)
          .join("; ")
          .slice(0, 390),
      });
    }
    const { id, version, kind } = PackHead.parse(pack);
    if (standing !== "new") throw new AppError("pack-taken", { id, version });
    const record = { kind, pack, sha256, signer, at: new Date(now()).toISOString() };
    const key = `${id}.${version}`;
    await write.record("installedPack", key, record);
    return { id: key, ...record };
  }

  /** Who counts: the branch, a manager or a compliance officer one is paired with, or this book's own person as such. */
  async function signerOf(verifyKey: string): Promise<PackReading["signer"]> {
    const own = await ownIdentity(vault, device);
    if (own.verifyKey === verifyKey && own.profile.role !== "advisor") {
      return { fingerprint: own.fingerprint, name: own.profile.name };
    }
    const peer = pairedPeers(vault).find((one) => one.verifyKey === verifyKey);
    if (peer !== undefined && (peer.isBranch || peer.role !== "advisor")) {
      return { fingerprint: fingerprintOf(peer.verifyKey, peer.recipient), name: peer.name };
    }
    throw new AppError("pack-signer", { fingerprint: fingerprintText(keyIdOf(verifyKey)), name: peer?.name ?? "" });
  }

  /** A version once taken in, or shipped, is never replaced: decisions rest on it. */
  function standingOf(pack: unknown, sha256: string): PackReading["standing"] {
    const head = PackHead.safeParse(pack).data;
    if (head === undefined) return "new";
    const library = packsOf(vault);
    const there = packKinds.flatMap((kind) => library.find(kind, head.id, head.version) ?? []);
    if (there.length === 0) return "new";
    return there.some((one) => digestOf(one) === sha256) ? "known" : "taken";
  }

  return { read, install };
}
