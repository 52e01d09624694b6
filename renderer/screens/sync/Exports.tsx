/** @file The export register: what was sent, and the receipts that came back. */
import type { SyncState } from "../../../shared/bridge/contract.ts";
import { Empty } from "../../parts/Empty.tsx";
import { PackageMark } from "../../parts/PackageMark.tsx";
import { formatBytes, formatCount, formatInstant } from "../../text/format.ts";
import { sync } from "../../text/sync.ts";
import { useT } from "../../text/text.ts";
import { seqName } from "./names.ts";
import css from "./Sync.module.css";

export function Exports({ exports }: { exports: SyncState["exports"] }) {
  const t = useT();
  return (
    <section className={css["block"]} aria-labelledby="sync-exports">
      <div className={css["blockHead"]}>
        <h2 id="sync-exports">{t(sync.exports.title)}</h2>
        {exports.length === 0 ? null : (
          <span className="sb-ink-2">{t(sync.exports.recent, { count: formatCount(exports.length) })}</span>
        )}
      </div>
      {exports.length === 0 ? (
        <Empty title={t(sync.exports.never)} why={t(sync.exports.neverWhy)} />
      ) : (
        <table className="sb-table">
          <thead>
            <tr>
              <th scope="col">{t(sync.exports.seq)}</th>
              <th scope="col">{t(sync.exports.at)}</th>
              <th scope="col" className="sb-num">
                {t(sync.exports.changes)}
              </th>
              <th scope="col" className="sb-num">
                {t(sync.exports.size)}
              </th>
              <th scope="col">{t(sync.exports.receipt)}</th>
              <th scope="col">{t(sync.exports.receivedAt)}</th>
            </tr>
          </thead>
          <tbody>
            {exports.map((one) => (
              <tr key={one.id}>
                <td>
                  <b>{seqName(one.seq)}</b>
                </td>
                <td className="sb-ink-2">{formatInstant(one.createdAt)}</td>
                <td className="sb-num">{formatCount(one.operations)}</td>
                <td className="sb-num">{formatBytes(one.bytes)}</td>
                <td>
                  {one.receipt === undefined ? (
                    <span className="sb-ink-3">{t(sync.exports.pending)}</span>
                  ) : (
                    <PackageMark state="imported" />
                  )}
                </td>
                <td className="sb-ink-3">{one.receipt === undefined ? "—" : formatInstant(one.receipt.receivedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
