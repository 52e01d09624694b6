/** @file Words that several parts of the rule packs' pane say. */

import type { PackKind, PackOf } from "../../../shared/packs/library.ts";
import type { PackHead } from "../../../shared/packs/pack-head.ts";
import { packs } from "../../text/packs.ts";
import type { Say } from "../../text/text.ts";

export type AnyPack = PackOf<PackKind>;

/** From when, and where it ends until when. */
export function forceWords(t: Say, { effectiveFrom: from, effectiveUntil: until }: PackHead): string {
  return until === undefined ? t(packs.from, { from }) : t(packs.fromUntil, { from, until });
}
