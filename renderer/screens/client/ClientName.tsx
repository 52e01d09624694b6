/** @file A client's name as a title. An English reader sees how to say it first: `Lu Wenlan 陆文澜`. */
import type { Client } from "../../../shared/model/client.ts";
import { useClientSummary } from "../../data/queries.ts";
import { Masked } from "../../parts/Masked.tsx";
import { useMask } from "../../state/mask.ts";
import { useLanguage } from "../../text/text.ts";

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

/**
 * `lu wen lan` as `Lu Wenlan`; undefined where the name is not two to four Han.
 * Four Han begin with a double surname, as 欧阳 does.
 */
export function spokenName(name: string, pinyin: string): string | undefined {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return undefined;
  const syllables = pinyin.split(" ");
  if (syllables.length !== [...name].length) return undefined;
  const surname = syllables.length === 4 ? 2 : 1;
  return [syllables.slice(0, surname), syllables.slice(surname)].map((part) => capitalised(part.join(""))).join(" ");
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
