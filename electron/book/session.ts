/**
 * @file An open vault with everything that works on it: who is writing, the
 * clock, the sync service and the running streams. Made at unlock, gone at lock.
 */
import path from "node:path";
import type { Emit, Session } from "../../shared/bridge/contract.ts";
import { createClock, type HlcClock } from "../../shared/log/hlc.ts";
import type { Hlc } from "../../shared/log/operation.ts";
import { entityNames, entityRule } from "../../shared/model/entities.ts";
import { Profile } from "../../shared/model/office.ts";
import { ActorId, DeviceId } from "../../shared/model/primitives.ts";
import { Attachments } from "../attachments/service.ts";
import { type BackupService, createBackups } from "../backup/service.ts";
import { createAgeIdentity } from "../crypto/age.ts";
import { randomBytes } from "../crypto/random.ts";
import { writeCheckpoint } from "../evidence/evidence.ts";
import { createPackIntake, type PackIntake } from "../packs/intake.ts";
import type { PdfService } from "../printing/pdf-service.ts";
import { drawer } from "../proof/draw.ts";
import { Proofs } from "../proof/service.ts";
import { ownIdentity } from "../sync/identity.ts";
import type { Timers } from "../sync/schedule.ts";
import { createSync, type SyncService } from "../sync/service.ts";
import type { Vault } from "../vault/vault.ts";
import { createWriter, type Writer } from "./append.ts";
import { summarise, type VaultPlace } from "./vaults.ts";

export interface OpenBook {
  readonly place: VaultPlace;
  readonly vault: Vault;
  readonly session: Session;
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly clock: HlcClock;
  readonly sync: SyncService;
  readonly attachments: Attachments;
  readonly packs: PackIntake;
  readonly proofs: Proofs;
  /** Sign the log as it is, at the end of a session. See [Note: What the evidence promises]. */
  readonly checkpoint: () => Promise<void>;
  readonly backups: BackupService;
  /** How to break off each stream that is still being read. */
  readonly streams: Set<() => void>;
}

export interface BookDeps {
  readonly emit: Emit;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly timers: Timers;
  /** Where packages wait between preview and import. */
  readonly quarantineDir: string;
  /** Of Suitbook. */
  readonly version: string;
  /** Makes PDFs; absent where the shell cannot. */
  readonly pdf?: PdfService;
}

type NewProfile = Omit<Profile, "id">;

/** Put an unlocked vault to work. */
export async function openBook(
  place: VaultPlace,
  vault: Vault,
  deps: BookDeps,
  profile?: NewProfile,
): Promise<OpenBook> {
  const { device, actor, clock } = await identify(vault, deps.now, profile);
  const write = createWriter({ vault, device, actor, clock });
  const { emit, now, timers } = deps;
  const quarantineDir = path.join(deps.quarantineDir, place.id);
  const sync = createSync({ vault, device, clock, write, now, emit, quarantineDir, timers });
  const attachments = new Attachments({ vault, write, now });
  const packs = createPackIntake({ vault, device, write, now });
  const proofs = new Proofs({
    vault,
    attachments,
    device,
    write,
    now,
    software: deps.version,
    draw: drawer(deps.pdf),
  });
  const backups = createBackups({ vault, write, now, emit, timers });
  await noteRecovery(vault, write, now);
  const silence = vault.onAppend((logSeq) => emit("logChanged", { logSeq }));
  const session: Session = {
    vault: await summarise(place),
    profile: Profile.parse(vault.rows("profile").get(actor)),
    device,
    recovery: vault.recovery,
  };
  const checkpoint = async () => {
    // Nobody is there any more to fetch it.
    silence();
    if (vault.recovery.readOnly) return;
    await writeCheckpoint(vault, device, (await ownIdentity(vault, device)).seed, write);
  };
  return {
    place,
    vault,
    session,
    device,
    actor,
    clock,
    sync,
    attachments,
    packs,
    proofs,
    backups,
    checkpoint,
    streams: new Set(),
  };
}

/** What opening put right goes into the book's register; the session goes on without it where the disk refuses. */
async function noteRecovery({ recovery }: Vault, write: Writer, now: () => number): Promise<void> {
  const { state, readOnly, droppedBytes, replaced } = recovery;
  if (readOnly || (state === "clean" && replaced === undefined)) return;
  const event = {
    kind: "recovered",
    at: new Date(now()).toISOString(),
    droppedBytes,
    replaced: replaced && [...replaced],
  };
  await write.record("vaultEvent", crypto.randomUUID(), event).catch(() => undefined);
}

export interface Author {
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly clock: HlcClock;
}

/**
 * Who writes in this vault, on this device. A vault without an identity, new or one
 * whose creation was cut short, gets one, with `profile` or else with its label as the name.
 */
export async function identify(vault: Vault, now: () => number, profile?: NewProfile): Promise<Author> {
  if (vault.rows("identity").size === 0) {
    await foundBook(vault, now, profile ?? { name: vault.label, role: "advisor" });
  }
  const identity = [...vault.rows("identity").values()][0];
  const device = DeviceId.parse(identity?.id);
  const actor = ActorId.parse(identity?.["actor"]);
  return { device, actor, clock: createClock(device, now, newestStamp(vault, device)) };
}

/** The first two records of a book, in one append: this device's keys and the person who uses it. */
async function foundBook(vault: Vault, now: () => number, profile: NewProfile): Promise<void> {
  const device = DeviceId.parse(hex(8));
  const actor = ActorId.parse(hex(8));
  const writer = createWriter({ vault, device, actor, clock: createClock(device, now) });
  const signingKey = randomBytes(32).toString("base64");
  const ageIdentity = await createAgeIdentity();
  await writer.append([
    writer.operation("identity", device, { actor, signingKey, ageIdentity }),
    writer.operation("profile", actor, profile),
  ]);
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}

/** The newest stamp this device gave to a fact the main process writes; those are all resident. */
function newestStamp(vault: Vault, device: DeviceId): Hlc | undefined {
  let newest: Hlc | undefined;
  for (const entity of entityNames) {
    if (!entityRule(entity).resident) continue;
    for (const row of vault.rows(entity).values()) {
      for (const stamp of Object.values(row._at ?? {})) {
        if (stamp.endsWith(device) && (newest === undefined || stamp > newest)) newest = stamp;
      }
    }
  }
  return newest;
}
