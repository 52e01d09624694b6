/** @file What pressing the link of a step does: a layer of this screen, one of the shell's, or another screen. */
import type { Client } from "../../../shared/model/client.ts";
import type { ProductSheet } from "../../../shared/model/product-sheet.ts";
import type { SaleDocumentKind } from "../../../shared/rules/sale-documents.ts";
import { useAssessments } from "../../data/queries.ts";
import { useOverlay } from "../../state/overlay.ts";
import { useScreen } from "../../state/screen.ts";
import type { StepAction } from "./step-rows.ts";

/** The form that lies over the steps. */
export type Layer = "intent" | "money" | "recording";

export function useActions(
  { id: client }: Client,
  sheet: ProductSheet,
  openLayer: (layer: Layer) => void,
  read: (document: SaleDocumentKind) => void,
): (action: StepAction) => void {
  const open = useScreen((now) => now.open);
  const show = useOverlay((now) => now.show);
  const assessments = useAssessments(client);
  return (action) => {
    switch (action.kind) {
      case "statement":
        return show({ kind: "statement", client, statement: action.statement });
      case "status":
        return show({ kind: "apply", client, subject: action.subject });
      case "birth-date":
        return open({ screen: "client", id: client, edit: true });
      case "assess":
        return open({ screen: "assess", client });
      case "result": {
        const newest = assessments?.[0];
        if (newest !== undefined) open({ screen: "result", id: newest.id });
        return;
      }
      case "product":
        return open({ screen: "product", id: sheet.product });
      case "document":
        return read(action.document);
      case "intent":
      case "money":
      case "recording":
        return openLayer(action.kind);
    }
  };
}
