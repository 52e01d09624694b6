/** @file Renderer: the ways into the open book, as the main process keeps them. For the security pane and the notice above every screen. */
import { create } from "zustand";
import type { KeyState } from "../../shared/bridge/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { call, on } from "../bridge.ts";

interface Keys {
  /** Undefined until the first answer. */
  readonly state: KeyState | undefined;
  /** The data key is being replaced by this window: files done, of all. */
  readonly rotation: { readonly done: number; readonly of: number } | undefined;
  /** Why that stopped. */
  readonly rotationError: unknown;
}

export const useKeys = create<Keys>(() => ({ state: undefined, rotation: undefined, rotationError: undefined }));

/** Ask the main process. @throws AppError `locked`, `vault-damaged` */
export async function refreshKeyState(): Promise<void> {
  useKeys.setState({ state: await call("keyState", null) });
}

/** What a channel answered with. */
export function setKeyState(state: KeyState): void {
  useKeys.setState({ state });
}

/**
 * Begin to replace the data key, or go on with it; resolves once it runs, and it runs on by
 * itself until the book is locked with the new one.
 *
 * @throws AppError as the channel does, when it does not even begin
 */
export async function startRotation(passphrase: string): Promise<void> {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const stop = on("jobProgress", ({ job, done, of }) => {
    if (job !== "rotate") return;
    useKeys.setState({ rotation: { done, of } });
    begin();
  });
  useKeys.setState({ rotationError: undefined });
  const finished = call("rotateDataKey", { passphrase }).finally(stop);
  finished.catch((rotationError: unknown) => {
    // A lock has ended it and everything else.
    const isLocked = rotationError instanceof AppError && rotationError.code === "cancelled";
    const isRunning = useKeys.getState().rotation !== undefined;
    if (isRunning && !isLocked) useKeys.setState({ rotation: undefined, rotationError });
  });
  await Promise.race([begun, finished]);
}
