/** @file Zustand: language and colour scheme. The main process keeps them; app/preferences.ts carries changes there. */
import { create } from "zustand";
import type { Preferences } from "../../shared/bridge/contract.ts";

export const usePreferences = create<Preferences>(() => ({ language: "zh-CN", colorScheme: "auto" }));
