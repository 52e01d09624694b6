/**
 * @file Where somebody signs, bound to a form: with a pen, a finger or the mouse, or by typing the
 * full name. The value is {@link Ink}.
 */
import { TextInput } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type PointerEvent, useEffect, useEffectEvent, useId, useRef } from "react";
import type { FieldValues } from "react-hook-form";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import { FieldErrorText } from "./FieldFrame.tsx";
import type { FieldProps } from "./form.ts";
import { Icon } from "./Icon.tsx";
import { drawStrokes, fieldHeight, type Ink, type Point, type Stroke, thickness } from "./ink.ts";
import css from "./SignatureField.module.css";
import { useField } from "./useField.tsx";

export function SignatureField<V extends FieldValues, C = unknown, T = V>(props: FieldProps<V, C, T>) {
  const t = useT();
  const id = useId();
  const { field, message } = useField(props);
  const ink = field.value as Ink;
  const change = (part: Partial<Ink>) => field.onChange({ ...ink, ...part });
  const isTyped = ink.how === "typed";
  const error =
    message === undefined ? undefined : (
      <div id={`${id}-error`} role="alert">
        <FieldErrorText>{message}</FieldErrorText>
      </div>
    );
  return (
    <div className={css["field"]}>
      {isTyped ? (
        <TextInput
          ref={field.ref}
          size="lg"
          autoFocus
          label={t(parts.signature.name)}
          description={t(parts.signature.nameHelp)}
          autoComplete="off"
          value={ink.name}
          error={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
      ) : (
        <Pad
          label={props.label}
          describedBy={error === undefined ? undefined : `${id}-error`}
          strokes={ink.strokes}
          onStrokes={(strokes) => change({ strokes })}
        />
      )}
      {error}
      <div className={css["tools"]}>
        {isTyped ? null : (
          <>
            <Tool label={t(parts.signature.undo)} onClick={() => change({ strokes: ink.strokes.slice(0, -1) })} />
            <Tool label={t(parts.signature.clear)} onClick={() => change({ strokes: [] })} />
          </>
        )}
        <span className="sb-grow" />
        <Tool
          label={t(isTyped ? parts.signature.draw : parts.signature.type)}
          onClick={() => change({ how: isTyped ? "drawn" : "typed" })}
        />
      </div>
    </div>
  );
}

function Tool({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className={css["tool"]} onClick={onClick}>
      {label}
    </button>
  );
}

interface PadProps {
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly strokes: readonly Stroke[];
  readonly onStrokes: (strokes: readonly Stroke[]) => void;
}

function Pad({ label, describedBy, strokes, onStrokes }: PadProps) {
  const t = useT();
  const { ref, width } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  // The stroke under way: the form hears of it when it ends.
  const running = useRef<Point[]>(undefined);

  const paint = useEffectEvent(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (element === null || !context || width === 0) return;
    const pixels = width * window.devicePixelRatio;
    element.width = pixels;
    element.height = pixels * fieldHeight;
    context.strokeStyle = getComputedStyle(element).color;
    drawStrokes(context, running.current === undefined ? strokes : [...strokes, running.current], pixels);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: painted anew when what is written or its size changes
  useEffect(() => paint(), [strokes, width]);

  function pointsOf(event: PointerEvent<HTMLCanvasElement>): Point[] {
    const box = event.currentTarget.getBoundingClientRect();
    const { nativeEvent } = event;
    const between = nativeEvent.getCoalescedEvents();
    return (between.length > 0 ? between : [nativeEvent]).map((each) => ({
      x: (each.clientX - box.left) / box.width,
      y: (each.clientY - box.top) / box.width,
      w: thickness(each),
    }));
  }
  function begin(event: PointerEvent<HTMLCanvasElement>): void {
    if (!event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    running.current = pointsOf(event);
    paint();
  }
  function go(event: PointerEvent<HTMLCanvasElement>): void {
    if (running.current === undefined || !event.isPrimary) return;
    running.current.push(...pointsOf(event));
    paint();
  }
  function end(event: PointerEvent<HTMLCanvasElement>): void {
    const stroke = running.current;
    if (stroke === undefined || !event.isPrimary) return;
    running.current = undefined;
    onStrokes([...strokes, stroke]);
  }

  return (
    <div ref={ref} className={css["paper"]}>
      <canvas
        ref={canvas}
        className={css["canvas"]}
        role="img"
        aria-label={t(strokes.length === 0 ? parts.signature.empty : parts.signature.written, { label })}
        aria-describedby={describedBy}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <span className={css["mark"]} aria-hidden="true">
        <Icon name="close" />
        {strokes.length === 0 ? t(parts.signature.here) : null}
      </span>
    </div>
  );
}
