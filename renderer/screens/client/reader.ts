/** @file The present reader: language and mask, for putting values into words. */
import { useMemo } from "react";
import { useMask } from "../../state/mask.ts";
import { useLanguage, useT } from "../../text/text.ts";
import type { Reader } from "./values.ts";

export function useReader(): Reader {
  const t = useT();
  const language = useLanguage();
  const isMasked = useMask((now) => now.isOn);
  return useMemo(() => ({ t, language, isMasked }), [t, language, isMasked]);
}
