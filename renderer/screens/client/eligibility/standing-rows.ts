/** @file The rows of a client's standing under their headings. */
import { regimes } from "../../../../shared/packs/gate-pack.ts";
import { standing as words } from "../../../text/eligibility.ts";
import { classRow, qualifiedRow } from "./class-rows.ts";
import { guardianOf, type StandingSection, type StandingView } from "./standing-view.ts";
import {
  capacityRow,
  changeRow,
  consentRow,
  guardianRow,
  identityRow,
  refusalRow,
  rightRows,
} from "./statement-rows.ts";

export function standingSections(view: StandingView): readonly StandingSection[] {
  const { client, standing } = view;
  const isPerson = client.kind === "individual";
  const hasGuardian = standing.capacity !== "full" || guardianOf(standing) !== undefined;
  return [
    { key: "classes", title: words.classes, rows: regimes.map((regime) => classRow(view, regime)) },
    {
      key: "qualified",
      title: words.qualified,
      rows: [qualifiedRow(view, "qualified"), qualifiedRow(view, "qualified-fund")],
    },
    {
      key: "identity",
      title: words.identity,
      rows: isPerson ? [identityRow(view), capacityRow(view)] : [identityRow(view)],
    },
    { key: "consent", title: words.consent, rows: [consentRow(view)] },
    ...(isPerson && hasGuardian ? [{ key: "guardian", title: words.guardian, rows: [guardianRow(view)] }] : []),
    { key: "truth", title: words.truth, rows: [refusalRow(view), changeRow(view)] },
    { key: "rights", title: words.rights, rows: rightRows(view) },
  ];
}
