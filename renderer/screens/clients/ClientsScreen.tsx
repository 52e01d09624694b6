/** @file The client list: segments at the left, filter and table, counts and sum at the foot. Also the form for a new client. */
import type { ClientId } from "../../../shared/model/primitives.ts";
import { type Segment, segments } from "../../data/segments.ts";
import { useScreen } from "../../state/screen.ts";
import { ClientList } from "./ClientList.tsx";
import { NewClient } from "./NewClient.tsx";

export function ClientsScreen() {
  const place = useScreen((now) => now.place);
  const replace = useScreen((now) => now.replace);
  const back = useScreen((now) => now.back);
  if (place.screen !== "clients") return null;

  const named = place.segment as Segment | undefined;
  const segment = named !== undefined && segments.includes(named) ? named : "all";
  return place.create === true ? (
    <NewClient
      onDone={back} // The filled-in form is no place to come back to.
      onOpen={(id: ClientId) => replace({ screen: "client", id })}
    />
  ) : (
    <ClientList segment={segment} />
  );
}
