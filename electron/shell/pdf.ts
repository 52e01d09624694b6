/**
 * @file Makes PDFs in Electron: a hidden window without scripts and without the bridge loads the
 * page from memory, under an address that answers once.
 */
import type { BrowserWindowConstructorOptions, Session, WebContents } from "electron";
import { AppError } from "../../shared/errors.ts";
import { randomId } from "../crypto/random.ts";
import { commonHeaders } from "../page/policy.ts";
import type { PdfService } from "../printing/pdf-service.ts";
import { startUrl } from "./address.ts";
import { fencedPreferences } from "./window.ts";

const usualTimeoutMs = 60_000;
const folder = "print/";

interface HiddenWindow {
  readonly webContents: Pick<WebContents, "printToPDF">;
  loadURL(url: string): Promise<void>;
  destroy(): void;
}

export interface ShellPdfOptions {
  readonly session: Session;
  readonly open: (options: BrowserWindowConstructorOptions) => HiddenWindow;
  readonly timeoutMs?: number;
}

export interface ShellPdf extends PdfService {
  /** The page that waits under a path of ours, this once; undefined where none does. */
  readonly take: (pathname: string) => Response | undefined;
}

export function createShellPdf({ session, open, timeoutMs = usualTimeoutMs }: ShellPdfOptions): ShellPdf {
  const waiting = new Map<string, string>();

  async function printIn(window: HiddenWindow, id: string): Promise<Uint8Array> {
    await window.loadURL(`${startUrl}${folder}${id}`);
    return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true });
  }

  return {
    async print(html) {
      const id = randomId();
      waiting.set(id, html);
      const window = open(hiddenWindow(session));
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => late.reject(new Error("the window does not answer")), timeoutMs);
      try {
        return await Promise.race([printIn(window, id), late.promise]);
      } catch (cause) {
        throw new AppError("pdf-failed", {}, { cause });
      } finally {
        clearTimeout(timer);
        waiting.delete(id);
        window.destroy();
      }
    },
    take(pathname) {
      const id = pathname.slice(1 + folder.length);
      const html = pathname.startsWith(`/${folder}`) ? waiting.get(id) : undefined;
      waiting.delete(id);
      return html === undefined ? undefined : new Response(html, { headers: pageHeaders });
    },
  };
}

/** What stands in the page itself as well: nothing runs, nothing is fetched. */
const pageHeaders = {
  ...commonHeaders,
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
};

function hiddenWindow(session: Session): BrowserWindowConstructorOptions {
  return {
    show: false,
    webPreferences: { session, ...fencedPreferences, javascript: false, devTools: false },
  };
}
