/** @file Types of packed-files.mjs, for the test of it. */
export function judgePackedFiles(files: readonly string[]): { strange: string[]; missing: string[] };
