/**
 * @file A process that opens a vault and keeps it open until its input ends: `node
 * holder.ts <vault> <recovery key>`. Prints `open`, or the code it was refused with.
 */

import { unlockVault } from "../../../electron/vault/vault.ts";
import { AppError } from "../../../shared/errors.ts";

const [dir = "", recoveryKey = ""] = process.argv.slice(2);
try {
  const vault = await unlockVault(dir, { recoveryKey }, { now: Date.now, kdfFloor: 2 ** 7 });
  console.log("open");
  process.stdin.resume();
  process.stdin.on("end", () => void vault.close());
} catch (error) {
  console.log(error instanceof AppError ? error.code : String(error));
}
