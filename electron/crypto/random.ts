/** @file The main process's only source of randomness: the operating system's generator. */
import { randomBytes as systemBytes } from "node:crypto";

/** Fresh random bytes. */
export function randomBytes(length: number): Buffer<ArrayBuffer> {
  return systemBytes(length);
}

/** A random name that nobody can guess: 16 bytes as 32 hex digits. */
export function randomId(): string {
  return systemBytes(16).toString("hex");
}
