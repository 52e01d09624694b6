/** @file Light or dark: as chosen, or as the system says. */
import { useSyncExternalStore } from "react";
import { usePreferences } from "../state/preferences.ts";

const query = "(prefers-color-scheme: dark)";

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

const systemIsDark = (): boolean => window.matchMedia(query).matches;

export function useColorScheme(): "light" | "dark" {
  const chosen = usePreferences((now) => now.colorScheme);
  const isDark = useSyncExternalStore(subscribe, systemIsDark);
  return chosen === "auto" ? (isDark ? "dark" : "light") : chosen;
}
