/** @file How facts are told here and now: language and privacy mask. */
import { useMemo } from "react";
import { useMask } from "../../state/mask.ts";
import { formatMoney, maskMoney } from "../../text/format.ts";
import { useLanguage, useT } from "../../text/text.ts";
import type { Tell } from "./step-facts.ts";

export function useTell(): Tell {
  const t = useT();
  const language = useLanguage();
  const isMasked = useMask((now) => now.isOn);
  return useMemo(
    () => ({ t, money: (fen) => (isMasked ? maskMoney() : formatMoney(fen, language)) }),
    [t, language, isMasked],
  );
}
