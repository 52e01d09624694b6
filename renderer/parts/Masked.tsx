/** @file A value that hides while the privacy mask is on. */
import type { ReactNode } from "react";
import { useMask } from "../state/mask.ts";
import { formatMoney, formatPhone, maskIdNumber, maskMoney, maskName, maskPhone, maskText } from "../text/format.ts";
import { parts } from "../text/parts.ts";
import { useLanguage, useT } from "../text/text.ts";

interface MaskedProps {
  readonly kind: "name" | "phone" | "money" | "id" | "text";
  /** Money in fen; everything else as text. Absent shows 未填. */
  readonly value: string | number | undefined;
  /** Hide whatever the mask says: phone and document numbers in lists. */
  readonly always?: boolean;
  /** Money in tables drops 元. */
  readonly place?: "text" | "table";
}

export function Masked({ kind, value, always = false, place = "text" }: MaskedProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const isOn = useMask((now) => now.isOn) || always;
  if (value === undefined || value === "") return <span className="sb-ink-3">{t(parts.common.unfilled)}</span>;
  return isOn ? hide(kind, String(value)) : show();

  function show(): string {
    if (kind === "money" && typeof value === "number") return formatMoney(value, language, place);
    return kind === "phone" ? formatPhone(String(value)) : String(value);
  }
}

function hide(kind: MaskedProps["kind"], value: string): string {
  switch (kind) {
    case "name":
      return maskName(value);
    case "phone":
      return maskPhone(value);
    case "money":
      return maskMoney();
    case "id":
      return maskIdNumber(value);
    case "text":
      return maskText(value);
  }
}
