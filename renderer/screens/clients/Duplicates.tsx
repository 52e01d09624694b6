/** @file Clients that may be the one being typed: same phone or same name. */
import { useCallback, useDeferredValue } from "react";
import type { ClientId } from "../../../shared/model/primitives.ts";
import type { ClientSummary } from "../../data/client-list.ts";
import { useClientList } from "../../data/queries.ts";
import { LevelMark } from "../../parts/LevelMark.tsx";
import { Masked } from "../../parts/Masked.tsx";
import { TierMark } from "../../parts/TierMark.tsx";
import { clients } from "../../text/clients.ts";
import { useT } from "../../text/text.ts";
import { type Duplicate, sameness } from "./duplicate.ts";
import css from "./NewClient.module.css";

const byName = { by: "name", direction: "ascending" } as const;
const most = 5;

/** At most five, in the order of the list. */
export function useDuplicates(typedName: string, typedPhone: string): readonly Duplicate[] {
  const name = useDeferredValue(typedName);
  const phone = useDeferredValue(typedPhone);
  const filter = useCallback((row: ClientSummary) => sameness(row, name, phone) !== undefined, [name, phone]);
  const { rows } = useClientList({ segment: "all", sort: byName, filter });
  return rows.slice(0, most).flatMap((client) => {
    const same = sameness(client, name, phone);
    return same === undefined ? [] : [{ client, same }];
  });
}

export function Duplicates({ found, onOpen }: { found: readonly Duplicate[]; onOpen: (id: ClientId) => void }) {
  const t = useT();
  const reasons = { phone: clients.samePhone, name: clients.sameName, both: clients.sameBoth };
  return (
    <div className={css["duplicates"]} role="status">
      <h2>{t(clients.duplicates)}</h2>
      <ul>
        {found.map(({ client, same }) => (
          <li key={client.id} className={css["duplicate"]}>
            <button type="button" className="sb-link" onClick={() => onOpen(client.id)}>
              <b>
                <Masked kind="name" value={client.name} />
              </b>
            </button>
            <span className={css["duplicateWhy"]}>{t(reasons[same])}</span>
            <div className={css["duplicateFacts"]}>
              <TierMark tier={client.tier} />
              <LevelMark level={client.level} />
              {client.phone === undefined ? null : <Masked kind="phone" value={client.phone} always />}
            </div>
          </li>
        ))}
      </ul>
      <p className="sb-ink-3">{t(clients.duplicatesWhy)}</p>
    </div>
  );
}
