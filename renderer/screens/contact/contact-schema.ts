/** @file The contact form's values, and what they become: one entry of the contact log. */
import { z } from "zod";
import { type Contact, contactFields } from "../../../shared/model/contact.ts";
import { formMessage } from "../../parts/form.ts";
import { contacts as words } from "../../text/contacts.ts";
import { formatInstant } from "../../text/format.ts";

const { channel, initiator, purpose, summary, mood, durationMinutes, outcome, nextStep, nextOn } = contactFields;

/** Day and time are typed apart and in China's time, as everywhere on screen. */
export const contactForm = z.object({
  channel,
  initiator,
  ...z.object({ purpose, summary, mood, durationMinutes, outcome, nextStep, nextOn }).partial().shape,
  day: z.iso.date(),
  time: z.string().refine((text) => parseTime(text) !== undefined, { error: formMessage(words.timeShape) }),
});

export type ContactValues = z.output<typeof contactForm>;
/** What the boxes hold; a box that does not parse holds what was typed. */
export interface ContactBoxes {
  channel: string;
  initiator: string;
  purpose: string;
  summary: string;
  mood: string;
  durationMinutes: number | string | null;
  outcome: string;
  nextStep: string;
  nextOn: string | null;
  day: string | null;
  time: string;
}

/** @param at the instant the form opened */
export function emptyBoxes(likely: Contact["channel"], at: string): ContactBoxes {
  const [day = "", time = ""] = formatInstant(at).split(" ");
  return {
    channel: likely,
    initiator: "advisor",
    purpose: "",
    summary: "",
    mood: "",
    durationMinutes: null,
    outcome: "",
    nextStep: "",
    nextOn: null,
    day,
    time,
  };
}

/** The boxes for an entry that is to be corrected. */
export function boxesOf(contact: Contact): ContactBoxes {
  const { channel: by, initiator: who = "advisor", purpose: why = "", summary: said = "", mood: felt = "" } = contact;
  return {
    ...emptyBoxes(by, contact.at),
    initiator: who,
    purpose: why,
    summary: said,
    mood: felt,
    durationMinutes: contact.durationMinutes ?? null,
    outcome: contact.outcome ?? "",
    nextStep: contact.nextStep ?? "",
    nextOn: contact.nextOn ?? null,
  };
}

const Kept = z.record(z.string(), z.unknown());

/** A draft's boxes over fresh ones; what is not known any more is left out. */
export function restoreBoxes(fresh: ContactBoxes, draft: unknown): ContactBoxes {
  const kept = Kept.safeParse(draft).data ?? {};
  return Object.fromEntries(
    Object.entries(fresh).map(([box, empty]) => [box, kept[box] ?? empty]),
  ) as unknown as ContactBoxes;
}

/**
 * The fields of the log entry; null where a box was emptied.
 *
 * @param before the entry's own instant, or when the form opened: kept, seconds and all, while day and time say the same
 */
export function entryOf(values: ContactValues, before: string) {
  const { day, time, ...fields } = values;
  const at = instantOf(day, parseTime(time) ?? "00:00");
  return {
    purpose: null,
    summary: null,
    mood: null,
    durationMinutes: null,
    outcome: null,
    nextStep: null,
    nextOn: null,
    ...fields,
    at: formatInstant(before) === formatInstant(at) ? before : at,
  };
}

/** `9:05`, `905`, `9：05`, `21.30` as `09:05`; undefined when it is no time of day. */
export function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2})\s*[:.h]?\s*(\d{2})$/.exec(text.normalize("NFKC").trim());
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** China has one offset and no summer time. */
function instantOf(day: string, time: string): string {
  return new Date(`${day}T${time}:00.000+08:00`).toISOString();
}
