/** @file Takes one rule pack file: to a preview, then in or away. */
import { useState } from "react";
import type { PackReading } from "../../../shared/bridge/contract.ts";
import type { InstalledPack } from "../../../shared/model/installed-pack.ts";
import { call } from "../../bridge.ts";

interface State {
  readonly isBusy: boolean;
  /** The file as it was read, with what is in it. */
  readonly preview: { readonly text: string; readonly reading: PackReading } | undefined;
  readonly error: unknown;
  readonly done: InstalledPack | undefined;
}

const still: State = { isBusy: false, preview: undefined, error: undefined, done: undefined };

export function usePackIntake() {
  const [now, setNow] = useState(still);

  async function take(file: Blob): Promise<void> {
    setNow({ ...still, isBusy: true });
    try {
      const text = await file.text();
      setNow({ ...still, preview: { text, reading: await call("readPackFile", { text }) } });
    } catch (error) {
      setNow({ ...still, error });
    }
  }

  async function commit(): Promise<void> {
    if (now.preview === undefined || now.isBusy) return;
    setNow({ ...now, isBusy: true });
    try {
      setNow({ ...still, done: await call("installPack", { text: now.preview.text }) });
    } catch (error) {
      setNow({ ...still, error });
    }
  }

  return { ...now, take, commit, discard: () => setNow(still) };
}
