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
  const counted = profileFields(client.kind, block) as readonly FormField[];
  const others = fieldsOfBlock(block, client.kind).filter((field) => !counted.includes(field) && !elsewhere.has(field));
  return [...counted, ...others]
    .map((field) => ({ field, label: label(field, client, around.reader), value: line(field, client, around) }))
    .filter(({ field, value }) => counted.includes(field) || value !== "")
    .map((fact) => ({ ...fact, ...because(fact, around) }));
}

function label(field: FormField, { kind }: Client, { t }: Reader): string {
  if (field === "idNumber") return t(words.idDocument);
  if (field === "birthDate") return t(words.born);
  return t(fieldName(field, kind));
}

function line(field: FormField, client: Client, { reader, today }: Surroundings): string {
  const { t } = reader;
  const own = (name: FormField) => valueText(name, client[name], reader);
  const joined = (...values: readonly string[]) => values.filter((value) => value !== "").join(t(words.comma));
  switch (field) {
    case "idNumber":
      return joined(...document(client, reader, today));
    case "birthDate":
      return own("birthDate") || own("birthYear");
    case "occupation":
      // Lists often hold both in one column.
      return (client.occupation ?? "").includes(client.employer || "\n")
        ? own("occupation")
        : joined(own("employer"), own("occupation"));
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

/** `居民身份证，2038-06-30 到期`. The number stands in the form only; here its ends, where no type is known. */
function document({ idType, idNumber, idExpiry }: Client, { t, isMasked }: Reader, today: string): readonly string[] {
  if (idNumber === undefined) return [];
  const expiry = idExpiry === undefined ? [] : [t(idExpiry < today ? words.idPast : words.idUntil, { day: idExpiry })];
  return [idType === undefined || isMasked ? maskIdNumber(idNumber) : t(idTypeNames[idType]), ...expiry];
}

function because({ field, value }: ProfileFact, { reader, latest, today }: Surroundings): { reason?: string } {
  const { t } = reader;
  const change = moneyFields.has(field) ? latest.get(field) : undefined;
  if (change === undefined || value === "") return {};
  const day = formatDay(shanghaiDay(change.at), "short", today);
  const was = valueText(field, change.before, reader);
  return { reason: was === "" ? t(words.updated, { day }) : t(words.updatedFrom, { day, was }) };
}
