/** @file One client: level, standing and profile at the left, everything that happened at the right. Or the profile form. */
import { useState } from "react";
import type { Client } from "../../../shared/model/client.ts";
import type { ClientId } from "../../../shared/model/primitives.ts";
import { useClient, useClientSummary } from "../../data/queries.ts";
import { Empty } from "../../parts/Empty.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { useScreen } from "../../state/screen.ts";
import { client as words } from "../../text/client.ts";
import { useT } from "../../text/text.ts";
import { ClientPage } from "./ClientPage.tsx";
import { ProfileForm } from "./ProfileForm.tsx";
import type { FormField } from "./profile-schema.ts";

export function ClientScreen({ id }: { id: ClientId }) {
  // A withdrawn client has a record still, but no place in the list.
  const isListed = useClientSummary(id) !== undefined;
  const client = useClient(id);
  if (client === undefined) return <Waiting />;
  return client === null || !isListed ? <Missing /> : <Shown key={id} client={client} />;
}

function Shown({ client }: { client: Client }) {
  const { place, open, back } = useScreen();
  const [startAt, setStartAt] = useState<FormField>();

  function edit(field?: FormField): void {
    setStartAt(field);
    open({ screen: "client", id: client.id, edit: true });
  }

  return place.screen === "client" && place.edit === true ? (
    <ProfileForm client={client} startAt={startAt} onDone={back} />
  ) : (
    <ClientPage client={client} onEdit={edit} />
  );
}

function Waiting() {
  const t = useT();
  const back = useScreen((now) => now.back);
  return (
    <>
      <PageHead title="" back={{ label: t(words.back), onBack: back }} />
      <Skeleton />
    </>
  );
}

function Missing() {
  const t = useT();
  const { open, back } = useScreen();
  return (
    <>
      <PageHead title={t(words.notFound)} back={{ label: t(words.back), onBack: back }} />
      <Empty
        title={t(words.notFound)}
        why={t(words.notFoundWhy)}
        action={
          <button type="button" className="sb-link" onClick={() => open({ screen: "clients" })}>
            {t(words.toList)}
          </button>
        }
      />
    </>
  );
}
