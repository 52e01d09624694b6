/** @file The sale gate's rule pack that ships; parsed like any other before its first use. */
import raw from "./gate-cn-v1.json" with { type: "json" };
import { GatePack } from "./gate-pack.ts";

// Not at import: the renderer must tell zod not to compile before anything is parsed.
let parsed: GatePack | undefined;

/** The rules in force. */
export function gatePack(): GatePack {
  parsed ??= GatePack.parse(raw);
  return parsed;
}
