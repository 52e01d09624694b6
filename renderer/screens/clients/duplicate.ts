/** @file Whether a client is the one being typed. Pure. */
import { Phone } from "../../../shared/model/client.ts";
import type { ClientSummary } from "../../data/client-list.ts";

export interface Duplicate {
  readonly client: ClientSummary;
  readonly same: "phone" | "name" | "both";
}

/** In what a client equals what was typed; undefined where in nothing. */
export function sameness(
  client: Pick<ClientSummary, "name" | "phone">,
  name: string,
  phone: string,
): Duplicate["same"] | undefined {
  const typedPhone = Phone.safeParse(phone).data;
  const isPhone = typedPhone !== undefined && typedPhone === client.phone;
  const isName = name.trim() !== "" && name.trim() === client.name;
  if (isPhone && isName) return "both";
  return isPhone ? "phone" : isName ? "name" : undefined;
}
