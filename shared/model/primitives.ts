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

/** Money in fen (1/100 yuan). Integer, so that sums are exact. */
export const Money = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** One line of text, trimmed, without control characters. */
export const Line = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\p{Cc}]*$/u);
/** Several lines of text. */
export const Lines = z.string().trim().max(4000);

export const languages = ["zh-CN", "zh-TW", "en"] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The same sentence in the three languages; used by rule packs, which are data. */
export const Localized = z.object({ "zh-CN": z.string().min(1), "zh-TW": z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof Localized>;

/** Any JSON value; what an operation carries before its entity's schema has spoken. */
export const Json = z.json();
export type Json = z.infer<typeof Json>;

/** Risk tolerance levels, lowest first (SAC guideline; C1_LOWEST is a class of its own). */
export const levels = ["C1_LOWEST", "C1", "C2", "C3", "C4", "C5"] as const;
export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;
