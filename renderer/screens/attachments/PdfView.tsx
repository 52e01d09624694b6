/** @file A PDF, a page at a time, drawn by the frame (see [Note: PDF frame]); its text is there for screen readers. */
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { AppError } from "../../../shared/errors.ts";
import { readAttachment } from "../../data/attachments.ts";
import { openPdf, type PdfDocument, type PdfPage } from "../../data/pdf.ts";
import { ErrorNote } from "../../parts/ErrorNote.tsx";
import { useKeys } from "../../parts/keys.ts";
import { viewer as words } from "../../text/attachments.ts";
import { useT } from "../../text/text.ts";
import css from "./Attachments.module.css";
import { Sheet, Tool } from "./Sheet.tsx";
import { drawingScale } from "./zoom.ts";

/** A PDF counts 72 points to the inch, a screen 96 pixels. */
const pixelsPerPoint = 96 / 72;
const a4 = { width: 595, height: 842 };

export function PdfView({ id }: { id: string }) {
  const t = useT();
  const { pdf, error } = usePdf(id);
  if (error !== undefined) {
    return (
      <div className={css["failed"]}>
        <ErrorNote error={error} />
      </div>
    );
  }
  return pdf === undefined ? (
    <p className={css["opening"]} role="status">
      {t(words.opening)}
    </p>
  ) : (
    <Pages pdf={pdf} />
  );
}

function usePdf(id: string): { readonly pdf: PdfDocument | undefined; readonly error: unknown } {
  const [pdf, setPdf] = useState<PdfDocument>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    readAttachment(id, signal)
      .then((bytes) => openPdf(bytes, signal))
      .then(setPdf, (failed: unknown) => {
        if (!signal.aborted) setError(failed);
      });
    return () => leaving.abort();
  }, [id]);
  return { pdf, error };
}

function Pages({ pdf }: { pdf: PdfDocument }) {
  const t = useT();
  const [page, setPage] = useState(1);
  const [size, setSize] = useState(a4);
  const turnTo = (to: number) => setPage(Math.min(pdf.pages, Math.max(1, to)));
  const next = () => turnTo(page + 1);
  const previous = () => turnTo(page - 1);
  useKeys({ PageDown: next, PageUp: previous, Home: () => turnTo(1), End: () => turnTo(pdf.pages) });
  const tools =
    pdf.pages === 1 ? null : (
      <>
        <Tool icon="left" label={t(words.previousPage)} onClick={previous} isOff={page === 1} />
        <span role="status">{t(words.page, { page, pages: pdf.pages })}</span>
        <Tool icon="right" label={t(words.nextPage)} onClick={next} isOff={page === pdf.pages} />
      </>
    );
  return (
    <Sheet width={size.width * pixelsPerPoint} height={size.height * pixelsPerPoint} tools={tools}>
      {(scale) => (
        <Page
          pdf={pdf}
          page={page}
          scale={drawingScale(scale * pixelsPerPoint * window.devicePixelRatio)}
          onSize={(width, height) => {
            if (width !== size.width || height !== size.height) setSize({ width, height });
          }}
        />
      )}
    </Sheet>
  );
}

interface PageProps {
  readonly pdf: PdfDocument;
  readonly page: number;
  readonly scale: number;
  readonly onSize: (width: number, height: number) => void;
}

function Page({ pdf, page, scale, onSize }: PageProps) {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [shown, setShown] = useState<{ readonly page: number; readonly text: string }>();
  const [failed, setFailed] = useState<{ readonly page: number; readonly error: unknown }>();

  const paint = useEffectEvent(({ bitmap, width, height, text }: PdfPage) => {
    const element = canvas.current;
    if (element === null) return bitmap.close();
    element.width = bitmap.width;
    element.height = bitmap.height;
    // Hands the pixels over: no copy stays behind.
    element.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
    onSize(width, height);
    setShown({ page, text });
  });

  useEffect(() => {
    let isWanted = true;
    pdf.draw(page, scale).then(
      (drawn) => (isWanted ? paint(drawn) : drawn.bitmap.close()),
      (error: unknown) => {
        const isGone = error instanceof AppError && error.code === "cancelled";
        if (isWanted && !isGone) setFailed({ page, error });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [pdf, page, scale]);

  if (failed?.page === page) return <ErrorNote error={failed.error} />;
  const label = t(words.page, { page, pages: pdf.pages });
  return (
    <>
      <canvas ref={canvas} className={css["drawn"]} role="img" aria-label={label} />
      <p className="sb-hidden" aria-live="polite">
        {shown?.page === page ? shown.text : ""}
      </p>
    </>
  );
}
