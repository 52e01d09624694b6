/** @file What the contact log is narrowed to. Pure. */
import type { Channel } from "../../../shared/model/client.ts";
import type { Contact, Purpose } from "../../../shared/model/contact.ts";

export interface LogFilter {
  readonly channel?: Channel | undefined;
  readonly purpose?: Purpose | undefined;
  readonly text: string;
}

export const noFilter: LogFilter = { text: "" };

/**
 * Does the entry speak of this, or is it of one of these clients? Nothing typed fits everything.
 *
 * @param clients ids of the clients the text matches
 */
export function matchesText(
  { client, summary = "", nextStep = "", outcome = "" }: Contact,
  text: string,
  clients: ReadonlySet<string>,
): boolean {
  const needle = fold(text);
  if (needle === "" || clients.has(client)) return true;
  return [summary, nextStep, outcome].some((said) => fold(said).includes(needle));
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}
