/** @file How far the client is, block by block. What is skipped does not show. */
import { shown } from "../../../shared/rules/answers.ts";
import { clsx } from "../../parts/clsx.ts";
import css from "../../parts/Meeting.module.css";
import { assess } from "../../text/assess.ts";
import { useT } from "../../text/text.ts";
import { isLeft } from "./sheet.ts";
import type { SheetForm } from "./use-sheet.ts";
import { groupsOf } from "./words.ts";

export function Progress({ sitting: { pack, sheet, facts } }: { readonly sitting: SheetForm }) {
  const t = useT();
  const groups = groupsOf(pack, shown(pack, sheet.answers, facts).items, assess.meeting.gates);
  const now = sheet.place.stage === "ask" ? sheet.place.question : undefined;
  const columns = groups.map((group) => `${group.items.length}fr`).join(" ");
  return (
    <ul className={css["progress"]} style={{ gridTemplateColumns: columns }} aria-label={t(assess.meeting.progress)}>
      {groups.map((group) => {
        const isHere = group.items.some((item) => item.id === now);
        const done = group.items.filter((item) => isLeft(sheet, item)).length;
        const block = t(group.title);
        return (
          <li key={group.id} aria-current={isHere ? "step" : undefined}>
            <span className={css["steps"]} aria-hidden="true">
              {group.items.map((item) => (
                <i
                  key={item.id}
                  className={clsx(
                    css["step"],
                    isLeft(sheet, item) && css["stepDone"],
                    item.id === now && css["stepNow"],
                  )}
                />
              ))}
            </span>
            <span className={clsx(css["blockName"], isHere && css["blockNow"])} aria-hidden="true">
              {block}
            </span>
            <span className="sb-hidden">{t(assess.meeting.blockDone, { block, done, of: group.items.length })}</span>
          </li>
        );
      })}
    </ul>
  );
}
