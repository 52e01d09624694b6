/** @file Types of fuses.mjs, for the test of it. */
export const fuses: Readonly<Record<string, unknown>>;
