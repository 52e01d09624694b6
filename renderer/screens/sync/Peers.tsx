/** @file The other devices we exchange packages with. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { SyncState } from "../../../shared/bridge/contract.ts";
import { call } from "../../bridge.ts";
import { Empty } from "../../parts/Empty.tsx";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Note } from "../../parts/Note.tsx";
import { formatDay, localDay } from "../../text/format.ts";
import { sync } from "../../text/sync.ts";
import { useT } from "../../text/text.ts";
import css from "./Sync.module.css";

type PeerRow = SyncState["peers"][number];

export function Peers({ peers, onPair }: { peers: readonly PeerRow[]; onPair: () => void }) {
  const t = useT();
  const [leaving, setLeaving] = useState<PeerRow>();
  const [error, setError] = useState<unknown>();

  async function remove(peer: PeerRow): Promise<void> {
    setError(undefined);
    setLeaving(undefined);
    await call("removePeer", { peer: peer.id }).catch(setError);
  }

  return (
    <section className={css["block"]} aria-labelledby="sync-peers">
      <div className={css["blockHead"]}>
        <h2 id="sync-peers">{t(sync.peers.title)}</h2>
      </div>
      {error === undefined ? null : <ErrorNote error={error} />}
      {peers.length === 0 ? (
        <Empty
          title={t(sync.peers.emptyTitle)}
          why={t(sync.peers.emptyWhy)}
          action={
            <Button size="xs" onClick={onPair}>
              {t(sync.pair.title)}
            </Button>
          }
        />
      ) : (
        <table className="sb-table">
          <thead>
            <tr>
              <th scope="col">{t(sync.peers.name)}</th>
              <th scope="col">{t(sync.peers.branch)}</th>
              <th scope="col">{t(sync.peers.fingerprint)}</th>
              <th scope="col">{t(sync.peers.since)}</th>
              <th scope="col">
                <span className="sb-hidden">{t(sync.peers.remove)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {peers.map((peer) => (
              <tr key={peer.id}>
                <td>
                  <b>{peer.name}</b> <span className="sb-ink-2">{t(sync.roles[peer.role])}</span>
                </td>
                <td className="sb-ink-2">
                  {peer.branch ?? "—"}
                  {peer.isBranch ? (
                    <span className={css["receives"]}>
                      <Icon name="check" />
                      {t(sync.peers.receives)}
                    </span>
                  ) : null}
                </td>
                <td className="sb-mono">{peer.fingerprint}</td>
                <td className="sb-ink-3">{formatDay(localDay(new Date(peer.pairedAt)))}</td>
                <td className="sb-num">
                  <button type="button" className="sb-link" onClick={() => setLeaving(peer)}>
                    {t(sync.peers.remove)}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {leaving === undefined ? null : (
        <div className={css["messages"]}>
          <Note
            tone="warn"
            action={
              <span className="sb-row">
                <Button size="xs" onClick={() => void remove(leaving)}>
                  {t(sync.peers.remove)}
                </Button>
                <Button size="xs" variant="subtle" onClick={() => setLeaving(undefined)}>
                  {t(sync.peers.keep)}
                </Button>
              </span>
            }
          >
            {t(sync.peers.removeAsk, { name: leaving.name })}
          </Note>
        </div>
      )}
    </section>
  );
}
