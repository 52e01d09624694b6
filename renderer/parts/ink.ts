/** @file What was written on the signature field, and the picture that is kept of it. */
import { z } from "zod";
import { parts } from "../text/parts.ts";
import { formMessage } from "./form.ts";

/** In widths of the field, so that it can be drawn at any size; `w` is the thickness there. */
const Point = z.object({ x: z.number(), y: z.number(), w: z.number().positive() });
export type Point = z.infer<typeof Point>;
export type Stroke = readonly Point[];

export interface Ink {
  readonly how: "drawn" | "typed";
  readonly strokes: readonly Stroke[];
  readonly name: string;
}
export const noInk: Ink = { how: "drawn", strokes: [], name: "" };

/** Height of the field for a width of one. */
export const fieldHeight = 1 / 3;
/** A dot or a slip of the hand is no signature. */
const leastLength = 0.15;

/**
 * A signature that counts. Without blanks, see `formResolver`.
 *
 * @param signer the name that has to be typed; undefined where it is not known
 */
export function signedInk(signer: string | undefined) {
  const shape = { how: z.enum(["drawn", "typed"]), strokes: z.array(z.array(Point)), name: z.string().default("") };
  return z.object(shape).superRefine(({ how, strokes, name }, context) => {
    const said = how === "drawn" ? drawnProblem(strokes) : typedProblem(name, signer);
    if (said !== undefined) context.addIssue({ code: "custom", message: formMessage(said) });
  });
}

function drawnProblem(strokes: readonly Stroke[]) {
  if (strokes.length === 0) return parts.signature.missing;
  return lengthOf(strokes) < leastLength ? parts.signature.tooShort : undefined;
}

function typedProblem(name: string, signer: string | undefined) {
  if (plain(name) === "") return parts.signature.nameMissing;
  return signer === undefined || plain(name) === plain(signer) ? undefined : parts.signature.nameDiffers;
}

/** Spaces and letter case do not make another name. */
function plain(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();
}

function lengthOf(strokes: readonly Stroke[]): number {
  const steps = strokes.flatMap((stroke) =>
    stroke.slice(1).map(({ x, y }, index) => Math.hypot(x - (stroke[index]?.x ?? x), y - (stroke[index]?.y ?? y))),
  );
  return steps.reduce((sum, step) => sum + step, 0);
}

/** Thickness by pressure, where a pen tells it; a finger and a mouse write evenly. */
export function thickness({ pointerType, pressure }: Pick<PointerEvent, "pointerType" | "pressure">): number {
  return pointerType === "pen" && pressure > 0 ? 0.003 + 0.007 * pressure : 0.006;
}

/** Draw strokes over a field so many pixels wide. */
export function drawStrokes(context: CanvasRenderingContext2D, strokes: readonly Stroke[], width: number): void {
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const stroke of strokes) {
    const [first] = stroke;
    if (first === undefined) continue;
    // A dot is a line of no length.
    for (const [index, to] of stroke.entries()) {
      const from = stroke[index - 1] ?? first;
      context.lineWidth = to.w * width;
      context.beginPath();
      context.moveTo(from.x * width, from.y * width);
      context.lineTo(to.x * width, to.y * width);
      context.stroke();
    }
  }
}

const pngWidth = 1200;

/** Black on white, as it goes into the book and onto paper. */
export async function inkPng(ink: Ink): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = pngWidth;
  canvas.height = pngWidth * fieldHeight;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000";
  context.strokeStyle = "#000";
  if (ink.how === "drawn") drawStrokes(context, ink.strokes, pngWidth);
  else writeName(context, ink.name.trim());
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("no picture");
  return blob;
}

function writeName(context: CanvasRenderingContext2D, name: string): void {
  const { width, height } = context.canvas;
  context.font = `120px KaiTi, STKaiti, "Noto Serif CJK SC", "Noto Serif CJK TC", serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(name, width / 2, height / 2, width * 0.9);
}
