/** @file Says why the book was locked, where it was not by its user's own hand. */
import type { ChannelOutput } from "../../../shared/bridge/contract.ts";
import { Note } from "../../parts/Note.tsx";
import { useT } from "../../text/text.ts";
import { unlock } from "../../text/unlock.ts";
import css from "./UnlockScreen.module.css";

export function LockedBy({ reason }: { readonly reason: ChannelOutput<"appInfo">["lockedBy"] }) {
  const t = useT();
  if (reason === undefined || reason === "user" || reason === "quit") return null;
  return (
    <div className={css["gap"]}>
      <Note tone="info">{t(unlock.lockedBy[reason])}</Note>
    </div>
  );
}
