/**
 * @file Markup as data, so that no text can become a tag: whoever draws a page writes elements,
 * and only here they become HTML. Pure.
 */

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}
/** A string is text, never markup. */
export type Node = Element | string;

/** What is undefined or false is left out. */
type Child = Node | undefined | false;

export function el(tag: string, attributes: Element["attributes"], ...children: readonly Child[]): Element {
  return { tag, attributes, children: children.filter((child) => child !== undefined && child !== false) };
}

/** HTML elements without an end tag. */
const empty = new Set(["meta", "img", "br"]);
const isName = /^[a-zA-Z][a-zA-Z0-9-]*$/;

/** @throws Error for a tag or an attribute whose name is none: those never come from outside */
export function htmlOf(node: Node): string {
  if (typeof node === "string") return escapeText(node);
  const { tag, attributes, children } = node;
  const names = [tag, ...Object.keys(attributes)];
  if (!names.every((name) => isName.test(name))) throw new Error(`not a name in ${names.join(" ")}`);
  const start = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeText(value)}"`);
  if (empty.has(tag)) return `<${tag}${start.join("")}>`;
  return `<${tag}${start.join("")}>${children.map(htmlOf).join("")}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // Bare, it would be read as a line feed.
  "\r": "&#13;",
};

/**
 * Text as it may stand between tags and in quotes. NUL and lone surrogates, which HTML does not
 * have, become U+FFFD as a parser would make them.
 */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\0", "\uFFFD")
    .replaceAll(/[&<>"'\r]/g, (sign) => entities[sign] ?? sign);
}
