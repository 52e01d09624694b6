/** @file Choices in groups beside a list, one line each, with their counts where they have any. */
import { type ReactNode, useId } from "react";
import css from "./Rail.module.css";

export interface RailChoice {
  readonly key: string;
  readonly label: ReactNode;
  readonly count?: string;
  readonly isChosen?: boolean;
  readonly onChoose: () => void;
}

export interface RailGroup {
  readonly key: string;
  /** Absent: one unnamed group. */
  readonly title?: string;
  readonly choices: readonly RailChoice[];
}

export function Rail({ label, groups }: { label: string; groups: readonly RailGroup[] }) {
  return (
    <nav className={css["rail"]} aria-label={label}>
      {groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </nav>
  );
}

function Group({ group: { title, choices } }: { group: RailGroup }) {
  const id = useId();
  return (
    <section className={css["group"]} aria-labelledby={title === undefined ? undefined : id}>
      {title === undefined ? null : (
        <h2 id={id} className={css["title"]}>
          {title}
        </h2>
      )}
      <ul>
        {choices.map(({ key, label, count, isChosen = false, onChoose }) => (
          <li key={key}>
            <button
              type="button"
              className={css["choice"]}
              aria-current={isChosen ? "true" : undefined}
              onClick={onChoose}
            >
              <span className="sb-grow">{label}</span>
              {count === undefined ? null : <span className={css["count"]}>{count}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
