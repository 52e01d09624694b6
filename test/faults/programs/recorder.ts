/**
 * @file Records into a new vault until it is killed: `node recorder.ts ROOT`. Prints the
 * vault's id, the recording's, and after each piece how many bytes were acknowledged.
 */

import { webm } from "../../electron/attachments/samples.ts";
import { openDesk, passphrase, profile } from "../../electron/services/desk.ts";

const [root = ""] = process.argv.slice(2);
const desk = openDesk(root);
const { session } = await desk.call("createVault", { label: "killed", passphrase, profile });
const { id } = await desk.call("beginRecording", {
  ...{ client: "c1", name: "recording", consentAt: "2026-11-23T01:00:00.000Z" },
});
console.log(`${session.vault.id}\n${id}`);
const sound = webm(50_000_000);
const pieceBytes = 16_000;
for (let at = 0; at < sound.length; at += pieceBytes) {
  const body = Buffer.from(sound.subarray(at, at + pieceBytes));
  await desk.stream(`/stream/recording/${id}?at=${at}`, { method: "POST", body });
  console.log(at + body.length);
}
