/**
 * @file Lets the kit's own style elements pass the content security policy (see
 * [Note: Content security policy]): a nonce for each, and a Trusted Types policy
 * that lets CSS text through and nothing that could be markup.
 */

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): unknown;
}

/** The nonce the host put into this answer of index.html; empty on the development server. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}

/** React writes the text of a style element through `innerHTML`, which Trusted Types guard. */
export function allowStyleText(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy("default", { createHTML: styleText });
}

/** CSS as it is. @throws TypeError for anything with a tag in it. */
export function styleText(text: string): string {
  if (text.includes("<")) throw new TypeError("markup is never written as text");
  return text;
}

/** react-remove-scroll, below Mantine's menus, reads its nonce from this name. */
export function handOutNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
