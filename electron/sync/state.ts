/** @file What the sync screen shows, put together from the log's own records and one look at the folder. */
import { access, constants } from "node:fs/promises";
import type { z } from "zod";
import type { SyncState } from "../../shared/bridge/contract.ts";
import { type Peer, Receipt, SyncSettings } from "../../shared/model/office.ts";
import type { DeviceId } from "../../shared/model/primitives.ts";
import { packageFileName } from "../../shared/package/manifest.ts";
import { freeBytes } from "../vault/disk.ts";
import type { Vault } from "../vault/vault.ts";
import type { Exporter } from "./exporter.ts";
import { isFolder } from "./files.ts";
import { fingerprintOf } from "./identity.ts";
import { branchPeer, pairedPeers } from "./peers.ts";
import type { Schedule } from "./schedule.ts";

type State = z.infer<typeof SyncState>;

const unset: SyncSettings = { id: "sync", folder: "", everyHours: 0, atLock: false };
const shownExports = 50;

/** Undefined before the first time they are saved. */
export function savedSettings(vault: Pick<Vault, "rows">): SyncSettings | undefined {
  const row = vault.rows("syncSettings").get("sync");
  return row === undefined ? undefined : SyncSettings.parse(row);
}

export interface StateSources {
  readonly vault: Vault;
  readonly device: DeviceId;
  readonly exporter: Exporter;
  readonly schedule: Schedule;
  readonly now: () => number;
}

export async function describeSync({ vault, device, exporter, schedule, now }: StateSources): Promise<State> {
  const settings = savedSettings(vault) ?? unset;
  const branch = branchPeer(vault);
  const last = exporter.lastOfBranch();
  const nextSeq = (last?.seq ?? 0) + 1;
  const free = settings.folder === "" ? undefined : await freeBytes(settings.folder);
  return {
    settings,
    folderState: await folderState(settings.folder),
    ...(free !== undefined && { freeBytes: free }),
    peers: pairedPeers(vault).map(withFingerprint),
    ...(branch !== undefined && { branch: withFingerprint(branch) }),
    waiting: await exporter.waiting(),
    nextSeq,
    nextFileName: packageFileName(device, nextSeq),
    ...(last !== undefined && { lastExport: last }),
    exports: listedExports(vault, exporter),
    ...(schedule.dueInMs !== undefined && { nextAt: new Date(now() + schedule.dueInMs).toISOString() }),
    due: schedule.isDue,
  };
}

function listedExports(vault: Vault, exporter: Exporter): State["exports"] {
  const receipts = vault.rows("receipt");
  return exporter
    .packages()
    .sort((a, b) => (a.createdAt === b.createdAt ? b.seq - a.seq : a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, shownExports)
    .map((sent) => {
      const row = receipts.get(sent.id);
      if (row === undefined) return sent;
      const { receivedAt, imported } = Receipt.parse(row);
      return { ...sent, receipt: { receivedAt, imported } };
    });
}

export async function folderState(folder: string): Promise<State["folderState"]> {
  if (folder === "") return "none";
  if (!(await isFolder(folder))) return "absent";
  return access(folder, constants.W_OK).then(
    () => "present",
    () => "not-writable",
  );
}

function withFingerprint(peer: Peer): Peer & { fingerprint: string } {
  return { ...peer, fingerprint: fingerprintOf(peer.verifyKey, peer.recipient) };
}
