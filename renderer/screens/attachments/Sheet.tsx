/** @file A sheet on a table: a picture or a page, to fit, enlarge, turn and scroll. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard */
import { useElementSize } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { Icon, type IconName } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { viewer as words } from "../../text/attachments.ts";
import { formatPercent } from "../../text/format.ts";
import { useT } from "../../text/text.ts";
import css from "./Attachments.module.css";
import { fitting, nextZoom, type Turns, turned } from "./zoom.ts";

/** Pixels around the sheet, as the stage's padding. */
const margin = 12;

interface SheetProps {
  /** Of the sheet as it lies, in pixels at 100 %. */
  readonly width: number;
  readonly height: number;
  /** More tools, before the zoom. */
  readonly tools?: ReactNode;
  /** Draws the sheet, to fill its box; told how large a pixel of it is shown. */
  readonly children: (scale: number) => ReactNode;
}

export function Sheet({ width, height, tools, children }: SheetProps) {
  const t = useT();
  const { ref, width: stageWidth, height: stageHeight } = useElementSize();
  const [zoom, setZoom] = useState<number>();
  const [turns, setTurns] = useState<Turns>(0);
  const box = turned({ width, height }, turns);
  const fit = fitting(box, { width: stageWidth - 2 * margin, height: stageHeight - 2 * margin });
  const scale = zoom ?? fit;
  const change = (step: 1 | -1) => setZoom(nextZoom(scale, step));
  const turn = () => setTurns(((turns + 1) % 4) as Turns);
  useKeys({
    "+": () => change(1),
    "=": () => change(1),
    "-": () => change(-1),
    "0": () => setZoom(undefined),
    r: turn,
  });
  return (
    <>
      <div className={css["tools"]} role="toolbar" aria-label={t(words.tools)}>
        {tools}
        <span className="sb-grow" />
        <Tool icon="minus" label={t(words.zoomOut)} onClick={() => change(-1)} />
        <span className={css["percent"]}>{formatPercent(scale)}</span>
        <Tool icon="plus" label={t(words.zoomIn)} onClick={() => change(1)} />
        <button
          type="button"
          className={css["fit"]}
          aria-pressed={zoom === undefined}
          onClick={() => setZoom(undefined)}
        >
          {t(words.fit)}
        </button>
        <Tool icon="turn" label={t(words.rotate)} onClick={turn} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as for the other linter, above */}
      <section ref={ref} className={css["stage"]} aria-label={t(words.stage)} tabIndex={0}>
        <div
          className={css["box"]}
          style={{ width: Math.floor(box.width * scale), height: Math.floor(box.height * scale) }}
        >
          <div
            className={css["sheet"]}
            style={{
              width: width * scale,
              height: height * scale,
              transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
            }}
          >
            {children(scale)}
          </div>
        </div>
      </section>
    </>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly isOff?: boolean;
}

/** A button of the toolbar with an icon and a name. */
export function Tool({ icon, label, onClick, isOff = false }: ToolProps) {
  return (
    <button type="button" className={css["tool"]} aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
