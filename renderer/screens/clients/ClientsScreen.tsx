/** @file The client list: segments at the left, filter and table, counts and sum at the foot. Also the form for a new client. */
import type { ClientId } from "../../../shared/model/primitives.ts";
import { type Segment, segments } from "../../data/segments.ts";
import { useScreen } from "../../state/screen.ts";
import { ClientList } from "./ClientList.tsx";
import { NewClient } from "./NewClient.tsx";

export function ClientsScreen() {
  const place = useScreen((now) => now.place);
  const open = useScreen((now) => now.open);
  const back = useScreen((now) => now.back);
  if (place.screen !== "clients") return null;

  const named = place.segment as Segment | undefined;
  const segment = named !== undefined && segments.includes(named) ? named : "all";
  return place.create === true ? (
    <NewClient onDone={back} onOpen={(id: ClientId) => open({ screen: "client", id })} />
  ) : (
    <ClientList segment={segment} />
  );
}
