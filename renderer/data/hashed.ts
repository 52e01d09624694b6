/** @file The hash by which each piece of evidence on the timeline is known, on the screen and in print. */
import { recordHash } from "./documents.ts";
import type { EvidenceItem, TimelineItem } from "./timeline.ts";

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
    case "test":
      return item.test;
  }
}
