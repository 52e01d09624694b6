/** @file What the page shows: the lock screen, the book, or why neither. Only gatekeeper.ts changes it. */
import type { ComponentType } from "react";
import { create } from "zustand";
import type { ChannelOutput, Session } from "../../shared/bridge/contract.ts";
import { call } from "../bridge.ts";

export type AppInfo = ChannelOutput<"appInfo">;

export type Gate =
  | { readonly phase: "starting" }
  | { readonly phase: "failed"; readonly error: unknown }
  | { readonly phase: "locked"; readonly info: AppInfo }
  | {
      readonly phase: "open";
      readonly info: AppInfo;
      readonly session: Session;
      /** What shows the book: it came with the rest of the book's side. */
      readonly Shell: ComponentType<{ readonly session: Session }>;
    };

export const useGate = create<Gate>(() => ({ phase: "starting" }));

/** Lock. The main process answers with `locked`, whoever asked for it. */
export async function lock(): Promise<void> {
  await call("lockVault", null);
}
