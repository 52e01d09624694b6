/** @file The smallest shapes everything else is made of: ids, dates, money, languages. */
import "../zod-settings.ts"; // first: see there
import { z } from "zod";

/** Identifies a record for its whole life; survives export and import. */
export const RecordId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
export type RecordId = z.infer<typeof RecordId>;

export const ClientId = RecordId.brand<"ClientId">();
export type ClientId = z.infer<typeof ClientId>;

/** One installation of one vault: 8 random bytes as hex. */
export const DeviceId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<"DeviceId">();
export type DeviceId = z.infer<typeof DeviceId>;

/** A person who makes entries; named by a `profile` record. */
export const ActorId = RecordId.brand<"ActorId">();
export type ActorId = z.infer<typeof ActorId>;

/** A calendar day, `2026-11-23`. */
export const Day = z.iso.date();
/** An instant in UTC, `2026-11-23T08:51:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 });

/** SHA-256 in hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Money in fen (1/100 yuan). Integer, so that sums are exact. */
export const Money = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** One line of text, trimmed, without control characters, and like {@link Lines} without half characters. */
export const Line = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
/** Several lines of text. Half a character (a lone surrogate) has no canonical form: nothing with it in could be proven. */
export const Lines = z
  .string()
  .trim()
  .max(4000)
  .regex(/^\P{Cs}*$/u);

export const languages = ["zh-CN", "zh-TW", "en"] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The same sentence in the three languages; used by rule packs, which are data. */
export const Localized = z.object({ "zh-CN": z.string().min(1), "zh-TW": z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof Localized>;

export type Json = z.infer<ReturnType<typeof z.json>>;

/**
 * Any JSON value; what an operation carries before its entity's schema has spoken.
 *
 * [Note: Plain JSON]
 *
 * Zod takes a JSON value apart and puts it together again, which is most of what parsing an
 * operation costs. What JSON.parse has made needs only a look, and passes as it is. Anything
 * out of the ordinary goes zod's way, so that what is refused stays the same.
 */
export const Json = z.union([z.custom<Json>((value) => isPlainJson(value)), z.json()]);

/** A value as JSON.parse makes them, nested no deeper than a record ever is. False decides nothing. */
export function isPlainJson(value: unknown, depth = 32): value is Json {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth === 0) return false;
  if (Array.isArray(value)) {
    // Not `every`, which passes over holes.
    for (let i = 0; i < value.length; i += 1) if (!isPlainJson(value[i], depth - 1)) return false;
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  // Symbols, hidden properties and a property that names the prototype are not ordinary.
  const keys = Object.keys(value);
  if (Reflect.ownKeys(value).length !== keys.length) return false;
  return keys.every((key) => key !== "__proto__" && isPlainJson((value as Record<string, unknown>)[key], depth - 1));
}

/** Risk tolerance levels, lowest first (SAC guideline; C1_LOWEST is a class of its own). */
export const levels = ["C1_LOWEST", "C1", "C2", "C3", "C4", "C5"] as const;
export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;
