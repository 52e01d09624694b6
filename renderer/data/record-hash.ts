/** @file The hash by which a piece of evidence is known on the screen and in print. */
import { canonicalText } from "../../shared/package/canonical.ts";
import type { EvidenceItem, TimelineItem } from "./timeline.ts";

/** SHA-256 of a record's canonical JSON, its id included, as hex. The same wherever the record is. */
export async function recordHash(record: object): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalText(record));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Each piece of evidence with its hash. */
export function withHashes(items: readonly TimelineItem[]): Promise<readonly TimelineItem[]> {
  return Promise.all(
    items.map(async (item) => {
      if (item.kind === "contact" || item.kind === "change") return item;
      return { ...item, hash: await recordHash(recordOf(item)) };
    }),
  );
}

function recordOf(item: EvidenceItem): object {
  switch (item.kind) {
    case "assessment":
      return item.assessment;
    case "statement":
      return item.statement;
    case "investorStatus":
      return item.investorStatus;
    case "decision":
      return item.decision;
  }
}
