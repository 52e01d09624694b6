/** @file Zustand: where the user is, and the way back. Never what the screen shows. */
import { create } from "zustand";
import type { ClientId, RecordId } from "../../shared/model/primitives.ts";
import type { SaleDocumentKind } from "../../shared/rules/sale-documents.ts";

/** Every place the app can stand at. `create` opens the list with an empty client form. */
export type Place =
  | { readonly screen: "clients"; readonly segment?: string; readonly create?: true }
  | { readonly screen: "client"; readonly id: ClientId; readonly tab?: string; readonly edit?: true }
  | { readonly screen: "contacts" }
  | { readonly screen: "assess"; readonly client: ClientId; readonly test?: true }
  | { readonly screen: "test-result"; readonly client: ClientId; readonly id: RecordId }
  | { readonly screen: "result"; readonly id: RecordId }
  /** A sale under check; `draft` names the one to go on with, where there are several. */
  | { readonly screen: "gate"; readonly client: ClientId; readonly product: RecordId; readonly draft?: string }
  /** A sale's documents before the client, from this one on. */
  | {
      readonly screen: "reading";
      readonly client: ClientId;
      readonly product: RecordId;
      readonly draft: string;
      readonly document: SaleDocumentKind;
    }
  /** A decision of the gate, made earlier. */
  | { readonly screen: "decision"; readonly client: ClientId; readonly id: RecordId }
  /** What suits a client, or whom a product suits. */
  | { readonly screen: "match"; readonly client: ClientId }
  | { readonly screen: "match"; readonly product: RecordId }
  /** `doing`: the empty form, or the import of a list. */
  | { readonly screen: "products"; readonly doing?: "create" | "import" }
  /** `version` is the sheet to show instead of the newest. */
  | { readonly screen: "product"; readonly id: RecordId; readonly version?: RecordId; readonly edit?: true }
  | { readonly screen: "sync" }
  | { readonly screen: "settings"; readonly pane?: SettingsPane };

/** Meeting mode: the screen is the client's, and nothing of the book shows. */
export function isMeeting({ screen }: Place): boolean {
  return screen === "assess" || screen === "reading";
}

export const settingsPanes = ["general", "packs", "security", "storage"] as const;
export type SettingsPane = (typeof settingsPanes)[number];

interface ScreenState {
  readonly place: Place;
  readonly trail: readonly Place[];
  /** Go to a place; the present one becomes the way back. */
  readonly open: (place: Place) => void;
  /** Stand somewhere else without leaving a step behind: a tab, a segment. */
  readonly replace: (place: Place) => void;
  /** The previous place; the client list where there is none. */
  readonly back: () => void;
  readonly reset: () => void;
}

const home: Place = { screen: "clients" };
const longestTrail = 50;

export const useScreen = create<ScreenState>((set) => ({
  place: home,
  trail: [],
  open: (place) => set((now) => ({ place, trail: [...now.trail, now.place].slice(-longestTrail) })),
  replace: (place) => set({ place }),
  back: () => set((now) => ({ place: now.trail.at(-1) ?? home, trail: now.trail.slice(0, -1) })),
  reset: () => set({ place: home, trail: [] }),
}));
