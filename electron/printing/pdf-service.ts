/** @file What makes a PDF of a page. Each shell has its own; a machine without one has none. */

export interface PdfService {
  /**
   * The page as PDF. Nothing of it is written to the disk, and it runs no script.
   *
   * @throws AppError `pdf-unavailable`, `pdf-failed`
   */
  readonly print: (html: string) => Promise<Uint8Array>;
}
