/** @file Types of the parts of setup.mjs that the end-to-end tests use. */

/** The project's root folder. */
export const root: string;
/** An installed Chromium, Chrome or Edge; undefined when there is none. */
export function findBrowser(): string | undefined;
/** The Electron program, when its runtime has been fetched. */
export function electronProgram(): string | undefined;
