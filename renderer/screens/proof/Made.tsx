/** @file A proof pack that was made: what is in it, and how whoever gets it can check it. */
import { Button } from "@mantine/core";
import type { ProofSummary } from "../../../shared/bridge/contract.ts";
import { Facts } from "../../parts/Facts.tsx";
import { Note } from "../../parts/Note.tsx";
import { client as clientWords } from "../../text/client.ts";
import { formatBytes } from "../../text/format.ts";
import { proof as words } from "../../text/proof.ts";
import { useT } from "../../text/text.ts";
import css from "./Proof.module.css";

export function Made({ made, onClose }: { readonly made: ProofSummary; readonly onClose: () => void }) {
  const t = useT();
  const { fileName, bytes, fingerprint, records, files, absent, hasPdf } = made;
  const inside = [
    t(words.records, { count: records }),
    t(words.filesIn, { count: files }),
    ...(absent > 0 ? [t(words.filesOut, { count: absent })] : []),
    t(hasPdf ? words.withPdf : words.withoutPdf),
  ];
  return (
    <div className={css["made"]}>
      <Note tone="ok">{t(words.made)}</Note>
      <Facts
        facts={[
          {
            label: t(words.fileName),
            value: <span className="sb-mono">{fileName}</span>,
            reason: formatBytes(bytes),
          },
          { label: t(words.inside), value: inside.join(t(clientWords.comma)) },
          {
            label: t(words.fingerprint),
            value: <span className="sb-mono">{fingerprint}</span>,
            reason: t(words.fingerprintWhy),
          },
          {
            label: t(words.check),
            value: <span className="sb-mono">{`npm run -s suitbook -- proof verify ${fileName}`}</span>,
          },
        ]}
      />
      <div className="sb-row">
        <Button variant="filled" data-autofocus onClick={onClose}>
          {t(words.close)}
        </Button>
      </div>
    </div>
  );
}
