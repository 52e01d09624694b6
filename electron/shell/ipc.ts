/**
 * @file Puts every channel of the contract on Electron's IPC, behind the check of
 * who is asking. What the input must be and what a failure may say is dispatch's business.
 */
import type { IpcMain, IpcMainInvokeEvent } from "electron";
import { channelNames } from "../../shared/bridge/channels.ts";
import type { Handlers } from "../../shared/bridge/contract.ts";
import { dispatch } from "../../shared/bridge/dispatch.ts";
import { failure } from "../../shared/bridge/reply.ts";
import { AppError } from "../../shared/errors.ts";
import { isOwnUrl } from "./address.ts";

export function registerIpc(
  ipcMain: Pick<IpcMain, "handle">,
  handlers: Handlers,
  onFailure: (channel: string, error: unknown) => void,
): void {
  for (const name of channelNames) {
    ipcMain.handle(name, async (event, raw: unknown) => {
      if (isTrustedSender(event)) return dispatch(handlers, name, raw, onFailure);
      onFailure(name, new Error("untrusted sender"));
      return failure(new AppError("bad-request"));
    });
  }
}

type Sender = Pick<IpcMainInvokeEvent, "senderFrame"> & {
  readonly sender: Pick<IpcMainInvokeEvent["sender"], "mainFrame">;
};

/** Turns away sub-frames, webviews, pages of another address and frames that are gone already. */
export function isTrustedSender({ senderFrame, sender }: Sender): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnUrl(senderFrame.url);
}
