/**
 * @file The fences around every session and every page of the app: no permission
 * but the table's, no request that leaves the machine, no navigation, no second
 * window, no webview. Hung on each as it is created, before anything loads.
 */
import type { Session, WebContents } from "electron";
import { isExport, isOwnResource, isPdfFrame } from "./address.ts";
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
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const { requestingUrl: url, isMainFrame } = details;
    const media = "mediaTypes" in details ? (details.mediaTypes ?? []) : [];
    decide(isPermitted(permission, { url, isMainFrame, media }));
  });
  session.setPermissionCheckHandler((_contents, permission, url, { isMainFrame, mediaType = "unknown" }) =>
    isPermitted(permission, { url, isMainFrame, media: [mediaType] }),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setSpellCheckerEnabled(false); // its dictionaries come over the network
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const isOurs = isOwnResource(url) || (allowDevTools && url.startsWith("devtools:"));
    decide({ cancel: !isOurs });
  });
  // A file leaves the app by an export that stands in the register, and the system asks where to.
  session.on("will-download", (event, item) => {
    if (!isExport(item.getURL())) event.preventDefault();
  });
}

type GuardedContents = Pick<WebContents, "on" | "setWindowOpenHandler">;

/** The page stays the page it is: whatever link, form, script or dropped file says otherwise. */
export function guardContents(contents: GuardedContents): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  contents.on("will-navigate", refuse);
  contents.on("will-frame-navigate", (event) => {
    if (event.isMainFrame || !isPdfFrame(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", refuse);
  contents.on("will-attach-webview", refuse);
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}
