/** @file Navigation at the left: groups of pages, a rail below 1100 px, a menu below 720 px; the person at the foot. */
import type { Session } from "../../shared/bridge/contract.ts";
import { useWaitingCount } from "../data/sync-state.ts";
import { clsx } from "../parts/clsx.ts";
import { Icon } from "../parts/Icon.tsx";
import { useScreen } from "../state/screen.ts";
import { app } from "../text/app.ts";
import { formatCount } from "../text/format.ts";
import { useT } from "../text/text.ts";
import { type Page, pageGroups } from "./pages.ts";
import css from "./Shell.module.css";

export function Nav({ session, isOpen, onChosen }: { session: Session; isOpen: boolean; onChosen: () => void }) {
  const t = useT();
  const { name, role, branch } = session.profile;
  return (
    <nav id="sb-nav" className={clsx(css["nav"], isOpen && css["navOpen"])} aria-label={t(app.nav.label)}>
      {pageGroups.map((group) => (
        <ul key={group[0]?.place.screen} className={css["group"]}>
          {group.map((page) => (
            <li key={page.place.screen}>
              <NavItem page={page} onChosen={onChosen} />
            </li>
          ))}
        </ul>
      ))}
      <div className={css["me"]}>
        <div>{name}</div>
        <div className={css["meRole"]}>
          {branch === undefined || branch === ""
            ? t(app.role[role])
            : t(app.roleAt, { role: t(app.role[role]), branch })}
        </div>
      </div>
    </nav>
  );
}

function NavItem({ page, onChosen }: { page: Page; onChosen: () => void }) {
  const t = useT();
  const { place, open } = useScreen();
  const count = useWaitingCount();
  const isHere = page.covers.includes(place.screen);
  const waiting = page.place.screen === "sync" ? count : 0;
  return (
    <button
      type="button"
      className={clsx(css["item"], isHere && css["here"])}
      aria-current={isHere ? "page" : undefined}
      onClick={() => {
        open(page.place);
        onChosen();
      }}
    >
      <Icon name={page.icon} />
      <span className={clsx(page.short !== undefined && css["long"])}>{t(page.name)}</span>
      {page.short === undefined ? null : (
        <span className={css["short"]} aria-hidden="true">
          {t(page.short)}
        </span>
      )}
      {waiting > 0 ? (
        <span className={css["count"]}>
          <span aria-hidden="true">{formatCount(waiting)}</span>
          <span className="sb-hidden">{t(app.nav.waiting, { count: formatCount(waiting) })}</span>
        </span>
      ) : null}
    </button>
  );
}
