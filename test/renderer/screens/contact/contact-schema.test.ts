import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutBlanks } from "../../../../renderer/parts/form.ts";
import {
  boxesOf,
  contactForm,
  emptyBoxes,
  entryOf,
  parseTime,
  restoreBoxes,
} from "../../../../renderer/screens/contact/contact-schema.ts";
import { Contact } from "../../../../shared/model/contact.ts";
import type { ClientId } from "../../../../shared/model/primitives.ts";

const at = "2026-11-22T06:05:31.250Z";
const parse = (boxes: object) => contactForm.parse(withoutBlanks(boxes));

it("needs nothing but the channel, which it already has", () => {
  const entry = entryOf(parse(emptyBoxes("phone", at)), at);
  expect(entry).toMatchObject({ channel: "phone", initiator: "advisor", at, summary: null, nextOn: null });
});

it("shows China's time and keeps the instant to the millisecond while it was not changed", () => {
  expect(emptyBoxes("phone", at)).toMatchObject({ day: "2026-11-22", time: "14:05" });
  expect(entryOf(parse({ ...emptyBoxes("phone", at), time: "9：30" }), at).at).toBe("2026-11-22T01:30:00.000Z");
  expect(entryOf(parse({ ...emptyBoxes("phone", at), day: "2026-11-21" }), at).at).toBe("2026-11-21T06:05:00.000Z");
});

it("gives back an entry as it was when nothing was corrected", () => {
  const contact = {
    id: "k-1",
    client: "c-1" as ClientId,
    at,
    channel: "wechat",
    initiator: "client",
    purpose: "market",
    summary: "问到黄金占比。\n已读。",
    mood: "calm",
    durationMinutes: 0,
    outcome: "已答复",
    nextStep: "发费用对比",
    nextOn: "2026-11-25",
  } as const satisfies Contact;
  expect({ id: contact.id, client: contact.client, ...entryOf(parse(boxesOf(contact)), contact.at) }).toEqual(contact);
});

it("clears what was emptied", () => {
  const boxes = {
    ...boxesOf(Contact.parse({ id: "k", client: "c", at, channel: "phone", summary: "x", nextOn: "2026-11-25" })),
    summary: " ",
    nextOn: null,
  };
  expect(entryOf(parse(boxes), at)).toMatchObject({ summary: null, nextOn: null });
});

it("reads a time of day however it is typed, and only a time of day", () => {
  expect(["9:05", "905", "9：05", "21.30", " 09:05 "].map(parseTime)).toEqual([
    "09:05",
    "09:05",
    "09:05",
    "21:30",
    "09:05",
  ]);
  expect(["24:00", "12:60", "noon", "", "9"].map(parseTime)).toEqual(Array(5).fill(undefined));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const text = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
      expect(parseTime(text)).toBe(text);
    }),
  );
});

it("takes a draft up over fresh boxes", () => {
  const fresh = emptyBoxes("phone", at);
  expect(restoreBoxes(fresh, { summary: "问到", extra: true })).toEqual({ ...fresh, summary: "问到" });
  expect(restoreBoxes(fresh, null)).toEqual(fresh);
});
