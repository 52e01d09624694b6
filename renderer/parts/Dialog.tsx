/**
 * @file A layer over the screen: the platform's own modal dialog, which keeps focus
 * inside, makes the rest inert and gives focus back.
 */
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { parts } from "../text/parts.ts";
import { useT } from "../text/text.ts";
import { clsx } from "./clsx.ts";
import css from "./Dialog.module.css";
import { Icon } from "./Icon.tsx";
import { KeyLayer, pushKeyLayer } from "./keys.ts";

const fields = "input:not([type=hidden], [type=file]), select, textarea";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Pixels; 560 unless told. */
  readonly width?: number;
  /** The children reach the edges and place themselves; `window`: in a box as large as the window allows. */
  readonly fill?: "box" | "window";
  /** The title is read aloud but not drawn, and the children fill the whole box. */
  readonly bare?: boolean;
  /** A click outside closes: for layers that hold nothing one could lose. */
  readonly isLight?: boolean;
  /** Nothing inside takes the focus: the body does, so that the keyboard can scroll it. */
  readonly isText?: boolean;
  /** Buttons at the bottom left, primary first. */
  readonly footer?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { title, onClose, children, width = 560, fill, bare = false, isLight = false, isText = false, footer } = props;
  const t = useT();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const [layer] = useState(() => Symbol(title));

  // Before it is painted: what can be seen can be pressed.
  useLayoutEffect(() => {
    const leave = pushKeyLayer(layer);
    const element = box.current;
    if (element === null || element.open) return leave;
    element.showModal();
    if (focusFirst(element)) return leave;
    // What is still being read brings its first field later; whoever has moved on by then is left alone.
    const arrivals = new MutationObserver(() => {
      if (document.activeElement !== element || focusFirst(element)) arrivals.disconnect();
    });
    arrivals.observe(element, { childList: true, subtree: true });
    return () => {
      arrivals.disconnect();
      leave();
    };
  }, [layer]);

  return (
    <dialog
      ref={box}
      className={clsx(css["dialog"], fill === "window" && css["full"])}
      tabIndex={-1}
      style={fill === "window" ? undefined : { width }}
      aria-labelledby={id}
      closedby={isLight ? "any" : "closerequest"}
      onCancel={(event) => {
        // Closing is React's decision: the element would otherwise close before the form is asked.
        event.preventDefault();
        onClose();
      }}
    >
      <KeyLayer value={layer}>
        <div className={css["box"]}>
          <div className={clsx(bare ? "sb-hidden" : css["head"])}>
            <h2 id={id}>{title}</h2>
            {bare ? null : (
              <button type="button" className={css["close"]} aria-label={t(parts.common.close)} onClick={onClose}>
                <Icon name="close" />
              </button>
            )}
          </div>
          {bare ? (
            children
          ) : (
            <div className={fill === undefined ? css["body"] : css["filled"]} {...(isText && { tabIndex: 0 })}>
              {children}
            </div>
          )}
          {footer === undefined ? null : <div className={css["footer"]}>{footer}</div>}
        </div>
      </KeyLayer>
    </dialog>
  );
}

/** The platform would choose the close button; the reader wants the first field, or just to read. Whether there was a field. */
function focusFirst(dialog: HTMLDialogElement): boolean {
  const wanted = dialog.querySelector<HTMLElement>("[data-autofocus]") ?? dialog.querySelector<HTMLElement>(fields);
  (wanted ?? dialog).focus();
  return wanted !== null;
}
