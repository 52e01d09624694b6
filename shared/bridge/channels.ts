/**
 * @file Channel and event names only. Kept apart from contract.ts so that the
 * sandboxed preload lists them without bundling zod.
 */
export const channelNames = [
  "appInfo",
  "setPreferences",
  "noteActivity",
  "createVault",
  "unlockVault",
  "recoverVault",
  "changePassphrase",
  "verifyPassphrase",
  "recoverFromEscrow",
  "quickUnlock",
  "eraseVault",
  "keyState",
  "renewRecoveryKey",
  "testRecoveryKey",
  "setEscrow",
  "removeEscrow",
  "setQuickUnlock",
  "rotateDataKey",
  "lockVault",
  "draftsKept",
  "beginMeeting",
  "appendOperations",
  "addReference",
  "beginRecording",
  "finishRecording",
  "interruptedRecordings",
  "keepRecording",
  "dropRecording",
  "exportAttachment",
  "identityCard",
  "readCard",
  "pairPeer",
  "removePeer",
  "syncState",
  "saveSyncSettings",
  "chooseSyncFolder",
  "exportPackage",
  "importPackage",
  "discardPackage",
  "cancelJob",
] as const;
export type ChannelName = (typeof channelNames)[number];

export const eventNames = ["locking", "locked", "logChanged", "syncChanged", "jobProgress"] as const;
export type EventName = (typeof eventNames)[number];
