/** @file Zustand: which layer lies over the screen. At most one at a time. */
import { create } from "zustand";
import type { StatusSubject } from "../../shared/model/investor-status.ts";
import type { ClientId, RecordId } from "../../shared/model/primitives.ts";
import type { StatementKind } from "../../shared/model/statement.ts";

type Overlay =
  | { readonly kind: "none" }
  | { readonly kind: "palette" }
  | { readonly kind: "help" }
  /** `contact` names an entry to edit; absent for a new one. Without `client` the form asks for one first. */
  | { readonly kind: "contact"; readonly client?: ClientId; readonly contact?: RecordId }
  | { readonly kind: "attachment"; readonly client: ClientId; readonly attachment: RecordId }
  | { readonly kind: "record"; readonly client: ClientId }
  | { readonly kind: "reference"; readonly client: ClientId }
  /** Records what a client has shown, agreed to, refused or reported; `right` names the one to close. */
  | {
      readonly kind: "statement";
      readonly client: ClientId;
      readonly statement: StatementKind;
      readonly right?: string;
    }
  /** Decides about a client's class or qualification, or ends one. */
  | { readonly kind: "apply" | "endStatus"; readonly client: ClientId; readonly subject: StatusSubject }
  | { readonly kind: "interrupted" }
  /** `decision` for one sale; absent for everything about the client. */
  | { readonly kind: "proof"; readonly client: ClientId; readonly decision?: RecordId }
  | { readonly kind: "passphrase" };

interface OverlayState {
  readonly overlay: Overlay;
  readonly show: (overlay: Overlay) => void;
  readonly close: () => void;
}

const none: Overlay = { kind: "none" };

export const useOverlay = create<OverlayState>((set) => ({
  overlay: none,
  show: (overlay) => set({ overlay }),
  close: () => set({ overlay: none }),
}));
