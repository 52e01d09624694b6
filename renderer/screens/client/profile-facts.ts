/** @file The lines of a profile block: which fields, under which word, and two fields on one line where they belong together. */
import { type Client, type ClientField, type ProfileBlock, profileFields } from "../../../shared/model/client.ts";
import { shanghaiDay } from "../../../shared/model/dates.ts";
import type { Json } from "../../../shared/model/primitives.ts";
import { client as words } from "../../text/client.ts";
import { fieldName, idTypeNames } from "../../text/clients.ts";
import { formatDay, maskIdNumber } from "../../text/format.ts";
import { type FormField, fieldsOfBlock } from "./profile-schema.ts";
import { moneyFields, type Reader, valueText } from "./values.ts";

export interface ProfileFact {
  /** Where the form opens to fill or change it. */
  readonly field: FormField;
  readonly label: string;
  /** Empty where nothing is known. */
  readonly value: string;
  readonly reason?: string;
}

interface Surroundings {
  readonly reader: Reader;
  readonly latest: ReadonlyMap<ClientField, { readonly at: string; readonly before: Json | undefined }>;
  readonly today: string;
}

/** Shown as part of another line, or in a place of their own. */
const elsewhere: ReadonlySet<ClientField> = new Set([
  "kind",
  "name",
  "gender",
  "birthYear",
  "idType",
  "idExpiry",
  "customerNo",
  "employer",
  "preferredTime",
  "debtServicePercent",
  "keyPeople",
]);

/** A line for every field that counts, and for any other that is filled. */
export function factsOf(block: ProfileBlock, client: Client, around: Surroundings): readonly ProfileFact[] {
  const counted: ReadonlySet<string> = new Set(profileFields(client.kind, block));
  return fieldsOfBlock(block, client.kind)
    .filter((field) => !elsewhere.has(field))
    .map((field) => ({ field, label: label(field, client, around.reader), value: line(field, client, around.reader) }))
    .filter(({ field, value }) => counted.has(field) || value !== "")
    .map((fact) => ({ ...fact, ...because(fact, client, around) }));
}

function label(field: FormField, { kind }: Client, { t }: Reader): string {
  if (field === "idNumber") return t(words.idDocument);
  if (field === "birthDate") return t(words.born);
  return t(fieldName(field, kind));
}

function line(field: FormField, client: Client, reader: Reader): string {
  const { t } = reader;
  const own = (name: FormField) => valueText(name, client[name], reader);
  const joined = (...values: readonly string[]) => values.filter((value) => value !== "").join(t(words.comma));
  switch (field) {
    case "idNumber":
      return document(client, reader);
    case "birthDate":
      return own("birthDate") || own("birthYear");
    case "occupation":
      return joined(own("employer"), own("occupation"));
    case "preferredChannel":
      return joined(own("preferredChannel"), own("preferredTime"));
    case "debtAmount": {
      const share = own("debtServicePercent");
      return joined(own("debtAmount"), share === "" ? "" : t(words.repayment, { share }));
    }
    default:
      return own(field);
  }
}

/** `居民身份证 110******12，2038-06-30 到期`. The number is never shown whole: the form does that. */
function document({ idType, idNumber }: Client, { t }: Reader): string {
  if (idNumber === undefined) return "";
  const number = maskIdNumber(idNumber);
  return idType === undefined ? number : t(words.idFact, { type: t(idTypeNames[idType]), number });
}

function because(
  { field, value }: ProfileFact,
  client: Client,
  { reader, latest, today }: Surroundings,
): { reason?: string } {
  const { t } = reader;
  if (field === "idNumber" && client.idExpiry !== undefined && value !== "") {
    return { reason: t(client.idExpiry < today ? words.idPast : words.idUntil, { day: client.idExpiry }) };
  }
  const change = moneyFields.has(field) ? latest.get(field) : undefined;
  if (change === undefined || value === "") return {};
  const day = formatDay(shanghaiDay(change.at), "short", today);
  const was = valueText(field, change.before, reader);
  return { reason: was === "" ? t(words.updated, { day }) : t(words.updatedFrom, { day, was }) };
}
