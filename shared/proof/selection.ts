/** @file Which operations of a book a proof pack holds: everything its subject rests on, and no more. Pure. */

import { rowKey } from "../log/merge.ts";
import type { Operation } from "../log/operation.ts";
import { type EntityName, entityNames, entityRule } from "../model/entities.ts";
import type { ClientId, RecordId } from "../model/primitives.ts";
import type { ProofContents } from "../model/proof-entry.ts";
import { packKey, packsNamedBy, recordOfFile, recordsNamedBy } from "./references.ts";

export interface Subject {
  readonly client: ClientId;
  readonly decision?: RecordId | undefined;
}

/** What speaks for itself of a client: evidence that travels and names one. */
const ownEvidence: ReadonlySet<EntityName> = new Set(
  entityNames.filter((name) => {
    const { law, travels, fields } = entityRule(name);
    return law === "evidence" && travels && "client" in fields;
  }),
);

/** What is looked at beside the client's own operations. */
const office: ReadonlySet<EntityName> = new Set(["productSheet", "installedPack", "profile"]);

/** The register of what went to the branch and what came back. */
const register: ReadonlySet<EntityName> = new Set(["packageOut", "receipt"]);

/** Whether an operation can show that the log was handed to the branch. */
export function isWitnessing({ entity }: Operation): boolean {
  return register.has(entity);
}

/** Whether an operation may come into a pack about this client at all. Secrets never do. */
export function isCandidate(operation: Operation, client: ClientId): boolean {
  const { entity } = operation;
  if (entityRule(entity).secret) return false;
  if (operation.client !== undefined) return operation.client === client && entity !== "draft";
  return office.has(entity);
}

/**
 * The operations of the pack, out of every {@link isCandidate} of the log.
 *
 * @returns empty where there is no evidence about the subject
 */
export function selectOperations<O extends Operation>(
  candidates: readonly O[],
  { client, decision }: Subject,
  { profile, contacts }: ProofContents,
): readonly O[] {
  const byRow = Map.groupBy(candidates, rowKey);
  const chosen = new Set<O>();
  const isChosen = (entity: EntityName, id: string) =>
    byRow.get(rowKey({ entity, entityId: id }))?.some((operation) => chosen.has(operation)) === true;

  function take(entity: EntityName, id: string): void {
    for (const operation of byRow.get(rowKey({ entity, entityId: id })) ?? []) {
      if (chosen.has(operation)) continue;
      chosen.add(operation);
      if (operation.kind !== "record") continue;
      for (const named of recordsNamedBy(entity, operation.value)) take(named.entity, named.id);
      for (const ref of packsNamedBy(entity, operation.value)) take("installedPack", packKey(ref));
    }
  }

  if (decision !== undefined) take("decision", decision);
  else for (const { entity, entityId } of candidates) if (ownEvidence.has(entity)) take(entity, entityId);
  if (chosen.size === 0) return [];
  // What the client was handed about any of it.
  const told = new Set([...chosen].map(({ entityId }) => entityId));
  for (const operation of candidates) {
    const made = operation.kind === "record" ? recordOfFile(operation.value) : undefined;
    if (operation.entity === "attachment" && made !== undefined && told.has(made))
      take("attachment", operation.entityId);
  }
  for (const operation of candidates) {
    if (operation.entity !== "withdrawal" || operation.kind !== "record") continue;
    if (isChosen("attachment", String(operation.value["attachment"]))) take("withdrawal", operation.entityId);
  }
  if (profile) take("client", client);
  if (contacts) for (const { entity, entityId } of candidates) if (entity === "contact") take(entity, entityId);
  // Who wrote all this.
  const actors = new Set([...chosen].map(({ actor }) => actor));
  for (const actor of actors) take("profile", actor);
  return candidates.filter((operation) => chosen.has(operation));
}
