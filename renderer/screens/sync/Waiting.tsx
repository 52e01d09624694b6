/** @file What waits to go with the next package, by kind. */
import type { SyncState } from "../../../shared/bridge/contract.ts";
import { Empty } from "../../parts/Empty.tsx";
import { useToday } from "../../parts/today.ts";
import { formatCount, formatDay, localDay } from "../../text/format.ts";
import { sync } from "../../text/sync.ts";
import { useT } from "../../text/text.ts";
import { entityName } from "./names.ts";
import css from "./Sync.module.css";

export function Waiting({ waiting }: { waiting: SyncState["waiting"] }) {
  const t = useT();
  const today = useToday();
  if (waiting.operations === 0) {
    return <Empty title={t(sync.waiting.emptyTitle)} why={t(sync.waiting.emptyWhy)} />;
  }
  const day = (instant: string) => formatDay(localDay(new Date(instant)), "short", today);
  return (
    <section className={css["block"]} aria-labelledby="sync-waiting">
      <div className={css["blockHead"]}>
        <h2 id="sync-waiting">{t(sync.waiting.title)}</h2>
        <span className="sb-ink-2">
          {t(sync.waiting.fact, { count: formatCount(waiting.operations), day: day(waiting.earliest ?? "") })}
        </span>
      </div>
      <table className="sb-table">
        <thead>
          <tr>
            <th scope="col">{t(sync.waiting.content)}</th>
            <th scope="col" className="sb-num">
              {t(sync.waiting.changes)}
            </th>
            <th scope="col">{t(sync.waiting.detail)}</th>
            <th scope="col">{t(sync.waiting.earliest)}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.groups.map((group) => {
            const counts = { created: formatCount(group.created), updated: formatCount(group.records - group.created) };
            const sentence =
              group.created === group.records
                ? sync.waiting.onlyNew
                : group.created === 0
                  ? sync.waiting.onlyUpdated
                  : sync.waiting.updatedAndNew;
            return (
              <tr key={group.entity}>
                <td>{t(entityName(group.entity))}</td>
                <td className="sb-num">
                  <b>{formatCount(group.operations)}</b>
                </td>
                <td className="sb-ink-2">{t(sentence, counts)}</td>
                <td className="sb-ink-3">{day(group.earliest)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
