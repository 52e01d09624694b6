/** @file Content and a side pane that meet at a hairline. Below 720 px, as at 200 % zoom, the pane moves under the content. */
import type { ReactNode } from "react";
import { clsx } from "./clsx.ts";
import css from "./layout.module.css";

interface SplitProps {
  readonly children: ReactNode;
  readonly side?: ReactNode;
  /** What the content is, where it may have nothing in it to press: then it takes the focus itself, to be scrolled by keyboard. */
  readonly contentLabel?: string;
  /** Pixels; 184 for segments, 288 today, 344 result, 392 profile. */
  readonly sideWidth?: number;
  readonly sidePlace?: "left" | "right";
  /** What the pane holds, read aloud as its landmark. */
  readonly sideLabel?: string;
  /** The content scrolls by itself, as a VirtualTable does. */
  readonly fixed?: boolean;
  /** Tabs above already draw the line. */
  readonly underTabs?: boolean;
}

export function Split(props: SplitProps) {
  const {
    children,
    side,
    contentLabel,
    sideWidth = 288,
    sidePlace = "right",
    sideLabel,
    fixed = false,
    underTabs = false,
  } = props;
  const width = `minmax(min(${sideWidth}px, 40%), ${sideWidth}px)`;
  const columns = sidePlace === "left" ? `${width} minmax(0, 1fr)` : `minmax(0, 1fr) ${width}`;
  const pane =
    side === undefined ? null : (
      <aside className={clsx(css["side"], sidePlace === "left" && css["sideLeft"])} aria-label={sideLabel}>
        {side}
      </aside>
    );
  return (
    <div
      className={clsx(css["split"], underTabs && css["splitUnderTabs"])}
      style={{ gridTemplateColumns: side === undefined ? "minmax(0, 1fr)" : columns }}
    >
      {sidePlace === "left" ? pane : null}
      {contentLabel === undefined ? (
        <div className={fixed ? css["paneFixed"] : css["pane"]}>{children}</div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className={css["pane"]} aria-label={contentLabel} tabIndex={0}>
          {children}
        </section>
      )}
      {sidePlace === "right" ? pane : null}
    </div>
  );
}
