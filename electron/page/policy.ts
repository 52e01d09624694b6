/**
 * @file The headers every answer to the page carries, in both shells.
 *
 * [Note: Content security policy]
 *
 * Nothing but our own files runs, and nothing leaves: no inline script, no eval,
 * no other origin, no frame but the one for PDFs. Mantine writes style elements at run time; they
 * are let in by a nonce made for this one answer. index.html holds
 * {@link noncePlaceholder} in `<meta property="csp-nonce" nonce="...">`, where
 * browsers hide it from selectors and `element.nonce` still reads it.
 * Trusted Types allow the page one policy, `default`, for that same CSS text.
 */

export const noncePlaceholder = "__STYLE_NONCE__";

/** A directive a line, each with its reason where it allows anything. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:", // pictures from the vault (blob:) and marks inside CSS (data:)
    "font-src 'self'",
    "media-src 'self' blob:", // sealed recordings, decrypted in memory
    "connect-src 'self'", // bridge and streams
    "frame-src 'self'", // pdf.html, see [Note: PDF frame]; every other page of ours refuses to be framed
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}

/** For the PDF frame: its own code, and nothing beside it. See [Note: PDF frame]. */
export function pdfFramePolicy(nonce: string): string {
  return [
    "sandbox allow-scripts", // an opaque origin, also were it opened by itself
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`, // WebAssembly decodes JBIG2 and JPEG 2000, the formats of scans
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** For every answer, whatever it carries. */
export const commonHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-store", // nothing of ours lies in a cache on the disk
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** 128 random bits, as CSP wants them. */
export function makeNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}
