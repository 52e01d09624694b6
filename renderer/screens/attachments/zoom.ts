/** @file How large a sheet is shown. Pure. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Quarter turns to the right. */
export type Turns = 0 | 1 | 2 | 3;

const steps = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8] as const;

/** The box a sheet takes when it is turned. */
export function turned({ width, height }: Size, turns: Turns): Size {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** The scale at which a box is seen whole; never enlarged. 1 while the stage has no size yet. */
export function fitting(box: Size, stage: Size): number {
  if (stage.width <= 0 || stage.height <= 0) return 1;
  return Math.min(1, stage.width / box.width, stage.height / box.height);
}

/** The next scale up or down, past whatever is shown now. */
export function nextZoom(scale: number, step: 1 | -1): number {
  const near = 0.001;
  return step === 1
    ? (steps.find((one) => one > scale + near) ?? steps[steps.length - 1] ?? 1)
    : (steps.findLast((one) => one < scale - near) ?? steps[0]);
}

/**
 * The scale a page is drawn at to be shown at `scale`: at least as sharp, in steps of a half octave,
 * so that resizing a window does not draw it anew with every pixel.
 */
export function drawingScale(scale: number): number {
  return 2 ** (Math.ceil(Math.log2(scale) * 2 - 1e-9) / 2);
}
