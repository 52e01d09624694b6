/** @file The values of the form for a new client: a few fields of the client, nothing required but kind and name. */
import { z } from "zod";
import { clientFields } from "../../../shared/model/client.ts";
import { formMessage } from "../../parts/form.ts";
import { fieldErrors } from "../../text/client.ts";

const { kind, name, phone, tier, gender, birthDate, investableAssets, preferredChannel, customerNo, origin, tags } =
  clientFields;

/** @param today nobody was born later */
export function newClientForm(today: string) {
  const { message } = { message: formMessage(fieldErrors.dayInFuture) };
  return z.object({
    kind,
    name,
    ...z.object({ phone, tier, gender, investableAssets, preferredChannel, customerNo, origin, tags }).partial().shape,
    birthDate: birthDate.refine((day) => day <= today, { error: message }).optional(),
  });
}

/** Parsed. */
export type NewClientValues = z.output<ReturnType<typeof newClientForm>>;
/** What the boxes hold; a box that does not parse holds what was typed. */
export type NewClientBoxes = {
  -readonly [F in keyof typeof emptyBoxes]: F extends "tags"
    ? string[]
    : F extends "investableAssets"
      ? number | string | null
      : string;
};

export const emptyBoxes = {
  kind: "individual",
  name: "",
  phone: "",
  tier: "",
  gender: "",
  birthDate: "",
  investableAssets: null,
  preferredChannel: "",
  customerNo: "",
  origin: "",
  tags: [] as string[],
};

const Kept = z.record(z.string(), z.unknown());

/** A draft's values as boxes; what is not known any more is left out. */
export function restoreBoxes(values: unknown): NewClientBoxes {
  const kept = Kept.safeParse(values).data ?? {};
  const known = Object.entries(emptyBoxes).map(([field, empty]) => [field, kept[field] ?? empty]);
  return Object.fromEntries(known) as NewClientBoxes;
}
