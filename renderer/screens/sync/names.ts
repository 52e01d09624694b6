/** @file How this screen names packages and decides whether exporting is possible. */
import type { SyncState } from "../../../shared/bridge/contract.ts";
import { sync } from "../../text/sync.ts";
import type { Sentence } from "../../text/text.ts";

/** `0148`: four digits, as in the file name. */
export function seqName(seq: number): string {
  return String(seq).padStart(4, "0");
}

/** What an entity is called on this screen. */
export function entityName(entity: string): Sentence {
  const names: Readonly<Record<string, Sentence>> = sync.entities;
  return Object.hasOwn(names, entity) ? (names[entity] ?? sync.entities.other) : sync.entities.other;
}

/** Why exporting is not possible now; undefined when it is. */
export function exportHindrance(state: SyncState): Sentence | undefined {
  if (state.branch === undefined) return sync.pane.buttonNoBranch;
  if (state.settings.folder === "") return sync.pane.buttonNoFolder;
  if (state.folderState === "absent") return sync.pane.folderAbsent;
  if (state.waiting.operations === 0) return sync.pane.buttonNothing;
  return undefined;
}
