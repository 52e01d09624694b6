/** @file What the lock screen is doing. */

export type UnlockMode = "unlock" | "create" | "recover" | "escrow" | "change" | "erase";
