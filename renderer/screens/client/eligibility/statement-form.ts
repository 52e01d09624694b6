/** @file The boxes of one statement, by its kind, and the record they become. */
import { z } from "zod";
import type { Client } from "../../../../shared/model/client.ts";
import { Day, Line, Lines } from "../../../../shared/model/primitives.ts";
import { Capacity, DocumentRef, type Statement, type StatementKind } from "../../../../shared/model/statement.ts";
import type { Standing } from "../../../../shared/rules/standing.ts";
import { formMessage } from "../../../parts/form.ts";
import { statements as words } from "../../../text/eligibility.ts";
import { parts } from "../../../text/parts.ts";

/** What the boxes hold; a box that does not parse holds what was typed. */
export interface StatementBoxes {
  capacity: string;
  until: string | null;
  who: string;
  right: string;
  note: string;
  document: DocumentRef[];
  told: boolean;
}
export type StatementBox = keyof StatementBoxes;

interface Asked {
  readonly kind: StatementKind;
  readonly isCompany: boolean;
  /** Only the guardian can consent. */
  readonly isWard: boolean;
}

const papers = ["note", "document"] as const;
const boxes: Readonly<Record<StatementKind, readonly StatementBox[]>> = {
  identity: ["capacity", "until", ...papers],
  "consent-given": ["who", ...papers],
  "consent-withdrawn": papers,
  "guardian-consent": ["who", ...papers],
  "guardian-withdrawn": papers,
  "information-refused": ["note", "told", "document"],
  "change-reported": papers,
  "right-opened": ["right", ...papers],
  "right-closed": ["note"],
};

/** The boxes a statement has, in order: a company has no capacity, and who is no ward gives consent alone. */
export function boxesFor({ kind, isCompany, isWard }: Asked): readonly StatementBox[] {
  return boxes[kind].filter((box) => {
    if (box === "capacity") return !isCompany;
    return box !== "who" || kind !== "consent-given" || isWard;
  });
}

/** Before anything was typed: what is known of the client already. */
export function emptyStatement(client: Client, standing: Standing | undefined, today: string): StatementBoxes {
  const { idExpiry } = client;
  return {
    capacity: standing?.capacity ?? "full",
    until: idExpiry !== undefined && idExpiry >= today ? idExpiry : null,
    who: "",
    right: "",
    note: "",
    document: [],
    told: false,
  };
}

const Values = z.object({
  capacity: Capacity.optional(),
  until: Day.optional(),
  who: Line.optional(),
  right: Line.max(60).optional(),
  note: Lines.optional(),
  document: z.array(DocumentRef).max(1).default([]),
  told: z.boolean().default(false),
});
export type StatementValues = z.output<typeof Values>;

/** Empty boxes are left out before this looks, see `formResolver`. @param today a document that ended earlier verifies nobody */
export function statementForm(asked: Asked, today: string) {
  const needed = boxesFor(asked).filter((box) => box === "capacity" || box === "who" || box === "right");
  const isTold = !boxesFor(asked).includes("told");
  return Values.superRefine((values, { addIssue }) => {
    for (const box of needed) {
      if (values[box] === undefined)
        addIssue({ code: "custom", path: [box], message: formMessage(parts.form.required) });
    }
    if (values.until !== undefined && values.until < today) {
      addIssue({ code: "custom", path: ["until"], message: formMessage(words.untilPast) });
    }
    if (!isTold && !values.told) addIssue({ code: "custom", path: ["told"], message: formMessage(words.toldFirst) });
  });
}

interface Around extends Asked {
  readonly client: Statement["client"];
  readonly at: string;
  /** The right to close. */
  readonly right?: string | undefined;
}

type NewStatement = Statement extends infer S ? (S extends unknown ? Omit<S, "id"> : never) : never;

/** The record, with nothing its kind does not have. */
export function statementOf(
  values: StatementValues,
  { kind, isCompany, isWard, client, at, right }: Around,
): NewStatement {
  const [document] = values.document;
  const common = {
    client,
    at,
    ...(values.note !== undefined && values.note !== "" && { note: values.note }),
    ...(document !== undefined && { document }),
  };
  switch (kind) {
    case "identity":
      return {
        kind,
        ...common,
        capacity: isCompany ? "full" : (values.capacity ?? "none"),
        ...(values.until !== undefined && { until: values.until }),
      };
    case "consent-given":
      return { kind, ...common, ...(isWard && { who: values.who ?? "" }) };
    case "guardian-consent":
      return { kind, ...common, who: values.who ?? "" };
    case "right-opened":
      return { kind, ...common, right: values.right ?? "" };
    case "right-closed":
      return { kind, ...common, right: right ?? "" };
    default:
      return { kind, ...common };
  }
}
