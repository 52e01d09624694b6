/**
 * @file The nine fuses of security.md 2.2, each with its reason, and the hook with which
 * electron-builder flips them before it signs. All must be named: an Electron with a tenth
 * fuse is not packaged until somebody has decided about it.
 */
import { join } from "node:path";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";

export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // The program is never a plain Node: ELECTRON_RUN_AS_NODE has no effect.
  [FuseV1Options.RunAsNode]: false,
  // Cookies, were there any, are encrypted with the system's key.
  [FuseV1Options.EnableCookieEncryption]: true,
  // NODE_OPTIONS cannot load code into the program.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // --inspect cannot open a debugger on the keys.
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // A changed app.asar does not start (macOS and Windows).
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // Code is loaded from app.asar and from nowhere beside it.
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // No V8 snapshot is shipped.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // file: pages get no more than a browser gives them; the app is served by its own scheme.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // WebAssembly checks its bounds by hardware, as Chromium does.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/**
 * electron-builder looks for a function of its hook's name. Its own way to flip fuses brings an
 * older list of eight.
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  const programs = {
    darwin: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: packager.executableName,
  };
  await flipFuses(join(appOutDir, programs[electronPlatformName]), fuses);
}
