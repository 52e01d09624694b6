/**
 * @file The fences around every session and every page of the app: no permission
 * but the table's, no request that leaves the machine, no navigation, no second
 * window, no webview. Hung on each as it is created, before anything loads.
 */
import type { Session, WebContents } from "electron";
import { isOwnResource } from "./address.ts";
import { isPermitted } from "./permissions.ts";

type GuardedSession = Pick<
  Session,
  | "setPermissionRequestHandler"
  | "setPermissionCheckHandler"
  | "setDevicePermissionHandler"
  | "setDisplayMediaRequestHandler"
  | "setSpellCheckerEnabled"
  | "on"
> & { readonly webRequest: Pick<Session["webRequest"], "onBeforeRequest"> };

/** `allowDevTools` lets the developer tools' own files load; never in a packaged app. */
export function guardSession(session: GuardedSession, { allowDevTools }: { readonly allowDevTools: boolean }): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) => {
    decide(isPermitted(permission, requestingUrl ?? ""));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermitted(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setSpellCheckerEnabled(false); // its dictionaries come over the network
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const isOurs = isOwnResource(url) || (allowDevTools && url.startsWith("devtools:"));
    decide({ cancel: !isOurs });
  });
  // A file leaves the app through its own export and its dialog, never as a download.
  session.on("will-download", (event) => event.preventDefault());
}

type GuardedContents = Pick<WebContents, "on" | "setWindowOpenHandler">;

/** The page stays the page it is: whatever link, form, script or dropped file says otherwise. */
export function guardContents(contents: GuardedContents): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  contents.on("will-navigate", refuse);
  contents.on("will-frame-navigate", refuse);
  contents.on("will-redirect", refuse);
  contents.on("will-attach-webview", refuse);
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}
