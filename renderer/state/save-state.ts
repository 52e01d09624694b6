/** @file Zustand: the one quiet word about saving in the title bar. Only a failure may interrupt. */
import { create } from "zustand";

interface SaveState {
  readonly status: "none" | "saving" | "saved" | "failed";
  /** When the last change reached the disk, epoch milliseconds. */
  readonly savedAt: number | undefined;
  readonly error: unknown;
  readonly begin: () => void;
  readonly succeed: (at: number) => void;
  readonly fail: (error: unknown) => void;
}

export const useSaveState = create<SaveState>((set) => ({
  status: "none",
  savedAt: undefined,
  error: undefined,
  begin: () => set({ status: "saving" }),
  succeed: (savedAt) => set({ status: "saved", savedAt, error: undefined }),
  fail: (error) => set({ status: "failed", error }),
}));
