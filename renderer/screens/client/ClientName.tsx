/** @file A client's name as a title. An English reader sees how to say it first: `Lu Wenlan 陆文澜`. */
import type { Client } from "../../../shared/model/client.ts";
import { useClientSummary } from "../../data/queries.ts";
import { Masked } from "../../parts/Masked.tsx";
import { useMask } from "../../state/mask.ts";
import { useLanguage } from "../../text/text.ts";
import { spokenName } from "./spoken-name.ts";

export function ClientName({ client }: { client: Client }) {
  const language = useLanguage();
  const isMasked = useMask((now) => now.isOn);
  const pinyin = useClientSummary(client.id)?.pinyin ?? "";
  const spoken =
    language === "en" && !isMasked && client.kind === "individual" ? spokenName(client.name, pinyin) : undefined;
  return (
    <>
      {spoken === undefined ? null : `${spoken} `}
      <Masked kind="name" value={client.name} />
    </>
  );
}
