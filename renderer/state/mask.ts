/** @file Zustand: the privacy mask, which hides names, numbers and amounts while somebody else can see the screen. */
import { create } from "zustand";

interface MaskState {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

export const useMask = create<MaskState>((set) => ({
  isOn: false,
  toggle: () => set((now) => ({ isOn: !now.isOn })),
}));
