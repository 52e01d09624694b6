/** @file The map from places to screens. Each comes in its own file when first needed. */
import { lazy, Suspense } from "react";
import { Skeleton } from "../parts/Skeleton.tsx";
import type { Place } from "../state/screen.ts";
import { Settings } from "./Settings.tsx";

const Clients = lazy(() =>
  import("../screens/clients/ClientsScreen.tsx").then((file) => ({ default: file.ClientsScreen })),
);
const Client = lazy(() =>
  import("../screens/client/ClientScreen.tsx").then((file) => ({ default: file.ClientScreen })),
);
const Contacts = lazy(() =>
  import("../screens/contacts/ContactsScreen.tsx").then((file) => ({ default: file.ContactsScreen })),
);
const Assess = lazy(() =>
  import("../screens/assess/AssessScreen.tsx").then((file) => ({ default: file.AssessScreen })),
);
const Result = lazy(() =>
  import("../screens/result/ResultScreen.tsx").then((file) => ({ default: file.ResultScreen })),
);
const TestResult = lazy(() =>
  import("../screens/result/TestResultScreen.tsx").then((file) => ({ default: file.TestResultScreen })),
);
const Gate = lazy(() => import("../screens/gate/GateScreen.tsx").then((file) => ({ default: file.GateScreen })));
const Reading = lazy(() =>
  import("../screens/gate/ReadingScreen.tsx").then((file) => ({ default: file.ReadingScreen })),
);
const Decision = lazy(() =>
  import("../screens/gate/DecisionScreen.tsx").then((file) => ({ default: file.DecisionScreen })),
);
const ClientMatch = lazy(() =>
  import("../screens/match/ClientMatch.tsx").then((file) => ({ default: file.ClientMatch })),
);
const ProductMatch = lazy(() =>
  import("../screens/match/ProductMatch.tsx").then((file) => ({ default: file.ProductMatch })),
);
const Products = lazy(() =>
  import("../screens/products/ProductsScreen.tsx").then((file) => ({ default: file.ProductsScreen })),
);
const Product = lazy(() =>
  import("../screens/products/ProductScreen.tsx").then((file) => ({ default: file.ProductScreen })),
);
const Sync = lazy(() => import("../screens/sync/SyncScreen.tsx").then((file) => ({ default: file.SyncScreen })));

export const Viewer = lazy(() =>
  import("../screens/attachments/Viewer.tsx").then((file) => ({ default: file.Viewer })),
);
export const RecordDialog = lazy(() =>
  import("../screens/attachments/RecordDialog.tsx").then((file) => ({ default: file.RecordDialog })),
);
export const ReferenceDialog = lazy(() =>
  import("../screens/attachments/ReferenceDialog.tsx").then((file) => ({ default: file.ReferenceDialog })),
);
export const InterruptedDialog = lazy(() =>
  import("../screens/attachments/InterruptedDialog.tsx").then((file) => ({ default: file.InterruptedDialog })),
);
export const ProofDialog = lazy(() =>
  import("../screens/proof/ProofDialog.tsx").then((file) => ({ default: file.ProofDialog })),
);

export const StatementDialog = lazy(() =>
  import("../screens/client/eligibility/StatementDialog.tsx").then((file) => ({ default: file.StatementDialog })),
);
export const ApplyDialog = lazy(() =>
  import("../screens/client/eligibility/ApplyDialog.tsx").then((file) => ({ default: file.ApplyDialog })),
);
export const EndDialog = lazy(() =>
  import("../screens/client/eligibility/EndDialog.tsx").then((file) => ({ default: file.EndDialog })),
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
      return <Assess clientId={place.client} kind={place.test === true ? "knowledge-test" : "questionnaire"} />;
    case "test-result":
      return <TestResult key={place.id} client={place.client} id={place.id} />;
    case "result":
      return <Result key={place.id} id={place.id} />;
    case "gate": {
      const { client, product, draft } = place;
      return <Gate key={`${client} ${product}`} client={client} product={product} draft={draft} />;
    }
    case "reading": {
      const { client, product, draft, document } = place;
      return <Reading client={client} product={product} draft={draft} document={document} />;
    }
    case "decision":
      return <Decision key={place.id} client={place.client} id={place.id} />;
    case "match":
      return "client" in place ? (
        <ClientMatch key={place.client} client={place.client} />
      ) : (
        <ProductMatch key={place.product} product={place.product} />
      );
    case "products":
      return <Products />;
    case "product":
      return <Product key={place.id} id={place.id} />;
    case "sync":
      return <Sync />;
    case "settings":
      return <Settings pane={place.pane ?? "general"} />;
  }
}
