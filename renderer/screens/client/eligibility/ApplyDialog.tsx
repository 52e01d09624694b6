/** @file An application for a professional class or a qualification, and the decision about it. */
import type { Client } from "../../../../shared/model/client.ts";
import type { StatusSubject } from "../../../../shared/model/investor-status.ts";
import type { ClientId } from "../../../../shared/model/primitives.ts";
import { useClient, usePacks, usePapers, useStanding } from "../../../data/queries.ts";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Skeleton } from "../../../parts/Skeleton.tsx";
import { useToday } from "../../../parts/today.ts";
import { useMask } from "../../../state/mask.ts";
import { application as words } from "../../../text/eligibility.ts";
import { maskName } from "../../../text/format.ts";
import { useT } from "../../../text/text.ts";
import { ApplyForm } from "./ApplyForm.tsx";

interface ApplyDialogProps {
  readonly client: ClientId;
  readonly subject: StatusSubject;
  readonly onClose: () => void;
}

export function ApplyDialog({ client: id, subject, onClose }: ApplyDialogProps) {
  const t = useT();
  const isMasked = useMask((now) => now.isOn);
  const client = useClient(id);
  const fullName = client?.name ?? "";
  return (
    <Dialog
      title={t(words.title, { name: isMasked ? maskName(fullName) : fullName })}
      width={1000}
      fill="box"
      onClose={onClose}
    >
      {client ? <Known client={client} subject={subject} onDone={onClose} /> : <Skeleton rows={6} />}
    </Dialog>
  );
}

function Known({ client, subject, onDone }: { client: Client; subject: StatusSubject; onDone: () => void }) {
  const today = useToday();
  const standing = useStanding(client, today);
  const statuses = usePapers("investorStatus", client.id);
  const pack = usePacks().inForce("investor-criteria", today);
  if (standing === undefined || statuses === undefined || pack === undefined) return <Skeleton rows={6} />;
  const investor = { kind: client.kind, capacity: standing.capacity, age: standing.age };
  const last = statuses.find((one) => one.subject === subject && one.outcome !== "ended");
  return <ApplyForm client={client} subject={subject} investor={investor} last={last} pack={pack} onDone={onDone} />;
}
