/** @file The one window: what it may do and how its title bar looks. */
import type { BrowserWindowConstructorOptions, Session, TitleBarOverlay } from "electron";
import type { Preferences } from "../../shared/bridge/contract.ts";

export interface WindowContext {
  readonly session: Session;
  /** Absolute path of the built preload. */
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly isDark: boolean;
}

/** Of every window, seen or not. */
export const fencedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

export function windowOptions({
  session,
  preload,
  isPackaged,
  isDark,
}: WindowContext): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    show: false, // until the first frame is there
    backgroundColor: titleBarColours(isDark).color,
    // The page draws the bar, the system draws its own window buttons into it.
    titleBarStyle: "hidden",
    titleBarOverlay: titleBarColours(isDark),
    webPreferences: {
      session,
      preload,
      ...fencedPreferences,
      devTools: !isPackaged,
    },
  };
}

/** As --sb-canvas and --sb-ink-2 in renderer/styles/tokens.css; one pixel less than --sb-bar, for its line. */
export function titleBarColours(isDark: boolean): Required<TitleBarOverlay> {
  return isDark
    ? { color: "#121518", symbolColor: "#b6bec5", height: 39 }
    : { color: "#f3f4f5", symbolColor: "#434b53", height: 39 };
}

/** The scheme the page asked for, in Electron's words. */
export function themeSource(colorScheme: Preferences["colorScheme"]): "system" | "light" | "dark" {
  return colorScheme === "auto" ? "system" : colorScheme;
}
