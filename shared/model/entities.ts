/**
 * @file The one list of what the log can hold: for each entity its fields, its
 * merge law, whether it travels in packages, and who may write it.
 *
 * [Note: Facts and evidence]
 *
 * A *fact* merges per field: the later stamp wins, the earlier value stays in
 * the log. *Evidence* is written once, whole, and never changed: a correction is
 * a new record that names what it corrects.
 */
import type { z } from "zod";
import { Assessment, assessmentFields } from "./assessment.ts";
import {
  Attachment,
  attachmentFields,
  ExportEntry,
  exportEntryFields,
  Withdrawal,
  withdrawalFields,
} from "./attachment.ts";
import { Client, clientFields } from "./client.ts";
import { Contact, contactFields } from "./contact.ts";
import { Decision, decisionFields } from "./decision.ts";
import { InstalledPack, installedPackFields } from "./installed-pack.ts";
import { InvestorStatus, investorStatusFields } from "./investor-status.ts";
import { KnowledgeTest, knowledgeTestFields } from "./knowledge-test.ts";
import {
  Checkpoint,
  checkpointFields,
  Draft,
  draftFields,
  Identity,
  identityFields,
  PackageIn,
  PackageOut,
  Peer,
  Profile,
  packageInFields,
  packageOutFields,
  peerFields,
  profileFields,
  Receipt,
  receiptFields,
  SyncSettings,
  syncSettingsFields,
} from "./office.ts";
import { ProductSheet, productSheetFields } from "./product-sheet.ts";
import { ProofEntry, proofEntryFields } from "./proof-entry.ts";
import { Statement, statementFields } from "./statement.ts";
import { BackupSettings, backupSettingsFields, VaultEvent, vaultEventFields } from "./storage.ts";

interface EntityRule {
  /** The whole record, id included. */
  readonly record: z.ZodType;
  /** Schema of each field, for patches. */
  readonly fields: z.ZodRawShape;
  readonly law: "fact" | "evidence";
  /** Goes into sync packages. */
  readonly travels: boolean;
  /** `screens`: the renderer may append it. `main`: only the main process. */
  readonly writer: "screens" | "main";
  /** Kept in memory by the vault while it is open; few and small. */
  readonly resident: boolean;
  /** Never sent to the renderer. */
  readonly secret?: true;
}

export const entities = {
  client: { record: Client, fields: clientFields, law: "fact", travels: true, writer: "screens", resident: false },
  contact: { record: Contact, fields: contactFields, law: "fact", travels: true, writer: "screens", resident: false },
  assessment: {
    record: Assessment,
    fields: assessmentFields,
    law: "evidence",
    travels: true,
    writer: "screens",
    resident: false,
  },
  statement: {
    record: Statement,
    fields: statementFields,
    law: "evidence",
    travels: true,
    writer: "screens",
    resident: false,
  },
  investorStatus: {
    record: InvestorStatus,
    fields: investorStatusFields,
    law: "evidence",
    travels: true,
    writer: "screens",
    resident: false,
  },
  knowledgeTest: {
    record: KnowledgeTest,
    fields: knowledgeTestFields,
    law: "evidence",
    travels: true,
    writer: "screens",
    resident: false,
  },
  decision: {
    record: Decision,
    fields: decisionFields,
    law: "evidence",
    travels: true,
    writer: "screens",
    resident: false,
  },
  productSheet: {
    record: ProductSheet,
    fields: productSheetFields,
    law: "evidence",
    travels: true,
    writer: "screens",
    resident: true,
  },
  installedPack: {
    record: InstalledPack,
    fields: installedPackFields,
    law: "evidence",
    travels: false,
    writer: "main",
    resident: true,
  },
  draft: { record: Draft, fields: draftFields, law: "fact", travels: false, writer: "screens", resident: true },
  // Resident, though a client may have several: which file belongs to which record must be known at every opening.
  attachment: {
    record: Attachment,
    fields: attachmentFields,
    law: "evidence",
    travels: false,
    writer: "main",
    resident: true,
  },
  withdrawal: {
    record: Withdrawal,
    fields: withdrawalFields,
    law: "evidence",
    travels: false,
    writer: "screens",
    resident: true,
  },
  exportEntry: {
    record: ExportEntry,
    fields: exportEntryFields,
    law: "evidence",
    travels: false,
    writer: "main",
    resident: true,
  },
  proofEntry: {
    record: ProofEntry,
    fields: proofEntryFields,
    law: "evidence",
    travels: false,
    writer: "main",
    resident: true,
  },
  profile: { record: Profile, fields: profileFields, law: "fact", travels: true, writer: "main", resident: true },
  identity: {
    record: Identity,
    fields: identityFields,
    law: "evidence",
    travels: false,
    writer: "main",
    resident: true,
    secret: true,
  },
  peer: { record: Peer, fields: peerFields, law: "fact", travels: false, writer: "main", resident: true },
  syncSettings: {
    record: SyncSettings,
    fields: syncSettingsFields,
    law: "fact",
    travels: false,
    writer: "main",
    resident: true,
  },
  packageOut: {
    record: PackageOut,
    fields: packageOutFields,
    law: "evidence",
    travels: false,
    writer: "main",
    resident: true,
  },
  packageIn: {
    record: PackageIn,
    fields: packageInFields,
    law: "evidence",
    travels: false,
    writer: "main",
    resident: true,
  },
  checkpoint: {
    record: Checkpoint,
    fields: checkpointFields,
    law: "fact",
    travels: false,
    writer: "main",
    resident: true,
    secret: true,
  },
  backupSettings: {
    record: BackupSettings,
    fields: backupSettingsFields,
    law: "fact",
    travels: false,
    writer: "main",
    resident: true,
  },
  vaultEvent: {
    record: VaultEvent,
    fields: vaultEventFields,
    law: "evidence",
    travels: false,
    writer: "main",
    resident: true,
  },
  receipt: { record: Receipt, fields: receiptFields, law: "evidence", travels: false, writer: "main", resident: true },
} as const satisfies Record<string, EntityRule>;

export const entityNames = Object.keys(entities) as readonly EntityName[];
export type EntityName = keyof typeof entities;
export type RecordOf<E extends EntityName> = z.infer<(typeof entities)[E]["record"]>;

/** The rule of an entity, with the literal types widened. */
export function entityRule(name: EntityName): EntityRule {
  return entities[name];
}
