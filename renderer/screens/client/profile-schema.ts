/** @file The profile form's values: the fields of a client with empty boxes allowed, and what saving them writes. */
import { z } from "zod";
import {
  type Client,
  type ClientField,
  clientFields,
  KeyPerson,
  type ProfileBlock,
  profileBlocks,
  profileFields,
} from "../../../shared/model/client.ts";
import { Line } from "../../../shared/model/primitives.ts";
import type { ClientPatch } from "../../data/commands.ts";
import { formMessage } from "../../parts/form.ts";
import { fieldErrors } from "../../text/client.ts";

/** The form's parts: the five blocks of the profile and how this client is served. */
export const formBlocks = {
  basic: [
    "kind",
    "name",
    "gender",
    "birthDate",
    "birthYear",
    "phone",
    "email",
    "wechat",
    "idType",
    "idNumber",
    "idExpiry",
    "customerNo",
    "occupation",
    "employer",
    "education",
    "maritalStatus",
    "address",
    "preferredChannel",
    "preferredTime",
  ],
  financial: [
    "investableAssets",
    "annualIncome",
    "annualSpending",
    "debtAmount",
    "debtServicePercent",
    "reserveMonths",
    "netAssets",
  ],
  investment: ["experience", "allocation", "worstLoss", "holdings"],
  family: ["spouse", "children", "parents", "emergencyContact", "keyPeople"],
  other: ["needs", "goals", "taboos", "hobbies", "agreements"],
  service: ["tier", "tierReason", "stage", "tags", "origin"],
} as const satisfies Record<string, readonly ClientField[]>;
export type FormBlock = keyof typeof formBlocks;
export type FormField = (typeof formBlocks)[FormBlock][number];

const formFields: readonly FormField[] = Object.values(formBlocks).flat();

const personOnly: ReadonlySet<FormField> = new Set([
  "gender",
  "birthDate",
  "birthYear",
  "occupation",
  "employer",
  "education",
  "maritalStatus",
  "spouse",
  "children",
  "parents",
]);

/** The fields of a block this kind of client has. What a company does not have keeps its value unseen. */
export function fieldsOfBlock(block: FormBlock, kind: Client["kind"]): readonly FormField[] {
  return kind === "company" ? formBlocks[block].filter((field) => !personOnly.has(field)) : formBlocks[block];
}

/** The fields that count for completeness and are empty, in the order of the form. */
export function missingFields(client: Client): readonly FormField[] {
  const blocks = Object.keys(profileBlocks) as ProfileBlock[];
  return blocks
    .flatMap((block) => profileFields(client.kind, block))
    .filter((field) => client[field] === undefined || client[field] === "") as readonly FormField[];
}

const { restricted: _, kind, name, birthDate, keyPeople: __, ...rest } = clientFields;
const optional = z.object(rest).partial().shape;

/** A role need not be known yet. */
const Person = KeyPerson.extend({ role: KeyPerson.shape.role.default("") });

/** Empty boxes are left out before this looks, see `formResolver`. @param today nobody was born later */
export function profileForm(today: string) {
  return z.object({
    ...optional,
    kind,
    name,
    birthDate: birthDate.refine((day) => day <= today, { error: formMessage(fieldErrors.dayInFuture) }).optional(),
    keyPeople: z.array(Person).max(50).optional(),
    /** Why, for the log; not a field of the client. */
    reason: Line.optional(),
  });
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** What the boxes hold; a box that does not parse holds what was typed. */
export type ProfileBoxes = {
  [F in FormField]: F extends "tags" ? string[] : F extends "keyPeople" ? PersonBoxes[] : string | number | null;
} & { reason: string };
export interface PersonBoxes {
  name: string;
  role: string;
  phone: string;
  note: string;
}
/** What the boxes mean once parsed. */
export type ProfileValues = z.output<ReturnType<typeof profileForm>>;

/** The boxes for a client. */
export function boxesOf(client: Client): ProfileBoxes {
  const boxes = formFields.map((field) => [field, boxOf(field, client[field])]);
  return { ...Object.fromEntries(boxes), reason: "" } as ProfileBoxes;
}

const Kept = z.record(z.string(), z.unknown());

/** A draft's boxes over those of the client; what is not known any more is left out. */
export function restoreBoxes(client: Client, draft: unknown): ProfileBoxes {
  const kept = Kept.safeParse(draft).data ?? {};
  const fresh = boxesOf(client);
  const known = formFields.map((field) => [field, field in kept ? boxOf(field, kept[field]) : fresh[field]]);
  const { reason } = kept;
  return { ...Object.fromEntries(known), reason: typeof reason === "string" ? reason : "" } as ProfileBoxes;
}

/** Boxes that are null while empty, because their parts keep a number or a day. */
const typedBoxes: ReadonlySet<FormField> = new Set([...formBlocks.financial, "birthDate", "birthYear", "idExpiry"]);

function boxOf(field: FormField, value: unknown): unknown {
  if (field === "tags") return Array.isArray(value) ? value : [];
  if (field !== "keyPeople") return value ?? (typedBoxes.has(field) ? null : "");
  const people = Array.isArray(value) ? (value as Partial<PersonBoxes>[]) : [];
  return people.map(({ name: who = "", role = "", phone = "", note = "" }) => ({ name: who, role, phone, note }));
}

/** The fields that differ from the client as it stands; null where one was cleared. */
export function changesTo(client: Client, values: Partial<Record<FormField, unknown>>): ClientPatch {
  const changes: Record<string, unknown> = {};
  for (const field of formFields) {
    const before = isEmpty(client[field]) ? undefined : client[field];
    const after = isEmpty(values[field]) ? undefined : values[field];
    if (JSON.stringify(before) !== JSON.stringify(after)) changes[field] = after ?? null;
  }
  return changes as ClientPatch;
}

const keyFacts: ReadonlySet<string> = new Set([
  "investableAssets",
  "annualIncome",
  "annualSpending",
  "debtAmount",
  "netAssets",
]);

/** Whether one of these fields replaces an earlier value the suitability rests on, so that its source is worth noting. */
export function replacesKeyFact(client: Client, fields: readonly string[]): boolean {
  return fields.some((field) => keyFacts.has(field) && !isEmpty(client[field as FormField]));
}
