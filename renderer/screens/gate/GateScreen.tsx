/** @file One sale through the gate: the check, once everything it rests on is there. */
import type { ClientId, RecordId } from "../../../shared/model/primitives.ts";
import { Empty } from "../../parts/Empty.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { useScreen } from "../../state/screen.ts";
import { client as clientWords } from "../../text/client.ts";
import { gate as words } from "../../text/gate.ts";
import { useT } from "../../text/text.ts";
import { Check } from "./Check.tsx";
import { Gather } from "./Gather.tsx";

interface GateScreenProps {
  readonly client: ClientId;
  readonly product: RecordId;
  readonly draft: string | undefined;
}

export function GateScreen({ client: clientId, product, draft }: GateScreenProps) {
  return (
    <Gather
      client={clientId}
      product={product}
      draft={draft}
      waiting={<Waiting />}
      missing={<Missing client={clientId} />}
    >
      {({ client, sources, basis }) => <Check client={client} sources={sources} basis={basis} />}
    </Gather>
  );
}

function Waiting() {
  const t = useT();
  const back = useScreen((now) => now.back);
  return (
    <>
      <PageHead title={t(words.title)} fact={t(words.waiting)} back={{ label: t(clientWords.back), onBack: back }} />
      <Skeleton />
    </>
  );
}

function Missing({ client }: { client: ClientId }) {
  const t = useT();
  const { back, open } = useScreen();
  return (
    <>
      <PageHead title={t(words.title)} back={{ label: t(clientWords.back), onBack: back }} />
      <Empty
        title={t(words.noProduct)}
        why={t(words.noProductWhy)}
        action={
          <button type="button" className="sb-link" onClick={() => open({ screen: "client", id: client })}>
            {t(words.toClient)}
          </button>
        }
      />
    </>
  );
}
