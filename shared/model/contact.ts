/** @file One entry of the contact log. Editable; earlier values stay in the log. */
import { z } from "zod";
import { Channel } from "./client.ts";
import { ClientId, Day, Instant, Line, Lines, RecordId } from "./primitives.ts";

export const purposes = [
  "greeting",
  "review",
  "market",
  "product",
  "purchase",
  "redemption",
  "assessment",
  "service",
  "complaint",
  "event",
  "other",
] as const;
export const Purpose = z.enum(purposes);
export type Purpose = z.infer<typeof Purpose>;

export const moods = ["calm", "pleased", "worried", "upset"] as const;
export const Mood = z.enum(moods);
export type Mood = z.infer<typeof Mood>;

export const contactFields = {
  client: ClientId,
  /** When it took place. */
  at: Instant,
  channel: Channel,
  initiator: z.enum(["advisor", "client"]),
  purpose: Purpose,
  summary: Lines,
  mood: Mood,
  durationMinutes: z.int().min(0).max(1440),
  outcome: Line,
  nextStep: Line,
  nextOn: Day,
  restricted: z.boolean(),
} as const;

const optional = z.object(contactFields).partial().shape;

export const Contact = z.object({
  id: RecordId,
  ...optional,
  client: contactFields.client,
  at: contactFields.at,
  channel: contactFields.channel,
});
export type Contact = z.infer<typeof Contact>;
