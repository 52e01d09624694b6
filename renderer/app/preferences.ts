/** @file Changes language and colours at once, and tells the main process, which keeps them. */
import type { Preferences } from "../../shared/bridge/contract.ts";
import { call } from "../bridge.ts";
import { usePreferences } from "../state/preferences.ts";

/** A preference that cannot be kept still holds until the window closes. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  const next = { ...usePreferences.getState(), ...change };
  usePreferences.setState(next);
  await call("setPreferences", next).catch(() => undefined);
}
