/** @file Puts any value of a client's field into words: for the profile, and for what changed on the timeline. */
import type { Channel, ClientField, KeyPerson, Stage, Tier } from "../../../shared/model/client.ts";
import type { Language } from "../../../shared/model/primitives.ts";
import { client as words } from "../../text/client.ts";
import { genderNames, idTypeNames, investorClassNames, kindNames, stageNames } from "../../text/clients.ts";
import { channelNames } from "../../text/contacts.ts";
import {
  formatCount,
  formatMoney,
  formatPhone,
  maskIdNumber,
  maskMoney,
  maskName,
  maskPhone,
  maskText,
} from "../../text/format.ts";
import { parts } from "../../text/parts.ts";
import type { Say } from "../../text/text.ts";

/** Who reads: the language, and whether the privacy mask is on. */
export interface Reader {
  readonly t: Say;
  readonly language: Language;
  readonly isMasked: boolean;
}

type Masking = "none" | "name" | "phone" | "id" | "money" | "text";

/** What the privacy mask hides. Fields that are not named tell nobody who it is. */
const maskings: Readonly<Partial<Record<ClientField, Masking>>> = {
  name: "name",
  phone: "phone",
  idNumber: "id",
  birthDate: "text",
  email: "text",
  wechat: "text",
  customerNo: "text",
  employer: "text",
  occupation: "text",
  address: "text",
  investableAssets: "money",
  annualIncome: "money",
  annualSpending: "money",
  debtAmount: "money",
  netAssets: "money",
  holdings: "text",
  allocation: "text",
  spouse: "text",
  children: "text",
  parents: "text",
  emergencyContact: "text",
  keyPeople: "text",
  // Free text about money and family.
  needs: "text",
  goals: "text",
  agreements: "text",
};

/** Fields whose value is an amount in fen. */
export const moneyFields: ReadonlySet<ClientField> = new Set(
  (Object.keys(maskings) as ClientField[]).filter((field) => maskings[field] === "money"),
);

/** The value as the reader sees it; empty where there is none. */
export function valueText(field: ClientField, value: unknown, reader: Reader): string {
  if (value === undefined || value === null || value === "") return "";
  const plain = plainText(field, value, reader);
  return reader.isMasked ? masked(maskings[field] ?? "none", plain) : plain;
}

function masked(masking: Masking, text: string): string {
  switch (masking) {
    case "none":
      return text;
    case "name":
      return maskName(text);
    case "phone":
      return maskPhone(text.replaceAll(" ", ""));
    case "id":
      return maskIdNumber(text);
    case "money":
      return maskMoney();
    case "text":
      return maskText(text);
  }
}

function plainText(field: ClientField, value: unknown, { t, language }: Reader): string {
  const named = namedValues[field]?.[String(value)];
  if (named !== undefined) return t(named);
  if (moneyFields.has(field) && typeof value === "number") return formatMoney(value, language);
  if (Array.isArray(value))
    return value.map((item) => (field === "keyPeople" ? personText(item) : String(item))).join(t(words.listComma));
  switch (field) {
    case "phone":
      return formatPhone(String(value));
    case "debtServicePercent":
      return `${formatCount(Number(value))}%`;
    case "reserveMonths":
      return t(words.months, { months: Number(value) });
    case "birthYear":
      return t(words.yearOnly, { year: Number(value) });
    default:
      return String(value);
  }
}

function personText({ name, role }: KeyPerson): string {
  return role === "" ? name : `${role} ${name}`;
}

type Names = Readonly<Record<string, (typeof kindNames)["individual"] | (typeof stageNames)[Stage]>>;
const namedValues: Readonly<Partial<Record<ClientField, Names>>> = {
  kind: kindNames,
  gender: genderNames,
  idType: idTypeNames,
  preferredChannel: channelNames satisfies Record<Channel, unknown>,
  investorClass: investorClassNames,
  tier: parts.tier satisfies Record<Tier, unknown>,
  stage: stageNames,
};
