/** @file The map from places to screens. Each comes in its own file when first needed. */
import { type ComponentType, lazy, Suspense } from "react";
import type { ClientId } from "../../shared/model/primitives.ts";
import { Skeleton } from "../parts/Skeleton.tsx";
import type { Place } from "../state/screen.ts";
import { Settings } from "./Settings.tsx";

type Loaded = Record<string, unknown>;
const files = import.meta.glob<Loaded>([
  "../screens/*/*Screen.tsx",
  "../screens/contact/ContactForm.tsx",
  "!../screens/unlock/*",
]);

function screen<P extends object>(path: string, name: string): ComponentType<P> {
  return lazy(async () => {
    const load = files[`../screens/${path}`];
    if (load === undefined) throw new Error(`no screen ${path}`);
    return { default: (await load())[name] as ComponentType<P> };
  });
}

const Clients = screen<object>("clients/ClientsScreen.tsx", "ClientsScreen");
const Client = screen<{ id: ClientId }>("client/ClientScreen.tsx", "ClientScreen");
const Contacts = screen<object>("contacts/ContactsScreen.tsx", "ContactsScreen");
const Assess = screen<{ clientId: ClientId }>("assess/AssessScreen.tsx", "AssessScreen");
const Result = screen<{ id: string }>("result/ResultScreen.tsx", "ResultScreen");
const Sync = screen<object>("sync/SyncScreen.tsx", "SyncScreen");
export const ContactForm = screen<{ clientId?: ClientId; contactId?: string; onDone: () => void }>(
  "contact/ContactForm.tsx",
  "ContactForm",
);

export function Screen({ place }: { place: Place }) {
  return (
    <Suspense fallback={<Skeleton />}>
      <Placed place={place} />
    </Suspense>
  );
}

function Placed({ place }: { place: Place }) {
  switch (place.screen) {
    case "clients":
      return <Clients />;
    case "client":
      return <Client key={place.id} id={place.id} />;
    case "contacts":
      return <Contacts />;
    case "assess":
      return <Assess clientId={place.client} />;
    case "result":
      return <Result key={place.id} id={place.id} />;
    case "sync":
      return <Sync />;
    case "settings":
      return <Settings />;
  }
}
